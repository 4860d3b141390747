"""Reads a workbook from standard input, and writes its cells as text to standard output.

Run as a program of its own: the library holds a whole sheet in memory and ends the process where
there is none left, and would take the server along. Here it may.
A line of JSON a sheet, `[name, columns]`, and one a row, `[row, [cell, ...], {place: why}]`, where
`why` says that the cell at a place holds an error, or a formula without a result; or `"..."`, why
nothing can be read.
"""

import importlib
import io
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

MOST_MEMORY = 1_000_000_000
MOST_SHEETS = 50
MOST_COLUMNS = 501
"""One more than are read, so that the refusal can be told from the rest."""
MOST_ROWS = 200_001
MOST_CHARACTERS = 100_000_000
LOCKED, DAMAGED, LONG = "locked", "damaged", "long"


def main() -> None:
    """The cells, or in one word why there are none."""
    bound()
    import python_calamine as calamine  # noqa: PLC0415  within the bounds

    content = sys.stdin.buffer.read()
    sys.path.append(str(Path(__file__).parent))
    marks = importlib.import_module("workbook_marks").marks_of(content)
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        kept = 0
        for line, characters in lines(workbook, calamine, marks):
            kept += characters
            if kept > MOST_CHARACTERS:
                say(LONG)
                return
            say(line)
    except calamine.PasswordError:
        say(LOCKED)
    except calamine.CalamineError:
        say(DAMAGED)


def bound() -> None:
    """No more memory than this, where the system can be told so."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def lines(workbook: Any, calamine: Any, marks: Any) -> Iterator[tuple[Any, int]]:
    """Each sheet that is shown and each of its rows that holds something, with its length."""
    shown = [
        one.name
        for one in workbook.sheets_metadata
        if one.typ == calamine.SheetTypeEnum.WorkSheet
        and one.visible == calamine.SheetVisibleEnum.Visible
    ]
    for name in shown[:MOST_SHEETS]:
        sheet = workbook.get_sheet_by_name(name)
        yield [name, sheet.width], len(name)
        for kept, (number, cells, wrong) in enumerate(rows(sheet, marks.get(name)), 1):
            yield [number, cells, wrong], sum(map(len, cells)) + len(cells)
            if kept == MOST_ROWS:
                break


def rows(sheet: Any, marks: Any) -> Iterator[tuple[int, list[str], dict[int, str]]]:
    """The rows that hold something: their number, cells, and what is wrong by place."""
    falling: dict[int, tuple[int, str]] = {}
    down = dict(marks.down) if marks else {}
    wrong_in: dict[int, dict[int, str]] = {}
    for (row, column), why in (marks.wrong if marks else {}).items():
        wrong_in.setdefault(row, {})[column - 1] = why
    for number, row in enumerate(sheet.iter_rows(), 1):
        shown = marks.shown if marks else {}
        cells = [
            said(cell, shown.get((number, place)) if shown else None)
            for place, cell in enumerate(row[:MOST_COLUMNS], 1)
        ]
        if down:
            fill(number, cells, down, falling)
        while cells and not cells[-1].strip() and len(cells) - 1 not in wrong_in.get(number, ()):
            cells.pop()
        if cells:
            yield number, cells, wrong_in.get(number, {})


def fill(
    number: int, cells: list[str], down: dict[Any, int], falling: dict[int, tuple[int, str]]
) -> None:
    """What is merged down stands in each of its rows."""
    for place, cell in enumerate(cells):
        last, text = falling.get(place, (0, ""))
        if number <= last and not cell.strip():
            cells[place] = text
        if many := down.get((number, place + 1)):
            falling[place] = (number + many - 1, cell)


def said(cell: Any, shown: Any) -> str:
    """The cell as text, with the signs that its number is shown with."""
    if shown is not None and isinstance(cell, int | float) and not isinstance(cell, bool):
        return str(shown.text(float(cell)))
    return text(cell)


def text(cell: Any) -> str:
    """The cell as it would be typed: no more digits than a spreadsheet program shows."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.15g}"
    if isinstance(cell, datetime):
        minute = cell + timedelta(seconds=30)  # a spreadsheet's moments are fractions of a day
        return f"{minute:%Y-%m-%d}" if cell.time() == time() else f"{minute:%Y-%m-%dT%H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, timedelta):
        return f"{cell.total_seconds() / 60:.15g} minutes"
    return str(cell)


def say(line: Any) -> None:
    """One line of JSON."""
    sys.stdout.write(json.dumps(line))
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
