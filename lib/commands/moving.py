"""Moving a conversation from one status to the next, with what that needs: a day, a place."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.after import was_held
from lib.commands.journal import Step
from lib.errors import Refused
from lib.figures import kept_day
from lib.ids import now
from lib.model import Interview, StatusChange
from lib.text import clean

WITHOUT_A_DAY = ("idea", "requested", "no answer", "moved", "declined", "cancelled")


def move_to(
    session: Session,
    viewer: Explorer,
    *,
    interview_id: UUID,
    status: str,
    on: date | None = None,
    where: str = "",
) -> UUID:
    """The conversation has this status now; planned and held need a day. Pressed twice it stays."""
    if status in ("scheduled", "held") and on is None:
        raise Refused("Choose the day.", where="on")
    if status == "held":
        return was_held(session, viewer, interview_id=interview_id, on=on or date.today())
    if status != "scheduled" and status not in WITHOUT_A_DAY:
        raise Refused("Choose where it stands now.", where="status")
    step = Step(session, viewer, "Moved a conversation on")
    before = step.row(Interview, interview_id)
    if before["status"] == "held":
        raise Refused("It was held already: its page changes that.")
    values: dict[str, Any] = {"status": status}
    if status == "scheduled" and on is not None:
        values |= _planned(before, on, where)
    if all(before[name] == value for name, value in values.items()):
        return step.id
    step.change(Interview, interview_id, **values, version=before["version"] + 1)
    if before["status"] != status:
        moved = {"from_status": before["status"], "to_status": status, "at": now()}
        step.add(StatusChange, interview_id=interview_id, **moved)
    return step.id


def _planned(before: dict[str, Any], on: date, where: str) -> dict[str, Any]:
    """The day and the place; an hour that was set for another day holds no longer."""
    values: dict[str, Any] = {"planned_on": kept_day(on)}
    if before["starts_at"] and not before["starts_at"].startswith(f"{on:%Y-%m-%d}"):
        values |= {"starts_at": None, "fold": 0}
    if said := clean(where, most=200, what="The place"):
        values["place"] = said
    return values
