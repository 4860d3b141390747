"""Medians and quantiles of one value a person; refuses a summary of fewer than three people."""

import statistics
from collections.abc import Sequence
from typing import NamedTuple

from lib.statistics.counting import FEWEST, Interval

ONE_IN = 20
"""How often an interval may miss: 95 % hold."""


class Median(NamedTuple):
    """The middle with the lowest and the highest beside it; the interval from six people on."""

    lowest: float
    middle: float
    highest: float
    interval: Interval | None


class Quantiles(NamedTuple):
    """A tenth lie below `tenth`, a quarter below `quarter`, half below `half`, and so on up."""

    tenth: float
    quarter: float
    half: float
    three_quarters: float
    nine_tenths: float


def median(values: Sequence[float]) -> Median | None:
    """The median of one value a person; None under three people.

    Its 95 % interval is from the order statistics: from the k-th lowest to the k-th highest, k
    the largest for which the field's own median lies between them 95 times in 100. Six values:
    the lowest and the highest (97 %); five hold it 94 times, three only three times in four.
    """
    if len(values) < FEWEST:
        return None
    ordered = sorted(values)
    k = _place(len(ordered))
    interval = Interval(ordered[k - 1], ordered[-k]) if k else None
    return Median(ordered[0], statistics.median(ordered), ordered[-1], interval)


def _place(n: int) -> int:
    """The largest k whose interval holds the median 95 times in 100; 0 where there is none.

    It does not where fewer than k of the n, or fewer than k from the other side, lie below it.
    """
    beyond, ways, k = 0, 1, 0
    while ONE_IN * 2 * (beyond + ways) <= 2**n:
        beyond += ways
        ways = ways * (n - k) // (k + 1)
        k += 1
    return k


def quantiles(values: Sequence[float]) -> Quantiles | None:
    """The deciles and quartiles of one value a person, by straight lines between the values.

    None under three people. 10, 20, 30, 40, 50: 14, 20, 30, 40, 46.
    """
    if len(values) < FEWEST:
        return None
    cuts = statistics.quantiles(values, n=20, method="inclusive")
    return Quantiles(*(cuts[place - 1] for place in (2, 5, 10, 15, 18)))
