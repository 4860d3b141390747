"""The conversations themselves, for the explorer alone: the list, one whole, what is offered."""

from typing import Any
from uuid import UUID

import pandas as pd
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.errors import NotFound
from lib.filters import Filters
from lib.findings import BY_TABLE, KINDS
from lib.findings.parts import Money, Typed
from lib.model import (
    Field,
    Interview,
    Note,
    Person,
    SalaryFinding,
    Skill,
    TopicAsked,
)
from lib.money import from_hundredths
from lib.queries.base import frame
from lib.queries.wording import label
from lib.records import Conversation, NoteLine, PersonSaid
from lib.storage.rows import columns


def conversations(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """interview_id, field, person_id, person, organisation, held_on, planned_on, ...

    ..., status, sample, version. All of them, the latest day first; `held_on` and `planned_on`
    are days or missing.
    """
    query = (
        select(
            *(Interview.id, Field.name, Person.id, label(viewer), Interview.organisation),
            *(Interview.held_on, Interview.planned_on, Interview.status),
            *(Interview.sample, Interview.version),
        )
        .join(Field, (Field.explorer_id == viewer.explorer_id) & (Field.id == Interview.field_id))
        .join(
            Person, (Person.explorer_id == viewer.explorer_id) & (Person.id == Interview.person_id)
        )
        .where(Interview.explorer_id == viewer.explorer_id)
        .order_by(
            func.coalesce(Interview.held_on, Interview.planned_on).desc(), Interview.id.desc()
        )
    )
    who = {"field": "text", "person_id": "id", "person": "person", "organisation": "text"}
    days = {"held_on": "date", "planned_on": "date"}
    rest = {"status": "text", "sample": "bool", "version": "int64"}
    return frame(session, viewer, query, {"interview_id": "id", **who, **days, **rest})


def conversations_with(session: Session, viewer: Explorer, person_id: UUID) -> pd.DataFrame:
    """interview_id, field, held_on, status: with one person, the latest first."""
    query = (
        select(Interview.id, Field.name, Interview.held_on, Interview.status)
        .join(Field, (Field.explorer_id == viewer.explorer_id) & (Field.id == Interview.field_id))
        .where(Interview.explorer_id == viewer.explorer_id, Interview.person_id == person_id)
        .order_by(Interview.held_on.desc(), Interview.id.desc())
    )
    dtypes = {"interview_id": "id", "field": "text", "held_on": "date", "status": "text"}
    return frame(session, viewer, query, dtypes)


def conversation(session: Session, viewer: Explorer, interview_id: UUID) -> Conversation:
    """One conversation with all that was said, as it stands; NotFound where it is not theirs."""
    found = _rows(session, viewer, Interview, Interview.id == interview_id)
    if not found:
        raise NotFound("This conversation is not there any more. It may have been removed.")
    header = found[0]
    person = _rows(session, viewer, Person, Person.id == header["person_id"])[0]
    names = names_by_id(session, viewer)
    parts: dict[str, Any] = {
        kind.list_of: tuple(
            finding_said(kind.table, row, header["field_id"], names)
            for row in _rows(session, viewer, kind.table, kind.table.interview_id == interview_id)
        )
        for kind in KINDS
    }
    ticks = _rows(session, viewer, TopicAsked, TopicAsked.interview_id == interview_id)
    notes = _rows(session, viewer, Note, Note.interview_id == interview_id)
    return Conversation(
        **{name: header[name] for name in Conversation.model_fields if name in header},
        field=names[header["field_id"]],
        person=PersonSaid(**{name: person[name] for name in PersonSaid.model_fields}),
        asked=tuple(row["topic"] for row in ticks),
        notes=tuple(
            NoteLine(id=row["id"], text=row["text"], said_at=row["recorded_at"])
            for row in sorted(notes, key=lambda row: row["position"])
        ),
        **parts,
    )


def figure_said_in(session: Session, viewer: Explorer, finding_id: str) -> str:
    """The id of the conversation in which a figure of pay was said; raises NotFound."""
    mine = (
        SalaryFinding.explorer_id == viewer.explorer_id, SalaryFinding.id == UUID(finding_id)
    )  # fmt: skip
    found = session.scalar(select(SalaryFinding.interview_id).where(*mine))
    if found is None:
        raise NotFound("This is no longer there.")
    return str(found)


def people(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """person_id, person, role, organisation: everybody, by name, to be offered while typing."""
    query = (
        select(Person.id, label(viewer), Person.role, Person.organisation)
        .where(Person.explorer_id == viewer.explorer_id)
        .order_by(Person.folded, Person.id)
    )
    dtypes = {"person_id": "id", "person": "person", "role": "text", "organisation": "text"}
    return frame(session, viewer, query, dtypes)


def person(session: Session, viewer: Explorer, person_id: UUID) -> PersonSaid:
    """One person as a form takes them; NotFound where they are not theirs."""
    found = _rows(session, viewer, Person, Person.id == person_id)
    if not found:
        raise NotFound("This person is not there any more.")
    return PersonSaid(**{name: found[0][name] for name in PersonSaid.model_fields})


def offered(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """kind, name: what a form offers: "fields", and by their lists the names of findings.

    A skill that was merged is not offered beside the one that counts.
    """
    named = [kind for kind in KINDS if isinstance(kind.naming, Typed)]
    sources: list[tuple[str, Any, Any]] = [("fields", Field.name, Field)]
    sources += [(k.list_of, getattr(k.table, k.counts_by), k.table) for k in named]
    skills = (Skill.explorer_id == viewer.explorer_id, Skill.merged_into_id.is_(None))
    rows = [
        ("skills", name)
        for name in session.scalars(select(Skill.name).where(*skills).order_by(Skill.name))
    ]
    rows += [
        (kind, name)
        for kind, column, table in sources
        for name in session.scalars(
            select(column)
            .where(table.explorer_id == viewer.explorer_id, column != "")
            .distinct()
            .order_by(column)
        )
    ]
    return pd.DataFrame(rows, columns=["kind", "name"], dtype="str")


def _rows(session: Session, viewer: Explorer, model: Any, condition: Any) -> list[dict[str, Any]]:
    mine = select(model.__table__).where(model.explorer_id == viewer.explorer_id, condition)
    return [dict(row) for row in session.execute(mine.order_by(model.id)).mappings()]


def names_by_id(session: Session, viewer: Explorer) -> dict[UUID, str]:
    """Fields and skills by id; a merged skill has the name of the one that counts."""
    mine = select(Field.id, Field.name).where(Field.explorer_id == viewer.explorer_id)
    names = {row.id: row.name for row in session.execute(mine)}
    skills = select(Skill.id, Skill.name, Skill.merged_into_id)
    found = session.execute(skills.where(Skill.explorer_id == viewer.explorer_id)).all()
    own = {i: name for i, name, _ in found}
    return names | {i: own[merged or i] for i, _, merged in found}


def finding_said(model: Any, row: dict[str, Any], field_id: UUID, names: dict[UUID, str]) -> Any:
    """One finding as a form takes it, from its row."""
    kind = BY_TABLE[model]
    kept = {name: row[name] for name in columns(model) if name in kind.record.model_fields}
    for pair in kind.of(Money):
        for end in pair.ends:
            kept[end] = None if kept[end] is None else from_hundredths(kept[end])
    if row["field_id"] != field_id:
        kept["field"] = names[row["field_id"]]
    for name, column in kind.references.items():
        kept[name] = names.get(row[column], "")
    return kind.record(**kept)
