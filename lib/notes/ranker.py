"""Scores by weights that `scripts/train_notes.py` trained on texts of our own."""

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).resolve().parents[2] / "data" / "notes_weights.json"


_Weights = Mapping[str, Mapping[str, float]]
_other: list[_Weights] = []


def use(weights: _Weights) -> None:
    """Score by these instead of the kept ones: for the training's second stage."""
    _other[:] = [weights]


def weights() -> _Weights:
    """By what is scored ("skill", "upsides", ...), the weight of each feature."""
    return _other[0] if _other else _kept()


@cache
def _kept() -> _Weights:
    loaded: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return loaded


def probability(of: str, features: Iterable[str]) -> float:
    """How likely it is, from 0 to 1, by the features that hold; unknown ones weigh nothing."""
    known = weights().get(of, {})
    total = known.get("", 0.0)
    for feature in features:
        total += known.get(feature, 0.0)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
