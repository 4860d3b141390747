"""From forty-one figures of one field and level on a strip stands for the lines."""

from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.evidence import behind
from lib.answers.pay import Panel, pay
from lib.charts.base import Drawing
from lib.filters import EVERYTHING
from lib.frames import Row, records
from tests.factories import a_figure, a_person, an_interview


def named(session: Session, me: Explorer, count: int, **values: Any) -> None:
    """Entry pay of 50,000, 51,000 ..., a person each."""
    for place in range(count):
        low = 50_000 + 1_000 * place
        figure = a_figure(low, low, **values)
        an_interview(session, me, person=a_person(f"P{place}"), salaries=(figure,))


def panel(session: Session, me: Explorer) -> Panel:
    (only,) = pay(session, me, EVERYTHING).panels
    return only


def parts(drawing: Drawing, name: str) -> list[Row]:
    return [row for row in records(drawing.data["marks"]) if row["part"] == name]


@pytest.mark.parametrize(("count", "lines", "strips"), [(40, 40, 0), (41, 0, 1)])
def test_forty_are_lines_and_forty_one_a_strip(
    session: Session, me: Explorer, count: int, lines: int, strips: int
) -> None:
    named(session, me, count)
    drawing = panel(session, me).drawing
    assert len(parts(drawing, "one")) == lines
    assert len(parts(drawing, "strip half")) == strips
    assert len(drawing.table) == count


def test_the_strip_is_the_quantiles_over_people_and_opens_onto_them(
    session: Session, me: Explorer
) -> None:
    named(session, me, 41)
    told = panel(session, me)
    (half,), (middle,) = parts(told.drawing, "strip half"), parts(told.drawing, "strip middle")
    assert (half["x"], middle["x"], half["x2"]) == (60_000, 70_000, 80_000)
    (opening,) = told.drawing.openings
    assert behind(session, me, EVERYTHING, opening.key)["person_id"].nunique() == 41
    assert "Half of the people lie in $60k to $80k, their median is $70k" in told.sentence.replace(
        "\\", ""
    )


def test_the_lines_are_one_press_away(session: Session, me: Explorer) -> None:
    named(session, me, 41)
    (lines,) = panel(session, me).lines
    assert lines.title == "Data analyst, entry: all 41 figures"
    assert len(parts(lines.drawing, "one")) == 41


def test_hearsay_and_open_ends_move_no_quantile(session: Session, me: Explorer) -> None:
    named(session, me, 41)
    for values in (
        {"low": 900_000, "high": 900_000, "whose": "heard"},
        {"low": 900_000, "high": None},
    ):
        an_interview(session, me, salaries=(a_figure(**values),))
    drawing = panel(session, me).drawing
    assert parts(drawing, "strip middle")[0]["x"] == 70_000
    assert parts(drawing, "strip all")[0]["x2"] == 90_000, "the axis is cut there"
    assert "without 1 heard and 1 open" in [row["words"] for row in parts(drawing, "person")]


def test_one_who_named_many_figures_counts_once(session: Session, me: Explorer) -> None:
    named(session, me, 41)
    talkative = tuple(a_figure(200_000, 200_000) for _ in range(60))
    an_interview(session, me, salaries=talkative)
    assert parts(panel(session, me).drawing, "strip middle")[0]["x"] == 70_500


@pytest.mark.parametrize("values", [{"whose": "heard"}, {"basis": "unstated"}])
def test_what_may_not_be_summed_up_is_a_line_without_a_middle(
    session: Session, me: Explorer, values: dict[str, Any]
) -> None:
    named(session, me, 41, **values)
    drawing = panel(session, me).drawing
    assert parts(drawing, "strip all")
    assert not parts(drawing, "strip middle")
    said = [row["words"] for row in parts(drawing, "said")]
    assert "$50k to $90k said" in said


@pytest.mark.parametrize(("fields", "strips"), [(10, 0), (11, 11)])
def test_above_two_hundred_in_all_ten_are_many(
    session: Session, me: Explorer, fields: int, strips: int
) -> None:
    for place in range(fields):
        figures = tuple(a_figure(50_000 + n, 60_000) for n in range(20))
        an_interview(session, me, f"Field {place}", salaries=figures)
    drawing = panel(session, me).drawing
    assert len(parts(drawing, "strip all")) == strips
    assert len(parts(drawing, "one")) == 20 * (fields - strips)


def test_a_figure_without_a_place_on_an_axis_opens_all_the_same(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, salaries=(a_figure(currency=None), a_figure(period="unstated")))
    an_interview(session, me, salaries=(a_figure(currency="NGN", year=1999), a_figure()))
    answer = pay(session, me, EVERYTHING)
    assert len(answer.loose) == len(answer.loose_openings) == 3
    for opening, person in zip(answer.loose_openings, answer.loose["Person"], strict=True):
        rows = behind(session, me, EVERYTHING, opening.key)
        assert rows["person"].tolist() == [person]
