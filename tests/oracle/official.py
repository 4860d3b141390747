"""Official figures: which figures a sentence may compare with them, and on which side they lie."""

from collections.abc import Mapping, Sequence

from tests.oracle.money import Figure

Ends = tuple[float | None, float | None]
FEWEST = 3
LEVELS = ("mid", "senior", "unstated")


def compared(one: Figure, currency: str, release_year: int) -> bool:
    """Official figures: mid, senior or no level; base, gross, employed; own currency; recent."""
    row = one.said.row
    stated = (row["basis"], row["tax"], row["employed"]) == ("base", "gross", "employed")
    fits = stated and row["level"] in LEVELS and row["currency"] == currency
    return fits and recent(one.year, release_year) and not one.old and row["whose"] != "heard"


def recent(year: int, release_year: int) -> bool:
    """A year at most one before the release's.

    >>> recent(2024, 2025), recent(2023, 2025)
    (True, False)
    """
    return year >= release_year - 1


def beyond(people: Mapping[str, Ends], at: Mapping[int, float]) -> frozenset[str]:
    """From three people on, who of more than half lies beyond a percentile, the farthest first.

    A range lies above where its low end does, below where its high end does; an open end lies
    anywhere.

    >>> sorted(beyond({"P": (80, 90), "Q": (85, None), "R": (60, 75)}, {75: 70, 90: 95}))
    ['P', 'Q']
    >>> beyond({"P": (80, 90), "Q": (85, 99)}, {75: 70}), beyond({"P": (1, 2)}, {})
    (frozenset(), frozenset())
    """
    if len(people) < FEWEST:
        return frozenset()
    for share in (90, 75):
        those = {p for p, (low, _) in people.items() if share in at and (low or 0) > at[share]}
        if 2 * len(those) > len(people):
            return frozenset(those)
    for share in (10, 25):
        ends = {p: high for p, (_, high) in people.items() if share in at and high is not None}
        those = {p for p, high in ends.items() if high < at[share]}
        if 2 * len(those) > len(people):
            return frozenset(those)
    return frozenset()


def hulls(many: Sequence[Figure]) -> dict[str, Ends]:
    """By person, the lowest to the highest of their figures; an open end leaves it open."""
    mine: dict[str, list[Figure]] = {}
    for one in many:
        mine.setdefault(one.said.person, []).append(one)
    found: dict[str, Ends] = {}
    for person, told in mine.items():
        lows = [one.low for one in told if one.low is not None]
        highs = [one.high for one in told if one.high is not None]
        low = min(lows) if len(lows) == len(told) else None
        found[person] = low, max(highs) if len(highs) == len(told) else None
    return found
