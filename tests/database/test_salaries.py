"""Every figure that was named, as it was named: known answers."""

from datetime import date
from decimal import Decimal
from math import isnan
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.commands.profile import change_field
from lib.filters import EVERYTHING, Filters
from lib.model import ShareQuote
from lib.queries.pay import salaries
from lib.records import SalarySaid
from tests.factories import (
    NOT_HELD,
    a_figure,
    a_link,
    a_person,
    an_interview,
    by_name,
    field_id,
    told,
    what_must_not_count,
)


def figures(
    session: Session,
    me: Explorer,
    filters: Filters = EVERYTHING,
    viewer: Viewer | None = None,
) -> pd.DataFrame:
    """The figures with the field's name; beside what is not mine."""
    what_must_not_count(session, me)
    return by_name(session, salaries(session, viewer or me, filters), viewer or me)


def one(frame: pd.DataFrame) -> dict[str, Any]:
    assert len(frame) == 1
    return {str(name): value for name, value in frame.iloc[0].items()}


def test_a_figure_stands_in_the_units_it_was_said_in(session: Session, me: Explorer) -> None:
    said = a_figure("28.50", "31.25", period="hour")
    an_interview(session, me, salaries=(said,))
    row = one(figures(session, me))
    assert (row["low"], row["high"], row["currency"]) == (28.5, 31.25, "USD")
    assert (row["period"], row["basis"], row["tax"]) == ("hour", "base", "gross")
    assert (row["employed"], row["whose"], row["level"]) == ("employed", "own", "entry")
    assert row["finding_id"] == str(said.id)


def test_the_low_end_is_the_low_end(session: Session, me: Explorer) -> None:
    an_interview(session, me, salaries=(a_figure(40_000, 70_000),))
    assert told(figures(session, me), "low", "high") == [(40_000.0, 70_000.0)]


def test_an_open_end_is_missing(session: Session, me: Explorer) -> None:
    an_interview(session, me, salaries=(a_figure(50_000, None), a_figure(None, 90_000)))
    rows = figures(session, me)
    ends = {(isnan(low), isnan(high)) for low, high in told(rows, "low", "high")}
    assert ends == {(False, True), (True, False)}
    assert rows["low"].sum() == 50_000
    assert rows["high"].sum() == 90_000


def test_what_was_not_said_stays_unstated(session: Session, me: Explorer) -> None:
    an_interview(session, me, salaries=(SalarySaid(low=Decimal(3_000)),))
    row = one(figures(session, me))
    unstated = ("level", "period", "basis", "tax", "employed")
    assert {row[name] for name in unstated} == {"unstated"}
    assert (row["currency"], row["whose"]) == ("", "heard")


def test_words_without_a_figure_are_none(session: Session, me: Explorer) -> None:
    an_interview(session, me, salaries=(SalarySaid(quote="Not much, to be honest."),))
    assert figures(session, me).empty


def test_a_figure_of_nought_is_a_figure(session: Session, me: Explorer) -> None:
    an_interview(session, me, salaries=(a_figure(0, 0),))
    assert told(figures(session, me), "low", "high") == [(0.0, 0.0)]


def test_a_figure_without_a_year_is_of_the_interviews_year(session: Session, me: Explorer) -> None:
    said = (a_figure(year=2019), a_figure(low=51_000))
    an_interview(session, me, held_on=date(2024, 12, 31), salaries=said)
    assert told(figures(session, me), "low", "year") == [(50_000, 2019), (51_000, 2024)]


def test_the_hours_are_the_fields_or_missing(session: Session, me: Explorer) -> None:
    an_interview(session, me, salaries=(a_figure(1, 1),))
    an_interview(session, me, "Nurse", salaries=(a_figure(2, 2),))
    nurse = field_id(session, me, "Nurse")
    hours = {"kind": "new", "stage": "open", "hours_a_year": 1800}
    change_field(session, me, field_id=nurse, name="Nurse", **hours)  # type: ignore[arg-type]
    rows = dict(told(figures(session, me), "field", "hours_a_year"))
    assert rows["Nurse"] == 1800
    assert isnan(rows["Data analyst"])


def test_every_figure_of_a_person_is_listed(session: Session, me: Explorer) -> None:
    ann = a_person("Ann")
    an_interview(session, me, person=ann, salaries=(a_figure(1, 2), a_figure(3, 4)))
    an_interview(session, me, person=ann, held_on=date(2026, 7, 1), salaries=(a_figure(5, 6),))
    rows = figures(session, me)
    assert told(rows, "person", "low") == [("Ann", 1), ("Ann", 3), ("Ann", 5)]
    assert rows["person_id"].unique().tolist() == [str(ann.id)]


def test_a_figure_about_another_field_stands_there(session: Session, me: Explorer) -> None:
    an_interview(session, me, salaries=(a_figure(field="Nurse"),))
    assert told(figures(session, me), "field") == [("Nurse",)]


