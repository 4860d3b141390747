"""Saving: one transaction, and words for what came of it; what was changed elsewhere is kept."""

from copy import deepcopy
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.drafts import drop_draft
from lib.commands.interviews import save_conversation
from lib.errors import AppError, Conflict, NotFound, NotNow
from lib.merging import Content, merge
from lib.queries.conversations import conversation, person
from lib.queries.history import latest_step
from lib.records import Conversation, PersonSaid
from lib.ui.access.session import database, explorer
from lib.ui.record.content import content_of, parse
from lib.ui.record.state import Form, dollar, keep, opened
from lib.ui.writes import write


@dataclass(frozen=True)
class _Saved:
    """The content as it is kept now, and the step to take it back with, if anything was written."""

    content: Content
    step: UUID | None
    met: list[tuple[str, str]]


def save() -> None:
    """Write the form; or say what is wrong beside it, or what was changed elsewhere."""
    form = opened()
    if form is None:
        return
    form.tried, form.done, form.refused = True, "", ""
    said, form.problems = parse(form.content, dollar())
    if said is None:
        return
    try:
        _written_or_clashing(form, said)
    except NotFound:
        form.content["version"] = form.saved["version"] = 0
        form.refused = (
            "This conversation was removed in another window. Everything typed is still here: "
            "save once more to keep it as a new one."
        )
    except AppError as error:
        form.refused, form.unkept = str(error), isinstance(error, NotNow)


def _written_or_clashing(form: Form, said: Conversation) -> None:
    try:
        _written(form, write(_save, said, form))
    except Conflict:
        _clash(form, content_of(said))


def save_both(choices: dict[tuple[str, ...], str]) -> None:
    """Write both edits in one, as chosen where they clash."""
    form = opened()
    if form is None or form.merged is None or form.theirs is None:
        return
    form.content = form.merged.chosen(choices)  # type: ignore[arg-type]
    form.content["version"] = form.theirs["version"]
    form.met = form.theirs["person"]
    form.saved = form.theirs if form.theirs["version"] else form.saved
    form.merged = form.theirs = None
    keep(form)
    save()


def look_again() -> None:
    """Back to the form as it was typed; saving it compares anew."""
    form = opened()
    if form is not None:
        form.merged = form.theirs = None


def _save(session: Session, viewer: Explorer, said: Conversation, form: Form) -> _Saved:
    mine = content_of(said)
    base, theirs = _stands(session, viewer, form, mine)
    if theirs not in (None, base, {**mine, "version": theirs["version"] if theirs else 0}):
        raise Conflict("This conversation was changed in another window since you opened it.")
    before = latest_step(session, viewer)
    save_conversation(session, viewer, said)
    ideas = [_to_be_met(said, one) for one in form.to_meet]
    for one in ideas:
        save_conversation(session, viewer, one)
    drop_draft(session, viewer, form.draft)
    after = latest_step(session, viewer)
    content = content_of(conversation(session, viewer, said.id))
    met = [(str(one.id), one.person.name) for one in ideas]
    return _Saved(content, after if after != before else None, met)


def _stands(
    session: Session, viewer: Explorer, form: Form, mine: Content
) -> tuple[Content, Content | None]:
    """What the form began with, and what stands there now, with the person that was chosen."""
    base, theirs = form.saved, found(session, viewer, UUID(form.identity))
    met, chosen = form.met, mine["person"]["id"]
    if met is None or met["id"] != chosen or base["person"]["id"] == chosen:
        return base, theirs
    now = _person(session, viewer, UUID(chosen))
    if now is None or (theirs is not None and theirs["person"] != base["person"]):
        return base, theirs
    begun, there = (mine, mine) if theirs is None else (base, theirs)
    return {**begun, "person": met}, {**there, "person": now}


def _to_be_met(said: Conversation, one: dict[str, str]) -> Conversation:
    """Somebody whom this person named: a conversation that is an idea yet, in the same field."""
    person = PersonSaid(name=one["name"], role=one["role"], introduced_by_id=said.person.id)
    return Conversation(field=said.field, person=person, role=one["role"], status="idea")


def _written(form: Form, saved: _Saved) -> None:
    form.content, form.saved = saved.content, deepcopy(saved.content)
    form.tried, form.problems, form.since = False, {}, None
    form.to_meet, form.reading = [], False
    form.to_ask = [*form.to_ask, *saved.met]
    form.undo = saved.step or form.undo
    form.done = "Saved."


def _clash(form: Form, mine: Content) -> None:
    """Both versions stand side by side until it is saved again."""
    with database().read() as session:
        base, theirs = _stands(session, explorer(), form, mine)
    if theirs is None:
        form.refused = "This conversation was removed in another window just now. Save once more."
        return
    form.theirs, form.merged = theirs, merge(base, mine, theirs)


def found(session: Session, viewer: Explorer, interview_id: UUID) -> Content | None:
    """The conversation as it is kept, None where it is not there (any more)."""
    try:
        return content_of(conversation(session, viewer, interview_id))
    except NotFound:
        return None


def _person(session: Session, viewer: Explorer, person_id: UUID) -> Content | None:
    try:
        return person(session, viewer, person_id).model_dump(mode="json")
    except NotFound:
        return None
