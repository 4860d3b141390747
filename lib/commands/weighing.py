"""What counts for the explorer: limits, deal-breakers, and the points of each criterion."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.journal import Step
from lib.criteria import MOST_POINTS, SETTABLE, Weight, turned
from lib.errors import Refused
from lib.model import CriterionWeight, DealBreaker
from lib.money import MOST, to_hundredths
from lib.text import clean
from lib.words import CRITERIA

MOST_END = 2**31 - 1
MOST_MONTHS = 600
MOST_THEMES = 50


def set_limits(
    session: Session,
    viewer: Explorer,
    *,
    least_pay: Decimal | None,
    most_months: int | None,
    most_cost: Decimal | None,
    deal_breakers: Collection[str],
) -> UUID:
    """Say what a field must keep to; money in units of the base currency, pay a year."""
    if most_months is not None and not 0 <= most_months <= MOST_MONTHS:
        raise Refused(f"Months lie between 0 and {MOST_MONTHS}.", where="most_months")
    if len(deal_breakers) > MOST_THEMES:
        raise Refused(f"At most {MOST_THEMES} deal-breakers are kept.", where="deal_breakers")
    step = Step(session, viewer, "Set the limits")
    step.change_profile(
        least_pay=_hundredths(least_pay, "least_pay"),
        most_months=most_months,
        most_cost=_hundredths(most_cost, "most_cost"),
    )
    _keep_themes(step, {clean(one, most=200, what="A deal-breaker") for one in deal_breakers})
    return step.id


def set_weights(session: Session, viewer: Explorer, *, weights: Sequence[Weight]) -> UUID:
    """Say how much each criterion counts; those left out count as before."""
    for weight in weights:
        _check(weight)
    step = Step(session, viewer, "Set what counts how much")
    have = {row["criterion"]: row["id"] for row in _mine(step, CriterionWeight)}
    for one in weights:
        ends = {"scale_low": one.nothing, "scale_high": one.everything}
        if one.criterion in have:
            step.change(CriterionWeight, have[one.criterion], points=one.points, **ends)
        else:
            values = {"criterion": one.criterion, "points": one.points, **ends}
            have[one.criterion] = step.add(CriterionWeight, **values)
    return step.id


def _check(weight: Weight) -> None:
    """What a slider keeps to, held again here."""
    if weight.criterion not in CRITERIA:
        raise Refused("Choose the criteria from the list.", where="criterion")
    if not 0 <= weight.points <= MOST_POINTS:
        raise Refused(f"Points lie between 0 and {MOST_POINTS}.", where="points")
    ends = [end for end in (weight.nothing, weight.everything) if end is not None]
    if ends and weight.criterion not in SETTABLE:
        raise Refused("The ends of this scale are fixed.", where=weight.criterion)
    if any(not 0 <= end <= MOST_END for end in ends):
        raise Refused("The end of a scale lies between 0 and two billion.", where=weight.criterion)
    both = (float(ends[0]), float(ends[1])) if len(ends) == 2 else None
    if turned(weight, both):
        more = "more months" if weight.criterion == "months" else "a higher cost"
        raise Refused(
            f"The end that counts nothing is {more} than the one that counts all."
            if weight.criterion in ("months", "cost")
            else "The end that counts nothing is less pay than the one that counts all.",
            where=weight.criterion,
        )


def _hundredths(amount: Decimal | None, where: str) -> int | None:
    if amount is None:
        return None
    if not amount.is_finite() or not 0 <= amount < MOST:
        raise Refused("An amount is a number from 0 to ten trillion.", where=where)
    return to_hundredths(round(amount, 2))


def _keep_themes(step: Step, wanted: set[str]) -> None:
    have = {row["theme"]: row["id"] for row in _mine(step, DealBreaker)}
    for theme in sorted(have.keys() - wanted):
        step.remove(DealBreaker, have[theme])
    for theme in sorted(wanted - have.keys() - {""}):
        step.add(DealBreaker, theme=theme)


def _mine(step: Step, model: type[Any]) -> list[dict[str, Any]]:
    query = select(model.__table__).where(model.explorer_id == step.explorer_id)
    return [dict(row) for row in step.session.execute(query).mappings()]
