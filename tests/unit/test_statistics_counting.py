"""Shares, groups and skills as the definitions count them."""

import random
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.statistics import (
    breadth_and_reach,
    corroborated,
    independent,
    necessity,
    one_more,
    required,
    skills_i_have,
    wilson,
)

Voice = tuple[str | None, bool]
voices = st.lists(st.tuples(st.sampled_from(["acme", "bolt", "", None]), st.booleans()), max_size=9)


def test_two_of_four_is_15_to_85_percent() -> None:
    assert wilson(2, 4) == pytest.approx((0.15, 0.85), abs=0.005)


@pytest.mark.parametrize(
    ("k", "n", "low"), [(4, 4, 0.51), (5, 6, 0.44), (4, 5, 0.38), (2, 5, 0.12)]
)
def test_the_lower_bounds_of_the_worked_claims(k: int, n: int, low: float) -> None:
    assert wilson(k, n).low == pytest.approx(low, abs=0.005)


@given(st.integers(1, 500), st.floats(0, 1))
def test_an_interval_lies_in_0_to_1_and_holds_the_share(n: int, share: float) -> None:
    low, high = wilson(share * n, n)
    assert 0 <= low <= share * n / n <= high <= 1


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_mirrors_when_no_and_yes_change_places(shares: tuple[int, int]) -> None:
    k, n = shares
    yes, no = wilson(k, n), wilson(n - k, n)
    assert (yes.low, yes.high) == pytest.approx((1 - no.high, 1 - no.low))


@given(st.integers(1, 200))
def test_more_people_of_one_mind_narrow_the_interval(n: int) -> None:
    assert wilson(n, n).low < wilson(n + 1, n + 1).low


@pytest.mark.parametrize(("k", "n"), [(0, 0), (3, 2), (-1, 2), (float("nan"), 2)])
def test_what_is_no_share_has_no_interval(k: float, n: float) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(k, n)


def test_voices_of_one_organisation_are_one_group() -> None:
    said: list[Voice] = [("acme", True), ("acme", False), ("bolt", True), ("core", False)]
    assert independent(said) == (1.5, 3)
    assert wilson(*independent(said)) == pytest.approx((0.13, 0.87), abs=0.005)


def test_no_known_employer_is_a_group_of_its_own() -> None:
    assert independent([(None, True), (None, False), ("", True), ("", True)]) == (3, 4)
    assert independent([(nan, True), (nan, False)]) == (1, 2)


def test_colleagues_do_not_corroborate_one_another() -> None:
    assert not corroborated([("acme", True), ("acme", True), ("bolt", False)])
    assert corroborated([("acme", True), ("bolt", True)])
    assert corroborated([(None, True), (None, True)])
    assert not corroborated([])


@given(voices)
def test_groups_never_weigh_more_than_their_voices(said: list[Voice]) -> None:
    k, n = independent(said)
    assert 0 <= k <= n <= len(said)
    assert k <= sum(yes for _, yes in said)


@given(voices, st.randoms())
def test_the_order_of_voices_weighs_nothing(said: list[Voice], chance: random.Random) -> None:
    assert independent(chance.sample(said, len(said))) == independent(said)


@pytest.mark.parametrize(
    ("fields", "breadth", "reach"),
    [([(2, 6), (3, 3), (0, 1)], 2, 0.44), ([(5, 6), (0, 3), (0, 1)], 1, 0.28)],
)
def test_equal_counts_pooled_may_reach_differently(
    fields: list[tuple[int, int]], breadth: int, reach: float
) -> None:
    found = breadth_and_reach(fields)
    assert (found.breadth, found.fields) == (breadth, 3)
    assert found.reach == pytest.approx(reach, abs=0.006)


def test_a_field_where_nobody_was_asked_is_no_field_that_does_not_need_it() -> None:
    assert breadth_and_reach([(2, 4), (0, 0)]) == (1, 1, 0.5)
    assert breadth_and_reach([(0, 0)]) == (0, 0, None)


MIXED = ["mandatory", "helpful", "mandatory", "unstated", "helpful"]


