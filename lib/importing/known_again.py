"""How a row of a sheet is known when it comes again: its key, its digest, and what it is about."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from lib.records import RECORDS, Conversation
from lib.text import fold

LONGEST = 400
"""Characters of a key; a longer one is kept as its digest."""

_EACH: dict[str, Any] = {kind: {"__all__": {"id", "note_id"}} for kind in RECORDS}
_IDS: dict[str, Any] = {
    "id": True,
    "version": True,
    "person": {"id", "introduced_by_id"},
    "notes": {"__all__": {"id"}},
    **_EACH,
}


@dataclass(frozen=True)
class Mark:
    """What tells one talk from another: who, at which organisations, on what, and when."""

    name: str
    places: frozenset[str]
    field: str
    day: date | None
    hour: str
    held: bool

    def with_them(self, other: "Mark") -> bool:
        """Whether both may be the same person's, about one field; an unknown place is any."""
        places = not self.places or not other.places or bool(self.places & other.places)
        return bool(self.name) and (self.name, self.field) == (other.name, other.field) and places

    def at_that_time(self, other: "Mark") -> bool:
        """Whether both are of one day, and of one hour where both have one."""
        hours = not self.hour or not other.hour or self.hour == other.hour
        return self.day is not None and self.day == other.day and hours


def mark_of(said: Conversation) -> Mark:
    """What a conversation is known by."""
    places = (fold(said.organisation), fold(said.person.organisation))
    day, hour = when(said.held_on or said.planned_on, said.starts_at)
    name, field = fold(said.person.name), fold(said.field)
    return Mark(name, frozenset(filter(None, places)), field, day, hour, said.status == "held")


def when(day: date | None, starts_at: str | None) -> tuple[date | None, str]:
    """The day, and the hour where it is one of that day."""
    begins = date.fromisoformat(starts_at[:10]) if starts_at else None
    at = day or begins
    return at, starts_at[11:16] if starts_at and begins == at else ""


def digest_of(said: Conversation, introduced_by: str) -> str:
    """The same for the same words, whatever ids were made for them."""
    content = said.model_dump_json(exclude=_IDS, exclude_defaults=True)
    return sha256(f"{content}\n{introduced_by}".encode()).hexdigest()


def key_of(identity: str, said: Conversation, digest: str) -> str:
    """The row's own id, else person, organisation, field, day and hour, else its digest."""
    day, hour = when(said.held_on or said.planned_on, said.starts_at)
    if identity:
        key = f"id {identity}"
    elif said.person.name and day:
        names = (said.person.name, said.organisation or said.person.organisation, said.field)
        key = "|".join((*map(fold, names), day.isoformat(), *filter(None, [hour])))
    else:
        key = digest
    return key if len(key) <= LONGEST else sha256(key.encode()).hexdigest()
