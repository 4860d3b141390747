"""Owns the names by which skills are known and what else people call them; it never guesses.

The names are read-only data (`skills.csv`, `skill_aliases.csv` and `skill_questions.csv` in
`data/`), not rows of the database: O*NET's in its own spelling, and everyday ones of ours.
"""

import csv
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from lib.text import fold

_DATA = Path(__file__).resolve().parents[2] / "data"
_JOINTS = re.compile("[\\s'`\u2018\u2019\u02bc_\u2010-\u2014-]")
# A short name with a stray mark may be a slip of the hand or something else ("C-", "- R", "I T"),
# so that only keys of four characters and more are compared loosely ("power-bi" is Power BI).
_SHORTEST_LOOSE = 4
# Measured on misspellings of the taxonomy's own names: at 75 "excell", "negociation" and
# "tig weld" find theirs, while Java and JavaScript (57) or C and C++ (50) stay apart.
_ALIKE = 75


@dataclass(frozen=True)
class Skill:
    """One name of the taxonomy; kind: essential, transferable, knowledge, software, everyday."""

    code: str
    name: str
    kind: str
    source: str


@dataclass(frozen=True)
class _Index:
    """What a typed skill is looked up in, strictest first."""

    by_name: dict[str, Skill]
    by_alias: dict[str, Skill]
    by_loose: dict[str, Skill]


@functools.cache
def names() -> tuple[Skill, ...]:
    """Every skill of the taxonomy, by kind and then by name."""
    return tuple(Skill(**row) for row in _rows("skills.csv"))


@functools.cache
def aliases() -> tuple[tuple[str, Skill], ...]:
    """What else people call a skill, as they would write it, with the skill it means."""
    by_code = {skill.code: skill for skill in names()}
    return tuple((row["alias"], by_code[row["code"]]) for row in _rows("skill_aliases.csv"))


@functools.cache
def questions() -> tuple[tuple[Skill, str], ...]:
    """The official transferable skills, each with a plain question whether one has it."""
    by_code = {skill.code: skill for skill in names()}
    return tuple((by_code[row["code"]], row["question"]) for row in _rows("skill_questions.csv"))


@functools.cache
def spellings() -> tuple[str, ...]:
    """Everything that `find` knows, names before aliases: what `suggest` may choose among."""
    return tuple(skill.name for skill in names()) + tuple(alias for alias, _ in aliases())


@functools.cache
def folded_spellings() -> tuple[str, ...]:
    """The same as names are compared."""
    return tuple(dict.fromkeys(fold(spelling) for spelling in spellings()))


def find(typed: str) -> Skill | None:
    """The skill that goes by this name, else by this alias, else None.

    Case and white space never matter; hyphens, apostrophes and missing spaces do not where only
    one skill could be meant.
    """
    index, key = _index(), fold(typed)
    return index.by_name.get(key) or index.by_alias.get(key) or index.by_loose.get(_loose(key))


def suggest(typed: str, among: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The names most like what was typed, best first, for a "did you mean" a person confirms.

    Word order does not matter. The names are case folded only, not normalised in full: that
    would cost more than the comparison.
    """
    wanted = fold(typed)
    if not wanted:
        return ()
    found = process.extract(
        wanted,
        list(dict.fromkeys(among)),
        scorer=fuzz.token_sort_ratio,
        processor=str.casefold,
        limit=limit,
        score_cutoff=_ALIKE,
    )
    return tuple(name for name, _, _ in found)


@functools.cache
def _index() -> _Index:
    by_name = {fold(skill.name): skill for skill in names()}
    by_alias = {fold(alias): skill for alias, skill in aliases()}
    return _Index(by_name, by_alias, loose_keys({**by_alias, **by_name}))


def loose_keys(known: Mapping[str, Skill]) -> dict[str, Skill]:
    """The looser key of each folded name, left out where two skills share it or it is short."""
    meant: dict[str, set[Skill]] = defaultdict(set)
    for key, skill in known.items():
        meant[_loose(key)].add(skill)
    return {
        key: skills.pop()
        for key, skills in meant.items()
        if len(skills) == 1 and len(key) >= _SHORTEST_LOOSE
    }


def _loose(key: str) -> str:
    """A folded name without what people leave out or put in: spaces, hyphens, apostrophes."""
    return _JOINTS.sub("", key)


def _rows(file_name: str) -> Iterator[dict[str, str]]:
    with (_DATA / file_name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
