"""Letters of one conversation: kept as they are edited, marked as sent and as answered.

Nothing is sent from here. One of each kind; a second one goes once, a week after the first.
"""

from datetime import date
from typing import Any, get_args
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.drafts import GONE
from lib.commands.interviews import parts_of
from lib.commands.journal import Step
from lib.errors import Conflict, Refused
from lib.ids import now
from lib.meeting.asking import WAIT
from lib.model import Interview, Message, StatusChange
from lib.queries.history import last_forgotten
from lib.text import clean
from lib.words import Length, MessageKind, Tone

LONGEST = 20_000
Row = dict[str, Any]


def keep_letter(
    session: Session,
    viewer: Explorer,
    *,
    interview_id: UUID,
    kind: str,
    tone: str,
    length: str,
    subject: str,
    text: str,
    known: str = "",
) -> UUID:
    """Keep the letter as it reads now, in place of how it read before.

    `known` as in `keep_draft`: a window that was open before somebody was forgotten keeps none.
    """
    if last_forgotten(session, viewer) != known:
        raise Conflict(f"This could not be kept: {GONE}")
    step = Step(session, viewer, "Kept a letter")
    put_letter(step, interview_id, letter_said(kind, tone, length, subject, text))
    return step.id


def letter_sent(
    session: Session,
    viewer: Explorer,
    *,
    interview_id: UUID,
    kind: str,
    tone: str,
    length: str,
    subject: str,
    text: str,
    on: date,
) -> UUID:
    """It was sent on that day, as it reads; an idea becomes a request. Pressed twice it stays."""
    step = Step(session, viewer, "Sent a letter")
    letters = _letters(step, interview_id)
    if kind in letters and letters[kind]["sent_on"] is not None:
        return step.id
    if kind == "second":
        _may_write_again(letters, on)
    said = letter_said(kind, tone, length, subject, text)
    put_letter(step, interview_id, {**said, "sent_on": on})
    if kind in ("ask", "second"):
        _moved(step, interview_id, ("idea", "no answer"), "requested")
    return step.id


def letter_answered(
    session: Session, viewer: Explorer, *, interview_id: UUID, kind: str, on: date
) -> UUID:
    """They answered on that day."""
    step = Step(session, viewer, "A letter was answered")
    letters = _letters(step, interview_id)
    if kind not in letters or letters[kind]["sent_on"] is None:
        raise Refused("Mark the letter as sent first.")
    if letters[kind]["answered_on"] is None:
        step.change(Message, letters[kind]["id"], answered_on=on)
    return step.id


def no_answer(session: Session, viewer: Explorer, *, interview_id: UUID) -> UUID:
    """Asked twice and given up."""
    step = Step(session, viewer, "A request was not answered")
    _moved(step, interview_id, ("requested",), "no answer")
    return step.id


def put_letter(step: Step, interview_id: UUID, said: Row) -> None:
    """As a part of another step: the letter of its kind is this one now."""
    kind = said["kind"]
    letters = _letters(step, interview_id)
    if kind in letters:
        step.change(Message, letters[kind]["id"], **said)
    else:
        step.add(Message, interview_id=interview_id, **said)


def letter_said(kind: str, tone: str, length: str, subject: str, text: str) -> Row:
    """A letter's row; Refused where it is empty or too long, or a word is none of its list."""
    for word, words in ((kind, MessageKind), (tone, Tone), (length, Length)):
        if word not in get_args(words):
            raise Refused("Choose one of the letters.")
    said = clean(text, most=LONGEST, what="The letter")
    if not said:
        raise Refused("Write the letter first.", where="text")
    about = clean(" ".join(subject.split()), most=200, what="The subject")
    return {"kind": kind, "tone": tone, "length": length, "subject": about, "text": said}


def _may_write_again(letters: dict[str, Row], on: date) -> None:
    first = letters.get("ask")
    if first is None or first["sent_on"] is None:
        raise Refused("A second message follows a first one that was sent.")
    if first["answered_on"] is not None:
        raise Refused("They have answered: no second message is needed.")
    if on - first["sent_on"] < WAIT:
        from_then = first["sent_on"] + WAIT
        raise Refused(f"Wait until {from_then.day} {from_then:%B} before you write again.")


def _moved(step: Step, interview_id: UUID, earlier: tuple[str, ...], status: str) -> None:
    before = step.row(Interview, interview_id)
    if before["status"] in earlier:
        step.change(Interview, interview_id, status=status, version=before["version"] + 1)
        moved = {"from_status": before["status"], "to_status": status, "at": now()}
        step.add(StatusChange, interview_id=interview_id, **moved)


def _letters(step: Step, interview_id: UUID) -> dict[str, Row]:
    step.row(Interview, interview_id)
    return {row["kind"]: row for row in parts_of(step, Message, interview_id).values()}
