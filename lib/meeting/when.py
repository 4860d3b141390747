"""When a talk is, by the clocks of its place: hours that are none, or two, are told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from lib.errors import Refused
from lib.figures.zones import known_zone

SHORTEST, LONGEST = 15, 60


def starts(day: date, hour: time, zone: str) -> datetime:
    """The moment, aware, in the zone's own clock.

    Raises Refused for what is no zone, and for an hour that the clocks skip or show twice.
    """
    place = ZoneInfo(known_zone(zone))
    at = datetime.combine(day, hour.replace(second=0, microsecond=0), tzinfo=place)
    if at.astimezone(UTC).astimezone(place).replace(tzinfo=None) != at.replace(tzinfo=None):
        raise Refused(
            f"The clocks go forward that day: {at:%H:%M} does not exist in {place.key}. Choose an "
            "hour before or after.",
            where="hour",
        )
    if at.utcoffset() != at.replace(fold=1).utcoffset():
        raise Refused(
            f"The clocks go back that day: {at:%H:%M} comes twice in {place.key}. Choose an hour "
            "before or after.",
            where="hour",
        )
    return at


@dataclass(frozen=True)
class Taken:
    """Another talk: from when on, for how long, and how it is called."""

    at: datetime
    minutes: int
    label: str


def clashes(at: datetime, minutes: int, others: Iterable[Taken]) -> tuple[str, ...]:
    """What else lies within the same minutes, on whatever clock; ends that touch do not."""
    begins = at.astimezone(UTC)
    ends = begins + timedelta(minutes=minutes)
    return tuple(
        one.label
        for one in others
        if one.at.astimezone(UTC) < ends
        and begins < one.at.astimezone(UTC) + timedelta(minutes=one.minutes)
    )
