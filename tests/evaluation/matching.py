"""When what was found is what was marked: names by their words, clauses by their place."""

from lib.notes.tokens import stem, tokens

_WORDS = "a an the of to in on with and or for your their his her my at be is some"
_SMALL = frozenset(_WORDS.split(" "))


def name_words(name: str) -> frozenset[str]:
    """The stems of a name that say something."""
    return frozenset(
        stem(word.low) for word in tokens(name) if word.low[0].isalnum() and word.low not in _SMALL
    )


def alike(one: str, other: str) -> float:
    """The share of words that two names have in common: 1 is the same name."""
    a, b = name_words(one), name_words(other)
    return len(a & b) / len(a | b) if a | b else 0.0


def same_place(start: int, end: int, other: int, behind: int) -> bool:
    """Whether two stretches share half of the shorter one."""
    shared = min(end, behind) - max(start, other)
    return shared > 0 and shared * 2 >= min(end - start, behind - other)
