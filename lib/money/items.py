"""A text as numbers and known words, each with its place; what is no amount is set apart here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lib.money.characters import alike
from lib.money.lexicon import NOTHING, PIECE, Entry, Lexicon, lexicon
from lib.money.numbers import Number, read_number
from lib.money.spoken import in_words, may_be_spoken

_CURRENCY_BEFORE = r"(?<![$€£¥₹\d.,])"
_PART = r"\d{1,3}(?:[.,]\d{1,2})?"
_OTHER = re.compile(
    "(?=[0-9(+])(?:"
    + "|".join(
        [
            r"\b\d{4}-\d{1,2}-\d{1,2}\b|\b\d{1,2}/(?:\d{1,2}/)?\d{4}\b",
            r"\b\d{1,2}/\d{1,2}/\d\d\b|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b",
            rf"{_CURRENCY_BEFORE}\b1099\b(?![ .,]?\d)",
            r"\b\d{1,2}:\d{2}(?::\d{2})?\b",
            rf"{_CURRENCY_BEFORE}\b\d{{1,2}} ?[ap]\.?m\b",
            rf"{_PART}(?: ?(?:-|to|bis|à) ?{_PART})? ?(?:%|‰|percent|per cent|pct|prozent|pour cent"
            r"|por ciento|por cento|per cento|procent)",
            r"\b\d{1,3}(?:st|nd|rd|th|er|ème|º|ª)\b",
            rf"{_CURRENCY_BEFORE}\b40[13] ?\(?[kKbB]\b\)?",
            rf"{_CURRENCY_BEFORE}\b\d{{1,3}}/\d{{1,3}}\b(?! ?[kK€$£])",
            r"\+\d[\d ()-]{6,20}\d|\(\d{3}\) ?\d{3}-\d{4}|\b0\d[\d ]{6,14}\d\b|\b\d{3}-0\d{3}\b",
            r"\b\d{3}-\d{3}-\d{4}\b|\b0\d+\b|\b\d+(?:\.\d+){3}(?::\d+)?\b",
            r"\b\d{1,2} ?[x×] ?\d{1,2}\b(?! ?k)|\b\d{3,4} ?[x×] ?\d{3,4}\b",
        ]
    )
    + ")",
    re.IGNORECASE,
)
TIMES = re.compile(
    r"(?<![^\W\d_])[x×*·] ?(?:(1[2-6])(?![\d.,]*\d)(?:薪)?|1[2-6][.,]\d\b)"
    r"|(?<![\d.,])(1[2-6])(?:薪| ?(?:mal|times|x|pagas|pagos|mensualidades|mensualités|mensilità"
    r"|(?:monats)?(?:gehälter|löhne)n?|monthly (?:salaries|payments)|payments|salaries|pay ?checks"
    r"|mois de salaire|platů|pensji|salários|maandsalarissen)|\. monats(?:gehalt|lohn))(?!\w)"
    r"|(?<!\w)(?:sur|über|in|per|en) (1[2-6]) (?:mois|monate|mensilità|pagas)(?!\w)",
    re.IGNORECASE,
)
"""How often a year a period is paid: "x 13", "14 Gehälter", "sur 13 mois"."""
MOST_DIGITS = 24
NOROLE: frozenset[str] = frozenset()
NUMBER = frozenset({"number"})
UNREADABLE = frozenset({"unreadable"})


@dataclass(slots=True)
class Item:
    """One number, word or sign: its place, what it does, what it says; `glued` to what is before.

    `number` is None for words and for numbers that are no amount; an unreadable number has the
    role "unreadable".
    """

    start: int
    end: int
    text: str
    roles: frozenset[str]
    facts: dict[str, Any]
    number: Number | None = None
    glued: bool = False

    @property
    def known(self) -> bool:
        """Whether it is understood at all."""
        return bool(self.roles)


def items_of(text: str) -> list[Item]:
    """The items of one line or phrase."""
    line = alike(text)
    found = list(_worded(line, list(_pieces(line))))
    if may_be_spoken(line):
        found = in_words(found, Item)
    for at, one in enumerate(found):
        if one.text in ",." and _ends_a_price(found, at):
            one.roles = found[at + 1].roles = frozenset({"hedge", "price"})
        elif one.text == ",":
            one.roles = frozenset({"comma"})
        elif one.text == "." and _ends_a_sentence(found, at):
            one.roles = frozenset({"cut"})
    return found


def _ends_a_price(items: list[Item], at: int) -> bool:
    """Whether this begins the sign for "no cents": 3.000,- or 90'000.-"""
    if not at or at + 1 >= len(items) or items[at - 1].number is None or not items[at].glued:
        return False
    return items[at + 1].text == "-" and items[at + 1].glued


def _ends_a_sentence(items: list[Item], at: int) -> bool:
    """Whether a full stop is one: a capital or a figure behind it, no short form before it."""
    behind = items[at + 1] if at + 1 < len(items) else None
    if behind is None or behind.glued:
        return False
    if at and "." in items[at - 1].text:
        return False
    short = at and items[at - 1].text.isalpha() and len(items[at - 1].text) < 5
    return not (short and behind.text[:1].islower())


def _pieces(line: str) -> Iterator[Item]:
    """Numbers and single pieces; dates, hours, shares and the like as one item with no number."""
    apart = _set_apart(line)
    last = 0
    for piece in PIECE.finditer(line):
        start, end = piece.span()
        if start < last:
            continue
        if start in apart:
            end, role, facts = apart[start]
            yield Item(start, end, line[start:end], frozenset({role}), facts)
        elif piece.lastgroup == "number":
            yield _number(start, end, piece.group(), glued=start > 0 and start == last)
        else:
            yield Item(start, end, piece.group(), NOROLE, {}, None, start > 0 and start == last)
        last = end


def _set_apart(line: str) -> dict[int, tuple[int, str, dict[str, Any]]]:
    apart: dict[int, tuple[int, str, dict[str, Any]]] = {}
    for match in _OTHER.finditer(line):
        apart[match.start()] = (match.end(), "other", {})
    for match in TIMES.finditer(line):
        times = next(filter(None, match.groups()), None)
        apart[match.start()] = (match.end(), "times", {"times": int(times)} if times else {})
    return apart


def _number(start: int, end: int, text: str, *, glued: bool) -> Item:
    number = read_number(text) if len(text) <= MOST_DIGITS else None
    return Item(start, end, text, NUMBER if number else UNREADABLE, {}, number, glued)


def _worded(line: str, raw: list[Item]) -> Iterator[Item]:
    """Pieces that make up a known word are one item; the longest word wins."""
    words, at = lexicon(), 0
    while at < len(raw):
        one = raw[at]
        most = 0 if one.roles else words.longest.get(one.text.lower(), 0)
        length, entry = _longest(words, raw, at, most) if most else (1, NOTHING)
        if length > 1:
            end = raw[at + length - 1].end
            yield Item(
                one.start, end, line[one.start : end], entry.roles, entry.facts, None, one.glued
            )
        else:
            if entry is not NOTHING:
                one.roles, one.facts = entry.roles, entry.facts
            yield one
        at += length


def _longest(words: Lexicon, raw: list[Item], at: int, most: int) -> tuple[int, Entry]:
    written = tuple(one.text for one in raw[at : at + most])
    folded = tuple(text.lower() for text in written)
    for length in range(len(folded), 0, -1):
        entry = words.folded.get(folded[:length])
        if exact := words.exact.get(written[:length]):
            both = entry or NOTHING
            return length, Entry(exact.roles | both.roles, {**both.facts, **exact.facts})
        if entry:
            return length, entry
    return 1, NOTHING
