"""What counts for the explorer: points and ends, limits, deal-breakers; and what was decided."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import case, null, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer as Me
from lib.access.viewer import Share, Viewer
from lib.filters import EVERYTHING, Filters
from lib.model import CriterionWeight, DealBreaker, Decision, Explorer, Field
from lib.queries.base import frame
from lib.words import CRITERIA, THEMES


@dataclass(frozen=True)
class Limits:
    """What a field must keep to: money in hundredths of the base currency, pay a year."""

    least_pay: int | None
    most_months: int | None
    most_cost: int | None


def limits(session: Session, viewer: Viewer, filters: Filters = EVERYTHING) -> Limits:
    """The explorer's limits; a link has those of money only where it was made with pay."""
    hidden = isinstance(viewer, Share) and not viewer.pay
    money = (null(), null()) if hidden else (Explorer.least_pay, Explorer.most_cost)
    query = select(Explorer.most_months, *money).where(Explorer.id == viewer.explorer_id)
    months, least, cost = session.execute(query).one()
    return Limits(least, months, cost)


def criterion_weights(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """criterion, points, nothing, everything: points given, and ends that were set (NaN: not).

    Ends of money are half and one and a half of one's pay, or near it: a link without pay has
    none of them.
    """
    ends = (CriterionWeight.scale_low, CriterionWeight.scale_high)
    if isinstance(viewer, Share) and not viewer.pay:
        months = CriterionWeight.criterion == "months"
        ends = tuple(case((months, end)) for end in ends)  # type: ignore[assignment]
    query = (
        select(CriterionWeight.criterion, CriterionWeight.points, *ends)
        .where(CriterionWeight.explorer_id == viewer.explorer_id)
        .where(CriterionWeight.criterion.in_(CRITERIA))
        .order_by(CriterionWeight.criterion)
    )
    dtypes = {"criterion": "text", "points": "int64", "nothing": "float64", "everything": "float64"}
    return frame(session, viewer, query, dtypes)


def deal_breakers(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """theme: what rules a field out; a link has those of the closed list alone."""
    query = select(DealBreaker.theme).where(DealBreaker.explorer_id == viewer.explorer_id)
    if isinstance(viewer, Share):
        query = query.where(DealBreaker.theme.in_(THEMES))
    return frame(session, viewer, query.order_by(DealBreaker.theme), {"theme": "text"})


def decisions(session: Session, viewer: Me, filters: Filters) -> pd.DataFrame:
    """decision_id, field, stage, decided_on, why: the latest first; no field: of all of them."""
    its = (Field.explorer_id == Decision.explorer_id) & (Field.id == Decision.field_id)
    query = (
        select(Decision.id, Field.name, Decision.stage, Decision.decided_on, Decision.why)
        .outerjoin(Field, its)
        .where(Decision.explorer_id == viewer.explorer_id)
        .order_by(Decision.decided_on.desc(), Decision.id.desc())
    )
    texts = {"field": "text", "stage": "text", "decided_on": "date", "why": "text"}
    return frame(session, viewer, query, {"decision_id": "id", **texts})
