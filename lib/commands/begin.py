"""Beginning with somebody: a conversation as an idea, once for a person and a field."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.conversation_rows import header_row, status_row
from lib.commands.journal import Step
from lib.model import Field, Interview, Person, StatusChange
from lib.records import Conversation, PersonSaid


def begin_with(session: Session, viewer: Explorer, *, person_id: UUID, field_id: UUID) -> UUID:
    """The conversation to go on with: one that was begun already, or a new idea."""
    step = Step(session, viewer, "Began with somebody")
    person, field = step.row(Person, person_id), step.row(Field, field_id)
    begun = select(Interview.id).where(
        *(Interview.explorer_id == viewer.explorer_id, Interview.person_id == person_id),
        *(Interview.field_id == field_id, Interview.status == "idea"),
    )
    there = session.scalar(begun.order_by(Interview.id).limit(1))
    if there is not None:
        return there
    known = PersonSaid(**{name: person[name] for name in PersonSaid.model_fields})
    said = Conversation(field=field["name"], person=known, status="idea")
    header = header_row(said, field_id)
    sample = person["sample"]
    step.add(Interview, id=said.id, **header, version=1, sample=sample)
    step.add(StatusChange, **status_row(said, None))
    return said.id
