"""Workbooks as people have them: one sheet like the CSV, two sheets, cells with types."""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from lib.errors import Refused
from lib.exporting.workbook import LISTS, TALK_COLUMNS, exact
from lib.files.workbook import grids
from lib.files.workbook_apart import text
from lib.importing import Parsed, read_file, template_csv, template_xlsx
from lib.importing.parsed import Sheet
from lib.records import Conversation
from lib.sheet.said_columns import SAID_COLUMNS
from tests.unit.test_sheet import plain
from tests.unit.workbooks_made import FILES, ods, repacked, xlsx

DAY = date(2026, 3, 2)
HEAD = ["field", "person", "held_on", "planned_minutes", "pay_entry", "notes"]
ROW = ["Nurse", "Zoë Müller", DAY, 30, "60000-72000 USD/year", "one\ntwo"]
TALKS = [["id", "field", "person", "held_on"], [1, "Nurse", "Ann", DAY], [2, "Nurse", "Ben", DAY]]
SAID = ["interview", "kind", "what", "quote", "necessity", "low", "currency"]


def read(content: bytes, **answers: Any) -> Parsed:
    return read_file("a.xlsx", content, **answers)


def said(content: bytes, **answers: Any) -> list[Conversation]:
    parsed = read(content, **answers)
    assert parsed.errors == ()
    assert isinstance(parsed.content, Sheet)
    return [row.said for row in parsed.content.rows]


def two(*rows: list[Any], head: list[str] = SAID) -> bytes:
    return xlsx({"Talks": TALKS, "Said": [head, *rows]})


def ignored(content: bytes, **answers: Any) -> tuple[str, ...]:
    sheet = read(content, **answers).content
    assert isinstance(sheet, Sheet)
    return sheet.ignored


@pytest.mark.parametrize(
    "content",
    [
        xlsx([HEAD, ROW]),
        ods([HEAD, ROW]),
        (FILES / "talks.xls").read_bytes(),
        xlsx([["My talks"], [], HEAD, [], ROW]),
        xlsx([[None, *HEAD], [None, *ROW]]),
        xlsx([HEAD, ROW], constant_memory=True),
    ],
    ids=["xlsx", "ods", "xls", "below other rows", "beside an empty column", "inline texts"],
)
def test_a_sheet_is_read_as_its_csv_is(content: bytes) -> None:
    (one,) = said(content)
    assert (one.field, one.person.name, one.held_on) == ("Nurse", "Zoë Müller", DAY)
    assert one.planned_minutes == 30
    assert (one.salaries[0].low, one.salaries[0].high) == (Decimal(60000), Decimal(72000))
    assert [note.text for note in one.notes] == ["one", "two"]


@pytest.mark.parametrize("book", [xlsx, ods])
def test_numbers_are_read_as_they_are_shown(book: Any) -> None:
    (one,) = said(book([["field", "person", "held_on", "pay"], ["Nurse", 7.0, DAY, 80000.0]]))
    assert one.person.name == "7"
    assert (one.salaries[0].low, one.salaries[0].high) == (Decimal(80000), Decimal(80000))


def test_a_row_that_is_refused_is_named_by_its_number_in_the_sheet() -> None:
    parsed = read(xlsx([["Talks of 2026"], [], HEAD, ROW, [], ["Nurse", "Bo", "soon"]]))
    assert [(e.row, e.column, e.value) for e in parsed.errors] == [(6, "held_on", "soon")]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("a", "a"),
        (80000.0, "80000"),
        (0.1 + 0.2, "0.3"),
        (9007199254740.99, "9007199254740.99"),
        (30, "30"),
        (True, "yes"),
        (False, "no"),
        (date(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2, 9, 29, 59, 999), "2026-03-02T09:30"),
        (time(9, 30), "09:30"),
        (timedelta(minutes=90), "90 minutes"),
        ("", ""),
    ],
)
def test_a_cell_is_the_text_that_somebody_would_type(cell: Any, shown: str) -> None:
    assert text(cell) == shown


