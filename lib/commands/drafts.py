"""Keeping what is typed and not saved: no revision, no history, since no figure depends on it."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.ages import KEPT, time_has_passed
from lib.errors import Conflict
from lib.ids import new_id, now
from lib.model import FORGOTTEN, Draft, Interview
from lib.queries.history import last_forgotten

GONE = (
    "somebody was forgotten in another window, and what this one still holds may name them. Open "
    "it anew and type it again."
)

DISMISSED = "dismissed/"
"""Before the id of a conversation: the suggestions that were dismissed there."""


def keep_draft(
    session: Session, viewer: Explorer, form: str, content: dict[str, Any], known: str = ""
) -> None:
    """Keep what the form holds now, in place of what it held before.

    `known`: the `last_forgotten` that its window knows. Raises Conflict where somebody was
    forgotten since and nothing that the form held was left standing then.
    """
    moment = now()
    end_old_drafts(session, viewer.explorer_id, moment)
    mine = (Draft.explorer_id == viewer.explorer_id, Draft.form == form)
    changed = session.execute(
        update(Draft).where(*mine).values(content=content, at=moment).returning(Draft.id)
    )
    if changed.first() is None:
        if last_forgotten(session, viewer) != known:
            raise Conflict(GONE)
        row = Draft(
            explorer_id=viewer.explorer_id, id=new_id(), form=form, content=content, at=moment
        )
        session.add(row)


def note_forgotten(session: Session, viewer: Explorer) -> None:
    """From now on windows that were open before keep no draft anew until they let go."""
    drop_draft(session, viewer, FORGOTTEN)
    row = Draft(explorer_id=viewer.explorer_id, id=new_id(), form=FORGOTTEN, content={}, at=now())
    session.add(row)


def end_old_drafts(session: Session, explorer_id: UUID, moment: datetime) -> None:
    """Forget what was typed more than thirty days before and never saved.

    What was dismissed holds for as long as its conversation is there.
    """
    if not time_has_passed(session, explorer_id, moment):
        return
    old = (Draft.explorer_id == explorer_id, Draft.at < moment - KEPT)
    dismissals = select(Draft.form).where(*old, Draft.form.startswith(DISMISSED))
    held = [form for form in session.scalars(dismissals) if _is_there(session, explorer_id, form)]
    session.execute(delete(Draft).where(*old, Draft.form.not_in(held)))


def _is_there(session: Session, explorer_id: UUID, form: str) -> bool:
    """Whether the conversation is kept whose lines a dismissal is about."""
    identity = UUID(form.removeprefix(DISMISSED))
    mine = (Interview.explorer_id == explorer_id, Interview.id == identity)
    return session.scalar(select(Interview.id).where(*mine)) is not None


def texts_in(held: Any) -> Iterator[str]:
    """Every text of a draft as it was typed, keys too.

    A form keeps itself as JSON in plain ASCII within the draft's own JSON: what reads as a list or
    an object is taken apart again.
    """
    if isinstance(held, dict):
        for key, value in held.items():
            yield from texts_in(key)
            yield from texts_in(value)
    elif isinstance(held, list):
        for value in held:
            yield from texts_in(value)
    elif isinstance(held, str):
        yield held
        yield from texts_in(_unpacked(held))


def _unpacked(text: str) -> Any:
    if not text.startswith(("{", "[", '"')):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def drop_draft(session: Session, viewer: Explorer, form: str) -> None:
    """Forget what the form held: it is saved, or thrown away on purpose."""
    session.execute(
        delete(Draft).where(Draft.explorer_id == viewer.explorer_id, Draft.form == form)
    )


def drop_drafts(session: Session, viewer: Explorer, prefix: str) -> None:
    """Forget what all forms hold whose names begin so: what they were about is gone."""
    session.execute(
        delete(Draft).where(
            Draft.explorer_id == viewer.explorer_id, Draft.form.startswith(prefix, autoescape=True)
        )
    )
