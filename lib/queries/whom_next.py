"""Everybody known with how far one is with them, for the explorer alone."""

import pandas as pd
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.filters import Filters
from lib.model import Field, Interview, Person
from lib.queries.base import frame
from lib.queries.wording import label


def people_and_talks(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """person_id, person, role, organisation, how_met, introduced_by_id, interview_id, ...

    ..., field_id, field, status, held_on, planned_on: one row a person and conversation, in the
    order they were written down; somebody without one has a row whose `interview_id` is empty.
    """
    mine = viewer.explorer_id
    query = (
        select(
            *(Person.id, label(viewer), Person.role, Person.organisation, Person.how_met),
            *(Person.introduced_by_id, Interview.id, Interview.field_id, Field.name),
            *(Interview.status, Interview.held_on, Interview.planned_on),
        )
        .outerjoin(Interview, (Interview.explorer_id == mine) & (Interview.person_id == Person.id))
        .outerjoin(Field, (Field.explorer_id == mine) & (Field.id == Interview.field_id))
        .where(Person.explorer_id == mine)
        .order_by(Person.id, Interview.id)
    )
    words = dict.fromkeys(("role", "organisation", "how_met"), "text")
    ids = dict.fromkeys(("introduced_by_id", "interview_id", "field_id"), "id")
    rest = {"field": "text", "status": "text", "held_on": "date", "planned_on": "date"}
    return frame(
        session, viewer, query, {"person_id": "id", "person": "person", **words, **ids, **rest}
    )
