"""What tells whether a phrase names a skill: wording, place, commonness, known names."""

from collections.abc import Iterable
from functools import cache

from lib.notes.kinds import Judged
from lib.notes.phrases import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    VERBS,
    Phrase,
)
from lib.notes.tokens import Token, commonness, stem
from lib.notes.words import members
from lib.skills import taxonomy

_AMBIGUOUS = members("ambiguous")
_ENDINGS = tuple(sorted(members("endings")))


@cache
def known() -> frozenset[tuple[str, ...]]:
    """The names and aliases of the taxonomy, as stems."""
    return frozenset(
        tuple(stem(word) for word in one.split()) for one in taxonomy.folded_spellings()
    )


@cache
def known_words() -> frozenset[str]:
    """Every stem that a name of the taxonomy holds and that is not everywhere."""
    return frozenset(word for one in known() for word in one if commonness(word) < 5.3)


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
    if lows[0].endswith("ing"):
        yield "begins=ing"
    if any(low[0].isdigit() for low in lows):
        yield "digit"
    capitals = [w.text for w in said if w.text[0].isupper()]
    yield f"capital={min(2, len(capitals))} {'first' if phrase.first == 0 else ''}"
    if any(len(text) > 1 and text.isupper() for text in capitals):
        yield "acronym"
    if any(any(c.isupper() for c in text[1:]) and not text.isupper() for text in capitals):
        yield "camel"
    for sort, words_of in _CLASSES.items():
        if lows[0] in words_of:
            yield f"first is {sort}"
        if lows[-1] in words_of:
            yield f"last is {sort}"
        if any(low in words_of for low in lows[1:-1]):
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
    "adjective": members("adjectives"),
    "reporting": REPORTING,
    "joint": members("subordinators"),
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
    yield f"{opened} {whole}"
    yield f"{opened} {whole} {phrase.how} skills~{skill}"
    yield f"items={min(5, phrase.of)} {whole} skills~{skill}"
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
    for sort, words_of in _CLASSES.items():
        if before and before[-1] in words_of:
            yield f"behind {sort}"
        if after and after[0] in words_of:
            yield f"ahead {sort}"
