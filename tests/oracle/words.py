"""Figures out of the words of a screen, so that two ways to say the same compare as equal."""

import re
from typing import Any

from lib import money
from tests.oracle.ways import Span

NUMBER = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>[kM]?)")
UNITS = {"": 1.0, "k": 1e3, "M": 1e6}
MORE = ("+", "or more", "and up", "from ")
"""By these words an upper end is open."""


def numbers(words: str) -> list[float]:
    """Every figure in the words.

    >>> numbers("$7,500 to $13k"), numbers("CHF 1.2M")
    ([7500.0, 13000.0], [1200000.0])
    """
    found = NUMBER.finditer(words.replace("\\", ""))
    return [float(m["number"].replace(",", "")) * UNITS[m["unit"]] for m in found]


def ends(words: str) -> tuple[float | None, float | None]:
    """Low and high of one range; an open end is None, one figure is both.

    >>> ends("3 to 8"), ends("12 or more"), ends("up to 9"), ends("$6k")
    ((3.0, 8.0), (12.0, None), (None, 9.0), (6000.0, 6000.0))
    >>> ends("2 to 9+")
    (2.0, 9.0)
    """
    found = numbers(words)
    if len(found) > 1:
        return found[0], found[1]
    one = found[0] if found else None
    if any(word in words for word in MORE):
        return one, None
    return (None, one) if words.startswith(("up to", "within")) else (one, one)


def spanned(words: str) -> tuple[Any, ...]:
    """Lowest, highest, and whether the lower and the upper end are open.

    >>> spanned("2 to 9+"), spanned("up to 8"), spanned("4+")
    ((2.0, 9.0, False, True), (None, 8.0, True, False), (4.0, 4.0, False, True))
    """
    found = numbers(words)
    below = words.startswith(("up to", "within"))
    more = any(word in words for word in MORE)
    low = None if below and len(found) == 1 else found[0]
    return low, found[-1], below, more


def of_span(one: Span, currency: str | None = None) -> tuple[Any, ...]:
    """The same of a span, its amounts rounded as a screen does; an open low end is not told."""
    low, high = (shown(end, currency) for end in (one.low, one.high))
    return None if one.open_low else low, high, one.open_low, one.open_high


def shown(amount: float, currency: str | None) -> float:
    """An amount as the screen rounds it; months and years as they are."""
    return numbers(money.short(amount, currency))[0] if currency else float(f"{amount:g}")
