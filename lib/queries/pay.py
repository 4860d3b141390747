"""Every figure that was named, as it was named."""

import pandas as pd
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.filters import EVERYTHING, Filters
from lib.model import Field, Interview, SalaryFinding
from lib.queries.base import frame, said
from lib.queries.beside import beside
from lib.queries.coverage import topics_asked
from lib.queries.wording import label, words
from lib.storage.once import once


@once
def salaries(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """finding_id, field_id, person_id, person, employer, level, low, high, currency, period, ...

    ..., basis, tax, employed, whose, year, times, place, hours_a_year, asked: one row a figure;
    `low` and `high` in units of `currency` a `period` (NaN: that end is open), `year` the figure's
    own, else the interview's; `times` how often a year the period is paid (NaN: not said);
    `hours_a_year` the field's (NaN: the explorer's counts). `asked`: for a link with a threshold,
    at most so many were asked about the field's pay (NaN: who named it).
    """
    low, high = (beside(viewer, SalaryFinding, end) for end in ("low", "high"))
    query = (
        select(
            *(SalaryFinding.id, SalaryFinding.field_id, SalaryFinding.person_id),
            label(viewer),
            Interview.id,
            *(SalaryFinding.level, low, high),
            *(SalaryFinding.currency, SalaryFinding.period, SalaryFinding.basis),
            *(SalaryFinding.tax, SalaryFinding.employed, SalaryFinding.whose),
            func.coalesce(SalaryFinding.year, func.extract("year", Interview.held_on)),
            SalaryFinding.times,
            *(words(viewer, SalaryFinding.place), Field.hours_a_year),
        )
        .where(*said(viewer, filters, SalaryFinding))
        .where(or_(low.is_not(None), high.is_not(None)))
        .order_by(
            SalaryFinding.low.nulls_first(), SalaryFinding.high.nulls_first(), SalaryFinding.id
        )
    )
    if filters.level and not isinstance(viewer, Share):
        query = query.where(SalaryFinding.level == filters.level)
    ids = dict.fromkeys(("finding_id", "field_id", "person_id"), "id")
    stated = dict.fromkeys(("currency", "period", "basis", "tax", "employed", "whose"), "text")
    rows = frame(
        session,
        viewer,
        query,
        {
            **ids,
            "person": "person",
            "employer": "group",
            "level": "text",
            "low": "cents",
            "high": "cents",
            **stated,
            "year": "int64",
            "times": "float64",
            "place": "text",
            "hours_a_year": "float64",
        },
    )
    return rows.assign(asked=rows["field_id"].map(_asked(session, viewer)).astype("float64"))


def _asked(session: Session, viewer: Viewer) -> dict[str, int]:
    """By field: those asked about pay, where a threshold withholds what some of them said."""
    if not isinstance(viewer, Share) or viewer.threshold == 1:
        return {}
    put = topics_asked(session, viewer, EVERYTHING)
    put = put[put["topic"] == "pay"]
    return dict(zip(put["field_id"], put["asked"].astype(int), strict=True))
