"""When and where one talk is: its calendar file, and what else lies in the same minutes."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.hours import all_hours
from lib.exporting.event_file import Event, digest, event_file
from lib.figures import clock_of
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
    every = records(calendar_events(session, viewer, EVERYTHING))
    rows = [row for row in every if clock_of(row["zone"])]
    shown = viewer.shown(interview_id)
    row = next((row for row in rows if row["interview_id"] == shown), None)
    event = _event(row, talk, tuple(agenda(session, viewer, interview_id)["text"])) if row else None
    own, others = _ahead(session, viewer, shown)
    return Settled(
        meeting=talk,
        zone=talk.zone or talk.their_zone or profile(session, viewer).zone,
        file=event_file(event) if event else b"",
        digest=digest(event) if event else "",
        cancelled=bool(row and row["cancelled"]),
        clashing=clashes(own, others) if own else (),
        outside=_outside(talk, own) if own else False,
    )


def _ahead(session: Session, viewer: Explorer, shown: str) -> tuple[Taken | None, list[Taken]]:
    """This talk where it is planned, and all others that are."""
    planned = [
        (one.interview_id, one.taken)
        for one in all_hours(session, viewer, EVERYTHING)
        if one.status == "scheduled"
    ]
    own = next((taken for identity, taken in planned if identity == shown), None)
    return own, [taken for identity, taken in planned if taken and identity != shown]


def _outside(talk: Meeting, own: Taken) -> bool:
    begins = own.at
    ends = (begins.astimezone(UTC) + timedelta(minutes=own.minutes)).astimezone(begins.tzinfo)
    if there := clock_of(talk.their_zone):
        begins, ends = begins.astimezone(there), ends.astimezone(there)
    return not talk.hours.holds(begins.replace(tzinfo=None), ends.replace(tzinfo=None))


def _event(row: Row, talk: Meeting, questions: tuple[str, ...]) -> Event:
    at = datetime.fromisoformat(row["starts_at"]).replace(fold=row["fold"])
    return Event(
        *(row["uid"], row["sequence"], row["made_at"].to_pydatetime(), at, row["zone"]),
        *(row["minutes"], f"{talk.person}, {talk.field}", talk.place, questions),
        cancelled=row["cancelled"],
    )
