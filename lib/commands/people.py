"""People: who they are and how they may appear, and two that are one."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer as Viewer
from lib.commands.conversation_rows import person_row
from lib.commands.journal import Step
from lib.errors import Conflict, Refused
from lib.model import FINDINGS, Interview, Outcome, Person
from lib.records import PersonSaid

_CHANGED = (
    "This was changed in another window since you opened it. Save again to put yours in its place."
)
SHIELDS = ("off the record", "described", "named")
"""The first protects most: of two who become one, that one stands."""
TYPED_OF_THEM = (
    *("name", "folded", "nicknames", "role", "organisation", "email", "phone", "profile_link"),
    *("how_met", "description"),
)
HOURS_OF_THEM = ("zone", "day_begins", "day_ends", "working_days")
"""Their working day; empty is None."""


def change_person(
    session: Session, viewer: Viewer, *, said: PersonSaid, opened: PersonSaid | None = None
) -> UUID:
    """Change who somebody is and how they may appear.

    `opened` is the person as the form showed them: then only what was changed since is written,
    and Conflict is raised where somebody else changed the same.
    """
    step = Step(session, viewer, "Changed a person")
    values = {name: value for name, value in person_row(said).items() if name != "id"}
    if opened is not None:
        shown, here = person_row(opened), step.row(Person, said.id)
        values = {name: value for name, value in values.items() if value != shown[name]}
        for name, value in values.items():
            if here[name] not in (shown[name], value):
                raise Conflict(f"{_CHANGED} It reads “{str(here[name])[:80]}” there.")
    step.change(Person, said.id, **values)
    return step.id


def merge_people(session: Session, viewer: Viewer, *, keep: UUID, other: UUID) -> UUID:
    """Make two rows for one person one: conversations and what was said follow `keep`.

    What `keep` lacks is filled from the other; of the two ways to appear the stricter stands.
    """
    if keep == other:
        raise Refused("Choose two different people.")
    step = Step(session, viewer, "Made two people one")
    kept, gone = step.row(Person, keep), step.row(Person, other)
    step.change(Person, keep, **_joined(kept, gone))
    spoke: tuple[type[Any], ...] = (Interview, Outcome, *FINDINGS)
    for model in spoke:
        for row_id in ids_of(step, model, model.person_id == other):
            step.change(model, row_id, person_id=keep)
    for row_id in ids_of(step, Person, Person.introduced_by_id == other):
        step.change(Person, row_id, introduced_by_id=None if row_id == keep else keep)
    step.remove(Person, other)
    return step.id


def _joined(kept: dict[str, Any], gone: dict[str, Any]) -> dict[str, Any]:
    joined = {name: kept[name] or gone[name] for name in (*TYPED_OF_THEM, *HOURS_OF_THEM)}
    if not kept["name"]:
        joined["folded"] = gone["folded"]
    introduced = kept["introduced_by_id"] or gone["introduced_by_id"]
    shield = min(kept["attribution"], gone["attribution"], key=SHIELDS.index)
    days = [row["consent_on"] for row in (kept, gone) if row["consent_on"]]
    return {
        **joined,
        "attribution": shield,
        "consent_on": max(days) if days else None,
        "introduced_by_id": None if introduced == kept["id"] else introduced,
    }


def ids_of(step: Step, model: type[Any], condition: Any) -> list[UUID]:
    """The ids of the explorer's rows that meet the condition."""
    mine = select(model.id).where(model.explorer_id == step.explorer_id, condition)
    return list(step.session.scalars(mine.order_by(model.id)))
