"""Pay: what stands in which panel, what the words say, and what is not counted."""

from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.evidence import behind
from lib.answers.pay import Panel, pay
from lib.filters import EVERYTHING
from lib.records import SalarySaid
from tests.factories import a_figure, a_person, an_interview

Ends = tuple[int | None, int | None]


def said(session: Session, me: Explorer, *ends: Ends, **more: Any) -> None:
    """A figure each in thousands, of a person each."""
    for place, thousands in enumerate(ends):
        low, high = (None if end is None else 1_000 * end for end in thousands)
        person = a_person(f"P{place} {sorted(more.items())}")
        an_interview(session, me, person=person, salaries=(a_figure(low, high, **more),))


def panels(session: Session, me: Explorer) -> dict[str, Panel]:
    return {panel.key: panel for panel in pay(session, me, EVERYTHING).panels}


def words(session: Session, me: Explorer) -> str:
    sentence = next(iter(panels(session, me).values())).sentence
    return sentence.replace("\\", "").replace("*", "")


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        ([(50, 60), (55, 70), (58, 65), (80, 90)], "3 of 4 people's figures share $58k to $60k."),
        (
            [(40, 50), (42, 50), (80, 90), (82, 90)],
            "They split: 2 of 4 people's figures share $42k to $50k, and 2 share $82k to $90k.",
        ),
        (
            [(40, 61), (47, 68), (54, 75), (61, 82), (68, 89), (75, 96)],
            "No agreement: no more than 3 of 6 people's figures share any stretch of $40k to $96k.",
        ),
        (
            [(60, 60), (62, 62), (65, 65)],
            "No agreement: no two people's figures share any stretch of $60k to $65k.",
        ),
        ([(60, 70), (62, 72)], "Two people said $60k to $72k: too few to say where they agree."),
        ([(60, 60)], "One person said $60k: too few to say where they agree."),
        ([(60, None)], "Not counted, since an end is open: from $60k."),
        (
            [(60, 60), (None, 85)],
            "One person said $60k: too few to say where they agree. Not counted, since an end is "
            "open: up to $85k.",
        ),
        ([(60, None)] * 5, "Not counted: 5 figures with an open end."),
    ],
)
def test_how_far_they_agree_in_words(
    session: Session, me: Explorer, ends: list[Ends], told: str
) -> None:
    said(session, me, *ends)
    assert words(session, me) == f"Entry pay in Data analyst: {told}"


def test_old_figures_are_hollow_named_and_in_no_band(session: Session, me: Explorer) -> None:
    said(session, me, (50, 60), (50, 60), (50, 60))
    said(session, me, (20, 22), (20, 22), (20, 22), year=1997)
    assert words(session, me) == (
        "Entry pay in Data analyst: 3 of 3 people's figures share $50k to $60k. 3 older figures "
        "are not counted."
    )
    (panel,) = panels(session, me).values()
    marks = panel.drawing.data["marks"]
    band = marks[marks["part"] == "band"]
    assert list(zip(band["x"], band["x2"], strict=True)) == [(50_000, 60_000)]
    assert panel.drawing.table["Older than three years"].sum() == 3
    assert "Hollow: older than three years, and counted nowhere." in panel.caption


def test_three_old_figures_alone_say_nothing(session: Session, me: Explorer) -> None:
    said(session, me, (50, 60), (50, 60), (50, 60), year=1996)
    assert words(session, me) == "No figure here may enter a summary: they are shown one by one."


@pytest.mark.parametrize("period", ["hour", "day", "week"])
def test_freelancers_are_paid_by_their_own_period(
    session: Session, me: Explorer, period: str
) -> None:
    more = {"employed": "freelance", "period": period, "level": "senior"}
    for name, low, high in (("Ann", 500, 600), ("Bea", 550, 600), ("Cleo", 500, 580)):
        an_interview(session, me, person=a_person(name), salaries=(a_figure(low, high, **more),))
    ((key, panel),) = panels(session, me).items()
    assert key == f"base-gross-freelance-{period}"
    assert panel.title == f"Without bonus, before tax, freelance, by the {period}"
    a = "an" if period == "hour" else "a"
    assert f"in USD {a} {period}." in panel.caption
    assert words(session, me) == (
        f"Senior pay in Data analyst: 3 of 3 people's figures share $550 to $580 {a} {period}."
    )
    assert panel.drawing.table["To, a year"].tolist() == [580, 600, 600]
    assert set(panel.drawing.table["They agree"]) == {f"$500 to $600 {a} {period}"}
    opening = panel.drawing.openings[0]
    assert behind(session, me, EVERYTHING, opening.key)["person_id"].nunique() == 3


def test_a_freelancers_month_and_an_employees_day_are_a_year_s(
    session: Session, me: Explorer
) -> None:
    monthly = a_figure(5_000, 6_000, employed="freelance", period="month")
    daily = a_figure(250, 250, period="day")
    an_interview(session, me, salaries=(monthly, daily))
    found = panels(session, me)
    assert set(found) == {"base-gross-freelance", "base-gross-employed"}
    table = found["base-gross-employed"].drawing.table
    assert table["From, a year"].tolist() == [65_000]
    assert found["base-gross-freelance"].drawing.table["To, a year"].tolist() == [72_000]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (
            a_figure(500, 500, employed="freelance", period="day", times=180),
            ("base-gross-freelance", 90_000, "$90k, said as $500 a day, 180 times a year"),
        ),
        (
            a_figure(40, 40, employed="freelance", period="hour", times=1_000),
            ("base-gross-freelance", 40_000, "$40k, said as $40 an hour, 1,000 times a year"),
        ),
        (
            a_figure(3_000, 3_000, period="month", times=14),
            ("base-gross-employed", 42_000, "$42k, said as $3,000 a month, 14 times a year"),
        ),
        (a_figure(50_000, 50_000, times=13), ("base-gross-employed", 50_000, "$50k")),
    ],
)
def test_how_often_a_period_is_paid_makes_the_year(
    session: Session, me: Explorer, figure: SalarySaid, expected: tuple[str, float, str]
) -> None:
    an_interview(session, me, salaries=(figure,))
    ((key, panel),) = panels(session, me).items()
    table = panel.drawing.table
    assert (key, *table["To, a year"], *table["In words"]) == expected


def test_what_is_unstated_keeps_freelancers_days_apart_too(session: Session, me: Explorer) -> None:
    more = {"employed": "freelance", "basis": "unstated"}
    figures = a_figure(500, 600, period="day", **more), a_figure(90_000, 95_000, **more)
    an_interview(session, me, salaries=figures)
    titles = {key: panel.title for key, panel in panels(session, me).items()}
    unsaid = "Not said whether with bonus, before tax, or as an employee"
    assert titles == {"unsaid": unsaid, "unsaid-day": f"{unsaid}, by the day"}


def test_figures_of_several_currencies_in_one_band_are_named_by_their_places(
    session: Session, me: Explorer
) -> None:
    said(session, me, (70, 90), place="Boise", year=2025)
    assert "together" not in words(session, me)
    said(session, me, (70, 90), place="Zurich", currency="CHF", year=2025)
    said(session, me, (70, 90), currency="EUR", year=2025)
    assert "are taken together." in words(session, me)
    names = words(session, me).removesuffix(" are taken together.").rpartition(". ")[2]
    assert sorted(names.replace(" and ", ", ").split(", ")) == ["Boise", "EUR", "Zurich"]
