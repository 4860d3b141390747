"""A day, perhaps an hour and a zone, and nothing else; zones are places."""

import pytest
from pydantic import ValidationError

from lib.errors import Refused
from lib.figures import clock, clock_of, kept_moment, known_zone, read_moment
from lib.importing import read_file
from lib.importing.parsed import Sheet
from lib.records import Conversation, PersonSaid
from tests.unit.test_structure import ROOT, files

DAY = "2026-03-31"
MOMENTS: dict[str, tuple[str, str | None]] = {
    "31.03.2026 14:05:33": ("14:05", None),
    "2026/03/31 2:05:33 PM OEZ": ("14:05", None),
    "2026-03-31T09:30:00Z": ("09:30", "UTC"),
    "2026-03-31 09:30 Europe/Zurich": ("09:30", "Europe/Zurich"),
    "31 Mar 2026, 9am": ("09:00", None),
    "March 31, 2026 at 12:15 am": ("00:15", None),
    "2026-03-31 00:00:00": ("", None),
    "31/Mar/2026": ("", None),
    "20260331": ("", None),
    "Di, 31.03.2026": ("", None),
    "mardi 31 mars 2026": ("", None),
    "31 de março de 2026": ("", None),
    "31 mrt 2026": ("", None),
}


@pytest.mark.parametrize("text", MOMENTS)
def test_a_moment_is_read_with_its_hour(text: str) -> None:
    moment = read_moment(text, day_first=True)
    assert (str(moment.day), moment.hour, moment.zone) == (DAY, *MOMENTS[text])


@pytest.mark.parametrize(
    "text",
    ["2026-03-31 (moved)", "31.03.2026, called off", "2026-03", "March 2026", "Mar 31", "20261331"],
)
def test_more_or_less_than_a_day_is_none(text: str) -> None:
    with pytest.raises(Refused):
        read_moment(text, day_first=True)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("pacific standard time", "America/Los_Angeles"),
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("europe/zurich", "Europe/Zurich"),
    ],
)
def test_windows_names_are_places_too(name: str, zone: str) -> None:
    assert known_zone(name) == zone


NO_ZONES = ["Middle Earth Time", "my zone", "Europe", "America/Indiana", "../UTC", "a" * 300, "\0"]


@pytest.mark.parametrize("word", NO_ZONES)
def test_any_other_word_is_refused_and_has_no_clock(word: str) -> None:
    with pytest.raises(Refused, match="no time zone"):
        known_zone(word)
    assert clock_of(word) is None
    assert clock(word).key == "UTC"


def test_a_name_has_its_clock() -> None:
    assert clock("W. Europe Standard Time").key == "Europe/Berlin"
    assert (clock_of(""), clock_of(None)) == (None, None)


def test_there_is_one_way_from_a_name_to_a_clock() -> None:
    """What zoneinfo does with a folder's name is decided in one place."""
    made = [file for file in files("lib") if "ZoneInfo(" in file.read_text(encoding="utf-8")]
    assert [str(file.relative_to(ROOT)) for file in made] == ["lib/figures/zones.py"]


@pytest.mark.parametrize(
    "value",
    ["0001-01-01T09:30", "9999-12-31T23:30", "1949-12-31T09:30", "2101-01-01T09:30"],
)
def test_a_moment_lies_within_the_years_of_all_days(value: str) -> None:
    with pytest.raises(Refused, match="between 1950 and 2100"):
        kept_moment(value)


@pytest.mark.parametrize(
    "value", ["09:30", "2026-02-30T09:30", "2026-03-31T25:00", "2026-03-31", ""]
)
def test_what_is_no_moment_says_how_one_is_written(value: str) -> None:
    with pytest.raises(Refused, match="2026-03-31T09:30"):
        kept_moment(value)
    with pytest.raises(ValidationError, match="2026-03-31T09:30"):
        Conversation(field="Nurse", person=PersonSaid(), status="idea", starts_at=value)


def test_the_moment_at_either_end_is_kept() -> None:
    for value in ("1950-01-01T00:00", "2100-12-31T23:59"):
        assert kept_moment(value) == value


@pytest.mark.parametrize("value", ["14:05", "at 9 am", "0001-01-01 09:30", "9999-12-31 23:30"])
@pytest.mark.parametrize("column", ["starts_at", "planned_on"])
def test_an_hour_without_a_day_or_of_another_age_is_told_where(column: str, value: str) -> None:
    parsed = read_file("a.csv", f"field,{column}\nBaker,{value}\n".encode())
    assert isinstance(parsed.content, Sheet)
    (row,) = parsed.content.rows
    assert [(one.column, one.value) for one in parsed.cells] == [(column, value)]
    assert [note.text for note in row.said.notes] == [f"{column}: {value}"]
    assert (row.said.starts_at, row.said.planned_on) == (None, None)


def only(text: str) -> tuple[list[Conversation], list[tuple[str, str]]]:
    parsed = read_file("a.csv", text.encode())
    assert isinstance(parsed.content, Sheet)
    return [row.said for row in parsed.content.rows], [(e.column, e.value) for e in parsed.errors]


def test_a_sheet_keeps_hours_and_zones() -> None:
    head = "field,held_on,planned_on,starts_at,zone\n"
    talks, errors = only(
        head + "Baker,31.03.2026 14:05:33,,,\nBaker,,,2026-12-02 09:30,Romance Standard Time\n"
        "Baker,,,2026-12-02T09:30,Mars Time\nBaker,,,2026-12-03,\n"
    )
    assert [(one.starts_at, one.zone) for one in talks] == [
        ("2026-03-31T14:05", None),
        ("2026-12-02T09:30", "Europe/Paris"),
        (None, None),
    ]
    assert [(one.status, str(one.planned_on)) for one in talks][2] == ("scheduled", "2026-12-03")
    assert errors == [("zone", "Mars Time")]
