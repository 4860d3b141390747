"""A calendar's events wait for a yes, and then are conversations like any other."""

from typing import Any

import pytest

from lib.errors import Refused
from lib.importing import Parsed, read_file
from lib.importing.parsed import Sheet
from lib.records import Conversation

HOST = "ORGANIZER;CN=Me Myself:mailto:me@me.example"


def calendar(*events: str) -> str:
    whole = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\n{whole}END:VCALENDAR\r\n"


def event(*lines: str, uid: str = "1@x") -> str:
    return "\r\n".join((f"UID:{uid}", *lines))


def read(text: str, **answers: Any) -> Parsed:
    return read_file("a.ics", text.encode(), default_field="Baker", **answers)


def talks(*events: str) -> list[Conversation]:
    parsed = read(calendar(*events), yes="all")
    assert isinstance(parsed.content, Sheet)
    assert (parsed.errors, parsed.aside) == ((), ())
    return [row.said for row in parsed.content.rows]


COFFEE = event(
    "SUMMARY:Coffee with Uma Lind",
    "DTSTART;TZID=W. Europe Standard Time:20260302T093000",
    "DTEND;TZID=W. Europe Standard Time:20260302T101500",
    "LOCATION:Crumb",
    "DESCRIPTION:Ask about ovens\\nand hours",
    HOST,
    "ATTENDEE;CN=Uma Lind:mailto:uma@crumb.example",
)


def test_an_event_waits_for_a_yes() -> None:
    parsed = read(calendar(COFFEE, event("SUMMARY:Dentist", "DTSTART:20260303T080000Z", uid="2@x")))
    assert (parsed.rows, parsed.refused) == (0, 0)
    assert [one.title for one in parsed.events] == ["Coffee with Uma Lind", "Dentist"]
    assert [(one.row, one.value) for one in parsed.aside] == [
        (1, "2026-03-02: Coffee with Uma Lind"),
        (2, "2026-03-03: Dentist"),
    ]
    one = read(calendar(COFFEE), yes=["1@x"])
    assert (one.rows, one.aside) == (1, ())


def test_who_when_and_where_come_from_the_event() -> None:
    (one,) = talks(COFFEE)
    assert (one.person.name, one.person.email) == ("Uma Lind", "uma@crumb.example")
    assert (one.status, str(one.held_on), one.starts_at, one.zone, one.planned_minutes) == (
        "held", "2026-03-02", "2026-03-02T09:30", "Europe/Berlin", 45,
    )  # fmt: skip
    assert (one.place, one.purpose) == ("Crumb", "Coffee with Uma Lind")
    assert [note.text for note in one.notes] == [
        "Ask about ovens", "and hours", "With Me Myself.",
    ]  # fmt: skip


def test_a_day_to_come_is_planned_and_a_whole_day_has_no_hour() -> None:
    (one,) = talks(event("SUMMARY:Visit", "DTSTART;VALUE=DATE:20990305"))
    assert (one.status, str(one.planned_on), one.starts_at) == ("scheduled", "2099-03-05", None)


def test_what_recurs_is_one_and_what_was_called_off_is_cancelled() -> None:
    again = event("SUMMARY:Team", "DTSTART:20260302T090000", "RRULE:FREQ=WEEKLY")
    moved = event("SUMMARY:Team", "RECURRENCE-ID:20260309T090000", "DTSTART:20260310T090000")
    off = event("SUMMARY:Off", "DTSTART:20260302T090000", "STATUS:CANCELLED", uid="3@x")
    assert [one.status for one in talks(again, moved, off)] == ["held", "cancelled"]


@pytest.mark.parametrize(
    ("title", "name"), [("Ovens", ""), ("Ovens with Ole", "Ole Brun"), ("Uma and Ole", "")]
)
def test_of_several_only_one_who_is_named_is_meant(title: str, name: str) -> None:
    (one,) = talks(
        event(
            f"SUMMARY:{title}", "DTSTART:20260302T090000",
            "ATTENDEE;CN=Uma Lind:mailto:uma@crumb.example",
            "ATTENDEE;CN=Ole Brun:mailto:ole@oven.example",
        )
    )  # fmt: skip
    assert one.person.name == name
    assert "Uma Lind" in "".join(note.text for note in one.notes)


def test_a_broken_or_empty_calendar_gets_one_sentence() -> None:
    with pytest.raises(Refused, match="no events"):
        read(calendar())
    with pytest.raises(Refused, match="calendar"):
        read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nnothing\r\n")
