"""The words by which notes are read, from `words.toml`: classes of words, and rules by section."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("words.toml")
_WORD = re.compile(r"\w+")
_ALONE = re.compile(r"(?:[a-z]|\\w\*|\[[a-z]+\]|[a-z]\?|\((?:\?:)?[a-z|]+\)\??)+")
"""An alternative of letters alone: it holds where a whole word is it."""


@cache
def _content() -> dict[str, Any]:
    with _FILE.open("rb") as file:
        return tomllib.load(file)


@cache
def members(name: str) -> frozenset[str]:
    """The words of a class: "verbs", "pronouns", ..."""
    return frozenset(_content()["classes"][name].split())


@cache
def alternatives(section: str, name: str) -> tuple[str, ...]:
    """The alternatives of one rule as they stand in the file; `section` may be "pay.level"."""
    held = _content()
    for part in section.split("."):
        held = held[part]
    return tuple(held.get(name, ()))


@cache
def names(section: str) -> tuple[str, ...]:
    """The rules of a section in their order."""
    held = _content()
    for part in section.split("."):
        held = held[part]
    return tuple(held)


def held(section: str, text: str) -> frozenset[str]:
    """The rules of a section that hold somewhere in a text."""
    found = {name for word in set(_WORD.findall(text)) for name in _by_word(section, word)}
    phrases = _phrases(section)
    return frozenset(found | {name for name in phrases if phrases[name].search(text)})


@lru_cache(maxsize=20_000)
def _by_word(section: str, word: str) -> tuple[str, ...]:
    """The rules that a whole word fulfils by itself."""
    return tuple(name for name, words in _words(section).items() if words.fullmatch(word))


@cache
def _words(section: str) -> dict[str, re.Pattern[str]]:
    """By rule, its alternatives that are one word each."""
    return {
        name: re.compile("|".join(alone), re.IGNORECASE)
        for name in names(section)
        if (alone := [one for one in alternatives(section, name) if _ALONE.fullmatch(one)])
        and not name.endswith("_raw")
    }


@cache
def _phrases(section: str) -> dict[str, re.Pattern[str]]:
    """By rule, what is left: several words, marks, and what stands as it is."""
    left = {
        name: [one for one in alternatives(section, name) if not _ALONE.fullmatch(one)]
        for name in names(section)
        if not name.endswith("_raw")
    }
    return {
        name: _whole(words, alternatives(section, f"{name}_raw"))
        for name, words in left.items()
        if words or alternatives(section, f"{name}_raw")
    }


@cache
def rule(section: str, name: str) -> re.Pattern[str]:
    """One rule as whole words; its `..._raw` alternatives stand as they are."""
    return _whole(alternatives(section, name), alternatives(section, f"{name}_raw"))


def _whole(words: Iterable[str], raw: Iterable[str]) -> re.Pattern[str]:
    either = "|".join(words)
    parts = [rf"(?<!\w)(?:{either})(?!\w)"] if either else []
    return re.compile("|".join([*parts, *raw]), re.IGNORECASE)
