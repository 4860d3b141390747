"""A workbook's sheets as rows of text: .xlsx, .xlsb, .xls and .ods, whole and of a sensible size.

Its cells are read by a program of their own (`workbook_apart`), with bounds on time and memory.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lib.errors import Refused
from lib.files import workbook_apart
from lib.files.apart import lines_of

ZIP, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How new workbooks begin, and old ones."""

PARTS_OF_WORKBOOKS = frozenset(("xl/workbook.xml", "xl/workbook.bin", "content.xml"))

MOST_UNPACKED = 300 * 1024 * 1024
MOST_PARTS = 10_000
SECONDS = 40
AT_ONCE = 1024 * 1024
SHORT = 40

LOCKED = "This workbook is protected with a password. Save it without one, and bring that."
DAMAGED = (
    "This workbook cannot be read: it is cut off, damaged, or needs more memory than it may take. "
    "Open it in a spreadsheet program, save it anew, and bring that."
)
NO_WORKBOOK = (
    "This is a packed file, but no spreadsheet. Bring an Excel or OpenDocument spreadsheet, a CSV "
    "or an export of Fieldwork."
)
TOO_LARGE = "This workbook unpacks to more than 300 MB. Split it, and bring the parts."
TOO_LONG = "This workbook takes too long to read. Split it, and bring the parts."
TOO_MUCH = "This workbook holds more than 100 MB of text. Split it, and bring the parts."

READER = Path(workbook_apart.__file__)

_WORDS = {
    workbook_apart.LOCKED: LOCKED,
    workbook_apart.DAMAGED: DAMAGED,
    workbook_apart.LONG: TOO_MUCH,
}


@dataclass(frozen=True)
class Grid:
    """One sheet: its name, how wide it is, and its rows that hold something, with their number."""

    name: str
    width: int
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    wrong: dict[tuple[int, int], str] = field(default_factory=dict)
    """Cells that say nothing for a reason, by row and place: an error, or no result."""


def is_workbook(content: bytes) -> bool:
    """Whether a file begins as a workbook does."""
    return content.startswith((ZIP, COMPOUND))


def grids(content: bytes) -> list[Grid]:
    """The sheets that are shown; raises Refused for what is no workbook that can be read."""
    if content.startswith(ZIP):
        _refuse_what_is_too_large(content)
    elif "EncryptedPackage".encode("utf-16-le") in content:
        raise Refused(LOCKED)
    told = lines_of(READER, content, seconds=SECONDS, too_long=TOO_LONG, damaged=DAMAGED)
    return list(_grids(told))


def _refuse_what_is_too_large(content: bytes) -> None:
    """Unpack it all, a piece at a time, before anybody keeps it."""
    if content.count(b"PK\x01\x02") > MOST_PARTS:
        raise Refused(NO_WORKBOOK)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if not PARTS_OF_WORKBOOKS & set(packed.namelist()):
                raise Refused(NO_WORKBOOK)
            if any(part.flag_bits & 1 for part in parts):
                raise Refused(LOCKED)
            if sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise Refused(TOO_LARGE)
            refuse_what_unpacks_to_more(packed, parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise Refused(DAMAGED) from error


def refuse_what_unpacks_to_more(packed: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """Raises Refused by what comes out, whatever was said of its size beforehand."""
    left = MOST_UNPACKED
    for part in parts:
        with packed.open(part) as unpacked:
            while piece := unpacked.read(AT_ONCE):
                left -= len(piece)
                if left < 0:
                    raise Refused(TOO_LARGE)


def _grids(told: Iterator[Any]) -> Iterator[Grid]:
    grid: Grid | None = None
    once: dict[str, str] = {}
    for said in told:
        if isinstance(said, str):
            raise Refused(_WORDS[said])
        first, second, *more = said
        if isinstance(first, str):
            if grid is not None:
                yield grid
            grid = Grid(first, second)
        elif grid is not None:
            grid.rows.append((first, [_once(once, cell) for cell in second]))
            grid.wrong.update({(first, int(place)): why for place, why in more[0].items()})
    if grid is not None:
        yield grid


def _once(once: dict[str, str], cell: str) -> str:
    """Short words stand in thousands of rows, and in memory once."""
    return once.setdefault(cell, cell) if len(cell) <= SHORT else cell
