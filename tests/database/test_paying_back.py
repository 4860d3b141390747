"""When a way in pays back: both ends, the training before it, and what is missing for a row."""

from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.getting_in import getting_in
from lib.answers.paying_back import from_first_day, new_pay
from lib.commands.profile import save_profile
from lib.commands.samples import load_samples
from lib.filters import EVERYTHING
from lib.records import TrainingSaid
from lib.statistics import Back
from tests.factories import a_figure, a_link, a_person, an_interview

Ends = tuple[int | None, int | None]
COURSE = {"months_low": 6, "months_high": 6, "cost_low": 9_000, "cost_high": 9_000}


def earning(session: Session, me: Explorer, pay: int | None = 48_000) -> None:
    save_profile(
        *(session, me),
        name="",
        base_currency="USD",
        zone="UTC",
        hours_a_year=2080,
        current_pay=None if pay is None else Decimal(pay),
    )


def way(name: str = "Course", **values: Any) -> TrainingSaid:
    return TrainingSaid.model_validate({"name": name, "currency": "USD", **COURSE, **values})


def entry(session: Session, me: Explorer, *ends: Ends, **more: Any) -> None:
    """Entry pay in thousands, of a person each."""
    for place, thousands in enumerate(ends):
        low, high = (None if end is None else 1_000 * end for end in thousands)
        person = a_person(f"Paid {place} {more}")
        an_interview(session, me, "Nurse", person=person, salaries=(a_figure(low, high, **more),))


def named(session: Session, me: Explorer, *ways: TrainingSaid, **values: Any) -> None:
    for place, one in enumerate(ways):
        person = a_person(f"Told {place} {values}")
        an_interview(session, me, "Nurse", person=person, trainings=(one,), **values)


def table(session: Session, me: Explorer) -> pd.DataFrame:
    return getting_in(session, me, EVERYTHING).payback


def row(session: Session, me: Explorer) -> tuple[str, ...]:
    (only,) = table(session, me).itertuples(index=False)
    return tuple(str(cell) for cell in only[2:])


def test_both_ends_of_the_band_and_the_training_before_it(session: Session, me: Explorer) -> None:
    earning(session, me)
    entry(session, me, (54, 60), (54, 60), (50, 70))
    named(session, me, way())
    assert row(session, me) == (
        *("6 months", "$9,000", "$54k to $60k"),
        *("33 to 66 months", "39 to 72 months"),
    )


def test_the_ways_own_ends_are_taken_and_an_open_one_is_told(
    session: Session, me: Explorer
) -> None:
    earning(session, me)
    entry(session, me, (60, 60))
    named(session, me, way(months_low=3, cost_low=3_000), way(cost_high=12_000))
    assert row(session, me)[-2:] == ("15 to 36 months", "18 to 42 months")
    named(session, me, way(cost_high=None), held_on=date(2026, 4, 1))
    assert row(session, me)[-2:] == ("15 months or more", "18 months or more")


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ([(40, 60)], "33 months, or never"),
        ([(40, 48)], "never"),
        ([(None, 60)], "33 months, or never"),
        ([(54, None)], "66 months or less"),
        ([(49, 50)], "more than ten years"),
        ([(49, 60)], "33 months to more than ten years"),
        ([(40, 50)], "more than ten years, or never"),
        ([(50, 52), (54, 56), (60, 62)], "28 months to more than ten years"),
    ],
)
def test_no_gain_open_ends_and_ten_years(
    session: Session, me: Explorer, ends: list[Ends], words: str
) -> None:
    earning(session, me)
    entry(session, me, *ends)
    named(session, me, way())
    assert row(session, me)[-2] == words


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ([True], "9 to 18 months"),
        ([True, None], "9 to 18 months"),
        ([None], "33 to 66 months"),
        ([False], "33 to 66 months"),
        ([True, False], "9 to 66 months"),
    ],
)
def test_pay_is_lost_unless_it_is_done_alongside_work(
    session: Session, me: Explorer, said: list[bool | None], words: str
) -> None:
    earning(session, me)
    entry(session, me, (54, 60))
    named(session, me, *(way(alongside_work=one) for one in said))
    assert row(session, me)[-2] == words


def test_what_one_person_left_out_is_as_the_others_say(session: Session, me: Explorer) -> None:
    """(9,000 + 6 x 4,000) / 1,000 of the first, (9,000 + 3 x 4,000) / 1,000 of the second."""
    earning(session, me)
    entry(session, me, (60, 60))
    named(session, me, way(), way(months_low=3, months_high=3, cost_low=None, cost_high=None))
    assert row(session, me)[-2:] == ("21 to 33 months", "24 to 39 months")


