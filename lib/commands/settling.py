"""When and where a talk is: agreed, moved, called off, with its file; when a host works."""

from collections.abc import Collection
from datetime import date, time
from typing import Any, get_args
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.interviews import parts_of
from lib.commands.journal import Step
from lib.errors import Refused
from lib.figures.zones import known_zone
from lib.ids import now
from lib.meeting.hours import working_day
from lib.meeting.when import LONGEST, SHORTEST, starts
from lib.model import CalendarEvent, Interview, Person, StatusChange
from lib.text import clean
from lib.words import Setting

FURTHEST = 600
"""Minutes of the way."""
FROM_HOME = ("video", "phone")
AHEAD = ("idea", "requested", "no answer", "scheduled", "moved", "cancelled", "declined")


def settle(
    session: Session,
    viewer: Explorer,
    *,
    interview_id: UUID,
    day: date,
    hour: time,
    zone: str,
    minutes: int,
    setting: str,
    location: str,
    second: bool | None = None,
    travel: int = 0,
) -> UUID:
    """The talk has a day and an hour there; the same once more changes nothing.

    `second`: of two hours of the same name; `travel`: minutes of the way, each way, where one
    goes there. Raises Refused for an hour that is none, or two without a word which, what is no
    zone, and other than 15 to 60 minutes.
    """
    step = Step(session, viewer, "Agreed on a day and an hour")
    before = step.row(Interview, interview_id)
    if before["status"] not in AHEAD:
        raise Refused("This conversation was held already.")
    at = starts(day, hour, zone, second=second)
    if not SHORTEST <= minutes <= LONGEST:
        raise Refused(f"Ask for {SHORTEST} to {LONGEST} minutes.", where="minutes")
    if not 0 <= travel <= FURTHEST:
        raise Refused(f"The way takes at most {FURTHEST} minutes.", where="travel")
    if setting not in get_args(Setting):
        raise Refused("Choose how you meet.", where="setting")
    when = {"starts_at": f"{at:%Y-%m-%dT%H:%M}", "zone": known_zone(zone), "fold": at.fold}
    where = {"setting": setting, "place": clean(location, most=200, what="The place")}
    way = travel if setting not in FROM_HOME else 0
    _changed(step, before, status="scheduled", planned_on=day, planned_minutes=minutes,
             travel_minutes=way, **when, **where)  # fmt: skip
    _noted(step, interview_id, minutes=minutes, cancelled=False, **when, **where)
    return step.id


def call_off(session: Session, viewer: Explorer, *, interview_id: UUID, again: bool) -> UUID:
    """It does not take place; `again`: another day is to be found."""
    step = Step(session, viewer, "Called a talk off")
    before = step.row(Interview, interview_id)
    if before["status"] != "scheduled":
        raise Refused("There is no day to call off.")
    _changed(step, before, status="moved" if again else "cancelled", planned_on=None,
             starts_at=None, fold=0)  # fmt: skip
    if parts_of(step, CalendarEvent, interview_id):
        _noted(step, interview_id, cancelled=True)
    return step.id


def set_hours(
    session: Session,
    viewer: Explorer,
    *,
    person_id: UUID,
    zone: str,
    begins: time,
    ends: time,
    days: Collection[int],
) -> UUID:
    """When somebody works, on their own clock; an empty zone is not known.

    Raises Refused for what is no zone, no day of the week, and a day that ends before it begins.
    """
    step = Step(session, viewer, "Changed when somebody works")
    if not days:
        raise Refused("Choose the days on which they work.", where="working_days")
    said = {"day_begins": f"{begins:%H:%M}", "day_ends": f"{ends:%H:%M}",
            "working_days": "".join(map(str, sorted(days)))}  # fmt: skip
    working_day(said["day_begins"], said["day_ends"], said["working_days"])
    there = known_zone(zone) if zone.strip() else None
    step.change(Person, person_id, zone=there, **said)
    return step.id


def handed_out(session: Session, viewer: Explorer, *, interview_id: UUID, digest: str) -> None:
    """A calendar file leaves: with a higher number where the last one of its number held other.

    It is no step: there is nothing on a screen to take back.
    """
    mine = (
        CalendarEvent.explorer_id == viewer.explorer_id,
        CalendarEvent.interview_id == interview_id,
        CalendarEvent.digest != digest,
    )
    anew = update(CalendarEvent).where(*mine, CalendarEvent.digest != "")
    session.execute(anew.values(sequence=CalendarEvent.sequence + 1, made_at=now(), digest=digest))
    session.execute(update(CalendarEvent).where(*mine).values(digest=digest))


def _changed(step: Step, before: dict[str, Any], **values: Any) -> None:
    if all(before[name] == value for name, value in values.items()):
        return
    step.change(Interview, before["id"], **values, version=before["version"] + 1)
    if before["status"] != values["status"]:
        moved = {"from_status": before["status"], "to_status": values["status"], "at": now()}
        step.add(StatusChange, interview_id=before["id"], **moved)


def _noted(step: Step, interview_id: UUID, **said: Any) -> None:
    """What the calendar file says now: the same name, and a higher number where it differs."""
    there = list(parts_of(step, CalendarEvent, interview_id).values())
    if not there:
        uid = f"{interview_id}@fieldwork"
        step.add(CalendarEvent, interview_id=interview_id, uid=uid, made_at=now(), **said)
    elif any(there[0][name] != value for name, value in said.items()):
        later = {"sequence": there[0]["sequence"] + 1, "made_at": now(), "digest": ""}
        step.change(CalendarEvent, there[0]["id"], **said, **later)
