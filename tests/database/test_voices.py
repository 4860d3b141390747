"""What each voice said: interest, ways in, good and hard, direction, and things; known answers."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from math import isnan
from typing import Any

import pandas as pd
import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.filters import EVERYTHING, Filters
from lib.queries.steps import steps_told
from lib.queries.voices import aspects, interest, outlooks, things_said, trainings
from lib.records import AspectSaid, OutlookSaid, SkillSaid, StepSaid, TrainingSaid
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

Query = Callable[[Session, Viewer, Filters], pd.DataFrame]
ALL: tuple[Query, ...] = (interest, trainings, aspects, outlooks, things_said, steps_told)
SAID = ALL[1:]
"""Those made of findings, which may be private or about another field."""
HERE = "Data analyst"


def of(
    query: Query,
    session: Session,
    me: Explorer,
    filters: Filters = EVERYTHING,
    viewer: Viewer | None = None,
) -> pd.DataFrame:
    """The rows with the field's name; beside what is not mine."""
    what_must_not_count(session, me)
    return by_name(session, query(session, viewer or me, filters), viewer or me)


def a_full_talk(session: Session, me: Explorer, field: str = HERE, **values: Any) -> None:
    an_interview(session, me, field, interest_after=4, **{**one_of_each(), **values})


@pytest.mark.parametrize("query", ALL)
@pytest.mark.parametrize("status", NOT_HELD)
def test_an_interview_that_was_not_held_is_nobodys_voice(
    session: Session, me: Explorer, query: Query, status: str
) -> None:
    a_full_talk(session, me, status=status)
    assert of(query, session, me).empty


@pytest.mark.parametrize("query", ALL)
def test_filters_leave_out_other_fields_and_days_with_both_ends_in(
    session: Session, me: Explorer, query: Query
) -> None:
    for day in (1, 2, 3, 4):
        a_full_talk(session, me, held_on=date(2026, 3, day))
    a_full_talk(session, me, "Nurse")
    here = Filters(
        fields=(field_id(session, me, HERE),), since=date(2026, 3, 2), until=date(2026, 3, 3)
    )
    rows = of(query, session, me, here)
    assert rows["person_id"].nunique() == 2
    assert set(rows["field"]) == {HERE}
    level = Filters(level="senior")
    assert of(query, session, me, level)["person_id"].nunique() == 5


@pytest.mark.parametrize("query", SAID)
def test_what_is_said_about_another_field_is_a_voice_there(
    session: Session, me: Explorer, query: Query
) -> None:
    a_full_talk(session, me, **one_of_each(field="Nurse"))
    assert set(of(query, session, me)["field"]) == {"Nurse"}


@pytest.mark.parametrize("query", SAID)
def test_a_link_reads_nothing_private(session: Session, me: Explorer, query: Query) -> None:
    a_full_talk(session, me)
    a_full_talk(session, me, **one_of_each(private=True))
    assert of(query, session, me)["person_id"].nunique() == 2
    assert of(query, session, me, viewer=a_link(session, me, HERE))["person_id"].nunique() == 1


@pytest.mark.parametrize("query", ALL)
def test_a_link_reads_nobody_off_the_record_and_no_other_field(
    session: Session, me: Explorer, query: Query
) -> None:
    hidden = a_person("Bea", attribution="off the record")
    a_full_talk(session, me, person=hidden)
    a_full_talk(session, me, "Nurse")
    assert set(of(query, session, me)["field"]) == {HERE, "Nurse"}
    assert of(query, session, me, viewer=a_link(session, me, HERE)).empty


