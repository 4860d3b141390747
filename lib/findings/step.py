"""A step of a career."""

from lib.figures import read_step_pay
from lib.findings.kind import Cell, Kind, Row, Sort
from lib.findings.parts import Code, Money, Span, Typed, Whole, Word
from lib.findings.said import said_pay, said_span
from lib.model import StepFinding
from lib.records import StepSaid
from lib.words import Period


def words(row: Row) -> list[str]:
    """`step 2, Senior analyst, 2 to 3 years until the next, $60k a year`."""
    years = said_span(row["years_low"], row["years_high"], "year")
    until = f"{years} until the next" if years else ""
    return [f"step {row['position']}", row["title"], until, said_pay(row)]


STEP = Kind(
    list_of="steps",
    record=StepSaid,
    table=StepFinding,
    topic="path",
    counts_by="title",
    parts=(
        Typed(name="title", shown_as="a step"),
        Span(
            name="years",
            abouts=(
                "at least so many years until the next.",
                "at most so many years until the next.",
            ),
        ),
        Whole(
            name="position",
            about="1 for the first. Empty: as they follow each other here.",
            needed=True,
        ),
        Money(
            name="pay",
            abouts=("", ""),
            units=("currency", "period"),
            read=read_step_pay,
            placed=False,
        ),
        Code(name="currency", placed=False),
        Word(name="period", words=Period, placed=False),
    ),
    alike=("title",),
    sorts=(Sort("step", "step", ("steps",)),),
    words=words,
    tag=lambda said: ("step", said.title),
    meaning="A step of a career.",
    one="A career step",
    cells=(Cell("steps", "career path, career steps, path, career ladder"),),
    what="the step's title",
    in_order="position",
)
