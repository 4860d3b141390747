"""Payback: when what a way in costs has come back, from its best to its worst end."""

from dataclasses import dataclass

from tests.oracle.agreement import Range, band
from tests.oracle.book import Book
from tests.oracle.pools import MAIN, in_pool, ranges
from tests.oracle.ways import Ends, Way, comparable

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


def entry_ends(book: Book, field_id: str) -> Range | None:
    """The outer ends of the entry band; under three people, of their figures."""
    said = ranges(in_pool(book, field_id, "entry", MAIN))
    pieces = band(said)
    every = [one for many in said.values() for one in many] if pieces is None else pieces
    return (min(low for low, _ in every), max(high for _, high in every)) if every else None


def of_way(book: Book, field_id: str, many: list[Way]) -> Back | None:
    """Payback of one way in over everybody who named it; None where something is missing."""
    entry, cents = entry_ends(book, field_id), book.explorer["current_pay"]
    months = outer([way.months for way in many if way.months])
    costs = outer([(c.low, c.high) for way in many if comparable(c := way.cost) and c])
    if None in (entry, cents, months, costs) or entry is None or months is None or costs is None:
        return None
    beside = any(way.alongside for way in many)
    return payback(cost=costs, months=months, alongside=beside, current=cents / 100, entry=entry)


def outer(many: list[Ends]) -> Ends | None:
    """From the lowest to the highest, open where any of them is.

    >>> outer([(3, 6), (7, None)]), outer([])
    ((3, None), None)
    """
    if not many:
        return None
    lows, highs = ([end for end in ends if end is not None] for ends in zip(*many, strict=True))
    low = min(lows) if len(lows) == len(many) else None
    return low, max(highs) if len(highs) == len(many) else None
