"""One conversation on its way, for the explorer alone: with whom, its agenda, what is ready."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import pandas as pd
from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from lib.access.viewer import Explorer
from lib.errors import NotFound
from lib.filters import Filters
from lib.meeting.hours import WorkingDay, known_hours
from lib.model import (
    AgendaItem,
    CalendarEvent,
    ChecklistTick,
    Comment,
    Field,
    Interview,
    Message,
    Note,
    Person,
    Question,
)
from lib.model import Explorer as ExplorerRow
from lib.queries.base import frame
from lib.queries.wording import label

NOT_YET = ("idea", "requested", "scheduled", "moved")


@dataclass(frozen=True)
class Meeting:
    """Whom it is with, about what, and when; an empty text or None where it was not said."""

    interview_id: UUID
    field_id: UUID
    field: str
    person_id: UUID
    person: str
    named: bool
    role: str
    organisation: str
    email: str
    how_met: str
    led_by: str
    status: str
    planned_on: date | None
    starts_at: str | None
    zone: str | None
    minutes: int | None
    setting: str
    place: str
    held_on: date | None
    begun_at: datetime | None
    ended_at: datetime | None
    more_minutes: int | None
    explorer: str
    about_me: str
    their_zone: str | None = None
    day_begins: str | None = None
    day_ends: str | None = None
    working_days: str | None = None
    fold: int = 0
    travel: int | None = None

    @property
    def hours(self) -> WorkingDay:
        """The host's working day; nine to five from Monday to Friday where nothing was said."""
        return known_hours(self.day_begins, self.day_ends, self.working_days)


