"""Reads pay in a phrase or in running text; refuses (None) what is ambiguous or is no pay."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from lib.money.clipped import NEAR, cut_short, told_short
from lib.money.figures import Pay
from lib.money.finding import Found
from lib.money.page import Page

LONGEST = 400
"""Characters of a phrase; a longer text is no phrase."""

SURE = 2.0
BLOCK = 2000
MOST_NUMBERS = 150
"""Numbers in a block of that many characters; with more it is a table, and no speech."""
LONG = 200_000
"""Characters from which on a text is no notes, and a third of that many numbers are too many."""
AROUND = 200
"""Characters around a number that are looked at where a sentence does not end."""


def parse(phrase: str, *, dollar: str | None = "USD", only: bool = False) -> Pay | None:
    """Low, high, currency and period of one phrase, or None if it cannot be read for certain.

    `$130k` and `£80k` are single figures (low == high), `55-65k` is 55,000 to 65,000,
    `> 150,000`, `from $60k` and `60k+` have no high, `up to 85k` no low, `€48.000` and
    `CHF 90'000` are thousands. What is not stated stays None: `45 000 kr` has neither currency
    (four use "kr") nor period. "$" alone means `dollar`, the dollar of the reader's own money
    (see `dollar_of`); with None it stays unstated. Of base and bonus the base is the figure.
    With `only`, nothing but a figure may stand there: no pay, a cost or a limit. Never raises.
    """
    read = read_phrase(phrase, dollar=dollar, only=only)
    return read.pay if read else None


@lru_cache(4_096)
def read_phrase(phrase: str, *, dollar: str | None = "USD", only: bool = False) -> Found | None:
    """As `parse`, with all that was said of the figure and where it stands."""
    if len(phrase) > LONGEST:
        return None
    page = Page(phrase, dollar)
    if page.unclear() or (only and not page.bare):
        return None
    chosen = page.chosen()
    return page.found(chosen) if chosen is not None else None


def found(text: str, *, dollar: str | None = "USD") -> list[Found]:
    """Every figure of pay in the text, in order and without overlap; "$" alone means `dollar`."""
    return list(_found(text, dollar))


def _found(text: str, dollar: str | None) -> Iterator[Found]:
    last: Found | None = None
    for start, chunk in _chunks(text):
        page = Page(chunk, dollar)
        sure = set(page.pay(SURE, bare=0, reach=14))
        for at, figure in enumerate(page.figures):
            one = None
            if at in sure:
                one = page.found(at)
            elif last is not None and start + page.items[figure.first].start - last.end < NEAR:
                one = cut_short(page, at, last, together=last.start >= start)
            one = one or (None if at in sure else told_short(page, at))
            if one is not None:
                last = replace(one, start=one.start + start, end=one.end + start)
                yield last


_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|hundred"
_NUMBERS = re.compile(
    rf"[0-9０-９][0-9０-９.,]*|[一二三四五六七八九十]|\b(?:{_ONES})\b|figures", re.IGNORECASE
)
_CANDIDATE = re.compile(
    r"[0-9０-９一二三四五六七八九十]|figure|thousand|hundred|grand|mill?e|mila|tausend|duizend|[a-z]ty\b"
    r"|teen\b|zig\b|nta\b|nte\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])[ \t]+(?=[A-Z\"“„«¿])|\n+")


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """Where each sentence that may hold pay begins, and its words."""
    at, most = 0, MOST_NUMBERS if len(text) < LONG else MOST_NUMBERS // 3
    while at < len(text):
        end = _block_end(text, at)
        block = text[at:end]
        if len(_NUMBERS.findall(block)) <= most:
            yield from ((at + start, piece) for start, piece in _sentences(block))
        at = end


def _block_end(text: str, at: int) -> int:
    """Behind the last blank within the size of a block, so that no word is cut."""
    end = at + BLOCK
    if end >= len(text):
        return len(text)
    for mark in ("\n", ". ", " "):
        cut = text.rfind(mark, at + BLOCK // 2, end)
        if cut > 0:
            return cut + 1
    return end


def _sentences(block: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in [*_SENTENCE.finditer(block), None]:
        piece = block[start : end.start() if end else len(block)]
        yield from ((start + at, words) for at, words in _windows(piece))
        start = end.end() if end else len(block)


def _windows(piece: str) -> Iterator[tuple[int, str]]:
    """A sentence in which there may be pay; of a very long one what stands around the numbers."""
    if len(piece) <= 3 * AROUND:
        if _CANDIDATE.search(piece):
            yield 0, piece
        return
    last = 0
    for match in _CANDIDATE.finditer(piece):
        if match.start() < last:
            continue
        start = max(last, piece.rfind(" ", last, max(last, match.start() - AROUND)) + 1)
        start = max(start, match.start() - 2 * AROUND)
        last = min(len(piece), match.end() + 2 * AROUND)
        blank = piece.rfind(" ", match.end() + AROUND, last)
        last = blank if blank > 0 else last
        yield start, piece[start:last]
