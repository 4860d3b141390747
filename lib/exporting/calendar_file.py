"""Conversations as a calendar (.ics): an event for each that has a day, as it is or was planned.

What a calendar has no word for stands in lines of our own, which other programs leave alone.
"""

from collections.abc import Container, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.errors import Refused
from lib.exporting.calendar_lines import folded, text_line
from lib.exporting.calendar_zones import zone_lines
from lib.figures import clock, known_zone
from lib.filters import EVERYTHING
from lib.frames import records
from lib.meeting.when import comes_twice
from lib.queries.hours import hours
from lib.queries.whole import all_conversations
from lib.records import Conversation

STATES = {
    "held": "CONFIRMED",
    "scheduled": "CONFIRMED",
    "cancelled": "CANCELLED",
    "declined": "CANCELLED",
}


def export_calendar(session: Session, viewer: Explorer) -> bytes:
    """Every conversation with a day, by id; nothing of what was said in it."""
    rows = records(hours(session, viewer, EVERYTHING))
    second = frozenset(UUID(row["interview_id"]) for row in rows if row["fold"])
    return calendar_of(all_conversations(session, viewer), second)


def calendar_of(many: Iterable[Conversation], second: Container[UUID] = ()) -> bytes:
    """The calendar; each zone once, before the events that are in it.

    `second`: those that begin at the second of two hours of the same name.
    """
    dated = [(one, day) for one in many if (day := day_of(one))]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fieldwork//Conversations//EN"]
    for zone, years in sorted(_zones(dated).items()):
        lines += zone_lines(zone, min(years), max(years))
    for one, day in dated:
        lines += _event(one, day, fold=int(one.id in second))
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def day_of(said: Conversation) -> date | None:
    """The day on which it was held, or else is planned."""
    return said.held_on if said.status == "held" else said.planned_on


def hour_of(said: Conversation, day: date) -> datetime | None:
    """When it began on that day, by the clocks of its place; None where no hour is known."""
    at = datetime.fromisoformat(said.starts_at) if said.starts_at else None
    return at if at and at.date() == day else None


def _zones(dated: list[tuple[Conversation, date]]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for one, day in dated:
        zone = _zone(one)
        if zone not in ("", "UTC") and hour_of(one, day):
            found.setdefault(zone, set()).add(day.year)
    return found


def _event(said: Conversation, day: date, *, fold: int) -> Iterator[str]:
    who = said.person.name or said.person.description or said.person.role
    yield "BEGIN:VEVENT"
    yield f"UID:{said.id}"
    yield "DTSTAMP:20260101T000000Z"
    yield from _when(said, day, fold)
    yield text_line("SUMMARY", f"{said.field}: {who}" if who else said.field)
    yield text_line("LOCATION", said.place)
    yield f"STATUS:{STATES.get(said.status, 'TENTATIVE')}"
    yield text_line("X-FIELDWORK-FIELD", said.field)
    yield text_line("X-FIELDWORK-PERSON", said.person.name)
    yield text_line("X-FIELDWORK-PURPOSE", said.purpose)
    yield text_line("X-FIELDWORK-STATUS", said.status)
    if said.status == "held" and said.planned_on:
        yield f"X-FIELDWORK-PLANNED:{said.planned_on}"
    yield "END:VEVENT"


def _when(said: Conversation, day: date, fold: int) -> Iterator[str]:
    at, zone = hour_of(said, day), _zone(said)
    if at is None:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
        yield from _hour_of_another_day(said)
        return
    yield from _moment(at, zone, fold)
    if said.planned_minutes:
        yield f"DURATION:PT{said.planned_minutes}M"


def _moment(at: datetime, zone: str, fold: int) -> Iterator[str]:
    """An hour that comes twice stands in UTC, its zone beside it: else the first would be read."""
    there = at.replace(tzinfo=clock(zone), fold=fold) if zone else at
    if zone and zone != "UTC" and comes_twice(there):
        yield f"X-FIELDWORK-ZONE:{zone}"
        there, zone = there.astimezone(UTC), "UTC"
    named = f";TZID={zone}" if zone not in ("", "UTC") else ""
    yield f"DTSTART{named}:{there:%Y%m%dT%H%M%S}{'Z' if zone == 'UTC' else ''}"


def _hour_of_another_day(said: Conversation) -> Iterator[str]:
    """What an event of a whole day has no place for."""
    if said.planned_minutes:
        yield f"X-FIELDWORK-MINUTES:{said.planned_minutes}"
    if said.starts_at:
        yield f"X-FIELDWORK-BEGAN:{said.starts_at}"
    if zone := _zone(said):
        yield f"X-FIELDWORK-ZONE:{zone}"


def _zone(said: Conversation) -> str:
    """IANA's name; nothing where none is known."""
    try:
        return known_zone(said.zone) if said.zone else ""
    except Refused:
        return ""
