"""Sheets as people have them, and broken ones: read, or refused with a sentence."""

import codecs
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.errors import AppError, Refused
from lib.importing import Parsed, read_file, template_csv
from lib.importing.parsed import Sheet
from lib.records import Conversation

HEAD = "field,person,held_on\n"


def read(text: str | bytes, **answers: Any) -> Parsed:
    return read_file("a.csv", text.encode() if isinstance(text, str) else text, **answers)


def said(text: str | bytes, **answers: Any) -> list[Conversation]:
    parsed = read(text, **answers)
    assert parsed.errors == ()
    assert isinstance(parsed.content, Sheet)
    return [row.said for row in parsed.content.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_do_not_matter(delimiter: str, ending: str) -> None:
    text = f'field,person,notes{ending}Nurse,Ann,"one, two; three"{ending}'
    whole = text.replace(",", delimiter).replace(f"one{delimiter}", "one,")
    (one,) = said(whole)
    assert (one.field, one.person.name, one.notes[0].text) == ("Nurse", "Ann", "one, two; three")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encodings_do_not_matter(encoding: str) -> None:
    text = "field,person,organisation\nPflege,Zoë Müller,Spital Köniz – “Süd”\n"
    content = text.encode(encoding)
    if encoding == "utf-16-be":
        content = codecs.BOM_UTF16_BE + content
    (one,) = said(content)
    assert (one.person.name, one.person.organisation) == ("Zoë Müller", "Spital Köniz – “Süd”")


def test_a_bare_interview_sheet_is_read_once_the_field_is_named() -> None:
    text = (
        "Contact Name,Company/Role,Interview Date,Key Insights,Follow-up Actions,"
        "Next Contact Date\nAnn,Acme / analyst,2026-03-02,Likes it\n"
    )
    with pytest.raises(Refused, match="add a column “field”") as refused:
        read(text)
    assert refused.value.where == "default_field"
    (one,) = said(text, default_field="Data analyst")
    assert (one.field, one.person.name) == ("Data analyst", "Ann")
    assert (one.organisation, one.role) == ("Acme", "analyst"), "the column holds two things"
    assert (one.held_on, one.notes[0].text) == (date(2026, 3, 2), "Likes it")


def test_of_two_headings_for_one_thing_the_second_is_kept_with_the_notes() -> None:
    (one,) = said("field,name,contact,held_on\nNurse,Ann,by letter,2026-03-02\n")
    assert (one.person.name, [note.text for note in one.notes]) == ("Ann", ["contact: by letter"])


def test_headings_may_stand_below_what_a_program_wrote_above_them() -> None:
    (one,) = said("Notes:\n\n" + HEAD + "Nurse,Ann,2026-03-02\n")
    assert one.person.name == "Ann"


def test_a_column_of_dates_that_fits_one_order_is_read_in_that_order() -> None:
    text = HEAD + "Nurse,A,9/14/2026\nNurse,B,3/4/2026\n"
    assert [one.held_on for one in said(text)] == [date(2026, 9, 14), date(2026, 3, 4)]


@pytest.mark.parametrize("dates", [("3/4/2026", "5/6/2026"), ("9/14/2026", "14/9/2026")])
def test_a_column_of_dates_that_tells_nothing_or_contradicts_itself_is_asked(
    dates: tuple[str, str],
) -> None:
    text = HEAD + "".join(f"Nurse,{day},{day}\n" for day in dates)
    with pytest.raises(Refused, match="day first or the month first") as refused:
        read(text)
    assert refused.value.where == "day_first"
    parsed = read(text, day_first=True)
    assert parsed.rows == 2
    assert {error.column for error in parsed.errors} <= {"held_on"}


def test_each_refused_cell_is_named_with_its_row_in_the_file() -> None:
    text = 'field,held_on,notes,pay\nNurse,2026-03-02,"a\nb",\n\nNurse,soon,,abc1\n'
    text += "Nurse,2026-03-03,,\n"
    parsed = read(text)
    assert (parsed.rows, parsed.refused) == (3, 1)
    assert [(e.row, e.column, e.value) for e in parsed.errors] == [
        (4, "held_on", "soon"),
        (4, "pay", "abc1"),
    ]


def test_the_reader_s_own_dollar_is_meant_by_the_sign() -> None:
    (one,) = said("field,held_on,pay\nNurse,2026-03-02,$60k\n", dollar="CAD")
    assert one.salaries[0].currency == "CAD"


def test_an_apostrophe_of_the_export_is_taken_off_again() -> None:
    (one,) = said("field,held_on,takeaway\nNurse,2026-03-02,'=1+1\n")
    assert one.takeaway == "=1+1"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a,b,c\n1,2,3\n", "no heading that Fieldwork knows"),
        (b"just some text", "no heading that Fieldwork knows"),
        (b"field:person:date\nx:y:z\n", "no heading that Fieldwork knows"),
        (",".join(f"c{n}" for n in range(10_000)).encode(), "10,000 columns"),
        (b"field," + b",".join(b"c%d" % n for n in range(10_000)), "10,001 columns"),
        (b'field,person\n"x,y\nz,w\n', "Row 2 cannot be read: a quotation mark"),
        (b'field,person\nx,y\n"x"y,z\n', "Row 3 cannot be read: a quotation mark"),
        (b"field,person\nx,y\x00z\n", "not text"),
        (b"\x00\x01\x02\x03" * 50, "not text"),
        (b"field\n" + b"x\n" * 50_001, "more than 50,000 rows"),
        (b"field,notes\nx," + b"y" * 4_000_001, "cannot be read"),
    ],
)
def test_a_broken_file_is_refused_with_a_sentence(content: bytes, message: str) -> None:
    with pytest.raises(Refused, match=message):
        read(content)


def test_a_row_with_more_cells_than_headings_is_refused() -> None:
    parsed = read("field,person\nNurse,Ann,Acme\nNurse,Ben,,\n")
    assert [(e.row, e.value) for e in parsed.errors] == [(2, "Acme")]


def test_headings_without_a_row_are_a_file_without_rows() -> None:
    assert read(HEAD).rows == 0


def test_the_template_is_read_and_says_that_its_rows_are_examples() -> None:
    rows = said(template_csv())
    assert len(rows) == 2
    assert all("Example" in row.purpose for row in rows)
    assert rows[0].skills[0].quote == "You need it from the first day."


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    read(HEAD + "Nurse,A,2026-03-02\n" * 250, progress=lambda done, of: told.append((done, of)))
    assert told == [(100, 250), (200, 250), (250, 250)]


def test_a_source_is_the_file_s_name_without_its_folder() -> None:
    for name in ("C:\\files\\a.csv", "/tmp/a.csv", "a.csv"):
        assert read_file(name, HEAD.encode()).source == "a.csv"


cells = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=6)


@given(st.lists(cells, max_size=5), st.sampled_from(",;\t|"), st.sampled_from([HEAD, "", "name;"]))
def test_whatever_a_sheet_holds_it_is_read_or_refused(
    many: list[list[str]], delimiter: str, head: str
) -> None:
    text = head + "\n".join(delimiter.join(row) for row in many)
    try:
        parsed = read(text.encode("utf-8"), default_field="x")
    except AppError:
        return
    kept = len(getattr(parsed.content, "rows", ()))
    assert parsed.rows == kept + parsed.refused


@given(st.binary(max_size=200))
def test_whatever_bytes_follow_the_headings_they_are_read_or_refused(noise: bytes) -> None:
    try:
        read(HEAD.encode() + noise, day_first=True)
    except AppError:
        return
