"""What carries a person through one conversation: its letters, its hour, what was made ready."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lib.model.base import CLUSTERED, Base, LongText, Name, Owned, Word, between, one_of, refers
from lib.words import CheckItem, Length, MessageKind, Setting, Tone


class Message(Owned, Base):
    """One letter of a conversation as it was sent, or is about to be: one of each kind."""

    __tablename__ = "message"
    __table_args__ = (
        refers("interview_id", "interview"),
        one_of("kind", MessageKind),
        one_of("tone", Tone),
        one_of("length", Length),
        UniqueConstraint("explorer_id", "interview_id", "kind"),
        CLUSTERED,
    )

    interview_id: Mapped[UUID]
    kind: Mapped[Word]
    tone: Mapped[Word] = mapped_column(default="plain")
    length: Mapped[Word] = mapped_column(default="short")
    subject: Mapped[Name] = mapped_column(default="")
    text: Mapped[LongText] = mapped_column(default="")
    sent_on: Mapped[date | None]
    answered_on: Mapped[date | None]


class CalendarEvent(Owned, Base):
    """What the last calendar file of a conversation said; a later one has the same `uid`.

    `starts_at` is the wall time in `zone`, the second one of its name where `fold` is 1; `digest`
    is that of all that the file held, and `sequence` goes up with it.
    """

    __tablename__ = "calendar_event"
    __table_args__ = (
        refers("interview_id", "interview"),
        one_of("setting", Setting),
        between("minutes", 1, 1440),
        between("fold", 0, 1),
        CheckConstraint("sequence >= 0", name="sequence"),
        UniqueConstraint("explorer_id", "interview_id"),
        CLUSTERED,
    )

    interview_id: Mapped[UUID]
    uid: Mapped[Name]
    sequence: Mapped[int] = mapped_column(default=0)
    starts_at: Mapped[str] = mapped_column(String(16))
    zone: Mapped[str] = mapped_column(String(64))
    fold: Mapped[int] = mapped_column(default=0)
    minutes: Mapped[int]
    setting: Mapped[Word] = mapped_column(default="")
    place: Mapped[Name] = mapped_column(default="")
    cancelled: Mapped[bool] = mapped_column(default=False)
    digest: Mapped[str] = mapped_column(String(64), default="")
    made_at: Mapped[datetime]


class ChecklistTick(Owned, Base):
    """One thing that was made ready for one conversation."""

    __tablename__ = "checklist_tick"
    __table_args__ = (
        refers("interview_id", "interview"),
        one_of("item", CheckItem),
        UniqueConstraint("explorer_id", "interview_id", "item"),
        CLUSTERED,
    )

    interview_id: Mapped[UUID]
    item: Mapped[Word]
    ticked_at: Mapped[datetime]


class CalendarFeed(Owned, Base):
    """An address that a calendar reads all planned talks from: only its digest is kept.

    `read_on`: the last day on which it was read.
    """

    __tablename__ = "calendar_feed"
    __table_args__ = (UniqueConstraint("token_digest"), CLUSTERED)

    token_digest: Mapped[bytes] = mapped_column(LargeBinary(32))
    made_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    read_on: Mapped[date | None]
