"""Ids of the sample interviews: the same at every loading, another for every explorer."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid5

FIRST = 0x0196_0000_0000
"""Where they begin: before all ids that are made now, in the order of the file."""

APART = 1_000
"""Ids of one conversation; another may grow without moving those of the next."""

REFERS = ("note_id", "introduced_by_id")


def with_ids(conversations: list[dict[str, Any]], explorer_id: UUID) -> Iterator[dict[str, Any]]:
    """The conversations with an id in every part; ids in the file lead to the same new ones."""
    known: dict[str, str] = {}
    for position, said in enumerate(conversations):
        numbers = iter(range(position * APART, (position + 1) * APART))

        def made(name: str, numbers: Iterator[int] = numbers) -> str:
            number = next(numbers)
            key = name or f"{number}"
            return known.setdefault(key, str(_ordered(number, uuid5(explorer_id, key))))

        yield _part(said, made)


def _part(value: Any, made: Callable[[str], str]) -> Any:
    if isinstance(value, list):
        return [_part(one, made) for one in value]
    if not isinstance(value, dict):
        return value
    new = {"id": made(value.get("id") or "")}
    for name, one in value.items():
        if name in REFERS:
            new[name] = made(one) if one else one
        elif name != "id":
            new[name] = _part(one, made)
    return new


def _ordered(number: int, random: UUID) -> UUID:
    """A UUIDv7 of that place in the order, the rest of it the explorer's own."""
    rest = random.int & ((1 << 80) - 1)
    rest = rest & ~(0xF << 76) | (7 << 76)
    return UUID(int=(FIRST + number) << 80 | rest)
