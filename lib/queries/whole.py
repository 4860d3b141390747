"""Everything of one explorer at once, for files: each table is read once, whatever its length."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.findings import KINDS
from lib.model import Interview, Note, Person, TopicAsked
from lib.queries.conversations import finding_said, names_by_id
from lib.records import Conversation, NoteLine, PersonSaid
from lib.storage import rows

Row = dict[str, Any]
AT_ONCE = 500


def all_rows(session: Session, viewer: Explorer, model: Any) -> Iterator[Row]:
    """The explorer's rows of one table without their owner, by id."""
    table = rows.table(model)
    names = ("id", *(name for name in rows.columns(model) if name != "id"))
    mine = select(*(table.c[name] for name in names))
    query = mine.where(table.c.explorer_id == viewer.explorer_id).order_by(table.c.id)
    for row in session.execute(query).mappings():
        yield dict(row)


def all_conversations(session: Session, viewer: Explorer) -> Iterator[Conversation]:
    """Every conversation with all that was said, by id."""
    mine = select(Interview.id).where(Interview.explorer_id == viewer.explorer_id)
    ids = session.scalars(mine.order_by(Interview.id)).all()
    for first in range(0, len(ids), AT_ONCE):
        yield from conversations_of(session, viewer, ids[first : first + AT_ONCE])


def conversations_of(session: Session, viewer: Explorer, ids: Any) -> Iterator[Conversation]:
    """These conversations, at most `AT_ONCE` of them, by id."""
    names = names_by_id(session, viewer)
    headers = _some(session, viewer, Interview, Interview.id.in_(ids))
    known = {row["person_id"] for row in headers}
    people = {row["id"]: row for row in _some(session, viewer, Person, Person.id.in_(known))}
    said: tuple[type[Any], ...] = (Note, TopicAsked, *(kind.table for kind in KINDS))
    parts = {
        model: _grouped(_some(session, viewer, model, model.interview_id.in_(ids)))
        for model in said
    }
    for row in headers:
        yield _conversation(row, people[row["person_id"]], parts, names)


def _conversation(
    header: Row, person: Row, parts: dict[Any, dict[UUID, list[Row]]], names: dict[UUID, str]
) -> Conversation:
    identity, field_id = header["id"], header["field_id"]
    notes = sorted(parts[Note][identity], key=lambda row: (row["position"], row["id"]))
    said: dict[str, Any] = {
        kind.list_of: tuple(
            finding_said(kind.table, row, field_id, names) for row in parts[kind.table][identity]
        )
        for kind in KINDS
    }
    return Conversation(
        **{name: header[name] for name in Conversation.model_fields if name in header},
        field=names[field_id],
        person=PersonSaid(**{name: person[name] for name in PersonSaid.model_fields}),
        asked=tuple(row["topic"] for row in parts[TopicAsked][identity]),
        notes=tuple(
            NoteLine(id=row["id"], text=row["text"], said_at=row["recorded_at"]) for row in notes
        ),
        **said,
    )


def _grouped(many: list[Row]) -> dict[UUID, list[Row]]:
    groups: dict[UUID, list[Row]] = defaultdict(list)
    for row in many:
        groups[row["interview_id"]].append(row)
    return groups


def _some(session: Session, viewer: Explorer, model: Any, condition: Any) -> list[Row]:
    mine = select(rows.table(model)).where(model.explorer_id == viewer.explorer_id, condition)
    return [dict(row) for row in session.execute(mine.order_by(model.id)).mappings()]
