"""The days and hours of all conversations, for the explorer alone: a calendar's rows."""

import pandas as pd
from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.filters import Filters
from lib.model import CalendarEvent, Field, Interview, Person
from lib.queries.base import frame
from lib.queries.wording import label


def hours(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """interview_id, person_id, person, off_the_record, field, status, planned_on, held_on, ...

    ..., starts_at, zone, fold, minutes, travel, setting, place, sequence: what is planned or was
    held. `minutes` and `travel` (of the way, each way) are 0 where they were not said, `sequence`
    is that of the last calendar file.
    """
    mine = viewer.explorer_id
    event = and_(CalendarEvent.explorer_id == mine, CalendarEvent.interview_id == Interview.id)
    query = (
        select(
            *(Interview.id, Person.id, label(viewer), Person.attribution == "off the record"),
            *(Field.name, Interview.status, Interview.planned_on, Interview.held_on),
            *(Interview.starts_at, Interview.zone, Interview.fold),
            func.coalesce(Interview.planned_minutes, 0),
            func.coalesce(Interview.travel_minutes, 0),
            *(Interview.setting, Interview.place, func.coalesce(CalendarEvent.sequence, 0)),
        )
        .join(Field, and_(Field.explorer_id == mine, Field.id == Interview.field_id))
        .join(Person, and_(Person.explorer_id == mine, Person.id == Interview.person_id))
        .outerjoin(CalendarEvent, event)
        .where(
            Interview.explorer_id == mine,
            or_(
                and_(Interview.status == "held", Interview.held_on.is_not(None)),
                and_(Interview.status == "scheduled", Interview.planned_on.is_not(None)),
            ),
        )
        .order_by(Interview.id)
    )
    who = {"interview_id": "id", "person_id": "id", "person": "person", "off_the_record": "bool"}
    days = {"planned_on": "date", "held_on": "date"}
    when = {"starts_at": "text", "zone": "text", "fold": "int64"}
    where = {"minutes": "int64", "travel": "int64", "setting": "text", "place": "text"}
    dtypes = {**who, "field": "text", "status": "text", **days, **when, **where}
    return frame(session, viewer, query, {**dtypes, "sequence": "int64"})
