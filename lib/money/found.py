"""Figures of pay in running text, each with where it stands and what was said of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lib.money.figures import Period
from lib.money.reading import parse


@dataclass(frozen=True)
class Found:
    """One figure: text[start:end] is its words; amounts in whole units, either end may be open.

    What was not said is None, or "unstated" where the closed lists of `lib.words` have that word;
    `times` is how often a year its period is paid (thirteen months), `year` the figure's own.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    currency: str | None = None
    period: Period | None = None
    times: int | None = None
    level: str = "unstated"
    whose: str = "unstated"
    basis: str = "unstated"
    tax: str = "unstated"
    employed: str = "unstated"
    year: int | None = None


_NUMBER = re.compile(r"\d[\d.,]*(?: ?[kK]\b)?")


def found(text: str, *, dollar: str | None = "USD") -> list[Found]:
    """Every figure of pay in the text, in order and without overlap; "$" alone means `dollar`."""
    return list(_found(text, dollar))


def _found(text: str, dollar: str | None) -> Iterator[Found]:
    end = 0
    for number in _NUMBER.finditer(text):
        if number.start() < end:
            continue
        starts = [number.start() - n for n in range(4) if number.start() - n >= end]
        ends = [number.end() + n for n in range(40) if number.end() + n <= len(text)]
        spans = ((a, b) for b in reversed(ends) for a in reversed(starts))
        for start, end in spans:
            pay = parse(text[start:end], dollar=dollar)
            if pay and pay.currency and text[start:end] == text[start:end].strip():
                yield Found(start, end, pay.low, pay.high, pay.currency, pay.period)
                break
        else:
            end = number.end()
