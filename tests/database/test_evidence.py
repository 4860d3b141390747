"""What opens under a mark: every conversation behind it, and the words that were said in it."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pandas as pd
import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.answers.evidence import behind
from lib.exporting.pages import page_of
from lib.filters import EVERYTHING, Filters
from lib.frames import records
from lib.model import AgendaItem
from lib.queries.conversations import conversation
from lib.queries.evidence import figures
from lib.records import AspectSaid, NoteLine, OutlookSaid, SkillSaid, StepSaid, TrainingSaid
from lib.text import digest
from tests.factories import (
    a_figure,
    a_key,
    a_link,
    a_person,
    a_question_put,
    an_interview,
    field_id,
    merge,
    one_of_each,
    skill_id,
    told,
    what_must_not_count,
)

HERE = "Data analyst"
MAIN = "base-gross-employed"
CRITERIA = ("interest", "skills", "months", "cost", "pay", "aspects", "outlook")


def opened(
    session: Session,
    me: Explorer,
    *parts: object,
    filters: Filters = EVERYTHING,
    viewer: Viewer | None = None,
) -> pd.DataFrame:
    """What opens under the key of these parts; beside what is not mine."""
    what_must_not_count(session, me)
    return behind(session, viewer or me, filters, a_key(viewer or me, *parts))


def here(session: Session, me: Explorer) -> UUID:
    return field_id(session, me, HERE)


def test_both_interviews_with_one_person_are_listed_the_latest_first(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    for day, necessity in ((1, "mandatory"), (2, "helpful")):
        said = [SkillSaid(skill="SQL", necessity=necessity, quote=f"Day {day}")]  # type: ignore[arg-type]
        an_interview(session, me, person=ann, held_on=date(2026, 3, day), skills=said)
    rows = opened(session, me, "skill", skill_id(session, me, "SQL"), here(session, me))
    assert told(rows, "person", "said", "quote") == [
        ("Ann", "SQL, helpful", "Day 2"),
        ("Ann", "SQL, mandatory", "Day 1"),
    ]
    assert rows["interview_id"].nunique() == 2
    assert rows["person_id"].unique().tolist() == [str(ann.id)]


def test_a_skill_opens_in_the_field_of_the_mark_alone(session: Session, me: Explorer) -> None:
    an_interview(session, me, skills=["SQL", SkillSaid(skill="SQL", field="Nurse")])
    an_interview(session, me, "Nurse", skills=["SQL"])
    sql = skill_id(session, me, "SQL")
    nurse = opened(session, me, "skill", sql, field_id(session, me, "Nurse"))
    assert told(nurse, "field") == [("Nurse",), ("Nurse",)]
    assert len(opened(session, me, "skill", sql, here(session, me))) == 1


def test_a_merged_skill_opens_with_all_that_was_said_under_either_name(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, skills=["Queries"])
    an_interview(session, me, skills=["Databases", "Patience"])
    merge(session, me, "Queries", into="Databases")
    rows = opened(session, me, "skill", skill_id(session, me, "Databases"), here(session, me))
    assert rows["person_id"].nunique() == len(rows) == 2


def test_a_topic_opens_who_answered_and_who_was_asked_and_said_nothing(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, person=a_person("Ann"), asked=("skills",), skills=["SQL"])
    an_interview(session, me, person=a_person("Bea"), asked=("skills",))
    cleo = an_interview(session, me, person=a_person("Cleo"))
    a_question_put(session, me, cleo, "skills", answered=True)
    an_interview(session, me, person=a_person("Dora"))
    rows = opened(session, me, "topic", here(session, me), "skills")
    assert told(rows, "person", "kind", "said") == [
        ("Ann", "skills", "SQL"),
        ("Bea", "skills", "asked; nothing noted"),
        ("Cleo", "skills", "answered"),
    ]


def test_a_topic_opens_the_conversation_in_which_it_was_asked(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    an_interview(session, me, person=ann, held_on=date(2026, 3, 1))
    asked: dict[str, Any] = {"held_on": date(2026, 3, 2), "asked": ("pay",)}
    talk = an_interview(session, me, person=ann, **asked)
    an_interview(session, me, person=ann, held_on=date(2026, 3, 3))
    rows = opened(session, me, "topic", here(session, me), "pay")
    assert rows["interview_id"].tolist() == [str(talk)]


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("skills", "Welding, mandatory"),
        ("training", "Evening course, from 6 months"),
        ("pay", "$50k to $60k a year, entry, base, gross, employed, own pay"),
        ("day to day", "good, Autonomy"),
        ("path", "step 1, Apprentice"),
        ("outlook", "growing"),
    ],
)
def test_every_kind_of_finding_stands_in_words_with_its_quote(
    session: Session, me: Explorer, topic: str, words: str
) -> None:
    an_interview(session, me, **one_of_each(quote="In my own words."))
    rows = opened(session, me, "topic", here(session, me), topic)
    assert told(rows, "kind", "quote") == [(topic, "In my own words.")]
    assert rows["said"].tolist() == [words]


def test_a_figure_whose_period_was_not_said_is_not_called_a_years(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, salaries=(a_figure(3_000, 3_000, period="unstated"),))
    rows = opened(session, me, "topic", here(session, me), "pay")
    assert rows["said"].str.startswith("$3,000, entry").all()


def test_who_led_on_opens_with_whom_they_introduced(session: Session, me: Explorer) -> None:
    ann, bea = a_person("Ann"), a_person("Bea")
    for person in (ann, bea):
        an_interview(session, me, person=person, asked=("whom next",))
    for name in ("Cleo", "Dora"):
        an_interview(session, me, "Nurse", person=a_person(name, introduced_by_id=ann.id))
    rows = opened(session, me, "topic", here(session, me), "whom next")
    assert told(rows, "person", "said") == [
        ("Ann", "introduced Cleo, Dora"),
        ("Bea", "asked; nothing noted"),
    ]


def test_an_answered_question_opens_with_its_answer_and_a_link_has_the_fact_alone(
    session: Session, me: Explorer
) -> None:
    talk = an_interview(session, me)
    a_question_put(session, me, talk, "path", answered=True)
    session.execute(update(AgendaItem).values(answer="By night school."))
    key = ("topic", here(session, me), "path")
    assert told(opened(session, me, *key), "said") == [("answered: By night school.",)]
    link = a_link(session, me, HERE)
    assert told(opened(session, me, *key, viewer=link), "said") == [("answered",)]


def test_all_that_was_said_in_a_field_opens_at_once(session: Session, me: Explorer) -> None:
    an_interview(session, me, **one_of_each())
    silent = an_interview(session, me, takeaway="Too early in the day.")
    an_interview(session, me, "Nurse", **one_of_each())
    rows = opened(session, me, "things", here(session, me))
    assert set(rows["kind"]) >= {"skills", "training", "day to day", "path"}
    assert set(rows["field"]) == {HERE}
    assert str(silent) in set(rows["interview_id"])
    assert rows["person_id"].nunique() == 2


def test_interest_opens_where_it_was_noted(session: Session, me: Explorer) -> None:
    noted: dict[str, Any] = {"interest_before": 2, "interest_after": 4, "takeaway": "A good one."}
    an_interview(session, me, person=a_person("Ann"), **noted)
    an_interview(session, me, person=a_person("Bea"))
    rows = opened(session, me, "interest", here(session, me))
    expected = [("Ann", "interest before 2, interest after 4", "A good one.")]
    assert told(rows, "person", "said", "quote") == expected


def test_a_figure_opens_itself(session: Session, me: Explorer) -> None:
    first, second = a_figure(1, 2, quote="One to two."), a_figure(3, 4)
    an_interview(session, me, salaries=(first, second))
    rows = opened(session, me, "salary", first.id)
    assert told(rows, "quote") == [("One to two.",)]
    assert len(figures(session, me, EVERYTHING, [str(first.id), str(second.id)])) == 2
    assert figures(session, me, EVERYTHING, []).empty


def test_a_band_opens_the_figures_of_its_field_level_and_panel(
    session: Session, me: Explorer
) -> None:
    said = (
        a_figure(1, 1),
        a_figure(2, 2, period="month"),
        a_figure(3, 3, level="senior"),
        a_figure(4, 4, basis="total"),
        a_figure(5, 5, currency=None),
        a_figure(6, 6, field="Nurse"),
    )
    an_interview(session, me, salaries=said)
    rows = opened(session, me, "pay", here(session, me), "entry", MAIN)
    assert len(rows) == 2
    compared = opened(session, me, "compare", here(session, me), "pay")
    pd.testing.assert_frame_equal(rows, compared)


def test_a_cell_of_the_comparison_opens_what_it_rests_on(session: Session, me: Explorer) -> None:
    an_interview(session, me, interest_after=4, **one_of_each())
    an_interview(session, me, "Nurse", interest_after=4, **one_of_each())
    kinds = {
        criterion: opened(session, me, "compare", here(session, me), criterion)["kind"].tolist()
        for criterion in CRITERIA
    }
    assert kinds == {
        "interest": ["interest"],
        "skills": ["skills"],
        "months": ["training"],
        "cost": ["training"],
        "pay": ["pay"],
        "aspects": ["day to day"],
        "outlook": ["outlook"],
    }


def test_a_direction_opens_who_says_so_now_with_what_they_said_before(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    an_interview(session, me, person=ann, outlooks=(OutlookSaid(direction="growing"),))
    turned = (OutlookSaid(direction="steady"),)
    an_interview(session, me, person=ann, held_on=date(2026, 5, 1), outlooks=turned)
    field = here(session, me)
    rows = opened(session, me, "outlook", field, "steady")
    assert told(rows, "person", "said") == [("Ann", "steady"), ("Ann", "growing")]
    assert opened(session, me, "outlook", field, "growing").empty


def test_a_theme_and_a_way_in_open_however_they_are_spelled(session: Session, me: Explorer) -> None:
    for name in ("Großer Lärm", "GROSSER  LÄRM"):
        said = AspectSaid(side="downside", theme=name)
        an_interview(session, me, aspects=(said,), trainings=(TrainingSaid(name=name),))
    an_interview(session, me, aspects=(AspectSaid(side="upside", theme="Großer Lärm"),))
    loud, course = digest("Großer Lärm"), digest("other", "großer lärm")
    assert len(opened(session, me, "theme", "downside", loud)) == 2
    assert len(opened(session, me, "training", here(session, me), course)) == 2


def test_filters_narrow_what_opens(session: Session, me: Explorer) -> None:
    for day in (1, 2, 3, 4):
        an_interview(session, me, held_on=date(2026, 3, day), skills=["SQL"], asked=("pay",))
    filters = Filters(since=date(2026, 3, 2), until=date(2026, 3, 3))
    sql, field = skill_id(session, me, "SQL"), here(session, me)
    assert len(opened(session, me, "skill", sql, field, filters=filters)) == 2
    assert len(opened(session, me, "topic", field, "pay", filters=filters)) == 2
    assert len(opened(session, me, "things", field, filters=filters)["interview_id"].unique()) == 2
    elsewhere = Filters(fields=(uuid4(),))
    assert opened(session, me, "skill", sql, field, filters=elsewhere).empty


def test_a_link_opens_no_quote_no_organisation_nothing_private_and_nobody_off_the_record(
    session: Session, me: Explorer
) -> None:
    quoted = "In my own words."
    ann = a_person("Ann", organisation="Acme", description="an analyst")
    an_interview(session, me, person=ann, takeaway="Call Bea.", **one_of_each(quote=quoted))
    an_interview(session, me, takeaway="Mine.", **one_of_each(private=True, quote="Hidden."))
    hidden = a_person("Bea", attribution="off the record", organisation="Bolt")
    an_interview(session, me, person=hidden, **one_of_each(quote=quoted))
    link = a_link(session, me, HERE)
    rows = opened(session, me, "things", here(session, me), viewer=link)
    assert set(rows["person"]) == {"an analyst", "analyst"}
    assert set(rows["quote"]) == {"", "Call Bea.", "Mine."}
    hush = opened(session, me, "things", here(session, me), viewer=replace(link, interest=False))
    assert set(hush["quote"]) == set(rows["organisation"]) == {""}
    assert not rows["private"].any()
    open_one = a_link(session, me, HERE, organisations=True)
    shown = opened(session, me, "things", here(session, me), viewer=open_one)
    assert set(shown["organisation"]) == {"Acme", ""}


def test_a_link_opens_its_own_fields_alone(session: Session, me: Explorer) -> None:
    figure = a_figure()
    an_interview(session, me, interest_after=4, salaries=(figure,), skills=["SQL"])
    an_interview(session, me, "Nurse")
    link, field = a_link(session, me, "Nurse"), here(session, me)
    keys: list[tuple[object, ...]] = [
        ("skill", skill_id(session, me, "SQL"), field),
        ("topic", field, "pay"),
        ("things", field),
        ("salary", figure.id),
        ("pay", field, "entry", MAIN),
        *(("compare", field, criterion) for criterion in CRITERIA),
    ]
    for key in keys:
        assert opened(session, me, *key, viewer=link).empty
        assert not opened(session, me, *key).empty or key[-1] in CRITERIA


def test_the_same_columns_open_under_every_key(session: Session, me: Explorer) -> None:
    an_interview(session, me, interest_after=4, **one_of_each())
    field, nobody = here(session, me), uuid4()
    keys = [(kind, one) for kind in ("things", "interest") for one in (field, nobody)]
    compared = [("compare", one, c) for c in CRITERIA for one in (field, nobody)]
    topics = [("topic", one, t) for t in ("pay", "whom next") for one in (field, nobody)]
    shapes = {
        tuple(opened(session, me, *key).dtypes.items()) for key in (*keys, *compared, *topics)
    }
    assert len(shapes) == 1


def test_the_words_for_kinds_that_are_said_in_part_are_whole(
    session: Session, me: Explorer
) -> None:
    an_interview(
        *(session, me),
        skills=[SkillSaid(skill="SQL", said_as="queries"), SkillSaid(quote="A head for it.")],
        trainings=(TrainingSaid(quote="Nights."), TrainingSaid(name="Law", months_high=24)),
        salaries=(a_figure(30, None, period="hour", whose="heard"),),
        aspects=(AspectSaid(side="downside", quote="Rain."),),
        steps=(StepSaid(quote="Up."),),
        outlooks=(OutlookSaid(quote="Who knows."),),
    )
    rows = opened(session, me, "things", here(session, me))
    words = set(rows["said"])
    assert {"SQL, said as “queries”", "a skill still to be named", "hard"} <= words
    assert "Law, up to 24 months" in words


def test_what_else_somebody_said_is_all_they_said_everywhere(
    session: Session, me: Explorer
) -> None:
    ann, line = a_person("Ann"), NoteLine(text="She mentioned SQL, twice")
    noted = SkillSaid(skill="SQL", quote="SQL, twice", note_id=line.id)
    an_interview(session, me, person=ann, notes=[line], skills=[noted])
    an_interview(session, me, "Nurse", person=ann, skills=["Triage"])
    an_interview(session, me, "Nurse", person=a_person("Bea"), skills=["Chemistry"])
    rows = opened(session, me, "person", ann.id)
    assert set(rows["said"]) == {"SQL", "Triage"}
    assert set(rows["note"]) == {"She mentioned SQL, twice", ""}
    link = a_link(session, me, "Nurse")
    theirs = opened(session, me, "person", ann.id, viewer=link)
    assert (set(theirs["said"]), set(theirs["note"])) == ({"Triage"}, {""})


def test_a_line_of_a_recording_shows_where_it_was_said(session: Session, me: Explorer) -> None:
    ann, line = a_person("Ann"), NoteLine(text="You need SQL", said_at="0:12:34")
    noted = SkillSaid(skill="SQL", quote="You need SQL", note_id=line.id)
    talk = an_interview(session, me, person=ann, notes=[line], skills=[noted])
    [row] = records(opened(session, me, "person", ann.id))
    assert row["note"] == "[0:12:34] You need SQL"
    assert conversation(session, me, talk).notes == (line,)
    assert "0:12:34" in page_of(conversation(session, me, talk))
