"""The sentence that says where another conversation stops to pay."""

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.overview import overview
from lib.filters import EVERYTHING
from tests.factories import an_interview


def said(session: Session, me: Explorer) -> str:
    return overview(session, me, EVERYTHING).learning.sentence


def test_it_levels_off_from_the_first_conversation_that_brings_less_than_one_thing(
    session: Session, me: Explorer
) -> None:
    for skills in (("A", "B", "C"), ("A", "B", "D"), ("A",), ("A",)):
        an_interview(session, me, skills=skills)
    # A by 4, B by 2, C and D by 1: after 1 person 2, then 2.83, 3.5 and 4.
    assert "It levels off in Data analyst (from the 2nd on)" in said(session, me)


def test_one_new_thing_each_is_not_level(session: Session, me: Explorer) -> None:
    for skill in "ABC":
        an_interview(session, me, skills=[skill])
    assert "It levels off nowhere yet" in said(session, me)


def test_under_three_people_nothing_is_said(session: Session, me: Explorer) -> None:
    for skill in "AB":
        an_interview(session, me, skills=[skill])
    assert said(session, me) == "Too early to say: no field has three people yet."
