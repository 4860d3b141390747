"""Who was asked about what, and who answered."""

import pandas as pd
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.filters import Filters
from lib.queries.base import answered, asked, enough, frame
from lib.viewer import Viewer


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
