"""Official figures: which figures a sentence may compare with them, and on which side they lie."""

from collections.abc import Sequence

from tests.oracle.money import Figure

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


def side(figures: Sequence[Figure], low: float | None, high: float | None) -> int:
    """1: above the upper figure by every low end; -1: below the lower one; 0: neither."""
    if high is not None and all(one.low is not None and one.low > high for one in figures):
        return 1
    if low is not None and all(one.high is not None and one.high < low for one in figures):
        return -1
    return 0


def sides(by_person: Sequence[int]) -> int:
    """From three people on, more than half on one side.

    >>> sides([1, 1, 0]), sides([1, 1]), sides([1, -1, 0])
    (1, 0, 0)
    """
    if len(by_person) < 3:
        return 0
    return next((s for s in (1, -1) if 2 * by_person.count(s) > len(by_person)), 0)
