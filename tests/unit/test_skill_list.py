"""Lists of own skills: pasted in any shape, from files, and what is no list."""

import io
from uuid import UUID

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from lib.errors import Refused
from lib.importing.skill_file import file_list
from lib.skills.lists import MOST, Listed, is_skill_list, level_of, typed_list
from lib.skills.meant import meant
from lib.skills.names import SkillNames, SkillRow
from lib.text import fold


def names_of(text: str) -> list[str]:
    return [one.typed for one in typed_list(text)]


def known(*names: str, code: str | None = None) -> SkillNames:
    return SkillNames(
        SkillRow(UUID(int=i + 1), name, fold(name), code, None) for i, name in enumerate(names)
    )


# Pasted


@pytest.mark.parametrize(
    "text",
    [
        "SQL\nPython\nExcel",
        "SQL, Python, Excel",
        "SQL; Python; Excel",
        "- SQL\n- Python\n- Excel",
        "• SQL • Python • Excel",
        "1. SQL\n2. Python\n3. Excel\n",
        "\n\n SQL ,\n\n ;Python\r\n\tExcel,,",
        "Tools: SQL, Python, Excel",
        '"SQL", "Python", "Excel"',
        "▪ SQL\n▪ Python\n● Excel",
        "SQL | Python | Excel",
    ],
)
def test_lines_commas_bullets_and_semicolons_are_read_alike(text: str) -> None:
    assert names_of(text) == ["SQL", "Python", "Excel"]


@pytest.mark.parametrize(
    "name",
    [
        *("C", "C++", "C#", ".NET", "R", "Node.js", "A/B testing", "R&D", "Python 3", "C-3"),
        *("Öffentlichkeitsarbeit", "Управление", "日本語", "T-SQL", "Adobe: Photoshop"),
        *("Python (pandas, NumPy)", "2D drawing", "follow-up", "O'Reilly Safari"),
    ],
)
def test_signs_and_letters_of_a_name_survive(name: str) -> None:
    assert names_of(f"SQL, {name}; Excel") == ["SQL", name, "Excel"]
    assert names_of(f"- {name}") == [name]


def test_a_comma_between_quotation_marks_belongs_to_the_name() -> None:
    assert names_of('"Health, safety and environment", SQL') == [
        "Health, safety and environment",
        "SQL",
    ]


def test_spaces_of_a_web_page_are_spaces() -> None:
    assert names_of("Data\u00a0analysis\n\u200bSQL\n\u2022\u00a0Excel") == [
        *("Data analysis", "SQL", "Excel")
    ]


@pytest.mark.parametrize("text", ["SQL: 4", "SQL (4)", "SQL - 4", "SQL – 4/5", "SQL:4"])
def test_a_level_may_stand_behind_a_name(text: str) -> None:
    assert typed_list(text) == [Listed("SQL", 4)]


