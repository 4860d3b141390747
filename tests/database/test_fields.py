"""The fields with the people heard in each, and where the conversations stand: known answers."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.commands.profile import change_field
from lib.filters import EVERYTHING, Filters
from lib.queries.fields import fields, interviews_by_status
from lib.records import OutlookSaid, SkillSaid
from tests.conftest import an_explorer
from tests.factories import (
    NOT_HELD,
    a_link,
    a_person,
    an_interview,
    field_id,
    one_of_each,
    told,
    what_must_not_count,
)

HERE = "Data analyst"


def heard(
    session: Session,
    me: Explorer,
    filters: Filters = EVERYTHING,
    viewer: Viewer | None = None,
) -> dict[str, tuple[int, int]]:
    """By field: people and talks held; beside what is not mine."""
    what_must_not_count(session, me)
    rows = fields(session, viewer or me, filters)
    return {name: (n, talks) for name, n, talks in told(rows, "field", "voices", "interviews")}


def test_two_interviews_with_one_person_are_one_voice(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    for day in (1, 2):
        an_interview(session, me, person=ann, held_on=date(2026, 3, day))
    an_interview(session, me)
    assert heard(session, me) == {HERE: (2, 3)}


def test_somebody_who_speaks_about_two_fields_is_a_voice_in_each(
    session: Session, me: Explorer
) -> None:
    about = [SkillSaid(skill="Triage", field="Nurse"), SkillSaid(skill="Calm", field="Nurse")]
    an_interview(session, me, skills=about, outlooks=(OutlookSaid(quote="?", field="Nurse"),))
    assert heard(session, me) == {HERE: (1, 1), "Nurse": (1, 1)}


def test_an_aside_about_a_field_they_were_heard_in_too_is_one_voice_with_two_talks(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    an_interview(session, me, person=ann, skills=[SkillSaid(skill="Triage", field="Nurse")])
    an_interview(session, me, "Nurse", person=ann)
    assert heard(session, me) == {"Nurse": (1, 2), HERE: (1, 1)}


@pytest.mark.parametrize("status", NOT_HELD)
def test_a_field_that_nobody_was_heard_in_stands_with_nobody(
    session: Session, me: Explorer, status: str
) -> None:
    about_another = one_of_each(field="Welder")
    an_interview(session, me, "Nurse", status=status, **about_another)
    assert heard(session, me) == {HERE: (0, 0), "Nurse": (0, 0), "Welder": (0, 0)}


def test_most_people_come_first_then_the_name(session: Session, me: Explorer) -> None:
    for field in ("Welder", "Nurse", "Cook", "Nurse"):
        an_interview(session, me, field)
    assert list(heard(session, me)) == ["Nurse", "Cook", "Welder", HERE]


def test_a_filter_by_days_leaves_the_field_with_fewer_people(
    session: Session, me: Explorer
) -> None:
    for day in (1, 2, 3, 4):
        an_interview(session, me, held_on=date(2026, 3, day))
    filters = Filters(since=date(2026, 3, 2), until=date(2026, 3, 3))
    assert heard(session, me, filters) == {HERE: (2, 2)}


def test_a_filter_by_field_or_stage_leaves_the_others_out(session: Session, me: Explorer) -> None:
    an_interview(session, me)
    an_interview(session, me, "Nurse")
    nurse = field_id(session, me, "Nurse")
    change_field(session, me, field_id=nurse, name="Nurse", kind="new", stage="ruled out")
    assert heard(session, me, Filters(fields=(nurse,))) == {"Nurse": (1, 1)}
    assert heard(session, me, Filters(stages=("ruled out",))) == {"Nurse": (1, 1)}
    assert heard(session, me, Filters(stages=("open", "not now"))) == {HERE: (1, 1)}


def test_what_a_field_is_stands_beside_it(session: Session, me: Explorer) -> None:
    an_interview(session, me)
    about: dict[str, Any] = {"name": "Analyst", "kind": "current", "stage": "open"}
    change_field(session, me, field_id=field_id(session, me, HERE), **about, hours_a_year=1700)
    rows = fields(session, me, EVERYTHING)
    expected = [("Analyst", "current", "open", 1, 1700.0)]
    assert told(rows, "field", "kind", "stage", "slot", "hours_a_year") == expected


def test_a_link_holds_its_fields_without_those_off_the_record(
    session: Session, me: Explorer
) -> None:
    hidden = a_person("Bea", attribution="off the record")
    an_interview(session, me, person=hidden, **one_of_each(field="Welder"))
    an_interview(session, me, skills=[SkillSaid(skill="Triage", field="Welder", private=True)])
    an_interview(session, me, "Nurse")
    link = a_link(session, me, HERE, "Welder")
    assert heard(session, me, viewer=link) == {HERE: (1, 1), "Welder": (0, 0)}
    assert heard(session, me, viewer=a_link(session, me)) == {}


def by_status(session: Session, viewer: Viewer) -> dict[str, tuple[int, int]]:
    rows = interviews_by_status(session, viewer, EVERYTHING)
    return {word: (n, samples) for word, n, samples in told(rows, *rows.columns)}


def test_every_conversation_stands_under_its_status(session: Session, me: Explorer) -> None:
    for status in ("held", "held", *NOT_HELD):
        an_interview(session, me, status=status)
    an_interview(session, an_explorer(session))
    assert by_status(session, me) == {"held": (2, 0), **dict.fromkeys(NOT_HELD, (1, 0))}


def test_a_link_knows_of_held_conversations_alone_and_of_nobody_off_the_record(
    session: Session, me: Explorer
) -> None:
    for status in ("held", *NOT_HELD):
        an_interview(session, me, status=status)
    an_interview(session, me, person=a_person("Bea", attribution="off the record"))
    an_interview(session, me, "Nurse")
    assert by_status(session, a_link(session, me, HERE)) == {"held": (1, 0)}
