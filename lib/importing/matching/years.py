"""Days that name no year: known as such, and given the year that somebody said."""

import re

DAYS = ("day", "held_on", "planned_on", "starts_at", "consent_on")
"""Columns of days."""
YEARLESS = (
    "Say of which year this day is, under “Where the file does not say” (--year), or write it as "
    "2026-03-31."
)
_NUMBERS = re.compile(r"\d{1,2}([./-])\s?\d{1,2}\1?")
_WORDS = re.compile(
    r"\d{1,2}(?:\.|st|nd|rd|th)?\s+(?:de\s+)?[^\W\d]{3,10}\.?|[^\W\d]{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?",
    re.I,
)


def is_yearless(value: str) -> bool:
    """Whether a cell names a day and a month, and no year.

    >>> is_yearless("Mar 31"), is_yearless("31.3."), is_yearless("March 2026")
    (True, True, False)
    """
    text = value.strip()
    return bool(_NUMBERS.fullmatch(text) or _WORDS.fullmatch(text))


def with_year(value: str, year: int | None) -> str:
    """The day with the year behind it, where it names none and one was said."""
    text = value.strip()
    if year is None or not is_yearless(text):
        return value
    sign = _NUMBERS.fullmatch(text)
    if sign:
        return f"{text.rstrip('./-')}{sign[1]}{year}"
    return f"{text} {year}" if text[0].isdigit() else f"{text}, {year}"
