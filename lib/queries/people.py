"""Everybody the explorer knows, with how often they talked."""

import pandas as pd
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.filters import Filters
from lib.model import Interview, Person
from lib.queries.base import frame
from lib.queries.wording import label


def people_known(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """person_id, person, name, role, organisation, attribution, held, last_on, sample: by name.

    `held` counts conversations; `last_on` is the day of the latest (missing: not talked yet).
    """
    talked = (
        select(
            Interview.person_id,
            func.count().label("held"),
            func.max(Interview.held_on).label("last"),
        )
        .where(Interview.explorer_id == viewer.explorer_id, Interview.status == "held")
        .group_by(Interview.person_id)
        .subquery()
    )
    query = (
        select(
            *(Person.id, label(viewer), Person.name, Person.role),
            *(Person.organisation, Person.attribution, func.coalesce(talked.c.held, 0)),
            *(talked.c.last, Person.sample),
        )
        .outerjoin(talked, talked.c.person_id == Person.id)
        .where(Person.explorer_id == viewer.explorer_id)
        .order_by(Person.folded, Person.id)
    )
    words = dict.fromkeys(("name", "role", "organisation", "attribution"), "text")
    rest = {"held": "int64", "last_on": "date", "sample": "bool"}
    return frame(session, viewer, query, {"person_id": "id", "person": "person", **words, **rest})