def test_interest_is_a_row_an_interview_in_order_of_time(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    late: dict[str, Any] = {"held_on": date(2026, 5, 1), "interest_before": 4}
    an_interview(session, me, person=ann, **late)
    early: dict[str, Any] = {"interest_before": 2, "interest_after": 3}
    an_interview(session, me, person=ann, held_on=date(2026, 4, 1), **early)
    rows = of(interest, session, me)
    assert told(rows, "person", "held_on", "before") == [
        ("Ann", pd.Timestamp(2026, 4, 1), 2.0),
        ("Ann", pd.Timestamp(2026, 5, 1), 4.0),
    ]
    assert rows["after"].iloc[0] == 3
    assert isnan(rows["after"].iloc[1])


def test_a_way_in_stands_as_it_was_said(session: Session, me: Explorer) -> None:
    said = TrainingSaid(
        name="Evening course",
        kind="certificate",
        required="yes",
        months_low=1.5,
        months_high=3,
        cost_low=Decimal("399.50"),
        currency="EUR",
        alongside_work=True,
    )
    an_interview(session, me, trainings=(said,))
    rows = of(trainings, session, me)
    assert told(rows, "kind", "name", "required", "currency", "alongside") == [
        ("certificate", "Evening course", "yes", "EUR", 1.0)
    ]
    assert told(rows, "months_low", "months_high", "cost_low") == [(1.5, 3.0, 399.5)]
    assert isnan(rows["cost_high"].iloc[0])


@pytest.mark.parametrize(("alongside", "shown"), [(True, 1.0), (False, 0.0), (None, None)])
def test_alongside_work_is_yes_no_or_not_said(
    session: Session, me: Explorer, alongside: bool | None, shown: float | None
) -> None:
    an_interview(session, me, trainings=(TrainingSaid(name="Course", alongside_work=alongside),))
    found = of(trainings, session, me)["alongside"].iloc[0]
    assert found == shown or (shown is None and isnan(found))


def test_of_two_answers_about_a_way_in_the_later_stands(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    for day, months in ((date(2026, 5, 1), 9), (date(2026, 4, 1), 6)):
        said = (TrainingSaid(name="Course", months_low=months),)
        an_interview(session, me, person=ann, held_on=day, trainings=said)
    assert told(of(trainings, session, me), "months_low") == [(9.0,)]


def test_two_spellings_of_a_way_in_are_one_and_the_later_answer_stands(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    for day, name, required in ((1, "Evening course", "yes"), (2, "evening  COURSE", "no")):
        said = TrainingSaid.model_validate({"name": name, "required": required})
        an_interview(session, me, person=ann, held_on=date(2026, 3, day), trainings=(said,))
    other = TrainingSaid(name="Evening course", required="yes")
    an_interview(session, me, person=a_person("Bea"), trainings=(other,))
    rows = of(trainings, session, me)
    assert sorted(rows["required"]) == ["no", "yes"]
    assert set(rows["year"]) == {2026}


def test_what_has_no_theme_yet_counts_nowhere_and_a_spelling_once(
    session: Session, me: Explorer
) -> None:
    said = (
        *(AspectSaid(side="downside", theme=theme) for theme in ("Paperwork", "paperwork ")),
        *(AspectSaid(side="downside", quote=quote) for quote in ("The mornings.", "And rain.")),
        AspectSaid(side="upside", theme="Pay"),
    )
    an_interview(session, me, aspects=said)
    assert sorted(of(aspects, session, me)["side"]) == ["downside", "upside"]


def test_two_ways_in_of_one_person_are_two(session: Session, me: Explorer) -> None:
    said = (TrainingSaid(name="Course"), TrainingSaid(name="Course", kind="degree"))
    an_interview(session, me, trainings=(*said, TrainingSaid(quote="Something evening.")))
    rows = told(of(trainings, session, me), "kind", "name")
    assert rows == [("degree", "Course"), ("other", "Course")]


def test_each_side_and_theme_is_one_thing_a_voice(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    pay = AspectSaid(side="downside", theme="Pay")
    an_interview(session, me, person=ann, aspects=(pay, AspectSaid(side="upside", theme="Pay")))
    again = AspectSaid(side="downside", theme="Pay")
    an_interview(session, me, person=ann, held_on=date(2026, 5, 1), aspects=(again,))
    rows = told(of(aspects, session, me), "side", "theme")
    assert rows == [("downside", "Pay"), ("upside", "Pay")]


def test_of_two_directions_the_later_stands_and_words_alone_change_nothing(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    days = [date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)]
    said = [
        OutlookSaid(direction="growing"),
        OutlookSaid(direction="shrinking"),
        OutlookSaid(quote="Hard to say."),
    ]
    for day, one in zip(days, said, strict=True):
        an_interview(session, me, person=ann, held_on=day, outlooks=(one,))
    assert told(of(outlooks, session, me), "direction") == [("shrinking",)]


def test_a_person_heard_about_two_fields_has_a_direction_in_each(
    session: Session, me: Explorer
) -> None:
    said = (OutlookSaid(direction="growing"), OutlookSaid(direction="steady", field="Nurse"))
    an_interview(session, me, outlooks=said)
    rows = dict(told(of(outlooks, session, me), "field", "direction"))
    assert rows == {HERE: "growing", "Nurse": "steady"}


def test_a_thing_is_a_skill_a_training_a_side_and_theme_or_a_steps_title(
    session: Session, me: Explorer
) -> None:
    a_full_talk(session, me)
    things = of(things_said, session, me)["thing"]
    assert len(things) == 4
    named = {"other/evening course", "upside/autonomy", "step/apprentice"}
    assert named < set(things)


def test_a_thing_said_twice_by_one_voice_is_one_whatever_its_case(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    for title, day in (("Großhändler", 1), ("GROSSHÄNDLER", 2), ("grosshändler ", 3)):
        steps = (StepSaid(title=title),)
        an_interview(session, me, person=ann, held_on=date(2026, 3, day), steps=steps)
    assert told(of(things_said, session, me), "thing") == [("step/grosshändler",)]


def test_things_that_differ_in_one_part_are_two(session: Session, me: Explorer) -> None:
    an_interview(
        *(session, me),
        trainings=(TrainingSaid(name="Law", kind="degree"), TrainingSaid(name="Law")),
        aspects=(AspectSaid(side="upside", theme="Law"), AspectSaid(side="downside", theme="Law")),
        steps=(StepSaid(title="Law"), StepSaid(title="Law", position=2)),
    )
    assert len(of(things_said, session, me)) == 5


def test_merged_skills_are_one_thing(session: Session, me: Explorer) -> None:
    an_interview(session, me, skills=["Queries", "Databases", SkillSaid(quote="And more.")])
    merge(session, me, "Queries", into="Databases")
    assert len(of(things_said, session, me)) == 1


def test_pay_and_direction_are_no_things(session: Session, me: Explorer) -> None:
    said = one_of_each()
    an_interview(session, me, salaries=said["salaries"], outlooks=said["outlooks"])
    assert of(things_said, session, me).empty
