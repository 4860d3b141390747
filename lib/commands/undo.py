"""Taking a step back: the same rows with the same ids, or a sentence that says why not.

Rows of one table that were added or removed one after the other are taken back together, so that
an import of ten thousand conversations takes about as long to take back as it took to bring in.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer as Viewer
from lib.commands.conversation_rows import age
from lib.commands.journal import AT_ONCE, Step
from lib.errors import Conflict, NotFound
from lib.model import CalendarEvent, Change, Explorer, Interview
from lib.storage import rows

_LATER = "This was changed again later. Take the later change back first."
Changes = Sequence[Row[Any]]


def undo(session: Session, viewer: Viewer, step_id: UUID) -> UUID:
    """Take back all that one step changed; returns the new step, which can be taken back too.

    Raises NotFound for an unknown or already undone step, Conflict where later changes stand
    on it or a name is taken by now.
    """
    mine = (Change.explorer_id == viewer.explorer_id, Change.step == step_id)
    columns = (Change.summary, Change.action, Change.table_name, Change.row_id)
    query = select(*columns, Change.before, Change.after).where(*mine, Change.undone.is_(False))
    changes = session.execute(query.order_by(Change.id.desc())).all()
    if not changes:
        raise NotFound("There is nothing to take back: it was done already, or is too long ago.")
    step = Step(session, viewer, f"Took back: {changes[0].summary}")
    talks = _talks(step, changes)
    _refuse_later_changes(step, step_id, changes)
    stay = _called_off(step, changes)
    for run in _runs([change for change in changes if change.row_id not in stay]):
        _take_back(step, run)
    age(step, talks)
    session.execute(update(Change).where(*mine).values(undone=True))
    return step.id


def _refuse_later_changes(step: Step, step_id: UUID, changes: Changes) -> None:
    """Taking back what was added would take along what was typed into it since."""
    for name, action in {(change.table_name, change.action) for change in changes}:
        if action != "added":
            continue
        ids = [c.row_id for c in changes if (c.table_name, c.action) == (name, action)]
        for some in _chunks(ids):
            later = select(Change.id).where(
                *(Change.explorer_id == step.explorer_id, Change.table_name == name),
                *(Change.row_id.in_(some), Change.action == "changed", Change.step > step_id),
                Change.undone.is_(False),
            )
            if step.session.execute(later.limit(1)).first():
                raise Conflict(_LATER)


def _runs(changes: Changes) -> Iterator[Changes]:
    """Changes that follow each other with one action, table by table, some at once.

    What was added goes children first, what was removed comes back parents first: a row without
    any that refer to it is removed a thousand times as fast.
    """
    place = {name: number for number, name in enumerate(rows.models())}
    for action, span in groupby(changes, key=lambda change: change.action):
        alike = list(span)
        if action != "changed":
            alike.sort(key=lambda change: place[change.table_name], reverse=action == "added")
        for _, run in groupby(alike, key=lambda change: change.table_name):
            yield from _chunks(list(run))


def _take_back(step: Step, run: Changes) -> None:
    """All of a run together; where that is refused one by one, to say which and why."""
    back = _BACK[run[0].action]
    try:
        with step.session.begin_nested():
            back(step, run)
    except NotFound as gone:
        raise Conflict(_LATER) from gone
    except IntegrityError as error:
        if len(run) == 1:
            raise Conflict(_why_not(str(error.orig), run[0])) from error
        for change in run:
            _take_back(step, [change])


def _remove(step: Step, run: Changes) -> None:
    model = rows.models()[run[0].table_name]
    if step.remove_all(model, [change.row_id for change in run]) < len(run):
        raise NotFound(_LATER)


def _called_off(step: Step, changes: Changes) -> set[UUID]:
    """Calendar files that left stay, called off, unless their talk goes too.

    A later one then has a higher number: a calendar takes no other.
    """
    added = [change for change in changes if change.action == "added"]
    talks = {change.row_id for change in added if change.table_name == Interview.__tablename__}
    ids = [c.row_id for c in added if c.table_name == CalendarEvent.__tablename__]
    left = select(CalendarEvent.id, CalendarEvent.interview_id).where(
        *(CalendarEvent.explorer_id == step.explorer_id, CalendarEvent.id.in_(ids)),
        (CalendarEvent.digest != "") | (CalendarEvent.sequence > 0),
    )
    found = step.session.execute(left).all() if len(ids) <= AT_ONCE else []
    stay = {event_id for event_id, talk in found if talk not in talks}
    for event_id in stay:
        step.change(CalendarEvent, event_id, cancelled=True)
    return stay


def _add(step: Step, run: Changes) -> None:
    model = rows.models()[run[0].table_name]
    step.add_all(model, [rows.from_json(model, change.before or {}) for change in run])


def _restore(step: Step, run: Changes) -> None:
    """Put the changed columns back, unless somebody changed them again."""
    for change in run:
        model = rows.models()[change.table_name]
        before, after = change.before or {}, change.after or {}
        if model is Explorer:
            step.change_profile(**rows.from_json(model, before))
            continue
        current = rows.to_json(step.row(model, change.row_id))
        back = {name: value for name, value in before.items() if name not in _onward(model)}
        if any(current[name] != after[name] for name in back):
            raise Conflict(_LATER)
        step.change(model, change.row_id, **rows.from_json(model, back))


def _onward(model: type[Any]) -> tuple[str, ...]:
    """What never goes back: a calendar takes no file with a number below the one that it has."""
    return ("sequence", "made_at", "digest") if model is CalendarEvent else ()


_BACK: dict[str, Callable[[Step, Changes], None]] = {
    "added": _remove,
    "removed": _add,
    "changed": _restore,
}


def _talks(step: Step, changes: Changes) -> set[UUID]:
    """The conversations that were there before and that the changes belong to."""
    found: set[UUID] = set()
    for (name, action), alike in groupby(changes, key=lambda c: (c.table_name, c.action)):
        model, many = rows.models()[name], list(alike)
        if model is Interview:
            found |= {change.row_id for change in many if action == "changed"}
        elif hasattr(model, "interview_id") and action == "removed":
            found |= {UUID((change.before or {})["interview_id"]) for change in many}
        elif hasattr(model, "interview_id"):
            found |= _talks_of(step, model, [change.row_id for change in many])
    return found


def _talks_of(step: Step, model: type[Any], ids: Sequence[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for some in _chunks(ids):
        these = (model.explorer_id == step.explorer_id, model.id.in_(some))
        found |= set(step.session.scalars(select(model.interview_id).where(*these).distinct()))
    return found


def _chunks(many: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (many[first : first + AT_ONCE] for first in range(0, len(many), AT_ONCE))


def _why_not(refusal: str, change: Row[Any]) -> str:
    if "unique" in refusal.lower():
        name = (change.before or {}).get("name", "This name")
        return f"“{name}” is taken by now. Rename that one, then take this back."
    return "Something was added to it since. Take that back first, or remove it."
