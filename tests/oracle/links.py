"""A link's threshold: what reads as no answer, and how fractions are rounded."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import TypeVar

from tests.oracle.book import KINDS, Book, Said, later, thing

Answer = TypeVar("Answer", bound=Hashable)


def at_most(n: int, k: int) -> int:
    """Whole steps of k, rounded up; under k asked reads as nobody asked.

    >>> at_most(7, 2), at_most(5, 2), at_most(6, 3), at_most(1, 2)
    (8, 6, 6, 0)
    """
    return 0 if n < k else -(-n // k) * k


def alike(said: Said, name: Hashable | None) -> Hashable:
    """What two people's answers share when they said the same."""
    row = said.row
    if said.kind == "outlook_findings":
        return str(row["direction"])
    if said.kind == "salary_findings":
        return row["level"], row["basis"], row["tax"], row["employed"]
    return name


def withheld(book: Book) -> Book:
    """The book in which what fewer than the threshold said reads as no answer.

    Of each person the standing answer decides; what it replaced goes with it. What has no name
    yet is withheld too: nobody else can have said the same.
    """
    k = book.view.threshold
    if k == 1:
        return book
    hidden: set[str] = set()
    for kind in KINDS:
        standing = later(book, kind)
        groups: dict[tuple[str, Hashable], set[str]] = defaultdict(set)
        for (voice, name), said in standing.items():
            groups[said.field, alike(said, name)].add(voice[0])
        for said in book.said(kind):
            now = standing.get((said.voice, thing(book, said)))
            if now is None or len(groups[said.field, alike(now, thing(book, now))]) < k:
                hidden.add(said.row["id"])
    return book.without(hidden)


def by_enough(answers: Mapping[str, Answer], none: Answer, k: int) -> dict[str, Answer]:
    """Answers of a closed list by person: what fewer than k gave reads as none.

    >>> by_enough({"a": "yes", "b": "yes", "c": "no"}, "unstated", 2)
    {'a': 'yes', 'b': 'yes', 'c': 'unstated'}
    """
    count = Counter(answers.values())
    return {who: word if count[word] >= k else none for who, word in answers.items()}


def required(mandatory: int, named: int, k: int) -> bool:
    """Required through a link: by the fractions that it shows.

    >>> required(2, 5, 2), required(2, 4, 2)
    (False, True)
    """
    return mandatory >= max(2, k) and 2 * mandatory >= at_most(named, k)


def figured(book: Book, field_id: str | None = None) -> list[Said]:
    """Pay with a figure, where enough people named one of its kind, with or without a place."""
    named = [s for s in book.said("salary_findings", field_id) if thing(book, s) is not None]
    people: dict[Hashable, set[str]] = defaultdict(set)
    for said in named:
        people[kind_of_figure(said)].add(said.person)
    return [s for s in named if len(people[kind_of_figure(s)]) >= book.view.threshold]


def kind_of_figure(said: Said) -> Hashable:
    placed = said.row["currency"] is not None, said.row["period"] != "unstated"
    return said.field, alike(said, None), placed
