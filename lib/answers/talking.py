"""One conversation while it is held: the present question, the time agreed, the lines so far."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.preparing import USUAL
from lib.figures import clock
from lib.filters import Filters
from lib.frames import Row, records
from lib.queries.explorer import profile
from lib.queries.meeting import Meeting, agenda, lines_noted, meeting


@dataclass(frozen=True)
class Asking:
    """One question of the agenda; `minutes` 0 where nobody said how many, `topic` may be empty."""

    item_id: str
    text: str
    topic: str
    minutes: int
    waits: bool


@dataclass(frozen=True)
class Line:
    """A line with the hour at which it was typed, empty where it came another way."""

    note_id: str
    at: str
    text: str
    mark: str


@dataclass(frozen=True)
class Talking:
    """All of the step Talk; moments are aware, in the explorer's zone."""

    meeting: Meeting
    questions: tuple[Asking, ...]
    minutes: int
    begun: datetime | None
    ended: datetime | None
    lines: tuple[Line, ...]

    @property
    def ends(self) -> datetime | None:
        """When the time agreed is up, with what was offered beyond it."""
        return self.begun + timedelta(minutes=self.minutes) if self.begun else None

    @property
    def ahead(self) -> tuple[tuple[int, Asking], ...]:
        """The questions that wait, the present one first, each with its number on the agenda."""
        return tuple(one for one in enumerate(self.questions, 1) if one[1].waits)


def talking(session: Session, viewer: Explorer, filters: Filters, interview_id: UUID) -> Talking:
    """The lines newest first."""
    talk = meeting(session, viewer, interview_id)
    zone = clock(profile(session, viewer).zone)
    lines = [_line(row, zone) for row in records(lines_noted(session, viewer, interview_id))]
    return Talking(
        meeting=talk,
        questions=tuple(_asking(row) for row in records(agenda(session, viewer, interview_id))),
        minutes=(talk.minutes or USUAL) + (talk.more_minutes or 0),
        begun=talk.begun_at.astimezone(zone) if talk.begun_at else None,
        ended=talk.ended_at.astimezone(zone) if talk.ended_at else None,
        lines=tuple(reversed(lines)),
    )


def _asking(row: Row) -> Asking:
    minutes: int = 0 if pd.isna(row["minutes"]) else int(row["minutes"])
    return Asking(row["item_id"], row["text"], row["topic"], minutes, row["state"] == "waiting")


def _line(row: Row, zone: ZoneInfo) -> Line:
    said = row["said_at"]
    at: str = "" if pd.isna(said) else f"{said.astimezone(zone):%H:%M}"
    return Line(row["note_id"], at, row["text"], row["mark"])