def meeting(session: Session, viewer: Explorer, interview_id: UUID) -> Meeting:
    """The conversation's own facts; NotFound where it is not theirs."""
    mine, led = viewer.explorer_id, aliased(Person)
    query = (
        select(
            *(Interview.id, Interview.field_id, Field.name, Person.id, label(viewer)),
            *(Person.name != "", Interview.role, Interview.organisation, Person.email),
            Person.how_met,
            func.coalesce(led.name, ""),
            *(Interview.status, Interview.planned_on, Interview.starts_at, Interview.zone),
            *(Interview.planned_minutes, Interview.setting, Interview.place, Interview.held_on),
            *(Interview.begun_at, Interview.ended_at, Interview.more_minutes),
            *(ExplorerRow.name, ExplorerRow.about_me),
            *(Person.zone, Person.day_begins, Person.day_ends, Person.working_days),
            *(Interview.fold, Interview.travel_minutes),
        )
        .join(ExplorerRow, ExplorerRow.id == Interview.explorer_id)
        .join(Field, and_(Field.explorer_id == mine, Field.id == Interview.field_id))
        .join(Person, and_(Person.explorer_id == mine, Person.id == Interview.person_id))
        .outerjoin(led, and_(led.explorer_id == mine, led.id == Person.introduced_by_id))
        .where(Interview.explorer_id == mine, Interview.id == interview_id)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        raise NotFound("This conversation is not there any more. It may have been removed.")
    facts: Sequence[Any] = found
    return Meeting(*facts)


def agenda(session: Session, viewer: Explorer, interview_id: UUID) -> pd.DataFrame:
    """item_id, topic, text, why, source, bank_key, question_id, minutes, state, answered.

    In their order; `topic` is empty for the host's questions, `minutes` missing where not said.
    """
    query = (
        select(
            *(AgendaItem.id, AgendaItem.topic, AgendaItem.text, AgendaItem.why),
            *(AgendaItem.source, AgendaItem.bank_key, AgendaItem.question_id),
            *(AgendaItem.minutes, AgendaItem.state, AgendaItem.answered),
        )
        .where(
            AgendaItem.explorer_id == viewer.explorer_id, AgendaItem.interview_id == interview_id
        )
        .order_by(AgendaItem.position, AgendaItem.id)
    )
    words = dict.fromkeys(("topic", "text", "why", "source", "bank_key"), "text")
    rest = {"minutes": "float64", "state": "text", "answered": "bool"}
    dtypes = {"item_id": "id", **words, "question_id": "id", **rest}
    return frame(session, viewer, query, dtypes)


def lines_noted(session: Session, viewer: Explorer, interview_id: UUID) -> pd.DataFrame:
    """note_id, said_at, topic, text, mark: the lines of one conversation, in their order."""
    query = (
        select(Note.id, Note.said_at, Note.topic, Note.text, Note.mark)
        .where(Note.explorer_id == viewer.explorer_id, Note.interview_id == interview_id)
        .order_by(Note.position, Note.id)
    )
    words = dict.fromkeys(("topic", "text", "mark"), "text")
    return frame(session, viewer, query, {"note_id": "id", "said_at": "instant", **words})


def ticks(session: Session, viewer: Explorer, interview_id: UUID) -> pd.DataFrame:
    """item: what is ready of the checklist."""
    mine = (
        ChecklistTick.explorer_id == viewer.explorer_id,
        ChecklistTick.interview_id == interview_id,
    )
    query = select(ChecklistTick.item).where(*mine).order_by(ChecklistTick.item)
    return frame(session, viewer, query, {"item": "text"})


def letters(session: Session, viewer: Explorer, interview_id: UUID) -> pd.DataFrame:
    """kind, tone, length, subject, text, sent_on, answered_on: one of each kind."""
    query = (
        select(
            *(Message.kind, Message.tone, Message.length, Message.subject, Message.text),
            *(Message.sent_on, Message.answered_on),
        )
        .where(Message.explorer_id == viewer.explorer_id, Message.interview_id == interview_id)
        .order_by(Message.kind)
    )
    words = dict.fromkeys(("kind", "tone", "length", "subject", "text"), "text")
    return frame(session, viewer, query, {**words, "sent_on": "date", "answered_on": "date"})


def calendar_events(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """interview_id, person_id, person, status, starts_at, zone, fold, minutes, uid, sequence, ...

    ..., cancelled, made_at: what the last calendar file of each conversation said.
    """
    mine = viewer.explorer_id
    query = (
        select(
            *(CalendarEvent.interview_id, Person.id, label(viewer), Interview.status),
            *(CalendarEvent.starts_at, CalendarEvent.zone, CalendarEvent.fold),
            CalendarEvent.minutes,
            *(CalendarEvent.uid, CalendarEvent.sequence, CalendarEvent.cancelled),
            CalendarEvent.made_at,
        )
        .join(
            Interview,
            and_(Interview.explorer_id == mine, Interview.id == CalendarEvent.interview_id),
        )
        .join(Person, and_(Person.explorer_id == mine, Person.id == Interview.person_id))
        .where(CalendarEvent.explorer_id == mine)
        .order_by(CalendarEvent.starts_at, CalendarEvent.interview_id)
    )
    ids = {"interview_id": "id", "person_id": "id", "person": "person", "status": "text"}
    when = {"starts_at": "text", "zone": "text", "fold": "int64", "minutes": "int64"}
    rest = {"uid": "text", "sequence": "int64", "cancelled": "bool", "made_at": "instant"}
    return frame(session, viewer, query, {**ids, **when, **rest})


def questions_waiting(session: Session, viewer: Explorer, interview_id: UUID) -> pd.DataFrame:
    """question_id, topic, text, special, author: one's own and coaches', not answered yet.

    Those of this conversation's field and of none; `author` is empty for one's own.
    """
    mine = viewer.explorer_id
    here = select(Interview.field_id).where(Interview.explorer_id == mine)
    answered = select(AgendaItem.question_id).where(
        AgendaItem.explorer_id == mine,
        AgendaItem.answered.is_(True),
        AgendaItem.question_id.is_not(None),
    )
    query = (
        select(Question.id, Question.topic, Question.text, Question.special, Comment.author)
        .outerjoin(Comment, and_(Comment.explorer_id == mine, Comment.id == Question.comment_id))
        .where(
            Question.explorer_id == mine,
            Question.id.not_in(answered),
            or_(
                Question.field_id.is_(None),
                Question.field_id.in_(here.where(Interview.id == interview_id)),
            ),
        )
        .order_by(Question.comment_id.is_(None), Question.id)
    )
    words = dict.fromkeys(("topic", "text", "special", "author"), "text")
    return frame(session, viewer, query, {"question_id": "id", **words})


def left_open(session: Session, viewer: Explorer, interview_id: UUID) -> pd.DataFrame:
    """text, topic, minutes, person_id, person: of earlier talks of the field, never answered."""
    mine, here = viewer.explorer_id, aliased(Interview)
    query = (
        select(
            *(AgendaItem.text, AgendaItem.topic, AgendaItem.minutes, Person.id, label(viewer)),
        )
        .join(
            Interview, and_(Interview.explorer_id == mine, Interview.id == AgendaItem.interview_id)
        )
        .join(Person, and_(Person.explorer_id == mine, Person.id == Interview.person_id))
        .join(here, and_(here.explorer_id == mine, here.field_id == Interview.field_id))
        .where(
            *(AgendaItem.explorer_id == mine, here.id == interview_id, Interview.id != here.id),
            *(Interview.status == "held", AgendaItem.answered.is_(False)),
            *(AgendaItem.state != "asked", AgendaItem.topic.is_not(None), AgendaItem.text != ""),
        )
        .order_by(Interview.held_on.desc(), AgendaItem.position, AgendaItem.id)
    )
    words = {"text": "text", "topic": "text", "minutes": "float64"}
    return frame(session, viewer, query, {**words, "person_id": "id", "person": "person"})


def meetings(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """interview_id, person_id, person, field, status, planned_on, held_on: those ahead first."""
    query = (
        select(
            *(Interview.id, Person.id, label(viewer), Field.name),
            *(Interview.status, Interview.planned_on, Interview.held_on),
        )
        .join(Field, and_(Field.explorer_id == viewer.explorer_id, Field.id == Interview.field_id))
        .join(
            Person,
            and_(Person.explorer_id == viewer.explorer_id, Person.id == Interview.person_id),
        )
        .where(Interview.explorer_id == viewer.explorer_id)
        .order_by(
            *(Interview.status.not_in(NOT_YET), Interview.planned_on.is_(None)),
            *(Interview.planned_on, Interview.held_on.desc(), Interview.id.desc()),
        )
    )
    ids = {"interview_id": "id", "person_id": "id", "person": "person", "field": "text"}
    days = {"planned_on": "date", "held_on": "date"}
    return frame(session, viewer, query, {**ids, "status": "text", **days})
