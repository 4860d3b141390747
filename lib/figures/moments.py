"""A day with the hour and the zone that may stand behind it, as calendars and forms write them."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from lib.errors import Refused
from lib.figures.days import behind, kept_day, read_date
from lib.figures.zones import known_zone

_KEPT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", re.ASCII)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?::\d\d(?:[.,]\d+)?)? ?(?:(?P<half>[ap])\.?m\.?)?"
    r" ?(?P<zone>.*)",
    re.I,
)


@dataclass(frozen=True)
class Moment:
    """A day; the hour on the wall there, and its IANA zone, where they were said."""

    day: date
    hour: str = ""
    zone: str | None = None

    @property
    def starts_at(self) -> str | None:
        """The local time as a conversation keeps it."""
        return f"{self.day.isoformat()}T{self.hour}" if self.hour else None


def read_moment(value: str, *, day_first: bool) -> Moment:
    """The day, with the hour behind it; raises Refused for anything else.

    Midnight behind a day is how programs write a day alone. An offset or a short word for a zone
    (CET) is no place, and stays unsaid.

    >>> read_moment("2026-03-31 2:05 PM", day_first=True).starts_at
    '2026-03-31T14:05'
    """
    day = read_date(value, day_first=day_first)
    match = _CLOCK.match(behind(value).removeprefix("at "))
    if match is None:
        return Moment(day)
    hour, minute = int(match["hour"]), match["minute"] or "00"
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    if hour > 23 or (hour == 0 and minute == "00"):
        return Moment(day)
    return Moment(day, f"{hour:02}:{minute}", _zone(match["zone"]))


def kept_moment(value: str) -> str:
    """Local time as it is kept, of a day that is kept; raises Refused for anything else."""
    try:
        at = datetime.fromisoformat(value) if _KEPT.fullmatch(value) else None
    except ValueError:
        at = None
    if at is None:
        raise Refused("Write the moment as 2026-03-31T09:30.", where="starts_at")
    kept_day(at.date())
    return value


def _zone(text: str) -> str | None:
    try:
        return known_zone(text) if text.strip() else None
    except Refused:
        return None
