"""Scores by weights that were trained on texts of our own (`scripts/train_notes.py`): pure, no state."""

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).resolve().parents[2] / "data" / "notes_weights.json"


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """By what is scored ("skill", "kind: upsides", ...), the weight of each feature."""
    if not WEIGHTS.exists():
        return {}
    loaded: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return loaded


def probability(of: str, features: Iterable[str]) -> float:
    """How likely it is, from 0 to 1, by the features that hold; unknown ones weigh nothing."""
    known = weights().get(of, {})
    total = known.get("", 0.0)
    for feature in features:
        total += known.get(feature, 0.0)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
