"""Everything of one explorer as JSON that comes back identical.

A link's token is kept nowhere, so no file can hold it; its digest goes along.
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.exporting.format import FORMAT, PROFILE, lists
from lib.model import Explorer as ExplorerRow
from lib.queries.whole import all_rows
from lib.storage import rows


def export_json(session: Session, viewer: Explorer) -> bytes:
    """All rows of the explorer, a list a table, a row a line, by id: the same data, same bytes."""
    return "".join(_pieces(session, viewer)).encode()


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
