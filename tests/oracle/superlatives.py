"""Superlatives: who is first over everything that the filters leave, ties named."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def first(values: Mapping[Key, float]) -> set[Key]:
    """Ties are named: all that have the highest value.

    >>> sorted(first({"a": 2, "b": 3, "c": 3}))
    ['b', 'c']
    """
    most = max(values.values(), default=0)
    return {key for key, value in values.items() if value == most}


def highest_pay(
    bands: Mapping[Key, tuple[float, float]], open_upwards: bool
) -> tuple[set[Key], set[Key], bool]:
    """Who reaches highest, who starts highest, and whether "highest entry pay" may be said.

    >>> highest_pay({"Luthier": (40, 75), "Actuary": (70, 74)}, False)
    ({'Luthier'}, {'Actuary'}, False)
    """
    reaches = first({key: high for key, (_, high) in bands.items()})
    starts = first({key: low for key, (low, _) in bands.items()})
    return reaches, starts, bool(reaches & starts) and not open_upwards
