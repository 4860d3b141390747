"""What would turn a ranking over: the definitions' example, and what must hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.statistics.turning import Turn, beyond, leading, stretches, turns

POINTS = {"pay": 6.0, "months": 4.0, "interest": 5.0}
MEANS = {
    "a": {"pay": 0.5, "months": 0.7, "interest": 0.7},
    "b": {"pay": 0.8, "months": 0.3, "interest": 0.6},
}
shares = st.floats(0, 1).map(lambda share: round(share, 3))
means = st.dictionaries(
    st.sampled_from("abcd"), st.fixed_dictionaries(dict.fromkeys(POINTS, shares)), min_size=2
)
points = st.fixed_dictionaries(dict.fromkeys(POINTS, st.integers(0, 10).map(float)))


def test_the_example_of_the_definitions() -> None:
    found = turns(POINTS, MEANS)
    assert [(turn.criterion, turn.tie) for turn in found] == [
        ("months", 3.25),
        ("pay", 7.0),
        ("interest", 2.0),
    ]
    assert found[0] == Turn("months", "b", 3.25, 0.75)
    assert beyond(found[0], 4) == 3
    assert beyond(found[1], 6) == 8


def test_at_the_whole_points_past_the_tie_the_rival_is_first() -> None:
    assert leading(POINTS, MEANS) == "a"
    assert leading({**POINTS, "months": 3}, MEANS) == "b"
    assert leading({**POINTS, "months": 4}, MEANS) == "a"


@pytest.mark.parametrize(("tie", "weight", "whole"), [(9.5, 6, 10), (10, 6, None), (0, 4, None)])
def test_a_tie_at_the_end_of_the_scale_has_nothing_past_it(
    tie: float, weight: float, whole: int | None
) -> None:
    assert beyond(Turn("pay", "b", tie, abs(tie - weight)), weight) == whole


def test_who_leads_at_each_weight() -> None:
    low, high = stretches(POINTS, MEANS, "months")
    assert (low.low, low.leader) == (0, "b")
    assert (high.high, high.leader) == (10, "a")
    assert low.high == high.low == pytest.approx(3.25)


def test_no_weight_turns_a_field_that_is_better_by_all() -> None:
    better = {"a": MEANS["a"], "b": {name: value - 0.1 for name, value in MEANS["a"].items()}}
    assert turns(POINTS, better) == []
    assert [one.leader for one in stretches(POINTS, better, "pay")] == ["a"]


@given(means, points)
def test_at_a_tie_the_two_are_level(
    every: dict[str, dict[str, float]], given_points: dict[str, float]
) -> None:
    leader = leading(given_points, every)
    for turn in turns(given_points, every):
        there = {**given_points, turn.criterion: turn.tie}
        both = [sum(there[n] * every[f][n] for n in there) for f in (leader, turn.rival)]
        assert both[0] == pytest.approx(both[1], abs=1e-6)


@given(means, points, st.sampled_from(sorted(POINTS)))
def test_the_stretches_cover_the_scale_and_name_who_leads(
    every: dict[str, dict[str, float]], given_points: dict[str, float], criterion: str
) -> None:
    found = stretches(given_points, every, criterion)
    assert (found[0].low, found[-1].high) == (0, 10)
    for one in found:
        there = {**given_points, criterion: (one.low + one.high) / 2}
        best = max(sum(there[n] * every[f][n] for n in there) for f in every)
        mine = sum(there[n] * every[one.leader][n] for n in there)
        assert mine == pytest.approx(best, abs=1e-6)
