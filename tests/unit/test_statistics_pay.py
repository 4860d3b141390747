"""Where pay agrees, and which figures may stand together."""

import itertools
import random
from math import ceil, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.statistics import bands, counts, old, pool, shared, split

Range = tuple[float | None, float | None]
K = 1000.0

ends = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: tuple(sorted(pair)))
people = st.lists(st.lists(ends, min_size=1, max_size=3), max_size=9)


def each(*ranges: Range) -> list[list[Range]]:
    """One range a voice."""
    return [[pair] for pair in ranges]


def test_half_of_four_meet_at_55_to_65() -> None:
    assert bands(each((50, 60), (55, 70), (58, 65), (80, 90))) == [(55, 65)]


def test_two_camps_make_two_bands() -> None:
    assert bands(each((40, 50), (42, 50), (80, 90), (82, 90))) == [(42, 50), (82, 90)]


def test_three_different_figures_meet_nowhere() -> None:
    assert bands(each((60, 60), (62, 62), (65, 65))) == []


def test_the_same_figure_twice_is_a_point_where_they_meet() -> None:
    assert bands(each((60, 60), (60, 60), (65, 65))) == [(60, 60)]


def test_ranges_that_only_touch_share_nothing() -> None:
    assert bands(each((50, 60), (60, 70), (80, 90))) == []


def test_ranges_that_touch_at_a_figure_somebody_named_meet_there() -> None:
    assert bands(each((50, 60), (60, 70), (60, 60))) == [(60, 60)]


def test_a_band_goes_on_where_one_pair_hands_over_to_another() -> None:
    assert bands(each((50, 60), (50, 60), (60, 70), (60, 70))) == [(50, 70)]


def test_two_voices_have_no_band() -> None:
    assert bands(each((50, 60), (50, 60))) == []


def test_half_of_five_are_three() -> None:
    assert bands(each((50, 60), (55, 65), (58, 70), (80, 90), (80, 90))) == [(58, 60)]


def test_a_voice_that_says_the_same_twice_is_one_voice() -> None:
    assert bands([[(50, 60), (55, 65)], [(70, 80)], [(90, 95)]]) == []


@pytest.mark.parametrize("missing", [None, nan])
def test_an_open_range_neither_covers_nor_counts_as_a_voice(missing: float | None) -> None:
    assert bands(each((50, 60), (50, 60), (50, missing))) == []
    assert bands(each((50, 60), (50, 60), (70, 80), (50, missing))) == [(50, 60)]


@given(people)
def test_the_band_is_every_stretch_that_half_of_them_cover_and_no_other(
    voices: list[list[tuple[int, int]]],
) -> None:
    found = bands(voices)
    needed = max(2, ceil(len(voices) / 2)) if len(voices) >= 3 else len(voices) + 1
    for low, high, who in by_hand(voices):
        inside = any(piece.low <= low and high <= piece.high for piece in found)
        touched = low == high and any(low in (piece.low, piece.high) for piece in found)
        assert inside == (len(who) >= needed) or touched


@given(people)
def test_pieces_stand_apart_and_in_order(voices: list[list[tuple[int, int]]]) -> None:
    found = bands(voices)
    assert all(piece.low <= piece.high for piece in found)
    assert all(one.high < other.low for one, other in itertools.pairwise(found))


@given(people, st.randoms())
def test_the_order_of_voices_moves_no_band(
    voices: list[list[tuple[int, int]]], chance: random.Random
) -> None:
    shuffled = [chance.sample(voice, len(voice)) for voice in chance.sample(voices, len(voices))]
    assert bands(shuffled) == bands(voices)


@given(people.filter(lambda voices: len(voices) >= 3))
def test_one_more_voice_over_all_never_narrows_the_band(
    voices: list[list[tuple[int, int]]],
) -> None:
    wider = bands([*voices, [(0, 30)]])
    for piece in bands(voices):
        assert any(one.low <= piece.low and piece.high <= one.high for one in wider)


@pytest.mark.parametrize(
    ("ranges", "met"),
    [
        ([(50, 60), (55, 70), (58, 65), (80, 90)], [(58, 60, {0, 1, 2})]),
        (
            [(50, 70), (50, 70), (50, 55), (65, 70)],
            [(50, 55, {0, 1, 2}), (65, 70, {0, 1, 3})],
        ),
        (
            [(40, 61), (47, 68), (54, 75), (61, 82), (68, 89), (75, 96)],
            [(54, 61, {0, 1, 2}), (61, 68, {1, 2, 3}), (68, 75, {2, 3, 4}), (75, 82, {3, 4, 5})],
        ),
        ([(50, 60), (60, 70)], [(50, 60, {0}), (60, 70, {1})]),
        ([(50, 60), (60, 70), (60, 60)], [(60, 60, {0, 1, 2})]),
        ([(50, 60), (58, 58), (58, None)], [(58, 58, {0, 1})]),
        ([], []),
        ([(None, 60), (50, nan)], []),
    ],
)
def test_how_far_they_agree_is_what_most_voices_figures_share(
    ranges: list[Range], met: list[tuple[float, float, set[int]]]
) -> None:
    assert [tuple(one) for one in shared(each(*ranges))] == met


