"""Forgetting somebody: what names them and their words go, from every table, for good.

The one write that leaves no change behind: what would bring it back is what goes.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, or_, select, text, update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer as Viewer
from lib.commands.drafts import note_forgotten
from lib.commands.journal import AT_ONCE, Step
from lib.commands.naming import (
    clear_own_words,
    drafts_naming,
    forget_changes_naming,
    forget_shapes_naming,
    names_in,
)
from lib.commands.people import HOURS_OF_THEM, TYPED_OF_THEM, ids_of
from lib.findings import KINDS, Kind
from lib.findings.parts import Word
from lib.model import (
    FINDINGS,
    AgendaItem,
    CalendarEvent,
    Change,
    Draft,
    FollowUp,
    ImportRow,
    Interview,
    Message,
    Note,
    Outcome,
    Person,
    ShareQuote,
    TopicAsked,
    search_text,
)


def forget_person(
    session: Session, viewer: Viewer, *, person_id: UUID, keep_findings: bool
) -> set[str]:
    """Take out name, contacts, organisation, notes and quotes of somebody, for good.

    With `keep_findings` what they said stays as figures of an unnamed person; without, only that
    a conversation took place stays. Their changes go too, and drafts that name them: this cannot
    be taken back. Returns which forms these drafts were of.
    """
    step = Step(session, viewer, "")
    before = step.row(Person, person_id)
    shown = "described" if before["attribution"] == "named" else before["attribution"]
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("PRAGMA secure_delete = ON"))
    talks = ids_of(step, Interview, Interview.person_id == person_id)
    led = ids_of(step, Outcome, Outcome.person_id == person_id)
    gone = [person_id, *talks, *led, *_parts(step, talks)]
    _clear_findings(step, person_id, keep_findings=keep_findings)
    _clear_talks(step, talks)
    to_them = (Outcome.explorer_id == viewer.explorer_id, Outcome.person_id == person_id)
    session.execute(update(Outcome).where(*to_them).values(note=""))
    if not keep_findings:
        session.execute(delete(TopicAsked).where(*_within(step, TopicAsked, talks)))
    mine = (Person.explorer_id == viewer.explorer_id, Person.id == person_id)
    empty: dict[str, Any] = dict.fromkeys(TYPED_OF_THEM, "") | dict.fromkeys(HOURS_OF_THEM)
    session.execute(
        update(Person)
        .where(*mine)
        .values(**empty, introduced_by_id=None, attribution=shown, consent_on=None)
    )
    words = (search_text.c.explorer_id == viewer.explorer_id, search_text.c.id.in_(gone))
    session.execute(delete(search_text).where(*words))
    forms = _purge(step, set(gone), before)
    note_forgotten(session, viewer)
    step.revise()
    return forms


def _within(step: Step, model: Any, talks: list[UUID]) -> tuple[Any, Any]:
    return model.explorer_id == step.explorer_id, model.interview_id.in_(talks)


def _parts(step: Step, talks: list[UUID]) -> list[UUID]:
    """The ids of all that hangs on the conversations."""
    told: tuple[type[Any], ...] = (Note, AgendaItem, FollowUp, Outcome, Message, CalendarEvent)
    models = (*FINDINGS, *told)
    return [row for model in models for row in ids_of(step, model, model.interview_id.in_(talks))]


def _clear_findings(step: Step, person_id: UUID, *, keep_findings: bool) -> None:
    for kind in KINDS:
        model = kind.table
        theirs = (model.explorer_id == step.explorer_id, model.person_id == person_id)
        if keep_findings:
            blank = {"quote": "", "note_id": None, **_typed_beside(kind)}
            step.session.execute(delete(model).where(*theirs, ~_stands_without_words(kind)))
            step.session.execute(update(model).where(*theirs).values(**blank))
        else:
            step.session.execute(delete(model).where(*theirs))


def _typed_beside(kind: Kind) -> dict[str, str]:
    return {name: "" for name in kind.typed if name != kind.counts_by}


def _stands_without_words(kind: Kind) -> Any:
    """What is left of a finding without its quote says something still."""
    return or_(*(_is_told(kind, name) for name in kind.naming.kept))


def _is_told(kind: Kind, name: str) -> Any:
    column = getattr(kind.table, name)
    nothing = kind.naming.empty if isinstance(kind.naming, Word) else ""
    return column.is_not(None) if column.property.columns[0].nullable else column != nothing


def _clear_talks(step: Step, talks: list[UUID]) -> None:
    """Notes and letters go, and what was typed about the talk; that it took place stays."""
    session = step.session
    for finding in FINDINGS:
        session.execute(update(finding).where(*_within(step, finding, talks)).values(note_id=None))
    for gone in (Note, ImportRow, Message, CalendarEvent):
        session.execute(delete(gone).where(*_within(step, gone, talks)))
    typed: tuple[tuple[type[Any], tuple[str, ...]], ...]
    typed = ((AgendaItem, ("text", "why", "answer")), (FollowUp, ("text",)), (Outcome, ("note",)))
    for model, columns in typed:
        blank: dict[str, Any] = dict.fromkeys(columns, "")
        session.execute(update(model).where(*_within(step, model, talks)).values(blank))
    beside = ("role", "organisation", "organisation_folded", "place", "purpose", "takeaway")
    empty: dict[str, Any] = dict.fromkeys(beside, "")
    these = (Interview.explorer_id == step.explorer_id, Interview.id.in_(talks))
    aged = {**empty, "version": Interview.version + 1}
    session.execute(update(Interview).where(*these).values(**aged))


def _purge(step: Step, gone: set[UUID], before: dict[str, Any]) -> set[str]:
    """No change, draft or released wording keeps what was taken out; the drafts' forms."""
    session, mine = step.session, step.explorer_id
    _delete(step, ShareQuote, ShareQuote.row_id, gone)
    columns = (Change.id, Change.table_name, Change.row_id, Change.before, Change.after)
    changes = session.execute(select(*columns).where(Change.explorer_id == mine)).all()
    there = set(session.scalars(select(Person.id).where(Person.explorer_id == mine)))
    while more := {i for row in changes for i in _belongs(row, gone, there)} - gone:
        gone |= more
    called = {word for told in (before, *_earlier(changes, gone)) for word in names_in(told)}
    _delete(step, Change, Change.id, {row.id for row in changes if _tells(row, gone)})
    clear_own_words(step, called)
    forget_shapes_naming(session, mine, called)
    forget_changes_naming(session, mine, called)
    forms = drafts_naming(session, mine, gone, called)
    _delete(step, Draft, Draft.form, forms)
    return forms


