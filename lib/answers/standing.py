"""How far one has come: the few counts that every screen asks for, and the fields by name."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from lib.access.viewer import Viewer
from lib.filters import Filters
from lib.queries.fields import fields, interviews_by_status


@dataclass(frozen=True)
class Standing:
    """Conversations in all, held, and samples among them; field ids, and people, by name."""

    conversations: int
    held: int
    samples: int
    fields: dict[str, str]
    people: dict[str, int]


def standing(session: Session, viewer: Viewer, filters: Filters) -> Standing:
    """The counts, whatever the filters."""
    statuses = interviews_by_status(session, viewer, filters)
    known = fields(session, viewer, filters)
    return Standing(
        conversations=int(statuses["interviews"].sum()),
        held=int(statuses.loc[statuses["status"] == "held", "interviews"].sum()),
        samples=int(statuses["samples"].sum()),
        fields=dict(zip(known["field"], known["field_id"], strict=True)),
        people={
            str(field): int(n) for field, n in zip(known["field"], known["voices"], strict=True)
        },
    )
