"""What was found in a page of notes: suggestions by kind, each with its words in the page."""

from dataclasses import dataclass
from decimal import Decimal

from lib.money import Period
from lib.words import (
    Basis,
    Direction,
    Employed,
    Level,
    Necessity,
    Required,
    Side,
    Tax,
    TrainingKind,
    Whose,
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The words it rests on: `page[start:start + len(quote)] == quote`."""

    quote: str
    start: int

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.quote)


@dataclass(frozen=True, slots=True)
class SkillFound(Suggestion):
    """A skill by the short name a person would write down, and how much it matters."""

    name: str
    necessity: Necessity = "unstated"
    likely: float = 1.0


@dataclass(frozen=True, slots=True)
class PayFound(Suggestion):
    """A figure of pay in whole units; what was not said is None or "unstated"."""

    low: Decimal | None
    high: Decimal | None
    currency: str | None = None
    period: Period | None = None
    times: int | None = None
    level: Level = "unstated"
    whose: Whose = "heard"
    basis: Basis = "unstated"
    tax: Tax = "unstated"
    employed: Employed = "unstated"
    year: int | None = None


@dataclass(frozen=True, slots=True)
class TrainingFound(Suggestion):
    """A way in; months and cost as said, cost in whole units."""

    kind: TrainingKind
    name: str
    required: Required = "unstated"
    months_low: float | None = None
    months_high: float | None = None
    cost_low: Decimal | None = None
    cost_high: Decimal | None = None
    currency: str | None = None
    alongside_work: bool | None = None


@dataclass(frozen=True, slots=True)
class AspectFound(Suggestion):
    """Something good or hard, under one of the themes or in short words of its own."""

    side: Side
    theme: str


@dataclass(frozen=True, slots=True)
class StepFound(Suggestion):
    """One rung of a career."""

    title: str
    years_low: float | None = None
    years_high: float | None = None


@dataclass(frozen=True, slots=True)
class OutlookFound(Suggestion):
    """Where the field is going."""

    direction: Direction


@dataclass(frozen=True, slots=True)
class PersonFound(Suggestion):
    """Somebody to meet."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """All that a page of notes suggests, each kind in the order it was said."""

    speaker: str = ""
    field: str = ""
    role: str = ""
    skills: tuple[SkillFound, ...] = ()
    salaries: tuple[PayFound, ...] = ()
    training: tuple[TrainingFound, ...] = ()
    upsides: tuple[AspectFound, ...] = ()
    downsides: tuple[AspectFound, ...] = ()
    steps: tuple[StepFound, ...] = ()
    outlook: tuple[OutlookFound, ...] = ()
    people: tuple[PersonFound, ...] = ()
    unread: int = 0
    """Characters that were passed over: of a very long text, what seems to tell little."""
