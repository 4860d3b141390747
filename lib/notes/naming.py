"""The short name a person would write down for a phrase: actions in their -ing form."""

from lib.notes.phrases import DETERMINERS, VERBS, Phrase
from lib.notes.tokens import Token, gerund

_IRREGULAR = {"does": "do", "goes": "go", "has": "have"}


def name_of(words: list[Token], phrase: Phrase, page: str, offset: int = 0) -> str:
    """The words of the phrase, its verb as -ing, without an article or owner inside."""
    said = words[phrase.first : phrase.last]
    if phrase.how in {"verb", "does"} and not said[0].low.endswith("ing"):
        parts = [gerund(base_of(said[0].low))]
        rest = said[1:]
    else:
        parts, rest = [], said
    tail = _joined(rest, page, offset)
    named = " ".join([*parts, tail]).strip()
    return named.strip(" .,;:-\u2013\u2014\"'")


def base_of(low: str) -> str:
    """The verb itself: reads, read; carries, carry; watches, watch."""
    if low in VERBS:
        return low
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    for cut, add in (("ies", "y"), ("es", ""), ("s", "")):
        if low.endswith(cut) and low[: -len(cut)] + add in VERBS:
            return low[: -len(cut)] + add
    return low


def _joined(said: list[Token], page: str, offset: int) -> str:
    """As it was written, without articles and owners behind the first word."""
    kept: list[str] = []
    for at, token in enumerate(said):
        kept_article = token.low in {"no", "what", "which"} or (not at and len(said) == 1)
        if token.low in DETERMINERS and not kept_article:
            continue
        glued = at and said[at - 1].end == token.start and kept
        if glued:
            kept[-1] += page[token.start - offset : token.end - offset]
        else:
            kept.append(page[token.start - offset : token.end - offset])
    return " ".join(kept)
