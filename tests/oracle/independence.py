"""Independence: how many people a statement rests on who do not hang together."""

from collections import defaultdict
from collections.abc import Collection, Hashable
from fractions import Fraction
from math import sqrt

from tests.oracle.book import Book, Voice, fold

Z = 1.959963984540054
"""The normal quantile of 97.5 %."""


def wilson(k: float, n: float) -> tuple[float, float]:
    """Independence: Wilson's 95 % interval, k and n need not be whole.

    >>> [round(100 * end) for end in wilson(1.5, 3)]
    [13, 87]
    """
    share, square = k / n, Z * Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z / (1 + square / n) * sqrt(share * (1 - share) / n + square / (4 * n * n))
    return middle - half, middle + half


def groups(book: Book, field_id: str | None = None) -> dict[str, int]:
    """Independence: the connected part of people and employers in which each person stands.

    For one field over the conversations in which its voices spoke of it, else over all.
    """
    parent: dict[Hashable, Hashable] = {}

    def root(node: Hashable) -> Hashable:
        parent.setdefault(node, node)
        while parent[node] != node:
            node = parent[node]
        return node

    for person, employer in employed(book, field_id):
        one = root(("person", person))
        if employer:
            parent[one] = root(("employer", employer))
    numbers: dict[Hashable, int] = {}
    people = sorted(book.people(field_id))
    return {p: numbers.setdefault(root(("person", p)), len(numbers)) for p in people}


def employed(book: Book, field_id: str | None = None) -> set[tuple[str, str]]:
    """Each person with each folded employer of the day from which they spoke of the field."""
    talks = {
        (i["person_id"], fold(i["organisation"]))
        for i in book.held
        if field_id in (None, i["field_id"])
    }
    asides = {
        (s.person, fold(s.interview["organisation"]))
        for s in book.everything
        if field_id in (None, s.field) and s.person == s.interview["person_id"]
    }
    return talks | asides


def sums(
    said: Collection[Voice], asked: Collection[Voice], parts: dict[str, int]
) -> tuple[Fraction, int]:
    """Independence: k* is the sum of each group's share of its voices asked, n* the groups."""
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for voice in asked:
        counts[parts[voice[0]]][1] += 1
        counts[parts[voice[0]]][0] += voice in said
    return sum((Fraction(k, n) for k, n in counts.values()), Fraction(0)), len(counts)


def corroborated(said: Collection[str], parts: dict[str, int]) -> bool:
    """Independence: "corroborates" needs two groups."""
    return len({parts[person] for person in said}) >= 2
