"""The steps of careers, as they were told."""

import pandas as pd
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.viewer import Viewer
from lib.filters import Filters
from lib.model import Field, Interview, StepFinding
from lib.queries.base import frame, said
from lib.queries.beside import beside, still_by_enough
from lib.queries.later import later_answers, latest_first
from lib.queries.wording import words
from lib.storage.once import once


@once
def steps_told(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, person_id, position, title, years_low, years_high, low, high, currency, ...

    ..., period, year, hours_a_year: one row a voice and title, the later answer; `low` and `high`
    in units of `currency` a `period` (NaN: open, or not said), `year` the conversation's,
    `hours_a_year` the field's (NaN: the explorer's counts).
    """
    kept = {
        **{"field_id": "id", "person_id": "id", "position": "int64", "title": "text"},
        **{"years_low": "float64", "years_high": "float64", "low": "cents", "high": "cents"},
        **{"currency": "text", "period": "text"},
    }
    title = words(viewer, StepFinding.title)
    query = (
        select(*(title if name == "title" else beside(viewer, StepFinding, name) for name in kept))
        .add_columns(func.extract("year", Interview.held_on), Field.hours_a_year)
        .where(*said(viewer, filters, StepFinding), title != "")
        .order_by(*latest_first(StepFinding))
    )
    told = frame(session, viewer, query, {**kept, "year": "int64", "hours_a_year": "float64"})
    later = later_answers(told, "title", "field_id")
    shown = still_by_enough(viewer, later, StepFinding, "field_id", "folded")
    shown = shown.drop(columns="folded")
    return shown.sort_values(["field_id", "position"], kind="stable", ignore_index=True)