def test_minutes_may_be_written_as_a_clock_shows_them() -> None:
    rows = [["field", "held_on", "duration"], ["Nurse", DAY, time(0, 45)], ["Nurse", DAY, "1:15"]]
    assert [one.planned_minutes for one in said(xlsx(rows))] == [45, 75]


def test_what_was_said_belongs_to_its_conversation_by_id() -> None:
    ann, ben = said(
        two(
            [1, "skill", "Triage", "From day one.", "mandatory"],
            [2, "Pay", None, "About that.", None, 60000, "USD"],
            [1, "upside", "autonomy"],
            [1, "step", "Nurse"],
            [1, "step", "Head nurse"],
            [2, "note", None, "=1+1"],
            [2, "outlook", "Growing"],
        )
    )
    (skill,) = ann.skills
    assert (skill.skill, skill.quote, skill.necessity) == ("Triage", "From day one.", "mandatory")
    assert [one.theme for one in ann.aspects] == ["Autonomy"]
    assert [(one.title, one.position) for one in ann.steps] == [("Nurse", 1), ("Head nurse", 2)]
    (pay,) = ben.salaries
    assert (pay.low, pay.high, pay.currency, pay.quote) == (
        Decimal(60000),
        None,
        "USD",
        "About that.",
    )
    assert [note.text for note in ben.notes] == ["=1+1"]
    assert ben.outlooks[0].direction == "growing"


def test_without_an_id_it_belongs_to_the_one_conversation_that_fits() -> None:
    head = ["person", "field", "held_on", "kind", "what"]
    rows: list[list[Any]] = [["ann", "NURSE", DAY, "skill", "A"], ["Ben", "", "", "skill", "B"]]
    assert [one.skills[0].skill for one in said(two(*rows, head=head))] == ["A", "B"]
    parsed = read(two(["", "Nurse", "", "skill", "A"], ["Cy", "", "", "skill", "B"], head=head))
    assert (parsed.rows, parsed.refused) == (4, 2)
    assert [(e.row, e.column, e.message.split(".")[0]) for e in parsed.errors] == [
        (2, "Said: interview", "Several conversations fit"),
        (3, "Said: interview", "No conversation of the other sheet fits"),
    ]


def test_a_field_that_is_named_once_ties_too() -> None:
    sheets = {
        "A": [["person", "held_on"], ["Ann", DAY]],
        "B": [["field", "kind", "what"], ["Nurse", "skill", "A"]],
    }
    (one,) = said(xlsx(sheets), default_field="Nurse")
    assert one.skills[0].skill == "A"


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ([1, "skil", "A"], "kind", "Say what it is: skill, pay"),
        ([1, "", "A"], "kind", "Say what it is"),
        ([1, "skill", "A", "", "", 5], "low", "This says nothing about a skill"),
        ([1, "skill", "A", "", "vital"], "necessity", "Choose one of"),
        ([1, "pay", "", "", "", "much"], "low", "Write one number"),
        ([1, "pay", "", "", "", 5, "XYZ"], "currency", "no currency we know"),
        ([1, "skill"], "what", "This says nothing yet"),
        ([1, "outlook", "sideways"], "what", "Choose one of"),
    ],
)
def test_a_thing_said_that_breaks_a_rule_is_named_and_its_conversation_stays_out(
    row: list[Any], column: str, message: str
) -> None:
    parsed = read(two(row))
    assert (parsed.rows, parsed.refused) == (2, 1)
    (error,) = parsed.errors
    assert (error.row, error.column) == (2, f"Said: {column}")
    assert error.message.startswith(message) or message in error.message


def test_a_cell_beyond_the_headings_of_what_was_said_is_not_lost() -> None:
    parsed = read(two([1, "skill", "A", *[""] * 4, "more"]))
    assert [(e.row, e.value) for e in parsed.errors] == [(2, "more")]
    assert parsed.refused == 1


def test_amounts_and_spans_may_be_written_in_words() -> None:
    head = ["interview", "kind", "what", "cost_low", "cost_high", "months_low", "alongside_work"]
    ann, _ = said(two([1, "training", "Course", "$4k", "$9k", "1 year", "yes"], head=head))
    (course,) = ann.trainings
    assert (course.cost_low, course.cost_high, course.currency) == (
        Decimal(4000),
        Decimal(9000),
        "USD",
    )
    assert (course.months_low, course.alongside_work) == (12, True)


