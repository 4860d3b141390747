"""Fields, people, and the conversations with their notes, questions and what they led to."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lib.model.base import (
    CLUSTERED,
    Base,
    LongText,
    Name,
    Owned,
    Word,
    between,
    one_of,
    refers,
)
from lib.words import (
    AgendaSource,
    AgendaState,
    Attribution,
    Case,
    FieldKind,
    FollowUpKind,
    Mark,
    OutcomeKind,
    OwedBy,
    Recording,
    Setting,
    Stage,
    Status,
    Topic,
)


class Field(Owned, Base):
    """A line of work under consideration; one of them may be the current one."""

    __tablename__ = "field"
    __table_args__ = (
        one_of("kind", FieldKind),
        one_of("stage", Stage),
        CheckConstraint("hours_a_year > 0", name="hours_a_year"),
        UniqueConstraint("explorer_id", "folded"),
        CLUSTERED,
    )

    name: Mapped[Name]
    folded: Mapped[Name]
    kind: Mapped[Word] = mapped_column(default="new")
    stage: Mapped[Word] = mapped_column(default="open")
    decision: Mapped[LongText] = mapped_column(default="")
    decided_on: Mapped[date | None]
    occupation_code: Mapped[str | None] = mapped_column(String(10))
    area_code: Mapped[str | None] = mapped_column(String(10))
    hours_a_year: Mapped[int | None]
    colour_slot: Mapped[int]
    notes: Mapped[LongText] = mapped_column(default="")
    sample: Mapped[bool] = mapped_column(default=False)


class Person(Owned, Base):
    """Who was talked to, and how they agreed to appear.

    Their working day, for a time that suits them: local hours in `zone`, and days by their ISO
    numbers ("12345").
    """

    __tablename__ = "person"
    __table_args__ = (
        refers("introduced_by_id", "person"),
        one_of("attribution", Attribution),
        CheckConstraint(
            "attribution <> 'named' OR consent_on IS NOT NULL", name="named_with_consent"
        ),
        Index(None, "explorer_id", "folded"),
        CLUSTERED,
    )

    name: Mapped[Name] = mapped_column(default="")
    folded: Mapped[Name] = mapped_column(default="")
    nicknames: Mapped[Name] = mapped_column(default="")
    role: Mapped[Name] = mapped_column(default="")
    organisation: Mapped[Name] = mapped_column(default="")
    email: Mapped[Name] = mapped_column(default="")
    phone: Mapped[Name] = mapped_column(default="")
    profile_link: Mapped[str] = mapped_column(String(500), default="")
    how_met: Mapped[LongText] = mapped_column(default="")
    introduced_by_id: Mapped[UUID | None]
    attribution: Mapped[Word] = mapped_column(default="described")
    consent_on: Mapped[date | None]
    description: Mapped[Name] = mapped_column(default="")
    zone: Mapped[str | None] = mapped_column(String(64))
    day_begins: Mapped[str | None] = mapped_column(String(5))
    day_ends: Mapped[str | None] = mapped_column(String(5))
    working_days: Mapped[str | None] = mapped_column(String(7))
    sample: Mapped[bool] = mapped_column(default=False)


class Interview(Owned, Base):
    """One conversation, planned or held; `version` goes up with it and any of its findings.

    `begun_at` and `ended_at` are the talk itself, `more_minutes` what the host offered beyond the
    frame, `recording` whether they agreed to be recorded. `fold` 1: the second of two hours of the
    same name, when the clocks go back.
    """

    __tablename__ = "interview"
    __table_args__ = (
        refers("field_id", "field"),
        refers("person_id", "person"),
        one_of("status", Status),
        one_of("setting", Setting),
        between("interest_before", 1, 5),
        between("interest_after", 1, 5),
        between("talked", 0, 4),
        between("planned_minutes", 1, 1440),
        between("travel_minutes", 0, 1440),
        between("fold", 0, 1),
        between("more_minutes", 0, 60),
        one_of("recording", Recording),
        CheckConstraint("status <> 'held' OR held_on IS NOT NULL", name="held_on"),
        Index(None, "explorer_id", "person_id"),
        CLUSTERED,
    )

    field_id: Mapped[UUID]
    person_id: Mapped[UUID]
    role: Mapped[Name] = mapped_column(default="")
    organisation: Mapped[Name] = mapped_column(default="")
    organisation_folded: Mapped[Name] = mapped_column(default="")
    status: Mapped[Word]
    held_on: Mapped[date | None]
    planned_on: Mapped[date | None]
    starts_at: Mapped[str | None] = mapped_column(String(16))
    zone: Mapped[str | None] = mapped_column(String(64))
    fold: Mapped[int] = mapped_column(default=0)
    planned_minutes: Mapped[int | None]
    travel_minutes: Mapped[int | None]
    begun_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    more_minutes: Mapped[int | None]
    recording: Mapped[Word] = mapped_column(default="")
    setting: Mapped[Word] = mapped_column(default="")
    place: Mapped[Name] = mapped_column(default="")
    purpose: Mapped[LongText] = mapped_column(default="")
    interest_before: Mapped[int | None]
    interest_after: Mapped[int | None]
    talked: Mapped[int | None]
    takeaway: Mapped[LongText] = mapped_column(default="")
    version: Mapped[int] = mapped_column(default=1)
    sample: Mapped[bool] = mapped_column(default=False)


class StatusChange(Owned, Base):
    """When a conversation moved from one status to the next."""

    __tablename__ = "status_change"
    __table_args__ = (
        refers("interview_id", "interview"),
        one_of("to_status", Status),
        Index(None, "explorer_id", "interview_id"),
        CLUSTERED,
    )

    interview_id: Mapped[UUID]
    from_status: Mapped[Word | None]
    to_status: Mapped[Word]
    at: Mapped[datetime]


class TopicAsked(Owned, Base):
    """A tick: this conversation asked about this topic."""

    __tablename__ = "topic_asked"
    __table_args__ = (
        refers("interview_id", "interview"),
        one_of("topic", Topic),
        UniqueConstraint("explorer_id", "interview_id", "topic"),
        CLUSTERED,
    )

    interview_id: Mapped[UUID]
    topic: Mapped[Word]


class Note(Owned, Base):
    """One line of the notes; the only store of notes. A mark is what a key made of it in Talk.

    `said_at` is the moment it was typed in Talk, `recorded_at` where a recording has it: `0:12:34`.
    """

    __tablename__ = "note"
    __table_args__ = (
        refers("interview_id", "interview"),
        one_of("mark", Mark),
        Index(None, "explorer_id", "interview_id", "position"),
        CLUSTERED,
    )

    interview_id: Mapped[UUID]
    position: Mapped[int]
    topic: Mapped[Word | None]
    said_at: Mapped[datetime | None]
    text: Mapped[LongText]
    mark: Mapped[Word] = mapped_column(default="")
    recorded_at: Mapped[Word] = mapped_column(default="")


class Question(Owned, Base):
    """A question worth asking, beside the bank's: the explorer's own, or from a comment."""

    __tablename__ = "question"
    __table_args__ = (
        refers("comment_id", "comment"),
        refers("field_id", "field"),
        one_of("topic", Topic),
        one_of("special", Case),
        CLUSTERED,
    )

    topic: Mapped[Word]
    text: Mapped[LongText]
    field_id: Mapped[UUID | None]
    comment_id: Mapped[UUID | None]
    special: Mapped[Word] = mapped_column(default="")


class AgendaItem(Owned, Base):
    """One question of one conversation's agenda, and what was answered.

    Its words and topic are its own; `question_id` or `bank_key` say which question it was, `why`
    what put it there. Time for the host's questions has no topic.
    """

    __tablename__ = "agenda_item"
    __table_args__ = (
        refers("interview_id", "interview"),
        refers("question_id", "question"),
        one_of("topic", Topic),
        one_of("source", AgendaSource),
        one_of("state", AgendaState),
        between("minutes", 1, 240),
        Index(None, "explorer_id", "interview_id", "position"),
        CLUSTERED,
    )

    interview_id: Mapped[UUID]
    question_id: Mapped[UUID | None]
    position: Mapped[int]
    topic: Mapped[Word | None]
    text: Mapped[LongText] = mapped_column(default="")
    why: Mapped[LongText] = mapped_column(default="")
    source: Mapped[Word] = mapped_column(default="own")
    bank_key: Mapped[Name] = mapped_column(default="")
    minutes: Mapped[int | None]
    state: Mapped[Word] = mapped_column(default="waiting")
    begun_at: Mapped[datetime | None]
    answered: Mapped[bool] = mapped_column(default=False)
    answer: Mapped[LongText] = mapped_column(default="")


class FollowUp(Owned, Base):
    """What was promised in a conversation, by whom, and by when."""

    __tablename__ = "follow_up"
    __table_args__ = (
        refers("interview_id", "interview"),
        one_of("kind", FollowUpKind),
        one_of("owed_by", OwedBy),
        Index(None, "explorer_id", "interview_id"),
        CLUSTERED,
    )

    interview_id: Mapped[UUID]
    kind: Mapped[Word]
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    text: Mapped[LongText] = mapped_column(default="")
    owed_by: Mapped[Word] = mapped_column(default="me")


class Outcome(Owned, Base):
    """What a conversation led to; an introduction names whom, where they are known."""

    __tablename__ = "outcome"
    __table_args__ = (
        refers("interview_id", "interview"),
        refers("person_id", "person"),
        one_of("kind", OutcomeKind),
        Index(None, "explorer_id", "interview_id"),
        CLUSTERED,
    )

    interview_id: Mapped[UUID]
    kind: Mapped[Word]
    happened_on: Mapped[date | None]
    note: Mapped[LongText] = mapped_column(default="")
    person_id: Mapped[UUID | None]
