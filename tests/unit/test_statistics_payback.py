"""A way in pays back after as many months as its cost holds of the monthly gain."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from lib.statistics import payback

AMOUNT = some.floats(0, 1e6)


def test_nine_thousand_and_six_months_from_48_to_60_thousand_take_33_months() -> None:
    after = payback(cost=9_000, months=6, alongside=False, current_pay=48_000, entry_pay=60_000)
    assert after == pytest.approx(33)


def test_alongside_work_no_pay_is_lost() -> None:
    after = payback(cost=9_000, months=6, alongside=True, current_pay=48_000, entry_pay=60_000)
    assert after == pytest.approx(9)


@given(AMOUNT, AMOUNT, AMOUNT, some.booleans())
def test_without_a_gain_nothing_pays_back(
    cost: float, current: float, less: float, alongside: bool
) -> None:
    entry = max(current - less, 0)
    assert (
        payback(cost=cost, months=6, alongside=alongside, current_pay=current, entry_pay=entry)
        is None
    )


@given(AMOUNT, AMOUNT, some.floats(0, 120))
def test_what_costs_more_never_pays_back_sooner(cost: float, more: float, months: float) -> None:
    cheap, dear = (
        payback(cost=c, months=months, alongside=False, current_pay=40_000, entry_pay=50_000)
        for c in (cost, cost + more)
    )
    assert cheap is not None
    assert dear is not None
    assert cheap <= dear
