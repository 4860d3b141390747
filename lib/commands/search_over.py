"""A search that is over: closed on a day with what became of it, and opened again by a press."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.journal import Step
from lib.commands.links import revoke_all
from lib.errors import Refused
from lib.model import Decision
from lib.records import LONG
from lib.text import clean


def close_search(
    session: Session, viewer: Explorer, *, on: date, became: str, end_links: bool
) -> UUID:
    """Close it; what became of it stands in the journal of decisions.

    From then on nothing is due but what is owed to others. Links that are ended stay ended, also
    where this is taken back.
    """
    told = clean(became, most=LONG, what="What became of it")
    if not told:
        raise Refused("Write a line on what became of it.", where="became")
    if on > date.today():
        raise Refused("The day on which it ended lies ahead.", where="on")
    step = Step(session, viewer, "Closed the search")
    step.change_profile(closed_on=on)
    step.add(Decision, field_id=None, stage=None, decided_on=on, why=told)
    if end_links:
        revoke_all(session, viewer)
    return step.id


def reopen_search(session: Session, viewer: Explorer) -> UUID:
    """It goes on: what was due before is due again; the journal keeps what was written."""
    step = Step(session, viewer, "Opened the search again")
    step.change_profile(closed_on=None)
    return step.id
