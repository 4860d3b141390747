"""A link with a threshold: groups smaller than it leave every total."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.filters import EVERYTHING, Filters
from lib.queries.coverage import topics_asked
from lib.queries.pay import salaries
from lib.queries.skills import skills_heard
from lib.queries.voices import interest, outlooks
from lib.records import OutlookSaid, SalarySaid
from lib.viewer import Explorer, Share
from tests.factories import a_link, a_person, an_interview, told


def pay() -> tuple[SalarySaid, ...]:
    figure = {"low": Decimal(50_000), "high": Decimal(60_000), "currency": "USD"}
    return (SalarySaid(level="entry", period="year", **figure),)  # type: ignore[arg-type]


def three_nurses(session: Session, me: Explorer) -> Share:
    """Triage by three, Chemistry by two; entry pay by two; three asked about skills, two pay."""
    said: list[dict[str, Any]] = [
        {"skills": ["Triage", "Chemistry"], "salaries": pay(), "interest_after": 4},
        {"skills": ["Triage", "Chemistry"], "salaries": pay(), "interest_after": 2},
        {
            "skills": ["Triage"],
            "outlooks": (OutlookSaid(direction="growing"),),
            "interest_after": 3,
        },
    ]
    for name, more in zip(("Ann", "Bea", "Cleo"), said, strict=True):
        an_interview(session, me, "Nurse", person=a_person(name), **more)
    return a_link(session, me, "Nurse", interest=True)


def heard(session: Session, link: Share) -> list[tuple[Any, ...]]:
    return told(skills_heard(session, link, EVERYTHING), "skill", "voices")


@pytest.mark.parametrize("threshold", [1, 2])
def test_what_enough_people_said_is_shown(session: Session, me: Explorer, threshold: int) -> None:
    link = replace(three_nurses(session, me), threshold=threshold)
    assert heard(session, link) == [("Chemistry", 2), ("Triage", 3)]
    assert len(salaries(session, link, EVERYTHING)) == 2
    assert len(interest(session, link, EVERYTHING)) == 3


def test_what_fewer_people_said_is_left_out(session: Session, me: Explorer) -> None:
    link = replace(three_nurses(session, me), threshold=3)
    assert heard(session, link) == [("Triage", 3)]
    assert salaries(session, link, EVERYTHING).empty
    assert len(interest(session, link, EVERYTHING)) == 3


def test_a_direction_that_too_few_give_is_left_out(session: Session, me: Explorer) -> None:
    link = three_nurses(session, me)
    assert len(outlooks(session, link, EVERYTHING)) == 1
    assert outlooks(session, replace(link, threshold=2), EVERYTHING).empty


def test_a_topic_that_too_few_were_asked_about_has_no_row(session: Session, me: Explorer) -> None:
    link = replace(three_nurses(session, me), threshold=3)
    rows = told(topics_asked(session, link, EVERYTHING), "topic", "asked", "answered")
    assert rows == [("skills", 3, 3)]


def test_a_link_knows_no_filter_by_date_level_or_stage(session: Session, me: Explorer) -> None:
    link = three_nurses(session, me)
    late = Filters(since=date(2099, 1, 1), level="senior", stages=("ruled out",))
    assert heard(session, link) == told(skills_heard(session, link, late), "skill", "voices")
    assert len(salaries(session, link, late)) == len(salaries(session, link, EVERYTHING)) == 2


def test_pay_skills_and_interest_are_read_where_the_link_has_them(
    session: Session, me: Explorer
) -> None:
    link = three_nurses(session, me)
    noted, hidden = (
        interest(session, replace(link, interest=shown), EVERYTHING) for shown in (True, False)
    )
    assert noted["after"].notna().any()
    assert len(hidden) == len(noted), "who was heard counts all the same"
    assert hidden[["before", "after"]].isna().all(axis=None)
