"""What coaches left, and what there is to leave it on: an explorer's all, a link's own."""

from uuid import UUID

import pandas as pd
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.anchors import parsed
from lib.access.viewer import Share, Viewer
from lib.filters import Filters
from lib.model import Comment, Field, Interview, StatusChange
from lib.queries.base import frame, voices
from lib.queries.threshold import by_enough
from lib.queries.visible import held
from lib.queries.wording import label


def comments(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """comment_id, link_id, parent_id, author, kind, anchor, text, due_on, made_at, read, resolved.

    In the order they were left; an answer has a `parent_id`. `anchor`: as `lib.access.anchors`
    writes it, with the id as the viewer knows it.
    """
    query = (
        select(
            *(Comment.id, Comment.share_id, Comment.parent_id, Comment.author, Comment.kind),
            *(Comment.anchor, Comment.text, Comment.due_on, Comment.made_at),
            *(Comment.read_at.is_not(None), Comment.resolved_at.is_not(None)),
        )
        .where(Comment.explorer_id == viewer.explorer_id)
        .order_by(Comment.made_at, Comment.id)
    )
    if isinstance(viewer, Share):
        query = query.where(Comment.share_id == viewer.share_id)
    ids = dict.fromkeys(("comment_id", "link_id", "parent_id"), "id")
    words = {"author": "text", "kind": "text", "anchor": "text", "text": "text"}
    rest = {"due_on": "date", "made_at": "instant", "read": "bool", "resolved": "bool"}
    rows = frame(session, viewer, query, {**ids, **words, **rest})
    shown = [_as_shown(viewer, anchor) for anchor in rows["anchor"]]
    return rows.assign(anchor=pd.Series(shown, dtype="str"))


def _as_shown(viewer: Viewer, anchor: str) -> str:
    """The anchor with the id that this viewer knows its row by."""
    try:
        return str(parsed(anchor).known_as(lambda identity: viewer.shown(UUID(identity))))
    except ValueError:  # a file could bring any text before it was looked at
        return ""


def talks_shown(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """interview_id, field_id, field, person_id, person, held_on: held, the latest first."""
    query = (
        select(
            *(Interview.id, Interview.field_id, Field.name, Interview.person_id),
            *(label(viewer), Interview.held_on),
        )
        .where(*held(viewer, filters))
        .order_by(Interview.held_on.desc(), Interview.id)
    )
    ids = {"interview_id": "id", "field_id": "id", "field": "text", "person_id": "id"}
    rows = frame(session, viewer, query, {**ids, "person": "person", "held_on": "date"})
    return by_enough(viewer, rows, "field_id")


def people_since(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, person_id, since: who speaks about a field, and since when that is written down.

    `since` is empty where a conversation came in without its history.
    """
    spoke = voices(viewer, filters)
    turned = (
        select(StatusChange.interview_id, func.max(StatusChange.at).label("at"))
        .where(StatusChange.explorer_id == viewer.explorer_id, StatusChange.to_status == "held")
        .group_by(StatusChange.interview_id)
        .subquery()
    )
    query = (
        select(spoke.c.field_id, spoke.c.person_id, func.min(turned.c.at))
        .outerjoin(turned, turned.c.interview_id == spoke.c.interview_id)
        .group_by(spoke.c.field_id, spoke.c.person_id)
        .order_by(spoke.c.field_id, spoke.c.person_id)
    )
    dtypes = {"field_id": "id", "person_id": "id", "since": "instant"}
    return by_enough(viewer, frame(session, viewer, query, dtypes), "field_id")