@pytest.mark.parametrize("status", NOT_HELD)
def test_an_interview_that_was_not_held_names_no_figure(
    session: Session, me: Explorer, status: str
) -> None:
    an_interview(session, me, status=status, salaries=(a_figure(),))
    assert figures(session, me).empty


def test_employers_on_the_day_are_told_apart_and_folded(session: Session, me: Explorer) -> None:
    for low, organisation in ((1, "Acme Ltd"), (2, "ACME  ltd"), (3, "Bolt"), (4, ""), (5, " ")):
        person = a_person(organisation=organisation)
        an_interview(session, me, person=person, salaries=(a_figure(low, low),))
    groups = figures(session, me)["employer"].tolist()
    assert groups[0] == groups[1] != groups[2]
    assert "" not in groups[:3]
    assert groups[3:] == ["", ""]


def test_somebody_who_changed_jobs_speaks_for_the_employer_of_that_day(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann", organisation="Acme")
    an_interview(session, me, person=ann, salaries=(a_figure(1, 1),))
    later: dict[str, Any] = {"held_on": date(2026, 8, 1), "organisation": "Bolt"}
    an_interview(session, me, person=ann, salaries=(a_figure(2, 2),), **later)
    assert figures(session, me)["employer"].nunique() == 2


def test_a_filter_by_level_leaves_the_other_levels_out(session: Session, me: Explorer) -> None:
    said = (a_figure(1, 1), a_figure(2, 2, level="senior"), a_figure(3, 3, level="unstated"))
    an_interview(session, me, salaries=said)
    senior = Filters(level="senior")
    assert told(figures(session, me, senior), "level", "low") == [("senior", 2.0)]


def test_a_filter_by_field_and_days_leaves_the_rest_out(session: Session, me: Explorer) -> None:
    for day in (1, 2, 3, 4):
        an_interview(session, me, held_on=date(2026, 3, day), salaries=(a_figure(day, day),))
    an_interview(session, me, "Nurse", salaries=(a_figure(9, 9),))
    here = (field_id(session, me, "Data analyst"),)
    filters = Filters(fields=here, since=date(2026, 3, 2), until=date(2026, 3, 3))
    assert told(figures(session, me, filters), "low") == [(2.0,), (3.0,)]


def test_people_are_called_by_name_else_as_described_else_by_role_else_by_number(
    session: Session, me: Explorer
) -> None:
    people = (
        a_person("Ann", description="an analyst"),
        a_person(description="an analyst at a bank"),
        a_person(role="Data engineer"),
        a_person(role=""),
    )
    for low, person in enumerate(people):
        an_interview(session, me, person=person, salaries=(a_figure(low, low),))
    expected = ["Ann", "an analyst at a bank", "Data engineer", "Person 4"]
    assert figures(session, me)["person"].tolist() == expected


def test_a_number_stays_the_same_under_any_filter_and_a_link_has_no_filter_by_date(
    session: Session, me: Explorer
) -> None:
    for day in (1, 2, 3):
        said: dict[str, Any] = {"held_on": date(2026, 3, day), "salaries": (a_figure(day, day),)}
        an_interview(session, me, person=a_person(role=""), **said)
    late = Filters(since=date(2026, 3, 3))
    assert figures(session, me, late)["person"].tolist() == ["Person 3"]
    link, everybody = a_link(session, me, "Data analyst"), ["Person 1", "Person 2", "Person 3"]
    assert figures(session, me, late, link)["person"].tolist() == everybody


def test_a_link_calls_people_as_they_agreed(session: Session, me: Explorer) -> None:
    people = (
        a_person("Ann", attribution="named", consent_on=date(2026, 3, 1), description="a"),
        a_person("Bea", description="an analyst at a bank"),
        a_person("Cleo", role=""),
    )
    for low, person in enumerate(people):
        an_interview(session, me, person=person, salaries=(a_figure(low, low),))
    plain = a_link(session, me, "Data analyst")
    names = a_link(session, me, "Data analyst", names=True)
    described = ["an analyst at a bank", "Person 3"]
    assert figures(session, me, viewer=plain)["person"].tolist() == ["a", *described]
    assert figures(session, me, viewer=names)["person"].tolist() == ["Ann", *described]


def test_a_link_reads_no_private_figure_no_unreleased_place_and_nobody_off_the_record(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, salaries=(a_figure(1, 1, place="Springfield"),))
    an_interview(session, me, salaries=(a_figure(2, 2, private=True),))
    hidden = a_person("Bea", attribution="off the record")
    an_interview(session, me, person=hidden, salaries=(a_figure(3, 3),))
    link = a_link(session, me, "Data analyst")
    assert told(figures(session, me, viewer=link), "low", "place") == [(1.0, "Springfield")]
    session.execute(delete(ShareQuote))
    assert told(figures(session, me, viewer=link), "low", "place") == [(1.0, "")]
    assert told(figures(session, me), "low", "place") == [
        (1.0, "Springfield"),
        (2.0, ""),
        (3.0, ""),
    ]
