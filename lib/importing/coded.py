"""Reads a project of coded interviews (REFI-QDA) that Fieldwork wrote, and what was coded since.

A text's variables are cells of a sheet; a stretch says in its description which line of them it is,
and one without a description is a further finding, by the code it was given.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any

from lib.errors import Refused
from lib.exporting.coded import NOTES
from lib.files.neutral import harmless
from lib.importing.matching.tables import Table
from lib.sheet.columns import COLUMNS, FINDING_COLUMNS
from lib.sheet.parts import quote, timed_line

ELSEWHERE = (
    "This project of coded interviews was not written by Fieldwork: its texts do not say which "
    "field of work they are about. Export its texts, and bring them to Record as notes."
)
BY_CODE = {
    "skill": ("skills", "skill"),
    "training": ("training", "name"),
    "upside": ("upsides", "theme"),
    "downside": ("downsides", "theme"),
    "step": ("steps", "title"),
    "outlook": ("outlook", "direction"),
}
"""Where a finding of a code below these stands, and what its name is there."""
Text = dict[str, Any]


def table_of_project(texts: Iterable[Text]) -> tuple[Table, tuple[str, ...]]:
    """A row a text under all columns, and the name of each; raises Refused for another's."""
    found = [(text["name"], cells_of_text(text)) for text in texts if "field" in text["said"]]
    if not found:
        raise Refused(ELSEWHERE)
    rows = [[harmless(cells.get(name, "")) for name in COLUMNS] for _, cells in found]
    return Table(COLUMNS, list(enumerate(rows, 1))), tuple(name for name, _ in found)


def cells_of_text(text: Text) -> dict[str, str]:
    """The cells of the conversation that a text holds, by column."""
    cells = {name: cell for name, cell in text["said"].items() if name in COLUMNS}
    notes = list(_notes(text["text"], text["said"].get(NOTES)))
    for begin, end, code, description in text["coded"]:
        column, _, line = description.partition(": ")
        if column not in FINDING_COLUMNS:
            column, line = _by_code(code, text["text"][begin:end])
        lines = cells.get(column, "").split("\n")
        if column == NOTES:
            notes.append(line)
        elif line not in lines:
            cells[column] = "\n".join(filter(None, (*lines, line)))
    cells[NOTES] = "\n".join(map(timed_line, notes))
    return cells


def _notes(text: str, lengths: str | None) -> Iterator[str]:
    """Each note by its length; a line each where the text was changed, or they are not said."""
    many = [int(one) for one in (lengths or "").split() if one.isdecimal()]
    ends = [end + at for at, end in enumerate(accumulate(many))]
    if lengths is not None and all(text[end : end + 1] == "\n" for end in ends):
        yield from (text[end - n : end] for end, n in zip(ends, many, strict=True))
    else:
        yield from (line for line in text.split("\n") if line.strip())


def _by_code(code: list[str], words: str) -> tuple[str, str]:
    """The column and line of what was coded elsewhere; a note where the code means nothing here."""
    parent, name = code
    if parent == "pay" or (name == "pay" and not parent):
        level = name if name in ("entry", "mid", "senior") else ""
        return "_".join(filter(None, ("pay", level))), quote(words)
    if parent in BY_CODE:
        column, key = BY_CODE[parent]
        return column, f"{key}: {quote(name)}; {quote(words)}"
    return NOTES, f"{name}: {words}" if name else words
