"""Writes everything of one explorer to a file: JSON that comes back identical, sheets to work with.

A link's token is kept nowhere, so no file can hold it; its digest goes along in JSON.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib import rows
from lib.model import Explorer as ExplorerRow
from lib.model import Person
from lib.portable import FORMAT, PROFILE, lists
from lib.queries.whole import all_conversations, all_rows
from lib.sheet import COLUMNS, cells_of, harmless
from lib.text import fold
from lib.viewer import Explorer
from lib.workbook import TwoSheets


def export_json(session: Session, viewer: Explorer) -> bytes:
    """All rows of the explorer, a list a table, a row a line, by id: the same data, same bytes."""
    return "".join(_pieces(session, viewer)).encode()


def export_csv(session: Session, viewer: Explorer) -> bytes:
    """One conversation a row, in the columns of docs/import.md; no cell is run as a formula."""
    people = _named_once(session, viewer)
    return table(cells_of(said, people) for said in all_conversations(session, viewer))


def export_xlsx(session: Session, viewer: Explorer) -> bytes:
    """Two sheets, a conversation a row and one thing that was said a row."""
    workbook, people = TwoSheets(), _named_once(session, viewer)
    for said in all_conversations(session, viewer):
        workbook.add(said, people)
    return workbook.made()


def _named_once(session: Session, viewer: Explorer) -> dict[UUID, str]:
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


def _pieces(session: Session, viewer: Explorer) -> Iterator[str]:
    yield f'{{"format": {_text(FORMAT)},\n"explorer": {_text(_profile(session, viewer))}'
    for name, model in lists().items():
        yield f",\n{_text(name)}: ["
        between = "\n"
        for row in all_rows(session, viewer, model):
            yield between + _text(rows.to_json(row))
            between = ",\n"
        yield "]" if between == "\n" else "\n]"
    yield "}\n"


def _profile(session: Session, viewer: Explorer) -> dict[str, Any]:
    table = rows.table(ExplorerRow)
    query = select(*(table.c[name] for name in PROFILE)).where(table.c.id == viewer.explorer_id)
    return rows.to_json(dict(session.execute(query).mappings().one()))


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
