"""docs/import.md says what the importer does: every column, every kind, every example."""

import re
from pathlib import Path

import pytest

from lib.importing.csv_file import MOST_COLUMNS, MOST_ROWS
from lib.importing.reading import MOST
from lib.sheet.columns import ALIASES, known_column
from lib.sheet.findings import READERS
from lib.sheet.reading import FINDINGS

TEXT = (Path(__file__).parents[2] / "docs" / "import.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.split("|")[1:-1]]
    for line in TEXT.splitlines()
    if line[:1] == "|"
]
NAMED = [row for row in ROWS if row[0].startswith("`")]


def test_every_column_is_in_the_table_and_no_other() -> None:
    assert {name for row in NAMED for name in re.findall(r"`(\w+)`", row[0])} == set(ALIASES)


def test_every_other_name_in_the_table_is_known() -> None:
    for row in NAMED:
        names = re.findall(r"`(\w+)`", row[0])
        for other in re.split("[,;] ", row[2]):
            if other and "understood" not in row[2]:
                assert known_column(other) in names, other


@pytest.mark.parametrize("row", [row for row in ROWS if len(row) == 3 and row[2].startswith("`")])
def test_every_example_is_understood(row: list[str]) -> None:
    columns = {column: kind for kind, _, columns in FINDINGS for column in columns}
    name = row[0].split(",")[0]
    for example in re.findall(r"`([^`]+)`", row[2]):
        (values, *_) = READERS[columns[name]](example, "USD")
        assert len(values) > 1 or "," in example


def test_the_limits_are_the_ones_that_are_named() -> None:
    assert f"{MOST // 2**20} MB, a sheet {MOST_ROWS:,} rows and {MOST_COLUMNS} columns" in TEXT
