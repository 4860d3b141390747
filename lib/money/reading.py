"""Reads one pay phrase as people write it; refuses (None) what is ambiguous or not understood.

Every character has to be understood: a phrase with a word that is not known here is not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from lib.money.currencies import CURRENCIES, MEANINGS, WORDS, among
from lib.money.figures import MOST, Pay, Period
from lib.money.numbers import SCALES, Number, read_number, scaled

LONGEST = 100
"""Characters of a phrase; a longer text is no phrase."""

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\n\r", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'"),
    }
)

# What may stand between the words, by what it does to the number behind it.
_MARKS = {
    "N": r"\d{1,3}(?:[ ']\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d[\d.,]*\d|\d",
    "F": r"from|starting (?:at|from)|starts (?:at|from)",
    "G": r">=?|≥|over|above|more than|at least|min(?:imum|\.)?",
    "U": r"up to|<=?|≤|under|below|less than|at most|max(?:imum|\.)?",
    "B": r"between",
    "A": r"and",
    "R": r"-|to",
    "P": r"\+|or more|and up",
    "": r"~|about|around|roughly|approx\.?|ca\.?|circa|[.,]--?",
}
_PER, _SLASH = r"(?:/ ?|(?:per|an?|each) )", r"p?/ ?"
# Without "per" or "a" only the singular: "30 hours" is a time and no pay.
_PERIODS = {
    "hour": rf"{_PER}(?:hours?|hrs?)|{_SLASH}h|hour|hr|p\.?h\.?|hourly",
    "day": rf"{_PER}days?|{_SLASH}d|day|p\.?d\.?|daily",
    "week": rf"{_PER}(?:weeks?|wks?)|{_SLASH}w|week|wk|p\.?w\.?|weekly",
    "month": rf"{_PER}(?:months?|mths?|mos?)|{_SLASH}m|month|mo|p\.?m\.?|pcm|monthly",
    "year": rf"{_PER}(?:years?|yrs?|annum)|{_SLASH}[ay]|year|yr|p\.?a\.?|annual|annually|yearly",
}


def _alternatives(words: Iterator[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


# Longer kinds first: "a month" before the sign "a$", "up to" before a code such as "UPT".
_TOKEN = re.compile(
    "(?:"
    + "|".join(
        [
            *(f"(?P<{period}>{pattern})" for period, pattern in _PERIODS.items()),
            *(f"(?P<{kind or 'hedge'}>{pattern})" for kind, pattern in _MARKS.items()),
            f"(?P<scale>{_alternatives(iter(SCALES))})",
            f"(?P<sign>{_alternatives(iter(MEANINGS))})",
            r"(?P<code>[a-z]{3})",
        ]
    )
    # A word ends where its letters end; a number or a sign may touch what follows.
    + r")(?:(?<![a-z])|(?![a-z]))",
    re.IGNORECASE | re.ASCII,
)

_SHAPE = re.compile(
    r"(?P<single>(?P<one>NS?))"
    r"|(?P<least>[FG](?P<from>NS?)|(?P<plus>NS?)P)"
    r"|(?P<most>U(?P<to>NS?))"
    r"|(?P<range>(?:[FB]?(?P<low>NS?)R|B(?P<low2>NS?)A|F(?P<low3>NS?)U)(?P<high>NS?))"
)


@dataclass
class _Phrase:
    """What stands in a phrase: the shape of its marks, its numbers, its units."""

    marks: list[tuple[str, str]]
    currencies: list[frozenset[str]]
    periods: set[str]


def parse(phrase: str, *, dollar: str | None = "USD") -> Pay | None:
    """Low, high, currency and period of one phrase, or None if it cannot be read for certain.

    `$130k` and `£80k` are single figures (low == high), `55-65k` is 55,000 to 65,000,
    `> 150,000`, `from $60k` and `60k+` have no high, `up to 85k` no low, `€48.000` and
    `CHF 90'000` are thousands. What is not stated stays None: `45 000 kr` has neither currency
    (four use "kr") nor period. "$" alone means `dollar`, the dollar of the reader's own money
    (see `dollar_of`); with None it stays unstated. Words that qualify pay (gross, base, bonus)
    are not read: they belong in columns of their own. Low above high is None. Never raises.
    """
    read = _tokens(phrase)
    if read is None or len(read.periods) > 1:
        return None
    agree, currency = among(read.currencies, dollar)
    ends = _ends(read.marks)
    if not agree or ends is None:
        return None
    low, high = ends
    if any(end is not None and (end >= MOST or end != round(end, 2)) for end in ends):
        return None
    if low is not None and high is not None and low > high:
        return None
    return Pay(low, high, currency, cast("Period | None", next(iter(read.periods), None)))


def _tokens(phrase: str) -> _Phrase | None:
    text = re.sub(" +", " ", phrase.translate(_ALIKE)).strip()
    if len(text) > LONGEST:
        return None
    read, at = _Phrase([], [], set()), 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        token = _TOKEN.match(text, at)
        if token is None or not _take(read, str(token.lastgroup), token.group()):
            return None
        at = token.end()
    return read


def _take(read: _Phrase, kind: str, word: str) -> bool:
    """Files one token; False for a word of three letters that is no currency."""
    lower = word.lower()
    if kind in _PERIODS:
        read.periods.add(kind)
    elif kind == "sign":
        read.currencies.append(MEANINGS[lower])
    elif kind == "code":
        code = word.upper()
        if code not in CURRENCIES or (lower in WORDS and word != code):
            return False
        read.currencies.append(frozenset({code}))
    elif kind != "hedge":
        read.marks.append(("S" if kind == "scale" else kind, lower))
    return True


def _ends(marks: list[tuple[str, str]]) -> tuple[Decimal | None, Decimal | None] | None:
    """Low and high in whole units, from marks in one of the known shapes."""
    shape = _SHAPE.fullmatch("".join(kind for kind, _ in marks))
    if shape is None:
        return None

    def number(*groups: str) -> Number | None:
        name = next(group for group in groups if shape[group] is not None)
        words = [word for _, word in marks[shape.start(name) : shape.end(name)]]
        return read_number(words[0], words[1] if len(words) > 1 else None)

    if shape["range"]:
        return scaled(number("low", "low2", "low3"), number("high"))
    figure = number("one", "from", "plus", "to")
    if figure is None:
        return None
    return None if shape["most"] else figure.amount, None if shape["least"] else figure.amount
