"""Who is first: ties are named, over everything there is, not over what was drawn."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

One = TypeVar("One")


def first(many: Iterable[One], measure: Callable[[One], Any]) -> list[One]:
    """All that have the highest measure, in their order: 2, 3, 3 of a, b, c: b and c."""
    listed = list(many)
    most = max(map(measure, listed), default=None)
    return [one for one in listed if measure(one) == most]


def leading(ranked: Sequence[One], measure: Callable[[One], Any], most: int) -> list[One]:
    """The first so many of those in order, and whoever is level with the last of them."""
    if len(ranked) <= most:
        return list(ranked)
    last = measure(ranked[most - 1])
    return [one for place, one in enumerate(ranked) if place < most or measure(one) == last]
