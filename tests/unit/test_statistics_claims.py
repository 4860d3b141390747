"""Which sentences are said, how strong they are, and in which order."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.statistics import claim, contradiction, ranked


def voices(yes: int, no: int) -> list[tuple[str | None, bool]]:
    """So many who said so and who did not, each of an employer of their own."""
    return [*[(None, True)] * yes, *[(None, False)] * no]


@pytest.mark.parametrize(("yes", "no", "strength"), [(4, 0, 0.51), (5, 1, 0.44), (4, 1, 0.38)])
def test_the_examples_of_the_definition(yes: int, no: int, strength: float) -> None:
    assert claim(voices(yes, no)) == pytest.approx(strength, abs=0.005)


def test_two_against_three() -> None:
    assert contradiction(voices(2, 3)) == pytest.approx(0.24, abs=0.005)
    assert contradiction(voices(3, 2)) == contradiction(voices(2, 3))


def test_one_group_carries_nothing() -> None:
    assert claim([("acme", True), ("acme", True), ("beta", False)]) is None
    assert claim([("acme", True), ("beta", True)]) is not None
    assert contradiction([("acme", True), ("acme", False)]) is None
    assert contradiction(voices(3, 0)) is None


@given(st.integers(2, 30), st.integers(0, 30))
def test_one_more_who_says_so_makes_it_stronger_one_who_does_not_weaker(yes: int, no: int) -> None:
    now, more, less = (claim(voices(*said)) for said in ((yes, no), (yes + 1, no), (yes, no + 1)))
    assert now is not None
    assert more is not None
    assert less is not None
    assert less < now < more


@dataclass(frozen=True)
class Said:
    """As little as can be ranked."""

    kind: str
    strength: float
    groups: int


@given(
    st.lists(
        st.builds(
            Said, st.sampled_from("abcdef"), st.sampled_from((0.1, 0.2, 0.3)), st.integers(2, 9)
        ),
        max_size=40,
    )
)
def test_two_of_a_kind_seven_in_all_the_strongest_first(said: list[Said]) -> None:
    kept = ranked(said)
    assert len(kept) <= 7
    assert all(sum(one.kind == kind for one in kept) <= 2 for kind in "abcdef")
    order = [(-one.strength, -one.groups) for one in kept]
    assert order == sorted(order)
    best = max(said, key=lambda one: (one.strength, one.groups), default=None)
    assert (
        best is None
        or kept[0] == best
        or (kept[0].strength, kept[0].groups)
        == (
            best.strength,
            best.groups,
        )
    )
