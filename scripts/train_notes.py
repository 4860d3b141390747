"""Trains the weights by which notes are read (data/notes_weights.json) on the texts of our own.

`python scripts/train_notes.py` reads the training and the tuning part of tests/evaluation, never
the part held out, and writes the same file for the same texts.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from lib.notes import kinds, ranker  # noqa: E402
from lib.notes.aspects import DIRECTIONS  # noqa: E402
from lib.notes.pieces import Piece, pieces  # noqa: E402
from lib.notes.tokens import tokens  # noqa: E402
from lib.words import THEMES  # noqa: E402
from tests.evaluation.marked import Marked, marked  # noqa: E402

KIND_RIDGE = 0.3
Example = tuple[list[str], float, float]
"""Features, 1 for yes or 0 for no, and how much it weighs."""


def main() -> None:
    """Trains on the parts that are named, training and tuning where none is, and writes."""
    texts = texts_of(sys.argv[1:] or ["training", "tuning"])
    _write(trained(texts), len(texts))


def texts_of(parts: Sequence[str]) -> list[Marked]:
    """The marked texts of these parts."""
    return [text for part in parts for text in marked(part)]


def trained(texts: Sequence[Marked]) -> dict[str, dict[str, float]]:
    """The weights of both stages: the second reads what the first says."""
    from scripts.train_notes_skills import skill_examples  # noqa: PLC0415

    made: dict[str, dict[str, float]] = {}
    for kind in kinds.KINDS:
        made[kind] = fitted(kind_examples(texts, kind), least=3, ridge=KIND_RIDGE)
    ranker.use(made)
    made["skill"] = fitted(skill_examples(texts), least=4, ridge=1.0)
    return made | _closed_lists(texts)


def _closed_lists(texts: Sequence[Marked]) -> dict[str, dict[str, float]]:
    """Weights for each theme of what is good or hard, and each direction of a field."""
    from scripts.train_notes_lists import direction_examples, theme_examples  # noqa: PLC0415

    trained: dict[str, dict[str, float]] = {}
    for theme in THEMES:
        trained[f"theme: {theme}"] = fitted(theme_examples(texts, theme), least=2, ridge=1.0)
    for direction in DIRECTIONS:
        examples = direction_examples(texts, direction)
        trained[f"direction: {direction}"] = fitted(examples, least=2, ridge=1.0)
    return trained


def kind_examples(texts: Sequence[Marked], kind: str) -> list[Example]:
    """Each clause of the texts, and whether something of the kind was said in it."""
    examples: list[Example] = []
    for text in texts:
        before: kinds.Judged | None = None
        for piece in pieces(text.text):
            words = tokens(piece.text, piece.start)
            signs = kinds.signs_of(piece.text)
            examples.append(
                (
                    kinds.features_of(piece, words, signs, before),
                    float(says(text, piece, kind)),
                    1.0,
                )
            )
            likely = {one: float(says(text, piece, one)) for one in kinds.KINDS}
            before = kinds.Judged(piece, words, signs, likely)
    return examples


def says(text: Marked, piece: Piece, kind: str) -> bool:
    """Whether a mark of the kind covers a third of the clause or lies within it."""
    for mark in text.of(kind):
        shared = min(mark.end, piece.end) - max(mark.start, piece.start)
        if shared > 0 and shared * 3 >= min(len(mark.quote), len(piece.text)):
            return True
    return False


def fitted(examples: Sequence[Example], *, least: int, ridge: float) -> dict[str, float]:
    """Weights of a logistic regression over features that occur at least so often."""
    counts = Counter(feature for features, _, _ in examples for feature in set(features))
    names = ["", *sorted(name for name, times in counts.items() if times >= least)]
    index = {name: place for place, name in enumerate(names)}
    rows = [[0, *(index[f] for f in set(features) if f in index)] for features, _, _ in examples]
    row_of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    column = np.concatenate([np.array(row) for row in rows])
    wanted = np.array([yes for _, yes, _ in examples])
    heavy = np.array([weight for _, _, weight in examples])
    weight, seen = np.zeros(len(names)), np.full(len(names), 1e-6)
    penalty = np.full(len(names), ridge)
    penalty[0] = 0.0
    for _ in range(400):
        score = np.bincount(row_of, weights=weight[column], minlength=len(rows))
        miss = heavy * (1 / (1 + np.exp(-np.clip(score, -30, 30))) - wanted)
        slope = np.bincount(column, weights=miss[row_of], minlength=len(names)) + penalty * weight
        seen += slope**2
        weight -= 0.5 * slope / np.sqrt(seen)
    return {n: round(float(w), 3) for n, w in zip(names, weight, strict=True) if abs(w) >= 0.02}


def _write(trained: dict[str, dict[str, float]], texts: int) -> None:
    content = {
        "source": f"scripts/train_notes.py on {texts} texts written for Fieldwork",
        "date": date.today().isoformat(),
        "weights": trained,
    }
    written = json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True)
    ranker.WEIGHTS.write_text(written + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
