"""Rungs of a career, where they are told as a row: with arrows, or behind a word such as "path"."""

import re

from lib.notes.found import StepFound
from lib.notes.kinds import Judged
from lib.notes.words import rule

MOST_WORDS = 6
_ARROW = re.compile(r"\s*(?:->|-->|→|=>|»|>|\bthen\b(?: to)?)\s*", re.IGNORECASE)
_COMMA = re.compile(r"\s*(?:,|/|\band\b|\bthen\b)\s*(?:and |then |maybe )?", re.IGNORECASE)
_PATH = re.compile(r"(?:career )?(?:path|ladder|steps?|career|progression|track|route up)", re.I)
_NAME = re.compile(r"\s+(?:an? |the )?(?P<title>(?:[\w-]+ ){0,3}[\w-]+)")

Row = list[tuple[str, int]]
"""Titles with where they begin in their clause."""


def steps_of(judged: Judged) -> list[StepFound]:
    """The titles of one clause in their order, or none."""
    piece, path = judged.piece, _is_path(judged)
    if piece.asker:
        return []
    row = _parted(piece.text, _ARROW)
    if len(row) < 2 or not (len(row) > 2 or path or _titles(row) > 1):
        row = _parted(piece.text, _COMMA) if path else []
    short = all(len(title.split()) <= MOST_WORDS for title, _ in row)
    if len(row) < 2 or not short or _titles(row) * 2 < len(row):
        return _single(judged)
    return [StepFound(title, piece.start + at, title) for title, at in row]


def _is_path(judged: Judged) -> bool:
    return bool(_PATH.match(judged.piece.label or judged.piece.heading))


def _titles(row: Row) -> int:
    return sum(_is_title(title) for title, _ in row)


def _is_title(words: str) -> bool:
    """Whether its last word is one of a title, or its first, as in "chef de partie"."""
    ends = {words.split(maxsplit=1)[0], words.rsplit(maxsplit=1)[-1]} if words.split() else set()
    return any(rule("steps", "title").fullmatch(end) for end in ends)


def _parted(text: str, mark: re.Pattern[str]) -> Row:
    parts: Row = []
    at = 0
    for cut in [*mark.finditer(text), None]:
        end = cut.start() if cut else len(text)
        part = text[at:end].strip(" ,;:.()\t")
        if part:
            parts.append((part, text.index(part, at)))
        at = cut.end() if cut else end
    return parts


def _single(judged: Judged) -> list[StepFound]:
    """One rung that somebody reached: "promoted to head chef"."""
    text = judged.piece.text
    reached = rule("steps", "single").search(text)
    named = _NAME.match(text, reached.end()) if reached else None
    if not named or not _is_title(named["title"]):
        return []
    return [StepFound(named["title"], judged.piece.start + named.start("title"), named["title"])]
