"""How far one conversation is on its way: which of its steps are done, and when it is."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.came_of_it import of_one_talk
from lib.filters import Filters
from lib.meeting.when import as_kept, comes_twice
from lib.queries.after import promises
from lib.queries.conversations import conversation
from lib.queries.meeting import Meeting, agenda, letters, meeting, ticks
from lib.words import CHECK_ITEMS

WHICH = ("first", "second")
"""Of two hours of the same name, when the clocks go back."""


@dataclass(frozen=True)
class Carried:
    """The conversation's own facts, its day in words, and what is done of its steps."""

    meeting: Meeting
    when: str
    asked: bool
    prepared: bool
    talked: bool
    written_up: bool
    thanked: bool
    led_on: bool


def carried(session: Session, viewer: Explorer, filters: Filters, interview_id: UUID) -> Carried:
    """Asked: settled, or a message sent; prepared: an agenda, and all of the checklist; ...

    ... talked: held; written up: held, and something was said; thanked: the letter was sent;
    led on: something is noted of what came of it.
    """
    talk = meeting(session, viewer, interview_id)
    whole = conversation(session, viewer, interview_id)
    ready = set(ticks(session, viewer, interview_id)["item"])
    return Carried(
        meeting=talk,
        when=_when(talk),
        asked=talk.status in ("scheduled", "held") or _sent(session, viewer, interview_id),
        prepared=bool(len(agenda(session, viewer, interview_id))) and ready >= set(CHECK_ITEMS),
        talked=talk.status == "held",
        written_up=whole.status == "held" and any(True for _ in whole.findings()),
        thanked=_thanked(session, viewer, interview_id),
        led_on=bool(of_one_talk(session, viewer, interview_id)),
    )


def _sent(session: Session, viewer: Explorer, interview_id: UUID) -> bool:
    rows = letters(session, viewer, interview_id)
    return bool(rows.loc[rows["kind"] == "ask", "sent_on"].notna().any())


def _thanked(session: Session, viewer: Explorer, interview_id: UUID) -> bool:
    owed = promises(session, viewer, interview_id)
    return bool(owed.loc[owed["kind"] == "thank-you", "done_on"].notna().any())


def _when(talk: Meeting) -> str:
    if talk.status == "held":
        return _day(talk.held_on)
    if talk.starts_at is None:
        return _day(talk.planned_on)
    starts = as_kept(talk.starts_at, talk.zone, talk.fold, "UTC")
    if starts is None:
        return _day(talk.planned_on)
    of_two = f", the {WHICH[starts.fold]} of the two" if comes_twice(starts) else ""
    return f"{_day(starts.date())}, {starts:%H:%M}{of_two}"


def _day(day: date | None) -> str:
    return f"{day:%a} {day.day} {day:%B %Y}" if day else ""
