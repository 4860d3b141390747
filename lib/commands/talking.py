"""The talk itself: when it began, each line as it is typed, which question is the present one.

Each is a step of its own, so that what was saved is saved. Two windows may do so at once: lines
are added and none is written over. `version` goes up outside the journal: a form that is open on
the same conversation is told, and taking a line back does not depend on the lines after it.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.interviews import parts_of
from lib.commands.journal import Step
from lib.errors import Refused
from lib.ids import now
from lib.meeting.marks import SIGNS, marked
from lib.model import AgendaItem, Interview, Note, StatusChange
from lib.text import clean
from lib.words import TOPICS

LONGEST = 20_000
MORE, MOST_MORE = 5, 60
"""Minutes that one offer adds, and all of them together."""


def begin_talk(session: Session, viewer: Explorer, *, interview_id: UUID) -> UUID:
    """The talk begins now; pressed twice, or in two windows, the first moment stays."""
    step = Step(session, viewer, "Began a talk")
    if step.row(Interview, interview_id)["begun_at"] is None:
        step.change(Interview, interview_id, begun_at=now())
        _aged(step, interview_id)
        _begin_next(step, interview_id)
    return step.id


def add_line(
    session: Session, viewer: Explorer, *, interview_id: UUID, typed: str, topic: str | None
) -> UUID:
    """One line as it was typed, with its moment, its topic and the mark of its first character."""
    step = Step(session, viewer, "Wrote a line in a talk")
    step.row(Interview, interview_id)
    if topic is not None and topic not in TOPICS:
        raise Refused("Choose what the line is about.", where="topic")
    text, mark = marked(clean(typed, most=LONGEST, what="The line"))
    if not text:
        raise Refused("Write the line first.", where="text")
    line = {"position": _place(step, interview_id), "topic": topic, "said_at": now()}
    step.add(Note, interview_id=interview_id, text=text, mark=mark, **line)
    _aged(step, interview_id)
    return step.id


def mark_line(session: Session, viewer: Explorer, *, note_id: UUID, mark: str) -> UUID:
    """What a line is about; empty: nothing of the list."""
    step = Step(session, viewer, "Marked a line of a talk")
    if mark and mark not in SIGNS.values():
        raise Refused("Choose a mark of the list.")
    if step.change(Note, note_id, mark=mark):
        _aged(step, step.row(Note, note_id)["interview_id"])
    return step.id


def go_on(session: Session, viewer: Explorer, *, item_id: UUID, skipped: bool = False) -> UUID:
    """The question was asked and answered, or is skipped, and the next one begins.

    One that another window has done with already stays as it is.
    """
    step = Step(session, viewer, "Skipped a question" if skipped else "Asked a question")
    item = step.row(AgendaItem, item_id)
    if item["state"] == "waiting":
        state = "skipped" if skipped else "asked"
        step.change(AgendaItem, item_id, state=state, answered=not skipped)
        _begin_next(step, item["interview_id"])
    return step.id


def five_more(session: Session, viewer: Explorer, *, interview_id: UUID) -> UUID:
    """They offered five minutes more."""
    step = Step(session, viewer, "Five more minutes were offered")
    more = (step.row(Interview, interview_id)["more_minutes"] or 0) + MORE
    if more > MOST_MORE:
        raise Refused(f"At most {MOST_MORE} minutes more: agree on another talk instead.")
    step.change(Interview, interview_id, more_minutes=more)
    _aged(step, interview_id)
    return step.id


def end_talk(session: Session, viewer: Explorer, *, interview_id: UUID, on: date) -> UUID:
    """The talk ends now, and was held on that day; what is known already stays as it is."""
    step = Step(session, viewer, "A talk ended")
    talk = step.row(Interview, interview_id)
    new: dict[str, object] = {} if talk["ended_at"] else {"ended_at": now()}
    if talk["status"] != "held":
        new |= {"status": "held", "held_on": on}
        moved = {"from_status": talk["status"], "to_status": "held", "at": now()}
        step.add(StatusChange, interview_id=interview_id, **moved)
    if new and step.change(Interview, interview_id, **new):
        _aged(step, interview_id)
    return step.id


def _place(step: Step, interview_id: UUID) -> int:
    """Behind the last line; of two that came at once the earlier id stands first."""
    mine = (Note.explorer_id == step.explorer_id, Note.interview_id == interview_id)
    last = step.session.scalar(select(func.max(Note.position)).where(*mine))
    return 0 if last is None else last + 1


def _begin_next(step: Step, interview_id: UUID) -> None:
    """The first question that waits is the present one from now on."""
    items = parts_of(step, AgendaItem, interview_id).values()
    waiting = [one for one in items if one["state"] == "waiting"]
    if waiting:
        first = min(waiting, key=lambda one: (one["position"], one["id"]))
        step.change(AgendaItem, first["id"], begun_at=first["begun_at"] or now())


def _aged(step: Step, interview_id: UUID) -> None:
    mine = (Interview.explorer_id == step.explorer_id, Interview.id == interview_id)
    step.session.execute(update(Interview).where(*mine).values(version=Interview.version + 1))
