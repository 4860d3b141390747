"""What would turn a ranking over: one weight moved at a time, all else as it stands."""

from collections.abc import Mapping
from itertools import combinations, pairwise
from math import ceil, floor
from typing import NamedTuple

MOST = 10.0
"""Points that a criterion can have; the least is none."""

Means = Mapping[str, Mapping[str, float]]
"""Each field's mean value by criterion."""


class Turn(NamedTuple):
    """At `tie` points of this criterion the rival draws level with the leader."""

    criterion: str
    rival: str
    tie: float
    change: float


class Stretch(NamedTuple):
    """From `low` to `high` points of a criterion this field leads."""

    low: float
    high: float
    leader: str


def leading(points: Mapping[str, float], means: Means) -> str:
    """The field with the most by these points; of those level the first by id."""
    return max(sorted(means), key=lambda field: round(_sum(points, means[field]), 9))


def turns(points: Mapping[str, float], means: Means) -> list[Turn]:
    """Every change of one criterion's points, within 0 to 10, that a rival needs; nearest first.

    D = sum p_j (v_aj - v_bj) for leader a and rival b; p_j' = p_j - D / (v_aj - v_bj). Pay 6,
    months 4, interest 5; a = 0.5, 0.7, 0.7; b = 0.8, 0.3, 0.6: D = 0.3; ties at pay 7, months
    3.25 or interest 2.
    """
    leader = leading(points, means)
    found = []
    for rival in sorted(means.keys() - {leader}):
        ahead = _sum(points, means[leader]) - _sum(points, means[rival])
        for criterion, weight in points.items():
            better = means[leader][criterion] - means[rival][criterion]
            if abs(better) < 1e-9:
                continue
            tie = round(weight - ahead / better, 9)
            if 0 <= tie <= MOST:
                found.append(Turn(criterion, rival, tie, abs(tie - weight)))
    return sorted(found, key=lambda turn: round(turn.change, 9))


def beyond(turn: Turn, weight: float) -> int | None:
    """The first whole number of points past the tie; None where the scale ends before it.

    From 4 down to a tie at 3.25: 3. From 6 up to a tie at 7: 8.
    """
    whole = ceil(turn.tie) - 1 if turn.tie < weight else floor(turn.tie) + 1
    return whole if 0 <= whole <= MOST else None


def stretches(points: Mapping[str, float], means: Means, criterion: str) -> list[Stretch]:
    """Who leads from 0 to 10 points of one criterion, the others as they stand.

    In the example of `turns`: months to 3.25 b, from there a.
    """
    rest = {name: weight for name, weight in points.items() if name != criterion}
    cuts = {0.0, MOST}
    for one, other in combinations(sorted(means), 2):
        steeper = means[one][criterion] - means[other][criterion]
        if abs(steeper) > 1e-9:
            cuts.add((_sum(rest, means[other]) - _sum(rest, means[one])) / steeper)
    within = sorted(cut for cut in cuts if 0 <= cut <= MOST)
    found: list[Stretch] = []
    for low, high in pairwise(within):
        leader = leading({**rest, criterion: (low + high) / 2}, means)
        if found and found[-1].leader == leader:
            found[-1] = found[-1]._replace(high=high)
        elif high - low > 1e-9:
            found.append(Stretch(low, high, leader))
    return found


def _sum(points: Mapping[str, float], values: Mapping[str, float]) -> float:
    return sum(weight * values[name] for name, weight in points.items())
