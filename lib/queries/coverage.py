"""Who was asked about what, and who answered."""

import pandas as pd
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.viewer import Viewer
from lib.filters import Filters
from lib.model import Interview
from lib.queries.base import answered, asked, by_enough, enough, frame


def topics_asked(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, topic, asked, answered: people; a pair that nobody was asked about has no row."""
    put, told = asked(viewer, filters), answered(viewer, filters)
    people = func.count(put.c.person_id.distinct())
    spoke = func.count(told.c.person_id.distinct())
    query = (
        select(put.c.field_id, put.c.topic, people, enough(viewer, spoke))
        .select_from(put)
        .outerjoin(
            told,
            (told.c.field_id == put.c.field_id)
            & (told.c.topic == put.c.topic)
            & (told.c.person_id == put.c.person_id),
        )
        .group_by(put.c.field_id, put.c.topic)
        .having(enough(viewer, people) > 0)
        .order_by(put.c.field_id, put.c.topic)
    )
    dtypes = {"field_id": "id", "topic": "text", "asked": "int64", "answered": "int64"}
    return frame(session, viewer, query, dtypes)


def people_asked(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, topic, person_id, employer: one row a voice and topic they were asked about.

    `employer` is a number for the organisation on the later day; empty: not known.
    """
    put = asked(viewer, filters)
    voice = (put.c.field_id, put.c.topic, put.c.person_id)
    order = (Interview.held_on.desc(), Interview.id.desc())
    days = (
        select(
            *voice,
            put.c.interview_id,
            func.row_number().over(partition_by=voice, order_by=order).label("later"),
        )
        .where(Interview.explorer_id == viewer.explorer_id, Interview.id == put.c.interview_id)
        .subquery()
    )
    query = (
        select(days.c.field_id, days.c.topic, days.c.person_id, days.c.interview_id)
        .where(days.c.later == 1)
        .order_by(days.c.field_id, days.c.topic, days.c.person_id)
    )
    dtypes = {"field_id": "id", "topic": "text", "person_id": "id", "employer": "group"}
    return by_enough(viewer, frame(session, viewer, query, dtypes), "field_id", "topic")
