"""A wording proposed for a coach: names, organisations, addresses and numbers taken out.

A proposal for the explorer to read, not a promise: what it cannot know it flags.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

SOMEBODY, SOMEWHERE, CONTACT, NUMBER = "[name]", "[organisation]", "[contact]", "[number]"
_CONTACT = re.compile(
    r"\S+@\S+\.\S+|\b(?:https?://|www\.)\S+|\b[\w-]+\.(?:com|org|net|io)/\S*", re.I
)
_NUMBER = re.compile(r"\+?\d[\d\s()./-]{6,}\d")
_CAPITALISED = re.compile(r"(?<![.!?:]\s)(?<!^)(?<!\w)[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)*", re.M)


@dataclass(frozen=True)
class Proposal:
    """The masked wording, and capitalised words in it that may be names."""

    wording: str
    flagged: tuple[str, ...]


class Mask:
    """Knows whom the explorer talked to; made once, used for every text."""

    def __init__(self, names: Iterable[str], organisations: Iterable[str]) -> None:
        self._names = _whole_words(part for name in names for part in _parts(name))
        self._organisations = _whole_words(organisations)

    def propose(self, text: str) -> Proposal:
        """Organisations first, whole; then every part of every name; then what reaches somebody."""
        shown = _CONTACT.sub(CONTACT, text)
        shown = _NUMBER.sub(NUMBER, shown)
        if self._organisations:
            shown = self._organisations.sub(SOMEWHERE, shown)
        if self._names:
            shown = self._names.sub(SOMEBODY, shown)
        return Proposal(shown, tuple(dict.fromkeys(_CAPITALISED.findall(shown))))


def _parts(name: str) -> list[str]:
    """Every part of a name or of several nicknames, of any length; of double names also each."""
    whole = [part for part in re.split(r"[\s,;/|()\"“”.]+", name) if part]
    return [*whole, *(piece for part in whole for piece in part.split("-") if piece)]


def _whole_words(words: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the words, as whole words, in any capitals; the longest first."""
    known = sorted({word.strip() for word in words if word.strip()}, key=lambda w: (-len(w), w))
    listed = "|".join(map(re.escape, known))
    return re.compile(rf"(?<!\w)(?:{listed})(?:['’]s)?(?!\w)", re.IGNORECASE) if known else None
