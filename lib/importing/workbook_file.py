"""Which sheet of a workbook holds conversations, and which what was said in them.

Decided by headings, never by a sheet's name or place.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lib.errors import Refused
from lib.files.delimited import MOST_ROWS, PREAMBLE
from lib.files.workbook import Grid
from lib.importing.csv_file import NO_HEADINGS
from lib.importing.headed import MOST_COLUMNS, Headed, Known, headings, times_known, too_wide
from lib.sheet import original
from lib.sheet.columns import known_column
from lib.sheet.said_columns import is_said, known_said_column

MOST_SAID = 200_000
"""Rows of what was said."""

EMPTY = "This workbook is empty."
ONLY_SAID = (
    "This workbook says what was said, but not in which conversations: add a sheet with a "
    "conversation a row, as in the template."
)
ALIKE = 3
"""Headings in common with an interview sheet that make a second one worth a question."""


@dataclass(frozen=True)
class Found:
    """The sheet of conversations; the one of what was said in them, with its name."""

    talks: Headed
    said: tuple[str, Headed] | None


def find_sheets(grids: list[Grid]) -> Found:
    """The sheets that are read; raises Refused where there is none, or several could be meant."""
    filled = [grid for grid in grids if grid.rows]
    if not filled:
        raise Refused(EMPTY)
    said = [grid for grid in filled if _is_said(grid)]
    talks = [grid for grid in filled if grid not in said and _best(grid, known_column)[0]]
    if not talks:
        widest = max(grid.width for grid in filled)
        raise Refused(
            too_wide(widest) if widest > MOST_COLUMNS else ONLY_SAID if said else NO_HEADINGS
        )
    talks.sort(key=lambda grid: -_best(grid, known_column)[0])
    _refuse_several(said)
    _refuse_several(talks[:1] + [grid for grid in talks[1:] if _alike(grid, talks[0])])
    aside = [grid for grid in filled if grid not in (talks[0], *said)]
    table = _headed(talks[0], known_column, MOST_ROWS)
    table = replace(table, ignored=(*table.ignored, *_named(aside)))
    return Found(
        table,
        (said[0].name, _headed(said[0], known_said_column, MOST_SAID)) if said else None,
    )


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


def _alike(grid: Grid, best: Grid) -> bool:
    """Whether a second sheet may be one of conversations too: as many headings, and rows."""
    times, place = _best(grid, known_column)
    most, _ = _best(best, known_column)
    return times >= max(ALIKE, most / 2) and len(grid.rows) > 1 - place


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
