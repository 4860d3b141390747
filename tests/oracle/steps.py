"""Career steps: after how many years in the field each is reached."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

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


def ladder(many: Sequence[Said], few: Collection[str]) -> list[tuple[int, str, Ends]]:
    """One person's steps from the first, by folded title; no years that too `few` told."""
    ordered = sorted(many, key=lambda s: (s.row["position"], s.row["id"]))
    named = [(said.row["position"], fold(said.row["title"]), years(said)) for said in ordered]
    return [(at, title, (None, None) if title in few else ends) for at, title, ends in named]


def years(said: Said) -> Ends:
    return said.row["years_low"], said.row["years_high"]


def told(book: Book, field_id: str) -> dict[str, list[Ends]]:
    """By folded title: after how many years each person who can tell reached it."""
    mine: dict[str, list[Said]] = defaultdict(list)
    lasting: Counter[str] = Counter()
    for ((person, _), title), said in later(book, "step_findings", field_id).items():
        mine[person].append(said)
        lasting[str(title)] += years(said) != (None, None)
    few = {title for title, people in lasting.items() if people < book.view.threshold}
    found: dict[str, list[Ends]] = defaultdict(list)
    for many in mine.values():
        for title, ends in reached(ladder(many, few)).items():
            if ends != (None, None):
                found[title].append(ends)
    return found


def years_to(book: Book, field_id: str) -> dict[str, Span | None]:
    """By folded title: the earliest to the latest over people, open where anybody's is."""
    return {title: span(many) for title, many in told(book, field_id).items()}
