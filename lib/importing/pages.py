"""Reads Markdown pages, a conversation each: those that Fieldwork wrote, changed or not.

Above a page stands what is not on it, as YAML under the names of a sheet's columns; its sections
are the columns that `lib/exporting/pages.py` has headings for. Whatever else stands there is kept
with the notes.
"""

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from itertools import takewhile
from pathlib import PurePosixPath

from lib.errors import Refused
from lib.exporting.pages import HEADINGS
from lib.files.delimited import MOST_ROWS
from lib.files.neutral import harmless
from lib.importing.matching.tables import Table
from lib.sheet.columns import COLUMNS
from lib.sheet.parts import timed_line
from lib.text import fold

NO_PAGE = (
    "None of these pages begins with a field of work. Fieldwork reads the pages that it wrote: "
    "notes of another kind belong to Record, under “Or bring a file of notes”."
)
_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.S)
_KEY = re.compile(r"([\w -]+?)[ \t]*:(?:[ \t]+(.*))?$")
_SECTION = re.compile(r"^##[ \t]+(.*?)[ \t]*#*[ \t]*$", re.M)
_ITEM = re.compile(r"[-*+] ")
_TITLE = re.compile(r"\A\s*# .*(?:\n|\Z)")
_COLUMN_OF = {fold(heading): column for column, heading in HEADINGS.items()}
Page = tuple[str, str]
"""The name of a page and its text."""


def is_page(text: str) -> bool:
    """Whether a text begins as a page of a conversation does."""
    return "field" in _front(text)[0]


def table_of_pages(pages: Iterable[Page]) -> tuple[Table, tuple[str, ...]]:
    """A row a page under all columns, and the name of each row's page; raises Refused for none."""
    found = [(name, cells) for name, text in pages if "field" in (cells := cells_of_page(text))]
    if not found:
        raise Refused(NO_PAGE)
    if len(found) > MOST_ROWS:
        raise Refused(f"These are more than {MOST_ROWS:,} pages. Bring them in parts.")
    rows = [[harmless(cells.get(name, "")) for name in COLUMNS] for _, cells in found]
    return Table(COLUMNS, list(enumerate(rows, 1))), tuple(
        PurePosixPath(name).name for name, _ in found
    )


def cells_of_page(text: str) -> dict[str, str]:
    """The cells of the conversation on a page, by column."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front, rest = _front(text)
    cells = {name: value for name, value in front.items() if name in COLUMNS}
    notes = [f"{name}: {value}" for name, value in front.items() if name not in COLUMNS and value]
    above, *sections = _SECTION.split(rest)
    more = _paragraphs(_TITLE.sub("", above, count=1))
    for heading, body in zip(sections[::2], sections[1::2], strict=True):
        column = _COLUMN_OF.get(fold(heading), "")
        if column in ("purpose", "takeaway"):
            cells[column] = _plain(body.strip("\n"))
        elif column == "notes":
            notes = [*_items(body), *notes]
        elif column:
            cells[column] = "\n".join(_items(body))
        else:
            more += [f"{_plain(heading)}: {one}" for one in _items(body)]
    cells["notes"] = "\n".join(map(timed_line, [*notes, *more]))
    return cells


def _front(text: str) -> tuple[dict[str, str], str]:
    """What stands above a page, by its name, and the page below."""
    text = text.replace("\r\n", "\n")
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    lines = match[1].split("\n")
    found: dict[str, str] = {}
    for at, line in enumerate(lines):
        if key := _KEY.match(line):
            items = takewhile(lambda one: re.match(r"\s*- ", one), lines[at + 1 :])
            said = key[2] or "\n".join(_value(re.sub(r"^\s*- ", "", one)) for one in items)
            found[key[1]] = _value(said) if key[2] else said
    return found, text[match.end() :]


def _value(written: str) -> str:
    """A value as YAML writes it, whether Fieldwork did or a program that edits properties."""
    written = written.strip()
    if written[:1] in ('"', "["):
        with suppress(ValueError):
            said = json.loads(written)
            return "\n".join(map(str, said)) if isinstance(said, list) else str(said)
    if len(written) > 1 and written[0] == written[-1] == "'":
        return written[1:-1].replace("''", "'")
    return "" if written in ("null", "~") else written


def _items(body: str) -> list[str]:
    """The items of a list, each with its further lines; paragraphs are items too."""
    found: list[list[str]] = []
    for line in body.split("\n"):
        if _ITEM.match(line):
            found.append([line[2:]])
        elif found and line.strip():
            found[-1].append(line.removeprefix("  "))
        elif line.strip():
            found.append([line])
    return [_plain("\n".join(lines)) for lines in found]


def _paragraphs(text: str) -> list[str]:
    return [_plain(one.strip("\n")) for one in re.split(r"\n\s*\n", text) if one.strip()]


def _plain(text: str) -> str:
    """The text as it was typed: a backslash stands before a sign, or before a line's end."""
    return re.sub(r"\\(.)", r"\1", text, flags=re.S)
