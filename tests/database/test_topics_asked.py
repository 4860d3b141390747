"""Who was asked about what, and who answered: known answers for each sentence of "asked"."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.filters import EVERYTHING, Filters
from lib.model import Person, SkillFinding
from lib.queries.coverage import employed, topics_asked
from lib.records import OutlookSaid, SkillSaid
from tests.factories import (
    NOT_HELD,
    a_link,
    a_person,
    a_question_put,
    an_interview,
    by_name,
    field_id,
    one_of_each,
    told,
    what_must_not_count,
)

HERE = "Data analyst"


def asked(
    session: Session,
    me: Explorer,
    filters: Filters = EVERYTHING,
    viewer: Viewer | None = None,
) -> dict[tuple[str, ...], tuple[int, ...]]:
    """(field, topic): people asked, people who answered; beside what is not mine."""
    what_must_not_count(session, me)
    rows = by_name(session, topics_asked(session, viewer or me, filters), viewer or me)
    pairs, counts = told(rows, "field", "topic"), told(rows, "asked", "answered")
    return dict(zip(pairs, counts, strict=True))


def test_a_tick_says_that_somebody_was_asked(session: Session, me: Explorer) -> None:
    an_interview(session, me, asked=("pay", "whom next"))
    assert asked(session, me) == {(HERE, "pay"): (1, 0), (HERE, "whom next"): (1, 0)}


@pytest.mark.parametrize(
    ("kind", "topic"),
    [
        ("skills", "skills"),
        ("trainings", "training"),
        ("salaries", "pay"),
        ("aspects", "day to day"),
        ("steps", "path"),
        ("outlooks", "outlook"),
    ],
)
def test_any_finding_of_the_topic_says_so_too(
    session: Session, me: Explorer, kind: str, topic: str
) -> None:
    an_interview(session, me, **{kind: one_of_each()[kind]})
    assert asked(session, me) == {(HERE, topic): (1, 1)}


def test_words_without_a_name_or_figure_are_an_answer(session: Session, me: Explorer) -> None:
    an_interview(session, me, outlooks=(OutlookSaid(quote="Who knows, these days."),))
    assert asked(session, me) == {(HERE, "outlook"): (1, 1)}


def test_an_agenda_question_that_was_answered_says_so_too(session: Session, me: Explorer) -> None:
    talk = an_interview(session, me)
    a_question_put(session, me, talk, "path", answered=True)
    a_question_put(session, me, talk, "pay", answered=False)
    assert asked(session, me) == {(HERE, "path"): (1, 1)}


def test_a_question_answered_in_another_interview_is_not_this_ones(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me)
    other = an_interview(session, me, "Nurse")
    a_question_put(session, me, other, "path", answered=True)
    assert set(asked(session, me)) == {("Nurse", "path")}


def test_asked_in_three_ways_and_in_two_interviews_is_asked_once(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    talk = an_interview(session, me, person=ann, asked=("skills",), skills=["SQL", "Python"])
    a_question_put(session, me, talk, "skills", answered=True)
    again: dict[str, Any] = {"asked": ("skills",), "held_on": date(2026, 5, 1)}
    an_interview(session, me, person=ann, **again)
    assert asked(session, me) == {(HERE, "skills"): (1, 1)}


def test_of_those_asked_some_answered(session: Session, me: Explorer) -> None:
    for skills in (["SQL"], ["Excel", "SQL"], []):
        an_interview(session, me, asked=("skills",), skills=skills)
    assert asked(session, me) == {(HERE, "skills"): (3, 2)}


def test_what_is_said_about_another_field_was_asked_there(session: Session, me: Explorer) -> None:
    an_interview(session, me, skills=[SkillSaid(skill="Triage", field="Nurse")], asked=("pay",))
    assert asked(session, me) == {("Nurse", "skills"): (1, 1), (HERE, "pay"): (1, 0)}


@pytest.mark.parametrize("status", NOT_HELD)
def test_nobody_was_asked_in_an_interview_that_was_not_held(
    session: Session, me: Explorer, status: str
) -> None:
    talk = an_interview(session, me, status=status, asked=("pay",), **one_of_each())
    a_question_put(session, me, talk, "skills", answered=True)
    assert asked(session, me) == {}


def test_who_led_to_somebody_answered_whom_to_ask_next(session: Session, me: Explorer) -> None:
    ann, bea = a_person("Ann"), a_person("Bea")
    an_interview(session, me, person=ann, asked=("whom next",))
    an_interview(session, me, person=bea, asked=("whom next",))
    an_interview(session, me, person=a_person("Cleo", introduced_by_id=ann.id))
    assert asked(session, me) == {(HERE, "whom next"): (2, 1)}


def test_to_a_link_who_led_to_somebody_off_the_record_led_to_nobody(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    an_interview(session, me, person=ann, asked=("whom next",))
    hidden = a_person("Bea", introduced_by_id=ann.id, attribution="off the record")
    an_interview(session, me, person=hidden)
    assert asked(session, me) == {(HERE, "whom next"): (1, 1)}
    assert asked(session, me, viewer=a_link(session, me, HERE)) == {(HERE, "whom next"): (1, 0)}


def test_a_pair_that_nobody_was_asked_about_has_no_row(session: Session, me: Explorer) -> None:
    an_interview(session, me)
    assert asked(session, me) == {}


def test_a_filter_by_field_leaves_the_other_fields_out(session: Session, me: Explorer) -> None:
    an_interview(session, me, asked=("pay",), skills=[SkillSaid(skill="Triage", field="Nurse")])
    nurse = Filters(fields=(field_id(session, me, "Nurse"),))
    assert asked(session, me, nurse) == {("Nurse", "skills"): (1, 1)}


def test_both_ends_of_a_span_of_days_belong_to_it(session: Session, me: Explorer) -> None:
    for day in (1, 2, 3, 4):
        an_interview(session, me, held_on=date(2026, 3, day), asked=("pay",))
    filters = Filters(since=date(2026, 3, 2), until=date(2026, 3, 3))
    assert asked(session, me, filters) == {(HERE, "pay"): (2, 0)}


def test_a_level_of_pay_narrows_pay_alone(session: Session, me: Explorer) -> None:
    an_interview(session, me, **one_of_each())
    assert asked(session, me, Filters(level="senior")) == asked(session, me)


def test_a_private_finding_leaves_both_sides_of_a_links_fraction(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, skills=["SQL"])
    an_interview(session, me, skills=[SkillSaid(skill="SQL", private=True)])
    assert asked(session, me) == {(HERE, "skills"): (2, 2)}
    assert asked(session, me, viewer=a_link(session, me, HERE)) == {(HERE, "skills"): (1, 1)}


def test_somebody_off_the_record_was_asked_nothing_as_far_as_a_link_knows(
    session: Session, me: Explorer
) -> None:
    hidden = a_person("Bea", attribution="off the record")
    talk = an_interview(session, me, person=hidden, asked=("pay",), **one_of_each())
    a_question_put(session, me, talk, "whom next", answered=True)
    assert asked(session, me, viewer=a_link(session, me, HERE)) == {}
    assert len(asked(session, me)) == 7


def test_a_link_reads_of_its_own_fields_alone(session: Session, me: Explorer) -> None:
    an_interview(session, me, asked=("pay",))
    an_interview(session, me, "Nurse", asked=("path",))
    assert set(asked(session, me, viewer=a_link(session, me, "Nurse"))) == {("Nurse", "path")}
    assert asked(session, me, viewer=a_link(session, me)) == {}


def test_a_finding_of_somebody_off_the_record_in_anothers_conversation_reaches_no_link(
    session: Session, me: Explorer
) -> None:
    """A file may say that another person's words stand in a conversation."""
    an_interview(session, me, person=a_person("Ann"), skills=["SQL"])
    an_interview(session, me, person=a_person("Bea", attribution="off the record"))
    link = a_link(session, me, HERE)
    bea = session.scalars(select(Person.id).where(Person.name == "Bea")).one()
    assert asked(session, me, viewer=link) == {(HERE, "skills"): (1, 1)}
    mine = SkillFinding.explorer_id == me.explorer_id
    session.execute(update(SkillFinding).where(mine).values(person_id=bea))
    assert asked(session, me, viewer=link) == {}
    assert asked(session, me)[HERE, "skills"] == (1, 1)
    heard = by_name(session, employed(session, me, EVERYTHING), me)
    assert set(told(heard, "person_id")) >= {(me.shown(bea),)}


def test_words_in_anothers_conversation_are_of_no_known_employer(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, person=a_person("Ann", organisation="Acme"), skills=["SQL"])
    an_interview(session, me, "Nurse", person=a_person("Bea", organisation="Bolt"))
    bea = session.scalars(select(Person.id).where(Person.name == "Bea")).one()
    mine = SkillFinding.explorer_id == me.explorer_id
    session.execute(update(SkillFinding).where(mine).values(person_id=bea))
    heard = by_name(session, employed(session, me, EVERYTHING), me)
    here = heard[heard["field"] == HERE]
    assert sorted(bool(employer) for employer in here["employer"]) == [False, True]
