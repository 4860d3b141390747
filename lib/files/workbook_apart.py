"""Reads a workbook from standard input, and writes its cells as text to standard output.

Run as a program of its own: the library holds a sheet's whole rectangle in memory and ends the
process where there is none left, so that one far corner would take the server along. Here it may.
A line of JSON a sheet, `[name, columns]`, and one a row, `[row, [cell, ...]]`; or `"..."`, why not.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
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

    try:
        workbook = calamine.CalamineWorkbook.from_filelike(sys.stdin.buffer)
        kept = 0
        for line, characters in lines(workbook, calamine):
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


def lines(workbook: Any, calamine: Any) -> Iterator[tuple[Any, int]]:
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
        kept = 0
        for number, row in enumerate(sheet.iter_rows(), 1):
            cells = [text(cell) for cell in row[:MOST_COLUMNS]]
            while cells and not cells[-1].strip():
                cells.pop()
            if cells:
                kept += 1
                yield [number, cells], sum(map(len, cells)) + len(cells)
            if kept == MOST_ROWS:
                break


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
