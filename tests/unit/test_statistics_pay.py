"""Where pay agrees, and which figures may stand together."""

import itertools
import random
from math import ceil, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.statistics import bands, counts, old, pay_sentence, pool

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


def test_ranges_that_only_touch_meet_in_one_point() -> None:
    assert bands(each((50, 60), (60, 70), (80, 90))) == [(60, 60)]


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


def covering(voices: list[list[tuple[int, int]]], point: float) -> int:
    """c(x) as the definition says it."""
    return sum(any(low <= point <= high for low, high in voice) for voice in voices)


@given(people)
def test_the_band_is_every_point_that_half_of_them_cover_and_no_other(
    voices: list[list[tuple[int, int]]],
) -> None:
    found = bands(voices)
    needed = max(2, ceil(len(voices) / 2)) if len(voices) >= 3 else len(voices) + 1
    for quarter in range(-1, 122):
        point = quarter / 4
        inside = any(piece.low <= point <= piece.high for piece in found)
        assert inside == (covering(voices, point) >= needed)


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
    ("ranges", "sentence"),
    [
        (
            [(50, 60), (55, 70), (58, 65), (80, 90)],
            "At least half of 4 people meet at $55k to $65k.",
        ),
        (
            [(40, 50), (42, 50), (80, 90), (82, 90)],
            "They split: at least half of 4 people meet at $42k to $50k and again at $82k to $90k.",
        ),
        ([(60, 60), (62, 62), (65, 65)],
         "No figure lies in half of the ranges: $60k to $65k was said."),
        ([(60, 70), (62, 72)], "Two people said $60k to $72k: too few to say where they agree."),
        ([(60, 60)], "One person said $60k: too few to say where they agree."),
        ([(60, None)], "Not counted, since an end is open: from $60k."),
        ([(60, 60), (nan, 85)],
         "One person said $60k: too few to say where they agree. "
         "Not counted, since an end is open: up to $85k."),
        ([], ""),
        ([(None, None)], ""),
    ],
)  # fmt: skip
def test_the_band_in_words(ranges: list[Range], sentence: str) -> None:
    scaled = [tuple(None if end is None else end * K for end in pair) for pair in ranges]
    assert pay_sentence([[(pair[0], pair[1])] for pair in scaled], "USD") == sentence


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
