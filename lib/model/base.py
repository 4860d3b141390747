"""What all tables share: names of constraints, the owner's key, aware instants, checked words."""

from datetime import UTC, datetime
from typing import Annotated, Any, get_args
from uuid import UUID

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    MetaData,
    String,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

Name = Annotated[str, mapped_column(String(200))]
Word = Annotated[str, mapped_column(String(30))]
LongText = Annotated[str, mapped_column(Text)]
Hundredths = Annotated[int, mapped_column(BigInteger)]
"""Money: an integer number of hundredths of its currency."""


class Instant(TypeDecorator[datetime]):
    """An aware moment, UTC on both engines; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("an instant without a zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The metadata; constraint names are spelled out so that a refusal can be told by its name."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        datetime: Instant,
        UUID: Uuid,
        dict[str, Any]: JSON(none_as_null=True).with_variant(
            JSONB(none_as_null=True), "postgresql"
        ),
    }


class Owned:
    """A table whose rows belong to one explorer.

    The key stands first: SQLite 3.40's integrity check reports damage that is none in a table
    without rowid whose key columns come later.
    """

    explorer_id: Mapped[UUID] = mapped_column(
        ForeignKey("explorer.id", ondelete="CASCADE"), primary_key=True, sort_order=-2
    )
    id: Mapped[UUID] = mapped_column(primary_key=True, sort_order=-1)


def refers(column: str, table: str) -> ForeignKeyConstraint:
    """A reference that carries the explorer along; commands clear it, the database never does."""
    return ForeignKeyConstraint(["explorer_id", column], [f"{table}.explorer_id", f"{table}.id"])


def one_of(column: str, words: Any) -> CheckConstraint:
    """The column holds one of the words of a Literal."""
    listed = ", ".join(f"'{word}'" for word in get_args(words))
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def between(column: str, low: int, high: int) -> CheckConstraint:
    """The column, where it is filled, lies between two whole numbers."""
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=column)


def ordered(low: str, high: str) -> CheckConstraint:
    """Where both ends are known the low one is not above the high one; neither is negative."""
    return CheckConstraint(
        f"({low} IS NULL OR {low} >= 0) AND ({high} IS NULL OR {high} >= 0)"
        f" AND ({low} IS NULL OR {high} IS NULL OR {low} <= {high})",
        name=f"{low}_{high}",
    )


CLUSTERED = {"sqlite_with_rowid": False}
"""SQLite keeps the rows in key order: an explorer's rows lie together."""
