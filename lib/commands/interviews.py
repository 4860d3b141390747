"""Recording, changing and removing one conversation with all that was said in it."""

from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.conversation_rows import (
    PARTS,
    Row,
    Tables,
    header_row,
    part_rows,
    person_row,
    status_row,
)
from lib.commands.journal import Step
from lib.commands.names import Names
from lib.errors import Conflict, NotFound
from lib.model import (
    FINDINGS,
    AgendaItem,
    CalendarEvent,
    ChecklistTick,
    FollowUp,
    ImportRow,
    Interview,
    Message,
    Note,
    Outcome,
    Person,
    SkillFinding,
    StatusChange,
    TopicAsked,
)
from lib.records import Conversation

GONE_WITH_IT: tuple[type[Any], ...] = (
    *FINDINGS,
    AgendaItem,
    FollowUp,
    Outcome,
    Message,
    CalendarEvent,
    ChecklistTick,
    Note,
    TopicAsked,
    StatusChange,
    ImportRow,
)
"""What goes when a conversation is removed, referring tables first."""


def save_conversation(session: Session, viewer: Explorer, conversation: Conversation) -> int:
    """Record a conversation, or change it to what it is now; returns its new version.

    Saving the same again writes nothing. Raises Conflict where it was saved elsewhere since
    `conversation.version` was read.
    """
    step = Step(session, viewer, f"Saved a conversation about {conversation.field}")
    return save_within(step, Names(step), conversation)


def save_within(step: Step, names: Names, conversation: Conversation) -> int:
    """The same as part of a larger step."""
    have = _interview(step, conversation.id)
    if have is None and conversation.version:
        raise NotFound("This conversation was removed. Take that back, or save it as a new one.")
    if have is None:
        if _exists(step, Person, conversation.person.id):
            step.change(Person, conversation.person.id, **person_row(conversation.person))
        for model, many in rows_of(step, names, conversation).items():
            step.add_all(model, many)
        return 1
    return _change(step, names, conversation, have)


def remove_interview(session: Session, viewer: Explorer, interview_id: UUID) -> UUID:
    """Remove a conversation and all that hangs on it; returns the step to take it back with."""
    step = Step(session, viewer, "Removed a conversation")
    for model in GONE_WITH_IT:
        for row_id in parts_of(step, model, interview_id):
            step.remove(model, row_id)
    step.remove(Interview, interview_id)
    return step.id


def rows_of(step: Step, names: Names, said: Conversation, *, sample: bool = False) -> Tables:
    """The rows of a new conversation, table by table in the order they can be added."""
    field_id = names.field(said.field)
    tables: Tables = {}
    if not _exists(step, Person, said.person.id):
        tables[Person] = [{**person_row(said.person), "sample": sample}]
    tables[Interview] = [
        {**header_row(said, field_id), "id": said.id, "version": 1, "sample": sample}
    ]
    tables[StatusChange] = [status_row(said, None)]
    tables.update(part_rows(names, said, field_id))
    return tables


def _change(step: Step, names: Names, said: Conversation, have: Row) -> int:
    """Bring the rows that are there to what is said now; one version up if anything differs."""
    field_id = names.field(said.field)
    header, parts = header_row(said, field_id), part_rows(names, said, field_id)
    before = {model: parts_of(step, model, said.id) for model in PARTS}
    _keep_topic_ids(parts, before)
    _keep_merged_skills(names, parts[SkillFinding], before[SkillFinding])
    differs = any(have[name] != value for name, value in header.items()) or any(
        _differs(parts[model], before[model]) for model in PARTS
    )
    if _exists(step, Person, said.person.id):
        step.change(Person, said.person.id, **person_row(said.person))
    else:
        step.add(Person, **person_row(said.person), sample=have["sample"])
    if not differs:
        return int(have["version"])
    if have["version"] != said.version:
        raise Conflict("This conversation was changed in another window since you opened it.")
    if have["status"] != said.status:
        step.add(StatusChange, **status_row(said, have["status"]))
    version = _next_version(step, said)
    step.change(Interview, said.id, **header)
    for model in PARTS:
        _add_and_change(step, model, parts[model], before[model])
    for model in reversed(PARTS):
        for row_id in before[model].keys() - {row["id"] for row in parts[model]}:
            step.remove(model, row_id)
    return version


def _next_version(step: Step, said: Conversation) -> int:
    """The database decides between two who save at once: only one finds the version it read."""
    done = step.session.execute(
        update(Interview)
        .where(
            Interview.explorer_id == step.explorer_id,
            Interview.id == said.id,
            Interview.version == said.version,
        )
        .values(version=said.version + 1)
        .returning(Interview.version)
    ).scalar_one_or_none()
    if done is None:
        raise Conflict("This conversation was changed in another window since you opened it.")
    return int(done)


def _add_and_change(step: Step, model: type[Any], new: list[Row], old: dict[UUID, Row]) -> None:
    step.add_all(model, [row for row in new if row["id"] not in old])
    for row in new:
        if row["id"] in old:
            step.change(model, row["id"], **row)


def _differs(new: list[Row], old: dict[UUID, Row]) -> bool:
    return {row["id"] for row in new} != old.keys() or any(
        old[row["id"]][name] != value for row in new for name, value in row.items()
    )


def _keep_topic_ids(parts: Tables, before: dict[type[Any], dict[UUID, Row]]) -> None:
    """A tick has no id in the form: one that was there stays the same row."""
    ids = {row["topic"]: row_id for row_id, row in before[TopicAsked].items()}
    for row in parts[TopicAsked]:
        row["id"] = ids.get(row["topic"], row["id"])


def _keep_merged_skills(names: Names, new: list[Row], old: dict[UUID, Row]) -> None:
    """A finding under a merged name stays under it, so that taking the merge back finds it."""
    for row in new:
        had = old[row["id"]]["skill_id"] if row["id"] in old else None
        if had is not None and names.skills.counts(had) == row["skill_id"]:
            row["skill_id"] = had


def parts_of(step: Step, model: type[Any], interview_id: UUID) -> dict[UUID, Row]:
    """The rows of one table that belong to one conversation, by id."""
    query = select(model.__table__).where(
        model.explorer_id == step.explorer_id, model.interview_id == interview_id
    )
    return {row["id"]: dict(row) for row in step.session.execute(query).mappings()}


def _interview(step: Step, interview_id: UUID) -> Row | None:
    query = select(Interview.__table__).where(
        Interview.explorer_id == step.explorer_id, Interview.id == interview_id
    )
    found = step.session.execute(query).mappings().one_or_none()
    return None if found is None else dict(found)


def _exists(step: Step, model: type[Any], row_id: UUID) -> bool:
    query = select(model.id).where(model.explorer_id == step.explorer_id, model.id == row_id)
    return step.session.execute(query).first() is not None
