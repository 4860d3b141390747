"""How a row of a sheet is known when it comes again: its key, and the digest of what it says."""

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


def digest_of(said: Conversation, introduced_by: str) -> str:
    """The same for the same words, whatever ids were made for them."""
    content = said.model_dump_json(exclude=_IDS, exclude_defaults=True)
    return sha256(f"{content}\n{introduced_by}".encode()).hexdigest()


def key_of(identity: str, said: Conversation, digest: str) -> str:
    """The row's own id, else person, organisation, field and day, else its digest."""
    day = said.held_on or said.planned_on
    if identity:
        key = f"id {identity}"
    elif said.person.name and day:
        names = (said.person.name, said.organisation or said.person.organisation, said.field)
        key = "|".join((*map(fold, names), day.isoformat()))
    else:
        key = digest
    return key if len(key) <= LONGEST else sha256(key.encode()).hexdigest()
