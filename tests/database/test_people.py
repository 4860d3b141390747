"""People: two made one, somebody forgotten, a conversation moved to another field."""

import json
import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import CheckConstraint, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.drafts import keep_draft
from lib.commands.forgetting import forget_person
from lib.commands.interviews import remove_interview, save_conversation
from lib.commands.journal import Step
from lib.commands.people import change_person, merge_people
from lib.commands.undo import undo
from lib.errors import Conflict, NotFound, Refused
from lib.filters import EVERYTHING
from lib.findings import KINDS, Kind
from lib.ids import now
from lib.model import (
    AgendaItem,
    Base,
    CalendarEvent,
    ChecklistTick,
    FollowUp,
    Interview,
    Message,
    Outcome,
    Person,
)
from lib.queries.conversations import conversation
from lib.queries.fields import fields
from lib.queries.history import latest_step
from lib.queries.skills import skills_heard
from lib.records import NoteLine, PersonSaid, SkillSaid
from tests.conftest import an_explorer
from tests.factories import a_person, an_interview, by_name, told


def heard(session: Session, me: Explorer) -> list[tuple[Any, ...]]:
    rows = by_name(session, skills_heard(session, me, EVERYTHING), me)
    return told(rows, "skill", "field", "voices")


def voices(session: Session, me: Explorer) -> dict[str, int]:
    return dict(told(fields(session, me, EVERYTHING), "field", "voices"))


def test_two_who_are_one_count_once_and_can_be_taken_apart(session: Session, me: Explorer) -> None:
    ann, again = a_person("Ann", email="ann@acme.test"), a_person("Ann B.", phone="123")
    for person in (ann, again):
        an_interview(session, me, "Nurse", person=person, skills=["Triage"])
    before = heard(session, me)
    assert before == [("Triage", "Nurse", 2)]
    step = merge_people(session, me, keep=ann.id, other=again.id)
    assert heard(session, me) == [("Triage", "Nurse", 1)]
    assert voices(session, me)["Nurse"] == 1
    row = session.get_one(Person, (me.explorer_id, ann.id), populate_existing=True)
    assert (row.name, row.email, row.phone) == ("Ann", "ann@acme.test", "123")
    undo(session, me, step)
    assert heard(session, me) == before


@pytest.mark.parametrize(
    ("one", "other", "stands"),
    [
        ("named", "described", "described"),
        ("described", "off the record", "off the record"),
        ("named", "named", "named"),
    ],
)
def test_of_two_ways_to_appear_the_stricter_stands(
    session: Session, me: Explorer, one: str, other: str, stands: str
) -> None:
    day = date(2026, 3, 1)
    people = [a_person("Ann", attribution=how, consent_on=day) for how in (one, other)]
    for person in people:
        an_interview(session, me, "Nurse", person=person)
    merge_people(session, me, keep=people[0].id, other=people[1].id)
    row = session.get_one(Person, (me.explorer_id, people[0].id), populate_existing=True)
    assert row.attribution == stands


def test_who_was_introduced_by_the_other_is_introduced_by_the_one_that_stays(
    session: Session, me: Explorer
) -> None:
    ann, again = a_person("Ann"), a_person("Anna")
    led = a_person("Bea", introduced_by_id=again.id)
    for person in (ann, again, led):
        an_interview(session, me, "Nurse", person=person)
    merge_people(session, me, keep=ann.id, other=again.id)
    row = session.get_one(Person, (me.explorer_id, led.id), populate_existing=True)
    assert row.introduced_by_id == ann.id


def test_nobody_is_merged_with_themselves_or_a_stranger(session: Session, me: Explorer) -> None:
    ann, bea = a_person("Ann"), a_person("Bea")
    an_interview(session, me, "Nurse", person=ann)
    with pytest.raises(Refused):
        merge_people(session, me, keep=ann.id, other=ann.id)
    stranger = an_explorer(session)
    an_interview(session, stranger, "Nurse", person=bea)
    with pytest.raises(NotFound):
        merge_people(session, me, keep=ann.id, other=bea.id)


