"""When a way in pays back what it costs. Refuses to promise where there is no gain."""

from typing import NamedTuple

LONG = 120
"""Months of the new pay from which it takes "more than ten years"."""

Ends = tuple[float | None, float | None]
"""Low and high; None is an open end."""


class Back(NamedTuple):
    """Months of the new pay until a way in has paid for itself, after the months of training.

    `soonest`, `latest`: None where there is no gain at that end; `more`: an open end may make it
    longer than can be said, `less`: shorter.
    """

    training: tuple[float, float]
    soonest: float | None
    latest: float | None
    more: bool = False
    less: bool = False

    @property
    def whole(self) -> tuple[float | None, float | None]:
        """Months from the first day of training."""
        first = None if self.soonest is None else self.training[0] + self.soonest
        last = None if self.latest is None else self.training[1] + self.latest
        return first, last


def payback(
    *, cost: Ends, months: Ends, lost: tuple[bool, bool], current_pay: float, entry: Ends
) -> Back:
    """At the best and at the worst end of cost, months and entry pay.

    Outlay = cost + months x current pay / 12 (`lost`: whether pay is lost meanwhile, at the best
    end and at the worst), divided by the gain a month (entry pay - current pay) / 12; pay a year,
    all in one currency. 9,000 and six months, from 48,000 to between 54,000 and 60,000: outlay
    33,000, so 33 to 66 months, and 39 to 72 from the first day.
    """
    quickest, longest = _known(months)
    least, most = _known(cost)
    meanwhile = (quickest * lost[0], longest * lost[1])
    outlay = [c + m * current_pay / 12 for c, m in zip((least, most), meanwhile, strict=True)]
    low, high = entry
    best = low if high is None else high
    return Back(
        training=(quickest, longest),
        soonest=_after(outlay[0], best, current_pay),
        latest=_after(outlay[1], low, current_pay),
        more=cost[1] is None or months[1] is None,
        less=high is None,
    )


def _known(ends: Ends) -> tuple[float, float]:
    """What can be said of both ends: from nothing where the lower is open."""
    low, high = ends
    least = 0.0 if low is None else low
    return least, least if high is None else high


def _after(outlay: float, pay: float | None, current_pay: float) -> float | None:
    gain = 0.0 if pay is None else (pay - current_pay) / 12
    return outlay / gain if gain > 0 else None
