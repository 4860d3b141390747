"""Where careers lead: which people stand behind a step, its years and its pay."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.evidence import behind
from lib.answers.getting_in import getting_in
from lib.answers.ladders import ladders
from lib.charts.base import Drawing
from lib.filters import EVERYTHING, Filters
from lib.frames import Row, records
from lib.records import StepSaid, TrainingSaid
from tests.factories import a_link, a_person, an_interview, field_id, what_must_not_count

FIELD = "Data analyst"


def a_ladder(*years: float | tuple[float, float | None] | None, **pay: Any) -> tuple[StepSaid, ...]:
    """Junior, analyst, senior, lead: so many years each, as many steps and one more."""
    titles = ("Junior", "Analyst", "Senior", "Lead")
    steps = []
    for place, title in enumerate(titles[: len(years) + 1]):
        said = years[place] if place < len(years) else None
        low, high = said if isinstance(said, tuple) else (said, said)
        steps.append(StepSaid(position=place + 1, title=title, years_low=low, years_high=high))
    return tuple(steps)


def rows(drawing: Drawing) -> dict[str, Row]:
    return {row["Title"]: row for row in records(drawing.table)}


def marks(drawing: Drawing, part: str) -> list[Row]:
    data = records(drawing.data["marks"])
    return [row for row in data if row["part"] == part and row["layout"] == "wide"]


def test_years_add_up_within_each_persons_own_steps(session: Session, me: Explorer) -> None:
    what_must_not_count(session, me)
    for years in (((1, 2), (3, 5)), (2, 4), ((1, 1), (2, 3))):
        an_interview(session, me, steps=a_ladder(*years))
    drawing = ladders(session, me, EVERYTHING).drawing
    told = rows(drawing)
    assert told["Junior"]["Reached"] == "the start"
    assert told["Analyst"]["Reached"] == "after 1 to 2 years (3)"
    assert told["Senior"]["Reached"] == "after 3 to 7 years (3)"  # 3 to 4 and 6 and 4 to 7
    assert told["Analyst"]["Until the next"] == "2 to 5 years (3)"
    assert [mark["thin"] for mark in marks(drawing, "range")] == [False, False, False]


def test_under_three_people_each_stands_alone(session: Session, me: Explorer) -> None:
    for years in ((1, 2), (3,)):
        an_interview(session, me, steps=a_ladder(*years))
    answer = ladders(session, me, EVERYTHING)
    assert rows(answer.drawing)["Analyst"]["Reached"] == "after 1; 3 years"
    analyst = [mark for mark in marks(answer.drawing, "range") if mark["slot"] == 4]
    assert len(analyst) == 2
    assert all(mark["thin"] for mark in analyst)
    assert len({mark["off"] for mark in analyst}) == 2
    assert "Too few told how long it takes in Data analyst" in answer.sentence


def test_an_open_end_is_within_or_and_more(session: Session, me: Explorer) -> None:
    steps = (
        StepSaid(position=1, title="Junior", years_high=2),
        StepSaid(position=2, title="Senior"),
    )
    an_interview(session, me, steps=steps)
    assert rows(ladders(session, me, EVERYTHING).drawing)["Senior"]["Reached"] == "within 2 years"
    an_interview(session, me, "Cook", steps=a_ladder((3, None)))
    assert (
        rows(ladders(session, me, EVERYTHING).drawing)["Analyst"]["Reached"]
        == "after 3 or more years"
    )


def test_the_mark_opens_as_many_people_as_named_the_title_however_it_is_spelled(
    session: Session, me: Explorer
) -> None:
    for title in ("Senior analyst", "senior  ANALYST", "Lead"):
        an_interview(session, me, steps=(StepSaid(position=3, title=title),))
    an_interview(session, me, steps=(StepSaid(quote="Up and up."),))
    answer = ladders(session, me, EVERYTHING)
    opened = {o.label: (o.people, o.key) for o in answer.drawing.openings}
    assert len(opened) == 2
    (label, (people, key)), _ = sorted(opened.items(), key=lambda one: -one[1][0])
    assert label.endswith("(2 of 4)")
    assert behind(session, me, EVERYTHING, key)["person_id"].nunique() == people == 2


def test_the_later_answer_counts_and_both_are_listed(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    for month, years in ((3, 1), (5, 4)):
        day = date(2026, month, 1)
        an_interview(session, me, person=ann, held_on=day, steps=a_ladder(years))
    answer = ladders(session, me, EVERYTHING)
    assert rows(answer.drawing)["Analyst"]["Reached"] == "after 4 years"
    (junior,) = [o for o in answer.drawing.openings if o.label.startswith("Junior")]
    listed = behind(session, me, EVERYTHING, junior.key)
    assert listed["said"].tolist() == [
        "step 1, Junior, 4 years until the next",
        "step 1, Junior, 1 year until the next",
    ]


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        ([(60, 70)], "$60k to $70k"),
        ([(60, 70), (80, None)], "$60k to $70k; $80k or more"),
        ([(60, 70), (65, 75), (64, 90)], "$60k to $90k (3)"),
    ],
)
def test_pay_is_listed_under_three_and_a_span_from_three_on(
    session: Session, me: Explorer, pay: list[tuple[int, int | None]], words: str
) -> None:
    for low, high in pay:
        ends = (Decimal(low * 1000), None if high is None else Decimal(high * 1000))
        an_interview(session, me, steps=(a_paid_step(*ends),))
    said = rows(ladders(session, me, EVERYTHING).drawing)["Junior"]["Pay a year"]
    assert sorted(said.split("; ")) == sorted(words.split("; "))


def a_paid_step(low: Decimal, high: Decimal | None, **values: Any) -> StepSaid:
    usual = {"currency": "USD", "period": "year"}
    return StepSaid(title="Junior", low=low, high=high, **{**usual, **values})


def test_pay_by_the_hour_is_marked_and_pay_without_a_period_is_as_it_was_said(
    session: Session, me: Explorer
) -> None:
    hourly = a_paid_step(Decimal(30), Decimal(30), period="hour")
    an_interview(session, me, steps=(hourly,))
    answer = ladders(session, me, EVERYTHING)
    assert rows(answer.drawing)["Junior"]["Pay a year"] == "$62k*"
    assert "* Said for another period" in answer.caption
    an_interview(session, me, steps=(a_paid_step(Decimal(30), None, period="unstated"),))
    said = rows(ladders(session, me, EVERYTHING).drawing)["Junior"]["Pay a year"]
    assert said == "$62k*; “from $30”"


def test_pay_of_long_ago_stands_hollow_and_in_no_range(session: Session, me: Explorer) -> None:
    """Three of now from 50 to 70, one of 2015 at 20: "50 to 70", and 20 by itself."""
    now = date(2026, 3, 2)
    for low, day in ((50, now), (60, now), (70, now), (20, date(2015, 5, 5))):
        step = a_paid_step(Decimal(low * 1000), Decimal(low * 1000))
        an_interview(session, me, steps=(step,), held_on=day)
    answer = ladders(session, me, EVERYTHING)
    assert rows(answer.drawing)["Junior"]["Pay a year"] == "$50k to $70k (3); ○ $20k in 2015"
    assert "○ Said more than three years ago, in no range." in answer.caption
    an_interview(session, me, "Cook", steps=a_ladder(2))
    cook = Filters(fields=(field_id(session, me, "Cook"),))
    assert "○" not in ladders(session, me, cook).caption


def test_a_cut_axis_is_said_in_words_at_every_width(session: Session, me: Explorer) -> None:
    for cost in (500, 900, 12_000, 1_200_000):
        named = {"name": f"Way {cost}", "cost_low": cost, "cost_high": cost, "currency": "USD"}
        an_interview(session, me, trainings=(TrainingSaid.model_validate(named),))
    said = getting_in(session, me, EVERYTHING).caption.replace("\\", "")
    assert "Cut: cost at $12k; what lies beyond" in said
    an_interview(session, me, "Cook", trainings=(TrainingSaid(name="Course"),))
    cook = Filters(fields=(field_id(session, me, "Cook"),))
    assert "Cut" not in getting_in(session, me, cook).caption


def test_not_asked_and_asked_in_vain_are_told_apart(session: Session, me: Explorer) -> None:
    an_interview(session, me, steps=a_ladder(1), trainings=(TrainingSaid(name="Course"),))
    an_interview(session, me, "Cook")
    an_interview(session, me, "Nurse", asked=("path", "training"))
    for drawing in (
        ladders(session, me, EVERYTHING).drawing,
        getting_in(session, me, EVERYTHING).drawing,
    ):
        said = {mark["words"].rpartition(" ")[0] for mark in marks(drawing, "nothing")}
        assert {mark["words"] for mark in marks(drawing, "field")} == {FIELD, "Cook", "Nurse"}
        assert "nobody was" in said
        assert any(words.startswith("1 person asked, nobody named") for words in said)


def test_who_differs_on_whether_it_is_required_stands_on_the_screen(
    session: Session, me: Explorer
) -> None:
    for required, beside in (("yes", True), ("yes", None), ("no", False), ("unstated", None)):
        said = {"required": required, "alongside_work": beside, "months_low": 6}
        way = TrainingSaid.model_validate({"name": "Licence", **said})
        an_interview(session, me, trainings=(way,))
    answer = getting_in(session, me, EVERYTHING)
    (row,) = records(answer.drawing.table)
    assert (row["Required"], row["Beside a job"]) == ("2 yes, 1 no", "1 yes, 1 no")
    assert (row["Named it"], row["Months"], row["Cost"]) == (4, "6 or more months", "not said")
    (bar,) = marks(answer.drawing, "range")
    assert (bar["ends"], bar["push0"], bar["push1"]) == ("half", 0, 1)
    assert "They differ on whether it is required: Licence (Data analyst)." in answer.sentence
    (opening,) = answer.drawing.openings
    assert sorted(behind(session, me, EVERYTHING, opening.key)["said"]) == [
        "Licence, from 6 months",
        "Licence, from 6 months, not required, not beside a job",
        "Licence, from 6 months, required",
        "Licence, from 6 months, required, beside a job",
    ]


def test_a_link_sees_the_ladders_of_its_fields(session: Session, me: Explorer) -> None:
    an_interview(session, me, steps=a_ladder(1))
    an_interview(
        session, me, steps=tuple(s.model_copy(update={"private": True}) for s in a_ladder(2))
    )
    an_interview(session, me, "Cook", steps=a_ladder(3))
    link = a_link(session, me, FIELD)
    told = rows(ladders(session, link, EVERYTHING).drawing)
    assert told["Analyst"]["Reached"] == "after 1 year"
    assert {row["Field"] for row in told.values()} == {FIELD}
    key = next(o.key for o in ladders(session, link, EVERYTHING).drawing.openings)
    assert behind(session, link, EVERYTHING, key)["person_id"].nunique() == 1


def test_of_many_ways_and_titles_those_most_named_are_drawn(session: Session, me: Explorer) -> None:
    for place in range(70):
        way = TrainingSaid(name=f"Course {place}")
        an_interview(session, me, trainings=(way,), steps=(StepSaid(title=f"Title {place}"),))
    an_interview(
        *(session, me),
        trainings=(TrainingSaid(name="Course 69"),),
        steps=(StepSaid(title="Title 69"),),
    )
    for answer in (ladders(session, me, EVERYTHING), getting_in(session, me, EVERYTHING)):
        assert (len(answer.drawing.openings), answer.left_out) == (60, 10)
        assert "69" in answer.drawing.openings[0].label
