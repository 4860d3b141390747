"""What a calendar reads through its own address: day, hour, place and whom, of each talk.

It is a reader with a rule of its own: a calendar's maker keeps what it reads. So nothing of what
was asked or said is in it, and of somebody off the record the hour alone.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.hours import USUAL, Hour, all_hours
from lib.exporting.event_file import Event, feed_file
from lib.filters import EVERYTHING
from lib.queries.explorer import profile, today

BEFORE = timedelta(days=31)
"""So long after its day a talk stands in the calendar."""
SOMEBODY = "A conversation"


def fed(session: Session, viewer: Explorer) -> bytes:
    """The calendar: what is planned, and what lies back a month at most."""
    since = today(profile(session, viewer).zone) - BEFORE
    return feed_file(_events(session, viewer, since))


def _events(session: Session, viewer: Explorer, since: date) -> Iterator[Event]:
    made = datetime.now(UTC)
    for one in all_hours(session, viewer, EVERYTHING):
        if one.day >= since:
            yield _event(one, viewer.real(one.interview_id), made)


def _event(one: Hour, interview_id: UUID, made: datetime) -> Event:
    at = one.at or datetime.combine(one.day, time(), UTC)
    shielded = one.off_the_record
    return Event(
        *(f"{interview_id}@fieldwork", one.sequence, made, at.replace(tzinfo=None)),
        *(str(at.tzinfo), one.minutes or USUAL),
        title=SOMEBODY if shielded else f"{one.person}, {one.field}",
        place="" if shielded else one.place,
        whole_day=one.at is None,
    )
