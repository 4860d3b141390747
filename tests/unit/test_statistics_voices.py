"""What a further interview teaches, and what voices think of the work."""

import random
from itertools import pairwise, permutations
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.statistics import curve, interest, last_taught, leaning, learnt, majority

Said = list[set[str]]
EXAMPLE: Said = [{"A", "B", "C"}, {"A", "B", "D"}, {"A"}]
voices = st.lists(st.sets(st.sampled_from("ABCDEFG")), max_size=6)


def test_three_voices_taught_two_and_a_third_then_one_then_two_thirds() -> None:
    assert curve(EXAMPLE) == pytest.approx([7 / 3, 10 / 3, 4])
    assert last_taught(EXAMPLE) == pytest.approx(2 / 3)


ALL = {f"all {n}" for n in range(20)}
TWENTIETH = [
    {
        place
        for place, times in enumerate((4,) * 3 + (3,) * 3 + (2,) * 4 + (1,) * 4)
        if voice < times
    }
    for voice in range(8)
]
"""After six of the eight 90/7 are known, after seven 94.5/7: a twentieth more, and no less."""


@pytest.mark.parametrize(
    ("said", "levels"),
    [
        ([ALL | {f"own {n}"} for n in range(4)], True),
        ([ALL | {f"own {n}"} for n in range(3)], False),
        ([{"A"}] * 4, True),
        (EXAMPLE, False),
        ([*EXAMPLE, {"A"}], False),
        ([{"A"}, {"B"}, {"C"}, {"D"}], False),
        ([set(), set(), set(), set()], False),
        ([], False),
        (TWENTIETH, False),
    ],
)
def test_it_levels_off_where_the_last_two_each_brought_under_a_twentieth(
    said: Said, levels: bool
) -> None:
    """Four voices, 20 things by all and one each: 21, 22, 23, 24, so 1/22 and 1/23."""
    assert learnt(said).levels_off is levels


@given(voices)
def test_the_last_one_and_levelling_off_follow_from_the_curve(said: Said) -> None:
    found = learnt(said)
    known = [0.0, *found.curve]
    if found.last is not None:
        assert found.last == pytest.approx(known[-1] - known[-2])
    little = [round(b - 1.05 * a, 9) < 0 for a, b in pairwise(known)][-2:]
    assert found.levels_off is (len(said) >= 4 and bool(known[-1]) and all(little))


@given(voices.filter(lambda said: len(said) <= 5))
def test_the_curve_is_the_mean_over_all_orders(said: Said) -> None:
    orders = list(permutations(said))
    for m, expected in enumerate(curve(said), start=1):
        heard = [len(set().union(*order[:m])) for order in orders]
        assert expected == pytest.approx(sum(heard) / len(orders))


@given(voices)
def test_the_curve_climbs_ever_slower_to_all_that_was_said(said: Said) -> None:
    steps = [0.0, *curve(said)]
    gains = [after - before for before, after in pairwise(steps)]
    assert steps[-1] == pytest.approx(len(set().union(*said)))
    assert all(gain >= -1e-9 for gain in gains)
    assert all(later <= sooner + 1e-9 for sooner, later in pairwise(gains))


@given(voices.filter(lambda said: len(said) >= 3))
def test_what_the_last_one_taught_is_the_last_step_of_the_curve(said: Said) -> None:
    steps = curve(said)
    assert last_taught(said) == pytest.approx(steps[-1] - steps[-2])


@given(voices, st.randoms())
def test_the_order_of_interviews_teaches_nothing(said: Said, chance: random.Random) -> None:
    assert curve(chance.sample(said, len(said))) == pytest.approx(curve(said))


def test_a_thing_said_twice_by_one_voice_is_said_once() -> None:
    assert curve([["A", "A"], []]) == pytest.approx([0.5, 1])


def test_two_voices_do_not_say_what_another_would_teach() -> None:
    assert last_taught(EXAMPLE[:2]) is None
    assert curve([]) == []


def test_each_voice_weighs_the_same_however_much_it_said() -> None:
    found = leaning([(3, 1), (0, 2), (1, 1), (0, 0)])
    assert found.dots == (0.75, 0, 0.5)
    assert found.share == pytest.approx(1.25 / 3)


def test_two_voices_have_dots_and_no_mean() -> None:
    assert leaning([(3, 1), (0, 2)]).share is None


@pytest.mark.parametrize(
    ("talks", "found"),
    [
        ([(1, 2), (2, 3), (3, 5)], (1, 5, (1, 2, 3, 5))),
        ([(2, 4), (3, 5), (None, 1)], (2, 1, (2, 4, 3, 5, 1))),
        ([(None, 4), (nan, 2)], (None, 2, (4, 2))),
        ([(3, None), (2, nan)], (3, None, (3, 2))),
        ([(3, None), (3, 4)], (3, 4, (3, 4))),
        ([(2, 4), (3, None)], (2, 4, (2, 4, 3))),
        ([(None, None)], (None, None, ())),
        ([], (None, None, ())),
    ],
)
def test_interest_is_one_state_from_the_first_before_to_the_latest_after(
    talks: list[tuple[float | None, float | None]], found: tuple[object, ...]
) -> None:
    one = interest(talks)
    assert (one.before, one.after, one.path) == found


@pytest.mark.parametrize(
    ("directions", "asked", "said"),
    [
        (["growing", "growing", "steady"], 3, "growing"),
        (["growing", "growing"], 3, "growing"),
        (["growing", "growing"], 2, None),
        (["growing", "growing"], 4, None),
        (["growing", "growing", "growing", "steady", "shrinking"], 6, None),
        (["shrinking", "shrinking", "growing", "growing"], 4, None),
        (["growing", "growing", "unstated"], 3, "growing"),
        (["unstated", "unstated", "unstated"], 3, None),
        (["shrinking", "shrinking", "shrinking", "growing"], 4, "shrinking"),
        ([], 9, None),
    ],
)
def test_a_direction_takes_more_than_half_of_those_asked_of_at_least_three(
    directions: list[str], asked: int, said: str | None
) -> None:
    assert majority(directions, asked) == said


@given(st.lists(st.sampled_from(["growing", "steady", "unstated"]), max_size=9), st.integers(0, 4))
def test_whoever_was_asked_and_did_not_say_makes_no_majority(said: list[str], more: int) -> None:
    asked = len(said) + more
    found = majority(said, asked)
    assert (found is None) is (
        asked < 3 or 2 * max(map(said.count, ("growing", "steady"))) <= asked
    )
