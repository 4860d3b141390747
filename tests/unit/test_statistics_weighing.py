"""Weighing: the definitions' examples by hand, and what must hold whatever is told."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.statistics.weighing import (
    TIE,
    Field,
    Value,
    Voice,
    _drawn,
    _stream,
    mean_worth,
    moments,
    scaled,
    weigh,
    worths,
)

FEW = 400
NAMES = ("pay", "months", "interest")
shares = st.floats(0, 1).map(lambda share: round(share, 3))
points = st.tuples(shares, shares).map(lambda ends: (min(ends), max(ends)))
values = st.one_of(
    st.builds(Value, voices=st.lists(points, max_size=4).map(tuple)),
    st.builds(Value, own=shares),
)
fields = st.fixed_dictionaries(dict.fromkeys(NAMES, values))
weights = st.fixed_dictionaries(dict.fromkeys(NAMES, st.integers(0, 10))).filter(
    lambda given: any(given.values())
)


def told(*voices: float) -> Value:
    return Value(tuple((one, one) for one in voices))


def own(*figures: float) -> Field:
    return {name: Value(own=one) for name, one in zip(NAMES, figures, strict=True)}


@pytest.mark.parametrize(
    ("value", "mean", "spread"),
    [
        (told(), 0.5, 0.289),
        (told(0.9), 0.70, 0.203),
        (told(0.5, 0.6, 0.7), 0.575, 0.0985),
        (Value(((0.0, 1.0),)), 0.5, 0.2357),  # both uniform: Var = (2 (2/3 - 1/4) + 1) / 6 - 1/4
        (Value(own=0.8), 0.8, 0.0),
        (told(1.7), 0.75, 0.2205),  # beyond the end is at the end
        (told(-0.3), 0.25, 0.2205),
    ],
)
def test_the_examples_of_the_definitions(value: Value, mean: float, spread: float) -> None:
    assert moments(value) == pytest.approx((mean, spread), abs=0.001)


@given(values, st.lists(st.tuples(st.floats(-1, 1), st.floats(0, 1)), max_size=2))
@settings(max_examples=30)
def test_draws_have_the_mean_and_spread_that_are_said(
    value: Value, beyond: list[tuple[float, float]]
) -> None:
    ranges: tuple[Voice, ...] = tuple((low, low + wide) for low, wide in beyond)
    both = Value(value.voices + ranges, value.own)
    drawn = _drawn(both, _stream("a field", "pay"), 20_000) * np.ones(20_000)
    found = moments(both)
    assert drawn.mean() == pytest.approx(found.mean, abs=0.012)
    assert drawn.std() == pytest.approx(found.spread, abs=0.012)
    assert drawn.min() >= 0
    assert drawn.max() <= 1


def test_months_from_48_to_0() -> None:
    assert scaled(12, 48, 0) == 0.75
    assert scaled(60, 48, 0) == -0.25


def test_weights_are_drawn_around_the_points() -> None:
    """Dirichlet(3 J w / sum w): pay 6 of 10 of two criteria has Beta(3.6, 2.4)."""
    only = {"pay": Value(own=1.0), "months": Value(own=0.0), "interest": Value(own=0.0)}
    drawn = worths({"a": only}, {"pay": 6, "months": 4, "interest": 0}, 20_000)[0]
    assert drawn.mean() == pytest.approx(0.6, abs=0.01)
    assert drawn.std() == pytest.approx((0.6 * 0.4 / 7) ** 0.5, abs=0.01)


@given(st.dictionaries(st.sampled_from("abcde"), fields, min_size=1), weights)
@settings(max_examples=40)
def test_how_often_a_field_has_each_rank_sums_to_one(
    every: Mapping[str, Field], given_points: dict[str, int]
) -> None:
    found = weigh(every, given_points, FEW)
    assert sorted(found.order) == sorted(every)
    for ranks in found.ranks.values():
        assert len(ranks) == len(every)
        assert sum(ranks) == pytest.approx(1)


@given(st.dictionaries(st.sampled_from("abcd"), fields, min_size=1), weights)
@settings(max_examples=40)
def test_doubling_all_weights_changes_nothing(
    every: Mapping[str, Field], given_points: dict[str, int]
) -> None:
    doubled = {name: 2 * weight for name, weight in given_points.items()}
    one, other = weigh(every, given_points, FEW), weigh(every, doubled, FEW)
    assert one.order == other.order
    assert one.ranks == other.ranks
    assert one.worth == pytest.approx(other.worth)


@given(fields, st.dictionaries(st.sampled_from(NAMES), st.floats(0.01, 0.5), min_size=1), weights)
def test_a_field_that_is_better_by_some_criterion_and_worse_by_none_comes_first(
    worse: Field, better_by: dict[str, float], given_points: dict[str, int]
) -> None:
    means = {name: moments(value).mean for name, value in worse.items()}
    better = {n: Value(own=min(1.0, mean + better_by.get(n, 0))) for n, mean in means.items()}
    found = weigh({"a": worse, "b": better}, given_points, FEW)
    assert found.worth["b"] >= found.worth["a"] - TIE
    if any(better_by.get(n) and means[n] < 0.99 for n, weight in given_points.items() if weight):
        assert found.order == ("b", "a")


@given(st.tuples(shares, shares, shares), st.floats(0.01, 0.3), weights)
@settings(max_examples=40)
def test_a_field_surely_better_by_every_criterion_is_first_in_every_draw(
    figures: tuple[float, ...], by: float, given_points: dict[str, int]
) -> None:
    low = [figure * 0.6 for figure in figures]
    found = weigh({"a": own(*low), "b": own(*(x + by for x in low))}, given_points, FEW)
    assert found.ranks["b"] == (1.0, 0.0)


@given(fields, fields, fields, weights)
@settings(max_examples=40)
def test_a_third_field_never_swaps_two_others(
    one: Field, other: Field, third: Field, given_points: dict[str, int]
) -> None:
    two = {"a": one, "b": other}
    three = {"c": third, **two}
    before, after = weigh(two, given_points, FEW), weigh(three, given_points, FEW)
    assert before.order == tuple(field for field in after.order if field != "c")
    drawn, again = worths(two, given_points, FEW), worths(three, given_points, FEW)
    assert np.array_equal(drawn, again[1:])


@given(st.lists(points, max_size=6), shares)
def test_a_voice_dropped_never_narrows_a_spread_unless_it_contradicts_the_rest(
    rest: list[tuple[float, float]], dropped: float
) -> None:
    """It may lie as far from the rest as sqrt(2 (m + 1) / m) of their deviation, m = n + 1."""
    m = len(rest) + 1
    without = moments(Value(tuple(rest)))
    whole = moments(Value((*rest, (dropped, dropped))))
    inside = without.spread**2 * (m + 1)
    if (dropped - without.mean) ** 2 <= 2 * inside * (m + 1) / m:
        assert whole.spread <= without.spread + 1e-9
    else:
        assert whole.spread > without.spread - 1e-9


@given(points, st.integers(0, 8))
def test_the_same_told_once_more_never_widens_a_spread(said: Voice, times: int) -> None:
    fewer, more = Value((said,) * times), Value((said,) * (times + 1))
    assert moments(more).spread <= moments(fewer).spread + 1e-9


def test_fields_alike_share_the_first_rank() -> None:
    found = weigh({"a": own(0.1, 0.2, 0.7), "b": own(0.1, 0.2, 0.7)}, dict.fromkeys(NAMES, 5), FEW)
    assert found.ranks == {"a": (1.0, 0.0), "b": (1.0, 0.0)}


def test_the_same_is_drawn_again() -> None:
    every = {"a": {**own(0.4, 0.5, 0.6), "pay": told(0.3)}, "b": own(0.5, 0.5, 0.5)}
    assert weigh(every, dict.fromkeys(NAMES, 5)) == weigh(every, dict.fromkeys(NAMES, 5))


def test_a_criterion_without_points_counts_nothing() -> None:
    worth = mean_worth(own(0.2, 0.9, 0.9), {"pay": 3, "months": 0, "interest": 0})
    assert worth == pytest.approx(0.2)
    with pytest.raises(ValueError, match="no criterion"):
        weigh({"a": own(0.2, 0.9, 0.9)}, dict.fromkeys(NAMES, 0))
