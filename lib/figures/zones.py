"""Time zones by the names that programs write: IANA's own, or Windows' by CLDR's table."""

from functools import cache
from zoneinfo import available_timezones

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


@cache
def _zones() -> dict[str, str]:
    windows = {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}
    named = {zone.casefold(): zone for zone in available_timezones()}
    return {**windows, **named, "z": "UTC", "gmt": "UTC"}
