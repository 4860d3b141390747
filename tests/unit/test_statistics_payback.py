"""A way in pays back after as many months as its cost holds of the monthly gain."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lib.statistics import Back, Telling, payback

AMOUNT = some.floats(0, 1e6)


def told(**values: Any) -> Telling:
    """9,000 and six months without pay."""
    return Telling(**{"cost": (9_000, 9_000), "months": (6, 6), "lost": True, **values})


def after(*tellings: Telling, entry: tuple[float | None, float | None] = (54_000, 60_000)) -> Back:
    return payback(tellings or [told()], current_pay=48_000, entry=entry)


def rounded(ends: tuple[float | None, float | None]) -> list[float | None]:
    return [None if one is None else round(one, 6) for one in ends]


def test_nine_thousand_and_six_months_take_33_to_66_months_of_the_new_pay() -> None:
    assert rounded(after().new_pay) == [33, 66]
    assert rounded(after().whole) == [39, 72]


def test_alongside_work_no_pay_is_lost() -> None:
    assert rounded(after(told(lost=False)).new_pay) == [9, 18]


def test_where_they_differ_on_that_it_is_lost_at_the_worse_end_alone() -> None:
    assert rounded(after(told(), told(lost=False)).new_pay) == [9, 66]


def test_cost_time_and_lost_pay_are_of_one_telling() -> None:
    """(18,000 + 12 x 5,083) / 750 = 105 months, 34,000 / 750 = 45; nobody tells 18,000 / 750."""
    days = Telling(cost=(18_000, 42_000), months=(12, 24), lost=True)
    evenings = Telling(cost=(34_000, 42_000), months=(20, 24), lost=False)
    back = payback([days, evenings], current_pay=61_000, entry=(60_000, 70_000))
    assert rounded(back.new_pay) == [45.333333, None]
    assert rounded(back.whole) == [65.333333, None]
    assert rounded(payback([days], current_pay=61_000, entry=(70_000, 70_000)).new_pay) == [
        105.333333,
        218.666667,
    ]


def test_the_soonest_of_the_new_pay_and_from_the_first_day_may_be_two_tellings() -> None:
    """9,000 / 500 a month and 1 month; 6,000 / 500 and 24 months: 18 and 12, 19 and 36."""
    quick = told(months=(1, 1), lost=False)
    cheap = told(cost=(6_000, 6_000), months=(24, 24), lost=False)
    back = after(quick, cheap, entry=(54_000, 54_000))
    assert (rounded(back.new_pay), rounded(back.whole)) == ([12, 18], [19, 36])


def test_each_end_takes_its_own_cost_and_time() -> None:
    back = after(told(cost=(3_000, 9_000), months=(3, 6)))
    assert rounded(back.new_pay) == [15, 66]
    assert rounded(back.whole) == [18, 72]


def test_no_gain_at_one_end_never_pays_back_there() -> None:
    assert rounded(after(entry=(48_000, 60_000)).new_pay) == [33, None]
    assert rounded(after(entry=(40_000, 48_000)).new_pay) == [None, None]
    assert rounded(after(entry=(None, 60_000)).new_pay) == [33, None]


@pytest.mark.parametrize(
    ("open_end", "entry", "more", "less"),
    [
        ({"cost": (9_000, None)}, (54_000, 60_000), True, False),
        ({"months": (6, None)}, (54_000, 60_000), True, False),
        ({}, (54_000, None), False, True),
        ({"cost": (None, 9_000), "months": (None, 6)}, (54_000, 60_000), False, False),
    ],
)
def test_an_open_end_is_told(
    open_end: dict[str, Any], entry: tuple[float, float | None], more: bool, less: bool
) -> None:
    back = after(told(), told(**open_end), entry=entry)
    assert (back.more, back.less) == (more, less)


def test_up_to_nine_thousand_and_up_to_six_months_may_be_nothing() -> None:
    assert rounded(after(told(cost=(None, 9_000), months=(None, 6))).whole) == [0, 72]


@given(AMOUNT, AMOUNT, AMOUNT, some.booleans())
def test_without_a_gain_nothing_pays_back(
    cost: float, current: float, less: float, lost: bool
) -> None:
    entry = max(current - less, 0)
    way = Telling(cost=(cost, cost), months=(6, 6), lost=lost)
    back = payback([way], current_pay=current, entry=(entry, entry))
    assert (back.new_pay, back.whole) == ((None, None), (None, None))


@given(AMOUNT, AMOUNT, some.floats(0, 120), some.floats(0, 120))
def test_the_later_end_is_never_sooner_and_what_costs_more_pays_back_later(
    cost: float, more: float, months: float, longer: float
) -> None:
    ends = (months, months + longer)
    soonest, latest = after(told(cost=(cost, cost + more), months=ends)).new_pay
    dearer, _ = after(told(cost=(cost + more, cost + more), months=ends)).new_pay
    assert soonest is not None
    assert latest is not None
    assert dearer is not None
    assert soonest <= latest
    assert soonest <= dearer
