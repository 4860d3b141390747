"""Preparing one conversation: its agenda put together, changed, ordered; what is ready ticked."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.interviews import parts_of
from lib.commands.journal import Step
from lib.errors import Refused
from lib.ids import now
from lib.meeting.agenda import Wanted
from lib.model import AgendaItem, ChecklistTick, Interview, Question
from lib.text import clean
from lib.words import CHECK_ITEMS, TOPICS

LONGEST = 1_000
MOST_MINUTES, MOST_ITEMS = 60, 60
Row = dict[str, Any]


def put_on_agenda(
    session: Session, viewer: Explorer, *, interview_id: UUID, questions: Sequence[Wanted]
) -> UUID:
    """Add the questions at the end, in their order; one that stands there already is left out."""
    step = Step(session, viewer, "Put questions on an agenda")
    step.row(Interview, interview_id)
    there = _items(step, interview_id)
    texts = {item["text"] for item in there}
    position = max((item["position"] for item in there), default=0)
    for one in questions:
        if one.text not in texts:
            position += 1
            step.add(AgendaItem, interview_id=interview_id, position=position, **_row(step, one))
            texts.add(one.text)
    if len(texts) > MOST_ITEMS:
        raise Refused(f"At most {MOST_ITEMS} questions stand on one agenda.")
    return step.id


def add_question(
    session: Session,
    viewer: Explorer,
    *,
    interview_id: UUID,
    text: str,
    topic: str,
    minutes: int,
    keep: bool = False,
) -> UUID:
    """A question of one's own, before the host's; `keep`: also for other talks of the field."""
    step = Step(session, viewer, "Added a question to an agenda")
    talk = step.row(Interview, interview_id)
    said = _text(text)
    if topic not in TOPICS:
        raise Refused("Choose what the question is about.", where="topic")
    question = None
    if keep:
        about = {"topic": topic, "text": said, "field_id": talk["field_id"]}
        question = step.add(Question, **about, comment_id=None)
    values = {"topic": topic, "text": said, "source": "own", "minutes": _minutes(minutes)}
    items = _items(step, interview_id)
    if len(items) >= MOST_ITEMS:
        raise Refused(f"At most {MOST_ITEMS} questions stand on one agenda.")
    added = step.add(
        AgendaItem, interview_id=interview_id, position=len(items) + 1, question_id=question,
        **values,
    )  # fmt: skip
    ends = [one["id"] for one in items if one["source"] == "host" or one["topic"] == "whom next"]
    order = [one["id"] for one in items if one["id"] not in ends]
    _order(step, interview_id, [*order, added, *ends])
    return step.id


def change_question(
    session: Session, viewer: Explorer, *, item_id: UUID, text: str, minutes: int
) -> UUID:
    """Other words or minutes, on this agenda alone."""
    step = Step(session, viewer, "Changed a question of an agenda")
    step.change(AgendaItem, item_id, text=_text(text), minutes=_minutes(minutes))
    return step.id


def move_question(session: Session, viewer: Explorer, *, item_id: UUID, by: int) -> UUID:
    """So many places later (or earlier, below zero); at an end it stays."""
    step = Step(session, viewer, "Moved a question of an agenda")
    interview_id = step.row(AgendaItem, item_id)["interview_id"]
    order = [item["id"] for item in _items(step, interview_id)]
    place = order.index(item_id)
    order.insert(max(0, min(place + by, len(order) - 1)), order.pop(place))
    _order(step, interview_id, order)
    return step.id


def take_off_agenda(session: Session, viewer: Explorer, *, item_id: UUID) -> UUID:
    """Not asked in this conversation."""
    step = Step(session, viewer, "Took a question off an agenda")
    step.remove(AgendaItem, item_id)
    return step.id


def tick(session: Session, viewer: Explorer, *, interview_id: UUID, item: str, ready: bool) -> UUID:
    """Something of the checklist is ready, or is not any more; pressed twice it stays."""
    step = Step(session, viewer, "Made something ready" if ready else "Something is not ready")
    step.row(Interview, interview_id)
    if item not in CHECK_ITEMS:
        raise Refused("This is not on the list.")
    there = {
        row["item"]: row_id for row_id, row in parts_of(step, ChecklistTick, interview_id).items()
    }
    if ready and item not in there:
        step.add(ChecklistTick, interview_id=interview_id, item=item, ticked_at=now())
    elif not ready and item in there:
        step.remove(ChecklistTick, there[item])
    return step.id


def say_of_me(session: Session, viewer: Explorer, *, about_me: str) -> UUID:
    """What one says of oneself in a minute, and in a letter."""
    step = Step(session, viewer, "Changed what I say of myself")
    step.change_profile(about_me=clean(about_me, most=2_000, what="What you say of yourself"))
    return step.id


def set_frame(session: Session, viewer: Explorer, *, interview_id: UUID, minutes: int) -> UUID:
    """How many minutes were asked for."""
    step = Step(session, viewer, "Changed the minutes of a conversation")
    before = step.row(Interview, interview_id)
    if not 1 <= minutes <= 1440:
        raise Refused("A conversation takes 1 to 1,440 minutes.", where="minutes")
    if before["planned_minutes"] != minutes:
        version = before["version"] + 1
        step.change(Interview, interview_id, planned_minutes=minutes, version=version)
    return step.id


def _row(step: Step, one: Wanted) -> Row:
    question = UUID(one.question_id) if one.question_id else None
    if question is not None:
        step.row(Question, question)
    words = {"text": _text(one.text), "why": one.why, "topic": one.topic, "source": one.source}
    return {**words, "minutes": _minutes(one.minutes), "bank_key": one.bank_key,
            "question_id": question}  # fmt: skip


def _items(step: Step, interview_id: UUID) -> list[Row]:
    """The agenda in its order."""
    found = parts_of(step, AgendaItem, interview_id).values()
    return sorted(found, key=lambda item: (item["position"], item["id"]))


def _order(step: Step, interview_id: UUID, order: Sequence[UUID]) -> None:
    for place, item_id in enumerate(order, 1):
        step.change(AgendaItem, item_id, position=place)


def _text(text: str) -> str:
    said = clean(text, most=LONGEST, what="The question")
    if not said:
        raise Refused("Write the question first.", where="text")
    return said


def _minutes(minutes: int) -> int:
    if not 1 <= minutes <= MOST_MINUTES:
        raise Refused(f"A question takes 1 to {MOST_MINUTES} minutes.", where="minutes")
    return minutes
