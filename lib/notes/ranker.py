"""Scores by weights that `scripts/train_notes.py` trained on texts of our own."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).resolve().parents[2] / "data" / "notes_weights.json"


_Weights = Mapping[str, Mapping[str, float]]
_Columns = Mapping[str, Sequence[tuple[int, float]]]
_other: list[_Weights] = []


def use(weights: _Weights) -> None:
    """Score by these instead of the kept ones: for the training's second stage."""
    _other[:] = [weights]
    _columns.cache_clear()


def weights() -> _Weights:
    """By what is scored ("skill", "upsides", ...), the weight of each feature."""
    return _other[0] if _other else _kept()


@cache
def _kept() -> _Weights:
    loaded: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return loaded


def probability(of: str, features: Iterable[str]) -> float:
    """How likely it is, from 0 to 1, by the features that hold; unknown ones weigh nothing."""
    return probabilities((of,), features)[of]


def probabilities(of: tuple[str, ...], features: Iterable[str]) -> dict[str, float]:
    """How likely each of several is, in one pass over the features."""
    known = _columns(of)
    totals = [0.0] * len(of)
    for feature in ("", *features):
        for place, weight in known.get(feature, ()):
            totals[place] += weight
    return {
        one: 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
        for one, total in zip(of, totals, strict=True)
    }


@cache
def _columns(of: tuple[str, ...]) -> _Columns:
    """By feature, what it weighs for each of these, by its place."""
    columns: dict[str, list[tuple[int, float]]] = {}
    for place, one in enumerate(of):
        for feature, weight in weights().get(one, {}).items():
            columns.setdefault(feature, []).append((place, weight))
    return columns
