"""What was typed in words: quotes and takeaways, as the viewer may read them."""

from typing import Any

import pandas as pd
from sqlalchemy import literal, select, union_all
from sqlalchemy.orm import Session

from lib.filters import Filters
from lib.model import FINDINGS, Interview
from lib.queries.base import frame, held, label, numbers, quoted, said, words
from lib.viewer import Share, Viewer


def words_told(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, kind, words, person, held_on: a row a quote, by its topic, and a takeaway."""
    number = numbers(viewer)
    told = union_all(
        *(_quotes(viewer, filters, number, finding) for finding in FINDINGS),
        _takeaways(viewer, filters, number),
    ).subquery()
    query = select(told).where(told.c.words != "")
    query = query.order_by(told.c.kind, told.c.held_on.desc(), told.c.person, told.c.words)
    dtypes = {"field_id": "id", "kind": "text", "words": "text", "person": "text"}
    return frame(session, viewer, query, {**dtypes, "held_on": "date"})


def _quotes(viewer: Viewer, filters: Filters, number: Any, finding: Any) -> Any:
    return select(
        *(finding.field_id, literal(finding.topic).label("kind")),
        quoted(viewer, finding).label("words"),
        label(viewer, number.c.number).label("person"),
        Interview.held_on,
    ).where(*said(viewer, filters, finding), number.c.person_id == finding.person_id)


def _takeaways(viewer: Viewer, filters: Filters, number: Any) -> Any:
    hidden = isinstance(viewer, Share) and not viewer.interest
    return select(
        *(Interview.field_id, literal("takeaway")),
        literal("") if hidden else words(viewer, Interview.takeaway),
        label(viewer, number.c.number),
        Interview.held_on,
    ).where(*held(viewer, filters), number.c.person_id == Interview.person_id)
