"""What answered a topic without being a finding: whom somebody led to, questions of the agenda."""

from typing import Any

import pandas as pd
from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.filters import EVERYTHING, Filters
from lib.model import AgendaItem, Interview, Person
from lib.queries.base import frame, noted_beside, questions_answered
from lib.queries.visible import held
from lib.queries.wording import label


def led_to(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """person_id, person, introduced_by_id: whom somebody led to; a link shows both or neither."""
    query = (
        select(Person.id, label(viewer), Person.introduced_by_id)
        .where(Person.explorer_id == viewer.explorer_id, Person.introduced_by_id.is_not(None))
        .order_by(Person.id)
    )
    if isinstance(viewer, Share):
        shown = select(Interview.person_id).where(*held(viewer, EVERYTHING)).correlate(None)
        noted = noted_beside(viewer, EVERYTHING)
        led = select(noted.c.person_id).where(noted.c.topic == "whom next").correlate(None)
        query = query.where(Person.id.in_(shown), Person.introduced_by_id.in_(led))
    dtypes = {"person_id": "id", "person": "person", "introduced_by_id": "id"}
    return frame(session, viewer, query, dtypes)


def agenda_answers(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """interview_id, topic, answer: questions that were answered; a link does not read the words."""
    answer: Any = literal("") if isinstance(viewer, Share) else AgendaItem.answer
    query = (
        select(Interview.id, AgendaItem.topic, answer)
        .where(*held(viewer, filters), *questions_answered(viewer))
        .order_by(Interview.id, AgendaItem.position, AgendaItem.id)
    )
    return frame(session, viewer, query, {"interview_id": "id", "topic": "text", "answer": "text"})