def test_an_earlier_figure_is_not_replaced_and_counts_its_voice_once() -> None:
    told: list[list[Range]] = [[(50, 60), (70, 80)], [(72, 75)], [(52, 55), (50, 53)]]
    assert [tuple(one) for one in shared(told)] == [(50, 55, {0, 2}), (72, 75, {0, 1})]


@pytest.mark.parametrize(
    ("ranges", "sides"),
    [
        ([(40, 50), (42, 50), (80, 90), (82, 90)], ((42, 50, {0, 1}), (82, 90, {2, 3}))),
        (
            [(40, 50), (40, 50), (40, 50), (80, 90), (80, 90)],
            ((40, 50, {0, 1, 2}), (80, 90, {3, 4})),
        ),
        ([(60, 60), (60, 60), (70, 70), (70, 70)], ((60, 60, {0, 1}), (70, 70, {2, 3}))),
        ([(40, 52), (42, 54), (50, 62), (51, 63), (60, 72), (61, 73)], None),
        ([(40, 50), (40, 50), (80, 90)], None),
        ([(40, 50), (40, 50), (50, 60), (50, 60)], None),
        (
            [(40, 50), (40, 50), (45, 85), (80, 90), (80, 90)],
            ((40, 45, {0, 1}), (80, 85, {2, 3, 4})),
        ),
        ([(50, 60), (70, 80)], None),
    ],
)
def test_they_split_where_two_camps_share_nobody_and_few_lie_between(
    ranges: list[Range], sides: tuple[tuple[float, float, set[int]], ...] | None
) -> None:
    found = split(each(*ranges))
    assert (found and tuple(tuple(side) for side in found)) == sides


def test_two_camps_of_two_are_too_small_beside_four_more() -> None:
    camps = [(40, 50), (40, 50), (80, 90), (80, 90)]
    assert split(each(*camps, (10, 11), (20, 21))) is not None
    assert split(each(*camps, (10, 11), (20, 21), (30, 31))) is None


Stretch = tuple[float, float, frozenset[int]]


def by_hand(voices: list[list[tuple[int, int]]]) -> list[Stretch]:
    """Every stretch between two ends, and every named single figure, with who holds all of it."""
    ends = sorted({end for voice in voices for one in voice for end in one})
    single = {low for voice in voices for low, high in voice if low == high}
    found: list[Stretch] = []
    for place, end in enumerate(ends):
        spans = [(end, end)] * (end in single) + [(end, to) for to in ends[place + 1 : place + 2]]
        for low, high in spans:
            middle = (low + high) / 2
            who = (
                {v for v, said in enumerate(voices) if any(a <= middle <= b for a, b in said)}
                if low == high
                else {v for v, said in enumerate(voices) if any(a < middle < b for a, b in said)}
            )
            found.append((low, high, frozenset(who)))
    return found


@given(people)
def test_no_stretch_is_shared_by_more_and_each_that_is_shared_by_as_many_is_named(
    voices: list[list[tuple[int, int]]],
) -> None:
    every = by_hand(voices)
    most = max((len(who) for _, _, who in every), default=0)
    found = shared(voices)
    for low, high, who in every:
        inside = [one for one in found if one.low <= low and high <= one.high and one.who == who]
        assert len(inside) == (len(who) == most)
    assert all(len(one.who) == most for one in found)


@given(people)
def test_a_split_is_found_where_a_search_of_all_pairs_finds_one(
    voices: list[list[tuple[int, int]]],
) -> None:
    every = by_hand(voices)
    least = max(2, ceil(len(voices) / 3))
    pairs = [
        tuple(sorted((len(one[2]), len(other[2]))))
        for place, one in enumerate(every)
        for further, other in enumerate(every[place + 1 :], place + 1)
        if min(len(one[2]), len(other[2])) >= least
        and not one[2] & other[2]
        and any(
            2 * len(between[2]) <= min(len(one[2]), len(other[2]))
            for between in every[place + 1 : further]
        )
    ]
    found = split(voices)
    if len(voices) < 3 or not pairs:
        assert found is None
    else:
        assert found is not None
        assert not found[0].who & found[1].who
        assert tuple(sorted(len(side.who) for side in found)) == max(pairs)


def test_figures_are_pooled_only_with_their_like() -> None:
    assert pool("nurse", "mid", "base", "gross", "employed") == pool(
        "nurse", "mid", "base", "gross", "employed"
    )
    keys = {
        pool("nurse", "mid", "base", "gross", "employed"),
        pool("welder", "mid", "base", "gross", "employed"),
        pool("nurse", "senior", "base", "gross", "employed"),
        pool("nurse", "mid", "total", "gross", "employed"),
        pool("nurse", "mid", "base", "net", "employed"),
        pool("nurse", "mid", "base", "gross", "freelance"),
    }
    assert len(keys) == 6


@pytest.mark.parametrize("unstated", range(4))
def test_what_is_unstated_is_pooled_with_nothing(unstated: int) -> None:
    words = ["mid", "base", "gross", "employed"]
    words[unstated] = "unstated"
    assert pool("nurse", *words) is None


def test_hearsay_enters_no_band() -> None:
    assert [counts(whose) for whose in ("own", "seen", "heard")] == [True, True, False]


def test_a_figure_is_old_after_three_years() -> None:
    assert [old(year, 2026) for year in (2022, 2023, 2026, None)] == [True, False, False, False]
