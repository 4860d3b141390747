"""What voices think of the work: good against hard, interest in it, where it is going."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from lib.statistics.counting import FEWEST, given


@dataclass(frozen=True)
class Leaning:
    """Upsides against downsides: the mean (None under three) and each voice's own share."""

    share: float | None
    dots: tuple[float, ...]


@dataclass(frozen=True)
class Interest:
    """Interest, 1 to 5: a dot a person before and after, and their means (None under three)."""

    before: tuple[float, ...]
    after: tuple[float, ...]
    mean_before: float | None
    mean_after: float | None


def leaning(voices: Iterable[tuple[int, int]]) -> Leaning:
    """The mean over voices of u/(u + d), from (upsides, downsides), one pair a voice.

    0 is all downsides, 1 all upsides. A voice that named neither does not count, one that named
    ten counts as much as one that named one. (3, 1), (0, 2), (1, 1): (0.75 + 0 + 0.5)/3 = 0.42.
    """
    dots = tuple(up / (up + down) for up, down in voices if up + down)
    return Leaning(_mean(dots), dots)


def interest(
    interviews: Iterable[tuple[Hashable, date, float | None, float | None]],
) -> Interest:
    """Interest in one field from (person, day, before, after), one row an interview.

    Each person's latest "after" that was given and first "before" that was given, so that the
    two show what all talks with them changed; dots in the order of the person's first talk.
    A 2 then 4, later 3 then 5; B 3 then 3; C nothing then 1: after 5, 3, 1, mean 3.
    """
    before: dict[Hashable, float] = {}
    after: dict[Hashable, float] = {}
    for person, _, was, became in sorted(interviews, key=lambda row: row[1]):
        if given(was):
            before.setdefault(person, was)
        if given(became):
            after[person] = became
    dots = tuple(before.values()), tuple(after.values())
    return Interest(*dots, *map(_mean, dots))


def majority(words: Iterable[str]) -> str | None:
    """The word that more than half said, of at least three; None if there is none.

    "unstated" is nobody's word. growing, growing, steady: growing. Two against two: None.
    """
    said = Counter(word for word in words if word != "unstated")
    if said.total() < FEWEST:
        return None
    word, count = said.most_common(1)[0]
    return word if 2 * count > said.total() else None


def growing(directions: Iterable[str]) -> bool:
    """Whether more than half of at least three voices that named a direction say growing."""
    return majority(directions) == "growing"


def _mean(values: Sequence[float]) -> float | None:
    return fsum(values) / len(values) if len(values) >= FEWEST else None
