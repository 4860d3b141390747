"""One conversation as it is typed, pasted or imported: parsed and checked here, then frozen.

Forms, drafts, files and samples all arrive as a `Conversation`; nothing behind it checks again.
Names (field, skill) are the words typed; the commands find or make the rows they stand for.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)

from lib import money
from lib.errors import Refused
from lib.figures import kept_day, kept_moment
from lib.ids import new_id
from lib.text import clean, fold, timed
from lib.words import (
    Attribution,
    Basis,
    Direction,
    Employed,
    Level,
    Necessity,
    Period,
    Required,
    Setting,
    Side,
    Status,
    Tax,
    Topic,
    TrainingKind,
    Whose,
)

SHORT, LONG = 200, 20_000
MOST_TIMES = 8_784
"""The hours of the longest year."""


def _text(most: int) -> AfterValidator:
    def check(value: str) -> str:
        try:
            kept = clean(value, most=most, what="This")
        except Refused as refused:
            raise ValueError(str(refused)) from refused
        # Some letters fold to several; what names are looked up by is kept in as many.
        if most <= SHORT and not kept.isascii() and len(fold(kept)) > most:
            raise ValueError("This is too long to be looked up by. Shorten it.")
        return kept

    return AfterValidator(check)


def _currency(value: str | None) -> str | None:
    code = (value or "").strip().upper()
    if code and code not in money.CURRENCIES:
        raise ValueError(f"{value} is no currency we know. Use a code such as USD or EUR.")
    return code or None


def _cents(value: Decimal | None) -> Decimal | None:
    if value is None:
        return None
    if not value.is_finite() or value < 0 or value >= Decimal(10) ** 13:
        raise ValueError("An amount is a number from 0 to ten trillion.")
    if value != round(value, 2):
        raise ValueError("An amount has at most two decimals.")
    return value


def _refusing(check: Callable[[Any], Any]) -> AfterValidator:
    """What a grammar refuses, a record refuses with the same sentence."""

    def checked(value: Any) -> Any:
        try:
            return None if value is None else check(value)
        except Refused as refused:
            raise ValueError(str(refused)) from refused

    return AfterValidator(checked)


Short = Annotated[str, _text(SHORT)]
Long = Annotated[str, _text(LONG)]
Amount = Annotated[Decimal | None, AfterValidator(_cents)]
Currency = Annotated[str | None, AfterValidator(_currency)]
Day = Annotated[date | None, _refusing(kept_day)]
Hour = Annotated[str | None, _refusing(kept_moment)]
"""Such as 2026-03-31T09:30, by the clocks of the place."""
Span = Annotated[float | None, Field(ge=0, le=600, allow_inf_nan=False)]


def _in_order(low: Any, high: Any, what: str) -> None:
    if low is not None and high is not None and low > high:
        raise ValueError(f"{what} from {low} to {high}: the lower figure comes first.")


class Record(BaseModel):
    """Frozen, and refuses what it does not know; its errors do not repeat what was typed."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class NoteLine(Record):
    """One line of the notes; `said_at` is where a recording has it: `0:12:34`, else empty."""

    id: UUID = Field(default_factory=new_id)
    text: Annotated[Long, Field(min_length=1)]
    said_at: Annotated[str, Field(pattern=r"^(?:\d{1,3}:[0-5]\d:[0-5]\d)?$")] = ""

    @property
    def timed(self) -> str:
        """The line with its time before it: `[0:12:34] Ann: hello`."""
        return timed(self.said_at, self.text)


class Said(Record):
    """One finding: the words, the line of the notes they stand in, and whether it is private."""

    id: UUID = Field(default_factory=new_id)
    note_id: UUID | None = None
    quote: Long = ""
    private: bool = False
    field: Short = ""
    """The field it is about; empty: the conversation's."""

    def named(self) -> bool:
        """Whether it has the name or figure under which it counts."""
        raise NotImplementedError

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.named() and not self.quote:
            raise ValueError("This says nothing yet. Fill it in, or take it out.")
        return self


class SkillSaid(Said):
    """A skill; `said_as` keeps the words where they differ from its name."""

    skill: Short = ""
    said_as: Short = ""
    necessity: Necessity = "unstated"

    def named(self) -> bool:
        return bool(self.skill)


class TrainingSaid(Said):
    """A way in."""

    name: Short = ""
    kind: TrainingKind = "other"
    months_low: Span = None
    months_high: Span = None
    cost_low: Amount = None
    cost_high: Amount = None
    currency: Currency = None
    required: Required = "unstated"
    alongside_work: bool | None = None

    def named(self) -> bool:
        return bool(self.name)

    @model_validator(mode="after")
    def _ranges(self) -> Self:
        _in_order(self.months_low, self.months_high, "Months")
        _in_order(self.cost_low, self.cost_high, "Cost")
        return self


class SalarySaid(Said):
    """A figure: a low end, a high end or both."""

    level: Level = "unstated"
    low: Amount = None
    high: Amount = None
    currency: Currency = None
    period: Period = "unstated"
    basis: Basis = "unstated"
    tax: Tax = "unstated"
    employed: Employed = "unstated"
    whose: Whose = "heard"
    year: Annotated[int, Field(ge=1950, le=2100)] | None = None
    times: Annotated[int, Field(ge=1, le=MOST_TIMES)] | None = None
    """How often a year its period is paid: thirteen months, 180 days."""
    place: Short = ""
    benefits: Long = ""

    def named(self) -> bool:
        return self.low is not None or self.high is not None

    @model_validator(mode="after")
    def _range(self) -> Self:
        _in_order(self.low, self.high, "Pay")
        return self


