"""Payback: when what a way in costs has come back, from its best to its worst end."""

from dataclasses import dataclass

LONG = 120
"""Months from which it is "more than ten years"."""


@dataclass(frozen=True)
class Back:
    """Months of the new pay, after so many of training; None is never."""

    training: tuple[float, float]
    soonest: float | None
    latest: float | None
    or_more: bool = False

    @property
    def whole(self) -> tuple[float | None, float | None]:
        """From the first day of training."""
        ends = zip(self.training, (self.soonest, self.latest), strict=True)
        first, last = (None if months is None else months + start for start, months in ends)
        return first, last


def payback(
    *,
    cost: tuple[float | None, float | None],
    months: tuple[float | None, float | None],
    alongside: bool,
    current: float,
    entry: tuple[float | None, float | None],
) -> Back | None:
    """Payback: outlay over the gain a month, at both ends; None where nothing has two ends to take.

    No pay is lost alongside work; where that was not said, it is.

    >>> payback(cost=(9000, 9000), months=(6, 6), alongside=False, current=48000,
    ...     entry=(54000, 60000)).whole
    (39.0, 72.0)
    """
    low_months, high_months = least_of(months), most_of(months)
    low_cost, high_cost = least_of(cost), most_of(cost)
    low_entry, high_entry = least_of(entry), most_of(entry)
    lost = 0.0 if alongside else current / 12
    soonest = months_of(low_cost + low_months * lost, high_entry - current)
    latest = months_of(high_cost + high_months * lost, low_entry - current)
    open_end = cost[1] is None or months[1] is None or entry[0] is None
    return Back((low_months, high_months), soonest, latest, open_end)


def least_of(ends: tuple[float | None, float | None]) -> float:
    return 0.0 if ends[0] is None else ends[0]


def most_of(ends: tuple[float | None, float | None]) -> float:
    low, high = ends
    if high is not None:
        return high
    return low if low is not None else 0.0


def months_of(outlay: float, gain: float) -> float | None:
    """None: no gain, so it never comes back."""
    return None if gain <= 0 else outlay / (gain / 12)


def words(back: Back) -> str:
    """The verdict in one form: "33 to 66", "33 or more", "33, or never", "never".

    >>> words(Back((6, 6), 33, 66)), words(Back((6, 6), 33, None)), words(Back((6, 6), 130, 140))
    ('33 to 66', '33, or never', 'more than ten years')
    """
    if back.soonest is None:
        return "never"
    first = "more than ten years" if back.soonest > LONG else f"{back.soonest:.0f}"
    if back.latest is None:
        return f"{first}, or never"
    last = "more than ten years" if back.latest > LONG else f"{back.latest:.0f}"
    if back.or_more:
        return f"{first} or more"
    return first if first == last else f"{first} to {last}"
