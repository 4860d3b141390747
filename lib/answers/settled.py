"""When and where one talk is: its calendar file, and what else lies in the same minutes."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.errors import Refused
from lib.exporting.event_file import Event, digest, event_file
from lib.figures.zones import known_zone
from lib.filters import EVERYTHING, Filters
from lib.frames import Row, records
from lib.meeting.when import Taken, clashes
from lib.queries.explorer import profile
from lib.queries.meeting import Meeting, agenda, calendar_events, meeting


@dataclass(frozen=True)
class Settled:
    """The hour as it stands; `file` is empty until there was one, `clashing` names others."""

    meeting: Meeting
    zone: str
    file: bytes
    digest: str
    cancelled: bool
    clashing: tuple[str, ...]
    outside: bool
    """Whether it lies outside the host's working day, by the clock where they are."""


def settled(session: Session, viewer: Explorer, filters: Filters, interview_id: UUID) -> Settled:
    """The last calendar file, with the agenda of now, and the talks that clash with it."""
    talk = meeting(session, viewer, interview_id)
    rows = records(calendar_events(session, viewer, EVERYTHING))
    shown = viewer.shown(interview_id)
    own = next((row for row in rows if row["interview_id"] == shown), None)
    questions = tuple(agenda(session, viewer, interview_id)["text"])
    ahead = [row for row in rows if row["status"] == "scheduled" and row["interview_id"] != shown]
    event = _event(own, talk, questions) if own else None
    return Settled(
        meeting=talk,
        zone=talk.zone or talk.their_zone or profile(session, viewer).zone,
        file=event_file(event) if event else b"",
        digest=digest(event) if event else "",
        cancelled=bool(own and own["cancelled"]),
        clashing=clashes(_at(own), own["minutes"], map(_taken, ahead))
        if own and talk.status == "scheduled"
        else (),
        outside=_outside(talk, own) if own and talk.status == "scheduled" else False,
    )


def _outside(talk: Meeting, row: Row) -> bool:
    begins = _at(row)
    ends = (begins.astimezone(UTC) + timedelta(minutes=row["minutes"])).astimezone(begins.tzinfo)
    if there := _zone(talk.their_zone):
        begins, ends = begins.astimezone(there), ends.astimezone(there)
    return not talk.hours.holds(begins.replace(tzinfo=None), ends.replace(tzinfo=None))


def _zone(name: str | None) -> ZoneInfo | None:
    """What is kept may be older than its check."""
    try:
        return ZoneInfo(known_zone(name)) if name else None
    except Refused:
        return None


def _event(row: Row, talk: Meeting, questions: tuple[str, ...]) -> Event:
    at = datetime.fromisoformat(row["starts_at"])
    return Event(
        *(row["uid"], row["sequence"], row["made_at"].to_pydatetime(), at, row["zone"]),
        *(row["minutes"], f"{talk.person}, {talk.field}", talk.place, questions),
        cancelled=row["cancelled"],
    )


def _at(row: Row) -> datetime:
    return datetime.fromisoformat(row["starts_at"]).replace(tzinfo=ZoneInfo(row["zone"]))


def _taken(row: Row) -> Taken:
    return Taken(_at(row), row["minutes"], row["person"])
