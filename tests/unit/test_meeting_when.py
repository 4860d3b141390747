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
from lib.meeting.when import Taken, as_kept, clashes, comes_twice, starts

ZONES = ("Europe/Zurich", "America/Boise", "Asia/Kolkata", "Australia/Lord_Howe", "UTC")


@pytest.mark.parametrize(
    ("day", "hour", "zone", "says"),
    [
        (date(2026, 3, 29), time(2, 30), "Europe/Zurich", "does not exist"),
        (date(2026, 3, 8), time(2, 30), "America/Boise", "does not exist"),
        (date(2026, 10, 25), time(2, 30), "W. Europe Standard Time", "comes twice"),
        (date(2026, 11, 1), time(1, 30), "America/Boise", "comes twice"),
        (date(2026, 3, 2), time(9), "CET or so", "no time zone"),
        (date(2026, 3, 2), time(9), "Europe", "no time zone"),
        (date(1, 1, 1), time(9), "Europe/Zurich", "between 1950 and 2100"),
        (date(9999, 12, 31), time(23), "America/Boise", "between 1950 and 2100"),
    ],
)
def test_hours_that_are_none_or_two_and_what_is_no_zone_are_told(
    day: date, hour: time, zone: str, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        starts(day, hour, zone)


@pytest.mark.parametrize(
    ("day", "hour", "zone", "utc"),
    [
        (date(2026, 10, 25), time(2, 30), "Europe/Zurich", ("00:30", "01:30")),
        (date(2026, 11, 1), time(1, 30), "America/Boise", ("07:30", "08:30")),
        (date(2026, 4, 5), time(1, 45), "Australia/Lord_Howe", ("14:45", "15:15")),
    ],
)
def test_of_two_hours_of_one_name_the_one_that_is_said_is_kept_and_written(
    day: date, hour: time, zone: str, utc: tuple[str, str]
) -> None:
    for second, said in enumerate(utc):
        at = starts(day, hour, zone, second=bool(second))
        assert (at.fold, comes_twice(at), f"{at.astimezone(UTC):%H:%M}") == (second, True, said)
        wall = f"{day}T{hour:%H:%M}"
        assert as_kept(wall, zone, at.fold, "UTC") == at
        event = replace(an_event(day, hour, zone), starts_at=at.replace(tzinfo=None))
        content = event_file(event)
        whole: Any = Calendar.from_ical(content)
        (read,) = whole.walk("VEVENT")
        assert read["DTSTART"].dt == read_back(content).vevent.dtstart.value == at.astimezone(UTC)


def test_an_hour_that_comes_once_has_no_second() -> None:
    at = starts(date(2026, 10, 25), time(3, 30), "Europe/Zurich", second=True)
    assert (at.fold, comes_twice(at)) == (0, False)
    assert not comes_twice(datetime(2026, 3, 29, 2, 30, tzinfo=ZoneInfo("Europe/Zurich")))


def test_what_is_kept_and_is_no_moment_is_none() -> None:
    assert as_kept("2026-02-31T10:00", "UTC", 0, "UTC") is as_kept(None, "UTC", 0, "UTC") is None
    kept = as_kept("2026-03-02T10:00", "Mars/North", 0, "Asia/Kolkata")
    assert kept is not None
    assert f"{kept.astimezone(UTC):%H:%M}" == "04:30"


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
    assert clashes(Taken(at, 30, ""), others) == ("within",)


@pytest.mark.parametrize(
    ("way", "its_way", "clash"),
    [(0, 0, False), (20, 0, False), (21, 0, True), (0, 30, False), (0, 31, True), (5, 15, False),
     (5, 16, True)],
)  # fmt: skip
def test_the_way_there_and_back_is_counted_of_both(way: int, its_way: int, clash: bool) -> None:
    """12:00 to 12:30 and 13:00 to 13:20; who goes somewhere is there ten minutes early."""
    noon = datetime(2026, 12, 2, 12, tzinfo=UTC)
    one, other = Taken(noon + timedelta(hours=1), 20, "", way), Taken(noon, 30, "Bea", its_way)
    assert clashes(one, [other]) == (("Bea",) if clash else ())


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
