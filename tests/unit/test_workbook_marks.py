"""A workbook's cells are read as they are shown; what says nothing for a reason is told."""

import io
import zipfile
from typing import Any

import pytest
import xlsxwriter

from lib.files.workbook import grids
from lib.files.workbook_marks import NO_RESULT, column_number, shown_as
from lib.importing import read_file
from lib.importing.parsed import Parsed, Sheet
from lib.records import Conversation
from tests.unit.workbooks_made import ods_of, repacked, xlsx

HEAD = ["field", "person", "held_on", "pay_mid", "takeaway"]
ROW: list[Any] = ["Baker", "Uma", "2026-03-01", 52000, "x"]


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ('"$"#,##0', 52000, "$52000"),
        ("$#,##0.00", 42.5, "$42.5"),
        ("#,##0 [$€-407]", 52000, "52000 €"),
        ("[$CHF-807] #,##0", 52000, "CHF 52000"),
        ('"$"0"k"', 52, "$52k"),
        ('"$"#,##0,"k"', 52000, "$52k"),
        ('_("$"* #,##0_);_("$"* (#,##0)', 52000, "$52000"),
        ('#,##0 "USD"', 52000, "52000 USD"),
        ("0%", 0.15, "15%"),
        ('0" years"', 3, "3 years"),
    ],
)
def test_a_number_is_read_with_the_signs_it_is_shown_with(
    code: str, number: float, shown: str
) -> None:
    made = shown_as(code)
    assert made is not None
    assert made.text(number) == shown


@pytest.mark.parametrize("code", ["General", "#,##0", "0.00", "dd.mm.yyyy", "h:mm", "@", ""])
def test_a_format_that_adds_nothing_changes_nothing(code: str) -> None:
    assert shown_as(code) is None


def test_columns_are_counted_by_their_letters() -> None:
    assert [column_number(name) for name in ("A", "Z", "AA", "AZ", "BA")] == [1, 26, 27, 52, 53]


def with_cell(old: bytes, new: bytes) -> bytes:
    book = xlsx([HEAD, ROW])
    sheet = "xl/worksheets/sheet1.xml"
    xml = zipfile.ZipFile(io.BytesIO(book)).read(sheet)
    assert old in xml
    return repacked(book, sheet, xml.replace(old, new))


def read(content: bytes) -> tuple[Parsed, Conversation]:
    parsed = read_file("a.xlsx", content)
    assert isinstance(parsed.content, Sheet)
    assert (parsed.rows, parsed.refused) == (1, 0)
    return parsed, parsed.content.rows[0].said


PAY = b'<c r="D2"><v>52000</v></c>'


@pytest.mark.parametrize(
    ("cell", "value", "words"),
    [
        (b'<c r="D2" t="e"><v>#N/A</v></c>', "#N/A", "an error"),
        (b'<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!", "an error"),
        (b'<c r="D2"><f>A1*2</f></c>', "", "spreadsheet program and save it"),
        (b'<c r="D2"><f>A1*2</f><v></v></c>', "", "spreadsheet program and save it"),
        (b'<c r="D2"><f t="shared" si="0"/><v/></c>', "", "spreadsheet program and save it"),
    ],
)
def test_an_error_or_no_result_costs_its_cell_and_is_told(
    cell: bytes, value: str, words: str
) -> None:
    parsed, talk = read(with_cell(PAY, cell))
    assert (talk.salaries, talk.takeaway) == ((), "x")
    (told,) = parsed.cells
    assert (told.row, told.column, told.value) == (2, "pay_mid", value)
    assert words in told.message
    assert isinstance(parsed.content, Sheet)
    assert parsed.content.rows[0].unread == {"pay_mid"}, "it empties nothing"


def test_a_formula_that_gives_an_empty_text_is_empty() -> None:
    parsed, _ = read(with_cell(PAY, b'<c r="D2" t="str"><f>""</f><v></v></c>'))
    assert parsed.cells == ()


def test_an_error_in_what_a_row_hangs_on_refuses_the_row() -> None:
    parsed = read_file("a.xlsx", with_cell(b'<c r="C2" t="s"><v>7</v></c>',
                                           b'<c r="C2" t="e"><v>#REF!</v></c>'))  # fmt: skip
    assert [(e.row, e.column, e.value) for e in parsed.errors] == [(2, "held_on", "#REF!")]


def test_what_is_merged_down_stands_in_each_of_its_rows() -> None:
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content)
    sheet = book.add_worksheet()
    for row, cells in enumerate([HEAD, ROW, ROW, ROW]):
        sheet.write_row(row, 0, cells)
    sheet.merge_range(1, 1, 3, 1, "Uma")
    book.close()
    (grid,) = grids(content.getvalue())
    assert [cells[1] for _, cells in grid.rows] == ["person", "Uma", "Uma", "Uma"]


def ods_cell(attributes: str, text: str) -> str:
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def test_an_opendocument_sheet_is_told_alike() -> None:
    words = 'office:value-type="string"'
    cells = [
        ods_cell(
            'office:value-type="currency" office:currency="EUR" office:value="52000"', "52.000"
        ),
        ods_cell('table:formula="of:=A1"', ""),
        ods_cell(words + ' table:number-rows-spanned="2"', "both"),
    ]
    rows = f"<table:table-row>{''.join(cells)}</table:table-row>"
    rows += (
        f"<table:table-row>{ods_cell(words, 'a')}{ods_cell(words, 'b')}"
        "<table:covered-table-cell/></table:table-row>"
    )
    (grid,) = grids(ods_of(f'<table:table table:name="S">{rows}</table:table>'))
    assert [cells for _, cells in grid.rows] == [["52000 EUR", "", "both"], ["a", "b", "both"]]
    assert grid.wrong == {(1, 1): NO_RESULT}
