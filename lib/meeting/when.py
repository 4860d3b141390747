"""When a talk is, by the clocks of its place: hours that are none, or two, are told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from lib.errors import Refused
from lib.figures import clock, clock_of, kept_day, known_zone

SHORTEST, LONGEST = 15, 60
EARLY = timedelta(minutes=10)
"""One is there before the hour, where there is a way to go."""


def starts(day: date, hour: time, zone: str, *, second: bool | None = None) -> datetime:
    """The moment, aware, in the zone's own clock.

    `second`: which of two hours of the same name it is, when the clocks go back; None: not said.
    Raises Refused for a day that is not kept, for what is no zone, for an hour that the clocks
    skip, and for one that comes twice where nobody said which.
    """
    place = clock(known_zone(zone))
    wall = hour.replace(second=0, microsecond=0, fold=int(bool(second)))
    at = datetime.combine(kept_day(day), wall, tzinfo=place)
    if at.astimezone(UTC).astimezone(place).replace(tzinfo=None) != at.replace(tzinfo=None):
        raise Refused(
            f"The clocks go forward that day: {at:%H:%M} does not exist in {place.key}. Choose an "
            "hour before or after.",
            where="hour",
        )
    if not comes_twice(at):
        return at.replace(fold=0)
    if second is None:
        raise Refused(
            f"The clocks go back that day: {at:%H:%M} comes twice in {place.key}. Say which of "
            "the two.",
            where="second",
        )
    return at


def comes_twice(at: datetime) -> bool:
    """Whether the clocks of its zone show this hour once more, as in the night they go back."""
    first, second = at.replace(fold=0).utcoffset(), at.replace(fold=1).utcoffset()
    return first is not None and second is not None and first > second


def as_kept(starts_at: str | None, zone: str | None, fold: int, otherwise: str) -> datetime | None:
    """What a conversation keeps as a moment; None where it is none.

    A zone that is unknown, or was not said, is `otherwise`.
    """
    try:
        wall = datetime.fromisoformat(starts_at or "")
    except ValueError:
        return None
    return wall.replace(tzinfo=clock_of(zone) or clock(otherwise), fold=fold)


@dataclass(frozen=True)
class Taken:
    """A talk: from when on, for how long, how it is called, and the minutes of the way each way."""

    at: datetime
    minutes: int
    label: str
    travel: int = 0

    @property
    def leaves(self) -> datetime:
        """When one sets out, to be there early; the hour itself where there is no way to go."""
        if not self.travel:
            return self.at.astimezone(UTC)
        return self.at.astimezone(UTC) - timedelta(minutes=self.travel) - EARLY

    @property
    def back(self) -> datetime:
        """When one is back."""
        return self.at.astimezone(UTC) + timedelta(minutes=self.minutes + self.travel)


def clashes(one: Taken, others: Iterable[Taken]) -> tuple[str, ...]:
    """What else lies in the same minutes, the ways included; ends that touch do not clash."""
    return tuple(
        other.label for other in others if other.leaves < one.back and one.leaves < other.back
    )
