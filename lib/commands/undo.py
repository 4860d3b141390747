"""Taking a step back: the same rows with the same ids, or a sentence that says why not."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib import rows
from lib.commands.journal import Step
from lib.errors import Conflict, NotFound
from lib.model import Change, Explorer, Interview
from lib.viewer import Explorer as Viewer

_LATER = "This was changed again later. Take the later change back first."


def undo(session: Session, viewer: Viewer, step_id: UUID) -> UUID:
    """Take back all that one step changed; returns the new step, which can be taken back too.

    Raises NotFound for an unknown or already undone step, Conflict where later changes stand
    on it or a name is taken by now.
    """
    mine = (Change.explorer_id == viewer.explorer_id, Change.step == step_id)
    changes = session.scalars(
        select(Change).where(*mine, Change.undone.is_(False)).order_by(Change.id.desc())
    ).all()
    if not changes:
        raise NotFound("There is nothing to take back: it was done already, or is too long ago.")
    step = Step(session, viewer, f"Took back: {changes[0].summary}")
    talks = {talk for change in changes if (talk := _talk(step, change))}
    for change in changes:
        _take_back(step, change)
    _age(step, talks)
    session.execute(update(Change).where(*mine).values(undone=True))
    return step.id


def _take_back(step: Step, change: Change) -> None:
    model = rows.models()[change.table_name]
    try:
        if change.action == "added":
            step.remove(model, change.row_id)
        elif change.action == "removed":
            step.add(model, **rows.from_json(model, change.before or {}))
        else:
            _restore(step, model, change)
    except NotFound as gone:
        raise Conflict(_LATER) from gone
    except IntegrityError as error:
        raise Conflict(_why_not(str(error.orig), change)) from error


def _talk(step: Step, change: Change) -> UUID | None:
    """The conversation that a change belongs to, None for a person, a field or a skill."""
    model = rows.models()[change.table_name]
    if model is Interview:
        return change.row_id
    if not hasattr(model, "interview_id"):
        return None
    if change.action == "removed":
        return UUID((change.before or {})["interview_id"])
    where = (model.explorer_id == step.explorer_id, model.id == change.row_id)
    return step.session.scalar(select(model.interview_id).where(*where))


def _age(step: Step, talks: Collection[UUID]) -> None:
    """One version up for every conversation touched: a form that is open elsewhere is told."""
    step.session.execute(
        update(Interview)
        .where(Interview.explorer_id == step.explorer_id, Interview.id.in_(talks))
        .values(version=Interview.version + 1)
    )


def _restore(step: Step, model: type[Any], change: Change) -> None:
    """Put the changed columns back, unless somebody changed them again."""
    before, after = change.before or {}, change.after or {}
    if model is Explorer:
        step.change_profile(**rows.from_json(model, before))
        return
    current = rows.to_json(step.row(model, change.row_id))
    if any(current[name] != value for name, value in after.items()):
        raise Conflict(_LATER)
    step.change(model, change.row_id, **rows.from_json(model, before))


def _why_not(refusal: str, change: Change) -> str:
    if "unique" in refusal.lower():
        name = (change.before or {}).get("name", "This name")
        return f"“{name}” is taken by now. Rename that one, then take this back."
    return "Something was added to it since. Take that back first, or remove it."
