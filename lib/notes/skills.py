"""Skills of a clause: every phrase is judged by its wording and place; the best that do not overlap stay."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from lib import taxonomy
from lib.notes.kinds import Judged
from lib.notes.naming import name_of
from lib.notes.phrases import Phrase, items, phrases
from lib.notes.ranker import probability
from lib.notes.tokens import Token, commonness, stem
from lib.notes.words import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    SUBORDINATORS,
    VERBS,
)
from lib.text import fold
from lib.words import Necessity

LEAST = 0.4
"""How likely a phrase must be to be suggested."""
_AMBIGUOUS = frozenset("go r c access word excel outlook teams chef puppet office sketch spark swift rust julia".split())
_ENDINGS = ("ing", "tion", "sion", "ment", "ics", "logy", "ship", "ness", "ity", "ance", "ence", "graphy", "try", "sis", "ure", "work", "cy", "al", "er", "or", "ist", "s")


@dataclass(frozen=True, slots=True)
class SkillFound:
    """A skill as suggested: its short name, how much it matters, and the words, with their place."""

    name: str
    necessity: Necessity
    quote: str
    start: int
    likely: float


@cache
def known() -> frozenset[tuple[str, ...]]:
    """The names and aliases of the taxonomy, as stems."""
    return frozenset(tuple(stem(word) for word in one.split()) for one in taxonomy.folded_spellings())


@cache
def known_words() -> frozenset[str]:
    """Every stem that a name of the taxonomy holds and that is not everywhere."""
    return frozenset(word for one in known() for word in one if commonness(word) < 5.3)


def skills_of(judged: Judged, page: str) -> list[SkillFound]:
    """The skills of one clause, in the order they were said."""
    if judged.piece.asker:
        return []
    scored = [
        (probability("skill", features_of(judged, phrase)), phrase)
        for phrase in phrases(judged.words)
    ]
    chosen: list[tuple[float, Phrase]] = []
    for likely, phrase in sorted(scored, key=lambda one: (-one[0], one[1].first, -one[1].last)):
        if likely < LEAST:
            break
        if not any(phrase.first < other.last and other.first < phrase.last for _, other in chosen):
            chosen.append((likely, phrase))
    chosen.sort(key=lambda one: one[1].first)
    return [_found(judged, phrase, likely, page) for likely, phrase in chosen]


def _found(judged: Judged, phrase: Phrase, likely: float, page: str) -> SkillFound:
    words = judged.words
    start, end = words[phrase.first].start, words[phrase.last - 1].end
    name = name_of(words, phrase, page)
    return SkillFound(name, necessity(judged, phrase), page[start:end], start, likely)


def features_of(judged: Judged, phrase: Phrase) -> list[str]:
    """Wording, cue, place, commonness and likeness to known names of one phrase."""
    return [
        *_wording(judged.words, phrase),
        *_place(judged, phrase),
        *_around(judged.words, phrase),
    ]


def _wording(words: list[Token], phrase: Phrase) -> Iterable[str]:
    said = words[phrase.first : phrase.last]
    lows = [word.low for word in said]
    stems = tuple(stem(low) for low in lows)
    letters = [low for low in lows if low[0].isalpha()]
    rare = min((commonness(low) for low in letters), default=7.0)
    common = max((commonness(low) for low in letters), default=7.0)
    how = phrase.how
    yield f"how={how}"
    yield f"how={how} n={len(said)}"
    yield f"rare={int(rare * 2)}"
    yield f"rare={int(rare * 2)} n={min(3, len(said))}"
    yield f"common={int(common)} {how}"
    if stems in known():
        ambiguous = lows[0] in _AMBIGUOUS and len(lows) == 1
        exact = not ambiguous or said[0].text[0].isupper()
        yield "known" if exact else "known but also a word"
        yield f"known {how}"
    share = sum(one in known_words() for one in stems) / len(stems)
    yield f"like={round(share * 3)}"
    yield f"head={stems[-1]}"
    yield f"lead={stems[0]}"
    yield from (f"has={one}" for one in stems)
    yield from (f"ends={end}" for end in _ENDINGS if lows[-1].endswith(end))
    yield from (f"begins={end}" for end in _ENDINGS[:1] if lows[0].endswith(end))
    if any(low[0].isdigit() for low in lows):
        yield "digit"
    capitals = [w.text for w in said if w.text[0].isupper()]
    yield f"capital={min(2, len(capitals))} {'first' if phrase.first == 0 else ''}"
    if any(len(text) > 1 and text.isupper() for text in capitals):
        yield "acronym"
    if any(any(c.isupper() for c in text[1:]) and not text.isupper() for text in capitals):
        yield "camel"
    for sort, members in _CLASSES.items():
        if lows[0] in members:
            yield f"first is {sort}"
        if lows[-1] in members:
            yield f"last is {sort}"
        if any(low in members for low in lows[1:-1]):
            yield f"inside {sort}"
    if not lows[-1][0].isalnum() or not lows[0][0].isalnum():
        yield "marks"
    if lows[0] in VERBS:
        yield f"verb first {how}"


_CLASSES = {
    "pronoun": PRONOUNS,
    "determiner": DETERMINERS,
    "preposition": PREPOSITIONS,
    "auxiliary": AUXILIARIES,
    "adverb": ADVERBS,
    "adjective": ADJECTIVES,
    "reporting": REPORTING,
    "joint": SUBORDINATORS,
}


def _place(judged: Judged, phrase: Phrase) -> Iterable[str]:
    """What the clause is about, and where in it the phrase stands."""
    for kind, likely in judged.likely.items():
        yield f"{kind}~{int(likely * 5)}"
    skill = int(judged.likely["skills"] * 5)
    yield f"skills~{skill} {phrase.how}"
    start, end = phrase.item
    whole = "whole" if phrase.last == end else "open"
    opened = "bare" if phrase.first == start else "led"
    many = len(items(judged.words))
    yield f"{opened} {whole}"
    yield f"{opened} {whole} {phrase.how} skills~{skill}"
    yield f"items={min(5, many)} {whole} skills~{skill}"
    yield f"item of {min(9, end - start)} words, {phrase.last - phrase.first} in it"
    yield f"place={min(3, phrase.place)}"
    if judged.piece.label:
        yield "labelled"
        yield f"label={judged.piece.label.lower()}"
    for topic in judged.piece.context:
        yield f"under {topic}"
        yield f"under {topic} {opened} {whole}"
    for sign in ("need", "money", "school", "hourly"):
        if sign in judged.signs:
            yield f"sign={sign}"


def _around(words: list[Token], phrase: Phrase) -> Iterable[str]:
    """The words on both sides."""
    before = [word.low for word in words[max(0, phrase.first - 3) : phrase.first]]
    after = [word.low for word in words[phrase.last : phrase.last + 3]]
    yield f"before={' '.join(before[-1:])}"
    yield f"before={' '.join(before[-2:])}"
    yield f"before3={' '.join(before)}"
    yield f"after={' '.join(after[:1])}"
    yield f"after={' '.join(after[:2])}"
    for sort, members in _CLASSES.items():
        if before and before[-1] in members:
            yield f"behind {sort}"
        if after and after[0] in members:
            yield f"ahead {sort}"


_NEEDED = re.compile(
    r"\b(?:must(?:[- ]haves?)?|non[- ]negotiable|essential|crucial|required|mandatory|compulsory|vital|"
    r"have to|has to|can't do (?:it|this|the job) without|is everything|above all|most important|"
    r"number one|no\. ?1|you won't last|key|really need|absolutely|first and foremost|comes first|"
    r"need(?:s|ed)?(?: to)?|gotta|important)\b",
    re.IGNORECASE,
)
_HELPFUL = re.compile(
    r"\b(?:nice to have|helps?(?: (?:a lot|too))?|helpful|useful|a plus|plus|bonus|handy|a little|some|a bit|"
    r"preferred|optional|if you(?:'re)? lucky|doesn't hurt|good to have|comes in|coming up|advantage)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:don't|doesn't|do not|does not|didn't|never|no) (?:really |even |actually )?(?:need|require|use|used|matter)\w*|"
    r"\bnot (?:needed|required|necessary|important|mandatory)|\bisn't (?:needed|required|necessary)|"
    r"\b(?:without|skip|forget(?: about)?|waste of time|overrated|unnecessary|rather not|not need)\b",
    re.IGNORECASE,
)


def necessity(judged: Judged, phrase: Phrase) -> Necessity:
    """How much it matters, by the words of its item, else of its label or clause."""
    words, (start, end) = judged.words, phrase.item
    before = " ".join(word.text for word in words[start : phrase.first])
    after = " ".join(word.text for word in words[phrase.last : end])
    near, whole = f"{before} | {after}", judged.piece.text
    for text in (near, judged.piece.label, _lead(whole, words, phrase)):
        if text and _NOT.search(text):
            return "not needed"
        if text and _HELPFUL.search(text):
            return "helpful"
        if text and _NEEDED.search(text):
            return "mandatory"
    return "unstated"


def _lead(whole: str, words: list[Token], phrase: Phrase) -> str:
    """What stands before the list that the phrase is in: "need: a, b and c"."""
    first = items(words)[0]
    return " ".join(word.text for word in words[first[0] : first[1]]) if phrase.place else ""


def same_name(one: str) -> tuple[str, ...]:
    """The key under which two names of a page are one."""
    return tuple(stem(word) for word in fold(one).split())
