"""A workbook with two sheets: a conversation a row, and one thing that was said a row.

Cells are text, numbers or days, never formulas; closed lists are chosen from.
"""

import io
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any, get_args
from uuid import UUID

import xlsxwriter

from lib.records import Conversation
from lib.sheet import COLUMNS, cells_about, harmless
from lib.sheet.columns import FINDING_COLUMNS
from lib.sheet.hints import ABOUT_SAID, ABOUT_TALKS, SAID, TALKS
from lib.sheet.reading import DATES
from lib.sheet.said_columns import SAID_COLUMNS, SAID_LISTS
from lib.sheet.said_writing import notes_cell, rows_said
from lib.words import STATUSES, Attribution, Setting

Cells = Mapping[str, Any]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

TALK_COLUMNS = tuple(name for name in COLUMNS if name not in FINDING_COLUMNS)
NUMBERS = ("planned_minutes", "interest_before", "interest_after", "talked")
LISTS: dict[str, tuple[str | int, ...]] = {
    "status": STATUSES,
    "setting": tuple(word for word in get_args(Setting) if word),
    "attribution": get_args(Attribution),
    "interest_before": (1, 2, 3, 4, 5),
    "interest_after": (1, 2, 3, 4, 5),
    "talked": (0, 1, 2, 3, 4),
    **SAID_LISTS,
}
LONG = ("quote", "notes", "takeaway", "purpose", "asked", "benefits", "how_met", "description")
NARROW = ("id", "person_id", "interview")
CHOSEN_DOWN_TO = 20_000
"""Rows that have their lists to choose from."""

MADE = datetime(2026, 1, 1)
"""Written into every file, so that the same data give the same bytes."""


def talk_cells(said: Conversation, people: Mapping[UUID, str]) -> dict[str, Any]:
    """The conversation's own row: days and whole numbers as such."""
    cells: dict[str, Any] = dict(cells_about(said, people))
    cells["notes"] = notes_cell(said.notes)[0]
    for name in DATES:
        if cells.get(name):
            cells[name] = date.fromisoformat(cells[name])
    for name in NUMBERS:
        if cells.get(name):
            cells[name] = int(cells[name])
    return cells


class TwoSheets:
    """The workbook in the making; `explained` puts a sentence above the headings."""

    def __init__(self, *, explained: bool = False) -> None:
        self.content = io.BytesIO()
        self.book = xlsxwriter.Workbook(self.content, {"constant_memory": True})
        self.book.set_properties({"created": MADE})
        self.formats = _formats(self.book)
        above = (TALKS, SAID) if explained else ("", "")
        self.talks = _Sheet(self, "Interviews", TALK_COLUMNS, ABOUT_TALKS, above[0])
        self.said = _Sheet(self, "What they said", SAID_COLUMNS, ABOUT_SAID, above[1])

    def add(
        self, said: Conversation, people: Mapping[UUID, str], instead: Cells = MappingProxyType({})
    ) -> None:
        """One conversation, and all that was said in it; `instead` of some of its cells."""
        cells = {**talk_cells(said, people), **instead}
        self.talks.add(cells)
        for row in rows_said(said):
            self.said.add({**row, "interview": cells["id"]})

    def made(self) -> bytes:
        """The file."""
        for sheet in (self.talks, self.said):
            sheet.finish()
        self.book.close()
        return self.content.getvalue()


class _Sheet:
    """One sheet: its headings, its rows, and what may be chosen in its cells."""

    def __init__(
        self, whole: TwoSheets, name: str, columns: tuple[str, ...], hints: Cells, above: str
    ) -> None:
        self.columns, self.formats, self.hints = columns, whole.formats, hints
        self.sheet = whole.book.add_worksheet(name)
        if above:
            self._explain(above)
        self.row = self.first = first = 1 if above else 0
        for place, column in enumerate(columns):
            self.sheet.write_string(first, place, column, self.formats["heading"])
            wide = 45 if column in LONG else 10 if column in NARROW else 15
            self.sheet.set_column(place, place, wide, self.formats["long" if wide > 40 else "text"])
        self.sheet.freeze_panes(first + 1, 0)

    def add(self, cells: Cells) -> None:
        """One row."""
        self.row += 1
        for place, column in enumerate(self.columns):
            value = cells.get(column)
            if value not in (None, ""):
                self._write(place, column, value)

    def finish(self) -> None:
        """What may be chosen, and what is said beside a cell that is being filled in."""
        self.sheet.autofilter(self.first, 0, max(self.row, self.first), len(self.columns) - 1)
        last = max(self.row, CHOSEN_DOWN_TO)
        for place, column in enumerate(self.columns):
            rule: dict[str, Any] = {"validate": "any"}
            if column in LISTS:
                rule = {"validate": "list", "source": list(LISTS[column])}
            if column in self.hints:
                rule |= {"input_title": column, "input_message": self.hints[column]}
            if len(rule) > 1:
                self.sheet.data_validation(self.first + 1, place, last, place, rule)

    def _explain(self, sentence: str) -> None:
        """One sentence above the headings, over as many columns as it needs."""
        self.sheet.merge_range(0, 0, 0, 8, sentence, self.formats["explained"])
        self.sheet.set_row(0, 48)

    def _write(self, place: int, column: str, value: Any) -> None:
        if isinstance(value, date):
            self.sheet.write_datetime(self.row, place, value, self.formats["day"])
        elif isinstance(value, int | float | Decimal) and exact(value):
            self.sheet.write_number(self.row, place, float(value))
        else:
            text = harmless(str(value))
            self.sheet.write_string(
                self.row, place, text, self.formats["long" if column in LONG else "text"]
            )


def exact(value: int | float | Decimal) -> bool:
    """Whether a spreadsheet's fifteen digits are enough for a number; else it leaves as text."""
    return type(value)(f"{value:.15g}") == value


def _formats(book: Any) -> dict[str, Any]:
    top = {"valign": "top"}
    return {
        "heading": book.add_format({"bold": True, "bg_color": "#E6EDF3", "bottom": 1, **top}),
        "explained": book.add_format({"text_wrap": True, "italic": True, **top}),
        "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left", **top}),
        "long": book.add_format({"text_wrap": True, **top}),
        "text": book.add_format({"num_format": "@", **top}),
    }
