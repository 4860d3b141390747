"""Conversations as sheets to work with: CSV, and workbooks of two sheets (.xlsx, .ods)."""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.exporting.opendocument import ods_of
from lib.exporting.workbook import TwoSheets
from lib.files.neutral import harmless
from lib.model import Person
from lib.queries.whole import all_conversations
from lib.sheet import COLUMNS, cells_of
from lib.text import fold


def export_csv(session: Session, viewer: Explorer) -> bytes:
    """One conversation a row, in the columns of docs/import.md; no cell is run as a formula."""
    people = named_once(session, viewer)
    return table(cells_of(said, people) for said in all_conversations(session, viewer))


def export_xlsx(session: Session, viewer: Explorer) -> bytes:
    """Two sheets, a conversation a row and one thing that was said a row."""
    workbook, people = TwoSheets(), named_once(session, viewer)
    for said in all_conversations(session, viewer):
        workbook.add(said, people)
    return workbook.made()


def export_ods(session: Session, viewer: Explorer) -> bytes:
    """The same two sheets as an OpenDocument spreadsheet."""
    return ods_of(all_conversations(session, viewer), named_once(session, viewer))


def named_once(session: Session, viewer: Explorer) -> dict[UUID, str]:
    """The names that are one person's alone, so that they say who introduced somebody."""
    query = select(Person.id, Person.name).where(Person.explorer_id == viewer.explorer_id)
    named = {row.id: row.name for row in session.execute(query) if row.name}
    times = Counter(map(fold, named.values()))
    return {identity: name for identity, name in named.items() if times[fold(name)] == 1}


def table(many: Iterable[dict[str, str]]) -> bytes:
    """The rows under all headings, in UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="")
    writer.writeheader()
    for cells in many:
        writer.writerow({name: harmless(cell) for name, cell in cells.items()})
    return text.getvalue().encode("utf-8-sig")
