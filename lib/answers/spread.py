"""From the lowest to the highest figure that people said, with ends that somebody left open."""

from collections.abc import Callable, Iterable
from math import isnan
from typing import NamedTuple


class Spread(NamedTuple):
    """Low and high (NaN: nothing was said); `less`, `more`: somebody left that end open."""

    low: float
    high: float
    less: bool
    more: bool


NOTHING = Spread(float("nan"), float("nan"), less=False, more=False)


def spread(said: Iterable[tuple[float, float]]) -> Spread:
    """Over (low, high) of each person, NaN an open end: 3 to 8 and "from 4" is 3 to 8, or more."""
    ends = [(low, high) for low, high in said if not (isnan(low) and isnan(high))]
    if not ends:
        return NOTHING
    return Spread(
        low=min(high if isnan(low) else low for low, high in ends),
        high=max(low if isnan(high) else high for low, high in ends),
        less=any(isnan(low) for low, _ in ends),
        more=any(isnan(high) for _, high in ends),
    )


def in_words(said: Spread, word: Callable[[float], str]) -> str:
    """`3 to 8`, `3 to 8 or more`, `4 or more`, `up to 8`; empty where nothing was said.

    Where somebody left the lower end open the lowest is not known: `up to 8`.
    """
    if isnan(said.low):
        return ""
    low, high = word(said.low), word(said.high)
    more = " or more" * said.more
    if said.less:
        return f"up to {high}{more}"
    return f"{low}{more}" if low == high else f"{low} to {high}{more}"
