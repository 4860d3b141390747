"""What lies ahead, for the explorer alone: conversations not held yet, what is owed after one."""

from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.filters import Filters
from lib.model import Field, FollowUp, Interview, Person, StatusChange
from lib.queries.base import frame
from lib.queries.visible import in_fields
from lib.queries.wording import label

AHEAD = ("idea", "requested", "scheduled", "moved")
_WHO = {"interview_id": "id", "field": "text", "person_id": "id", "person": "person"}


def conversations_ahead(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """interview_id, field, person_id, person, status, planned_on, starts_at, zone, ...

    ..., since: not held yet. `starts_at`: wall time in `zone` (both empty: not said); `since`:
    when it came to its status.
    The days of the filters are those of conversations held, and narrow nothing here.
    """
    changes = (
        select(StatusChange.interview_id, StatusChange.to_status, func.max(StatusChange.at))
        .where(StatusChange.explorer_id == viewer.explorer_id)
        .group_by(StatusChange.interview_id, StatusChange.to_status)
        .subquery()
    )
    columns = (Interview.status, Interview.planned_on, Interview.starts_at, Interview.zone)
    query = (
        _about(viewer, filters, *columns, changes.c[2])
        .outerjoin(
            changes,
            (changes.c.interview_id == Interview.id) & (changes.c.to_status == Interview.status),
        )
        .where(Interview.status.in_(AHEAD))
        .order_by(Interview.planned_on, Interview.id)
    )
    words = dict.fromkeys(("starts_at", "zone"), "text")
    dtypes = {**_WHO, "status": "text", "planned_on": "date", **words, "since": "instant"}
    return frame(session, viewer, query, dtypes)


def follow_ups(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """interview_id, field, person_id, person, follow_up_id, kind, text, due_on, owed_by: not done.

    `owed_by`: me or them.
    """
    columns = (FollowUp.id, FollowUp.kind, FollowUp.text, FollowUp.due_on, FollowUp.owed_by)
    query = (
        _about(viewer, filters, *columns)
        .where(
            FollowUp.explorer_id == viewer.explorer_id,
            FollowUp.interview_id == Interview.id,
            FollowUp.done_on.is_(None),
        )
        .order_by(FollowUp.due_on, FollowUp.id)
    )
    rest = {"follow_up_id": "id", "kind": "text", "text": "text", "due_on": "date"}
    return frame(session, viewer, query, {**_WHO, **rest, "owed_by": "text"})


def not_thanked(session: Session, viewer: Explorer, filters: Filters, since: date) -> pd.DataFrame:
    """interview_id, field, person_id, person, held_on: held from then on, no letter noted.

    A letter that was put off, with a day of its own, is noted; a sample's is nobody's to write.
    """
    letters = select(FollowUp.interview_id).where(
        FollowUp.explorer_id == viewer.explorer_id, FollowUp.kind == "thank-you"
    )
    query = (
        _about(viewer, filters, Interview.held_on)
        .where(
            *(Interview.status == "held", Interview.held_on >= since),
            *(Interview.sample.is_(False), Interview.id.not_in(letters)),
        )
        .order_by(Interview.held_on, Interview.id)
    )
    return frame(session, viewer, query, {**_WHO, "held_on": "date"})


def _about(viewer: Explorer, filters: Filters, *columns: Any) -> Any:
    """The explorer's conversations, with whom and about which field."""
    mine = viewer.explorer_id
    return (
        select(Interview.id, Field.name, Person.id, label(viewer), *columns)
        .join(Field, (Field.explorer_id == mine) & (Field.id == Interview.field_id))
        .join(Person, (Person.explorer_id == mine) & (Person.id == Interview.person_id))
        .where(Interview.explorer_id == mine, *in_fields(viewer, filters))
    )
