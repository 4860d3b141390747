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

    `whole` has the training before it. An open end may make it longer (`more`) or, where entry pay
    is open upwards, shorter (`less`).
    """

    soonest: float | None
    latest: float | None
    whole: tuple[float | None, float | None]
    more: bool = False
    less: bool = False


@dataclass(frozen=True)
class Told:
    """A way's own months and cost, as one person tells it; `lost`: no pay meanwhile."""

    cost: Ends
    months: Ends
    lost: bool


def payback(many: list[Told], *, current: float, entry: Ends) -> Back:
    """Payback: outlay over the gain a month, at the best and at the worst of what was told.

    >>> back = payback([Told((9000, 9000), (6, 6), True)], current=48000, entry=(54000, 60000))
    >>> (back.soonest, back.latest), back.whole
    ((33.0, 66.0), (39.0, 72.0))
    """
    best = entry[0] if entry[1] is None else entry[1]
    early = [at_end(one, 0, best, current) for one in many]
    late = [at_end(one, 1, entry[0], current) for one in many]
    firsts, lasts = ([one for one in ends if one is not None] for ends in (early, late))
    return Back(
        soonest=min((new for new, _ in firsts), default=None),
        latest=max((new for new, _ in lasts), default=None),
        whole=(
            min((new + before for new, before in firsts), default=None),
            max((new + before for new, before in lasts), default=None),
        ),
        more=any(one.cost[1] is None or one.months[1] is None for one in many),
        less=entry[1] is None,
    )


def at_end(told: Told, end: int, pay: float | None, current: float) -> tuple[float, float] | None:
    """Months of the new pay, and of the training before them."""
    cost, training = known(told.cost)[end], known(told.months)[end]
    new = months_of(cost + training * told.lost * current / 12, pay, current)
    return None if new is None else (new, training)


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

    >>> both = Back(33, 66, (39, 72))
    >>> words(both, 39, 72), words(Back(33, 66, (39, 72), more=True), 33, 66)
    ('39 to 72 months', '33 months or more')
    >>> never = Back(None, None, (None, None))
    >>> words(Back(33, None, (39, None)), 33, None), words(never, None, None)
    ('33 months, or never', 'never')
    >>> words(Back(130, None, (136, None)), 130, None)
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
    whole = f"{months:.0f}"
    return TEN_YEARS if long else f"{whole} month{'' if whole == '1' else 's'}"


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
    beside = {way.alongside for way in many} - {None} == {True}
    told = [
        Told(
            (way.cost.low, way.cost.high) if way.cost and comparable(way.cost) else costs,
            way.months or months,
            not (beside if way.alongside is None else way.alongside),
        )
        for way in many
    ]
    return payback(told, current=cents / 100, entry=entry)


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
