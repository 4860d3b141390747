"""A time zone as a calendar carries it: a part for each time the clocks change, and no more.

Each part has a beginning of its own. Lists of them on one line are read by their first alone in
some programs, and rules would say the future wrong where the law has changed.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from lib.figures import clock

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def zone_lines(name: str, first: int, last: int) -> list[str]:
    """VTIMEZONE of a zone, from the year before the first to the year after the last."""
    zone = clock(name)
    begin = datetime(max(first - 1, 1), 1, 1, tzinfo=UTC)
    end = datetime(last + 2, 1, 1, tzinfo=UTC)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    lines += _part(begin, begin, zone)
    for before, after in _changes(zone, begin, end):
        lines += _part(before, after, zone)
    return [*lines, "END:VTIMEZONE"]


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The minute before each change of the clocks, and the minute of it."""
    here = begin
    while here < end:
        following = here + DAY
        if _offset(here, zone) != _offset(following, zone):
            yield _narrowed(here, following, zone)
        here = following


def _narrowed(early: datetime, late: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    old = _offset(early, zone)
    while late - early > MINUTE:
        middle = early + (late - early) // 2
        middle = middle.replace(second=0, microsecond=0)
        middle = middle if middle > early else early + MINUTE
        early, late = (middle, late) if _offset(middle, zone) == old else (early, middle)
    return early, late


def _part(before: datetime, at: datetime, zone: ZoneInfo) -> list[str]:
    old, new = _offset(before, zone), _offset(at, zone)
    kind = "DAYLIGHT" if at.astimezone(zone).dst() else "STANDARD"
    wall = (at + old).replace(tzinfo=None)
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{wall:%Y%m%dT%H%M%S}",
        f"TZOFFSETFROM:{_signed(old)}",
        f"TZOFFSETTO:{_signed(new)}",
        f"TZNAME:{at.astimezone(zone).tzname()}",
        f"END:{kind}",
    ]


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _signed(offset: timedelta) -> str:
    seconds = int(offset.total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    text = f"{'-' if seconds < 0 else '+'}{minutes // 60:02}{minutes % 60:02}"
    return text + (f"{rest:02}" if rest else "")
