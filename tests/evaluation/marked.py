"""Texts of notes with what they hold marked in them: `{s!:TIG welding}`, `{p:$21=21 USD ?}`.

A mark is a kind, the words, and after = what they stand for. Kinds: s (a skill; s! mandatory, s+
helpful, s- not needed), t training, p pay, u upside, d downside, st step, o outlook (og growing,
os steady, oh shrinking, oc changing), w a person to meet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
KINDS = {"s": "skills", "t": "training", "p": "salaries", "u": "upsides", "d": "downsides",
         "st": "steps", "o": "outlook", "w": "people"}  # fmt: skip
_MARK = re.compile(r"\{(st|[stpudow])([!+\-gshc]?):|\}")


@dataclass(frozen=True)
class Mark:
    """One thing that the text says: its words, their place, and what they stand for."""

    kind: str
    more: str
    quote: str
    start: int
    end: int
    stands_for: str

    @property
    def name(self) -> str:
        """The name where one is given, else the words."""
        return self.stands_for or self.quote


@dataclass(frozen=True)
class Marked:
    """One text without its marks, and the marks."""

    name: str
    field: str
    role: str
    text: str
    marks: tuple[Mark, ...]

    def of(self, kind: str) -> list[Mark]:
        """The marks of one kind."""
        return [mark for mark in self.marks if mark.kind == kind]


def marked(part: str) -> list[Marked]:
    """The texts of a part: "held_out", "tuning" or "training"."""
    files = sorted(TEXTS.glob(f"{part}*.txt"))
    return [text for file in files for text in _texts(file.read_text(encoding="utf-8"))]


def _texts(whole: str) -> Iterator[Marked]:
    for block in whole.split("=== ")[1:]:
        head, _, body = block.partition("\n")
        name, field, role = (part.strip() for part in head.split("|"))
        text, marks = _read(body.rstrip("\n"))
        yield Marked(name, field, role, text, tuple(marks))


def _read(body: str) -> tuple[str, list[Mark]]:
    plain, marks, open_, at = "", [], [], 0
    for found in _MARK.finditer(body):
        plain += body[at : found.start()]
        at = found.end()
        if found[0] != "}":
            open_.append((found[1], found[2], len(plain)))
            continue
        kind, more, start = open_.pop()
        words, given, stands_for = plain[start:].rpartition("=")
        if given:
            plain = plain[:start] + words
        quote = plain[start:]
        marks.append(Mark(KINDS[kind], more, quote, start, len(plain), stands_for.strip()))
    assert not open_, body[:80]
    return plain + body[at:], marks
