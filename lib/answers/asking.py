"""Asking for one conversation: the letters as they stand, what is proposed, when to write again."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.filters import EVERYTHING, Filters
from lib.frames import Row, records
from lib.meeting.asking import WAIT, Facts, times_to_offer
from lib.queries.coverage import topics_asked
from lib.queries.explorer import profile, today
from lib.queries.meeting import Meeting, letters, meeting
from lib.words import TOPICS

USUAL, LEARN = 30, 3
ABOUT = {
    "day to day": "what the days are like",
    "skills": "which skills matter",
    "training": "how people get in",
    "path": "where it leads",
    "pay": "what it pays",
    "outlook": "where the field is going",
}


@dataclass(frozen=True)
class Kept:
    """A letter as it was kept; `sent_on` and `answered_on` are None until they are."""

    tone: str
    length: str
    subject: str
    text: str
    sent_on: date | None
    answered_on: date | None


@dataclass(frozen=True)
class Asking:
    """All of the step Ask; `again_from`: the day from which a second message may go, once."""

    meeting: Meeting
    facts: Facts
    first: Kept | None
    second: Kept | None
    again_from: date | None
    today: date


def asking(session: Session, viewer: Explorer, filters: Filters, interview_id: UUID) -> Asking:
    """What a message would say, and what was written so far."""
    talk = meeting(session, viewer, interview_id)
    now = today(profile(session, viewer).zone)
    rows = records(letters(session, viewer, interview_id))
    kept = {row["kind"]: _kept(row) for row in rows}
    first, second = kept.get("ask"), kept.get("second")
    waiting = first is not None and first.sent_on is not None and first.answered_on is None
    return Asking(
        meeting=talk,
        facts=_facts(session, viewer, talk, now),
        first=first,
        second=second,
        again_from=first.sent_on + WAIT if waiting and first and first.sent_on else None,
        today=now,
    )


def _kept(row: Row) -> Kept:
    words = (row["tone"], row["length"], row["subject"], row["text"])
    return Kept(*words, _day(row["sent_on"]), _day(row["answered_on"]))


def _day(moment: pd.Timestamp) -> date | None:
    return None if pd.isna(moment) else moment.date()


def _facts(session: Session, viewer: Explorer, talk: Meeting, now: date) -> Facts:
    put = topics_asked(session, viewer, EVERYTHING)
    here = put[put["field_id"] == viewer.shown(talk.field_id)]
    asked = dict(zip(here["topic"], here["asked"], strict=True))
    least = sorted(ABOUT, key=lambda topic: (asked.get(topic, 0), TOPICS.index(topic)))
    minutes = talk.minutes or USUAL
    return Facts(
        person=talk.person if talk.named else "",
        organisation=talk.organisation,
        field=talk.field,
        led_by=talk.led_by,
        minutes=minutes,
        explorer=talk.explorer,
        about_me=talk.about_me,
        topics=tuple(ABOUT[topic] for topic in least[:LEARN]),
        times=times_to_offer(now, talk.hours, minutes),
    )
