"""Weighing: the means and spreads that many draws come to, and what would turn the lead over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt
from random import Random

Ends = tuple[float, float]
Told = list[Ends] | float
"""What voices told, placed on a scale, or an own rating."""
DRAWS = 2_000
MOST = 10
"""Points that a criterion can have."""
NEARLY = 1e-9


def placed(value: float, scale: Ends) -> float:
    """Where a value lies from the first end of its scale, 0, to the second, 1.

    >>> placed(36, (48, 0)), placed(60, (48, 0))
    (0.25, -0.25)
    """
    nothing, everything = scale
    return (value - nothing) / (everything - nothing) + 0.0  # never minus nothing


def interval(low: float | None, high: float | None, scale: Ends) -> Ends:
    """Open ends: a range on its scale; an open end reaches the scale's own end.

    "12 or more" months reach from 12 to the worse end, "up to 9" from the better end to 9.

    >>> interval(12, None, (48, 0)), interval(None, 12, (48, 0))
    ((0.0, 0.75), (0.75, 1.0))
    """
    bottom, top = min(scale), max(scale)
    one = placed(bottom if low is None else low, scale)
    other = placed(top if high is None else high, scale)
    return min(one, other), max(one, other)


def voiced(told: Sequence[Ends]) -> tuple[float, float]:
    """Mean and spread of a field's value: Dirichlet over its voices and one unknown voice.

    >>> [round(v, 2) for v in voiced([(0.9, 0.9)])], [round(v, 2) for v in voiced([])]
    ([0.7, 0.2], [0.5, 0.29])
    >>> [round(v, 3) for v in voiced([(0.5, 0.5), (0.6, 0.6), (0.7, 0.7)])]
    [0.575, 0.099]
    """
    every = [*told, (0.0, 1.0)]
    n = len(every)
    means, squares = zip(*(moments(low, high) for low, high in every), strict=True)
    total = sum(means)
    pairs = total * total - sum(m * m for m in means)
    second = (2 * sum(squares) + pairs) / (n * (n + 1))
    mean = total / n
    return mean, sqrt(max(0.0, second - mean * mean))


def moments(low: float, high: float) -> Ends:
    """E(x) and E(x^2) of a uniform point of a range; what lies beyond the scale is its end.

    >>> moments(0.5, 0.5), moments(-0.5, 0.5)
    ((0.5, 0.25), (0.125, 0.041666666666666664))
    """
    if low == high:
        point = min(1.0, max(0.0, low))
        return point, point * point
    a, b = min(1.0, max(0.0, low)), min(1.0, max(0.0, high))
    above, wide = max(0.0, high - max(low, 1.0)), high - low
    return (above + (b**2 - a**2) / 2) / wide, (above + (b**3 - a**3) / 3) / wide


def ranks(
    points: Mapping[str, float], heard: Mapping[str, Mapping[str, Told]], random: Random
) -> dict[str, list[float]]:
    """Weighing: in what share of draws each field comes first, second ...; ties share the rank.

    Weights come from Dirichlet(3 J w / sum w) over the J criteria above zero.

    >>> even = {"a": {"pay": 0.5}, "b": {"pay": 0.5}, "c": {"pay": 0.1}}
    >>> ranks({"pay": 5}, even, Random(0))
    {'a': [1.0, 0.0, 0.0], 'b': [1.0, 0.0, 0.0], 'c': [0.0, 0.0, 1.0]}
    """
    above = {name: w for name, w in points.items() if w > 0}
    if not above:
        return {}
    alphas = [3 * len(above) * w / sum(above.values()) for w in above.values()]
    times = {f: [0] * len(heard) for f in heard}
    for _ in range(DRAWS):
        weights = dirichlet(alphas, random)
        sums = {
            f: sum(w * drawn(told[j], random) for j, w in zip(above, weights, strict=True))
            for f, told in heard.items()
        }
        for f, mine in sums.items():
            times[f][sum(other > mine for other in sums.values())] += 1
    return {f: [n / DRAWS for n in many] for f, many in times.items()}


def dirichlet(alphas: Sequence[float], random: Random) -> list[float]:
    gammas = [random.gammavariate(alpha, 1) for alpha in alphas]
    return [gamma / sum(gammas) for gamma in gammas]


def drawn(told: Told, random: Random) -> float:
    """One value of a field: a mixture of its voices and one unknown; an own rating is itself."""
    if not isinstance(told, list):
        return told
    points = [min(1.0, max(0.0, random.uniform(*ends))) for ends in [*told, (0.0, 1.0)]]
    mixed = dirichlet([1.0] * len(points), random)
    return sum(g * x for g, x in zip(mixed, points, strict=True))


@dataclass(frozen=True)
class Turn:
    """Which criterion's points bring the rival level, and at which number."""

    rival: str
    criterion: str
    points: float


def turns(points: Mapping[str, float], means: Mapping[str, Mapping[str, float]]) -> list[Turn]:
    """What would turn it over: changes of one criterion's points that tie the leader, least first.

    >>> example = {"a": {"pay": 0.5, "months": 0.7, "interest": 0.7},
    ...     "b": {"pay": 0.8, "months": 0.3, "interest": 0.6}}
    >>> [(t.criterion, t.points) for t in turns({"pay": 6, "months": 4, "interest": 5}, example)]
    [('months', 3.25), ('pay', 7.0), ('interest', 2.0)]
    """
    sums = {f: sum(points[j] * v for j, v in values.items()) for f, values in means.items()}
    leader = max(sorted(sums), key=lambda f: round(sums[f], 9))
    found = []
    for rival, values in means.items():
        for criterion, value in values.items():
            apart = means[leader][criterion] - value
            if rival != leader and abs(apart) > NEARLY:
                ties_at = round(points[criterion] - (sums[leader] - sums[rival]) / apart, 9)
                found.append(Turn(rival, criterion, ties_at))
    within = [turn for turn in found if 0 <= turn.points <= MOST]
    return sorted(within, key=lambda turn: change(points, turn))


def change(points: Mapping[str, float], turn: Turn) -> float:
    return round(abs(points[turn.criterion] - turn.points), 9)


def past(turn: Turn, points: Mapping[str, float]) -> int | None:
    """The first whole number at which the rival is ahead; None where the scale ends before.

    >>> past(Turn("b", "months", 3.25), {"months": 4}), past(Turn("b", "pay", 10), {"pay": 6})
    (3, None)
    """
    down = turn.points < points[turn.criterion]
    whole = ceil(turn.points) - 1 if down else floor(turn.points) + 1
    return whole if 0 <= whole <= MOST else None
