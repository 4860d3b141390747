"""Figures of pay in notes: those that stand for themselves, and bare ones in a clause about pay."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, get_args

from lib import money
from lib.notes.found import PayFound
from lib.notes.kinds import Judged
from lib.notes.words import names, rule
from lib.words import Basis, Employed, Level, Tax, Whose

LEAST, SURE = 0.15, 0.35
"""How likely a clause must be about pay for its figures to count, and for its bare numbers."""

_AMOUNT = r"\d[\d.,'’]*\d(?: ?\d{3}\b)*|\d"
_UNIT = r"(?: ?(?:k|K|grand|thousand|lakhs?|LPA|mil|million|m)\b)?"
_SIGN = r"[A-Z]{0,3}[$£€₹] ?|(?:CHF|AUD|USD|EUR|GBP|SEK|NOK|INR|NZD|CAD) "
_PER = (
    r"(?: ?(?:/|per|an?|each|p\.?) ?(?:hour|hr|h|day|week|wk|month|mo|year|yr|annum|a\.?|d)\b\.?"
    r"| ?p\.?[ah]\.?(?!\w)| (?:annually|yearly|monthly|hourly|weekly|daily|pa|ph|hr|hour)\b)?"
)
_BARE = re.compile(
    r"(?:(?:up to|from|over|under|at least|more than|less than) )?"
    rf"(?<![\w$£€.,'-])(?:{_SIGN})?(?:{_AMOUNT}){_UNIT}"
    rf"(?:(?: ?[-–] ?| to | and | or )(?:[$£€] ?)?(?:{_AMOUNT}){_UNIT})?"
    rf"(?:\+| plus\b| and up| or more)?{_PER}"
)
_NO_PAY = re.compile(
    r"[ -]?(?:%|percent|per cent|hours?\b(?! rate)|hrs\b|years?\b|yrs?\b|months?\b|weeks?\b|days?\b"
    r"|people|patients|kids|students|exams?|am\b|pm\b|[ap]\.m|st\b|nd\b|rd\b|th\b|miles|km|men|guys"
    r"|times|shifts?|clients|units|calls|o'clock|floors?|acres|-?\d\d-\d\d|:\d\d|/\d)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:#|no\. ?|band |level |grade |tier |age |gs-|[A-Z]{3} )$")
_STOPS = (";", ". ", ", ", " and ")
_CLOSED: dict[str, Any] = {
    "level": Level,
    "whose": Whose,
    "basis": Basis,
    "tax": Tax,
    "employed": Employed,
}
"""What else is told of a figure, and the words it may be told in."""


def pay_of(
    judged: Judged,
    sure: list[money.Found],
    page: str,
    dollar: str | None,
    before: PayFound | None,
) -> list[PayFound]:
    """The figures of one clause: `sure` are those of the page that stand for themselves."""
    piece, likely = judged.piece, judged.likely["salaries"]
    if piece.asker or likely < LEAST or judged.likely["training"] > likely:
        return []
    mine = [one for one in sure if piece.start <= one.start and one.end <= piece.end]
    figures = [_plain(one, page) for one in mine]
    if likely >= SURE:
        figures += _bare(judged, mine, dollar)
    figures.sort(key=lambda one: one.start)
    made: list[PayFound] = []
    for place, figure in enumerate(figures):
        start = figures[place - 1].end if place else piece.start
        end = figures[place + 1].start if place + 1 < len(figures) else piece.end
        whole = _with_unit(figure, made[-1] if made else before)
        made.append(_with_words(whole, page, start, end, judged))
    return made


def _plain(one: money.Found, page: str) -> PayFound:
    told = {
        name: getattr(one, name)
        for name, words in _CLOSED.items()
        if getattr(one, name) in get_args(words)
    }
    words = page[one.start : one.end]
    figure = PayFound(words, one.start, one.low, one.high, one.currency, one.period)
    return replace(figure, times=one.times, year=one.year, **told)


def _bare(judged: Judged, taken: list[money.Found], dollar: str | None) -> Iterator[PayFound]:
    """Numbers of a clause about pay that nobody else took, where they can be read for certain."""
    text, offset = judged.piece.text, judged.piece.start
    often = [*money.TIMES.finditer(text)]
    for said in _BARE.finditer(text):
        start, end = said.start() + offset, said.end() + offset
        if any(start < one.end and one.start < end for one in taken):
            continue
        if _NO_PAY.match(text, said.end()) or _NUMBERED.search(text[: said.start()]):
            continue
        if any(start < times.end() + offset and times.start() + offset < end for times in often):
            continue
        read = money.parse(said[0].strip(), dollar=dollar)
        if read is not None and not _too_small(read):
            yield PayFound(said[0].strip(), start, read.low, read.high, read.currency, read.period)


def _too_small(read: money.Pay) -> bool:
    """Whether a number is more likely a count, or a year of the calendar."""
    amount = read.high if read.low is None else read.low
    if amount is None:
        return True
    alone = read.currency is None and read.period is None
    return amount < (10 if alone else 1) or (alone and 1950 <= amount <= 2035)


def _with_unit(figure: PayFound, last: PayFound | None) -> PayFound:
    """A bare number beside a full one has its unit: "$21 an hour, 26 now"; "48k, now 75"."""
    amount = figure.high if figure.low is None else figure.low
    other = last and (last.high if last.low is None else last.low)
    if figure.currency or figure.period or not amount or last is None or not other:
        return figure
    for factor in (Decimal(1), Decimal(1000)):
        if Decimal("0.25") <= amount * factor / other <= 5:
            low, high = (end and end * factor for end in (figure.low, figure.high))
            return replace(figure, low=low, high=high, currency=last.currency, period=last.period)
    return figure


def _with_words(figure: PayFound, page: str, start: int, end: int, judged: Judged) -> PayFound:
    """With what the words beside it say; they decide before what heads the clause."""
    quote, at = _quoted(page, start, figure, end, judged.piece.start)
    told: dict[str, Any] = {}
    for name in _CLOSED:
        if getattr(figure, name) not in {"unstated", "heard"}:
            continue
        for text in (quote, judged.piece.label):
            hits = {
                word: hit.start()
                for word in names(f"pay.{name}")
                if (hit := rule(f"pay.{name}", word).search(text))
            }
            if hits:
                told[name] = min(hits, key=hits.__getitem__)
                break
    return replace(figure, quote=quote, start=at, **told)


def _quoted(page: str, start: int, figure: PayFound, end: int, opening: int) -> tuple[str, int]:
    """The words around a figure, up to those that belong to the figures beside it."""
    lead, tail = page[start : figure.start], page[figure.end : end]
    cut = max((lead.rfind(mark) + len(mark) for mark in _STOPS if mark in lead), default=0)
    first = start + (cut if start > opening else 0)
    stops = [tail.find(mark) for mark in _STOPS if mark in tail]
    last = figure.end + min([*stops, len(tail)])
    quote = page[first:last].strip(" ,;:.-")
    if figure.quote not in quote:
        return figure.quote, figure.start
    return quote, first + page[first:last].index(quote)
