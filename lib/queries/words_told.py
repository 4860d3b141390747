"""What was typed in words: quotes and takeaways, as the viewer may read them."""

from typing import Any

import pandas as pd
from sqlalchemy import literal, select, union_all
from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.filters import Filters
from lib.findings import BY_TABLE
from lib.model import FINDINGS, Interview
from lib.model.findings import Finding
from lib.queries.base import frame, said
from lib.queries.visible import held
from lib.queries.wording import label, quoted, words


def words_told(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, kind, words, person_id, person, held_on: a row a quote or takeaway."""
    told = union_all(
        *(_quotes(viewer, filters, finding) for finding in FINDINGS), _takeaways(viewer, filters)
    ).subquery()
    query = select(told).where(told.c.words != "")
    query = query.order_by(told.c.kind, told.c.held_on.desc(), told.c.person_id, told.c.words)
    dtypes = {"field_id": "id", "kind": "text", "words": "text", "person_id": "id"}
    return frame(session, viewer, query, {**dtypes, "person": "person", "held_on": "date"})


def _quotes(viewer: Viewer, filters: Filters, finding: type[Finding]) -> Any:
    return select(
        *(finding.field_id, literal(BY_TABLE[finding].topic).label("kind")),
        quoted(viewer, finding).label("words"),
        *(finding.person_id, label(viewer).label("person"), Interview.held_on),
    ).where(*said(viewer, filters, finding))


def _takeaways(viewer: Viewer, filters: Filters) -> Any:
    hidden = isinstance(viewer, Share) and not viewer.interest
    return select(
        *(Interview.field_id, literal("takeaway")),
        literal("") if hidden else words(viewer, Interview.takeaway),
        *(Interview.person_id, label(viewer), Interview.held_on),
    ).where(*held(viewer, filters))
