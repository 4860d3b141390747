"""What a person said, one row a finding: the words (quote) and what they come down to.

A finding may still lack its name or figure as long as it has its words; screens count it once
it has one. Field and person are the interview's unless the person spoke about something else.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from lib.model.base import (
    CLUSTERED,
    Base,
    Hundredths,
    LongText,
    Name,
    Owned,
    Word,
    between,
    one_of,
    ordered,
    refers,
)
from lib.words import (
    Basis,
    Direction,
    Employed,
    Level,
    Necessity,
    Period,
    Required,
    Side,
    Tax,
    TrainingKind,
    Whose,
)


class Finding(Owned):
    """What all findings have; what a kind keeps beside it, `lib.findings` describes."""

    interview_id: Mapped[UUID]
    field_id: Mapped[UUID]
    person_id: Mapped[UUID]
    note_id: Mapped[UUID | None]
    quote: Mapped[LongText] = mapped_column(default="")
    private: Mapped[bool] = mapped_column(default=False)

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        return (
            refers("interview_id", "interview"),
            refers("field_id", "field"),
            refers("person_id", "person"),
            refers("note_id", "note"),
            Index(None, "explorer_id", "interview_id"),
            Index(None, "explorer_id", "person_id"),
            *cls.rules(),
            CLUSTERED,
        )

    @classmethod
    def rules(cls) -> tuple[Any, ...]:
        """The constraints of this kind alone."""
        raise NotImplementedError


class SkillFinding(Finding, Base):
    """A skill somebody named, in their own word (`said_as`) and how much it matters."""

    __tablename__ = "skill_finding"

    skill_id: Mapped[UUID | None]
    said_as: Mapped[Name] = mapped_column(default="")
    necessity: Mapped[Word] = mapped_column(default="unstated")

    @classmethod
    def rules(cls) -> tuple[Any, ...]:
        return (
            refers("skill_id", "skill"),
            Index(None, "explorer_id", "skill_id"),
            one_of("necessity", Necessity),
            CheckConstraint("skill_id IS NOT NULL OR quote <> ''", name="says_something"),
        )


class TrainingFinding(Finding, Base):
    """A way in: how long it takes (months), what it costs, and whether it is required."""

    __tablename__ = "training_finding"

    kind: Mapped[Word] = mapped_column(default="other")
    name: Mapped[Name] = mapped_column(default="")
    months_low: Mapped[float | None]
    months_high: Mapped[float | None]
    cost_low: Mapped[Hundredths | None]
    cost_high: Mapped[Hundredths | None]
    currency: Mapped[str | None] = mapped_column(String(3))
    required: Mapped[Word] = mapped_column(default="unstated")
    alongside_work: Mapped[bool | None]

    @classmethod
    def rules(cls) -> tuple[Any, ...]:
        return (
            one_of("kind", TrainingKind),
            one_of("required", Required),
            ordered("months_low", "months_high"),
            ordered("cost_low", "cost_high"),
            CheckConstraint("name <> '' OR quote <> ''", name="says_something"),
        )


class SalaryFinding(Finding, Base):
    """A figure: a low end, a high end or both, in hundredths; what is unstated stays unstated."""

    __tablename__ = "salary_finding"

    level: Mapped[Word] = mapped_column(default="unstated")
    low: Mapped[Hundredths | None]
    high: Mapped[Hundredths | None]
    currency: Mapped[str | None] = mapped_column(String(3))
    period: Mapped[Word] = mapped_column(default="unstated")
    basis: Mapped[Word] = mapped_column(default="unstated")
    tax: Mapped[Word] = mapped_column(default="unstated")
    employed: Mapped[Word] = mapped_column(default="unstated")
    whose: Mapped[Word] = mapped_column(default="heard")
    year: Mapped[int | None]
    times: Mapped[int | None]
    place: Mapped[Name] = mapped_column(default="")
    benefits: Mapped[LongText] = mapped_column(default="")

    @classmethod
    def rules(cls) -> tuple[Any, ...]:
        return (
            one_of("level", Level),
            one_of("period", Period),
            one_of("basis", Basis),
            one_of("tax", Tax),
            one_of("employed", Employed),
            one_of("whose", Whose),
            ordered("low", "high"),
            between("year", 1950, 2100),
            between("times", 1, 8784),
            CheckConstraint(
                "low IS NOT NULL OR high IS NOT NULL OR quote <> ''", name="says_something"
            ),
        )


class AspectFinding(Finding, Base):
    """Something good or hard about the work."""

    __tablename__ = "aspect_finding"

    side: Mapped[Word]
    theme: Mapped[Name] = mapped_column(default="")

    @classmethod
    def rules(cls) -> tuple[Any, ...]:
        return (
            one_of("side", Side),
            CheckConstraint("theme <> '' OR quote <> ''", name="says_something"),
        )


class StepFinding(Finding, Base):
    """One rung of a career: its title, the years until the next, its pay."""

    __tablename__ = "step_finding"

    position: Mapped[int] = mapped_column(default=1)
    title: Mapped[Name] = mapped_column(default="")
    years_low: Mapped[float | None]
    years_high: Mapped[float | None]
    low: Mapped[Hundredths | None]
    high: Mapped[Hundredths | None]
    currency: Mapped[str | None] = mapped_column(String(3))
    period: Mapped[Word] = mapped_column(default="unstated")

    @classmethod
    def rules(cls) -> tuple[Any, ...]:
        return (
            one_of("period", Period),
            between("position", 1, 40),
            ordered("years_low", "years_high"),
            ordered("low", "high"),
            CheckConstraint("title <> '' OR quote <> ''", name="says_something"),
        )


class OutlookFinding(Finding, Base):
    """Where the field is going, as told."""

    __tablename__ = "outlook_finding"

    direction: Mapped[Word] = mapped_column(default="unstated")

    @classmethod
    def rules(cls) -> tuple[Any, ...]:
        return (
            one_of("direction", Direction),
            CheckConstraint("direction <> 'unstated' OR quote <> ''", name="says_something"),
        )


FINDINGS: tuple[type[Any], ...] = (
    SkillFinding,
    TrainingFinding,
    SalaryFinding,
    AspectFinding,
    StepFinding,
    OutlookFinding,
)
