"""What is here already of what a file names: read in a few statements, not row by row."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.model import Explorer as ExplorerRow
from lib.storage import rows

Row = dict[str, Any]
AT_ONCE = 500


def by_id(session: Session, viewer: Explorer, model: Any, ids: Collection[UUID]) -> dict[UUID, Row]:
    """The explorer's rows of one table with these ids, without their owner."""
    table = rows.table(model)
    mine = select(*(table.c[name] for name in rows.columns(model)))
    mine = mine.where(table.c.explorer_id == viewer.explorer_id)
    return {
        row["id"]: dict(row)
        for some in batches(ids)
        for row in session.execute(mine.where(table.c.id.in_(some))).mappings()
    }


def unique_columns(model: type[Any]) -> tuple[str, ...]:
    """The columns that tell an explorer's rows of one table apart beside the id, if any."""
    for constraint in rows.table(model).constraints:
        names = tuple(constraint.columns.keys()) if isinstance(constraint, UniqueConstraint) else ()
        if names[:1] == ("explorer_id",):
            return names[1:]
    return ()


def by_name(session: Session, viewer: Explorer, model: type[Any]) -> dict[tuple[Any, ...], UUID]:
    """The ids of the explorer's rows by those columns."""
    names = unique_columns(model)
    if not names:
        return {}
    table = rows.table(model)
    query = select(table.c.id, *(table.c[name] for name in names))
    found = session.execute(query.where(table.c.explorer_id == viewer.explorer_id))
    return {tuple(key): identity for identity, *key in found}


def profile(session: Session, viewer: Explorer) -> Row:
    """The explorer's own row."""
    query = select(rows.table(ExplorerRow)).where(ExplorerRow.id == viewer.explorer_id)
    return dict(session.execute(query).mappings().one())


def is_blank(session: Session, viewer: Explorer, models: Iterable[type[Any]]) -> bool:
    """Whether the explorer has not one row."""
    return not any(
        session.execute(
            select(model.id).where(model.explorer_id == viewer.explorer_id).limit(1)
        ).first()
        for model in models
    )


def batches(ids: Iterable[Any]) -> Iterator[list[Any]]:
    """The ids, at most as many at once as a statement may name."""
    listed = list(ids)
    for first in range(0, len(listed), AT_ONCE):
        yield listed[first : first + AT_ONCE]
