"""Links for a coach, what each holds, and what the coach leaves."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lib.model.base import CLUSTERED, Base, LongText, Name, Owned, Word, one_of, refers
from lib.words import CommentKind, LinkColour


class Share(Owned, Base):
    """A link: only the digest of its token is kept, and the secret its ids are hashed with."""

    __tablename__ = "share"
    __table_args__ = (
        UniqueConstraint("token_digest"),
        CheckConstraint("threshold IN (1, 2, 3)", name="threshold"),
        one_of("colour", LinkColour),
        CLUSTERED,
    )

    label: Mapped[Name]
    message: Mapped[LongText] = mapped_column(default="")
    title: Mapped[Name] = mapped_column(default="")
    initials: Mapped[Word] = mapped_column(default="")
    colour: Mapped[Word] = mapped_column(default="")
    token_digest: Mapped[bytes] = mapped_column(LargeBinary(32))
    secret: Mapped[bytes] = mapped_column(LargeBinary(32))
    scope: Mapped[dict[str, Any]]
    threshold: Mapped[int] = mapped_column(default=1)
    opening_view: Mapped[Word] = mapped_column(default="overview")
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    paused: Mapped[bool] = mapped_column(default=False)
    revoked_at: Mapped[datetime | None]


class ShareField(Owned, Base):
    """A field that a link holds; none means nothing, and later fields are not added."""

    __tablename__ = "share_field"
    __table_args__ = (
        refers("share_id", "share"),
        refers("field_id", "field"),
        UniqueConstraint("explorer_id", "share_id", "field_id"),
        CLUSTERED,
    )

    share_id: Mapped[UUID]
    field_id: Mapped[UUID]


class ShareQuote(Owned, Base):
    """Free text in the wording that was read and released for one link."""

    __tablename__ = "share_quote"
    __table_args__ = (
        refers("share_id", "share"),
        UniqueConstraint("explorer_id", "share_id", "table_name", "row_id", "column_name"),
        CLUSTERED,
    )

    share_id: Mapped[UUID]
    table_name: Mapped[Word]
    row_id: Mapped[UUID]
    column_name: Mapped[Word]
    wording: Mapped[LongText]
    released_at: Mapped[datetime | None]


class ShareVisit(Owned, Base):
    """How often a link was opened on one day; no address is kept."""

    __tablename__ = "share_visit"
    __table_args__ = (
        refers("share_id", "share"),
        UniqueConstraint("explorer_id", "share_id", "visited_on"),
        CLUSTERED,
    )

    share_id: Mapped[UUID]
    visited_on: Mapped[date]
    visits: Mapped[int]


class Comment(Owned, Base):
    """What a coach leaves, and what the explorer answers."""

    __tablename__ = "comment"
    __table_args__ = (
        refers("share_id", "share"),
        refers("parent_id", "comment"),
        one_of("kind", CommentKind),
        Index(None, "explorer_id", "share_id"),
        CLUSTERED,
    )

    share_id: Mapped[UUID]
    author: Mapped[Name]
    parent_id: Mapped[UUID | None]
    kind: Mapped[Word]
    anchor: Mapped[Name] = mapped_column(default="")
    text: Mapped[LongText]
    due_on: Mapped[date | None]
    made_at: Mapped[datetime]
    read_at: Mapped[datetime | None]
    resolved_at: Mapped[datetime | None]
