"""Which skills were named, by how many people, and how much they matter: known answers."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.commands.profile import change_field, rate_skill
from lib.filters import EVERYTHING, Filters
from lib.queries.skills import own_skills, skills_heard
from lib.records import SkillSaid
from lib.words import LEVELS
from tests.factories import (
    NOT_HELD,
    a_link,
    a_person,
    an_interview,
    by_name,
    field_id,
    merge,
    one_of_each,
    told,
    what_must_not_count,
)

Heard = dict[tuple[str, ...], tuple[int, ...]]
Values = dict[str, Any]


def heard(
    session: Session,
    me: Explorer,
    filters: Filters = EVERYTHING,
    viewer: Viewer | None = None,
) -> Heard:
    """(skill, field): voices, mandatory, helpful, not needed, unstated; beside what is not mine."""
    what_must_not_count(session, me)
    rows = by_name(session, skills_heard(session, viewer or me, filters), viewer or me)
    names = told(rows, "skill", "field")
    counts = told(rows, "voices", "mandatory", "helpful", "not_needed", "unstated")
    return dict(zip(names, counts, strict=True))


def needed(skill: str, necessity: Any, **values: Any) -> SkillSaid:
    return SkillSaid(skill=skill, necessity=necessity, **values)


def test_a_person_who_names_a_skill_is_one_voice(session: Session, me: Explorer) -> None:
    an_interview(session, me, skills=["SQL"])
    an_interview(session, me, skills=["SQL"])
    assert heard(session, me) == {("SQL", "Data analyst"): (2, 0, 0, 0, 2)}


def test_two_interviews_with_one_person_are_one_voice_and_the_later_answer_stands(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    later: Values = {"held_on": date(2026, 5, 1), "skills": [needed("SQL", "helpful")]}
    earlier: Values = {"held_on": date(2026, 4, 1), "skills": [needed("SQL", "mandatory")]}
    an_interview(session, me, person=ann, **later)
    an_interview(session, me, person=ann, **earlier)
    assert heard(session, me) == {("SQL", "Data analyst"): (1, 0, 1, 0, 0)}


def test_of_two_interviews_on_one_day_the_one_written_down_later_stands(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    an_interview(session, me, person=ann, skills=[needed("SQL", "mandatory")])
    an_interview(session, me, person=ann, skills=[needed("SQL", "not needed")])
    assert heard(session, me) == {("SQL", "Data analyst"): (1, 0, 0, 1, 0)}


def test_of_two_answers_in_one_interview_the_later_stands(session: Session, me: Explorer) -> None:
    an_interview(session, me, skills=[needed("SQL", "mandatory"), needed("SQL", "helpful")])
    assert heard(session, me) == {("SQL", "Data analyst"): (1, 0, 1, 0, 0)}


def test_a_later_answer_that_does_not_say_how_much_leaves_the_earlier_one(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    an_interview(session, me, person=ann, skills=[needed("SQL", "mandatory")])
    an_interview(session, me, person=ann, held_on=date(2026, 6, 1), skills=["SQL"])
    assert heard(session, me) == {("SQL", "Data analyst"): (1, 1, 0, 0, 0)}


def test_unstated_is_counted_beside(session: Session, me: Explorer) -> None:
    for necessity in ("mandatory", "mandatory", "helpful", "helpful", "unstated"):
        an_interview(session, me, skills=[needed("SQL", necessity)])
    assert heard(session, me) == {("SQL", "Data analyst"): (5, 2, 2, 0, 1)}


def test_somebody_who_speaks_about_two_fields_is_a_voice_in_each(
    session: Session, me: Explorer
) -> None:
    about_another = needed("Chemistry", "helpful", field="Nurse")
    an_interview(session, me, skills=["SQL", about_another])
    assert heard(session, me) == {
        ("SQL", "Data analyst"): (1, 0, 0, 0, 1),
        ("Chemistry", "Nurse"): (1, 0, 1, 0, 0),
    }


def test_one_person_heard_in_two_fields_is_a_voice_in_each(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    an_interview(session, me, person=ann, skills=[needed("SQL", "mandatory")])
    an_interview(session, me, "Nurse", person=ann, skills=[needed("SQL", "not needed")])
    assert heard(session, me) == {
        ("SQL", "Data analyst"): (1, 1, 0, 0, 0),
        ("SQL", "Nurse"): (1, 0, 0, 1, 0),
    }


@pytest.mark.parametrize("status", NOT_HELD)
def test_an_interview_that_was_not_held_is_nobodys_voice(
    session: Session, me: Explorer, status: str
) -> None:
    an_interview(session, me, skills=["SQL"])
    an_interview(session, me, skills=["SQL"], status=status)
    assert heard(session, me) == {("SQL", "Data analyst"): (1, 0, 0, 0, 1)}


def test_merged_skills_are_one(session: Session, me: Explorer) -> None:
    an_interview(session, me, skills=["Queries", "Databases"])
    an_interview(session, me, skills=["Queries"])
    merge(session, me, "Queries", into="Databases")
    assert heard(session, me) == {("Databases", "Data analyst"): (2, 0, 0, 0, 2)}


def test_the_later_answer_stands_across_merged_skills(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    an_interview(session, me, person=ann, skills=[needed("Queries", "mandatory")])
    an_interview(session, me, person=ann, skills=[needed("Databases", "helpful")])
    merge(session, me, "Queries", into="Databases")
    assert heard(session, me) == {("Databases", "Data analyst"): (1, 0, 1, 0, 0)}


def test_a_skill_that_nobody_brought_up_is_not_named(session: Session, me: Explorer) -> None:
    an_interview(session, me, skills=["SQL"], asked=("skills",))
    an_interview(session, me, "Nurse", asked=("skills",))
    assert ("SQL", "Nurse") not in heard(session, me)


def test_words_without_a_skill_are_counted_once_they_have_one(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, skills=[SkillSaid(quote="You need a head for it.")])
    assert heard(session, me) == {}


def test_a_filter_by_field_leaves_the_other_fields_out(session: Session, me: Explorer) -> None:
    an_interview(session, me, skills=["SQL", needed("Triage", "helpful", field="Nurse")])
    an_interview(session, me, "Nurse", skills=["Triage"])
    only = Filters(fields=(field_id(session, me, "Nurse"),))
    assert heard(session, me, only) == {("Triage", "Nurse"): (2, 0, 1, 0, 1)}


@pytest.mark.parametrize(
    ("since", "until", "voices"),
    [
        (date(2026, 3, 1), date(2026, 3, 3), 3),
        (date(2026, 3, 2), date(2026, 3, 2), 1),
        (date(2026, 3, 2), None, 2),
        (None, date(2026, 3, 2), 2),
    ],
)
def test_both_ends_of_a_span_of_days_belong_to_it(
    session: Session, me: Explorer, since: date | None, until: date | None, voices: int
) -> None:
    for day in (1, 2, 3):
        an_interview(session, me, held_on=date(2026, 3, day), skills=["SQL"])
    assert heard(session, me, Filters(since=since, until=until)) == {
        ("SQL", "Data analyst"): (voices, 0, 0, 0, voices)
    }


def test_until_a_day_the_answer_of_that_time_stands(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    an_interview(session, me, person=ann, skills=[needed("SQL", "mandatory")])
    late: Values = {"held_on": date(2026, 6, 1), "skills": [needed("SQL", "helpful")]}
    an_interview(session, me, person=ann, **late)
    filters = Filters(until=date(2026, 5, 31))
    assert heard(session, me, filters) == {("SQL", "Data analyst"): (1, 1, 0, 0, 0)}


@pytest.mark.parametrize("level", LEVELS)
def test_a_level_of_pay_narrows_pay_alone(session: Session, me: Explorer, level: str) -> None:
    an_interview(session, me, skills=["SQL"])
    assert heard(session, me, Filters(level=level)) == heard(session, me)


def test_a_filter_by_stage_leaves_the_fields_in_another_stage_out(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, skills=["SQL"])
    an_interview(session, me, "Nurse", skills=["Triage"])
    nurse = field_id(session, me, "Nurse")
    change_field(session, me, field_id=nurse, name="Nurse", kind="new", stage="not now")
    assert set(heard(session, me, Filters(stages=("open",)))) == {("SQL", "Data analyst")}
    parked = Filters(stages=("not now", "ruled out"))
    assert set(heard(session, me, parked)) == {("Triage", "Nurse")}


def test_a_private_answer_leaves_an_earlier_open_one_to_a_link(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    an_interview(session, me, person=ann, skills=[needed("SQL", "mandatory")])
    an_interview(session, me, person=ann, skills=[needed("SQL", "helpful", private=True)])
    link = a_link(session, me, "Data analyst")
    assert heard(session, me, viewer=link) == {("SQL", "Data analyst"): (1, 1, 0, 0, 0)}
    assert heard(session, me) == {("SQL", "Data analyst"): (1, 0, 1, 0, 0)}


def test_somebody_off_the_record_counts_nowhere_in_a_link(session: Session, me: Explorer) -> None:
    an_interview(session, me, skills=["SQL"])
    hidden = a_person("Bea", attribution="off the record")
    an_interview(session, me, person=hidden, skills=["SQL", "Patience"])
    link = a_link(session, me, "Data analyst")
    assert heard(session, me, viewer=link) == {("SQL", "Data analyst"): (1, 0, 0, 0, 1)}


def test_a_link_counts_what_was_said_about_its_fields_alone(session: Session, me: Explorer) -> None:
    about_another = needed("Chemistry", "helpful", field="Nurse")
    an_interview(session, me, skills=["SQL", about_another])
    an_interview(session, me, "Nurse", skills=["Triage"])
    link = a_link(session, me, "Nurse")
    assert set(heard(session, me, viewer=link)) == {("Chemistry", "Nurse"), ("Triage", "Nurse")}


def test_one_conversation_of_each_kind_counts_once(session: Session, me: Explorer) -> None:
    an_interview(session, me, **one_of_each())
    assert heard(session, me) == {("Welding", "Data analyst"): (1, 1, 0, 0, 0)}


def test_what_i_can_do_stands_with_its_level(session: Session, me: Explorer) -> None:
    rate_skill(session, me, skill="Welding", level=4, shown="The gate at home")
    rows = own_skills(session, me, EVERYTHING)
    assert rows[["skill", "level", "shown"]].values.tolist() == [["Welding", 4, "The gate at home"]]


def test_a_merged_skill_of_mine_has_the_name_and_id_of_the_one_that_counts(
    session: Session, me: Explorer
) -> None:
    rate_skill(session, me, skill="Queries", level=2)
    rate_skill(session, me, skill="Databases", level=4)
    an_interview(session, me, skills=["Databases"])
    merge(session, me, "Queries", into="Databases")
    rows = own_skills(session, me, EVERYTHING)
    assert rows[["skill", "level"]].values.tolist() == [["Databases", 4]]
    assert rows["skill_id"].tolist() == skills_heard(session, me, EVERYTHING)["skill_id"].tolist()


def test_a_link_reads_my_levels_and_not_where_they_were_shown(
    session: Session, me: Explorer
) -> None:
    rate_skill(session, me, skill="Welding", level=4, shown="At Acme, for Mr Smith")
    an_interview(session, me)
    rows = own_skills(session, a_link(session, me, "Data analyst"), EVERYTHING)
    assert rows[["level", "shown"]].values.tolist() == [[4, ""]]
