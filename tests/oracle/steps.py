"""Career steps: after how many years in the field each is reached."""

from collections import defaultdict
from collections.abc import Sequence

from tests.oracle.book import Book, Said, fold, later
from tests.oracle.ways import Ends, Span, span


def reached(steps: Sequence[tuple[str, Ends]]) -> dict[str, Ends]:
    """Years before each step of one person; a step without years ends the sum.

    >>> reached([("Helper", (2, 3)), ("Owner", (None, None)), ("Retired", (None, None))])
    {'Helper': (0, 0), 'Owner': (2, 3)}
    """
    found: dict[str, Ends] = {}
    low: float | None = 0
    high: float | None = 0
    for title, (least, most) in steps:
        found[title] = low, high
        if least is None and most is None:
            break
        low = None if low is None or least is None else low + least
        high = None if high is None or most is None else high + most
    return found


def ladder(many: Sequence[Said]) -> list[tuple[str, Ends]]:
    ordered = sorted(many, key=lambda s: (s.row["position"], s.row["id"]))
    return [(s.row["title"], (s.row["years_low"], s.row["years_high"])) for s in ordered]


def years_to(book: Book, field_id: str) -> dict[str, Span | None]:
    """By folded title: the earliest to the latest over people, open where anybody's is."""
    mine: dict[str, list[Said]] = defaultdict(list)
    for ((person, _), _), said in later(book, "step_findings", field_id).items():
        mine[person].append(said)
    told: dict[str, list[Ends]] = defaultdict(list)
    for many in mine.values():
        for title, ends in reached(ladder(many)).items():
            told[fold(title)].append(ends)
    return {title: span(ends) for title, ends in told.items()}
