"""Takes BLS Employment Projections' own workbook apart: `occupation.xlsx`, Table 1.2.

Any sheet with the bureau's headings will do; the one with the most occupations counts, since the
workbook has the fastest growing ones on sheets of their own. Employment is in thousands.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lib.errors import Refused
from lib.files.workbook import Grid
from lib.reference.projections import COLUMNS

NO_TABLE = (
    "No sheet of this workbook is BLS's table of occupational projections. Bring its "
    "occupation.xlsx as it was downloaded: Table 1.2 has the columns “National Employment Matrix "
    "code” and “Employment change, percent”."
)
Rows = list[dict[str, str]]

_CODE = re.compile(r"(\d{4}) national employment matrix code")
_TITLE = re.compile(r"\d{4} national employment matrix title")
_JOBS = re.compile(r"employment, (\d{4})")
_CHANGE = re.compile(r"employment change, percent, \d{4}-\d{2,4}")
_OPENINGS = re.compile(r"occupational openings, .*")
_SOC = re.compile(r"\d\d-\d{4}")
_ABOVE = 10


def read_projections(grids: Sequence[Grid]) -> Rows:
    """The rows of the sheet with the most occupations; raises Refused where there is none."""
    found = max((_of_sheet(grid) for grid in grids), key=len, default=[])
    if not found:
        raise Refused(NO_TABLE)
    return found


def _of_sheet(grid: Grid) -> Rows:
    for at, (_, cells) in enumerate(grid.rows[:_ABOVE]):
        columns = _columns(cells)
        if columns is not None:
            made = (_row(columns, record) for _, record in grid.rows[at + 1 :])
            return [row for row in made if row is not None]
    return []


@dataclass(frozen=True)
class _Columns:
    """Where each column stands, and the two years."""

    code: int
    title: int
    jobs: dict[int, int]
    change: int
    openings: int | None


def _columns(cells: Sequence[str]) -> _Columns | None:
    names = [_plain(cell) for cell in cells]

    def place(pattern: re.Pattern[str]) -> int | None:
        return next((i for i, name in enumerate(names) if pattern.fullmatch(name)), None)

    code, title, change = place(_CODE), place(_TITLE), place(_CHANGE)
    jobs = {int(m[1]): i for i, name in enumerate(names) if (m := _JOBS.fullmatch(name))}
    if code is None or title is None or change is None or len(jobs) != 2:
        return None
    return _Columns(code, title, jobs, change, place(_OPENINGS))


def _plain(heading: str) -> str:
    """A heading without line breaks, footnote signs and the longer dashes of print."""
    bare = re.sub(r"\[\d+\]", "", re.sub(r"[\u2010-\u2015]", "-", heading))
    return " ".join(bare.split()).casefold()


def _row(columns: _Columns, record: Sequence[str]) -> dict[str, str] | None:
    """An occupation or group; the table's notes and what is not published are left aside."""
    cells = [cell.strip() for cell in record]
    cells += [""] * (max(columns.change, columns.code, *columns.jobs.values()) + 1 - len(cells))
    (base, jobs), (target, projected) = sorted(columns.jobs.items())
    code = _SOC.search(cells[columns.code])
    figures = [_number(cells[place]) for place in (jobs, projected, columns.change)]
    if code is None or None in figures:
        return None
    last = columns.openings
    openings = _number(cells[last]) if last is not None and last < len(cells) else None
    told = (*figures, openings)
    named = zip(COLUMNS[4:], ("" if n is None else n for n in told), strict=True)
    title = re.sub(r"\[\d+\]", "", cells[columns.title]).strip()
    years = {"base_year": str(base), "target_year": str(target)}
    return {"code": code[0], "title": title, **years, **dict(named)}


def _number(cell: str) -> str | None:
    bare = cell.replace(",", "").replace("\u2212", "-")
    return bare if re.fullmatch(r"-?\d+(\.\d+)?", bare) else None
