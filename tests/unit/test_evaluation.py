"""How well notes are read, held to the bars on texts that nobody looked at while it was made."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.evaluation.marked import KINDS, marked
from tests.evaluation.notes import Score, scores

ROOT = Path(__file__).resolve().parents[2]
BARS = {"skills": 0.6, "training": 0.65, "salaries": 0.8, "upsides": 0.45, "downsides": 0.45}


@cache
def held_out() -> dict[str, Score]:
    return scores(marked("held_out"))


@pytest.mark.parametrize("kind", BARS)
def test_texts_never_seen_are_read_well_enough(kind: str) -> None:
    assert held_out()[kind].f1 >= BARS[kind]


def test_the_texts_are_many_and_a_third_is_held_out() -> None:
    open_, apart, training = (len(marked(part)) for part in ("tuning", "held_out", "training"))
    assert open_ + apart >= 90
    assert 3 * apart >= open_ + apart
    assert training >= 150


@pytest.mark.parametrize("part", ["tuning", "held_out", "training"])
def test_every_mark_is_a_piece_of_its_text(part: str) -> None:
    for text in marked(part):
        assert text.marks
        for mark in text.marks:
            assert mark.kind in KINDS.values()
            assert text.text[mark.start : mark.end] == mark.quote.strip() or mark.quote


def test_no_text_is_in_two_parts() -> None:
    every = [text.text for part in ("tuning", "held_out", "training") for text in marked(part)]
    assert len(every) == len(set(every))


def test_the_weights_are_what_the_script_makes_of_the_texts() -> None:
    kept = json.loads((ROOT / "data" / "notes_weights.json").read_text(encoding="utf-8"))
    code = (
        "import json, sys; from scripts import train_notes as t; "
        "print(json.dumps(t.trained(t.texts_of(['training', 'tuning']))))"
    )
    made = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(made.stdout) == kept["weights"]
