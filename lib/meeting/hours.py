"""Somebody's working day: from when to when on their own clock, and on which days of the week."""

import re
from calendar import day_name
from dataclasses import dataclass
from datetime import datetime, time

from lib.errors import Refused

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_DAYS = "1234567"


@dataclass(frozen=True)
class WorkingDay:
    """Local hours, and the days by their ISO numbers (Monday is 1)."""

    begins: time = time(9)
    ends: time = time(17)
    days: frozenset[int] = frozenset(range(1, 6))

    def holds(self, starts: datetime, ends: datetime) -> bool:
        """Whether both wall times lie within one working day."""
        same = starts.date() == ends.date() and starts.isoweekday() in self.days
        return same and self.begins <= starts.time() and ends.time() <= self.ends


def working_day(begins: str | None, ends: str | None, days: str | None) -> WorkingDay:
    """What was said of it, nine to five from Monday to Friday where nothing was.

    Raises Refused for what is no hour, no weekday, or a day that ends before it begins.

    >>> working_day("08:30", None, "135").days == {1, 3, 5}
    True
    """
    usual = WorkingDay()
    said = WorkingDay(
        _hour(begins, "day_begins") if begins else usual.begins,
        _hour(ends, "day_ends") if ends else usual.ends,
        frozenset(map(int, _weekdays(days))) if days else usual.days,
    )
    if said.begins >= said.ends:
        raise Refused("The working day begins before it ends.", where="day_ends")
    return said


def known_hours(begins: str | None, ends: str | None, days: str | None) -> WorkingDay:
    """The same of what is kept already: where it is no working day, the usual one stands."""
    try:
        return working_day(begins, ends, days)
    except Refused:
        return WorkingDay()


def in_words(day: WorkingDay) -> str:
    """From when to when, and on which days.

    >>> in_words(WorkingDay()), in_words(WorkingDay(time(8, 30), time(12), frozenset({1, 3})))
    ('9:00 to 17:00, Monday to Friday', '8:30 to 12:00, Monday and Wednesday')
    """
    first, last = min(day.days), max(day.days)
    named = [day_name[number - 1] for number in sorted(day.days)]
    if len(named) > 2 and len(named) == last - first + 1:
        days = f"{named[0]} to {named[-1]}"
    else:
        days = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    return f"{day.begins.hour}:{day.begins:%M} to {day.ends.hour}:{day.ends:%M}, {days}"


def _hour(text: str, where: str) -> time:
    if not _CLOCK.fullmatch(text):
        raise Refused("Write the hour as 08:30 or 17:00.", where=where)
    return time.fromisoformat(text)


def _weekdays(text: str) -> str:
    if not set(text) <= set(_DAYS) or len(set(text)) != len(text):
        raise Refused("Write each weekday once, Monday as 1.", where="working_days")
    return text
