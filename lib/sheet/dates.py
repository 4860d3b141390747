"""Days as people write them; which of 9/14 and 14/9 is meant is decided by the whole column."""

import re
from collections.abc import Iterable
from datetime import date

from lib.errors import Refused

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?[ -]+([a-z]{3,9})\.?,?[ -]+(\d{4}|\d{2})", re.I)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4}|\d{2})", re.I)
_DOTTED = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})")
_SLASHED = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?:[T ,].*)?")

NO_DATE = "Write the date as 2026-03-31."


def day_first(values: Iterable[str]) -> bool | None:
    """Whether the day comes first in all these dates; None where nothing tells, or both do.

    Only dates with two numbers before the year can be meant in two ways; a column without any
    needs no answer, and gets True.
    """
    pairs = [(int(m[1]), int(m[2])) for value in values if (m := _SLASHED.fullmatch(value.strip()))]
    either = [(one, two) for one, two in pairs if one != two]
    if not either:
        return True
    day_leads = any(one > 12 for one, two in either)
    month_leads = any(two > 12 for one, two in either)
    return day_leads if day_leads != month_leads else None


def read_date(value: str, *, day_first: bool) -> date:
    """The day; raises Refused for what is none."""
    text = value.strip()
    if match := _ISO.fullmatch(text):
        return _date(match[1], match[2], match[3])
    if match := _NAMED.fullmatch(text):
        return _date(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST.fullmatch(text):
        return _date(match[3], _month(match[1]), match[2])
    if match := _DOTTED.fullmatch(text):
        return _date(match[3], match[2], match[1])
    if match := _SLASHED.fullmatch(text):
        one, two, year = match.groups()
        return _date(year, two, one) if day_first else _date(year, one, two)
    raise Refused(NO_DATE)


def _month(name: str) -> str:
    short = name[:3].lower()
    return str(_MONTHS.index(short) + 1) if short in _MONTHS else "0"


def _date(year: str, month: str, day: str) -> date:
    """Two digits of a year mean the hundred years that end twenty years from now."""
    number = int(year)
    if len(year) == 2:
        latest = date.today().year + 20
        number += latest - latest % 100
        number -= 100 if number > latest else 0
    try:
        return date(number, int(month), int(day))
    except ValueError as error:
        raise Refused("There is no such day. Write the date as 2026-03-31.") from error