def test_necessity_is_two_of_four_with_the_unstated_beside_it() -> None:
    found = necessity((None, word) for word in MIXED)
    assert (found.mandatory, found.stated, found.unstated, found.share) == (2, 4, 1, 0.5)
    assert found.interval == pytest.approx((0.15, 0.85), abs=0.005)


def test_necessity_has_no_interval_under_three_that_said_so() -> None:
    two = [("a", "mandatory"), ("b", "helpful"), ("c", "unstated")]
    assert necessity(two).interval is None
    assert necessity([*two, ("d", "not needed")]).interval is not None


def test_colleagues_widen_the_interval_of_necessity() -> None:
    colleagues = necessity(("acme", "mandatory") for _ in range(4))
    assert colleagues.interval == wilson(1, 1)


def test_a_skill_of_unstated_weight_has_no_necessity() -> None:
    assert necessity([("a", "unstated")]).share is None


@pytest.mark.parametrize(
    ("said", "is_required"),
    [((2, 0, 0), True), ((2, 2, 0), True), ((2, 1, 1), True), ((1, 0, 0), False),
     ((2, 2, 1), False), ((0, 0, 0), False), ((3, 3, 1), False)],
)  # fmt: skip
def test_required_is_two_mandatory_and_half_of_those_who_said(
    said: tuple[int, int, int], is_required: bool
) -> None:
    assert required(*said) is is_required


def test_i_have_a_skill_from_level_three_on() -> None:
    own = {"welding": 4, "drawing": 2, "selling": 5, "bending": 3}
    assert skills_i_have(["welding", "drawing", "bending", "triage"], own) == (2, 4)


def test_where_nothing_is_required_skills_i_have_is_missing() -> None:
    assert skills_i_have([], {"welding": 5}) is None


def test_one_more_skill_opens_a_field_where_it_is_the_only_one_i_lack_else_brings_it_nearer() -> (
    None
):
    needed = {"fitter": ["welding", "drawing"], "smith": ["welding", "forging"]}
    welding, forging = one_more(needed, {"drawing": 3, "welding": 2})
    assert (welding.skill, welding.opens, welding.nearer) == ("welding", ("fitter",), ("smith",))
    assert (forging.skill, forging.opens, forging.nearer) == ("forging", (), ("smith",))


def test_the_skill_that_opens_most_stands_first_then_the_one_that_brings_most_nearer() -> None:
    needed = {"a": ["x", "y"], "b": ["x", "z"], "c": ["x", "y", "z"], "d": ["w"]}
    found = one_more(needed, {})
    assert [(one.skill, one.rank) for one in found][:2] == [("w", (-1, 0)), ("x", (0, -3))]


def test_where_i_have_every_required_skill_no_one_more_opens_anything() -> None:
    assert one_more({"fitter": ["drawing"], "smith": []}, {"drawing": 5}) == []


Needed = dict[str, list[str]]
needs = st.dictionaries(st.sampled_from("abc"), st.lists(st.sampled_from("uvwxyz"), max_size=4))


@given(needs, st.dictionaries(st.sampled_from("uvwxyz"), st.integers(1, 5)))
def test_learning_the_skill_does_what_was_said(needed: Needed, own: dict[str, int]) -> None:
    for one in one_more(needed, own):
        learned = {**own, one.skill: 3}
        assert own.get(one.skill, 0) < 3
        for field in one.opens:
            have = skills_i_have(needed[field], learned)
            assert have is not None
            assert have.k == have.n
        for field in one.nearer:
            before, after = (skills_i_have(needed[field], mine) for mine in (own, learned))
            assert before is not None
            assert after is not None
            assert before.k + 1 == after.k < after.n


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(5, 9)), max_size=6), st.integers(0, 4))
def test_fields_where_nobody_named_it_count_one_by_one_or_together(
    fields: list[tuple[int, int]], silent: int
) -> None:
    assert breadth_and_reach(fields, silent) == breadth_and_reach([*fields, *[(0, 1)] * silent])
