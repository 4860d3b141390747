"""Talks as calendar files: one made, changed and called off under its name; all of them fed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from lib.exporting.calendar_lines import folded, text_line
from lib.exporting.calendar_zones import zone_lines
from lib.figures import clock
from lib.meeting.when import comes_twice

BEFORE = timedelta(hours=1)
"""When the reminder rings: a moment of its own, since "an hour before" is read wrong in the night
in which the clocks change."""
DAY = timedelta(days=1)


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
    whole_day: bool = False
    """Where no hour was said."""

    @property
    def at(self) -> datetime:
        """The moment."""
        return self.starts_at.replace(tzinfo=clock(self.zone))

    @property
    def zoned(self) -> bool:
        """Whether the hour stands with its zone; by it programs read the first of two hours."""
        return not (self.whole_day or self.zone == "UTC" or comes_twice(self.at))


def event_file(event: Event) -> bytes:
    """The file, with the zone's own changes of the clocks, place, agenda and a reminder.

    An hour that comes twice is written in UTC.
    """
    return _calendar("CANCEL" if event.cancelled else "PUBLISH", [event])


def feed_file(events: Iterable[Event]) -> bytes:
    """All of them, for a calendar that reads them again every hour."""
    named = ("NAME:Fieldwork", "X-WR-CALNAME:Fieldwork")
    again = ("REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H")
    return _calendar("PUBLISH", list(events), *named, *again)


def digest(event: Event) -> str:
    """That of all that the file holds but its number and the moment at which it was made."""
    anew = replace(event, sequence=0, made_at=datetime(2000, 1, 1, tzinfo=UTC))
    return sha256(event_file(anew)).hexdigest()


def _calendar(method: str, events: Sequence[Event], *more: str) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Fieldwork//Talk//EN"]
    lines += [f"METHOD:{method}", *more]
    zones: dict[str, list[int]] = {}
    for event in events:
        if event.zoned:
            zones.setdefault(event.zone, []).append(event.starts_at.year)
    for zone, years in sorted(zones.items()):
        lines += zone_lines(zone, min(years), max(years))
    for event in events:
        lines += _event(event)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(event: Event) -> list[str]:
    rings = not (event.cancelled or event.whole_day)
    return [
        *("BEGIN:VEVENT", f"UID:{event.uid}", f"SEQUENCE:{event.sequence}"),
        f"DTSTAMP:{event.made_at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        *_when(event),
        text_line("SUMMARY", event.title),
        *([text_line("LOCATION", event.place)] if event.place else []),
        *([text_line("DESCRIPTION", "\n".join(event.agenda))] if event.agenda else []),
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        *(_reminder(event.at.astimezone(UTC), event.title) if rings else []),
        "END:VEVENT",
    ]


def _when(event: Event) -> list[str]:
    if event.whole_day:
        day = event.starts_at.date()
        return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + DAY:%Y%m%d}"]
    lasts = f"DURATION:PT{event.minutes}M"
    if event.zoned:
        return [f"DTSTART;TZID={event.zone}:{event.starts_at:%Y%m%dT%H%M%S}", lasts]
    return [f"DTSTART:{event.at.astimezone(UTC):%Y%m%dT%H%M%SZ}", lasts]


def _reminder(at: datetime, title: str) -> list[str]:
    return [
        *("BEGIN:VALARM", "ACTION:DISPLAY", text_line("DESCRIPTION", title)),
        f"TRIGGER;VALUE=DATE-TIME:{at - BEFORE:%Y%m%dT%H%M%SZ}",
        "END:VALARM",
    ]
