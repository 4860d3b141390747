"""Reads a calendar (.ics): each event as a row that waits for a yes, a recurring one once.

Who somebody is stands in few calendars: a name is taken where one attendee alone could be meant,
or where the event's own title says it; all others are kept with the notes.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

import icalendar

from lib.errors import Refused
from lib.figures import clock_of, known_zone
from lib.files.delimited import Record
from lib.importing.matching.tables import Table
from lib.sheet import harmless
from lib.text import names

UNREADABLE = "This calendar cannot be read. Export it again from the calendar, and bring that."
NO_EVENTS = "This calendar has no events."
HEADINGS = (
    "id", "person", "email", "status", "day", "zone", "planned_minutes", "place", "purpose",
    "notes",
)  # fmt: skip
OWN_HEADINGS = (
    "id", "person", "field", "status", "held_on", "planned_on", "starts_at", "zone",
    "planned_minutes", "place", "purpose",
)  # fmt: skip
"""What a calendar that Fieldwork wrote holds of an event."""
MOST_EVENTS = 20_000


@dataclass(frozen=True)
class Event:
    """One event of the file: its row, what it is known by, and what it is called."""

    row: int
    key: str
    title: str
    day: date
    own: bool = False
    """Whether Fieldwork wrote it."""


def is_calendar(text: str) -> bool:
    """Whether the text begins as a calendar does."""
    return text.lstrip()[:15].upper() == "BEGIN:VCALENDAR"


def read_calendar(text: str) -> tuple[tuple[Event, ...], dict[str, list[str]]]:
    """The events in their order, and each one's cells under HEADINGS by its key."""
    try:
        calendars = icalendar.Calendar.from_ical(text, multiple=True)
        found = [event for one in calendars for event in one.walk("VEVENT")]
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise Refused(UNREADABLE) from error
    if len(found) > MOST_EVENTS:
        raise Refused(f"This calendar has more than {MOST_EVENTS:,} events. Export a part of it.")
    events: list[Event] = []
    cells: dict[str, list[str]] = {}
    for number, event in enumerate(found, 1):
        made = _event(number, event)
        if made is not None and made[0].key not in cells:
            events.append(made[0])
            cells[made[0].key] = made[1]
    if not events:
        raise Refused(NO_EVENTS)
    return tuple(events), cells


def tables_of(
    events: tuple[Event, ...], cells: dict[str, list[str]], yes: Collection[str] | Literal["all"]
) -> list[Table]:
    """The events that were said to be conversations: those of other programs, then our own."""
    chosen = [event for event in events if yes == "all" or event.key in yes]
    found: list[Table] = []
    for own, headings in ((False, HEADINGS), (True, OWN_HEADINGS)):
        rows: list[Record] = [
            (e.row, [*map(harmless, cells[e.key])]) for e in chosen if e.own == own
        ]
        if rows or not own:
            found.append(Table(headings, rows))
    return [one for one in found if one.records] or found[:1]


def _event(number: int, event: Any) -> tuple[Event, list[str]] | None:
    """An event and its cells; None where it has no day, or is one of a recurring one's."""
    start = event.get("DTSTART")
    if start is None or event.get("RECURRENCE-ID") is not None:
        return None
    begins = start.dt
    day = begins.date() if isinstance(begins, datetime) else begins
    title = str(event.get("SUMMARY", "")).strip()
    key = str(event.get("UID") or f"{day} {title}")[:200]
    if "X-FIELDWORK-FIELD" in event:
        return Event(number, key, title or "(no title)", day, own=True), _own(key, event, start)
    who, email, others = _who(event, title)
    state = "cancelled" if str(event.get("STATUS", "")).upper() == "CANCELLED" else ""
    notes = [str(event.get("DESCRIPTION", "")).strip(), f"With {others}." if others else ""]
    return Event(number, key, title or "(no title)", day), [
        key, who, email, state, _written(begins), _zone(start, begins), _minutes(event, begins),
        str(event.get("LOCATION", "")).strip(), title, "\n".join(filter(None, notes)),
    ]  # fmt: skip


def _own(key: str, event: Any, start: Any) -> list[str]:
    """The cells of an event that Fieldwork wrote; what another program moved counts as moved."""
    begins, status = start.dt, _ours(event, "STATUS") or "scheduled"
    zone = _zone(start, begins) or _ours(event, "ZONE")
    hour = isinstance(begins, datetime) and zone == "UTC"
    if hour and (there := clock_of(_ours(event, "ZONE"))):  # an hour that comes twice
        begins, zone = begins.astimezone(there), there.key
    cancelled = str(event.get("STATUS", "")).upper() == "CANCELLED"
    if cancelled and status not in ("cancelled", "declined"):
        status = "cancelled"
    held = status == "held"
    return [
        key, _ours(event, "PERSON"), _ours(event, "FIELD"), status,
        _written(begins) if held else "",
        _ours(event, "PLANNED") if held else _written(begins),
        _ours(event, "BEGAN"),
        zone,
        _minutes(event, begins) or _ours(event, "MINUTES"),
        str(event.get("LOCATION", "")).strip(), _ours(event, "PURPOSE"),
    ]  # fmt: skip


def _ours(event: Any, name: str) -> str:
    """The text of a line of our own: the library leaves it as it is written."""
    text = str(event.get(f"X-FIELDWORK-{name}", ""))
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text).strip()


def _written(begins: date) -> str:
    whole = isinstance(begins, datetime)
    return begins.strftime("%Y-%m-%d %H:%M") if whole else begins.isoformat()


def _zone(start: Any, begins: date) -> str:
    """The IANA name, whatever program wrote the calendar; nothing where none is known."""
    if not isinstance(begins, datetime) or begins.tzinfo is None:
        return ""
    named = str(start.params.get("TZID", "")) or "UTC"
    try:
        return known_zone(named)
    except Refused:
        return ""


def _minutes(event: Any, begins: date) -> str:
    ends, lasts = event.get("DTEND"), event.get("DURATION")
    if not isinstance(begins, datetime):
        return ""
    span = lasts.dt if lasts is not None else (ends.dt - begins if ends is not None else None)
    minutes = int(span.total_seconds() // 60) if span is not None else 0
    return str(minutes) if 0 < minutes <= 24 * 60 else ""


def _who(event: Any, title: str) -> tuple[str, str, str]:
    """Name and e-mail of the one who is meant, and all others in words."""
    invited = list(_people(event.get("ATTENDEE")))
    hosts = list(_people(event.get("ORGANIZER")))
    host_mails = {mail for _, mail in hosts}
    guests = [one for one in invited if one[1] not in host_mails]
    titled = [one for one in (*guests, *hosts) if one[0] and _is_named(title, one[0])]
    meant = titled if len(titled) == 1 else guests if len(guests) == 1 else []
    rest = [
        name or mail for name, mail in dict.fromkeys((*guests, *hosts)) if (name, mail) not in meant
    ]
    name, mail = meant[0] if meant else ("", "")
    return name, mail, ", ".join(rest)


def _is_named(title: str, name: str) -> bool:
    return names(title, name) or names(title, name.split(maxsplit=1)[0])


def _people(said: Any) -> Iterator[tuple[str, str]]:
    for one in said if isinstance(said, list) else [] if said is None else [said]:
        mail = str(one).lower().removeprefix("mailto:")
        name = str(one.params.get("CN", "")).strip().strip('"')
        yield ("" if "@" in name else name), (mail if "@" in mail else "")
