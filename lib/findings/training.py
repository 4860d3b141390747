"""A way into the work."""

from lib.figures import read_cost
from lib.findings.kind import Cell, Kind, Row, Sort
from lib.findings.parts import Code, Flag, Money, Span, Typed, Word
from lib.findings.said import said_money, said_span
from lib.model import TrainingFinding
from lib.records import TrainingSaid
from lib.words import Required, TrainingKind


def words(row: Row) -> list[str]:
    """`Nursing diploma, degree, 24 to 36 months, €4k, required, beside a job`."""
    required = {"yes": "required", "no": "not required"}.get(row["required"], "")
    kind = "" if row["kind"] == "other" else row["kind"]
    beside = {1: "beside a job", 0: "not beside a job"}.get(row["alongside_work"], "")
    months = said_span(row["months_low"], row["months_high"], "month")
    cost = said_money(row["cost_low"], row["cost_high"], row["currency"])
    return [row["name"], kind, months, cost, required, beside]


TRAINING = Kind(
    list_of="trainings",
    record=TrainingSaid,
    table=TrainingFinding,
    topic="training",
    counts_by="name",
    parts=(
        Typed(name="name", shown_as="a way in"),
        Word(
            name="kind",
            column="training_kind",
            about="what kind of way in.",
            words=TrainingKind,
            empty="other",
        ),
        Word(name="required", about="whether it is required.", words=Required, counted=True),
        Span(name="months", abouts=("at least so many months.", "at most so many months.")),
        Money(
            name="cost",
            prefix="cost_",
            abouts=("costs at least.", "costs at most."),
            units=("currency",),
            read=read_cost,
        ),
        Flag(
            name="alongside_work",
            about="whether it can be done beside a job.",
            words=("alongside", "alongside work"),
        ),
        Code(name="currency", placed=False),
    ),
    alike=("kind", "name"),
    sorts=(Sort("training", "training", ("trainings",)),),
    words=words,
    tag=lambda said: ("training", said.name or said.kind),
    meaning="A way into the work.",
    one="A training",
    cells=(
        Cell(
            "training_required",
            "required training, required education, education required",
            "yes",
        ),
        Cell("training_not_required", "optional training", "no"),
        Cell(
            "training",
            "trainings, education, training path, qualifications, education and training",
            "unstated",
        ),
    ),
    by="required",
    what="the way in",
)
