"""The journal of decisions: what was decided on a day and why, of one field or of all."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.journal import Step
from lib.errors import Refused
from lib.model import Decision, Field
from lib.records import LONG
from lib.text import clean
from lib.words import STAGES


def decide(
    session: Session,
    viewer: Explorer,
    *,
    why: str,
    decided_on: date,
    field_id: UUID | None = None,
    stage: str | None = None,
) -> UUID:
    """Write down a decision; with a stage the field stands there from now on."""
    told = clean(why, most=LONG, what="The reason")
    if stage is not None and stage not in STAGES:
        raise Refused("Choose where the field stands from the list.", where="stage")
    if stage is not None and field_id is None:
        raise Refused("Choose the field that this is about.", where="field")
    if not told:
        raise Refused("Write down what you decided, and why.", where="why")
    step = Step(session, viewer, f"Decided: {told.splitlines()[0]}")
    if field_id is not None:
        step.row(Field, field_id)
        if stage is not None:
            step.change(Field, field_id, stage=stage, decided_on=decided_on)
    step.add(Decision, field_id=field_id, stage=stage, decided_on=decided_on, why=told)
    return step.id


def forget_decision(session: Session, viewer: Explorer, *, decision_id: UUID) -> UUID:
    """Take one out of the journal; the field stays where it stands."""
    step = Step(session, viewer, "Removed a decision")
    step.remove(Decision, decision_id)
    return step.id
