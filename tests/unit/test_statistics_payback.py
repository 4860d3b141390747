"""A way in pays back after as many months as its cost holds of the monthly gain."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lib.statistics import Back, payback

AMOUNT = some.floats(0, 1e6)
LOST, KEPT = (True, True), (False, False)


def rounded(*months: float | None) -> list[float | None]:
    return [None if one is None else round(one, 6) for one in months]


def after(**values: Any) -> Back:
    """9,000 and six months, from 48,000 to between 54,000 and 60,000."""
    rest: dict[str, Any] = {"cost": (9_000, 9_000), "months": (6, 6), "lost": LOST}
    return payback(**{**rest, "current_pay": 48_000, "entry": (54_000, 60_000), **values})


def test_nine_thousand_and_six_months_take_33_to_66_months_of_the_new_pay() -> None:
    assert after().training == (6, 6)
    assert rounded(after().soonest, after().latest) == [33, 66]
    assert rounded(*after().whole) == [39, 72]


def test_alongside_work_no_pay_is_lost() -> None:
    assert rounded(*after(lost=KEPT)[1:3]) == [9, 18]


def test_where_they_differ_on_that_it_is_lost_at_the_worse_end_alone() -> None:
    assert rounded(*after(lost=(False, True))[1:3]) == [9, 66]


def test_each_end_takes_its_own_cost_and_time() -> None:
    back = after(cost=(3_000, 9_000), months=(3, 6))
    assert rounded(back.soonest) == [15]
    assert rounded(*back.whole) == [18, 72]


def test_no_gain_at_one_end_never_pays_back_there() -> None:
    assert rounded(*after(entry=(48_000, 60_000))[1:3]) == [33, None]
    assert rounded(*after(entry=(40_000, 48_000))[1:3]) == [None, None]
    assert rounded(*after(entry=(None, 60_000))[1:3]) == [33, None]


@pytest.mark.parametrize(
    ("open_end", "more", "less"),
    [
        ({"cost": (9_000, None)}, True, False),
        ({"months": (6, None)}, True, False),
        ({"entry": (54_000, None)}, False, True),
        ({"cost": (None, 9_000), "months": (None, 6)}, False, False),
    ],
)
def test_an_open_end_is_told(open_end: dict[str, Any], more: bool, less: bool) -> None:
    back = after(**open_end)
    assert (back.more, back.less) == (more, less)


def test_up_to_nine_thousand_and_up_to_six_months_may_be_nothing() -> None:
    assert rounded(*after(cost=(None, 9_000), months=(None, 6)).whole) == [0, 72]


@given(AMOUNT, AMOUNT, AMOUNT, some.booleans())
def test_without_a_gain_nothing_pays_back(
    cost: float, current: float, less: float, alongside: bool
) -> None:
    entry = max(current - less, 0)
    lost = (not alongside, not alongside)
    back = payback(
        cost=(cost, cost), months=(6, 6), lost=lost, current_pay=current, entry=(entry, entry)
    )
    assert (back.soonest, back.latest) == (None, None)


@given(AMOUNT, AMOUNT, some.floats(0, 120), some.floats(0, 120))
def test_the_later_end_is_never_sooner_and_what_costs_more_pays_back_later(
    cost: float, more: float, months: float, longer: float
) -> None:
    back = after(cost=(cost, cost + more), months=(months, months + longer))
    assert back.soonest is not None
    assert back.latest is not None
    assert back.soonest <= back.latest
    dearer = after(cost=(cost + more, cost + more), months=(months, months + longer))
    assert dearer.soonest is not None
    assert back.soonest <= dearer.soonest
