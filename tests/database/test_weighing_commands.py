"""Limits, weights and decisions: kept, refused, taken back, and what a link sees of them."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.decisions import decide, forget_decision
from lib.commands.samples import clear_samples, load_samples
from lib.commands.undo import undo
from lib.commands.weighing import set_limits, set_weights
from lib.criteria import EQUAL, Weight, ends
from lib.errors import NotFound, Refused
from lib.filters import EVERYTHING
from lib.model import Change, Field
from lib.queries.explorer import revision
from lib.queries.weighing import Limits, criterion_weights, deal_breakers, decisions, limits
from tests.conftest import an_explorer
from tests.factories import a_link, an_interview, field_id, told

NONE: dict[str, Any] = {
    "least_pay": None,
    "most_months": None,
    "most_cost": None,
    "deal_breakers": (),
}
DAY = date(2026, 5, 1)


def some_limits(session: Session, me: Explorer, **more: Any) -> UUID:
    return set_limits(session, me, **{**NONE, **more})


def test_limits_are_kept_and_taken_back(session: Session, me: Explorer) -> None:
    themes = ("Physical strain", "Night shifts", "Physical strain ")
    pay, cost = Decimal("52000.50"), Decimal(9000)
    step = set_limits(
        session, me, least_pay=pay, most_months=12, most_cost=cost, deal_breakers=themes
    )
    assert limits(session, me) == Limits(52_000_50, 12, 9_000_00)
    kept = deal_breakers(session, me, EVERYTHING)["theme"].tolist()
    assert kept == ["Night shifts", "Physical strain"]
    undo(session, me, step)
    assert limits(session, me) == Limits(None, None, None)
    assert deal_breakers(session, me, EVERYTHING).empty


def test_a_deal_breaker_left_out_goes(session: Session, me: Explorer) -> None:
    some_limits(session, me, deal_breakers=["Pay", "Place and travel"])
    some_limits(session, me, deal_breakers=["Pay"])
    assert deal_breakers(session, me, EVERYTHING)["theme"].tolist() == ["Pay"]


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"least_pay": Decimal(-1)}, "least_pay"),
        ({"least_pay": Decimal("NaN")}, "least_pay"),
        ({"most_cost": Decimal(10) ** 13}, "most_cost"),
        ({"most_months": -1}, "most_months"),
        ({"most_months": 601}, "most_months"),
        ({"deal_breakers": [str(n) for n in range(51)]}, "deal_breakers"),
    ],
)
def test_limits_out_of_range_are_refused(
    session: Session, me: Explorer, wrong: dict[str, Any], where: str
) -> None:
    with pytest.raises(Refused) as refused:
        some_limits(session, me, **wrong)
    assert refused.value.where == where


def test_weights_are_kept_changed_and_taken_back(session: Session, me: Explorer) -> None:
    set_weights(session, me, weights=[Weight("pay", 7, 30_000, 90_000), Weight("skills", 0)])
    step = set_weights(session, me, weights=[Weight("pay", 3)])
    columns = ("criterion", "points", "nothing", "everything")
    kept = criterion_weights(session, me, EVERYTHING)
    assert kept["points"].tolist() == [3, 0]
    assert kept[["nothing", "everything"]].isna().all(axis=None)
    undo(session, me, step)
    kept = criterion_weights(session, me, EVERYTHING)
    assert told(kept.dropna(), *columns) == [("pay", 7, 30_000, 90_000)]


def test_the_same_weights_again_change_nothing(session: Session, me: Explorer) -> None:
    set_weights(session, me, weights=EQUAL.each)
    before, logged = revision(session, me), select(func.count()).select_from(Change)
    changes = session.scalar(logged)
    set_weights(session, me, weights=EQUAL.each)
    assert (revision(session, me), session.scalar(logged)) == (before, changes)


@pytest.mark.parametrize(
    "wrong",
    [
        Weight("luck"),
        Weight("pay", 11),
        Weight("pay", -1),
        Weight("interest", 5, 2, 5),
        Weight("pay", 5, -1, 5),
        Weight("pay", 5, 0, 2**31),
        Weight("pay", 5, 90_000, 30_000),
        Weight("pay", 5, 30_000, 30_000),
        Weight("months", 5, 0, 24),
        Weight("cost", 5, 0, 9_000),
    ],
)
def test_weights_out_of_range_are_refused_whole(
    session: Session, me: Explorer, wrong: Weight
) -> None:
    with pytest.raises(Refused):
        set_weights(session, me, weights=[Weight("skills", 9), wrong])
    assert criterion_weights(session, me, EVERYTHING).empty


def test_a_decision_is_kept_with_where_the_field_stands(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Nurse")
    nurse = field_id(session, me, "Nurse")
    why = "Nights, for twenty years."
    step = decide(session, me, why=why, decided_on=DAY, field_id=nurse, stage="ruled out")
    decide(session, me, why="On with the others.", decided_on=date(2026, 6, 1))
    kept = decisions(session, me, EVERYTHING)
    assert told(kept, "field", "stage", "why") == [
        ("", "", "On with the others."),
        ("Nurse", "ruled out", why),
    ]
    assert stands(session, nurse) == ("ruled out", DAY)
    undo(session, me, step)
    assert stands(session, nurse) == ("open", None)
    assert len(decisions(session, me, EVERYTHING)) == 1


def stands(session: Session, field: UUID) -> tuple[str, date | None]:
    found = session.execute(select(Field.stage, Field.decided_on).where(Field.id == field)).one()
    return found.stage, found.decided_on


def test_a_decision_taken_out_leaves_the_field_where_it_stands(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, "Nurse")
    nurse = field_id(session, me, "Nurse")
    decide(session, me, why="No.", decided_on=DAY, field_id=nurse, stage="ruled out")
    (identity,) = decisions(session, me, EVERYTHING)["decision_id"]
    forget_decision(session, me, decision_id=UUID(identity))
    assert decisions(session, me, EVERYTHING).empty
    assert stands(session, nurse) == ("ruled out", DAY)


def test_a_decision_says_something_of_a_field_of_ones_own(session: Session, me: Explorer) -> None:
    other = an_explorer(session)
    an_interview(session, other, "Nurse")
    theirs = field_id(session, other, "Nurse")
    with pytest.raises(Refused, match="Write down what you decided"):
        decide(session, me, why=" ", decided_on=DAY)
    with pytest.raises(Refused, match="Choose the field"):
        decide(session, me, why="No.", decided_on=DAY, stage="open")
    with pytest.raises(Refused, match="Choose where"):
        decide(session, me, why="No.", decided_on=DAY, field_id=theirs, stage="gone")
    with pytest.raises(NotFound):
        decide(session, me, why="No.", decided_on=DAY, field_id=theirs)
    decide(session, other, why="Yes.", decided_on=DAY, field_id=theirs)
    (identity,) = decisions(session, other, EVERYTHING)["decision_id"]
    with pytest.raises(NotFound):
        forget_decision(session, me, decision_id=UUID(identity))


def test_a_sample_field_with_a_decision_stays_when_the_samples_go(
    session: Session, me: Explorer
) -> None:
    load_samples(session, me)
    writer = field_id(session, me, "Technical writer")
    decide(session, me, why="Not for me.", decided_on=DAY, field_id=writer)
    clear_samples(session, me)
    mine = select(Field.name).where(Field.explorer_id == me.explorer_id)
    assert session.scalars(mine).all() == ["Technical writer"]


def test_a_link_without_pay_has_no_end_or_limit_of_money(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Nurse")
    money = {"least_pay": Decimal(50_000), "most_cost": Decimal(9_000), "most_months": 12}
    some_limits(session, me, **money, deal_breakers=["Pay", "My neighbour works there"])
    ranges = [Weight("pay", 8, 30_000, 90_000), Weight("months", 4, 24, 0)]
    set_weights(session, me, weights=ranges)
    link = a_link(session, me, "Nurse")
    assert limits(session, link) == Limits(None, 12, None)
    assert deal_breakers(session, link, EVERYTHING)["theme"].tolist() == ["Pay"]
    kept = criterion_weights(session, link, EVERYTHING)
    assert told(kept, "criterion", "points") == [("months", 4), ("pay", 8)]
    assert told(kept.dropna(), "nothing", "everything") == [(24, 0)]
    with_pay = a_link(session, me, "Nurse", pay=True)
    assert limits(session, with_pay) == limits(session, me)
    assert len(criterion_weights(session, with_pay, EVERYTHING).dropna()) == 2


def by(criterion: str) -> Weight:
    return next(one for one in EQUAL.each if one.criterion == criterion)


@pytest.mark.parametrize(
    ("criterion", "found"),
    [
        ("pay", (30_000, 90_000)),
        ("pay later", (30_000, 90_000)),
        ("cost", (60_000, 0)),
        ("months", (48, 0)),
        ("interest", (1, 5)),
        ("skills", (0, 1)),
    ],
)
def test_the_ends_that_nobody_set(criterion: str, found: tuple[float, float]) -> None:
    assert ends(by(criterion), 60_000) == found


def test_pay_and_cost_wait_for_what_one_earns_or_for_ends_that_somebody_set() -> None:
    for criterion in ("pay", "pay later", "cost"):
        assert ends(by(criterion), None) is None
    assert ends(by("months"), None) == (48, 0)
    assert ends(Weight("pay", 5, 1_000), None) is None
    assert ends(Weight("pay", 5, 1_000, 2_000), None) == (1_000, 2_000)
    assert ends(Weight("pay", 5, 1_000), 60_000) == (1_000, 90_000)
