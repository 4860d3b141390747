"""Days that name no year are asked about once, and read once it was said."""

from datetime import date
from typing import Any

import pytest

from lib.figures import read_date
from lib.importing import Parsed, read_file
from lib.importing.matching.years import YEARLESS, is_yearless, with_year
from lib.importing.parsed import Sheet

DAYS = ("Mar 31", "March 31st", "31 March", "31. März", "31.3.", "31.03", "3/31", "31 de marzo")


def read(cell: str, **said: Any) -> Parsed:
    text = f'field,person,held_on\nBaking,Uma Lind,"{cell}"\n'
    return read_file("a.csv", text.encode(), **said)


@pytest.mark.parametrize("cell", DAYS)
def test_the_year_that_was_said_is_that_of_the_day(cell: str) -> None:
    asked = read(cell)
    assert [(one.row, one.column, one.message) for one in asked.errors] == [
        (2, "held_on", YEARLESS)
    ]
    parsed = read(cell, year=2025)
    assert parsed.errors == ()
    assert isinstance(parsed.content, Sheet)
    assert [row.said.held_on for row in parsed.content.rows] == [date(2025, 3, 31)]


@pytest.mark.parametrize("cell", ["March 2026", "2026-03", "soon", "31/3/2026", "Room 12", "12"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    if cell != "Room 12":
        assert not is_yearless(cell)
        assert with_year(cell, 2025) == cell
    assert with_year(cell, None) == cell


def test_a_day_of_the_sheets_own_year_stays(  # the year that was said is for the others alone
) -> None:
    text = b"field,person,held_on\nBaking,Uma,3/31\nBaking,Bo,3/31/2024\n"
    parsed = read_file("a.csv", text, year=2025)
    assert isinstance(parsed.content, Sheet)
    assert [row.said.held_on for row in parsed.content.rows] == [
        date(2025, 3, 31),
        date(2024, 3, 31),
    ]


@pytest.mark.parametrize(
    "text",
    ["Mar 31, 2026", "mar. 31 mars 2026", "Mar 31/3/2026", "Tue, Mar 31, 2026", "mar 31 2026"],
)
def test_mar_is_a_month_where_it_makes_a_day_and_else_a_weekday(text: str) -> None:
    assert read_date(text, day_first=True) == date(2026, 3, 31)
