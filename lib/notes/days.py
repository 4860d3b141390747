"""Days as they stand in notes: `Nov 19`, `19 November 2026`, `2026-11-19`."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d))?"
_DAYS = (
    re.compile(r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?{_MONTH}{_YEAR}", re.IGNORECASE),
)
_WEEKDAY = re.compile(
    r"\W*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b)?\W*", re.IGNORECASE
)


def behind_day(line: str) -> int:
    """Where a line goes on behind the day that it begins with; 0 where it begins with none."""
    lead = _WEEKDAY.match(line)
    at = lead.end() if lead else 0
    return next((found.end() for way in _DAYS if (found := way.match(line, at))), 0)


def day_in(text: str) -> tuple[int | None, int, int] | None:
    """The first day that stands in a text: `Nov 19`, `19 November 2026`, `2026-11-19`."""
    for way in _DAYS:
        for found in way.finditer(text):
            month = found["month"].lower()[:3]
            number = int(month) if month.isdigit() else MONTHS.index(month) + 1
            year = int(found["year"]) if found["year"] else None
            try:
                date(year or 2024, number, int(found["day"]))
            except ValueError:
                continue
            return year, number, int(found["day"])
    return None


def latest_day(told: tuple[int | None, int, int], today: date) -> date:
    """The day that was meant: without a year the latest one that is not after today."""
    year, month, day = told
    if year is not None:
        return date(year, month, day)
    for back in range(9):
        try:
            meant = date(today.year - back, month, day)
        except ValueError:  # 29 February
            continue
        if meant <= today:
            return meant
    return today
