"""Reads a list of one's own skills from a file: a CSV or workbook with headings, or plain lines."""

import csv
from collections.abc import Iterator
from itertools import islice

from lib.errors import Refused
from lib.files.delimited import DELIMITERS, MOST_ROWS, beginning, lines_of
from lib.files.text_of import text_of
from lib.files.workbook import grids, is_workbook
from lib.sheet import original
from lib.skills.lists import (
    EMPTY,
    Listed,
    bare,
    checked,
    column_of,
    is_skill_list,
    level_of,
    typed_list,
)

Numbered = tuple[int, list[str]]
"""A row of a file: its number, and its cells."""

NO_NAME = (
    "No column of this file holds skills. Give it a heading: “skill” or “name”; “level” (1 to 5) "
    "and “shown” may stand beside it."
)


def file_list(content: bytes) -> list[Listed]:
    """The skills of a file: with headings (LinkedIn's too), else a text with one a line."""
    if is_workbook(content):
        sheets = [grid.rows for grid in grids(content) if grid.rows]
        found = next((rows for rows in sheets if _names_skills(rows)), None)
        if found is None:
            raise Refused(NO_NAME)
        return checked(list(_of_table(found)), EMPTY)
    text = text_of(content)
    if text.lstrip()[:1] in ("{", "["):
        raise Refused("This is no list of skills. Bring a CSV, or paste the skills.")
    table = _table(text)
    return typed_list(text) if table is None else checked(list(_of_table(table)), EMPTY)


def sheet_list(text: str) -> list[Listed] | None:
    """The skills of a CSV whose headings are those of such a list and of nothing else."""
    for delimiter in DELIMITERS:
        head = next((cells for cells in beginning(text, delimiter) if any(cells)), None)
        if head and is_skill_list(head):
            return checked(list(_of_table(_rows(text, delimiter))), EMPTY)
    return None


def _table(text: str) -> list[Numbered] | None:
    """The rows under the delimiter whose first row has known headings; None for a plain list."""
    tables = [rows for delimiter in DELIMITERS if (rows := _rows(text, delimiter))]
    for rows in tables:
        if _names_skills(rows):
            return rows
    if any(_is_wide(rows) for rows in tables):
        raise Refused(NO_NAME)
    return None


def _is_wide(rows: list[Numbered]) -> bool:
    """Several rows of the same several cells: a table of something else."""
    widths = {len(cells) for _, cells in rows}
    return len(rows) > 1 and len(widths) == 1 and widths != {1}


def _rows(text: str, delimiter: str) -> list[Numbered]:
    """The rows that hold something; none where it cannot be read under this delimiter."""
    read = enumerate(csv.reader(lines_of(text), delimiter=delimiter), 1)
    held = ((number, cells) for number, cells in read if any(cell.strip() for cell in cells))
    try:
        rows = list(islice(held, MOST_ROWS + 1))
    except csv.Error:
        return []
    if len(rows) > MOST_ROWS:
        raise Refused(f"This file has more than {MOST_ROWS:,} rows. Split it.")
    return rows


def _of_table(rows: list[Numbered]) -> Iterator[Listed]:
    columns = [column_of(heading) for heading in rows[0][1]]
    if columns.count("skill") > 1:
        raise Refused("Two columns of this file hold skills. Rename or remove one.")
    for number, cells in rows[1:]:
        said = {
            column: original(cell).strip()
            for column, cell in zip(columns, cells, strict=False)
            if column
        }
        level, shown = level_of(said.get("level", "")), said.get("shown", "")
        yield Listed(bare(said.get("skill", "")), level, shown, number)


def _names_skills(rows: list[Numbered]) -> bool:
    return "skill" in map(column_of, rows[0][1])
