"""Skills: how far they reach, how much they matter, which I have. Not named is not "not needed"."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import fsum
from typing import NamedTuple, TypeVar

from lib.statistics.counting import FEWEST, Interval, independent, wilson

SKILLED = 3
"""Own level (1 to 5) from which on I have a skill."""


Skill = TypeVar("Skill", bound=Hashable)

_WEIGHTS = ("mandatory", "helpful", "not needed")


class Reach(NamedTuple):
    """In how many fields of how many a skill was named, and the mean share (None: no field)."""

    breadth: int
    fields: int
    reach: float | None


@dataclass(frozen=True)
class Necessity:
    """Voices by what they said of a skill's weight; interval None under three that said so."""

    mandatory: int
    helpful: int
    not_needed: int
    unstated: int
    interval: Interval | None

    @property
    def stated(self) -> int:
        """M + H + X: the voices that said how much it matters."""
        return self.mandatory + self.helpful + self.not_needed

    @property
    def share(self) -> float | None:
        """M / (M + H + X), 0 to 1; None where nobody said."""
        return self.mandatory / self.stated if self.stated else None


class Have(NamedTuple):
    """Of the n skills a field requires I have k."""

    k: int
    n: int


def breadth_and_reach(fields: Iterable[tuple[int, int]]) -> Reach:
    """Breadth and reach of one skill from (voices naming it, voices asked), one a target field.

    Fields with nobody asked do not count; neither figure has an interval, since fields are
    chosen. 2 of 6, 3 of 3, 0 of 1: breadth 2 of 3, reach (0.33 + 1 + 0)/3 = 0.44.
    """
    shares = [said / asked for said, asked in fields if asked]
    reach = fsum(shares) / len(shares) if shares else None
    return Reach(sum(share > 0 for share in shares), len(shares), reach)


def necessity(said: Iterable[tuple[Hashable | None, str]]) -> Necessity:
    """How much a skill matters, from (organisation, word), one a voice that named it.

    The words are mandatory, helpful, not needed; any other is unstated, and stands beside the
    fraction. From three stated on there is an interval (Wilson 1927, on the independent groups
    among them). M 2, H 2, one unstated, nobody's colleague: 2 of 4, 15 to 85 %.
    """
    voices = list(said)
    stated = [(group, word) for group, word in voices if word in _WEIGHTS]
    words = Counter(word for _, word in stated)
    interval = None
    if len(stated) >= FEWEST:
        interval = wilson(*independent((group, word == "mandatory") for group, word in stated))
    return Necessity(
        mandatory=words["mandatory"],
        helpful=words["helpful"],
        not_needed=words["not needed"],
        unstated=len(voices) - len(stated),
        interval=interval,
    )


def required(mandatory: int, helpful: int, not_needed: int) -> bool:
    """Whether a field requires a skill: two say mandatory, and at least half of those who say.

    2, 2, 0 does; 1, 0, 0 and 2, 3, 0 do not.
    """
    return mandatory >= 2 and 2 * mandatory >= mandatory + helpful + not_needed


def skills_i_have(required_ones: Collection[Skill], own: Mapping[Skill, int]) -> Have | None:
    """Required skills that I have at level 3 or more; None (missing, not 100 %) if none is.

    Required welding, drawing and bending, own levels 4, 2 and none: 1 of 3.
    """
    wanted = set(required_ones)
    if not wanted:
        return None
    return Have(sum(own.get(skill, 0) >= SKILLED for skill in wanted), len(wanted))
