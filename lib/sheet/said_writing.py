"""A finding as the cells of one row: words as text, amounts and spans as numbers."""

from collections.abc import Iterator
from typing import Any

from lib.findings.parts import Typed
from lib.records import Conversation, NoteLine
from lib.sheet.parts import note_line
from lib.sheet.said_columns import KINDS, SAID_COLUMNS
from lib.text import timed

Cells = dict[str, Any]

MOST_IN_A_CELL = 32_000
"""Characters; a spreadsheet program keeps 32,767 of a cell."""


def rows_said(said: Conversation) -> Iterator[Cells]:
    """A row for each thing that was said, tied to its conversation by id, names and day."""
    tie = {
        "interview": str(said.id),
        "person": said.person.name,
        "field": said.field,
        "held_on": said.held_on or said.planned_on,
    }
    for name, kind in KINDS.items():
        for one in _of(said, kind.list_of):
            if all(getattr(one, name) == word for name, word in kind.sort.fixed.items()):
                cells = {c: _plain(getattr(one, a)) for c, a in kind.attributes.items()}
                for column, _, part in kind.columns():
                    if (
                        isinstance(part, Typed)
                        and part.instead_of
                        and cells[column] == cells["what"]
                    ):
                        cells[column] = ""
                if cells.get("private") == "no":
                    cells["private"] = ""
                row = {**tie, "kind": name, **cells}
                yield {c: row[c] for c in SAID_COLUMNS if row.get(c) not in (None, "")}


def notes_cell(notes: tuple[NoteLine, ...]) -> tuple[str, tuple[NoteLine, ...]]:
    """As many notes as one cell holds, and those that need rows of their own."""
    cell = ""
    for place, note in enumerate(notes):
        line = timed(note.said_at, note_line(note.text))
        more = f"{cell}\n{line}" if cell else line
        if len(more) > MOST_IN_A_CELL:
            return cell, notes[place:]
        cell = more
    return cell, ()


def _of(said: Conversation, list_of: str) -> tuple[Any, ...]:
    if list_of == "notes":
        left = notes_cell(said.notes)[1]
        return tuple(note.model_copy(update={"text": note.timed}) for note in left)
    many: tuple[Any, ...] = getattr(said, list_of)
    return many


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value == "unstated" else value
