"""How many of the pay phrases are read right: `python -m tests.evaluation.pay [--misses]`.

A third of the phrases, by the digest of their words, is held out: their misses are never printed.
Those marked `open` were looked at and are in no part but the open one.
"""

import json
import sys
from collections import Counter
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from lib import money

PHRASES = Path(__file__).with_name("pay_phrases.jsonl")
ALL_FOUR = ("low", "high", "currency", "period")

Report = dict[str, dict[str, int]]


def report() -> Report:
    """By part (open, held_out): pay, pay_right (in all four), no_pay, no_pay_taken."""
    return _counted(*_parts())


def misses() -> list[str]:
    """Each phrase of the open part that is read wrong, with what was read."""
    return [f"{one['phrase']}: {_read(one['phrase'])}" for one in _parts()[0] if not _right(one)]


def _parts() -> tuple[list[Any], list[Any]]:
    every = [json.loads(line) for line in PHRASES.read_text(encoding="utf-8").splitlines()]
    held = [one for one in every if not one.get("open") and _apart(one["phrase"])]
    return [one for one in every if one not in held], held


def _apart(phrase: str) -> bool:
    return sha256(phrase.encode()).digest()[0] % 3 == 0


def _counted(*parts: list[Any]) -> Report:
    counted = {}
    for name, part in zip(("open", "held_out"), parts, strict=True):
        times = Counter((one["pay"] is not None, _right(one)) for one in part)
        counted[name] = {
            "pay": times[True, True] + times[True, False],
            "pay_right": times[True, True],
            "no_pay": times[False, True] + times[False, False],
            "no_pay_taken": times[False, False],
        }
    return counted


def _right(one: Any) -> bool:
    return bool(_read(one["phrase"]) == one["pay"])


def _read(phrase: str) -> dict[str, Any] | None:
    read = money.parse(phrase)
    if read is None:
        return None
    values = asdict(read) | {
        end: None if getattr(read, end) is None else float(getattr(read, end))
        for end in ("low", "high")
    }
    return {name: values[name] for name in ALL_FOUR}


if __name__ == "__main__":
    if "--misses" in sys.argv:
        print("\n".join(misses()))
    print(json.dumps(report(), indent=2))
