"""The question bank: what is worth asking somebody about their work, read once from its file."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "questions.toml"


@dataclass(frozen=True)
class BankQuestion:
    """One question; `key` is kept with an agenda, `special` is a case of `lib.words.Case`."""

    key: str
    topic: str
    text: str
    minutes: int
    special: str = ""


@cache
def bank() -> tuple[BankQuestion, ...]:
    """All of it: by topic, the most useful first, then by special case."""
    return tuple(_read(tomllib.loads(FILE.read_text(encoding="utf-8"))))


def _read(told: dict[str, Any]) -> Iterator[BankQuestion]:
    for topic, questions in told["topics"].items():
        for key, one in questions.items():
            yield BankQuestion(f"{topic}/{key}", topic, one["text"], one["minutes"])
    for special, questions in told["special"].items():
        for key, one in questions.items():
            yield BankQuestion(f"{special}/{key}", special=special, **one)
