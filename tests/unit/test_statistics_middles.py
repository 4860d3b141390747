"""Medians with what stands beside them, and quantiles."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.statistics import median, quantiles

figures = st.lists(st.integers(0, 20).map(float), min_size=3, max_size=25)


def test_there_is_no_median_of_two() -> None:
    assert median([60.0, 70.0]) is None


def test_a_median_stands_with_the_lowest_and_the_highest() -> None:
    assert median([60.0, 70.0, 62.0]) == (60, 62, 70, None)


@pytest.mark.parametrize(
    ("people", "interval"),
    [(5, None), (6, (1, 6)), (8, (1, 8)), (9, (2, 8)), (11, (2, 10)), (12, (3, 10)), (20, (6, 15))],
)
def test_from_six_on_the_order_statistics_give_its_interval(
    people: int, interval: tuple[int, int] | None
) -> None:
    found = median([float(value) for value in range(people, 0, -1)])
    assert found is not None
    assert found.interval == interval


@given(figures)
def test_the_interval_is_the_narrowest_pair_that_holds_the_median_95_times_in_100(
    values: list[float],
) -> None:
    found, n, ordered = median(values), len(values), sorted(values)
    held = {k: sum(comb(n, i) for i in range(k, n - k + 1)) / 2**n for k in range(1, n // 2 + 1)}
    enough = [k for k, often in held.items() if often >= 0.95]
    assert found is not None
    assert found.interval == ((ordered[enough[-1] - 1], ordered[-enough[-1]]) if enough else None)
    assert found.lowest <= found.middle <= found.highest


def test_ten_thousand_people_have_a_median_too() -> None:
    found = median([float(value) for value in range(10_000)])
    assert found is not None
    assert found.interval is not None
    assert found.interval.low == pytest.approx(5_000 - 99, abs=2)


def test_quantiles_lie_on_straight_lines_between_people() -> None:
    assert quantiles([50, 20, 10, 40, 30]) == (14, 20, 30, 40, 46)


def test_two_people_have_no_quantiles() -> None:
    assert quantiles([10, 20]) is None
