"""Who was asked about what, and who answered."""

import pandas as pd
from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from lib.access.viewer import Viewer
from lib.filters import Filters
from lib.model import Interview
from lib.queries.base import answered, asked, frame, voices
from lib.queries.threshold import at_most, by_enough, enough
from lib.storage.once import once


@once
def topics_asked(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, topic, asked, answered: people; a pair that nobody was asked about has no row.

    For a link with a threshold `asked` is at most so many, and what fewer answered is nothing.
    """
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
    rows = frame(session, viewer, query, dtypes)
    rounded = [at_most(viewer, people) for people in rows["asked"]]
    return rows.assign(asked=pd.Series(rounded, index=rows.index, dtype="int64"))


@once
def employed(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, person_id, employer: one row a voice and organisation on the day.

    `employer` is a number; empty: not known. Somebody whose words stand in another's conversation
    is not employed where that one was.
    """
    spoke = voices(viewer, filters)
    theirs = case((Interview.person_id == spoke.c.person_id, Interview.id))
    query = (
        select(spoke.c.field_id, spoke.c.person_id, theirs)
        .where(Interview.explorer_id == viewer.explorer_id, Interview.id == spoke.c.interview_id)
        .order_by(spoke.c.field_id, spoke.c.person_id, Interview.id)
    )
    dtypes = {"field_id": "id", "person_id": "id", "employer": "group"}
    rows = frame(session, viewer, query, dtypes).drop_duplicates(ignore_index=True)
    return by_enough(viewer, rows, "field_id")


@once
def people_asked(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, topic, person_id: one row a voice and topic they were asked about."""
    put = asked(viewer, filters)
    voice = (put.c.field_id, put.c.topic, put.c.person_id)
    query = select(*voice).distinct().order_by(*voice)
    dtypes = {"field_id": "id", "topic": "text", "person_id": "id"}
    return by_enough(viewer, frame(session, viewer, query, dtypes), "field_id", "topic")
