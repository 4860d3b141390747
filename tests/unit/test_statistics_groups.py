"""Groups of people who hang together by the employers they speak from."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.statistics import connected, corroborated, independent

Employed = list[tuple[str, str | None]]
employed = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(["acme", "bolt", "core", "", None])),
    max_size=12,
)


def together(told: Employed) -> set[frozenset[str]]:
    groups = connected(told)
    return {frozenset(p for p in groups if groups[p] == one) for one in groups.values()}


@pytest.mark.parametrize(
    ("told", "parts"),
    [
        ([("a", "acme"), ("b", "bolt")], ["a", "b"]),
        ([("a", "acme"), ("a", "bolt"), ("b", "bolt")], ["ab"]),
        ([("a", "acme"), ("b", "bolt"), ("c", "core"), ("c", "acme"), ("c", "bolt")], ["abc"]),
        ([("a", ""), ("b", None), ("b", "")], ["a", "b"]),
        ([("a", "acme"), ("a", ""), ("b", "acme")], ["ab"]),
    ],
)
def test_groups_are_connected_parts_of_people_and_employers(
    told: Employed, parts: list[str]
) -> None:
    assert together(told) == {frozenset(part) for part in parts}


@given(employed, st.randoms())
def test_the_order_of_conversations_changes_no_group(told: Employed, chance: random.Random) -> None:
    assert together(chance.sample(told, len(told))) == together(told)


@given(employed, st.sampled_from("abcdef"), st.sampled_from(["acme", "bolt"]))
def test_one_more_conversation_never_parts_anybody(
    told: Employed, person: str, employer: str
) -> None:
    before, after = connected(told), connected([*told, (person, employer)])
    pairs = [(a, b) for a in before for b in before if before[a] == before[b]]
    assert all(after[a] == after[b] for a, b in pairs)
    assert len(set(after.values())) <= len({*before, person})


def test_a_group_counts_with_the_share_of_its_voices() -> None:
    """P yes in X at Acme and no in Y at Cobalt, Q yes in X at Cobalt: 2/3 of one group."""
    told = [("p", "acme"), ("p", "cobalt"), ("q", "cobalt")]
    groups = connected(told)
    said = [(groups["p"], True), (groups["p"], False), (groups["q"], True)]
    assert tuple(independent(said)) == pytest.approx((2 / 3, 1))
    assert not corroborated(said)
    assert len(set(connected([("p", "acme"), ("q", "cobalt")]).values())) == 2
