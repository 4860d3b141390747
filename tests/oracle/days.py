"""Day to day: upsides against downsides, where the field is going, the explorer's interest."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction

from tests.oracle.book import Book, later


def themes(book: Book, field_id: str, side: str) -> dict[str, set[str]]:
    """People by folded theme of one side."""
    found: dict[str, set[str]] = defaultdict(set)
    for ((person, _), thing), _ in later(book, "aspect_findings", field_id).items():
        of, theme = told(thing)
        if of == side:
            found[theme].add(person)
    return found


def told(thing: Hashable) -> tuple[str, str]:
    assert isinstance(thing, tuple)
    return thing[0], thing[1]


def leaning(counts: Sequence[tuple[int, int]]) -> Fraction | None:
    """Upsides against downsides: mean over voices of u/(u + d), from three people on.

    >>> leaning([(1, 0), (1, 1), (0, 1)]), leaning([(1, 2)])
    (Fraction(1, 2), None)
    """
    said = [(u, d) for u, d in counts if u + d]
    if len(said) < 3:
        return None
    return sum((Fraction(u, u + d) for u, d in said), Fraction(0)) / len(said)


def sides(book: Book, field_id: str) -> dict[str, tuple[int, int]]:
    """Each person's number of things of either side, folded and named ones."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for ((person, _), thing), _ in later(book, "aspect_findings", field_id).items():
        found[person][told(thing)[0] == "downside"] += 1
    return {person: (u, d) for person, (u, d) in found.items()}


def directions(book: Book, field_id: str) -> dict[str, set[str]]:
    """People by the direction they named last."""
    found: dict[str, set[str]] = defaultdict(set)
    for ((person, _), _), said in later(book, "outlook_findings", field_id).items():
        found[said.row["direction"]].add(person)
    return found


def majority(counts: Mapping[str, int], asked: int) -> str | None:
    """Growing: what more than half say, of at least three.

    >>> majority({"growing": 2}, 3), majority({"growing": 2}, 2), majority({"growing": 3}, 6)
    ('growing', None, None)
    """
    most = max(counts, key=lambda word: counts[word], default=None)
    if most is None or asked < 3 or 2 * counts[most] <= asked:
        return None
    return most


def interest(book: Book, field_id: str) -> tuple[int | None, int | None]:
    """Interest: the explorer's own, from the first "before" to the latest "after".

    A link with a threshold has it where it was noted after talks with enough people.
    """
    talks = [
        i
        for i in book.held
        if i["field_id"] == field_id and (i["interest_before"], i["interest_after"]) != (None, None)
    ]
    if len({i["person_id"] for i in talks}) < book.view.threshold:
        return None, None
    before = [i["interest_before"] for i in talks if i["interest_before"] is not None]
    after = [i["interest_after"] for i in talks if i["interest_after"] is not None]
    return (before[0] if before else None), (after[-1] if after else None)