def test_both_sheets_may_say_what_was_said() -> None:
    talks = [["id", "field", "held_on", "skills"], [1, "Nurse", DAY, "SQL"]]
    (one,) = said(xlsx({"A": talks, "B": [SAID, [1, "skill", "Triage"]]}))
    assert [skill.skill for skill in one.skills] == ["SQL", "Triage"]


def test_sheets_are_known_by_their_headings_and_the_rest_is_named() -> None:
    sheets = {
        "Lists": [["yes"], ["no"]],
        "What they said": TALKS,
        "Interviews": [[*SAID, "mood"], [1, "skill", "A"]],
    }
    assert len(said(xlsx(sheets))) == 2
    assert ignored(xlsx(sheets)) == ("the sheet “Lists”", "Interviews: mood")


def test_a_sheet_that_is_hidden_is_not_read() -> None:
    book = xlsx({"A": TALKS, "B": TALKS})
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        names = packed.read("xl/workbook.xml")
    hidden = names.replace(b'name="B"', b'name="B" state="hidden"')
    assert len(said(repacked(book, "xl/workbook.xml", hidden))) == 2


def test_sheets_of_one_kind_are_read_together_and_named_where_one_is_refused() -> None:
    late = [TALKS[0], [3, "Nurse", "Cy", DAY], [4, "Nurse", "Di", "soon"]]
    parsed = read(xlsx({"2025": TALKS, "2026": late}))
    assert isinstance(parsed.content, Sheet)
    assert [row.person.name for row in parsed.content.rows] == ["Ann", "Ben", "Cy"]
    assert [(e.row, e.column, e.value) for e in parsed.errors] == [(3, "2026: held_on", "soon")]
    with pytest.raises(Refused, match="not in which conversations"):
        read(xlsx([SAID, [1, "skill", "A"]]))


def test_dates_typed_as_text_are_asked_about_on_both_sheets() -> None:
    head = ["person", "held_on", "kind", "what"]
    content = two(["Ann", "3/2/2026", "skill", "A"], head=head)
    with pytest.raises(Refused, match="day first or the month first"):
        read(content)
    assert said(content, day_first=False)[0].skills[0].skill == "A"


def test_the_template_has_two_sheets_that_say_what_to_do() -> None:
    talks, things = grids(template_xlsx())
    assert (talks.name, things.name) == ("Interviews", "What they said")
    assert "One conversation a row" in talks.rows[0][1][0]
    assert "One thing that was said a row" in things.rows[0][1][0]
    assert tuple(talks.rows[1][1]) == TALK_COLUMNS
    assert tuple(things.rows[1][1]) == SAID_COLUMNS


def test_the_template_says_the_same_as_the_one_in_csv() -> None:
    from_csv = read_file("a.csv", template_csv()).content
    assert isinstance(from_csv, Sheet)
    mine = said(template_xlsx())
    assert [plain(one) for one in mine] == [plain(row.said) for row in from_csv.rows]
    assert template_xlsx() == template_xlsx()


def test_the_template_lets_choose_from_every_closed_list_under_headings_that_stay() -> None:
    with zipfile.ZipFile(io.BytesIO(template_xlsx())) as packed:
        sheets = [packed.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2)]
    assert all('state="frozen"' in sheet for sheet in sheets)
    for columns, sheet in zip((TALK_COLUMNS, SAID_COLUMNS), sheets, strict=True):
        for column in set(LISTS) & set(columns):
            words = ",".join(map(str, LISTS[column]))
            assert f"<formula1>&quot;{words}&quot;</formula1>" in sheet.replace('"', "&quot;")
        assert sheet.count("promptTitle=") == len([c for c in columns if f'"{c}"' in sheet])


@pytest.mark.parametrize(
    ("number", "fits"),
    [(60000, True), (Decimal("9999999999999.99"), True), (1 / 3, False), (0.5, True)],
)
def test_a_number_leaves_as_one_where_fifteen_digits_hold_it(number: Any, fits: bool) -> None:
    assert exact(number) is fits
