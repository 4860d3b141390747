"""Whether the people of one field and level agree on pay, or split."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isnan, nan
from typing import Literal

from lib import statistics
from lib.answers.limited import AtMost
from lib.frames import Row
from lib.statistics import FEWEST, Piece, Shared
from lib.statistics.agreement import Range

Verdict = Literal["few", "split", "gaps", "agreed", "apart"]


@dataclass(frozen=True)
class Agreement:
    """What each voice's figures come to; `people` and `ranges` of those with both ends."""

    people: tuple[str, ...]
    ranges: tuple[tuple[Range, ...], ...]
    asked: int = 0
    """At most so many, where what some of them said is withheld."""

    @property
    def of(self) -> int:
        """Those of whom shares are taken: who named both ends, or at most so many asked."""
        return AtMost(self.asked) if self.asked else self.n

    @property
    def n(self) -> int:
        """How many people named both ends of a figure."""
        return len(self.people)

    @cached_property
    def pieces(self) -> list[Piece]:
        """The band."""
        return statistics.bands(self.ranges)

    @cached_property
    def shared(self) -> list[Shared]:
        """What most of them share."""
        return statistics.shared(self.ranges)

    @cached_property
    def split(self) -> tuple[Shared, Shared] | None:
        """The two stretches that they split at."""
        return statistics.split(self.ranges, self.asked)

    @property
    def k(self) -> int:
        """The most people whose figures share one stretch."""
        return max((len(one.who) for one in self.shared), default=0)

    @property
    def verdict(self) -> Verdict:
        """`few` under three people; `apart` where no more than half share any stretch."""
        if self.n < FEWEST:
            return "few"
        if self.split:
            return "split"
        if len(self.pieces) > 1:
            return "gaps"
        return "agreed" if 2 * self.k > self.of else "apart"

    @property
    def smallest(self) -> int:
        """The fewest people behind any number that the verdict names."""
        return min((len(side.who) for side in self.split), default=0) if self.split else self.k

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest figure that they named."""
        every = [end for ranges in self.ranges for one in ranges for end in one if end is not None]
        return min(every), max(every)

    def those(self, stretch: Shared) -> set[str]:
        """Who shares a stretch."""
        return {self.people[place] for place in stretch.who}


def agreement(figures: Sequence[Row]) -> Agreement:
    """Of the own and seen figures of one field, level and panel that are not old.

    `figures`: person_id, counts, a_low, a_high, perhaps asked.
    """
    said: dict[str, list[Range]] = {}
    for row in closed(figures):
        said.setdefault(row["person_id"], []).append((row["a_low"], row["a_high"]))
    people = sorted(said)
    asked = asked_of(figures)
    return Agreement(tuple(people), tuple(tuple(said[person]) for person in people), asked)


def closed(figures: Sequence[Row]) -> list[Row]:
    """Those that count and have both ends."""
    return [
        row
        for row in figures
        if row["counts"] and not isnan(row["a_low"]) and not isnan(row["a_high"])
    ]


def asked_of(figures: Sequence[Row]) -> int:
    """At most so many were asked about the pay of one field; 0 where nothing is withheld."""
    asked = (row.get("asked", nan) for row in figures)
    return int(max((most for most in asked if not isnan(most)), default=0))
