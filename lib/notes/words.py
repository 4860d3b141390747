"""The words by which notes are read, from `words.toml`: classes of words, and rules by section."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("words.toml")


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


@cache
def rule(section: str, name: str) -> re.Pattern[str]:
    """One rule as whole words; its `..._raw` alternatives stand as they are."""
    words = "|".join(alternatives(section, name))
    parts = [rf"(?<!\w)(?:{words})(?!\w)"] if words else []
    return re.compile("|".join([*parts, *alternatives(section, f"{name}_raw")]), re.IGNORECASE)
