"""Time zones by the names that programs write: IANA's own, or Windows' by CLDR's table."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from lib.errors import Refused

NO_ZONE = "This is no time zone that is known. Write it as a place, such as Europe/Zurich."


def known_zone(text: str) -> str:
    """The IANA name of a zone; raises Refused for any other word.

    >>> known_zone("W. Europe Standard Time"), known_zone("europe/zurich")
    ('Europe/Berlin', 'Europe/Zurich')
    """
    found = _zones().get(" ".join(text.split()).casefold())
    if found is None:
        raise Refused(NO_ZONE)
    return found


def clock_of(name: str | None) -> ZoneInfo | None:
    """The clock of a name that is kept; None where it is no zone: it may be older than its check.

    The one way from a name to a clock: zoneinfo itself answers some words with an error of the
    file system, since there are folders among its zones.
    """
    try:
        return ZoneInfo(known_zone(name)) if name else None
    except Refused:
        return None


def clock(name: str | None) -> ZoneInfo:
    """The same, UTC where there is none."""
    return clock_of(name) or ZoneInfo("UTC")


@cache
def _zones() -> dict[str, str]:
    windows = {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}
    named = {zone.casefold(): zone for zone in available_timezones()}
    return {**windows, **named, "z": "UTC", "gmt": "UTC"}
