"""The grammar of a sheet's cells: what is written is read back, what people write is understood."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.errors import Refused
from lib.figures import day_first, read_date
from lib.records import RECORDS, Conversation
from lib.sheet import cells_of, harmless, original, read_cells
from lib.sheet.columns import ALIASES, known_column
from lib.sheet.finding_lines import same
from lib.sheet.findings import READERS
from lib.sheet.parts import note_line, note_of
from tests.unit.conversations_made import conversations, words

IDS = {"id", "note_id", "introduced_by_id"}


def plain(said: Conversation) -> dict[str, Any]:
    """What a conversation says, without its ids and in the order of its columns."""
    content: dict[str, Any] = without_ids(said.model_dump(exclude={"version"}))
    for one in content["skills"]:
        if one["said_as"] == one["skill"]:
            one["said_as"] = ""
    for kind in RECORDS:
        content[kind] = sorted(content[kind], key=repr)
    for name in ("role", "organisation"):
        content[name] = content[name] or content["person"][name]
    return content


def without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_ids(one) for name, one in value.items() if name not in IDS}
    return [without_ids(one) for one in value] if isinstance(value, tuple | list) else value


@given(conversations())
def test_every_conversation_is_read_back_from_its_cells(said: Conversation) -> None:
    read = read_cells(cells_of(said))
    assert read.refused == []
    assert read.said is not None
    assert plain(read.said) == plain(said)


@given(words)
def test_a_note_is_one_line_and_is_read_back(text: str) -> None:
    line = note_line(text)
    assert "\n" not in line
    assert "\r" not in line
    assert note_of(line) == text


@given(words | st.text())
def test_no_cell_is_run_and_every_cell_comes_back(text: str) -> None:
    written = harmless(text)
    assert written[:1] not in tuple("=+-@\t\r")
    assert original(written) == text


@pytest.mark.parametrize("cell", ["=1+1", "+41 79", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == "'" + cell


@pytest.mark.parametrize(
    ("kind", "line", "expected"),
    [
        ("skills", "SQL, Python", [{"skill": "SQL"}, {"skill": "Python"}]),
        ("skills", "SQL; Python", [{"skill": "SQL"}, {"skill": "Python"}]),
        ("skills", 'SQL; as: T-SQL; "from day one"', [
            {"skill": "SQL", "said_as": "T-SQL", "quote": "from day one"}]),
        ("skills", 'skill: "Health, safety"; private', [
            {"skill": "Health, safety", "private": True}]),
        ("salaries", "60000-72000 USD/year, own, base, gross, employed, 2026", [
            {"low": Decimal(60000), "high": Decimal(72000), "currency": "USD", "period": "year",
             "whose": "own", "basis": "base", "tax": "gross", "employed": "employed",
             "year": "2026"}]),
        ("salaries", "$60,000 - $72,000, seen", [
            {"low": Decimal(60000), "high": Decimal(72000), "currency": "USD",
             "period": "unstated", "whose": "seen"}]),
        ("salaries", "£80k", [{"low": Decimal(80000), "high": Decimal(80000), "currency": "GBP",
                               "period": "unstated"}]),
        ("salaries", "about 60k before bonus, gross, own", [
            {"low": Decimal(60000), "high": Decimal(60000), "currency": None,
             "period": "unstated", "basis": "base", "quote": "about 60k before bonus",
             "tax": "gross", "whose": "own"}]),
        ("salaries", "60000 USD, full-time", [
            {"low": Decimal(60000), "high": Decimal(60000), "currency": "USD",
             "period": "unstated", "quote": "60000 USD, full-time"}]),
        ("salaries", "depends on the region", [{"quote": "depends on the region"}]),
        ("trainings", "Diploma; degree; 24-36 months; 4000-9000 USD; alongside", [
            {"name": "Diploma", "kind": "degree", "months_low": 24.0, "months_high": 36.0,
             "cost_low": Decimal(4000), "cost_high": Decimal(9000), "currency": "USD",
             "alongside_work": True}]),
        ("trainings", "Course; 2 years; free", [
            {"name": "Course", "months_low": 24.0, "months_high": 24.0, "cost_low": 0,
             "cost_high": 0}]),
        ("aspects", "autonomy: I choose my hours", [
            {"theme": "Autonomy", "quote": "I choose my hours"}]),
        ("aspects", "The coffee", [{"theme": "The coffee"}]),
        ("aspects", "Nobody ever asks me why I did it this way and not the other", [
            {"quote": "Nobody ever asks me why I did it this way and not the other"}]),
        ("steps", "Senior; 2-3 years; 60000-70000 USD/year", [
            {"title": "Senior", "years_low": 2.0, "years_high": 3.0, "low": Decimal(60000),
             "high": Decimal(70000), "currency": "USD", "period": "year"}]),
        ("outlooks", "Growing: twenty open places", [
            {"direction": "growing", "quote": "twenty open places"}]),
        ("outlooks", "shrinking", [{"direction": "shrinking"}]),
        ("outlooks", "hard to say", [{"quote": "hard to say"}]),
    ],
)  # fmt: skip
def test_what_people_write_is_understood(kind: str, line: str, expected: Any) -> None:
    assert READERS[kind](line, "USD") == expected


@pytest.mark.parametrize(
    ("column", "line"),
    [
        ("pay", "60000-72000 USDD/year"),
        ("pay", "60000 USD, 70000 USD"),
        ("training", "Course; sometime 2020"),
        ("steps", "Senior; soon"),
    ],
)
def test_a_line_that_is_not_understood_is_named(column: str, line: str) -> None:
    read = read_cells({"field": "Nurse", "held_on": "2026-03-02", column: f"\n{line}"})
    assert [(name, value) for name, value, _ in read.refused] == [(column, line)]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"field": "Nurse", "status": "held"}, "held_on"),
        ({"held_on": "2026-03-02"}, "field"),
        ({"field": "Nurse", "held_on": "2026-02-30"}, "held_on"),
        ({"field": "Nurse", "interest_after": "9"}, "interest_after"),
        ({"field": "Nurse", "status": "maybe"}, "status"),
        ({"field": "Nurse", "person": "x" * 201}, "person"),
        ({"field": "Nurse", "attribution": "named"}, "consent_on"),
        ({"field": "Nurse", "pay": "60000 USD, 1900"}, "pay"),
        ({"field": "Nurse", "asked": "weather"}, "asked"),
        ({"field": "Nurse", "planned_minutes": "long"}, "planned_minutes"),
    ],
)
def test_a_cell_that_breaks_a_rule_is_named(cells: dict[str, str], column: str) -> None:
    read = read_cells(cells)
    assert read.said is None
    assert [name for name, _, _ in read.refused] == [column]


def test_words_of_other_sheets_are_understood() -> None:
    cells = {"field": "Nurse", "status": "Outreach Sent", "setting": "Zoom",
             "planned_minutes": "1.5 hours", "interest_after": "4/5"}  # fmt: skip
    said = read_cells(cells).said
    assert said is not None
    assert (said.status, said.setting, said.planned_minutes) == ("requested", "video", 90)
    assert said.interest_after == 4


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-01-31", date(2024, 1, 31)),
        ("2024/1/31", date(2024, 1, 31)),
        ("2024-01-31T10:00:00", date(2024, 1, 31)),
        ("31 Jan 2024", date(2024, 1, 31)),
        ("7-Feb-22", date(2022, 2, 7)),
        ("Jan 31, 2024", date(2024, 1, 31)),
        ("31.1.2024", date(2024, 1, 31)),
        ("9/14/2026", date(2026, 9, 14)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, day: date) -> None:
    assert read_date(text, day_first=False) == day


@pytest.mark.parametrize("text", ["soon", "2024-13-01", "31 Foo 2024", "1/2", "99999", "14/9/2026"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_date(text, day_first=False)


@pytest.mark.parametrize(
    ("values", "first"),
    [
        (["9/14/2026", "3/4/2026"], False),
        (["14/9/2026", "3/4/2026"], True),
        (["3/4/2026"], None),
        (["9/14/2026", "14/9/2026"], None),
        (["3/3/2026", "2026-01-02", "soon", ""], True),
    ],
)
def test_the_whole_column_decides_which_number_is_the_day(
    values: list[str], first: bool | None
) -> None:
    assert day_first(values) is first


def test_headings_are_known_by_any_of_their_names() -> None:
    expected = {
        "Contact Name": "person",
        "Company/Role": "organisation",
        " Interview Date:": "held_on",
        "KEY INSIGHTS": "notes",
        "held-on": "held_on",
        "Skills Mandatory": "skills_mandatory",
        "E-Mail": "email",
        "#": "id",
        "Next Contact Date": None,
    }
    assert {heading: known_column(heading) for heading in expected} == expected


def test_no_name_of_a_column_stands_for_two() -> None:
    names = [name for column, others in ALIASES.items() for name in (column, *others.split(", "))]
    assert {name for name in names if names.count(name) > 1} == set()
    assert all(known_column(column) == column for column in ALIASES)


@given(st.sampled_from(list(READERS)), words | st.text(max_size=40))
def test_whatever_stands_in_a_line_it_is_read_or_refused(kind: str, line: str) -> None:
    try:
        assert isinstance(READERS[kind](line, "USD"), list)
    except Refused as refused:
        assert str(refused)  # noqa: PT017


def test_two_findings_are_the_same_whatever_their_ids() -> None:
    one = read_cells({"field": "x", "skills": "SQL"}).said
    other = read_cells({"field": "x", "skills": "SQL"}).said
    assert one is not None
    assert other is not None
    assert same(one.skills[0], other.skills[0])