class AspectSaid(Said):
    """Something good or hard."""

    side: Side
    theme: Short = ""

    def named(self) -> bool:
        return bool(self.theme)


class StepSaid(Said):
    """One rung of a career."""

    position: Annotated[int, Field(ge=1, le=40)] = 1
    title: Short = ""
    years_low: Span = None
    years_high: Span = None
    low: Amount = None
    high: Amount = None
    currency: Currency = None
    period: Period = "unstated"

    def named(self) -> bool:
        return bool(self.title)

    @model_validator(mode="after")
    def _ranges(self) -> Self:
        _in_order(self.years_low, self.years_high, "Years")
        _in_order(self.low, self.high, "Pay")
        return self


class OutlookSaid(Said):
    """Where the field is going."""

    direction: Direction = "unstated"

    def named(self) -> bool:
        return self.direction != "unstated"


class PersonSaid(Record):
    """Who was talked to, and how they agreed to appear."""

    id: UUID = Field(default_factory=new_id)
    name: Short = ""
    nicknames: Short = ""
    role: Short = ""
    organisation: Short = ""
    email: Short = ""
    phone: Short = ""
    profile_link: Annotated[str, _text(500)] = ""
    how_met: Long = ""
    introduced_by_id: UUID | None = None
    attribution: Attribution = "described"
    consent_on: Day = None
    description: Short = ""

    @model_validator(mode="after")
    def _consent(self) -> Self:
        if self.attribution == "named" and self.consent_on is None:
            raise ValueError("To show the name, say on which day they agreed to it.")
        return self


class Conversation(Record):
    """One conversation with all that was said; `version` 0 is a new one."""

    id: UUID = Field(default_factory=new_id)
    version: int = 0
    field: Annotated[Short, Field(min_length=1)]
    person: PersonSaid
    role: Short = ""
    organisation: Short = ""
    status: Status = "held"
    held_on: Day = None
    planned_on: Day = None
    starts_at: Hour = None
    zone: Annotated[str, Field(max_length=64)] | None = None
    planned_minutes: Annotated[int, Field(ge=1, le=1440)] | None = None
    setting: Setting = ""
    place: Short = ""
    purpose: Long = ""
    interest_before: Annotated[int, Field(ge=1, le=5)] | None = None
    interest_after: Annotated[int, Field(ge=1, le=5)] | None = None
    talked: Annotated[int, Field(ge=0, le=4)] | None = None
    takeaway: Long = ""
    asked: tuple[Topic, ...] = ()
    notes: tuple[NoteLine, ...] = ()
    skills: tuple[SkillSaid, ...] = ()
    trainings: tuple[TrainingSaid, ...] = ()
    salaries: tuple[SalarySaid, ...] = ()
    aspects: tuple[AspectSaid, ...] = ()
    steps: tuple[StepSaid, ...] = ()
    outlooks: tuple[OutlookSaid, ...] = ()

    @field_validator("asked")
    @classmethod
    def _each_once(cls, asked: tuple[Topic, ...]) -> tuple[Topic, ...]:
        return tuple(dict.fromkeys(asked))

    @model_validator(mode="after")
    def _held(self) -> Self:
        if self.status != "held":
            return self
        if self.held_on is None:
            raise ValueError("Say on which day the conversation was held.")
        if self.held_on > date.today() + timedelta(days=1):
            raise ValueError("A conversation that was held cannot lie in the future.")
        return self

    def findings(self) -> Iterable[Said]:
        """All that was said, of every kind."""
        for kind in RECORDS:
            yield from getattr(self, kind)


RECORDS: dict[str, type[Said]] = {
    "skills": SkillSaid,
    "trainings": TrainingSaid,
    "salaries": SalarySaid,
    "aspects": AspectSaid,
    "steps": StepSaid,
    "outlooks": OutlookSaid,
}
"""The lists of findings of a conversation, in the order of `lib.model.FINDINGS`."""


@dataclass(frozen=True)
class Problem:
    """One value that breaks a rule: where it stands, and a sentence that says what to do."""

    where: tuple[str | int, ...]
    message: str


def problems(error: ValidationError) -> list[Problem]:
    """The refusals of one record in plain words."""
    return [
        Problem(tuple(item["loc"]), _sentence(item["type"], item["msg"], item.get("ctx", {})))
        for item in error.errors(include_url=False, include_input=False)
    ]


_SENTENCES = {
    "missing": "This is needed.",
    "string_too_short": "This is needed.",
    "too_short": "This is needed.",
    "extra_forbidden": "This is not something Fieldwork keeps.",
    "date_from_datetime_parsing": "Write the date as 2026-03-31.",
    "date_parsing": "Write the date as 2026-03-31.",
    "decimal_parsing": "Write a number.",
    "float_parsing": "Write a number.",
    "int_parsing": "Write a whole number.",
    "int_from_float": "Write a whole number.",
    "greater_than_equal": "At least {ge}.",
    "less_than_equal": "At most {le}.",
    "literal_error": "Choose one of {expected}.",
}


def _sentence(kind: str, message: str, context: dict[str, Any]) -> str:
    if kind in _SENTENCES:
        return _SENTENCES[kind].format(**context)
    return message.removeprefix("Value error, ")
