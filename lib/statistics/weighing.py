"""Which field is ahead, and how often if one weighs differently: SMAA with one unknown voice.

Lahdelma and Salminen 2001. Values lie on fixed scales, so that no field changes another's; what
few people told is drawn widely, so that nothing missing needs a rule of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Voice = tuple[float, float]
"""What one voice told, on its scale: a low and a high end, the same for a single figure."""

DRAWS = 10_000
TIE = 1e-9
"""Sums of the same figures in another order differ by less: they share a rank."""


@dataclass(frozen=True)
class Value:
    """One field by one criterion, 0 to 1: what voices told, or one's own figure, which is sure."""

    voices: tuple[Voice, ...] = ()
    own: float | None = None


class Moments(NamedTuple):
    """The mean of what is drawn for a value, and its standard deviation."""

    mean: float
    spread: float


Field = Mapping[str, Value]
"""A field's values by criterion."""


@dataclass(frozen=True)
class Weighing:
    """Fields by id, the best first; for each how good it is, and how often it has each rank."""

    order: tuple[str, ...]
    worth: Mapping[str, float]
    ranks: Mapping[str, tuple[float, ...]]


def scaled(amount: float, nothing: float, everything: float) -> float:
    """Where an amount lies from the end that counts nothing (0) to the one that counts all (1).

    Months from 48 to 0: 12 is 0.75, and 60 lies beyond the end, at -0.25.
    """
    return (amount - nothing) / (everything - nothing)


def moments(value: Value) -> Moments:
    """Mean and spread of sum g_k x_k, g from Dirichlet(1, ..., 1) over the voices and one unknown.

    With m = n + 1 and S the sum of the means, E = S / m and
    Var = (sum of 2 E(x^2) - E(x)^2, + S^2) / (m (m + 1)) - E^2; the unknown one has 1/2 and 1/3.
    No voice: 0.5 and 0.29. One at 0.9: 0.70 and 0.20. Three at 0.5, 0.6, 0.7: 0.575 and 0.10.
    """
    if value.own is not None:
        return Moments(min(max(value.own, 0.0), 1.0), 0.0)
    known = [*map(_first_two, value.voices), (1 / 2, 1 / 3)]
    m = len(known)
    total = sum(mean for mean, _ in known)
    squares = sum(2 * square - mean * mean for mean, square in known)
    variance = (squares + total * total) / (m * (m + 1)) - (total / m) ** 2
    return Moments(total / m, sqrt(max(variance, 0.0)))


def _first_two(voice: Voice) -> tuple[float, float]:
    """E(x) and E(x^2) of a point of the range, moved to the nearer end where it lies beyond."""
    low, high = voice
    if low == high:
        at = min(max(low, 0.0), 1.0)
        return at, at * at
    a, b = min(max(low, 0.0), 1.0), min(max(high, 0.0), 1.0)
    wide = high - low
    above = max(high - max(low, 1.0), 0.0) / wide
    return above + (b**2 - a**2) / 2 / wide, above + (b**3 - a**3) / 3 / wide


def weigh(fields: Mapping[str, Field], points: Mapping[str, float], draws: int = DRAWS) -> Weighing:
    """The fields by their mean worth, and how often each has each rank if one weighs differently.

    Weights are drawn from Dirichlet(3 J w / sum w) over the J criteria with points, values as in
    `moments`. Ties share the better rank, so each field's shares sum to one. Every random stream
    belongs to a field's id or to the weights: a third field changes nothing between two others.
    """
    worth = {field: mean_worth(values, points) for field, values in fields.items()}
    order = tuple(sorted(fields, key=lambda field: (-round(worth[field], 9), field)))
    drawn = worths(fields, points, draws)
    shares = _ranks(drawn)
    return Weighing(order, worth, dict(zip(fields, shares, strict=True)))


def mean_worth(values: Field, points: Mapping[str, float]) -> float:
    """The mean value over the criteria, by their points."""
    counting = _counting(points)
    total = sum(counting.values())
    return sum(w * moments(values[name]).mean for name, w in counting.items()) / total


def worths(fields: Mapping[str, Field], points: Mapping[str, float], draws: int) -> Floats:
    """What each field is worth in each draw: a row a field."""
    counting = _counting(points)
    weights = _weights(counting, draws)
    found = np.zeros((len(fields), draws))
    for place, (field, values) in enumerate(fields.items()):
        for weight, name in zip(weights, counting, strict=True):
            found[place] += weight * _drawn(values[name], _stream(field, name), draws)
    return found


def _counting(points: Mapping[str, float]) -> dict[str, float]:
    counting = {name: float(weight) for name, weight in points.items() if weight > 0}
    if not counting:
        raise ValueError("no criterion has any points")
    return counting


def _weights(counting: Mapping[str, float], draws: int) -> Floats:
    each = 3 * len(counting) / sum(counting.values())
    drawn = [_stream("weights", n).standard_gamma(each * w, draws) for n, w in counting.items()]
    shares: Floats = np.array(drawn) / np.sum(drawn, axis=0)
    return shares


def _drawn(value: Value, stream: np.random.Generator, draws: int) -> Floats | float:
    """The value in each draw; Dirichlet's parts are exponentials by their sum."""
    if value.own is not None:
        return moments(value).mean
    points = [low for low, high in value.voices if low == high]
    ranges = [(low, high) for low, high in value.voices if low != high]
    parts = stream.standard_exponential((len(value.voices) + 1, draws))
    unknown = stream.random(draws)
    told = np.clip(points, 0, 1) @ parts[: len(points)]
    for (low, high), part in zip(ranges, parts[len(points) :], strict=False):
        at = stream.random(draws)
        at *= high - low
        at += low
        told += part * np.clip(at, 0, 1, out=at)
    told += parts[-1] * unknown
    summed: Floats = told / parts.sum(axis=0)
    return summed


def _stream(*owner: str) -> np.random.Generator:
    seed = sha256("\x00".join(owner).encode()).digest()[:16]
    return np.random.Generator(np.random.SFC64(int.from_bytes(seed)))


def _ranks(drawn: Floats) -> Sequence[tuple[float, ...]]:
    """For each field the share of draws in which so many stand above it: none, one, two ..."""
    above = drawn[None, :, :] > drawn[:, None, :] + TIE
    ranks = above.sum(axis=1)
    shares = [[float((row == rank).mean()) for rank in range(len(drawn))] for row in ranks]
    return [tuple(row) for row in shares]
