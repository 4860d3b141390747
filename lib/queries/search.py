"""Where words occur: notes, quotes, takeaways, agendas, letters, what was promised and came of it.

For the explorer alone.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Text, and_, cast, literal, select, text, union_all
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.filters import Filters
from lib.model import Field, Interview, Person, search_text
from lib.queries.base import frame
from lib.queries.wording import label
from lib.searching import SEARCHED, wanted
from lib.storage import rows

MOST = 200
"""Texts of one search; whoever finds more types another word."""

_ON = {
    "sqlite": text(
        "search_text.rowid IN (SELECT rowid FROM search_index WHERE search_index MATCH :words)"
    ),
    "postgresql": text("to_tsvector('simple', search_text.body) @@ to_tsquery('simple', :words)"),
}


def texts_found(session: Session, viewer: Explorer, filters: Filters, typed: str) -> pd.DataFrame:
    """interview_id, person_id, person, field, held_on, kind, text: where all the words occur.

    The latest first. `kind` is as in `lib.searching`; at most 200 rows. Words "in quotes" stand
    next to each other; the last one may go on.
    """
    found, texts = _found(session, viewer, typed), _texts(viewer)
    query = (
        select(
            *(Interview.id, Person.id, label(viewer), Field.name, Interview.held_on),
            *(found.c.kind, texts.c.words),
        )
        .join(found, found.c.interview_id == Interview.id)
        .join(texts, texts.c.id == found.c.id)
        .join(Field, and_(Field.explorer_id == viewer.explorer_id, Field.id == Interview.field_id))
        .join(
            Person,
            and_(Person.explorer_id == viewer.explorer_id, Person.id == Interview.person_id),
        )
        .where(Interview.explorer_id == viewer.explorer_id)
        .order_by(Interview.held_on.desc().nulls_last(), Interview.id.desc(), found.c.id)
        .limit(MOST)
    )
    ids = {"interview_id": "id", "person_id": "id", "person": "person"}
    words = {"field": "text", "held_on": "date", "kind": "text", "text": "text"}
    return frame(session, viewer, query, {**ids, **words})


def _found(session: Session, viewer: Explorer, typed: str) -> Any:
    """id, interview_id, kind of what holds the words."""
    sought, engine = wanted(typed), session.get_bind().dialect.name
    columns = (search_text.c.id, search_text.c.interview_id, search_text.c.kind)
    mine = select(*columns).where(search_text.c.explorer_id == viewer.explorer_id)
    if sought.nothing:
        return mine.limit(0).subquery()
    asks = sought.for_sqlite if engine == "sqlite" else sought.for_postgresql
    return mine.where(_ON[engine].bindparams(words=asks(viewer.explorer_id))).subquery()


def _texts(viewer: Explorer) -> Any:
    """id, words: everything that can be found, as it was written."""
    models = rows.models()
    return union_all(
        *(
            select(models[name].id, _joined(models[name], columns).label("words")).where(
                models[name].explorer_id == viewer.explorer_id
            )
            for name, (columns, _) in SEARCHED.items()
        )
    ).subquery()


def _joined(model: type[Any], columns: Sequence[str]) -> Any:
    """The texts of a row, a line each."""
    first, *others = (cast(getattr(model, column), Text) for column in columns)
    words: ColumnElement[str] = first
    for other in others:
        words = words + literal("\n") + other
    return words
