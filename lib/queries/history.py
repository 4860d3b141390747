"""What was changed in the last thirty days, and what was typed and not saved."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pandas as pd
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.filters import Filters
from lib.ids import now
from lib.model import FORGOTTEN, Change, Draft
from lib.queries.base import frame

KEPT = timedelta(days=30)
"""How long a change can be taken back, and what was typed and never saved stays."""
ADDED = {"interview": "talks", "person": "people", "field": "fields", "skill": "skills"}
"""Tables whose new rows a press is told by, and the word for them."""


def changes(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """step, at, summary, rows, undone, talks, people, fields, skills, changed: one row a press.

    The latest first; `at` in UTC. Conversations, people, fields and skills are those it added,
    `changed` counts conversations and people that it changed.
    """
    added = Change.action == "added"
    whole = Change.table_name.in_(("interview", "person"))
    query = (
        select(
            Change.step,
            func.max(Change.at),
            func.max(Change.summary),
            func.count(),
            func.count().filter(Change.undone.is_(True)) > 0,
            *(func.count().filter(added, Change.table_name == name) for name in ADDED),
            func.count().filter(Change.action == "changed", whole),
        )
        .where(Change.explorer_id == viewer.explorer_id)
        .group_by(Change.step)
        .order_by(Change.step.desc())
        .limit(200)
    )
    dtypes = {"step": "id", "at": "instant", "summary": "text", "rows": "int64", "undone": "bool"}
    counted = dict.fromkeys((*ADDED.values(), "changed"), "int64")
    return frame(session, viewer, query, {**dtypes, **counted})


def draft(session: Session, viewer: Explorer, form: str) -> tuple[dict[str, Any], datetime] | None:
    """What was typed into the form and not saved, and when; None where nothing is left."""
    mine = select(Draft.content, Draft.at).where(*_kept(viewer), Draft.form == form)
    found = session.execute(mine).one_or_none()
    return None if found is None else (found.content, found.at)


def drafts(session: Session, viewer: Explorer, prefix: str) -> list[tuple[str, Any, datetime]]:
    """Form, content and when, of everything unfinished in forms of this kind, the latest first."""
    mine = select(Draft.form, Draft.content, Draft.at).where(
        *_kept(viewer), Draft.form.startswith(prefix, autoescape=True)
    )
    return [tuple(row) for row in session.execute(mine.order_by(Draft.at.desc())).all()]


def last_forgotten(session: Session, viewer: Explorer) -> str:
    """What tells one forgetting of somebody from the next; empty after thirty days without."""
    mine = (Draft.explorer_id == viewer.explorer_id, Draft.form == FORGOTTEN)
    return str(session.scalar(select(Draft.id).where(*mine)) or "")


def _kept(viewer: Explorer) -> tuple[Any, Any, Any]:
    mine = Draft.explorer_id == viewer.explorer_id
    return mine, Draft.form != FORGOTTEN, Draft.at >= now() - KEPT


def latest_step(session: Session, viewer: Explorer) -> UUID | None:
    """The step that changed something last."""
    mine = select(Change.step).where(Change.explorer_id == viewer.explorer_id)
    return session.scalar(mine.order_by(Change.step.desc()).limit(1))
