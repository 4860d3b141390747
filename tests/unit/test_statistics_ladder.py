"""When each step of one person's ladder is reached."""

from math import isnan, nan

from hypothesis import given
from hypothesis import strategies as st

from lib.statistics import reached


def test_the_example_of_the_docstring() -> None:
    assert reached([(1, 1, 2), (2, 3, 5), (4, nan, nan)]) == {1: (0, 0), 2: (1, 2)}


def test_a_step_without_years_is_where_the_ladder_ends() -> None:
    assert reached([(1, 1, 2), (2, nan, nan), (3, 1, 1)]) == {1: (0, 0), 2: (1, 2)}


def test_who_begins_in_the_middle_does_not_say_how_long_it_takes_there() -> None:
    assert reached([(2, 3, 5), (3, nan, nan)]) == {}


def test_an_open_end_stays_open() -> None:
    ends = reached([(1, 2, nan), (2, 1, 1), (3, nan, nan)])
    assert [low for low, _ in ends.values()] == [0, 2, 3]
    assert [isnan(high) for _, high in ends.values()] == [False, True, True]


def test_two_titles_of_one_step_are_one_step() -> None:
    assert reached([(1, 1, 2), (1, 3, 4), (2, nan, nan)])[2] == (1, 4)


lasting = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted), max_size=8)


@given(lasting)
def test_nobody_reaches_a_step_before_the_one_below(years: list[list[int]]) -> None:
    ends = reached([(place, low, high) for place, (low, high) in enumerate(years, start=1)])
    lows, highs = [low for low, _ in ends.values()], [high for _, high in ends.values()]
    assert lows == sorted(lows)
    assert highs == sorted(highs)
    assert len(ends) == len(years)
