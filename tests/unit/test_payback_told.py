"""Payback as it is read: from the first day, the reason where there is none, a row a field."""

import pandas as pd

from lib.answers.payback_told import FROM_FIRST_DAY, payback_told, soonest_of_each
from lib.answers.paying_back import COLUMNS

ROWS = [
    ("Nurse", "Course", "6 months", "$900", "$60k", "33 to 66 months", "39 to 72 months"),
    ("Nurse", "Degree", "36 months", "$90k", "$60k", "never", "never"),
    ("Cook", "School", "not said", "$900", "$60k", "missing: months", ""),
]


def told() -> pd.DataFrame:
    return payback_told(pd.DataFrame(ROWS, columns=COLUMNS))


def test_when_it_is_back_from_the_first_day_stands_first_or_why_it_is_not_known() -> None:
    assert told().columns.tolist()[:3] == ["Field", "Way in", FROM_FIRST_DAY]
    assert told()[FROM_FIRST_DAY].tolist() == ["39 to 72 months", "never", "missing: months"]
    assert told()["In new pay alone"].tolist() == ["33 to 66 months", "never", ""]


def test_of_each_field_the_way_that_is_back_first() -> None:
    found = soonest_of_each(told())
    assert found[["Field", "Way in"]].to_numpy().tolist() == [
        ["Nurse", "Course"],
        ["Cook", "School"],
    ]


def test_no_row_is_no_row() -> None:
    empty = payback_told(pd.DataFrame([], columns=COLUMNS))
    assert soonest_of_each(empty).empty
