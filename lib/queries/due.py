"""What lies ahead, for the explorer alone: conversations not held yet, what is owed after one."""

from datetime import date
from typing import Any

import pandas as pd
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.filters import Filters
from lib.model import (
    FINDINGS,
    Field,
    FollowUp,
    Interview,
    Message,
    Note,
    Person,
    StatusChange,
)
from lib.queries.base import frame
from lib.queries.visible import in_fields
from lib.queries.wording import label

AHEAD = ("idea", "requested", "scheduled", "moved")
_HOURS = (
    *(Interview.starts_at, Interview.zone, Interview.planned_minutes, Interview.more_minutes),
    *(Interview.begun_at, Interview.ended_at),
)
_WHEN = {
    **{"starts_at": "text", "zone": "text", "minutes": "float64", "more": "float64"},
    **{"begun_at": "instant", "ended_at": "instant"},
}
_WHO = {"interview_id": "id", "field": "text", "person_id": "id", "person": "person"}


def conversations_ahead(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """interview_id, field, person_id, person, status, planned_on, starts_at, zone, minutes, ...

    ..., more, begun_at, ended_at, since, sent_on, answered_on, again: not held yet. `starts_at`:
    wall time in `zone` (both empty: not said); `minutes`, `more`: agreed, and offered beyond;
    `since`: when it came to its status; `sent_on`, `answered_on`: the last message and the last
    answer; `again`: whether a second message went. The days of the filters are those of
    conversations held, and narrow nothing here.
    """
    changes = (
        select(StatusChange.interview_id, StatusChange.to_status, func.max(StatusChange.at))
        .where(StatusChange.explorer_id == viewer.explorer_id)
        .group_by(StatusChange.interview_id, StatusChange.to_status)
        .subquery()
    )
    sent = _messages(viewer)
    query = (
        _about(viewer, filters, Interview.status, Interview.planned_on, *_HOURS, changes.c[2])
        .add_columns(sent.c[1], sent.c[2], func.coalesce(sent.c[3] > 1, False))
        .outerjoin(
            changes,
            (changes.c.interview_id == Interview.id) & (changes.c.to_status == Interview.status),
        )
        .outerjoin(sent, sent.c.interview_id == Interview.id)
        .where(Interview.status.in_(AHEAD))
        .order_by(Interview.planned_on, Interview.id)
    )
    asked = {"since": "instant", "sent_on": "date", "answered_on": "date", "again": "bool"}
    status = {"status": "text", "planned_on": "date"}
    return frame(session, viewer, query, {**_WHO, **status, **_WHEN, **asked})


def to_write_up(session: Session, viewer: Explorer, filters: Filters, since: date) -> pd.DataFrame:
    """interview_id, field, person_id, person, held_on, starts_at, zone, minutes, more, ...

    ..., begun_at, ended_at, written, thought_of: held from then on, with an hour, and no samples.
    `written`: something of it is noted; `thought_of`: interest or takeaway is.
    """
    mine = viewer.explorer_id
    tables: tuple[type[Any], ...] = (Note, *FINDINGS)
    told = (
        select(model.id).where(model.explorer_id == mine, model.interview_id == Interview.id)
        for model in tables
    )
    written = or_(*(one.exists() for one in told))
    thought_of = or_(Interview.interest_after.is_not(None), Interview.takeaway != "")
    query = (
        _about(viewer, filters, Interview.held_on, *_HOURS)
        .add_columns(written, thought_of)
        .where(
            *(Interview.status == "held", Interview.held_on >= since, Interview.sample.is_(False)),
            or_(Interview.starts_at.is_not(None), Interview.begun_at.is_not(None)),
        )
        .order_by(Interview.held_on, Interview.id)
    )
    told_of = {"written": "bool", "thought_of": "bool"}
    return frame(session, viewer, query, {**_WHO, "held_on": "date", **_WHEN, **told_of})


def _messages(viewer: Explorer) -> Any:
    """By conversation: the last day on which one asked, the last answer, how many went out."""
    return (
        select(
            *(Message.interview_id, func.max(Message.sent_on), func.max(Message.answered_on)),
            func.count(),
        )
        .where(Message.explorer_id == viewer.explorer_id, Message.sent_on.is_not(None))
        .where(Message.kind.in_(("ask", "second")))
        .group_by(Message.interview_id)
        .subquery()
    )


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
