"""When a talk is, on two clocks; and its calendar file, read back by another library."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from lib.errors import Refused
from lib.exporting.event_file import BEFORE, Event, event_file
from lib.meeting.when import Taken, clashes, starts

ZONES = ("Europe/Zurich", "America/Boise", "Asia/Kolkata", "Australia/Lord_Howe", "UTC")


@pytest.mark.parametrize(
    ("day", "hour", "zone", "says"),
    [
        (date(2026, 3, 29), time(2, 30), "Europe/Zurich", "does not exist"),
        (date(2026, 3, 8), time(2, 30), "America/Boise", "does not exist"),
        (date(2026, 10, 25), time(2, 30), "W. Europe Standard Time", "comes twice"),
        (date(2026, 11, 1), time(1, 30), "America/Boise", "comes twice"),
        (date(2026, 3, 2), time(9), "CET or so", "no time zone"),
    ],
)
def test_hours_that_are_none_or_two_and_what_is_no_zone_are_told(
    day: date, hour: time, zone: str, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        starts(day, hour, zone)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.times(), st.sampled_from(ZONES))
def test_an_hour_that_is_taken_is_one_moment(day: date, hour: time, zone: str) -> None:
    try:
        at = starts(day, hour, zone)
    except Refused:
        return
    back = at.astimezone(UTC).astimezone(ZoneInfo(zone))
    assert (back.date(), back.time()) == (day, hour.replace(second=0, microsecond=0))


def test_two_talks_clash_on_whatever_clock() -> None:
    at = starts(date(2026, 12, 2), time(12, 15), "America/Boise")
    others = [
        Taken(datetime(2026, 12, 2, 19, 30, tzinfo=UTC), 30, "within"),
        Taken(datetime(2026, 12, 2, 19, 45, tzinfo=UTC), 30, "after"),
        Taken(datetime(2026, 12, 2, 18, 45, tzinfo=UTC), 30, "before"),
    ]
    assert clashes(at, 30, others) == ("within",)


def read_back(content: bytes) -> Any:
    return vobject.readOne(content.decode())


def an_event(day: date, hour: time, zone: str, **more: object) -> Event:
    at = datetime.combine(day, hour)
    words = {"title": "Rosa; Ito, talk", "place": "Main St 1\nDoor 2", "agenda": ("One?", "Zwölf?")}
    made = datetime(2026, 11, 30, 9, tzinfo=UTC)
    return Event("a@fieldwork", 0, made, at, zone, 30, **{**words, **more})  # type: ignore[arg-type]


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.times(), st.sampled_from(ZONES))
def test_both_libraries_read_the_moment_that_was_meant(day: date, hour: time, zone: str) -> None:
    hour = hour.replace(second=0, microsecond=0)
    try:
        meant = starts(day, hour, zone).astimezone(UTC)
    except Refused:
        return
    content = event_file(an_event(day, hour, zone))
    whole: Any = Calendar.from_ical(content)
    (event,) = whole.walk("VEVENT")
    assert event["DTSTART"].dt.astimezone(UTC) == meant
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == meant - BEFORE
    read = read_back(content)
    assert read.vevent.dtstart.value.astimezone(UTC) == meant
    assert read.vevent.duration.value == timedelta(minutes=30)


def test_the_file_says_place_agenda_and_its_number_and_is_called_off_under_the_same_name() -> None:
    made = an_event(date(2026, 12, 2), time(12, 15), "America/Boise")
    read = read_back(event_file(made))
    assert (read.vevent.summary.value, read.vevent.location.value) == (
        "Rosa; Ito, talk", "Main St 1\nDoor 2",
    )  # fmt: skip
    assert read.vevent.description.value == "One?\nZwölf?"
    assert (read.method.value, read.vevent.sequence.value) == ("PUBLISH", "0")
    off = an_event(date(2026, 12, 2), time(12, 15), "America/Boise", cancelled=True)
    gone = read_back(event_file(replace(off, sequence=1)))
    assert (gone.method.value, gone.vevent.sequence.value) == ("CANCEL", "1")
    assert (gone.vevent.uid.value, gone.vevent.status.value) == ("a@fieldwork", "CANCELLED")
    assert "valarm" not in gone.vevent.contents
