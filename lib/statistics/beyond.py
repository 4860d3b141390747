"""On which side of official percentiles most people's pay lies; refuses fewer than three people."""

from collections.abc import Mapping
from dataclasses import dataclass

from lib.statistics.counting import FEWEST

Ends = tuple[float, float]
"""The lowest and the highest that one person named; infinite where an end is open."""

SIDES = ((90, True), (75, True), (10, False), (25, False))
"""The percentile, and whether pay lies above it; the farther one first."""


@dataclass(frozen=True)
class Beyond:
    """Who lies wholly above, or below, this percentile: more than half of all."""

    those: frozenset[str]
    above: bool
    share: int


def beyond(people: Mapping[str, Ends], at: Mapping[int, float]) -> Beyond | None:
    """The farthest percentile that more than half of three people or more lie beyond.

    `people` by who said it. A range lies above a percentile where its low end does. `at` has the
    percentiles that are known exactly: nothing is above a mere "at least".

    >>> beyond({"P": (80, 90), "Q": (85, 99), "R": (60, 75)}, {25: 40, 75: 70, 90: 95}).share
    75
    >>> beyond({"P": (80, 90), "Q": (85, 99)}, {75: 70}) is None
    True
    """
    if len(people) < FEWEST:
        return None
    for share, above in SIDES:
        if share not in at:
            continue
        limit = at[share]
        those = {
            who for who, (low, high) in people.items() if (low > limit if above else high < limit)
        }
        if 2 * len(those) > len(people):
            return Beyond(frozenset(those), above, share)
    return None
