"""The official names of occupations and areas, and the search among them and what people say."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz import fuzz, process

from lib.reference import onet, own
from lib.reference.places import ALIASES, AREAS, OCCUPATIONS, Stamp, brought, stamp
from lib.text import fold

NATION = "0000000"
_ALIKE = 68
"""Of 100. "data scientits" is 97 like Data Scientists; most words that are no work stay below."""


@dataclass(frozen=True)
class Match:
    """One occupation that was found, and by which other name, if not by its own."""

    code: str
    title: str
    by: str = ""


def search(typed: str, most: int = 8) -> list[Match]:
    """The occupations most like what was typed, by their titles and by what people call them.

    The whole words come first, then what begins alike, then what is spelled nearly so.
    """
    wanted = fold(typed)
    if not wanted:
        return []
    if (code := typed.strip()) in titles():
        return [Match(code, titles()[code])]
    names = _names(stamp(brought("wages.csv")), stamp(brought(onet.TITLES)))
    found = process.extract(
        wanted, list(names), scorer=_likeness, limit=most * 6, score_cutoff=_ALIKE
    )
    matches: dict[str, Match] = {}
    for name, _, _ in sorted(found, key=lambda one: (-one[1], len(one[0]))):
        for code, said in names[name]:
            title = titles()[code]
            same = {match.title for match in matches.values()}
            if code not in matches and title not in same:
                matches[code] = Match(code, title, "" if fold(title) == name else said)
    return list(matches.values())[:most]


def _likeness(typed: str, name: str, *, score_cutoff: float | None = None) -> float:
    """From 0 to 100: all words of one in the other are nearly as good as the same words."""
    same = fuzz.token_sort_ratio(typed, name)
    within = 0.94 * fuzz.token_set_ratio(typed, name)
    part = 0.9 * fuzz.partial_ratio(typed, name) if len(typed) >= 4 else 0.0
    return max(same, within, part)


def title(code: str) -> str:
    """The occupation's title; empty where the code is known no more."""
    return titles().get(code, "")


def area(code: str) -> str:
    """The area's name; empty where the code is known no more."""
    return areas().get(code, "")


def titles() -> dict[str, str]:
    """Every occupation's title by code: detailed ones and groups, and what was brought."""
    return _official("code", "title", OCCUPATIONS) | own.titles(stamp(brought("wages.csv")))


def areas() -> dict[str, str]:
    """Every area's name by code: the nation, states, metropolitan areas, and what was brought."""
    return _official("code", "name", AREAS) | own.areas(stamp(brought("wages.csv")))


@lru_cache(maxsize=8)
def _official(key: str, value: str, file: Path) -> dict[str, str]:
    return {row[key]: row[value] for row in _rows(file)}


@lru_cache(maxsize=4)
def _names(mine: Stamp | None, more: Stamp | None) -> dict[str, list[tuple[str, str]]]:
    """Folded names with what they stand for; detailed occupations before their groups.

    `mine` and `more` are the files of own wages and of O*NET's titles as they are now.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    detailed = [row for row in _rows(OCCUPATIONS) if row["group"] == "detailed"]
    groups = [row for row in _rows(OCCUPATIONS) if row["group"] != "detailed"]
    known = [(row["title"], row["code"]) for row in (*detailed, *groups[::-1])]
    named = [(words, code) for code, words in own.titles(mine).items()]
    codes = {code for _, code in known}
    others = [(words, code) for words, code in onet.titles() if more and code in codes]
    for words, code in (*named, *known, *aliases(), *others):
        found.setdefault(fold(words), []).append((code, words))
    return found


@cache
def aliases() -> tuple[tuple[str, str], ...]:
    """What people call an occupation, with its code."""
    return tuple((row["alias"], row["code"]) for row in _rows(ALIASES))


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)
