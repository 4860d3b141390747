"""Who is looking: the explorer, or a coach through a link; every query takes one of the two."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Explorer:
    """Whose career it is: reads and writes everything of their own."""

    explorer_id: UUID


@dataclass(frozen=True)
class Share:
    """A coach's link: the fields it holds and what else is in; reads only."""

    explorer_id: UUID
    share_id: UUID
    fields: frozenset[UUID]
    threshold: int = 1
    names: bool = False
    organisations: bool = False


Viewer = Explorer | Share
