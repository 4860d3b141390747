"""docs/import.md says what the importer does: every column, every kind, every example."""

import re
from pathlib import Path

import pytest

from lib.exporting.workbook import TALK_COLUMNS
from lib.files.delimited import MOST_ROWS
from lib.files.workbook import MOST_UNPACKED
from lib.findings import IN_SHEETS
from lib.importing.headed import MOST_COLUMNS
from lib.importing.matching.headings import meant
from lib.importing.reading import MOST
from lib.importing.workbook_file import MOST_SAID
from lib.sheet.columns import ALIASES, known_column
from lib.sheet.findings import READERS
from lib.sheet.hints import ABOUT_SAID, ABOUT_TALKS
from lib.sheet.said_columns import KINDS, SAID_COLUMNS, SAID_LISTS, TIED
from lib.sheet.said_writing import MOST_IN_A_CELL
from lib.skills.lists import HEADINGS

TEXT = (Path(__file__).parents[2] / "docs" / "import.md").read_text(encoding="utf-8")
BEFORE, SECOND, AFTER = re.split("### A second sheet|### Days", TEXT)


def rows(text: str) -> list[list[str]]:
    lines = (line for line in text.splitlines() if line[:1] == "|")
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


ROWS = rows(BEFORE + AFTER)
NAMED = [row for row in ROWS if row[0].startswith("`")]
SAID = [row for row in rows(SECOND) if row[0].startswith("`")]


def test_every_column_is_in_the_table_and_no_other() -> None:
    assert {name for row in NAMED for name in re.findall(r"`(\w+)`", row[0])} == set(ALIASES)


def test_every_other_name_in_the_table_is_known() -> None:
    for row in NAMED:
        names = re.findall(r"`(\w+)`", row[0])
        for other in re.split("[,;] ", row[2]):
            if other and "understood" not in row[2]:
                assert known_column(other) in names, other
                assert "held_on" in names or meant(other) in names, other


def test_every_column_of_the_second_sheet_is_in_its_table_with_its_kinds_and_words() -> None:
    for row in SAID:
        for column in re.findall(r"`(\w+)`", row[0]):
            kinds = {name for name, kind in KINDS.items() if column in kind.attributes}
            kinds = set(KINDS) if column in TIED or column == "kind" else kinds
            left_out = row[2].removeprefix("all but ").split(", ") if "all" in row[2] else None
            said = set(row[2].split(", ")) if left_out is None else {*KINDS} - {*left_out}
            assert said == kinds, column
            words = set(re.split("[,;:] ", row[1]))
            assert set(SAID_LISTS.get(column, ())) - {"no"} <= words | {"no"}, column
    named = [column for row in SAID for column in re.findall(r"`(\w+)`", row[0])]
    assert tuple(sorted(named)) == tuple(sorted(SAID_COLUMNS))


def test_every_column_of_the_template_says_what_it_is_for() -> None:
    assert set(ABOUT_SAID) == set(SAID_COLUMNS)
    assert set(ABOUT_TALKS) <= set(TALK_COLUMNS)
    assert all(len(hint) <= 255 for hint in (*ABOUT_SAID.values(), *ABOUT_TALKS.values()))


@pytest.mark.parametrize("row", [row for row in ROWS if len(row) == 3 and row[2].startswith("`")])
def test_every_example_is_understood(row: list[str]) -> None:
    columns = {column: kind.list_of for kind in IN_SHEETS for column in kind.cell_words}
    name = row[0].split(",")[0]
    for example in re.findall(r"`([^`]+)`", row[2]):
        (values, *_) = READERS[columns[name]](example, "USD")
        assert len(values) > 1 or "," in example


def test_the_limits_are_the_ones_that_are_named() -> None:
    assert f"{MOST // 2**20} MB, a sheet {MOST_ROWS:,} rows and {MOST_COLUMNS} columns" in TEXT
    assert f"what was said {MOST_SAID:,} rows" in TEXT
    assert f"unpack to {MOST_UNPACKED // 2**20} MB" in TEXT
    assert f"({MOST_IN_A_CELL:,} letters)" in TEXT


def test_every_name_of_a_list_of_skills_is_known() -> None:
    section = TEXT.partition("## A list of my skills")[2]
    for column, names in HEADINGS.items():
        line = next(line for line in section.splitlines() if line.startswith(f"- `{column}`"))
        also = line.partition("; also ")[2].rstrip(".")
        assert set(also.split(", ")) <= set(names.split(", "))
