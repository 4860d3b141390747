"""What came after conversations, for the explorer alone: promises, letters, what they led to."""

from uuid import UUID

import pandas as pd
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from lib.access.viewer import Explorer
from lib.filters import Filters
from lib.model import Field, FollowUp, Interview, Outcome, Person
from lib.queries.base import frame
from lib.queries.visible import held
from lib.queries.wording import label


def promises(session: Session, viewer: Explorer, interview_id: UUID) -> pd.DataFrame:
    """follow_up_id, kind, text, due_on, done_on: of one conversation, those without a day last."""
    query = (
        select(FollowUp.id, FollowUp.kind, FollowUp.text, FollowUp.due_on, FollowUp.done_on)
        .where(FollowUp.explorer_id == viewer.explorer_id, FollowUp.interview_id == interview_id)
        .order_by(FollowUp.due_on.is_(None), FollowUp.due_on, FollowUp.id)
    )
    words = {"kind": "text", "text": "text", "due_on": "date", "done_on": "date"}
    return frame(session, viewer, query, {"follow_up_id": "id", **words})


def letters_sent(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """interview_id, sent_on: held conversations whose letter of thanks was sent, the first day."""
    query = (
        select(Interview.id, FollowUp.done_on)
        .where(
            *held(viewer, filters),
            *(FollowUp.explorer_id == viewer.explorer_id, FollowUp.kind == "thank-you"),
            *(FollowUp.interview_id == Interview.id, FollowUp.done_on.is_not(None)),
        )
        .order_by(FollowUp.done_on, FollowUp.id)
    )
    rows = frame(session, viewer, query, {"interview_id": "id", "sent_on": "date"})
    return rows.drop_duplicates("interview_id", ignore_index=True)


def outcomes(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """outcome_id, interview_id, field, person_id, person, held_on, kind, happened_on, note, ...

    ..., whom, whom_id. What held conversations led to, in the order in which it came;
    `happened_on` may be missing, `whom` (to whom one was introduced) empty.
    """
    whom = aliased(Person)
    came = (Outcome.kind, Outcome.happened_on, Outcome.note, whom.name, Outcome.person_id)
    query = (
        select(
            *(Outcome.id, Interview.id, Field.name, Person.id, label(viewer)),
            *(Interview.held_on, *came),
        )
        .outerjoin(whom, (whom.explorer_id == viewer.explorer_id) & (whom.id == Outcome.person_id))
        .where(
            *held(viewer, filters),
            *(Outcome.explorer_id == viewer.explorer_id, Outcome.interview_id == Interview.id),
        )
        .order_by(Outcome.happened_on.is_(None), Outcome.happened_on, Outcome.id)
    )
    who = {"field": "text", "person_id": "id", "person": "person", "held_on": "date"}
    rest = {"kind": "text", "happened_on": "date", "note": "text", "whom": "text", "whom_id": "id"}
    ids = {"outcome_id": "id", "interview_id": "id"}
    return frame(session, viewer, query, {**ids, **who, **rest})


def talks_held(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """person_id, person, employer, organisation, interview_id, field, held_on: all held."""
    query = (
        select(
            *(Person.id, label(viewer), Interview.id, Interview.organisation, Interview.id),
            *(Field.name, Interview.held_on),
        )
        .where(*held(viewer, filters))
        .order_by(Interview.held_on, Interview.id)
    )
    dtypes = {"person_id": "id", "person": "person", "employer": "group", "organisation": "text"}
    rest = {"interview_id": "id", "field": "text", "held_on": "date"}
    return frame(session, viewer, query, {**dtypes, **rest})


def shares_talked(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """interview_id, held_on, talked: how much of each one talked, in quarters, the first first."""
    query = (
        select(Interview.id, Interview.held_on, Interview.talked)
        .where(*held(viewer, filters), Interview.talked.is_not(None))
        .order_by(Interview.held_on, Interview.id)
    )
    dtypes = {"interview_id": "id", "held_on": "date", "talked": "int64"}
    return frame(session, viewer, query, dtypes)


def introduced(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """person_id, person, introduced_by_id: whom somebody led to, talked to yet or not."""
    query = (
        select(Person.id, label(viewer), Person.introduced_by_id)
        .where(Person.explorer_id == viewer.explorer_id, Person.introduced_by_id.is_not(None))
        .order_by(Person.id)
    )
    dtypes = {"person_id": "id", "person": "person", "introduced_by_id": "id"}
    return frame(session, viewer, query, dtypes)
