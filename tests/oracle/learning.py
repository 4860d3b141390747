"""What a further interview teaches, whatever the order in which people were heard."""

from collections import Counter
from collections.abc import Collection, Hashable
from fractions import Fraction
from math import comb

from tests.oracle.book import Book, later

KINDS = ("skill_findings", "training_findings", "aspect_findings", "step_findings")
LEVEL = Fraction(1, 20)


def curve(said: Collection[int], n: int) -> list[Fraction]:
    """Things known after each of n voices; `said` holds by how many each thing was said.

    >>> [round(float(known), 2) for known in curve([3, 2, 1, 1], 3)]
    [2.33, 3.33, 4.0]
    """
    return [
        sum((1 - Fraction(comb(n - k, m), comb(n, m)) for k in said), Fraction(0))
        for m in range(1, n + 1)
    ]


def last_taught(said: Collection[int], n: int) -> Fraction:
    """What the last one taught: things said once, of n.

    >>> last_taught([3, 2, 1, 1], 3)
    Fraction(2, 3)
    """
    return Fraction(sum(k == 1 for k in said), n)


def levels_off(said: Collection[int], n: int) -> bool:
    """From four voices on: the last two each brought less than 5 % of what was known before.

    >>> levels_off([4] * 20 + [1] * 4, 4), levels_off([3, 2, 1, 1], 3), levels_off([], 4)
    (True, False, False)
    """
    if n < 4 or not said:
        return False
    known = curve(said, n)
    return all(known[at] - known[at - 1] < LEVEL * known[at - 1] for at in (n - 1, n - 2))


def things(book: Book, field_id: str) -> list[int]:
    """By how many people each thing was said: skills, trainings, sides with themes, titles."""
    found: Counter[tuple[str, Hashable]] = Counter()
    for kind in KINDS:
        found.update((kind, thing) for _, thing in later(book, kind, field_id))
    return sorted(found.values(), reverse=True)
