"""Explorers copied from one database into another, whatever the two engines, and compared.

Each explorer is one transaction: whole, compared row by row, or not there. What is there already
and the same is passed over, so that a copy that was broken off is run again.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, delete, insert, select, update
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from lib.errors import Refused
from lib.model import Base, search_text
from lib.model import Explorer as ExplorerRow
from lib.storage.database import Database
from lib.storage.rows import table, to_json

AT_ONCE = 1_000
STAYS = "What was copied before stays; the copy may be run again."
Progress = Callable[[int, int, int], None]
"""How many explorers are done, of how many, and the rows written by then."""
Row = dict[str, Any]


@dataclass(frozen=True)
class Copied:
    """How many explorers were copied and found the same, which differ there, and rows written."""

    copied: int = 0
    same: int = 0
    differ: tuple[UUID, ...] = ()
    rows: int = 0


@dataclass(frozen=True)
class Content:
    """Of each table, in order: how many rows the explorer has, and a digest of what they hold."""

    tables: tuple[tuple[str, int, str], ...]

    @property
    def rows(self) -> int:
        return sum(count for _, count, _ in self.tables)

    @property
    def nothing_yet(self) -> bool:
        """No row but the explorer's own."""
        return self.rows <= 1


def copy_explorers(
    source: Database,
    target: Database,
    which: Sequence[UUID],
    *,
    replace: bool = False,
    progress: Progress = lambda done, of, rows: None,
) -> Copied:
    """Copy these explorers; one that differs there stays as it is unless it is to be replaced.

    Raises Refused where the target cannot hold an explorer; those before it stay.
    """
    told = Copied()
    for done, identity in enumerate(which, 1):
        told = _one_more(told, identity, _copy(source, target, identity, replace=replace))
        progress(done, len(which), told.rows)
    return told


def explorers(session: Session) -> list[UUID]:
    """The ids of all explorers, in order."""
    return list(session.scalars(select(ExplorerRow.id).order_by(ExplorerRow.id)))


def content(session: Session, identity: UUID) -> Content:
    """What one explorer has in every table, alike on both engines."""
    return Content(tuple(_told(session, one, identity) for one in _tables()))


def _one_more(told: Copied, identity: UUID, rows: int | None) -> Copied:
    if rows is None:
        return Copied(told.copied, told.same, (*told.differ, identity), told.rows)
    if rows == 0:
        return Copied(told.copied, told.same + 1, told.differ, told.rows)
    return Copied(told.copied + 1, told.same, told.differ, told.rows + rows)


def _copy(source: Database, target: Database, identity: UUID, *, replace: bool) -> int | None:
    """Rows written: 0 where it is the same there, None where it differs and stays."""
    with source.read() as reading, target.write() as writing:
        here, there = content(reading, identity), content(writing, identity)
        if here == there:
            return 0
        if not (replace or there.nothing_yet):
            return None
        _remove(writing, identity)
        for one in _tables():
            _put(writing, one, _rows(reading, one, identity))
        if content(writing, identity) != here:
            raise Refused(f"Explorer {identity} is not the same there. {STAYS}")
    return here.rows


def _remove(session: Session, identity: UUID) -> None:
    """Every other row goes with the explorer's own, by the tables' own references."""
    session.execute(delete(search_text).where(search_text.c.explorer_id == identity))
    session.execute(delete(table(ExplorerRow)).where(table(ExplorerRow).c.id == identity))


def _put(session: Session, into: Table, many: Iterator[Row]) -> None:
    """Rows that refer to others of their table do so once all are there."""
    to_itself = _refers_to_itself(into)
    later: list[Row] = []
    for piece in _pieces(many):
        later += [row for row in piece if any(row[name] is not None for name in to_itself)]
        emptied = dict.fromkeys(to_itself)
        _told_apart(session, into, insert(into), [{**row, **emptied} for row in piece])
    for row in later:
        key = (into.c.explorer_id == row["explorer_id"], into.c.id == row["id"])
        session.execute(update(into).where(*key).values({name: row[name] for name in to_itself}))


def _told_apart(session: Session, into: Table, statement: Any, many: list[Row]) -> None:
    try:
        session.execute(statement, many)
    except IntegrityError as error:
        raise Refused(
            f"A row of {into.name} is somebody else's there already: the same sign-in or link. "
            f"{STAYS}"
        ) from error
    except DataError as error:
        raise Refused(f"A row of {into.name} does not fit there. {STAYS}") from error


def _pieces(many: Iterator[Row]) -> Iterator[list[Row]]:
    piece: list[Row] = []
    for row in many:
        piece.append(row)
        if len(piece) == AT_ONCE:
            yield piece
            piece = []
    if piece:
        yield piece


def _refers_to_itself(one: Table) -> list[str]:
    """The columns, beside the owner, by which a row names another of its table."""
    within = (key for key in one.foreign_key_constraints if key.referred_table is one)
    return [name for key in within for name in key.column_keys if name != "explorer_id"]


def _tables() -> list[Table]:
    """Referred-to tables first."""
    return Base.metadata.sorted_tables


def _owner(one: Table) -> Column[UUID]:
    return one.c.id if one is table(ExplorerRow) else one.c.explorer_id


def _rows(session: Session, one: Table, identity: UUID) -> Iterator[Row]:
    mine = select(one).where(_owner(one) == identity).order_by(one.c.id)
    for row in session.execute(mine).mappings():
        yield dict(row)


def _told(session: Session, one: Table, identity: UUID) -> tuple[str, int, str]:
    digest, count = sha256(), 0
    for row in _rows(session, one, identity):
        digest.update(json.dumps(_alike(to_json(row)), sort_keys=True).encode())
        count += 1
    return one.name, count, digest.hexdigest()


def _alike(value: Any) -> Any:
    """PostgreSQL keeps numbers within JSON as decimals: 1e22 comes back as a whole number."""
    if isinstance(value, dict):
        return {name: _alike(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_alike(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