def _earlier(changes: Sequence[Any], gone: set[UUID]) -> Iterator[dict[str, Any]]:
    """What they and whoever was made one with them were called earlier."""
    for row in changes:
        if row.table_name == Person.__tablename__ and row.row_id in gone:
            yield from (part for part in (row.before, row.after) if part)


def _tells(change: Any, gone: set[UUID]) -> bool:
    """Whether a change is of a row that goes, or of one that hung on it."""
    return change.row_id in gone or any(
        value in {str(identity) for identity in gone}
        for part in (change.before, change.after)
        for name, value in (part or {}).items()
        if name.endswith("_id")
    )


def _belongs(change: Any, gone: set[UUID], there: set[UUID]) -> Iterator[UUID]:
    """What else is theirs: conversations removed earlier, and who was made one with them."""
    if not _tells(change, gone):
        return
    if change.table_name == Interview.__tablename__:
        yield change.row_id
    people = {(part or {}).get("person_id") for part in (change.before, change.after)}
    yield from {UUID(person) for person in people if person} - there


def _delete(step: Step, model: Any, column: Any, ids: Collection[UUID | str]) -> None:
    listed = list(ids)
    for first in range(0, len(listed), AT_ONCE):
        these = (model.explorer_id == step.explorer_id, column.in_(listed[first : first + AT_ONCE]))
        step.session.execute(delete(model).where(*these))
