"""What words, signs and codes mean beside a figure of pay, from `words.toml`; loaded when used."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from lib.money.characters import alike
from lib.money.currencies import CURRENCIES, MEANINGS, WORDS

WORDS_FILE = Path(__file__).with_name("words.toml")

# Chinese, Japanese and Korean are written without blanks: each sign is a piece of its own.
CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
PIECE = re.compile(
    rf"(?P<number>\d{{1,3}}(?:[ ']\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d)|\d[\d.,]*\d|\d)"
    rf"|(?P<word>(?![kK]\$)[A-Za-z]{{1,3}}\$|(?:[^\W\d_{CJK}]\.)+[^\W\d_{CJK}]\b"
    rf"|[{CJK}]|(?:[^\W\d_{CJK}]|\u0301)+)|(?P<sign>[^\s\w]|_)"
)
"""A number, a word (or one sign of Chinese, Japanese, Korean), or one other sign."""


@dataclass(frozen=True)
class Entry:
    """What a word does in a figure (roles), and what it says of it (facts)."""

    roles: frozenset[str]
    facts: dict[str, Any]


NOTHING = Entry(frozenset(), {})
Key = tuple[str, ...]
NONE: tuple[set[str], dict[str, Any]] = (set(), {})


@dataclass(frozen=True)
class Lexicon:
    """Entries by their pieces in lower case, by those kept as written, and the longest key."""

    folded: dict[Key, Entry]
    exact: dict[Key, Entry]
    longest: dict[str, int]
    """First piece: how many pieces its longest key has."""


@cache
def lexicon() -> Lexicon:
    """All words and signs with their meaning."""
    collected: dict[tuple[bool, Key], tuple[set[str], dict[str, Any]]] = {}
    for exact, key, role, facts in _listed():
        roles, have = collected.setdefault((exact, key), (set(), {}))
        roles.add(role)
        have.update(facts)
    for (exact, key), (roles, _) in collected.items():
        if len(key) > 1 and not exact and not roles & {"not", "unless", "bonus"}:
            parts = (collected.get((False, (piece,)), NONE)[0] for piece in key)
            roles.update({"pay"} & set().union(*parts))
    entries = {at: Entry(frozenset(roles), facts) for at, (roles, facts) in collected.items()}
    longest: dict[str, int] = {}
    for _, key in entries:
        first = key[0].lower()
        longest[first] = max(longest.get(first, 0), len(key))
    return Lexicon(
        {key: entry for (exact, key), entry in entries.items() if not exact},
        {key: entry for (exact, key), entry in entries.items() if exact},
        longest,
    )


def _listed() -> Iterator[tuple[bool, Key, str, dict[str, Any]]]:
    """Whether it is kept as written, its pieces, a role and the facts, word by word."""
    with WORDS_FILE.open("rb") as file:
        lists = tomllib.load(file)
    for section, named in lists.items():
        for name, words in named.items():
            role, facts = _meaning(section, name)
            for word in words.split(","):
                if key := pieces(word.strip().lstrip("=")):
                    exact = word.strip()[:1] == "=" and len(word.strip()) > 1
                    yield exact, key if exact else tuple(map(str.lower, key)), role, facts
    for word, meant in MEANINGS.items():
        yield False, pieces(word), "currency", {"currency": meant}
    for code in CURRENCIES:
        exact = code.lower() in WORDS
        yield exact, (code if exact else code.lower(),), "currency", {"currency": frozenset({code})}


def _meaning(section: str, name: str) -> tuple[str, dict[str, Any]]:
    match section:
        case "roles":
            return name, {}
        case "nouns":
            return "noun", {"noun": name}
        case "scale":
            return "scale", {"scale": Decimal(name)}
        case "currency":
            return "currency", {"currency": frozenset(name.split("_"))}
    return section, {} if name == "words" else {section: name}


def pieces(text: str) -> Key:
    """The pieces that a text is read in."""
    return tuple(match.group() for match in PIECE.finditer(alike(text)))
