"""Beside those who named a skill: who contradicts whom, and who is not independent of whom."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.answers.evidence import behind, opened
from lib.filters import EVERYTHING
from lib.queries.voices import introductions
from lib.records import PersonSaid, SkillSaid
from tests.factories import (
    a_key,
    a_link,
    a_person,
    an_interview,
    field_id,
    skill_id,
    told,
    what_must_not_count,
)


def calls_it(
    session: Session,
    me: Explorer,
    who: PersonSaid,
    necessity: Any,
    field: str = "Cook",
    **more: Any,
) -> None:
    """This person says how much calm matters in a field."""
    private = more.pop("private", False)
    said = SkillSaid(skill="Calm", necessity=necessity, private=private)
    an_interview(session, me, field, person=who, skills=[said], **more)


def said_of_calm(
    session: Session, me: Explorer, *field: str, viewer: Viewer | None = None
) -> list[str]:
    what_must_not_count(session, me, "Cook")
    parts = ["skill", skill_id(session, me, "Calm"), *(field_id(session, me, f) for f in field)]
    return list(opened(session, viewer or me, EVERYTHING, a_key(viewer or me, *parts)).remarks)


def test_mandatory_to_one_and_not_needed_to_another_of_one_field_is_a_contradiction(
    session: Session, me: Explorer
) -> None:
    for name, necessity in (("Ann", "mandatory"), ("Bea", "not needed"), ("Cleo", "mandatory")):
        calls_it(session, me, a_person(name), necessity)
    calls_it(session, me, a_person("Dora"), "helpful")
    contradiction = "They contradict each other in Cook: mandatory to {}; not needed to Bea.".format
    (words,) = said_of_calm(session, me)
    assert words in (contradiction("Ann and Cleo"), contradiction("Cleo and Ann"))
    assert said_of_calm(session, me, "Cook") == [words]


def test_mandatory_here_and_not_needed_there_is_none(session: Session, me: Explorer) -> None:
    calls_it(session, me, a_person("Ann"), "mandatory")
    calls_it(session, me, a_person("Bea"), "not needed", field="Nurse")
    assert said_of_calm(session, me) == []


def test_nobody_contradicts_what_they_said_before(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    calls_it(session, me, ann, "mandatory")
    calls_it(session, me, ann, "not needed", held_on=date(2026, 5, 1))
    assert said_of_calm(session, me) == []


def test_people_of_one_employer_on_that_day_are_named(session: Session, me: Explorer) -> None:
    for name in ("Ann", "Bea"):
        calls_it(session, me, a_person(name, organisation="Acme"), "mandatory")
    calls_it(session, me, a_person("Cleo", organisation="Bolt"), "mandatory")
    (words,) = said_of_calm(session, me)
    assert words in (
        "Not independent: Ann and Bea (both at Acme).",
        "Not independent: Bea and Ann (both at Acme).",
    )


def test_who_moved_on_before_the_day_is_no_colleague(session: Session, me: Explorer) -> None:
    calls_it(session, me, a_person("Ann", organisation="Acme"), "mandatory")
    calls_it(session, me, a_person("Bea", organisation="Acme"), "mandatory", organisation="Bolt")
    assert said_of_calm(session, me) == []


def test_who_came_through_whom_is_named_where_both_named_the_skill(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    calls_it(session, me, ann, "mandatory")
    calls_it(session, me, a_person("Bea", introduced_by_id=ann.id), "mandatory")
    an_interview(session, me, "Cook", person=a_person("Cleo", introduced_by_id=ann.id))
    assert said_of_calm(session, me) == ["Not independent: Bea was introduced by Ann."]


def test_a_link_is_told_of_no_employer_and_of_nobody_off_the_record(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann", organisation="Acme", description="a chef")
    calls_it(session, me, ann, "mandatory")
    calls_it(session, me, a_person("Bea", organisation="Acme", description="a cook"), "mandatory")
    hidden = a_person("Cleo", attribution="off the record", introduced_by_id=ann.id)
    calls_it(session, me, hidden, "not needed")
    calls_it(session, me, a_person("Dora"), "not needed", private=True)
    link = a_link(session, me, "Cook")
    (words,) = said_of_calm(session, me, viewer=link)
    assert words.startswith("Not independent: a c")
    assert words.endswith("(for one employer).")
    assert introductions(session, link, EVERYTHING).empty
    assert len(said_of_calm(session, me)) == 2


def test_a_skill_opens_over_all_fields_with_everybody_who_named_it(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    calls_it(session, me, ann, "mandatory")
    calls_it(session, me, ann, "helpful", field="Nurse")
    calls_it(session, me, a_person("Bea"), "not needed", field="Nurse")
    skill = skill_id(session, me, "Calm")
    rows = behind(session, me, EVERYTHING, a_key(me, "skill", skill))
    assert sorted(told(rows, "person", "field", "said")) == [
        ("Ann", "Cook", "Calm, mandatory"),
        ("Ann", "Nurse", "Calm, helpful"),
        ("Bea", "Nurse", "Calm, not needed"),
    ]
    link = a_link(session, me, "Nurse")
    rows = behind(session, link, EVERYTHING, a_key(link, "skill", skill))
    assert set(rows["field"]) == {"Nurse"}
