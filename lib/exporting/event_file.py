"""One talk as a calendar file: made, changed and called off under one name, each time later."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from lib.exporting.calendar_lines import folded, text_line
from lib.exporting.calendar_zones import zone_lines
from lib.meeting.when import comes_twice

BEFORE = timedelta(hours=1)
"""When the reminder rings: a moment of its own, since "an hour before" is read wrong in the night
in which the clocks change."""


@dataclass(frozen=True)
class Event:
    """What the file says; `starts_at` is the wall time in `zone`, with its fold."""

    uid: str
    sequence: int
    made_at: datetime
    starts_at: datetime
    zone: str
    minutes: int
    title: str
    place: str = ""
    agenda: tuple[str, ...] = ()
    cancelled: bool = False


def event_file(event: Event) -> bytes:
    """The file, with the zone's own changes of the clocks, place, agenda and a reminder.

    An hour that comes twice is written in UTC: by its zone programs read the first of the two.
    """
    there = event.starts_at.replace(tzinfo=ZoneInfo(event.zone))
    at = there.astimezone(UTC)
    utc = event.zone == "UTC" or comes_twice(there)
    zoned = f";TZID={event.zone}" if not utc else ""
    year = event.starts_at.year
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fieldwork//Talk//EN"),
        f"METHOD:{'CANCEL' if event.cancelled else 'PUBLISH'}",
        *([] if utc else zone_lines(event.zone, year, year)),
        *("BEGIN:VEVENT", f"UID:{event.uid}", f"SEQUENCE:{event.sequence}"),
        f"DTSTAMP:{event.made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART{zoned}:{at if utc else there:%Y%m%dT%H%M%S}{'Z' if utc else ''}",
        f"DURATION:PT{event.minutes}M",
        text_line("SUMMARY", event.title),
        *([text_line("LOCATION", event.place)] if event.place else []),
        *([text_line("DESCRIPTION", "\n".join(event.agenda))] if event.agenda else []),
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        *([] if event.cancelled else _reminder(at, event.title)),
        *("END:VEVENT", "END:VCALENDAR"),
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def digest(event: Event) -> str:
    """That of all that the file holds but its number and the moment at which it was made."""
    anew = replace(event, sequence=0, made_at=datetime(2000, 1, 1, tzinfo=UTC))
    return sha256(event_file(anew)).hexdigest()


def _reminder(at: datetime, title: str) -> list[str]:
    return [
        *("BEGIN:VALARM", "ACTION:DISPLAY", text_line("DESCRIPTION", title)),
        f"TRIGGER;VALUE=DATE-TIME:{at - BEFORE:%Y%m%dT%H%M%SZ}",
        "END:VALARM",
    ]
