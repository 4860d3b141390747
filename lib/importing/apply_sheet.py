"""Writes what a plan of a sheet found to be new or taken: many rows a statement, table by table."""

from collections.abc import Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from lib.commands.conversation_rows import (
    Row,
    Tables,
    header_row,
    part_rows,
    person_row,
    status_row,
)
from lib.commands.interviews import save_within
from lib.commands.journal import Step
from lib.commands.names import Names
from lib.ids import new_id
from lib.importing.apply_tables import add_parents_first
from lib.importing.parsed import SheetRow
from lib.importing.plan_sheet import SheetWork
from lib.model import ImportRow, Interview, Person, StatusChange
from lib.records import Conversation

AT_ONCE = 250
"""Conversations whose rows are held at once."""


def apply_sheet(step: Step, source: str, work: SheetWork) -> None:
    """Add and change the rows within the step."""
    people = [{**person_row(person), "sample": False} for person in work.people]
    add_parents_first(step, Person, people)
    names = Names(step)
    waiting = iter(work.new)
    while some := list(islice(waiting, AT_ONCE)):
        tables: Tables = {}
        for row, identity, person_id in some:
            for model, many in _rows(names, source, row, identity, person_id):
                tables.setdefault(model, []).extend(many)
        for model, many in tables.items():
            step.add_all(model, many)
    for row, said in work.taken:
        save_within(step, names, said)
        _remember(step, source, row, said, work)


def _rows(
    names: Names, source: str, row: SheetRow, identity: UUID, person_id: UUID
) -> Iterator[tuple[type[Any], list[Row]]]:
    said = _as_they_are(row.said, identity, person_id)
    field_id = names.field(said.field)
    more = {"id": identity, "version": 1, "sample": False}
    yield Interview, [{**header_row(said, field_id), **more}]
    yield StatusChange, [status_row(said, None)]
    yield from part_rows(names, said, field_id).items()
    yield ImportRow, [_import_row(source, row, identity)]


def _as_they_are(said: Conversation, identity: UUID, person_id: UUID) -> Conversation:
    """With the ids that were decided on, and what the person was on that day."""
    on_the_day = {
        "role": said.role or said.person.role,
        "organisation": said.organisation or said.person.organisation,
    }
    person = said.person.model_copy(update={"id": person_id})
    return said.model_copy(update={"id": identity, "person": person, **on_the_day})


def _import_row(source: str, row: SheetRow, identity: UUID) -> Row:
    return {
        "id": new_id(),
        "source": source,
        "row_key": row.key,
        "digest": row.digest,
        "interview_id": identity,
    }


def _remember(step: Step, source: str, row: SheetRow, said: Conversation, work: SheetWork) -> None:
    """That the file's words are the ones here now."""
    before = work.before.get(row.key)
    if before is None:
        step.add_all(ImportRow, [_import_row(source, row, said.id)])
    else:
        step.change(ImportRow, before.id, digest=row.digest, interview_id=said.id)