@pytest.mark.parametrize("text", ["", "  ", "\n\n\n", ",;,;", "- \n•\n", "\n" * 20_000])
def test_nothing_is_said_to_be_nothing(text: str) -> None:
    with pytest.raises(Refused, match="no skill in this"):
        typed_list(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\n".join(f"Skill {i}" for i in range(10_000)), "10,000 skills; at most 500"),
        ("x" * 201, "too long"),
        ("word " * 20_000, "too long"),
        ("SQL\x00\x01\x02", "no text"),
        ("\x89PNG\x1a\x0b", "no text"),
    ],
)
def test_what_no_list_can_be_is_refused_in_a_sentence(text: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        typed_list(text)


def test_as_many_as_are_allowed_are_read() -> None:
    assert len(typed_list("\n".join(f"Skill {i}" for i in range(MOST)))) == MOST


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = typed_list(text)
    except Refused:
        return
    assert found
    assert all(one.typed.strip() for one in found)


@given(
    st.lists(
        st.text(st.characters(categories=["L"]), min_size=1, max_size=20).map(str.strip),
        min_size=1,
        max_size=30,
    ),
    st.sampled_from(["\n", ", ", "; ", "\n- "]),
)
def test_names_of_letters_come_back_whatever_stands_between(names: list[str], mark: str) -> None:
    assert names_of(mark.join(names)) == names


# Files


def test_linkedins_file_is_a_list_of_names() -> None:
    names = [f"Skill {i}" for i in range(80)]
    content = "\ufeffName\r\n" + "\r\n".join(names) + "\r\n"
    assert [one.typed for one in file_list(content.encode())] == names


@pytest.mark.parametrize(
    "content",
    [
        "skill,level,shown\nSQL,4,At Acme\n",
        "Name;Proficiency;Evidence\nSQL;advanced;At Acme\n",
        "Where I showed it\tSKILLS\tRating\nAt Acme\tSQL\t4/5\n",
        "level|name|example\n4.0|SQL|At Acme",
    ],
)
def test_headings_have_several_names_and_any_order(content: str) -> None:
    assert file_list(content.encode()) == [Listed("SQL", 4, "At Acme", 2)]


def test_a_workbook_is_read_too() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet("Mine")
        for row, cells in enumerate((("Skill", "Level"), ("C#", 4), ("Übersetzen", "expert"))):
            sheet.write_row(row, 0, cells)
    found = file_list(made.getvalue())
    assert [(one.typed, one.level) for one in found] == [("C#", 4), ("Übersetzen", 5)]


def test_other_columns_stay_out_and_signs_survive() -> None:
    content = "Category,Skill\nCode,C++\nCode,C#\nCode,.NET\n,\nWords,'=SUM\n"
    found = [one.typed for one in file_list(content.encode("utf-16"))]
    assert found == ["C++", "C#", ".NET", "=SUM"]


def test_a_text_without_headings_is_a_list() -> None:
    assert [one.typed for one in file_list(b"SQL\nPython\n")] == ["SQL", "Python"]
    assert [one.typed for one in file_list("SQL, Übersetzen".encode("cp1252"))][1:] == [
        "Übersetzen"
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"Name\n\n\n", "no skill in this"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "not text|no text|cannot be read"),
        (b"PK\x03\x04abc", "workbook cannot be read|no spreadsheet"),
        (b'{"skills": []}', "no list of skills"),
        (b"first,second\n1,2\n3,4\n", "No column of this file holds skills"),
        (b"skill,name\nSQL,SQL\n", "Two columns"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_a_sentence(content: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        file_list(content)


@given(st.binary(max_size=400))
def test_any_file_is_read_or_refused(content: bytes) -> None:
    try:
        assert file_list(content)
    except Refused:
        return


@pytest.mark.parametrize(
    ("text", "level"),
    [("1", 1), ("5/5", 5), ("Expert", 5), ("can do it", 3), ("", None), ("6", None), ("90%", None)],
)
def test_a_level_is_a_figure_or_a_word(text: str, level: int | None) -> None:
    assert level_of(text) == level


def test_a_list_of_skills_is_told_by_its_headings_alone() -> None:
    assert is_skill_list(["Name"])
    assert is_skill_list(["Skill", "Level", "Where shown"])
    assert not is_skill_list(["Name", "Role"])
    assert not is_skill_list(["Level"])
    assert not is_skill_list(["field", "skills"])


# What they mean


def test_names_aliases_and_signs_are_known_and_nothing_is_guessed() -> None:
    listed = [Listed(name) for name in ("sql queries", "people skills", "C#", "excell")]
    found = meant(listed, known("SQL queries"))
    assert [one.skill for one in found] == ["SQL queries", "Interpersonal skills", "C#", "excell"]
    assert [bool(one.alike) for one in found] == [False, False, False, True]
    assert found[3].alike[0] == "Microsoft Excel" or "Excel" in found[3].alike


def test_one_skill_under_two_names_stands_once_with_the_higher_level() -> None:
    listed = [Listed("Excel", 2, "At Acme"), Listed("SQL"), Listed("MS Excel", 4, "At home")]
    excel = known("Excel", code="sw.microsoft-excel")
    first, second = meant(listed, excel)
    assert (first.skill, first.level, first.shown) == ("Excel", 4, "At Acme; At home")
    assert second.skill == "SQL"
