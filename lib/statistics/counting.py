"""How many said so, and how far that carries; refuses a summary of fewer than three people."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from math import fsum, isnan, sqrt
from typing import NamedTuple, TypeGuard

FEWEST = 3
"""People under any median, band, rate or interval; below, the statements themselves."""
SEVERAL = 2
"""People who carry a claim, a requirement or a deal-breaker: one is a data point."""

_Z = 1.959963984540054  # the normal quantile of 97.5 %


class Interval(NamedTuple):
    """Two shares, 0 to 1."""

    low: float
    high: float


class Independent(NamedTuple):
    """k* and n*: what the voices weigh once those of one organisation count as one."""

    k: float
    n: int


def wilson(k: float, n: float) -> Interval:
    """The 95 % score interval of a share of k in n, both possibly not whole (Wilson 1927).

    On screen: "if others were asked". Raises ValueError unless 0 <= k <= n and n > 0.
    2 of 4 gives 0.15 to 0.85; k* = 1.5 of n* = 3 gives 0.13 to 0.87.
    """
    if not 0 <= k <= n or n <= 0:
        raise ValueError(f"{k} of {n} is no share")
    share, square = k / n, _Z * _Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = _Z / (1 + square / n) * sqrt(share * (1 - share) / n + square / (4 * n * n))
    # Rounding may cross the share itself by one part in 10^16 where it is 0 or 1.
    return Interval(max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share)))


def independent(voices: Iterable[tuple[Hashable | None, bool]]) -> Independent:
    """k* and n* of (organisation on the day, folded; said it), one pair a voice asked.

    Voices of one organisation are one group, which counts with the share of it that said so;
    no known organisation (None, "" or NaN) is a group of its own.
    P yes and Q no (both Acme), R yes, S no: k* = 0.5 + 1 + 0 = 1.5, n* = 3.
    """
    groups = _groups(voices)
    return Independent(fsum(sum(said) / len(said) for said in groups), len(groups))


def corroborated(voices: Iterable[tuple[Hashable | None, bool]]) -> bool:
    """Whether two groups or more (see `independent`) have somebody who said it."""
    return sum(any(said) for said in _groups(voices)) >= SEVERAL


def given(value: float | None) -> TypeGuard[float]:
    """Whether there is a number: neither None nor a frame's NaN."""
    return value is not None and not isnan(value)


def _groups(voices: Iterable[tuple[Hashable | None, bool]]) -> list[list[bool]]:
    known: defaultdict[Hashable, list[bool]] = defaultdict(list)
    alone: list[list[bool]] = []
    for organisation, said in voices:
        # A frame's missing text is NaN, one object that would make one group of all unknown.
        if organisation is None or organisation == "" or isinstance(organisation, float):
            alone.append([said])
        else:
            known[organisation].append(said)
    return [*known.values(), *alone]
