"""When the conversations are that have a day: what clashes, what a month holds, what is fed."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.figures import clock
from lib.filters import EVERYTHING, Filters
from lib.frames import Row, records
from lib.meeting.when import Taken, as_kept
from lib.queries.explorer import profile
from lib.queries.hours import hours
from lib.storage.once import once

USUAL = 30
"""Minutes, where none were agreed."""


@dataclass(frozen=True)
class Hour:
    """One conversation, planned or held; `at` is the hour on the clocks of its place, or None.

    `day` is that of the explorer's clock, and so is `here`.
    """

    interview_id: str
    person: str
    field: str
    status: str
    off_the_record: bool
    day: date
    at: datetime | None
    here: datetime | None
    minutes: int
    travel: int
    place: str
    sequence: int

    @property
    def taken(self) -> Taken | None:
        """What it takes of a day; nothing where no hour is known."""
        if self.at is None:
            return None
        return Taken(self.at, self.minutes or USUAL, self.person, self.travel)


@once
def all_hours(session: Session, viewer: Explorer, filters: Filters) -> tuple[Hour, ...]:
    """All that have a day, by day and hour."""
    zone = profile(session, viewer).zone
    found = [_hour(row, zone) for row in records(hours(session, viewer, EVERYTHING))]
    return tuple(sorted(found, key=lambda one: (one.day, _clock(one), one.interview_id)))


def _clock(one: Hour) -> str:
    return f"{one.here:%H:%M}" if one.here else ""


def _hour(row: Row, zone: str) -> Hour:
    on = row["held_on" if row["status"] == "held" else "planned_on"].date()
    at = as_kept(row["starts_at"], row["zone"], row["fold"], zone)
    if at is not None and at.date() != on:  # the hour was that of another day
        at = None
    here = at.astimezone(clock(zone)) if at else None
    known = (row["interview_id"], row["person"], row["field"], row["status"])
    rest = (row["minutes"], row["travel"], row["place"], row["sequence"])
    return Hour(*known, row["off_the_record"], here.date() if here else on, at, here, *rest)
