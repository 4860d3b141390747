"""What is good or hard about the days."""

from lib.findings.kind import Cell, Kind, Row, Sort
from lib.findings.parts import Typed, Word
from lib.model import AspectFinding
from lib.records import AspectSaid
from lib.words import THEMES, Side


def words(row: Row) -> list[str]:
    """`good, Autonomy`."""
    return [{"upside": "good", "downside": "hard"}[row["side"]], row["theme"]]


ASPECT = Kind(
    list_of="aspects",
    record=AspectSaid,
    table=AspectFinding,
    topic="day to day",
    counts_by="theme",
    parts=(
        Word(name="side", words=Side),
        Typed(name="theme", shown_as="a theme of your own", known=THEMES),
    ),
    alike=("side", "theme"),
    sorts=(
        Sort("upside", "good", ("pro", "upsides"), {"side": "upside"}),
        Sort("downside", "hard", ("con", "downsides"), {"side": "downside"}),
    ),
    words=words,
    tag=lambda said: (said.side, said.theme),
    meaning="What is good or hard about the days.",
    one="Something good or hard",
    cells=(
        Cell("upsides", "upside, pros, likes, best part, positives, advantages", "upside"),
        Cell(
            "downsides",
            "downside, cons, dislikes, worst part, negatives, challenges, disadvantages",
            "downside",
        ),
    ),
    by="side",
    what="the theme of what is good or hard",
)
