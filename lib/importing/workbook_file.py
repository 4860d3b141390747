"""Which sheets of a workbook hold conversations, and which what was said in them.

Decided by headings, never by a sheet's name or place.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lib.errors import Refused
from lib.files.delimited import MOST_ROWS, PREAMBLE
from lib.files.workbook import Grid
from lib.importing.csv_file import NO_HEADINGS
from lib.importing.headed import MOST_COLUMNS, Headed, Known, headings, times_known, too_wide
from lib.importing.matching.tables import SURE, Table, head_score, tables_of
from lib.sheet import original
from lib.sheet.said_columns import is_said, known_said_column

MOST_SAID = 200_000
"""Rows of what was said."""

EMPTY = "This workbook is empty."
ONLY_SAID = (
    "This workbook says what was said, but not in which conversations: add a sheet with a "
    "conversation a row, as in the template."
)
ALIKE = 3
"""Known headings that make a further sheet one of conversations too."""


@dataclass(frozen=True)
class Found:
    """The tables of conversations; the one of what was said in them, with its name."""

    talks: list[Table]
    said: tuple[str, Headed] | None
    aside: tuple[str, ...] = ()
    """Sheets that are neither, named."""


def find_sheets(grids: list[Grid]) -> Found:
    """The sheets that are read; raises Refused where there is none, or several of what was said."""
    filled = [grid for grid in grids if grid.rows]
    if not filled:
        raise Refused(EMPTY)
    said = [grid for grid in filled if _is_said(grid)]
    _refuse_several(said)
    others = [grid for grid in filled if grid not in said]
    for grid in others:
        if grid.width > MOST_COLUMNS:
            raise Refused(too_wide(grid.width))
    found = {grid.name: _tables(grid) for grid in others}
    most = max((_weight(table) for tables in found.values() for table in tables), default=0)
    if not most:
        raise Refused(ONLY_SAID if said else NO_HEADINGS)
    talks = [t for tables in found.values() for t in tables if _weight(t) >= max(ALIKE, most / 2)]
    talks = talks or [max((t for ts in found.values() for t in ts), key=_weight)]
    if sum(len(table.records) for table in talks) > MOST_ROWS:
        raise Refused(f"{_named_sheets(talks)} has more than {MOST_ROWS:,} rows. Split it.")
    read = {table.name for table in talks}
    return Found(
        talks,
        (said[0].name, _headed(said[0], known_said_column, MOST_SAID)) if said else None,
        tuple(_named(grid for grid in others if grid.name not in read)),
    )


def _tables(grid: Grid) -> list[Table]:
    tables = tables_of(grid.rows, grid.name)
    for table in tables:
        table.wrong = grid.wrong
    return tables


def _weight(table: Table) -> int:
    """How many of its headings are known for a conversation's; at least one where cells tell."""
    return head_score([(1, table.headings)]) // SURE or int(not any(table.headings))


def _named_sheets(tables: list[Table]) -> str:
    return " with ".join(f"“{name[:60]}”" for name in dict.fromkeys(one.name for one in tables))


def _is_said(grid: Grid) -> bool:
    return any(
        is_said([known_said_column(original(cell)) for cell in cells])
        for _, cells in grid.rows[:PREAMBLE]
    )


def _best(grid: Grid, known: Known) -> tuple[int, int]:
    """How many headings the best of the first rows has, and which row that is, the last first."""
    rows = grid.rows[:PREAMBLE]
    counted = [(times_known(cells, known), -place) for place, (_, cells) in enumerate(rows)]
    return max(counted)


def _refuse_several(alike: list[Grid]) -> None:
    if len(alike) > 1:
        names = " and ".join(_named(alike[:4]))
        raise Refused(
            f"This workbook has several sheets of one kind: {names}. Keep one of them, and bring "
            "the others as files of their own."
        )


def _named(grids: Iterable[Grid]) -> list[str]:
    return [f"the sheet “{grid.name[:60]}”" for grid in grids]


def _headed(grid: Grid, known: Known, most: int) -> Headed:
    if grid.width > MOST_COLUMNS:
        raise Refused(too_wide(grid.width))
    place = -_best(grid, known)[1]
    columns, ignored = headings(grid.rows[place][1], known)
    below = grid.rows[place + 1 :]
    if len(below) > most:
        raise Refused(f"“{grid.name[:60]}” has more than {most:,} rows. Split it.")
    return Headed(columns, ignored, list(below))
