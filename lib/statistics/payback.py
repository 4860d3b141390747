"""When a way in pays back what it costs. Refuses to promise where there is no gain."""

from collections.abc import Sequence
from typing import NamedTuple

LONG = 120
"""Months of the new pay from which it takes "more than ten years"."""

Ends = tuple[float | None, float | None]
"""Low and high; None is an open end."""


class Telling(NamedTuple):
    """One way in as one person tells it; `lost`: no pay comes in during training."""

    cost: Ends
    months: Ends
    lost: bool


class Back(NamedTuple):
    """Months until a way in has paid for itself, from the soonest to the latest.

    `new_pay`: months of the new pay, after the training; `whole`: from the first day of training.
    None where there is no gain at that end; `more`: an open end may make it longer than can be
    said, `less`: shorter.
    """

    new_pay: Ends
    whole: Ends
    more: bool = False
    less: bool = False


def payback(told: Sequence[Telling], *, current_pay: float, entry: Ends) -> Back:
    """At the best and at the worst end of what people tell, and of entry pay.

    Outlay = cost + months x current pay / 12 (where pay is lost meanwhile), divided by the gain a
    month (entry pay - current pay) / 12; pay a year, all in one currency. 9,000 and six months,
    from 48,000 to between 54,000 and 60,000: outlay 33,000, so 33 to 66 months, and 39 to 72 from
    the first day. Cost, time and lost pay are of one telling each: a year without pay for 18,000
    and evenings for 34,000, from 61,000 to 60,000 to 70,000: 45 months (34,000 / 750), or never.
    """
    low, high = entry
    best = _months(told, 0, current_pay, low if high is None else high)
    worst = _months(told, 1, current_pay, low)
    return Back(
        new_pay=(min(best.new_pay, default=None), max(worst.new_pay, default=None)),
        whole=(min(best.whole, default=None), max(worst.whole, default=None)),
        more=any(None in (one.cost[1], one.months[1]) for one in told),
        less=high is None,
    )


class _Months(NamedTuple):
    """Of each telling; empty where there is no gain."""

    new_pay: list[float]
    whole: list[float]


def _months(told: Sequence[Telling], end: int, current_pay: float, pay: float | None) -> _Months:
    """At one end of what people tell."""
    gain = 0.0 if pay is None else (pay - current_pay) / 12
    if gain <= 0:
        return _Months([], [])
    ends = [(_known(one.cost)[end], _known(one.months)[end], one.lost) for one in told]
    back = [
        ((cost + months * lost * current_pay / 12) / gain, months) for cost, months, lost in ends
    ]
    return _Months([new for new, _ in back], [new + months for new, months in back])


def _known(ends: Ends) -> tuple[float, float]:
    """What can be said of both ends: from nothing where the lower is open."""
    low, high = ends
    least = 0.0 if low is None else low
    return least, least if high is None else high
