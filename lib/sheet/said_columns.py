"""The columns of a sheet with one finding a row: what each holds, and for which kinds."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from lib.records import (
    AspectSaid,
    NoteLine,
    OutlookSaid,
    SalarySaid,
    SkillSaid,
    StepSaid,
    TrainingSaid,
)
from lib.sheet.columns import ALIASES, bare
from lib.words import (
    Basis,
    Direction,
    Employed,
    Level,
    Necessity,
    Period,
    Required,
    Tax,
    TrainingKind,
    Whose,
)

TIED = {
    "interview": "interview id, conversation, conversation id",
    "person": ALIASES["person"],
    "field": ALIASES["field"],
    "held_on": ALIASES["held_on"],
}
"""The columns that say in which conversation it was said, and what else they are called."""

SAID_COLUMNS = (
    *TIED, "kind", "what", "quote", "necessity", "said_as", "training_kind", "required",
    "months_low", "months_high", "cost_low", "cost_high", "alongside_work", "level", "low",
    "high", "currency", "period", "whose", "basis", "tax", "employed", "year", "place",
    "benefits", "years_low", "years_high", "position", "private", "about_field",
)  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """One kind of finding: its list in a conversation, its record, what `what` stands for."""

    list_of: str
    record: type[Any]
    what: str = ""
    fixed: tuple[tuple[str, str], ...] = ()

    @property
    def attributes(self) -> dict[str, str]:
        """The record's attributes by the columns that hold them."""
        if self.record is NoteLine:
            return {"quote": "text"}
        skipped = {"id", "note_id", self.what, *(name for name, _ in self.fixed)}
        found = {_RENAMED.get(n, n): n for n in self.record.model_fields if n not in skipped}
        return found | ({"what": self.what} if self.what else {})


_RENAMED = {"kind": "training_kind", "field": "about_field"}
"""Attributes that are called otherwise, since the sheet has a column of that name."""

KINDS = {
    "skill": Kind("skills", SkillSaid, "skill"),
    "pay": Kind("salaries", SalarySaid),
    "training": Kind("trainings", TrainingSaid, "name"),
    "upside": Kind("aspects", AspectSaid, "theme", (("side", "upside"),)),
    "downside": Kind("aspects", AspectSaid, "theme", (("side", "downside"),)),
    "step": Kind("steps", StepSaid, "title"),
    "outlook": Kind("outlooks", OutlookSaid, "direction"),
    "note": Kind("notes", NoteLine),
}
ALSO = {
    "skills": "skill", "salary": "pay", "wage": "pay", "trainings": "training", "pro": "upside",
    "upsides": "upside", "con": "downside", "downsides": "downside", "steps": "step",
    "notes": "note",
}  # fmt: skip

YES_OR_NO = ("yes", "no")
BOOLEANS = ("alongside_work", "private")


def _stated(words: Any) -> tuple[str, ...]:
    """The words of a closed list; what is unstated is an empty cell."""
    return tuple(word for word in get_args(words) if word != "unstated")


SAID_LISTS: dict[str, tuple[str, ...]] = {
    "kind": tuple(KINDS),
    "necessity": _stated(Necessity),
    "training_kind": _stated(TrainingKind),
    "required": _stated(Required),
    "level": _stated(Level),
    "period": _stated(Period),
    "whose": _stated(Whose),
    "basis": _stated(Basis),
    "tax": _stated(Tax),
    "employed": _stated(Employed),
    **dict.fromkeys(BOOLEANS, YES_OR_NO),
}
"""The columns that hold one word of a closed list."""

DIRECTIONS = _stated(Direction)
AMOUNTS = ("low", "high", "cost_low", "cost_high")
SPANS = {"months_low": "months", "months_high": "months", "years_low": "years",
         "years_high": "years"}  # fmt: skip
WHOLE = ("position", "year")


def known_said_column(heading: str) -> str | None:
    """The column that a heading stands for."""
    return _by_heading().get(bare(heading))


def is_said(columns: Collection[str | None]) -> bool:
    """Whether headings are those of a sheet with a finding a row."""
    return "kind" in columns and not {"what", "quote"}.isdisjoint(columns)


@cache
def _by_heading() -> dict[str, str]:
    also = {bare(word): name for name, words in TIED.items() for word in words.split(", ")}
    return also | {bare(name): name for name in SAID_COLUMNS}
