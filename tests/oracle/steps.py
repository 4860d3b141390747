"""Career steps: after how many years in the field each is reached."""

from collections import defaultdict
from collections.abc import Sequence

from tests.oracle.book import Book, Said, fold, later
from tests.oracle.ways import Ends, Span, span


def reached(steps: Sequence[tuple[int, str, Ends]]) -> dict[str, Ends]:
    """Years before each step of one person; nothing after a step without years or one left out.

    >>> reached([(1, "Helper", (2, 3)), (2, "Owner", (None, None)), (3, "Retired", (1, 1))])
    {'Helper': (0, 0), 'Owner': (2, 3)}
    >>> reached([(1, "Helper", (2, None)), (3, "Owner", (1, 1))])
    {'Helper': (0, 0)}
    """
    found: dict[str, Ends] = {}
    low: float | None = 0
    high: float | None = 0
    for place, (position, title, (least, most)) in enumerate(steps, start=1):
        if position != place:
            break
        found[title] = low, high
        if least is None and most is None:
            break
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    return found


def ladder(many: Sequence[Said]) -> list[tuple[int, str, Ends]]:
    """One person's steps from the first, by folded title."""
    rows = [s.row for s in sorted(many, key=lambda s: (s.row["position"], s.row["id"]))]
    return [(r["position"], fold(r["title"]), (r["years_low"], r["years_high"])) for r in rows]


def told(book: Book, field_id: str) -> dict[str, list[Ends]]:
    """By folded title: after how many years each person who can tell reached it."""
    mine: dict[str, list[Said]] = defaultdict(list)
    for ((person, _), _), said in later(book, "step_findings", field_id).items():
        mine[person].append(said)
    found: dict[str, list[Ends]] = defaultdict(list)
    for many in mine.values():
        for title, ends in reached(ladder(many)).items():
            if ends != (None, None):
                found[title].append(ends)
    return found


def years_to(book: Book, field_id: str) -> dict[str, Span | None]:
    """By folded title: the earliest to the latest over people, open where anybody's is."""
    return {title: span(many) for title, many in told(book, field_id).items()}