def test_a_person_is_changed_and_changed_back(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    an_interview(session, me, "Nurse", person=ann)
    step = change_person(session, me, said=ann.model_copy(update={"nicknames": "Annie"}))
    row = session.get_one(Person, (me.explorer_id, ann.id), populate_existing=True)
    assert row.nicknames == "Annie"
    undo(session, me, step)
    session.refresh(row)
    assert row.nicknames == ""


def test_a_conversation_moves_to_another_field_with_all_that_was_said_in_it(
    session: Session, me: Explorer
) -> None:
    aside = SkillSaid(skill="Chemistry", field="Baker")
    talk = an_interview(session, me, "Nurse", skills=["Triage", aside])
    now = conversation(session, me, talk)
    save_conversation(session, me, now.model_copy(update={"field": "Cook"}))
    assert set(heard(session, me)) == {("Triage", "Cook", 1), ("Chemistry", "Baker", 1)}
    step = latest_step(session, me)
    assert step
    undo(session, me, step)
    assert set(heard(session, me)) == {("Triage", "Nurse", 1), ("Chemistry", "Baker", 1)}


SECRETS = ("Zelda", "Quux", "zq@corp.test", "0042-777", "Quuxcorp", "Zed", "whispered", "Zlink")


def somebody(**values: Any) -> PersonSaid:
    return a_person(
        "Zelda Quux",
        **{"nicknames": "Zed", "organisation": "Quuxcorp", "email": "zq@corp.test"},
        **{"phone": "0042-777", "profile_link": "https://Zlink.test", "how_met": "whispered"},
        **{"role": "Quux boss", "description": "Zed of Quuxcorp", **values},
    )


def a_talk_with(session: Session, me: Explorer, person: PersonSaid) -> UUID:
    said: dict[str, Any] = {
        "skills": [SkillSaid(skill="Triage", quote="Zelda whispered", said_as="Quux triage")],
        "notes": [NoteLine(text="whispered by Zelda")],
        "takeaway": "Call Zelda",
        "purpose": "whispered",
        "place": "Quuxcorp",
    }
    talk = an_interview(session, me, "Nurse", person=person, **said)
    carried_through(Step(session, me, "Carried"), talk, person)
    return talk


def carried_through(step: Step, talk: UUID, person: PersonSaid) -> None:
    """Agenda, letter, calendar file, promise, outcome: each names Zelda in every text."""
    here, text = {"interview_id": talk}, "Zelda whispered"
    step.add(AgendaItem, **here, position=1, text=text, why=text, answer=text, answered=True)
    step.add(Message, **here, kind="ask", subject=text, text=text)
    when = {"starts_at": "2026-03-02T12:15", "zone": "UTC", "minutes": 30, "made_at": now()}
    step.add(CalendarEvent, **here, uid="Zed@corp", place="Quuxcorp", **when)
    step.add(ChecklistTick, **here, item="dress", ticked_at=now())
    step.add(FollowUp, **here, kind="check in", text=text)
    step.add(Outcome, **here, kind="lead", note=text)
    beside = an_interview(step.session, Explorer(step.explorer_id), "Cook")
    led = {"kind": "introduction", "note": text, "person_id": person.id}
    step.add(Outcome, interview_id=beside, **led)
    step.change(Person, person.id, zone="Europe/Zurich", day_begins="Zed!!")


def everything(session: Session) -> str:
    """All that any table holds, as text."""
    tables = Base.metadata.sorted_tables
    return "\n".join(repr(tuple(row)) for t in tables for row in session.execute(select(t)))


@pytest.mark.parametrize("keep_findings", [True, False])
def test_nothing_in_any_table_names_somebody_who_was_forgotten(
    session: Session, me: Explorer, keep_findings: bool
) -> None:
    zelda, twin = somebody(), somebody()
    gone = a_talk_with(session, me, zelda)
    a_talk_with(session, me, zelda)
    a_talk_with(session, me, twin)
    merge_people(session, me, keep=zelda.id, other=twin.id)
    remove_interview(session, me, gone)
    typed = {"content": {"person": {"name": "Zelda Quux"}}}
    keep_draft(session, me, "interview/new/1", {"form": json.dumps(typed)})
    an_interview(session, me, "Nurse", person=a_person("Bea"), skills=["Triage"])
    assert "Zelda" in everything(session)
    forget_person(session, me, person_id=zelda.id, keep_findings=keep_findings)
    left = everything(session)
    assert [word for word in SECRETS if word in left] == []
    counted = 2 if keep_findings else 1
    assert heard(session, me) == [("Triage", "Nurse", counted)]
    assert voices(session, me)["Nurse"] == 2


def test_a_finding_that_was_nothing_but_a_quote_goes(session: Session, me: Explorer) -> None:
    zelda = somebody()
    an_interview(session, me, "Nurse", person=zelda, skills=[SkillSaid(quote="Zelda said")])
    forget_person(session, me, person_id=zelda.id, keep_findings=True)
    assert [word for word in SECRETS if word in everything(session)] == []


def test_somebody_off_the_record_stays_off_the_record(session: Session, me: Explorer) -> None:
    zelda = somebody(attribution="off the record")
    an_interview(session, me, "Nurse", person=zelda)
    forget_person(session, me, person_id=zelda.id, keep_findings=True)
    row = session.get_one(Person, (me.explorer_id, zelda.id), populate_existing=True)
    assert row.attribution == "off the record"


def test_what_belongs_to_others_stays_and_can_be_taken_back(session: Session, me: Explorer) -> None:
    zelda = somebody()
    a_talk_with(session, me, zelda)
    other = an_interview(session, me, "Nurse", person=a_person("Bea"), skills=["Triage"])
    step = remove_interview(session, me, other)
    forget_person(session, me, person_id=zelda.id, keep_findings=False)
    undo(session, me, step)
    assert session.get_one(Interview, (me.explorer_id, other))


def test_forgetting_cannot_be_taken_back(session: Session, me: Explorer) -> None:
    zelda = somebody()
    a_talk_with(session, me, zelda)
    step = latest_step(session, me)
    assert step
    forget_person(session, me, person_id=zelda.id, keep_findings=True)
    with pytest.raises((NotFound, Conflict)):
        undo(session, me, step)


def test_a_stranger_forgets_nobody_of_mine(session: Session, me: Explorer) -> None:
    zelda = somebody()
    a_talk_with(session, me, zelda)
    with pytest.raises(NotFound):
        forget_person(session, an_explorer(session), person_id=zelda.id, keep_findings=False)
    assert "Zelda Quux" in everything(session)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.list_of)
def test_what_is_left_without_its_quote_is_what_the_table_asks_for(kind: Kind) -> None:
    (rule,) = (
        str(one.sqltext)
        for one in kind.table.__table__.constraints
        if isinstance(one, CheckConstraint) and str(one.name).endswith("says_something")
    )
    named = set(re.findall(r"\w+", rule)) & set(kind.table.__table__.c.keys())
    assert named == {*kind.naming.kept, "quote"}
