"""One conversation as rows: what each table keeps of what was said."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import update

from lib.commands.journal import AT_ONCE, Step
from lib.commands.names import Names
from lib.findings import KINDS, Kind
from lib.findings.parts import Money
from lib.ids import new_id, now
from lib.model import Interview, Note, TopicAsked
from lib.money import to_hundredths
from lib.records import Conversation, PersonSaid, Said
from lib.text import fold

Row = dict[str, Any]
Tables = dict[type[Any], list[Row]]

PARTS: tuple[type[Any], ...] = (Note, TopicAsked, *(kind.table for kind in KINDS))
"""What belongs to a conversation and is saved with it, referred-to tables first."""


def age(step: Step, talks: Collection[UUID]) -> None:
    """One version up for every conversation touched: a form that is open elsewhere is told."""
    ids = sorted(talks)
    for first in range(0, len(ids), AT_ONCE):
        step.session.execute(
            update(Interview)
            .where(
                Interview.explorer_id == step.explorer_id,
                Interview.id.in_(ids[first : first + AT_ONCE]),
            )
            .values(version=Interview.version + 1)
        )


def person_row(said: PersonSaid) -> Row:
    """The person, with the key their name is found by."""
    return {**said.model_dump(), "folded": fold(said.name)}


def header_row(said: Conversation, field_id: UUID) -> Row:
    """The interview itself, without id and version; role and organisation as on that day."""
    organisation = said.organisation or said.person.organisation
    kept = (
        "status held_on planned_on starts_at zone planned_minutes setting place purpose "
        "interest_before interest_after talked takeaway"
    )
    return {
        "field_id": field_id,
        "person_id": said.person.id,
        "role": said.role or said.person.role,
        "organisation": organisation,
        "organisation_folded": fold(organisation),
        **{name: getattr(said, name) for name in kept.split()},
    }


def status_row(said: Conversation, before: str | None) -> Row:
    """The move from one status to the next, now."""
    return {
        "id": new_id(),
        "interview_id": said.id,
        "from_status": before,
        "to_status": said.status,
        "at": now(),
    }


def part_rows(names: Names, said: Conversation, field_id: UUID) -> Tables:
    """Notes, ticks and findings, by table; a line keeps its topic, time and mark of the talk."""
    tables: Tables = {
        Note: [
            {
                "id": note.id,
                "interview_id": said.id,
                "position": position,
                "text": note.text,
                "recorded_at": note.said_at,
            }
            for position, note in enumerate(said.notes)
        ],
        TopicAsked: [
            {"id": new_id(), "interview_id": said.id, "topic": topic} for topic in said.asked
        ],
    }
    kept = {note.id for note in said.notes}
    for kind in KINDS:
        tables[kind.table] = [
            {**_common(names, said, finding, field_id, kept), **_own(names, kind, finding)}
            for finding in getattr(said, kind.list_of)
        ]
    return tables


def _common(
    names: Names, said: Conversation, finding: Said, field_id: UUID, kept: Collection[UUID]
) -> Row:
    return {
        "id": finding.id,
        "interview_id": said.id,
        "field_id": names.field(finding.field) if finding.field else field_id,
        "person_id": said.person.id,
        "note_id": finding.note_id if finding.note_id in kept else None,
        "quote": finding.quote,
        "private": finding.private,
    }


def _own(names: Names, kind: Kind, said: Any) -> Row:
    """What this kind alone keeps: names by their ids, amounts as hundredths."""
    row: Row = {name: getattr(said, name) for name in kind.dtypes}
    for pair in kind.of(Money):
        row |= {end: None if row[end] is None else to_hundredths(row[end]) for end in pair.ends}
    for name, typed in kind.typed.items():
        row[name] = row[name] or (row[typed.instead_of] if typed.instead_of else "")
    for name, column in kind.references.items():
        called = row.pop(name)
        row[column] = names.skill(called) if called else None
    return row
