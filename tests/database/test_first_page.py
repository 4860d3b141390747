"""The answers first: what a coach finds before any chart, worked by hand."""

from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from lib.access.links import Scope, of_a_file
from lib.access.viewer import Explorer, Share
from lib.answers.first_page import FirstPage, first_page
from lib.commands.weighing import set_limits, set_weights
from lib.criteria import Weight
from lib.filters import EVERYTHING
from lib.ids import new_id
from lib.model import Field
from lib.records import SkillSaid
from tests.factories import a_person, an_interview, field_id

NAMES = ("Ann", "Bea", "Cleo", "Dee")


@pytest.fixture
def told(session: Session, me: Explorer) -> Explorer:
    """Two fields of four people each, at an employer each; in one they differ on a skill."""
    said = {
        True: SkillSaid(skill="SQL", necessity="mandatory"),
        False: SkillSaid(skill="SQL", necessity="not needed"),
    }
    for field in ("Cook", "Nurse"):
        for place, name in enumerate(NAMES):
            needed = field == "Nurse" or place % 2 == 1
            an_interview(
                session,
                me,
                field,
                person=a_person(f"{name} {field}"),
                organisation=f"{name} {field} Ltd",
                interest_before=2,
                interest_after=5 if field == "Nurse" else 1,
                skills=(said[needed].model_copy(update={"id": new_id()}),),
            )
    an_interview(session, me, "Clerk", person=a_person("Gil"))
    session.execute(update(Field).where(Field.name == "Clerk").values(kind="current"))
    return me


def a_coach(session: Session, me: Explorer, **values: Any) -> Share:
    fields = [field_id(session, me, name) for name in ("Cook", "Nurse", "Clerk")]
    return of_a_file(session, me, **{"fields": fields, "scope": Scope(), **values})


def read(session: Session, me: Explorer, **values: Any) -> FirstPage:
    return first_page(session, a_coach(session, me, **values), EVERYTHING)


def test_what_they_do_and_want_and_where_they_lean(session: Session, told: Explorer) -> None:
    set_limits(
        session, told, least_pay=Decimal(60_000), most_months=12, most_cost=None, deal_breakers=[]
    )
    found = read(session, told)
    assert found.now == "Now: **Clerk**. Wanted: 12 months to enter at most."
    paid = read(session, told, scope=Scope(pay=True)).now
    assert paid.startswith(r"Now: **Clerk**. Wanted: entry pay of \$60k at least")
    assert found.leans[0].startswith("You gave no points yet, so all criteria count the same.")
    assert "interest grew most in **Nurse** (2 to 5)" in found.leans[-1]
    set_weights(session, told, weights=[Weight("interest", 9)])
    ranked = read(session, told).leans
    assert "no points" not in "".join(ranked)
    assert "Nurse" in ranked[0]


def test_without_interest_in_it_nothing_of_it_is_there(session: Session, told: Explorer) -> None:
    found = read(session, told, scope=Scope(interest=False))
    assert found.leans
    assert "nterest" not in "".join((*found.leans, *found.fields))


def test_each_field_has_a_line_of_what_it_pays_takes_and_asks_for(
    session: Session, told: Explorer
) -> None:
    cook, nurse, clerk = read(session, told).fields
    assert cook.startswith("**Cook** (4 people): ")
    assert nurse == (
        "**Nurse** (4 people): entry pay: not asked · months to enter: not asked · "
        "cost: not asked · skills I have: yours not rated yet · interest: 2 to 5"
    )
    assert clerk.startswith("**Clerk** (1 person, now): ")
    out = read(session, told, scope=Scope(skills=False, interest=False)).fields
    assert out[1].endswith("cost: not asked")


def test_what_is_said_and_where_they_differ_stand_apart(session: Session, told: Explorer) -> None:
    found = read(session, told)
    assert any("SQL" in one.words and "Cook" in one.words for one in found.differ)
    assert any("**SQL** crosses fields" in one.words for one in found.said)
    assert not {one.key for one in found.said} & {one.key for one in found.differ}


def test_what_is_missing_begins_where_nobody_was_asked(session: Session, told: Explorer) -> None:
    found = read(session, told)
    assert found.missing[0].startswith("**Clerk**: day to day, skills, training")
    assert [line.endswith("(nobody asked)") for line in found.missing] == [True] * 3


def test_under_a_threshold_it_says_at_most_and_not_what_would_teach(
    session: Session, told: Explorer
) -> None:
    found = read(session, told, threshold=2)
    assert "brought" not in found.next
    assert all("Clerk" not in line for line in (*found.missing, found.now))
