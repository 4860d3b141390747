"""A link with a threshold: groups smaller than it leave every total, each case worked by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.links import Scope, of_a_file
from lib.access.viewer import Explorer, Share
from lib.answers.data_say import contradictions
from lib.answers.evidence import behind
from lib.answers.overview import overview
from lib.filters import EVERYTHING, Filters
from lib.model import ShareQuote
from lib.queries.comments import talks_shown
from lib.queries.coverage import topics_asked
from lib.queries.fields import fields, interviews_by_status
from lib.queries.pay import salaries
from lib.queries.skills import skill_voices, skills_heard
from lib.queries.voices import interest, outlooks, things_said, trainings
from lib.records import OutlookSaid, SalarySaid, SkillSaid, TrainingSaid
from tests.factories import a_link, a_person, an_interview, field_id, told


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


def nurses(session: Session, me: Explorer, *said: dict[str, Any]) -> None:
    """A conversation about nursing with each of Ann, Bea, Cleo, Dan."""
    for name, more in zip(("Ann", "Bea", "Cleo", "Dan"), said, strict=False):
        an_interview(session, me, "Nurse", person=a_person(name), **more)


def needed(word: str) -> dict[str, Any]:
    return {"skills": [SkillSaid(skill="Triage", necessity=word)]}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("threshold", "counts"), [(1, (4, 2, 1, 1, 0)), (2, (4, 2, 0, 0, 2)), (3, (4, 0, 0, 0, 4))]
)
def test_how_much_a_skill_matters_to_too_few_is_as_if_they_had_not_said_it(
    session: Session, me: Explorer, threshold: int, counts: tuple[int, ...]
) -> None:
    """Four name it: mandatory to two, helpful to one, not needed to one."""
    nurses(session, me, *map(needed, ("mandatory", "mandatory", "helpful", "not needed")))
    link = a_link(session, me, "Nurse", threshold=threshold)
    columns = ("voices", "mandatory", "helpful", "not_needed", "unstated")
    assert told(skills_heard(session, link, EVERYTHING), *columns) == [counts]
    by_word = skill_voices(session, link, EVERYTHING)["necessity"].value_counts().to_dict()
    assert by_word == {
        word: count
        for word, count in zip(
            ("mandatory", "helpful", "not needed", "unstated"), counts[1:], strict=True
        )
        if count
    }
    opened = behind(session, link, EVERYTHING, f"things/{link.shown(*link.fields)}")
    assert ("not needed" in " ".join(opened["said"])) == (threshold == 1)
    assert bool(contradictions(session, link, EVERYTHING)) == (threshold == 1)


def test_an_earlier_answer_does_not_help_a_later_one_over_the_threshold(
    session: Session, me: Explorer
) -> None:
    """To Ann mandatory in March, helpful in April; mandatory to Bea, helpful to Cleo."""
    ann: dict[str, Any] = {"person": a_person("Ann")}
    an_interview(session, me, "Nurse", **ann, **needed("mandatory"))
    an_interview(session, me, "Nurse", person=a_person("Bea"), **needed("mandatory"))
    an_interview(session, me, "Nurse", person=a_person("Cleo"), **needed("helpful"))
    an_interview(session, me, "Nurse", **ann, held_on=date(2026, 4, 2), **needed("helpful"))
    link = a_link(session, me, "Nurse", threshold=2)
    columns = ("voices", "mandatory", "helpful", "unstated")
    assert told(skills_heard(session, link, EVERYTHING), *columns) == [(3, 0, 2, 1)]
    by_word = skill_voices(session, link, EVERYTHING)["necessity"].value_counts().to_dict()
    assert by_word == {"helpful": 2, "unstated": 1}


def a_school(**values: Any) -> dict[str, Any]:
    return {"trainings": (TrainingSaid(name="School", **values),)}


def test_what_a_way_in_takes_is_shown_where_enough_people_said_it(
    session: Session, me: Explorer
) -> None:
    """Three name it: two say how long, one what it costs, one that it is required."""
    nurses(
        *(session, me),
        a_school(months_low=12, required="yes"),
        a_school(months_low=24, cost_low=Decimal(900), currency="USD"),
        a_school(),
    )
    link = a_link(session, me, "Nurse", threshold=2)
    rows = trainings(session, link, EVERYTHING)
    assert sorted(rows["months_low"].dropna()) == [12, 24]
    assert rows["cost_low"].isna().all()
    assert set(rows["required"]) == {"unstated"}
    stricter = trainings(session, replace(link, threshold=3), EVERYTHING)
    assert len(stricter) == 3
    assert stricter["months_low"].isna().all()


def test_what_was_released_of_one_alone_is_not_a_group(session: Session, me: Explorer) -> None:
    """Two name the same school; the wording of one was released, or that of each differently."""
    nurses(session, me, a_school(), a_school())
    link = a_link(session, me, "Nurse", threshold=2)
    assert len(trainings(session, link, EVERYTHING)) == 2
    mine = (ShareQuote.explorer_id == me.explorer_id, ShareQuote.column_name == "name")
    first = session.scalars(select(ShareQuote).where(*mine)).first()
    assert first is not None
    for change in ({"wording": "Another school"}, {"wording": "School", "released_at": None}):
        for name, value in change.items():
            setattr(first, name, value)
        session.flush()
        assert trainings(session, link, EVERYTHING).empty
        assert things_said(session, link, EVERYTHING).empty
        assert len(trainings(session, replace(link, threshold=1), EVERYTHING)) in {1, 2}


def test_a_figure_beside_words_alone_is_one_persons(session: Session, me: Explorer) -> None:
    """Two speak of entry pay: one names a figure, the other has words alone; or no currency."""
    figure = {"level": "entry", "period": "year", "low": Decimal(50_000)}
    for other in (SalarySaid(level="entry", quote="Enough."), SalarySaid(**figure)):  # type: ignore[arg-type]
        field = f"Nurse {other.low}"
        first = (SalarySaid(**figure, currency="USD"),)  # type: ignore[arg-type]
        an_interview(session, me, field, person=a_person("Ann"), salaries=first)
        an_interview(session, me, field, person=a_person("Bea"), salaries=(other,))
        link = a_link(session, me, field, threshold=2)
        assert salaries(session, link, EVERYTHING).empty
        opened = behind(session, link, EVERYTHING, f"things/{link.shown(*link.fields)}")
        assert "50" not in " ".join(opened["said"])


def test_whose_aside_is_withheld_was_asked_and_so_was_heard(session: Session, me: Explorer) -> None:
    """Ann talks about cooking, and Bea says something of it that nobody else does."""
    an_interview(session, me, "Cook", person=a_person("Ann"))
    aside = SkillSaid(skill="Knives", field="Cook")
    for name, skills in (("Bea", [aside]), ("Cleo", [])):
        an_interview(session, me, "Nurse", person=a_person(name), skills=skills)
    held = [field_id(session, me, name) for name in ("Cook", "Nurse")]
    share = of_a_file(session, me, fields=held, scope=Scope(), threshold=2)
    rows = fields(session, share, EVERYTHING)
    assert told(rows, "field", "voices") == [("Cook", 2), ("Nurse", 2)]
    assert skills_heard(session, share, EVERYTHING).empty


def test_no_count_of_conversations_holds_one_that_is_withheld(
    session: Session, me: Explorer
) -> None:
    """One talk about cooking, of which two others say the same: the field is in, the talk not."""
    an_interview(session, me, "Cook", person=a_person("Ann"))
    for name in ("Bea", "Cleo"):
        aside = SkillSaid(skill="Knives", field="Cook")
        an_interview(session, me, "Nurse", person=a_person(name), skills=[aside])
    link = a_link(session, me, "Cook", "Nurse", threshold=2)
    by_status = interviews_by_status(session, link, EVERYTHING)["interviews"].sum()
    answer = overview(session, link, EVERYTHING)
    assert by_status == answer.held == len(talks_shown(session, link, EVERYTHING)) == 2
    assert len(fields(session, link, EVERYTHING)) == 2


def test_a_link_without_interest_still_counts_conversations(session: Session, me: Explorer) -> None:
    link = replace(three_nurses(session, me), interest=False)
    answer = overview(session, link, EVERYTHING)
    assert (answer.held, answer.people) == (3, 3)
    assert not answer.interest.drawing.openings
    assert "3 people" in answer.coverage.caption


def test_whom_somebody_led_to_counts_where_the_link_shows_them(
    session: Session, me: Explorer
) -> None:
    """Ann led to Bea, who spoke about a field that the link does not hold."""
    ann = a_person("Ann")
    an_interview(session, me, "Nurse", person=ann, asked=("whom next",))
    led = a_person("Bea", introduced_by_id=ann.id)
    an_interview(session, me, "Cook", person=led)
    columns = ("topic", "asked", "answered")
    link = a_link(session, me, "Nurse")
    assert told(topics_asked(session, link, EVERYTHING), *columns) == [("whom next", 1, 0)]
    both = a_link(session, me, "Nurse", "Cook")
    assert told(topics_asked(session, both, EVERYTHING), *columns) == [("whom next", 1, 1)]


@pytest.mark.parametrize("key", ["topic/{}/pay", "interest/{}", "things/{}"])
def test_no_key_opens_fewer_people_than_the_link_may_show(
    session: Session, me: Explorer, key: str
) -> None:
    """Sent by hand: the chart has no such mark."""
    an_interview(session, me, "Cook", person=a_person("Ann"), asked=("pay",), interest_after=3)
    for name in ("Bea", "Cleo"):
        aside = SkillSaid(skill="Knives", field="Cook")
        an_interview(session, me, "Nurse", person=a_person(name), skills=[aside])
    link = a_link(session, me, "Cook", threshold=2)
    opened = behind(session, link, EVERYTHING, key.format(link.shown(*link.fields)))
    assert opened["person_id"].nunique() == (3 if key == "things/{}" else 0)
