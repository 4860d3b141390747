"""Skills of a clause: each phrase is judged by wording and place; the best without overlap stay."""

from lib.notes.found import SkillFound
from lib.notes.kinds import Judged
from lib.notes.naming import name_of
from lib.notes.phrases import Phrase, items, phrases
from lib.notes.ranker import probability
from lib.notes.tokens import Token, stem
from lib.notes.wording import features_of
from lib.notes.words import rule
from lib.text import fold
from lib.words import Necessity

ABOUT_LEAST = 0.02
"""How likely a clause must be about skills for its phrases to be judged."""
LEAST = 0.4
"""How likely a phrase must be to be suggested."""


def skills_of(judged: Judged, page: str) -> list[SkillFound]:
    """The skills of one clause, in the order they were said."""
    if judged.piece.asker or judged.likely["skills"] < ABOUT_LEAST:
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
    return SkillFound(page[start:end], start, name, necessity(judged, phrase), likely)


def necessity(judged: Judged, phrase: Phrase) -> Necessity:
    """How much it matters, by the words of its item, else of its label or clause."""
    words, (start, end) = judged.words, phrase.item
    before = " ".join(word.text for word in words[start : phrase.first])
    after = " ".join(word.text for word in words[phrase.last : end])
    near = f"{before} | {after}"
    for text in filter(None, (near, judged.piece.label, _lead(words, phrase))):
        for told in _NECESSITIES:
            if rule("need", told.replace(" ", "_")).search(text):
                return told
    return "unstated"


_NECESSITIES: tuple[Necessity, ...] = ("not needed", "helpful", "mandatory")


def _lead(words: list[Token], phrase: Phrase) -> str:
    """What stands before the list that the phrase is in: "need: a, b and c"."""
    first = items(words)[0]
    return " ".join(word.text for word in words[first[0] : first[1]]) if phrase.place else ""


def same_name(one: str) -> tuple[str, ...]:
    """The key under which two names of a page are one."""
    return tuple(stem(word) for word in fold(one).split())
