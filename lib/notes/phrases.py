"""Phrases of a clause that might name a skill: items of a list, noun phrases, and actions."""

from collections.abc import Iterator
from dataclasses import dataclass

from lib.notes.tokens import Token
from lib.notes.words import members

DETERMINERS, PRONOUNS, PREPOSITIONS = map(members, ("determiners", "pronouns", "prepositions"))
CONJUNCTIONS, AUXILIARIES, ADVERBS = map(members, ("conjunctions", "auxiliaries", "adverbs"))
REPORTING, VERBS, WEAK_LEADS = map(members, ("reporting", "verbs", "weak_leads"))
_SMALL = DETERMINERS | PREPOSITIONS | ADVERBS
_CLOSED = (
    DETERMINERS
    | PRONOUNS
    | CONJUNCTIONS
    | PREPOSITIONS
    | AUXILIARIES
    | members("subordinators")
    | members("wh")
)
_WEAK = WEAK_LEADS | PRONOUNS | AUXILIARIES
_ENDS = _CLOSED | REPORTING | ADVERBS
_NO_ACTIONS = members("no_actions")
_LEADS_ON = frozenset(("how", "and", "or", "then", ",", "not"))
_DASHES = frozenset(("->", "--", "-", "–", "—"))
LONGEST = 7
"""Words of a phrase."""
MODALS = members("modals")
_MARKS = frozenset(',;()[]{}"\u201c\u201d:*|<>=!?\u2026•\u2192~')


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words i to j of a clause (j excluded), how they were found, and the item they lie in."""

    first: int
    last: int
    how: str
    item: tuple[int, int]
    place: int
    """Which item of its clause it lies in, from 0."""
    of: int
    """How many items its clause has."""


def phrases(words: list[Token]) -> list[Phrase]:
    """Every phrase worth judging, each span once, the way it was found first."""
    found: dict[tuple[int, int], Phrase] = {}
    parts = items(words)
    for place, (start, end) in enumerate(parts):
        for first, last, how in _within(words, start, end):
            if 0 < last - first <= LONGEST and (first, last) not in found:
                found[(first, last)] = Phrase(first, last, how, (start, end), place, len(parts))
    return list(found.values())


def items(words: list[Token]) -> list[tuple[int, int]]:
    """Stretches between commas, brackets and conjunctions."""
    made, start = [], 0
    for at, word in enumerate(words):
        if word.low in _MARKS or word.low in CONJUNCTIONS or word.low in _DASHES:
            made.append((start, at))
            start = at + 1
    made.append((start, len(words)))
    return [(a, b) for a, b in made if b > a]


def _within(words: list[Token], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    first = start
    while first < end and weak(words[first].low):
        first += 1
    if first == end:
        first = start
    yield from _whole(words, start, first, end)
    yield from _actions(words, start, end)
    yield from _nouns(words, start, end)


def _whole(words: list[Token], start: int, first: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The item without what leads it, whole or up to a word at which a phrase may end."""
    yield first, end, "item"
    for at in range(first + 1, min(end, first + LONGEST + 1)):
        if words[at].low in _ENDS:
            yield first, at, "cut"
    if first != start and words[start].low not in _CLOSED:
        yield start, end, "full"


def _actions(words: list[Token], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """An -ing form or a verb behind "to", "can", "must", with what follows it."""
    for at in range(start, end):
        how = _acts(words, at, at == start)
        if not how:
            continue
        yield from ((at, last, how) for last in _objects(words, at, end))


def _acts(words: list[Token], at: int, first: bool) -> str:
    """How a word begins an action: in its -ing form, behind "to" or "can", told of somebody."""
    low, lead = words[at].low, words[at - 1].low if at else ""
    if low.endswith("ing") and len(low) > 4 and low not in _NO_ACTIONS:
        return "ing"
    if low in VERBS:
        if lead in MODALS or lead in _LEADS_ON:
            return "verb"
        return "does" if first or lead in PRONOUNS else ""
    told = low.endswith("s") and _base(low) in VERBS
    return "does" if told and (first or lead in PRONOUNS or lead in {",", "and"}) else ""


def _base(low: str) -> str:
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes")):
        return low[:-2]
    return low[:-1]


def _objects(words: list[Token], at: int, end: int) -> Iterator[int]:
    """Where an action's words may end: behind each noun phrase, of at most two."""
    last, seen = at + 1, 0
    yield last
    while last < end and seen < 2:
        step = last
        while step < end and words[step].low in _SMALL:
            step += 1
        while step < end and _content(words[step].low):
            step += 1
            if step - at <= LONGEST:
                yield step
        if step == last:
            return
        last, seen = step, seen + 1


def _nouns(words: list[Token], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Runs of words that may be nouns and adjectives, and their tails."""
    at = start
    while at < end:
        if not _content(words[at].low):
            at += 1
            continue
        last = at
        while last < end and _content(words[last].low):
            last += 1
        for first in range(max(at, last - 4), last):
            yield first, last, "noun"
        for stop in range(max(at + 1, last - 3), last):
            yield at, stop, "part"
        at = last


def weak(low: str) -> bool:
    """Whether a word at the start of an item is no part of a name."""
    return low in _WEAK or not low[0].isalnum()


def _content(low: str) -> bool:
    return low[0].isalnum() and low not in _CLOSED and low not in ADVERBS
