"""Which official occupation and area a field is held against: chosen by a person, never guessed."""

from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.journal import Step
from lib.errors import Refused
from lib.model import Field
from lib.reference import occupations
from lib.reference.wages import areas_of


def hold_against(
    session: Session, viewer: Explorer, *, field_id: UUID, occupation: str, area: str
) -> UUID:
    """Hold a field against the official figures of an occupation in an area, by their codes."""
    title = occupations.title(occupation)
    if not title:
        raise Refused("That occupation is not known here. Choose one from the list.")
    if area not in areas_of(occupation):
        raise Refused(f"There are no official figures for {title} there. Choose another area.")
    step = Step(session, viewer, f"Chose official figures: {title}")
    step.change(Field, field_id, occupation_code=occupation, area_code=area)
    return step.id


def let_go(session: Session, viewer: Explorer, *, field_id: UUID) -> UUID:
    """Hold a field against no official figures any more."""
    step = Step(session, viewer, "Took official figures away")
    step.change(Field, field_id, occupation_code=None, area_code=None)
    return step.id
