"""Sentences: how strong a claim or a contradiction is, and which are said in which order."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction

from tests.oracle.book import Voice
from tests.oracle.independence import corroborated, sums, wilson

EACH, ALL = 2, 7
"""At most so many of a kind, and in all."""


def claim(k: float, n: float) -> float:
    """Sentences: the lower end of Wilson's interval.

    >>> [round(claim(k, n), 2) for k, n in ((4, 4), (5, 6), (4, 5))]
    [0.51, 0.44, 0.38]
    """
    return wilson(k, n)[0]


def contradiction(one: float, other: float, n: float) -> float:
    """Sentences: twice the lower end of the smaller side.

    >>> round(contradiction(2, 3, 5), 2)
    0.24
    """
    return 2 * wilson(min(one, other), n)[0]


@dataclass(frozen=True)
class Strength:
    """How strong a sentence is, and on how many groups it rests."""

    value: float
    groups: int


def claimed(
    said: Collection[str], asked: Collection[str], field_id: str, parts: dict[str, int]
) -> Strength | None:
    """The strength of what `said` say of those asked in a field; None under two groups."""
    if not said or not corroborated(said, parts):
        return None
    k, n = sums(voices(said, field_id), voices(asked, field_id), parts)
    return Strength(claim(float(k), n), n)


def contradicted(
    one: Collection[str],
    other: Collection[str],
    asked: Collection[str],
    field_id: str,
    parts: dict[str, int],
) -> Strength | None:
    """The strength of two sides that differ; None where one is empty or under two groups."""
    if not one or not other or not corroborated({*one, *other}, parts):
        return None
    everybody = voices(asked, field_id)
    small: list[Fraction] = []
    n = 0
    for side in (one, other):
        k, n = sums(voices(side, field_id), everybody, parts)
        small.append(k)
    return Strength(contradiction(float(small[0]), float(small[1]), n), n)


def voices(people: Iterable[str], field_id: str) -> set[Voice]:
    return {(person, field_id) for person in people}


def ranked(many: Iterable[tuple[str, Strength]]) -> list[tuple[str, Strength]]:
    """Sentences: strongest first, ties by groups, at most two of a kind and seven in all."""
    kept: list[tuple[str, Strength]] = []
    kinds: Counter[str] = Counter()
    for kind, strength in sorted(many, key=lambda one: (-one[1].value, -one[1].groups)):
        kinds[kind] += 1
        if kinds[kind] <= EACH and len(kept) < ALL:
            kept.append((kind, strength))
    return kept