@pytest.mark.parametrize(
    ("values", "pay", "missing"),
    [
        ({"cost_low": None, "cost_high": None}, {}, "missing: a cost to count with"),
        ({"currency": None}, {}, "missing: a cost to count with"),
        ({"months_low": None, "months_high": None}, {}, "missing: months"),
        ({}, {"year": 1996}, "missing: an entry figure"),
        ({}, {"whose": "heard"}, "missing: an entry figure"),
        ({}, {"level": "mid"}, "missing: an entry figure"),
        (
            {"currency": None, "months_low": None, "months_high": None},
            {"basis": "total"},
            "missing: months, a cost to count with and an entry figure",
        ),
    ],
)
def test_a_row_says_what_is_missing(
    session: Session, me: Explorer, values: dict[str, Any], pay: dict[str, Any], missing: str
) -> None:
    earning(session, me)
    entry(session, me, (54, 60), (54, 60), (54, 60), **pay)
    named(session, me, way(**values))
    assert row(session, me)[-2:] == (missing, "")


def test_a_cost_of_long_ago_counts_in_no_row(session: Session, me: Explorer) -> None:
    earning(session, me)
    entry(session, me, (54, 60))
    named(session, me, way(), held_on=date(2015, 5, 5))
    assert row(session, me)[-2:] == ("missing: a cost to count with", "")


def test_without_own_pay_there_is_no_table_and_a_link_is_told_nothing_of_it(
    session: Session, me: Explorer
) -> None:
    earning(session, me, None)
    entry(session, me, (54, 60))
    named(session, me, way())
    told = getting_in(session, me, EVERYTHING)
    assert told.payback.empty
    assert "Say on Profile what you earn now" in told.payback_words
    earning(session, me)
    link = a_link(session, me, "Nurse")
    hidden = getting_in(session, link, EVERYTHING)
    assert (len(hidden.payback), hidden.payback_words) == (0, "")


def test_the_soonest_back_stands_first_and_what_is_missing_last(
    session: Session, me: Explorer
) -> None:
    earning(session, me)
    entry(session, me, (54, 60))
    slow, unknown = way("Degree", months_high=30), way("Unknown", currency=None)
    named(session, me, unknown, slow, way("Open", cost_high=None), way())
    assert table(session, me)["Way in"].tolist() == ["Course", "Degree", "Open", "Unknown"]


def test_degrees_of_the_samples_take_years_or_never_come_back(
    session: Session, me: Explorer
) -> None:
    """From 61,000 to 60,000 to 70,000: at best 34,000 / 750 a month, in evenings of 20 months."""
    load_samples(session, me)
    found = table(session, me).set_index("Way in")
    design = found.loc["Master's in learning design"]
    assert design["New pay until it is back"] == "more than ten years, or never"
    assert design["Training"] == "18 to 24 months"
    analytics = found.loc["Master's in analytics"]
    assert analytics["Training"] == "12 to 24 months"
    assert analytics["New pay until it is back"] == "45 months, or never"
    assert analytics["From the first day"] == "65 months, or never"


@pytest.mark.parametrize(
    ("back", "words", "whole"),
    [
        (Back((33, 66), (39, 72)), "33 to 66 months", "39 to 72 months"),
        (Back((33, 33.2), (39, 39.2)), "33 months", "39 months"),
        (Back((33, None), (39, None)), "33 months, or never", "39 months, or never"),
        (Back((33, 66), (39, 72), more=True), "33 months or more", "39 months or more"),
        (Back((33, 66), (39, 72), less=True), "66 months or less", "72 months or less"),
        (Back((33, 66), (39, 72), more=True, less=True), *["not known: open at both ends"] * 2),
        (Back((None, None), (None, None)), "never", "never"),
        (Back((120, 121), (126, 127)), "120 months to more than ten years",
         "126 months to more than ten years"),
        (Back((130, 140), (136, 146)), *["more than ten years"] * 2),
        (Back((130, None), (136, None)), *["more than ten years, or never"] * 2),
        (Back((130, 140), (136, 146), more=True), *["more than ten years"] * 2),
    ],
)  # fmt: skip
def test_months_in_words(back: Back, words: str, whole: str) -> None:
    assert (new_pay(back), from_first_day(back)) == (words, whole)
