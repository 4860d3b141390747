"""A day, perhaps an hour and a zone, and nothing else; zones are places."""

import pytest

from lib.errors import Refused
from lib.figures import known_zone, read_moment
from lib.importing import read_file
from lib.importing.parsed import Sheet
from lib.records import Conversation

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


@pytest.mark.parametrize("word", ["Middle Earth Time", "my zone", "Europe"])
def test_any_other_word_is_refused(word: str) -> None:
    with pytest.raises(Refused, match="no time zone"):
        known_zone(word)


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
