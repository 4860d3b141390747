"""Spans of time in a line, and what both money and spans share: words in, two ends out."""

import re
from decimal import Decimal
from typing import Any

from lib import money

_NUMBER = r"\d+(?:\.\d+)?(?:e[+-]?\d+)?"
_SPAN = re.compile(
    rf"(?:(?P<only>from|up to|over|under|at least|at most)\s+)?(?P<low>{_NUMBER})"
    rf"(?:\s*(?:-|–|to)\s*(?P<high>{_NUMBER}))?\s*\+?\s*(?P<unit>weeks?|months?|mos?|years?|yrs?)",
    re.I,
)
_MONTHS = {"w": 12 / 52, "m": 1.0, "y": 12.0}
_UPWARDS = ("from", "over", "at least")


def read_span(text: str, *, unit: str) -> tuple[float | None, float | None] | None:
    """Low and high in months or years; None for what is no span of time."""
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        return None
    factor = _MONTHS[match["unit"][0].lower()] / _MONTHS[unit[0]]
    low = _times(match["low"], factor)
    high = low if match["high"] is None else _times(match["high"], factor)
    only = (match["only"] or "").lower()
    if only and match["high"] is None:
        return (low, None) if only in _UPWARDS else (None, low)
    return (low, None) if "+" in text and match["high"] is None else (low, high)


def write_span(low: float | None, high: float | None, unit: str) -> str:
    """`6-12 months`, `from 6 months`, `up to 12 months`; empty where neither end is known."""
    if low is None or high is None:
        end, word = (high, "up to") if low is None else (low, "from")
        return "" if end is None else f"{word} {_plain(end)} {unit}"
    return f"{_plain(low)} {unit}" if low == high else f"{_plain(low)}-{_plain(high)} {unit}"


def write_money(
    low: Decimal | None, high: Decimal | None, currency: str | None, period: str = "unstated"
) -> str:
    """The canonical phrase; empty where neither end is known."""
    if low is None and high is None:
        return ""
    stated: Any = None if period == "unstated" else period
    return money.phrase(money.Pay(low, high, currency, stated))


def _times(number: str, factor: float) -> float:
    value = float(number)
    return value if factor == 1.0 else round(value * factor, 2)


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)
