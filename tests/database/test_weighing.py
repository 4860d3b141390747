"""The weighing of whole conversations: who is ahead, who misses a limit, what a coach may try."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.weighing import WeighedAnswer, weighed
from lib.answers.what_counts import what_counts
from lib.commands.decisions import decide
from lib.commands.profile import change_field, save_profile
from lib.commands.weighing import set_limits, set_weights
from lib.criteria import EQUAL, Weight
from lib.filters import EVERYTHING
from lib.frames import Row, records
from lib.ids import new_id
from lib.model import Explorer as ExplorerRow
from lib.records import AspectSaid, OutlookSaid, TrainingSaid
from lib.words import CRITERIA
from tests.factories import a_figure, a_link, an_interview, field_id

NO_LIMITS: dict[str, Any] = {"least_pay": None, "most_months": None, "most_cost": None}


def earning(session: Session, me: Explorer, pay: int | None = 60_000) -> None:
    amount = None if pay is None else Decimal(pay)
    same = {"name": "Ann", "base_currency": "USD", "zone": "UTC", "hours_a_year": 2080}
    save_profile(session, me, **same, current_pay=amount)  # type: ignore[arg-type]


def heard(session: Session, me: Explorer, field: str, people: int = 3, **said: Any) -> None:
    """So many people of the field who told the same."""
    for _ in range(people):
        anew = {name: afresh(one) if isinstance(one, tuple) else one for name, one in said.items()}
        an_interview(session, me, field, **anew)


def afresh(findings: tuple[Any, ...]) -> tuple[Any, ...]:
    """The same said by somebody else."""
    return tuple(one.model_copy(update={"id": new_id()}) for one in findings)


def only(*criteria: str) -> tuple[Weight, ...]:
    """All points on these."""
    return tuple(Weight(name, 5 if name in criteria else 0) for name in CRITERIA)


def answer(session: Session, me: Any, *criteria: str) -> WeighedAnswer:
    return weighed(session, me, EVERYTHING, only(*criteria) if criteria else None)


def value(found: WeighedAnswer, field: str, criterion: str) -> Row:
    rows = records(found.values.drawing.table)
    (row,) = [row for row in rows if row["Field"] == field and row["Criterion"] == criterion]
    return row


def limited(session: Session, me: Explorer, **limits: Any) -> WeighedAnswer:
    set_limits(session, me, **{**NO_LIMITS, "deal_breakers": (), **limits})
    return answer(session, me, "interest")


def two_fields(session: Session, me: Explorer) -> None:
    heard(session, me, "Cook", interest_after=4, salaries=(a_figure(40_000, 50_000),))
    heard(session, me, "Baker", interest_after=2, salaries=(a_figure(60_000, 60_000),))


def test_each_value_lies_on_its_own_scale(session: Session, me: Explorer) -> None:
    """Pay 30,000 to 90,000: one person at 84,000 is at 0.9, so 0.70 +- 0.20."""
    earning(session, me)
    said = {"salaries": (a_figure(84_000, 84_000),), "interest_after": 4}
    heard(session, me, "Cook", 1, **said, outlooks=(OutlookSaid(direction="growing"),))
    heard(session, me, "Baker", 1)
    found = answer(session, me)
    assert value(found, "Cook", "Entry pay")["Value"] == 70.0
    assert value(found, "Cook", "Entry pay")["Spread"] == 20.3
    assert value(found, "Cook", "Interest")["Value"] == 75.0
    assert value(found, "Cook", "Interest")["Spread"] == 0.0
    assert value(found, "Cook", "Outlook")["Value"] == 75.0
    unknown = value(found, "Baker", "Entry pay")
    assert (unknown["Value"], unknown["Spread"], unknown["People"]) == (50.0, 28.9, 0)


def test_hearsay_and_other_levels_are_no_voice_of_entry_pay(session: Session, me: Explorer) -> None:
    earning(session, me)
    said = (a_figure(84_000, 84_000, whose="heard"), a_figure(90_000, 90_000, level="senior"))
    heard(session, me, "Cook", 1, salaries=said)
    found = answer(session, me)
    assert value(found, "Cook", "Entry pay")["Value"] == 50.0
    assert value(found, "Cook", "Pay later")["Value"] == 50.0


def test_months_and_cost_are_better_the_fewer(session: Session, me: Explorer) -> None:
    """48 to 0 months, 60,000 to 0: 12 and 6,000 are 0.75 and 0.9; three people and one more."""
    earning(session, me)
    way = TrainingSaid(
        name="Course",
        months_low=12,
        months_high=12,
        cost_low=Decimal(6_000),
        cost_high=Decimal(6_000),
        currency="USD",
    )
    heard(session, me, "Cook", trainings=(way,))
    found = answer(session, me)
    assert value(found, "Cook", "Time to enter")["Value"] == pytest.approx(68.8)
    assert value(found, "Cook", "Cost to enter")["Value"] == 80.0


def test_without_points_all_count_the_same_and_it_says_so(session: Session, me: Explorer) -> None:
    two_fields(session, me)
    found = answer(session, me)
    assert found.sentence.startswith("You gave no points yet, so all criteria count the same.")
    set_weights(session, me, weights=only("interest"))
    found = answer(session, me)
    assert found.sentence == (
        "By your points **Cook** is ahead. If you weighed differently, **Cook** would come first "
        "always, **Baker** never."
    )


def test_the_least_change_that_turns_it_over_is_said(session: Session, me: Explorer) -> None:
    """Interest 0.75 against 0.25, pay (3 x 0.25 + 0.5) / 4 = 0.3125 against 0.5.

    D = 1 x 0.5 - 2 x 0.1875 = 0.125: ties at interest 1 - 0.25 and at pay 2 + 0.67.
    """
    earning(session, me)
    two_fields(session, me)
    weights = tuple(Weight(name, {"interest": 1, "pay": 2}.get(name, 0)) for name in CRITERIA)
    found = weighed(session, me, EVERYTHING, weights)
    assert found.turn == "**Interest at 0 instead of 1 puts Baker first.**"
    first = records(found.leads.drawing.table)[0]
    assert (first["Criterion"], first["Who leads"]) == ("Interest", "Baker")
    nothing = answer(session, me, "interest")
    assert "puts another field before Cook" in nothing.turn


def test_a_trial_is_kept_nowhere(session: Session, me: Explorer) -> None:
    earning(session, me)
    two_fields(session, me)
    set_weights(session, me, weights=only("interest"))
    assert "**Cook** is ahead" in answer(session, me).sentence
    assert "**Baker** is ahead" in answer(session, me, "pay").sentence
    assert "**Cook** is ahead" in answer(session, me).sentence


def test_a_coach_sees_the_explorers_points_and_may_try_others(
    session: Session, me: Explorer
) -> None:
    two_fields(session, me)
    set_weights(session, me, weights=only("interest"))
    link = a_link(session, me, "Cook", "Baker", pay=True)
    assert answer(session, link).sentence == answer(session, me).sentence
    mine, theirs = answer(session, me, "pay", "outlook"), answer(session, link, "pay", "outlook")
    assert mine.sentence == theirs.sentence
    assert mine.drawing.table.equals(theirs.drawing.table)


def test_a_link_without_pay_does_not_tell_it_by_its_scale(session: Session, me: Explorer) -> None:
    earning(session, me, 61_234)
    two_fields(session, me)
    set_weights(session, me, weights=[Weight("pay", 5, 33_333, 77_777)])
    link = a_link(session, me, "Cook", "Baker")
    counts = what_counts(session, link, EVERYTHING)
    assert counts.ends["pay"] is None
    assert counts.ends["cost"] is None
    told = answer(session, link)
    assert told.remarks == ("Not weighed: entry pay, pay later and cost to enter. Set the ends.",)


def test_pay_and_cost_are_not_weighed_before_one_says_what_one_earns(
    session: Session, me: Explorer
) -> None:
    two_fields(session, me)
    assert "Not weighed: entry pay, pay later and cost to enter" in answer(session, me).remarks[-1]
    alone = answer(session, me, "pay").sentence
    assert alone == "Nothing that has points can be weighed yet: see below what is missing."
    earning(session, me)
    assert not [one for one in answer(session, me).remarks if "Not weighed" in one]


def test_a_field_under_three_people_is_hatched_and_named(session: Session, me: Explorer) -> None:
    heard(session, me, "Cook", 2, interest_after=5)
    heard(session, me, "Baker", 3, interest_after=2)
    found = answer(session, me, "interest")
    assert "Hatched: Cook (2 people), too few to lean on." in found.caption
    assert "is ahead, but on 2 people alone, too few to lean on" in found.sentence
    assert "of the others **Baker** is." in found.sentence
    marks = found.drawing.data["marks"]
    assert set(marks.loc[marks["part"] == "stripe", "y"]) <= set(
        marks.loc[marks["part"] == "thin", "y"]
    )
    assert (marks["part"] == "thin").any()
    assert (marks["part"] == "bar").any()


def test_a_field_that_misses_a_limit_stands_below_with_the_reason(
    session: Session, me: Explorer
) -> None:
    two_fields(session, me)
    heard(session, me, "Nurse", interest_after=5)
    found = limited(session, me, least_pay=Decimal(55_000))
    assert found.below == (r"**Cook**: Entry pay of \$50k at most (3 people), under your \$55k.",)
    assert "Cook" not in str(found.drawing.table)
    assert "Nothing is known of these, so they miss no limit. Nurse: entry pay." in found.remarks


@pytest.mark.parametrize("high", [60_000, None])
def test_pay_that_anybody_told_reaches_the_limit(
    session: Session, me: Explorer, high: int | None
) -> None:
    """One figure that reaches it, or is open above, is enough; hearsay is not."""
    two_fields(session, me)
    an_interview(session, me, "Cook", salaries=(a_figure(40_000, high),))
    assert limited(session, me, least_pay=Decimal(55_000)).below == ()


def test_hearsay_keeps_no_limit(session: Session, me: Explorer) -> None:
    two_fields(session, me)
    an_interview(session, me, "Cook", salaries=(a_figure(90_000, 90_000, whose="heard"),))
    assert len(limited(session, me, least_pay=Decimal(55_000)).below) == 1


def test_months_and_cost_over_the_limit(session: Session, me: Explorer) -> None:
    long = TrainingSaid(name="Degree", months_low=36, cost_low=Decimal(20_000), currency="USD")
    short = TrainingSaid(name="Course", months_low=6, cost_low=Decimal(900), currency="USD")
    heard(session, me, "Cook", trainings=(long,))
    heard(session, me, "Baker", trainings=(long, short))
    found = limited(session, me, most_months=12, most_cost=Decimal(1_000))
    assert found.below == (
        r"**Cook**: 36 months to enter at least (3 people), over your 12; \$20k to enter at least "
        r"(3 people), over your \$1,000.",
    )


def test_a_deal_breaker_needs_two_people_and_half_of_those_asked(
    session: Session, me: Explorer
) -> None:
    hard = (AspectSaid(side="downside", theme="physical  STRAIN"),)
    good = (AspectSaid(side="upside", theme="Physical strain"),)
    for field, naming, others in (("Cook", 2, 2), ("Baker", 2, 3), ("Nurse", 1, 0)):
        heard(session, me, field, naming, aspects=hard)
        heard(session, me, field, others, aspects=good)
    found = limited(session, me, deal_breakers=["Physical strain"])
    assert found.below == ("**Cook**: “Physical strain” named as hard by 2 of 4.",)
    close = "“Physical strain” named as hard by"
    assert f"Baker: {close} 2 of 5, too few to rule it out." in found.remarks
    assert f"Nurse: {close} 1 of 1, too few to rule it out." in found.remarks


def test_a_field_ruled_out_stands_below(session: Session, me: Explorer) -> None:
    two_fields(session, me)
    cook = field_id(session, me, "Cook")
    day = date(2026, 5, 1)
    decide(session, me, why="No.", decided_on=day, field_id=cook, stage="ruled out")
    found = answer(session, me)
    assert found.below == ("**Cook**: You ruled it out.",)
    assert not found.ranked
    assert "**Baker** stands alone" in found.sentence
    assert found.drawing.openings == ()
    assert not found.values.drawing.table.empty


def test_every_field_below_and_no_points_at_all_are_said(session: Session, me: Explorer) -> None:
    two_fields(session, me)
    none = tuple(Weight(name, 0) for name in CRITERIA)
    assert "nothing is weighed" in weighed(session, me, EVERYTHING, none).sentence
    found = limited(session, me, least_pay=Decimal(99_000))
    assert "Every field under these filters misses a limit" in found.sentence
    assert len(found.below) == 2


def test_the_current_field_is_not_weighed(session: Session, me: Explorer) -> None:
    two_fields(session, me)
    cook = field_id(session, me, "Cook")
    change_field(session, me, field_id=cook, name="Cook", kind="current", stage="open")
    assert "Cook" not in answer(session, me).sentence


def test_a_currency_without_a_rate_leaves_pay_out_and_says_so(
    session: Session, me: Explorer
) -> None:
    two_fields(session, me)
    session.get_one(ExplorerRow, me.explorer_id).base_currency = "XAF"
    session.flush()
    found = answer(session, me)
    assert any(
        words.startswith("Not weighed: entry pay, pay later and cost") for words in found.remarks
    )
    assert found.ranked


def test_what_counts_offers_the_closed_list_and_what_was_named_as_hard(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, aspects=(AspectSaid(side="downside", theme="Night shifts"),))
    found = what_counts(session, me, EVERYTHING)
    assert found.weights == EQUAL
    assert not found.given
    assert {"Night shifts", "Physical strain"} <= set(found.themes)
    set_weights(session, me, weights=EQUAL.each)
    assert what_counts(session, me, EVERYTHING).given
