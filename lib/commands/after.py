"""What comes after a conversation: a letter, what was promised, and what it led to.

Each may be pressed twice, or in two windows: what is done already is left as it is.
"""

from datetime import date, timedelta
from typing import Any, get_args
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.conversation_rows import person_row
from lib.commands.journal import Step
from lib.commands.letters import letter_said, put_letter
from lib.errors import Refused
from lib.figures import kept_day
from lib.ids import now
from lib.meeting.thanks import SUBJECT
from lib.model import FollowUp, Interview, Outcome, Person, StatusChange
from lib.records import PersonSaid
from lib.text import clean
from lib.words import FollowUpKind, OutcomeKind

LONGEST = 2_000
LETTER = "thank-you"
NUMBERS = {"interest_after": range(1, 6), "talked": range(5)}
"""What is asked the same day beside the takeaway: interest, and quarters of the time."""


def was_held(session: Session, viewer: Explorer, *, interview_id: UUID, on: date) -> UUID:
    """A planned conversation took place on that day; returns the step to take it back with."""
    step = Step(session, viewer, "A conversation was held")
    before = step.row(Interview, interview_id)
    if before["status"] == "held":
        return step.id
    if on > date.today() + timedelta(days=1):
        raise Refused("A conversation that was held cannot lie in the future.")
    version = before["version"] + 1
    step.change(Interview, interview_id, status="held", held_on=_day(on), version=version)
    moved = {"from_status": before["status"], "to_status": "held", "at": now()}
    step.add(StatusChange, interview_id=interview_id, **moved)
    return step.id


def think_of(
    session: Session,
    viewer: Explorer,
    *,
    interview_id: UUID,
    about: str,
    said: int | str | None,
) -> UUID:
    """What one thinks of a conversation: interest, time, takeaway; None: not said."""
    step = Step(session, viewer, "Noted what I think of a conversation")
    before = step.row(Interview, interview_id)
    if about == "takeaway":
        value: object = clean(str(said or ""), most=LONGEST, what="What you take away")
    elif about in NUMBERS and (said is None or said in NUMBERS[about]):
        value = said
    else:
        raise Refused("Choose one of the answers.", where=about)
    if before[about] != value:
        step.change(Interview, interview_id, **{about: value}, version=before["version"] + 1)
    return step.id


def thanked(
    session: Session,
    viewer: Explorer,
    *,
    interview_id: UUID,
    on: date,
    text: str = "",
    length: str = "medium",
) -> UUID:
    """The letter of thanks was sent on that day; its words are kept where they are known."""
    step = Step(session, viewer, "Sent a letter of thanks")
    letters = _letters(step, interview_id)
    if any(sent for _, sent in letters):
        return step.id
    if letters:
        step.change(FollowUp, letters[0][0], done_on=_day(on))
    else:
        step.row(Interview, interview_id)
        owed = {"kind": LETTER, "due_on": None, "done_on": _day(on), "text": ""}
        step.add(FollowUp, interview_id=interview_id, **owed)
    if text.strip():
        said = letter_said("thank", "plain", length, SUBJECT, text)
        put_letter(step, interview_id, {**said, "sent_on": on})
    return step.id


def promise(
    session: Session,
    viewer: Explorer,
    *,
    interview_id: UUID,
    kind: str,
    text: str,
    due_on: date | None,
) -> UUID:
    """Something is owed: an introduction, something to send, a word on what came of it."""
    step = Step(session, viewer, "Noted a promise")
    step.row(Interview, interview_id)
    said = clean(text, most=LONGEST, what="What was promised")
    if kind not in get_args(FollowUpKind):
        raise Refused("Choose what was promised.", where="kind")
    if not said and kind != LETTER:
        raise Refused("Say in a few words what was promised.", where="text")
    owed = {"kind": kind, "text": said, "due_on": _day(due_on), "done_on": None}
    step.add(FollowUp, interview_id=interview_id, **owed)
    return step.id


def done(session: Session, viewer: Explorer, *, follow_up_id: UUID, on: date | None) -> UUID:
    """What was owed is done since that day; None: it is owed still."""
    step = Step(session, viewer, "Kept a promise" if on else "A promise is open again")
    before = step.row(FollowUp, follow_up_id)
    if on is None or before["done_on"] is None:
        step.change(FollowUp, follow_up_id, done_on=_day(on))
    return step.id


def take_out_promise(session: Session, viewer: Explorer, *, follow_up_id: UUID) -> UUID:
    """Nothing of the kind was promised."""
    step = Step(session, viewer, "Took a promise out")
    step.remove(FollowUp, follow_up_id)
    return step.id


def led_to(
    session: Session,
    viewer: Explorer,
    *,
    interview_id: UUID,
    kind: str,
    happened_on: date | None,
    note: str = "",
    person_id: UUID | None = None,
    named: str = "",
) -> UUID:
    """What a conversation led to: an introduction, a lead, an offer, a field ruled out ...

    An introduction leads to somebody known, or to somebody new by name.
    """
    step = Step(session, viewer, "Noted what a conversation led to")
    talk = step.row(Interview, interview_id)
    if kind not in get_args(OutcomeKind):
        raise Refused("Choose what came of it.", where="kind")
    if happened_on is not None and happened_on > date.today() + timedelta(days=1):
        raise Refused("What came of it lies in the past.", where="happened_on")
    said = clean(note, most=LONGEST, what="The note")
    came = {"kind": kind, "happened_on": _day(happened_on), "note": said}
    to = _introduced(step, talk["person_id"], person_id, named) if kind == "introduction" else None
    step.add(Outcome, interview_id=interview_id, person_id=to, **came)
    return step.id


def take_out_outcome(session: Session, viewer: Explorer, *, outcome_id: UUID) -> UUID:
    """The conversation did not lead to that."""
    step = Step(session, viewer, "Took out what a conversation led to")
    step.remove(Outcome, outcome_id)
    return step.id


def _introduced(step: Step, by: UUID, person_id: UUID | None, named: str) -> UUID | None:
    """Who somebody led to: introduced by them from now on, unless it was somebody else."""
    name = clean(" ".join(named.split()), most=200, what="The name")
    if person_id is None:
        new = person_row(PersonSaid(name=name, introduced_by_id=by)) if name else None
        return step.add(Person, **new) if new else None
    if person_id == by:
        raise Refused("Nobody is introduced to themselves: choose somebody else.", where="whom")
    if step.row(Person, person_id)["introduced_by_id"] is None:
        step.change(Person, person_id, introduced_by_id=by)
    return person_id


def _letters(step: Step, interview_id: UUID) -> list[tuple[UUID, Any]]:
    """The letters noted of a conversation, by id, each with the day it was sent."""
    mine = (FollowUp.explorer_id == step.explorer_id, FollowUp.interview_id == interview_id)
    letters = select(FollowUp.id, FollowUp.done_on).where(*mine, FollowUp.kind == LETTER)
    return [(row.id, row.done_on) for row in step.session.execute(letters.order_by(FollowUp.id))]


def _day(day: date | None) -> date | None:
    return None if day is None else kept_day(day)
