"""Words of a text with their places, their stems, and the -ing form of a verb."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from lib.notes.words import members

_DATA = Path(__file__).resolve().parents[2] / "data"
_WORD = re.compile(
    r"[^\W\d_]+(?:['\u2019&][^\W\d_]+|\.[A-Za-z]\b)*[+#]*"
    r"|[$€£¥₹]?\d[\d.,'\u2019]*\d[^\W\d_]*|\d+[^\W_]*|\S"
)
LONGEST_WORD = 40
UNKNOWN = 2.5
"""How common a word is that is in no list (Zipf's scale: 3 is one in a million)."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark: as written, folded, and where it stands."""

    text: str
    low: str
    start: int
    end: int


def tokens(text: str, start: int = 0) -> list[Token]:
    """The words and marks of a text; places count from `start`."""
    return [
        Token(
            found[0],
            found[0].lower().replace("\u2019", "'"),
            start + found.start(),
            start + found.end(),
        )
        for found in _WORD.finditer(text)
    ]


@cache
def _commonness() -> dict[str, float]:
    common: dict[str, float] = {}
    for line in (_DATA / "word_commonness.txt").read_text(encoding="utf-8").splitlines():
        zipf, *words = line.split()
        common.update(dict.fromkeys(words, float(zipf)))
    return common


def commonness(word: str) -> float:
    """How common a folded word is, on Zipf's scale from 2.5 (in no list) to 7.7 ("the")."""
    return _commonness().get(word, UNKNOWN)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What inflections of one word share: "blueprints" and "blueprint", "reading" and "read"."""
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    for suffix, least in (("ings", 3), ("ing", 3), ("ed", 3), ("es", 3), ("s", 3)):
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            if suffix == "s" and word[-2] in "su":
                return word
            return _undoubled(word[: -len(suffix)])
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _undoubled(base: str) -> str:
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiouls":
        return base[:-1]
    return base[:-1] if base.endswith("e") and len(base) > 3 else base


@lru_cache(maxsize=5_000)
def gerund(verb: str) -> str:
    """The -ing form: read, reading; cut, cutting; make, making; tie, tying."""
    if verb.endswith("ing") and len(verb) > 5:
        return verb
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    if verb in _DOUBLING or re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb):
        return verb + verb[-1] + "ing"
    return verb + "ing"


_DOUBLING = members("doubling")
