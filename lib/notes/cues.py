"""What a heading, a label or a question is about; its words score, none decides alone."""

from functools import lru_cache

from lib.notes.words import held


@lru_cache(maxsize=2_000)
def about(words: str) -> frozenset[str]:
    """The topics it names: skill, training, pay, up, down, outlook, step, person."""
    return held("topics", words.replace("\u2019", "'")[:200])
