"""Skills: how far they reach, how much they matter, which I have. Not named is not "not needed"."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import fsum
from typing import Generic, NamedTuple, TypeVar

from lib.statistics.counting import FEWEST, SEVERAL, Interval, independent, wilson

SKILLED = 3
"""Own level (1 to 5) from which on I have a skill."""


Skill = TypeVar("Skill", bound=Hashable)
Field = TypeVar("Field", bound=Hashable)

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
    bound: float | None = None
    """The interval's lower end, from two that said so: it ranks, and is shown nowhere."""

    @property
    def stated(self) -> int:
        """M + H + X: the voices that said how much it matters."""
        return self.mandatory + self.helpful + self.not_needed

    @property
    def share(self) -> float | None:
        """M / (M + H + X), 0 to 1; None where nobody said."""
        return self.mandatory / self.stated if self.stated else None

    @property
    def mostly(self) -> bool:
        """Whether at least half of two or more who said how much it matters call it mandatory."""
        return self.stated >= SEVERAL and 2 * self.mandatory >= self.stated


class Have(NamedTuple):
    """Of the n skills a field requires I have k."""

    k: int
    n: int


@dataclass(frozen=True)
class OneMore(Generic[Skill, Field]):
    """What one more skill would do: fields it opens, and those it only brings nearer."""

    skill: Skill
    opens: tuple[Field, ...]
    nearer: tuple[Field, ...]

    @property
    def rank(self) -> tuple[int, int]:
        """Smallest first: the most fields opened, then the most brought nearer."""
        return -len(self.opens), -len(self.nearer)


def breadth_and_reach(fields: Iterable[tuple[int, int]], silent: int = 0) -> Reach:
    """Breadth and reach of one skill from (voices naming it, voices asked), one a target field.

    Fields with nobody asked do not count; neither figure has an interval, since fields are
    chosen. `silent` fields more were asked, and nobody there named it: hundreds of them need no
    pair each. 2 of 6, 3 of 3, 0 of 1: breadth 2 of 3, reach (0.33 + 1 + 0)/3 = 0.44.
    """
    shares = [said / asked for said, asked in fields if asked]
    count = len(shares) + silent
    reach = fsum(shares) / count if count else None
    return Reach(sum(share > 0 for share in shares), count, reach)


def necessity(said: Iterable[tuple[Hashable | None, str]]) -> Necessity:
    """How much a skill matters, from (organisation, word), one a voice that named it.

    The words are mandatory, helpful, not needed; any other is unstated, and stands beside the
    fraction. From three stated on there is an interval (Wilson 1927, on the independent groups
    among them). M 2, H 2, one unstated, nobody's colleague: 2 of 4, 15 to 85 %.
    """
    voices = list(said)
    stated = [(group, word) for group, word in voices if word in _WEIGHTS]
    words = Counter(word for _, word in stated)
    whole = None
    if len(stated) >= SEVERAL:
        whole = wilson(*independent((group, word == "mandatory") for group, word in stated))
    return Necessity(
        mandatory=words["mandatory"],
        helpful=words["helpful"],
        not_needed=words["not needed"],
        unstated=len(voices) - len(stated),
        interval=whole if len(stated) >= FEWEST else None,
        bound=None if whole is None else whole.low,
    )


def required(mandatory: int, helpful: int, not_needed: int) -> bool:
    """Whether a field requires a skill: two say mandatory, and at least half of those who say.

    2, 2, 0 does; 1, 0, 0 and 2, 3, 0 do not.
    """
    return mandatory >= SEVERAL and 2 * mandatory >= mandatory + helpful + not_needed


def skills_i_have(required_ones: Collection[Skill], own: Mapping[Skill, int]) -> Have | None:
    """Required skills that I have at level 3 or more; None (missing, not 100 %) if none is.

    Required welding, drawing and bending, own levels 4, 2 and none: 1 of 3.
    """
    wanted = set(required_ones)
    if not wanted:
        return None
    return Have(sum(own.get(skill, 0) >= SKILLED for skill in wanted), len(wanted))


def one_more(
    required_ones: Mapping[Field, Collection[Skill]], own: Mapping[Skill, int]
) -> list[OneMore[Skill, Field]]:
    """What each required skill that I lack would do; a skill that no field requires does nothing.

    It opens a field where it is the only required one that I lack, and brings it nearer where
    there are others. I have drawing; fitter requires welding and drawing, smith welding and
    forging: welding opens fitter and brings smith nearer, forging brings smith nearer.
    """
    opens: dict[Skill, list[Field]] = {}
    nearer: dict[Skill, list[Field]] = {}
    for field, skills in required_ones.items():
        lacking = {skill for skill in skills if own.get(skill, 0) < SKILLED}
        for skill in lacking:
            (opens if len(lacking) == 1 else nearer).setdefault(skill, []).append(field)
    found = (
        OneMore(skill, tuple(opens.get(skill, ())), tuple(nearer.get(skill, ())))
        for skill in {**opens, **nearer}
    )
    return sorted(found, key=lambda one: one.rank)
