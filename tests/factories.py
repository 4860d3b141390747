"""Builders: a test names only what it is about, these fill in the rest."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from lib.commands.interviews import save_conversation
from lib.records import Conversation, PersonSaid, SkillSaid
from lib.viewer import Explorer


def a_person(name: str = "", **values: Any) -> PersonSaid:
    return PersonSaid(name=name, **{"role": "analyst", **values})


def a_conversation(
    field: str = "Data analyst", *, skills: Iterable[str | SkillSaid] = (), **values: Any
) -> Conversation:
    """A held conversation; skills as names are named without saying how much they matter."""
    said = tuple(SkillSaid(skill=s) if isinstance(s, str) else s for s in skills)
    rest: dict[str, Any] = {"person": a_person(), "held_on": date(2026, 3, 2), **values}
    return Conversation(field=field, skills=said, **rest)


def an_interview(
    session: Session, viewer: Explorer, field: str = "Data analyst", **values: Any
) -> UUID:
    """The id of a saved conversation."""
    conversation = a_conversation(field, **values)
    save_conversation(session, viewer, conversation)
    return conversation.id
