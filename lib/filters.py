"""What the reader is looking at, as one frozen value: argument of queries, key of caches."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Filters:
    """Fields (none: all), days from and until, one level of pay (none: all), stages (none: all).

    The level narrows pay alone: the other screens do not depend on it.
    """

    fields: tuple[UUID, ...] = ()
    since: date | None = None
    until: date | None = None
    level: str | None = None
    stages: tuple[str, ...] = ()

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out."""
        return self != Filters()


EVERYTHING = Filters()
