"""Whose career it is, with their skills; and what was typed, imported and changed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

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
    refers,
)
from lib.words import Action, Stage


class Explorer(Base):
    """The person whose career it is; `revision` changes with all that a screen shows.

    `about_me` is what they say of themselves in a minute, and in a message; `shapes` what they said
    of the columns of sheets, as JSON by the fingerprint of their headings. `closed_on` is the day
    on which the search was over; None while it goes on.
    `subject` is who signs in as them (None without a provider); what the provider said up to
    `signed_out` no longer holds.
    """

    __tablename__ = "explorer"
    __table_args__ = (
        CheckConstraint("hours_a_year > 0", name="hours_a_year"),
        UniqueConstraint("subject"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[Name] = mapped_column(default="")
    subject: Mapped[str | None] = mapped_column(String(255))
    signed_out: Mapped[datetime | None]
    base_currency: Mapped[str] = mapped_column(String(3), default="USD")
    zone: Mapped[str] = mapped_column(String(64), default="UTC")
    hours_a_year: Mapped[int] = mapped_column(default=2080)
    current_pay: Mapped[Hundredths | None]
    looking_since: Mapped[date | None]
    closed_on: Mapped[date | None]
    applications: Mapped[int | None]
    answers: Mapped[int | None]
    least_pay: Mapped[Hundredths | None]
    most_months: Mapped[int | None]
    most_cost: Mapped[Hundredths | None]
    about_me: Mapped[LongText] = mapped_column(default="")
    shapes: Mapped[LongText] = mapped_column(default="")
    sample: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[UUID]


class Skill(Owned, Base):
    """A skill in the explorer's words; merged ones point at the one that counts."""

    __tablename__ = "skill"
    __table_args__ = (
        refers("merged_into_id", "skill"),
        UniqueConstraint("explorer_id", "folded"),
        CLUSTERED,
    )

    name: Mapped[Name]
    folded: Mapped[Name]
    taxonomy_code: Mapped[str | None] = mapped_column(String(60))
    merged_into_id: Mapped[UUID | None]
    sample: Mapped[bool] = mapped_column(default=False)


class OwnSkill(Owned, Base):
    """What the explorer can do: 1 (heard of it) to 5 (taught it), and where it was shown."""

    __tablename__ = "own_skill"
    __table_args__ = (
        refers("skill_id", "skill"),
        between("level", 1, 5),
        UniqueConstraint("explorer_id", "skill_id"),
        CLUSTERED,
    )

    skill_id: Mapped[UUID]
    level: Mapped[int]
    shown: Mapped[LongText] = mapped_column(default="")
    sample: Mapped[bool] = mapped_column(default=False)


class CriterionWeight(Owned, Base):
    """How much one criterion counts, and the ends of its scale: at `low` it counts nothing.

    Months, or whole units of the base currency; none are the ends that nobody set.
    """

    __tablename__ = "criterion_weight"
    __table_args__ = (
        between("points", 0, 10),
        UniqueConstraint("explorer_id", "criterion"),
        CLUSTERED,
    )

    criterion: Mapped[Word]
    points: Mapped[int]
    scale_low: Mapped[int | None]
    scale_high: Mapped[int | None]


class DealBreaker(Owned, Base):
    """A theme that rules a field out where enough people call it hard."""

    __tablename__ = "deal_breaker"
    __table_args__ = (UniqueConstraint("explorer_id", "theme"), CLUSTERED)

    theme: Mapped[Name]


class Decision(Owned, Base):
    """What was decided on a day and why; of one field and where it stands now, or of all."""

    __tablename__ = "decision"
    __table_args__ = (
        refers("field_id", "field"),
        one_of("stage", Stage),
        CheckConstraint("stage IS NOT NULL OR why <> ''", name="says_something"),
        CLUSTERED,
    )

    field_id: Mapped[UUID | None]
    stage: Mapped[Word | None]
    decided_on: Mapped[date]
    why: Mapped[LongText]


FORGOTTEN = "forgotten"
"""The name of a draft of no form: its id says when somebody was forgotten last."""


class Draft(Owned, Base):
    """What was typed into one form and is not saved yet."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("explorer_id", "form"), CLUSTERED)

    form: Mapped[str] = mapped_column(String(120))
    content: Mapped[dict[str, Any]]
    at: Mapped[datetime]


class ImportRow(Owned, Base):
    """One row of a file, so that it is known when it comes again."""

    __tablename__ = "import_row"
    __table_args__ = (
        refers("interview_id", "interview"),
        UniqueConstraint("explorer_id", "source", "row_key"),
        Index(None, "explorer_id", "interview_id"),
        CLUSTERED,
    )

    source: Mapped[str] = mapped_column(String(200))
    row_key: Mapped[str] = mapped_column(String(400))
    digest: Mapped[str] = mapped_column(String(64))
    interview_id: Mapped[UUID]


class Change(Owned, Base):
    """One row as it was before and after: undo and history read it for thirty days.

    A `step` is all that one press changed; `before` of a row that was added and `after` of one
    that was removed are empty, and a changed row keeps the changed columns alone.
    """

    __tablename__ = "change"
    __table_args__ = (
        one_of("action", Action),
        Index(None, "explorer_id", "step"),
        Index(None, "explorer_id", "at"),
        CLUSTERED,
    )

    step: Mapped[UUID]
    at: Mapped[datetime]
    actor: Mapped[Name]
    summary: Mapped[Name]
    action: Mapped[Word]
    table_name: Mapped[Word]
    row_id: Mapped[UUID]
    before: Mapped[dict[str, Any] | None]
    after: Mapped[dict[str, Any] | None]
    undone: Mapped[bool] = mapped_column(default=False)
