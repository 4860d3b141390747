"""Payback: when what a way in costs has come back, from its best to its worst end."""

from dataclasses import dataclass

from tests.oracle.agreement import band
from tests.oracle.book import Book
from tests.oracle.pools import MAIN, in_pool, ranges
from tests.oracle.ways import Ends, Way, comparable

LONG = 120
"""Months from which it is "more than ten years"."""
TEN_YEARS = "more than ten years"
FEWEST = 3


@dataclass(frozen=True)
class Back:
    """Months of the new pay, after so many of training; None is never.

    An open end may make it longer (`more`) or, where entry pay is open upwards, shorter (`less`).
    """

    training: tuple[float, float]
    soonest: float | None
    latest: float | None
    more: bool = False
    less: bool = False

    @property
    def whole(self) -> tuple[float | None, float | None]:
        """From the first day of training."""
        ends = zip(self.training, (self.soonest, self.latest), strict=True)
        first, last = (None if months is None else months + start for start, months in ends)
        return first, last


def payback(
    *, cost: Ends, months: Ends, lost: tuple[bool, bool], current: float, entry: Ends
) -> Back:
    """Payback: outlay over the gain a month, at the best and at the worst end.

    `lost`: whether pay is lost meanwhile, at either end.

    >>> back = payback(cost=(9000, 9000), months=(6, 6), lost=(True, True), current=48000,
    ...     entry=(54000, 60000))
    >>> (back.soonest, back.latest), back.whole
    ((33.0, 66.0), (39.0, 72.0))
    """
    quick, slow = known(months)
    cheap, dear = known(cost)
    a_month = current / 12
    best = entry[0] if entry[1] is None else entry[1]
    return Back(
        training=(quick, slow),
        soonest=months_of(cheap + quick * a_month * lost[0], best, current),
        latest=months_of(dear + slow * a_month * lost[1], entry[0], current),
        more=cost[1] is None or months[1] is None,
        less=entry[1] is None,
    )


def known(ends: Ends) -> tuple[float, float]:
    """What can be said of both ends: "up to 9" may be nothing, "from 7" is 7 at least."""
    low, high = ends
    least = 0.0 if low is None else low
    return least, least if high is None else high


def months_of(outlay: float, pay: float | None, current: float) -> float | None:
    """None: no gain, so it never comes back."""
    return None if pay is None or pay <= current else outlay / ((pay - current) / 12)


def words(back: Back, first: float | None, last: float | None) -> str:
    """The verdict, of months of the new pay or from the first day.

    >>> words(Back((6, 6), 33, 66), 39, 72), words(Back((6, 6), 33, 66, more=True), 33, 66)
    ('39 to 72 months', '33 months or more')
    >>> words(Back((6, 6), 33, None), 33, None), words(Back((6, 6), None, None), None, None)
    ('33 months, or never', 'never')
    >>> words(Back((6, 6), 130, None), 130, None)
    'more than ten years, or never'
    """
    if first is None:
        return "never"
    one = spoken(back.soonest, first)
    if last is None:
        return f"{one}, or never"
    other = spoken(back.latest, last)
    if back.more:
        return "not known" if back.less else f"{one} or more"
    if back.less:
        return f"{other} or less"
    if one == other:
        return one
    return f"{one} to {other}" if TEN_YEARS in other else f"{first:.0f} to {other}"


def spoken(of_new_pay: float | None, months: float) -> str:
    long = of_new_pay is not None and of_new_pay > LONG
    return TEN_YEARS if long else f"{months:.0f} months"


def entry_ends(book: Book, field_id: str) -> Ends | None:
    """The outer ends of the entry band; without one, and under three people, of their figures."""
    here = in_pool(book, field_id, "entry", MAIN)
    said = ranges(here)
    if pieces := band(said):
        return pieces[0][0], pieces[-1][1]
    if len(said) >= FEWEST:
        return outer([one for many in said.values() for one in many])
    told = [one for one in here if one.counting]
    return outer([(one.low, one.high) for one in told])


def of_way(book: Book, field_id: str, many: list[Way]) -> Back | None:
    """Payback of one way in over everybody who named it; None where something is missing."""
    entry, cents = entry_ends(book, field_id), book.explorer["current_pay"]
    months = outer([way.months for way in many if way.months])
    costs = outer(
        [(way.cost.low, way.cost.high) for way in many if way.cost and comparable(way.cost)]
    )
    if cents is None or entry is None or months is None or costs is None:
        return None
    if not in_full(many):
        return None
    beside = [way.alongside for way in many]
    lost = not any(beside), not any(beside) or False in beside
    return payback(cost=costs, months=months, lost=lost, current=cents / 100, entry=entry)


def in_full(many: list[Way]) -> bool:
    """Money: a comparison of costs is made only of costs that were said in full."""
    return all(way.cost is None or way.cost.in_base for way in many)


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
