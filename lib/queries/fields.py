"""The fields, and how many people were heard in each."""

from typing import Any

import pandas as pd
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.filters import EVERYTHING, Filters
from lib.model import Field, Interview, Person
from lib.queries.base import frame, voices
from lib.queries.visible import held, in_fields
from lib.storage.once import once


@once
def fields(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, field, kind, stage, slot, hours_a_year, occupation, area, voices, interviews.

    `voices` and `interviews`: people and talks held, 0 where nobody was heard; most voices first,
    then by name. `occupation`, `area`: codes of the official figures, empty where none are chosen.
    """
    spoke = voices(viewer, filters)
    counts = (
        select(
            spoke.c.field_id,
            func.count(spoke.c.person_id.distinct()).label("voices"),
            func.count(spoke.c.interview_id.distinct()).label("interviews"),
        )
        .group_by(spoke.c.field_id)
        .subquery()
    )
    heard = func.coalesce(counts.c.voices, 0)
    query = (
        select(
            *(Field.id, Field.name, Field.kind, Field.stage, Field.colour_slot),
            *(Field.hours_a_year, func.coalesce(Field.occupation_code, "")),
            *(func.coalesce(Field.area_code, ""), heard),
            func.coalesce(counts.c.interviews, 0),
        )
        .outerjoin(counts, counts.c.field_id == Field.id)
        .where(Field.explorer_id == viewer.explorer_id)
        .where(*in_fields(viewer, filters))
        .order_by(heard.desc(), Field.name)
    )
    return frame(
        session,
        viewer,
        query,
        {
            "field_id": "id",
            "field": "text",
            "kind": "text",
            "stage": "text",
            "slot": "int64",
            "hours_a_year": "float64",
            "occupation": "text",
            "area": "text",
            "voices": "int64",
            "interviews": "int64",
        },
    )


def _heard_by_enough(viewer: Share) -> Any:
    """The fields in which enough people were talked to: `interest` and what follows have those."""
    people = func.count(Interview.person_id.distinct())
    of_enough = select(Interview.field_id).where(*held(viewer, EVERYTHING)).correlate(None)
    return of_enough.group_by(Interview.field_id).having(people >= viewer.threshold)


def interviews_by_status(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """status, interviews, samples: how many conversations stand where; samples among them.

    Narrowed by field and stage; not by day, since what is planned was held on none.
    """
    query = select(
        Interview.status,
        func.count(),
        func.count().filter(Interview.sample.is_(True)),
    ).where(
        Interview.explorer_id == viewer.explorer_id,
        Field.explorer_id == Interview.explorer_id,
        Field.id == Interview.field_id,
        *in_fields(viewer, filters),
    )
    if isinstance(viewer, Share):
        query = query.where(
            Interview.status == "held", Interview.field_id.in_(viewer.fields)
        ).where(
            Person.explorer_id == Interview.explorer_id,
            Person.id == Interview.person_id,
            Person.attribution != "off the record",
            Interview.field_id.in_(_heard_by_enough(viewer)),
        )
    query = query.group_by(Interview.status).order_by(Interview.status)
    return frame(
        session, viewer, query, {"status": "text", "interviews": "int64", "samples": "int64"}
    )
