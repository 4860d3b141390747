"""Which figures stand in which panel, by field and level; and the ranges of a band."""

from collections import defaultdict

from tests.oracle.agreement import Range
from tests.oracle.book import Book
from tests.oracle.money import Figure, figures

MAIN = "base-gross-employed"
UNSAID = "unsaid"


def panel(one: Figure) -> str:
    """Never pooled: base with total, gross with net, employed with freelance, the unstated.

    A period that cannot be made a year's is a part of the panel.
    """
    *stated, unit = one.pool
    name = UNSAID if "unstated" in stated else "-".join(stated)
    return name if unit == "year" else f"{name}-{unit}"


def in_pool(book: Book, field_id: str, level: str, name: str) -> list[Figure]:
    """The figures of one field, level and panel."""
    every = figures(book, field_id)
    return [one for one in every if one.said.row["level"] == level and panel(one) == name]


def ranges(many: list[Figure]) -> dict[str, list[Range]]:
    """Where they agree: by voice, own or seen figures with both ends that are not old."""
    found: dict[str, list[Range]] = defaultdict(list)
    for one in many:
        if one.counts and one.low is not None and one.high is not None:
            found[one.said.person].append((one.low, one.high))
    return dict(found)
