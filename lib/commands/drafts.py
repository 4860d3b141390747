"""Keeping what is typed and not saved: no revision, no history, since no figure depends on it."""

from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.ids import new_id, now
from lib.model import Draft


def keep_draft(session: Session, viewer: Explorer, form: str, content: dict[str, Any]) -> None:
    """Keep what the form holds now, in place of what it held before."""
    mine = (Draft.explorer_id == viewer.explorer_id, Draft.form == form)
    changed = session.execute(
        update(Draft).where(*mine).values(content=content, at=now()).returning(Draft.id)
    )
    if changed.first() is None:
        row = Draft(
            explorer_id=viewer.explorer_id, id=new_id(), form=form, content=content, at=now()
        )
        session.add(row)


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
