"""Whom to ask next, out of what is kept: who is left to ask, why, and in which field."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.whom_next import WhomNext, whom_to_ask
from lib.commands.begin import begin_with
from lib.commands.interviews import remove_interview
from lib.errors import NotFound
from lib.filters import EVERYTHING
from lib.model import Field, Interview, StatusChange
from lib.records import OutlookSaid
from tests.conftest import an_explorer
from tests.factories import a_person, an_interview, field_id

DAY = date(2026, 3, 2)


def found(session: Session, me: Explorer) -> WhomNext:
    return whom_to_ask(session, me, EVERYTHING)


def told(session: Session, me: Explorer) -> list[tuple[str, str, str]]:
    return [
        (one.who, one.why, one.field.field if one.field else "") for one in found(session, me).cards
    ]


def idea(session: Session, me: Explorer, name: str, field: str, **values: Any) -> UUID:
    usual = {"status": "idea", "held_on": None, "person": a_person(name)}
    return an_interview(session, me, field, **{**usual, **values})


def test_named_before_known_and_nobody_who_talked_is_under_way_or_said_no(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    an_interview(session, me, "Nurse", person=ann)
    idea(session, me, "Bea", "Nurse")
    idea(session, me, "Cy", "Nurse", person=a_person("Cy", introduced_by_id=ann.id))
    for status in ("requested", "scheduled", "declined", "cancelled", "no answer", "moved"):
        idea(session, me, status, "Nurse", status=status)
    stranger = an_explorer(session)
    idea(session, stranger, "Stranger", "Nurse")
    assert told(session, me) == [("Cy", "named", "Nurse"), ("Bea", "known", "Nurse")]
    assert found(session, me).cards[0].named_by == ("Ann",)


def test_fields_put_aside_or_left_ask_for_nobody(session: Session, me: Explorer) -> None:
    for name, values in (("A", {"kind": "current"}), ("B", {"stage": "ruled out"}), ("C", {})):
        an_interview(session, me, name, person=a_person(f"In {name}"))
        mine = (Field.explorer_id == me.explorer_id, Field.name == name)
        if values:
            session.execute(update(Field).where(*mine).values(**values))
    assert told(session, me) == [("", "field", "C")]
    assert found(session, me).cards[0].field is not None


def test_what_is_missing_in_a_field_is_counted(session: Session, me: Explorer) -> None:
    for place in range(3):
        skills = ["SQL", f"Skill {place}"]
        an_interview(session, me, "Nurse", person=a_person(f"P{place}"), skills=skills)
    (field,) = found(session, me).fields
    assert (field.people, field.teaches) == (3, 1.0)
    assert field.unasked == ("day to day", "training", "path", "pay", "outlook", "whom next")


def test_a_contradiction_asks_for_a_further_voice(session: Session, me: Explorer) -> None:
    for place, direction in enumerate(["growing"] * 3 + ["shrinking"] * 3):
        an_interview(
            *(session, me, "Nurse"),
            person=a_person(f"P{place}", organisation=f"O{place}"),
            outlooks=(OutlookSaid.model_validate({"direction": direction}),),
        )
    cards = found(session, me).cards
    assert [one.why for one in cards] == ["differ"]
    assert "growing" in cards[0].settles


def test_whom_somebody_named_is_asked_about_the_field_of_whoever_named_them(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    an_interview(session, me, "Nurse", person=ann, held_on=DAY)
    talk = idea(session, me, "Bea", "Cook", person=a_person("Bea", introduced_by_id=ann.id))
    assert ("Bea", "named", "Cook") in told(session, me)
    remove_interview(session, me, talk)
    assert ("Bea", "named", "Nurse") in told(session, me)


def test_the_tree_says_how_far_one_is(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    an_interview(session, me, "Nurse", person=ann, held_on=DAY)
    bea = a_person("Bea", introduced_by_id=ann.id)
    idea(session, me, "Bea", "Nurse", person=bea, status="scheduled", planned_on=DAY)
    answer = found(session, me)
    (root,) = answer.roots
    assert (root.person_id, [one.person_id for one in root.led_to]) == (str(ann.id), [str(bea.id)])
    assert (answer.who[str(ann.id)].status, answer.who[str(ann.id)].on) == ("held", DAY)
    assert (answer.who[str(bea.id)].status, answer.who[str(bea.id)].on) == ("scheduled", DAY)


def test_beginning_twice_begins_once(session: Session, me: Explorer) -> None:
    ann = a_person("Ann", organisation="Acme")
    an_interview(session, me, "Nurse", person=ann)
    about = {"person_id": ann.id, "field_id": field_id(session, me, "Nurse")}
    first = begin_with(session, me, **about)
    assert begin_with(session, me, **about) == first
    row = session.get(Interview, (me.explorer_id, first))
    assert row is not None
    assert (row.status, row.organisation, row.version) == ("idea", "Acme", 1)
    moves = session.query(StatusChange).where(StatusChange.interview_id == first)
    assert [one.to_status for one in moves] == ["idea"]


def test_nobody_begins_with_somebody_elses_person(session: Session, me: Explorer) -> None:
    stranger = an_explorer(session)
    ann = a_person("Ann")
    an_interview(session, stranger, "Nurse", person=ann)
    an_interview(session, me, "Nurse")
    with pytest.raises(NotFound):
        begin_with(session, me, person_id=ann.id, field_id=field_id(session, me, "Nurse"))
