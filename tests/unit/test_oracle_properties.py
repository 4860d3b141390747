"""The oracle against slower ways to the same figures: points one by one, orders, many draws."""

from itertools import permutations
from random import Random
from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.oracle import agreement, independence, learning, weighing

RANGE = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda ends: (min(ends), max(ends)))
SAID = st.dictionaries(st.sampled_from("abcdef"), st.lists(RANGE, min_size=1, max_size=2))
POINTS = [half / 2 for half in range(-1, 21)]


def cover(said: dict[str, list[tuple[int, int]]], x: float) -> set[str]:
    """Who covers a point: within a range, or a range that holds a single figure named there."""
    named = any(low == high == x for many in said.values() for low, high in many)
    whole = x == int(x) and not named
    return {
        voice
        for voice, many in said.items()
        if any(low < x < high if whole else low <= x <= high for low, high in many)
    }


@given(SAID)
def test_a_band_is_where_half_of_them_and_two_cover_each_point(
    said: dict[str, list[tuple[int, int]]],
) -> None:
    pieces = agreement.band({v: [(float(a), float(b)) for a, b in r] for v, r in said.items()})
    if len(said) < 3:
        assert pieces is None
        return
    least = max(2, (len(said) + 1) // 2)
    between = [x for x in POINTS if x != int(x)]
    assert pieces is not None
    for x in between:
        assert any(low <= x <= high for low, high in pieces) == (len(cover(said, x)) >= least)


@given(SAID)
def test_the_most_who_share_anything_are_those_at_the_best_point(
    said: dict[str, list[tuple[int, int]]],
) -> None:
    most = max((len(cover(said, x)) for x in POINTS), default=0)
    ranges = {v: [(float(a), float(b)) for a, b in r] for v, r in said.items()}
    found = agreement.shared(ranges)
    assert {len(one.voices) for one in found} <= {most}
    for one in found:
        inside = one.low if one.low == one.high else one.low + 0.25  # where no range ends
        assert one.voices == frozenset(cover(said, inside))


@given(SAID)
def test_nobody_stands_on_both_sides_of_a_split(said: dict[str, list[tuple[int, int]]]) -> None:
    ranges = {v: [(float(a), float(b)) for a, b in r] for v, r in said.items()}
    if (sides := agreement.split(ranges)) is not None:
        one, other = sides
        lower = min(len(one.voices), len(other.voices))
        between = [x for x in POINTS if one.high < x < other.low]
        assert not one.voices & other.voices
        assert 2 * min(len(cover(said, x)) for x in between) <= lower


@given(st.lists(st.sets(st.sampled_from("ABCDE")), min_size=1, max_size=5))
def test_what_a_talk_teaches_is_the_mean_over_all_orders(heard: list[set[str]]) -> None:
    times = [sum(thing in one for one in heard) for thing in "ABCDE"]
    known = learning.curve([k for k in times if k], len(heard))
    orders = list(permutations(heard))
    for m, expected in enumerate(known, start=1):
        assert float(expected) == pytest.approx(fmean(len(set().union(*o[:m])) for o in orders))


@pytest.mark.parametrize(
    "told",
    [[], [(0.9, 0.9)], [(0.0, 0.75), (0.5, 0.5)], [(-0.5, 0.5), (0.8, 1.4), (2.0, 2.0)]],
)
def test_mean_and_spread_are_those_of_many_draws(told: list[tuple[float, float]]) -> None:
    random, drawn = Random(7), []
    for _ in range(40_000):
        parts = [random.expovariate(1) for _ in range(len(told) + 1)]
        values = [min(1.0, max(0.0, random.uniform(*ends))) for ends in (*told, (0.0, 1.0))]
        drawn.append(sum(p * v for p, v in zip(parts, values, strict=True)) / sum(parts))
    mean, spread = weighing.voiced(told)
    assert fmean(drawn) == pytest.approx(mean, abs=0.01)
    assert pstdev(drawn) == pytest.approx(spread, abs=0.01)


@given(st.integers(1, 30), st.data())
def test_wilsons_interval_holds_the_share(n: int, data: st.DataObject) -> None:
    k = data.draw(st.floats(0, n))
    low, high = independence.wilson(k, n)
    assert -1e-9 <= low <= k / n + 1e-9
    assert k / n - 1e-9 <= high <= 1 + 1e-9
