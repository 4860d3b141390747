"""Spans of time as people type them, in months or years; what says two things is not read."""

import re

LONGEST = 80
"""Characters of a span; a longer text is none."""

Ends = tuple[float | None, float | None]

# The smallest fractions are written with an exponent.
_NUMBER = r"\d{1,9}(?:[.,]\d{1,20})?(?:e-\d{1,3})?"
_UNIT = r"weeks?|wks?|months?|mths?|mos?|m|years?|yrs?|y"
_LEAST = r"from|over|more than|at least|min\.?|minimum|starting at|>=?|≥"
_MOST = r"up to|under|less than|at most|max\.?|maximum|<=?|≤"
_SPAN = re.compile(
    r"(?:(?:about|around|roughly|circa|ca\.?|approx\.?|~) ?)?"
    rf"(?:(?:(?P<least>{_LEAST})|(?P<most>{_MOST})|(?P<between>between)) ?)?"
    rf"(?P<low>{_NUMBER}) ?(?P<low_unit>{_UNIT})?"
    rf"(?: ?(?:-|to|(?P<and>and)) ?(?P<high>{_NUMBER}))?"
    rf" ?(?P<plus>\+)? ?(?P<unit>{_UNIT})? ?(?P<or_more>\+|(?:or|and) (?:more|up|longer))?"
    r"(?P<or_less> or (?:less|fewer))?",
    re.IGNORECASE,
)
_IN_MONTHS = {"w": 12 / 52, "m": 1.0, "y": 12.0}
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def read_span(text: str, unit: str, *, bare: bool = True) -> Ends | None:
    """Low and high in `unit` (months or years), None for an open end; None for what is no span.

    "6-9", "up to 2 years", "18+", "6 months to 2 years", "1,5"; a week is 12/52 of a month.
    "from 3-5" is 3 to 5; "up to 5+" says two things and is not read. Without `bare` a span
    names its unit, where a number alone could be something else.

    >>> read_span("6-9", "months"), read_span("2 years or more", "months")
    ((6.0, 9.0), (24.0, None))
    """
    text = " ".join(text.translate(_DASHES).split())
    match = _SPAN.fullmatch(text) if len(text) <= LONGEST else None
    if match is None or not (bare or match["unit"] or match["low_unit"]):
        return None
    last = match["unit"] or match["low_unit"] or unit
    low = _in(unit, match["low"], match["low_unit"] or last)
    up, down = _opens(match)
    if match["high"] is None:
        if (up and down) or match["between"] or (match["low_unit"] and match["unit"]):
            return None
        return (None if down else low, None if up else low)
    only_ends = match["plus"] or match["or_more"] or down or (match["and"] or "") != _and(match)
    return None if only_ends else (low, _in(unit, match["high"], last))


def span_phrase(low: float | None, high: float | None, unit: str = "") -> str:
    """The words that are read back to these ends, `6-12 months`; empty where neither is known."""
    behind = f" {unit}" if unit else ""
    if low is None or high is None:
        end, word = (high, "up to") if low is None else (low, "from")
        return "" if end is None else f"{word} {_plain(end)}{behind}"
    return (_plain(low) if low == high else f"{_plain(low)}-{_plain(high)}") + behind


def _opens(match: re.Match[str]) -> tuple[bool, bool]:
    """Whether the words leave the span open upwards, and downwards."""
    return (
        bool(match["least"] or match["plus"] or match["or_more"]),
        bool(match["most"] or match["or_less"]),
    )


def _and(match: re.Match[str]) -> str:
    return "and" if match["between"] else ""


def _in(unit: str, number: str, of: str) -> float:
    value = float(number.replace(",", "."))
    factor = _IN_MONTHS[of[0].lower()] / _IN_MONTHS[unit[0]]
    return value if factor == 1.0 else round(value * factor, 2)


def _plain(number: float) -> str:
    return repr(float(number)).removesuffix(".0")
