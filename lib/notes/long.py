"""A text too long to be read closely: every line is looked at, and those that may tell are read."""

import re
from collections.abc import Iterator
from functools import cache

from lib.notes.words import alternatives

MOST = 40_000
"""Characters that are read closely; of a longer text the first three quarters as they come."""
PART = 1_000
"""Characters of a line from which on it is taken in parts."""
_PARTS = re.compile(rf"[^\r\n\u2028\u2029]{{1,{PART}}}(?=[\s]|$)|[^\r\n\u2028\u2029]{{1,{PART}}}")


def to_read(text: str) -> tuple[str, int]:
    """The text with empty lines for what is not read, so that places stay; and how much that is.

    A line that stood there before says nothing new. Behind the first ones a line has to tell
    something: a label, money, a way in, somebody to meet.
    """
    if len(text) <= MOST:
        return text, 0
    kept: list[str] = []
    at = used = unread = 0
    seen: set[str] = set()
    for start, part in _parts(text):
        bare = part.strip()
        new = bool(bare) and bare not in seen
        seen.add(bare)
        near = used + len(bare) <= MOST * 3 // 4
        reads = new and (near or (used + len(bare) <= MOST and _tells().search(bare)))
        kept += text[at:start], part if reads else "\n" * len(part)
        at = start + len(part)
        used += len(bare) if reads else 0
        unread += len(bare) if new and not reads else 0
    return "".join([*kept, text[at:]]), unread


def _parts(text: str) -> Iterator[tuple[int, str]]:
    return ((part.start(), part[0]) for part in _PARTS.finditer(text))


@cache
def _tells() -> re.Pattern[str]:
    """What begins like a label of notes, names money, a way in, or somebody to meet."""
    topics = ("skill", "training", "pay", "up", "down", "outlook")
    labels = "|".join(word for topic in topics for word in alternatives("topics", topic))
    school = "|".join(alternatives("money", "school"))
    meet = "|".join(alternatives("people", "labels"))
    return re.compile(
        rf"^\W{{0,3}}(?:{labels}|{meet})\b.{{0,20}}[:=-]|[$€£¥₹]\s?\d|\d\s?(?:k|€|£)\b"
        rf"|\b(?:{school}|talk to|need to|have to|good at|an hour|a month|a year|salary)\b",
        re.IGNORECASE,
    )
