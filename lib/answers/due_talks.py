"""What a conversation that is not held yet waits for, and what one that was held leaves to write.

Notes are due within the hour of a talk's end, interest and takeaway on its day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

import pandas as pd

from lib.answers.preparing import USUAL
from lib.figures import clock as zone_of
from lib.frames import Row
from lib.meeting.asking import WAIT

PATIENCE = timedelta(days=14)
"""After so long a request of which no message is kept is worth another word."""
BY = timedelta(days=1)
"""What waits for the explorer alone is done within a day."""
WITHIN = timedelta(hours=1)
"""What was said is written down so soon after the end."""
FRESH = timedelta(days=7)
"""After so long nobody is asked for notes any more."""

Press = Literal["", "talk", "notes", "asked", "request", "letter", "promise", "suggestion", "link"]
"""What one press does about it: notes that it was held (and opens the notes), asked for, given up,
sent, done or settled; extends a link."""


@dataclass(frozen=True)
class Due:
    """One thing to do; `on` is its day, None where none was set; `now`: by today."""

    interview_id: str
    """Empty for what a coach suggested and for a link that ends: `page` opens."""
    on: date | None
    overdue: bool
    now: bool
    words: str
    step: str = ""
    """Which step of the conversation opens; empty: the next one."""
    page: str = "pages/interviews/conversation.py"
    press: Press = ""
    of: str = ""
    """The id of what is pressed: a conversation, what is owed, a remark or a link."""


@dataclass(frozen=True)
class Clock:
    """The explorer's zone, and an aware moment."""

    zone: str
    moment: datetime

    @property
    def here(self) -> datetime:
        """The moment in their zone."""
        return self.moment.astimezone(zone_of(self.zone))

    @property
    def today(self) -> date:
        """Their day."""
        return self.here.date()


def of_one_ahead(row: Row, clock: Clock) -> Iterator[Due]:
    """Of one that is not held yet: an answer that does not come, a day to find, the talk itself."""
    match row["status"]:
        case "requested":
            waits = _requested(row, clock)
        case "moved":
            waits = _moved(row, clock)
        case _:
            waits = None
    waits = waits or _planned(row, clock)
    if waits is not None:
        yield waits


def still_to_write(row: Row, clock: Clock) -> Iterator[Due]:
    """Of one that was held: notes within the hour; on its day interest and takeaway."""
    if not row["written"]:
        if ends := _ends(row, clock):
            yield _notes(row, clock, ends)
    elif not row["thought_of"] and row["held_on"].date() == clock.today:
        words = f"{_who(row)}: interest, and what you take away, while it is the same day"
        yield _at_write_up(row, clock.today, late=False, words=words)


def day_of(moment: pd.Timestamp) -> date | None:
    """None where there is none."""
    return None if pd.isna(moment) else moment.date()


def _requested(row: Row, clock: Clock) -> Due | None:
    """An answer to settle, or none for so long; None where one may wait."""
    identity, answered = row["interview_id"], day_of(row["answered_on"])
    asked = day_of(row["sent_on"]) or _since(row, clock)
    if answered and answered >= (asked or answered):
        words = f"{_who(row)}: answered on {answered.day} {answered:%B}, agree on a day"
        return _waits(identity, answered + BY, clock, words, step="Ask")
    patience: timedelta = PATIENCE if pd.isna(row["sent_on"]) else WAIT
    if asked is None or clock.today - asked < patience:
        return None
    days = (clock.today - asked).days
    words = f"{_who(row)}: asked on {asked.day} {asked:%B}, no answer for {days} days"
    if not pd.isna(row["sent_on"]) and not row["again"]:
        words += "; you may write once more"
    late = asked + patience < clock.today
    more: dict[str, str] = {"step": "Ask", "of": identity}
    return Due(identity, asked + patience, late, True, words, press="request", **more)


def _moved(row: Row, clock: Clock) -> Due:
    since = _since(row, clock)
    words = f"{_who(row)}: moved, another day is to be found"
    return _waits(row["interview_id"], (since or clock.today) + BY, clock, words, step="Ask")


def _planned(row: Row, clock: Clock) -> Due | None:
    """A talk with a day; one whose end has come waits for its notes."""
    starts = _starts(row, clock)
    day = starts.date() if starts else day_of(row["planned_on"])
    identity, today = row["interview_id"], clock.today
    if day is None:
        return None
    if row["status"] == "idea" and day < today:
        words = f"{_who(row)}: meant to be asked"
        return Due(identity, day, True, True, words, "Ask", press="asked", of=identity)
    ends = _ends(row, clock) if row["status"] == "scheduled" else None
    if ends and ends <= clock.here:
        return _notes(row, clock, ends)
    if day < today:
        words = f"{_who(row)}: was planned. Was it held?"
        return Due(identity, day, True, True, words, "Write up", press="talk", of=identity)
    words = f"{_who(row)}: {_STATUS[row['status']]}{_at(starts, row)}"
    return Due(identity, day, False, day == today, words)


def _waits(identity: str, on: date, clock: Clock, words: str, *, step: str) -> Due:
    return Due(identity, on, on < clock.today, on <= clock.today, words, step)


def _notes(row: Row, clock: Clock, ends: datetime) -> Due:
    by = ends + WITHIN
    words = f"{_who(row)}: talked until {ends:%H:%M}, notes by {by:%H:%M} while they are fresh"
    return _at_write_up(row, ends.date(), late=by < clock.here, words=words)


def _at_write_up(row: Row, on: date, *, late: bool, words: str) -> Due:
    identity = row["interview_id"]
    return Due(identity, on, late, True, words, "Write up", press="notes", of=identity)


def _who(row: Row) -> str:
    return f"{row['person']}, {row['field']}"


def _since(row: Row, clock: Clock) -> date | None:
    """The day on which it came to its status."""
    known = not pd.isna(row["since"])
    return row["since"].tz_convert(zone_of(clock.zone)).date() if known else None


def _starts(row: Row, clock: Clock) -> datetime | None:
    """When it begins on the explorer's clock; None where no hour was set."""
    try:
        there = datetime.fromisoformat(row["starts_at"])
    except ValueError:
        return None
    zone = zone_of(row["zone"] or clock.zone)
    return there.replace(tzinfo=zone).astimezone(zone_of(clock.zone))


def _ends(row: Row, clock: Clock) -> datetime | None:
    """When it ended, or is over by what was agreed, on the explorer's clock; None: not known."""
    here = zone_of(clock.zone)
    if not pd.isna(row["ended_at"]):
        ended: datetime = row["ended_at"].tz_convert(here).to_pydatetime()
        return ended
    begun = row["begun_at"]
    starts = _starts(row, clock) if pd.isna(begun) else begun.tz_convert(here).to_pydatetime()
    if starts is None:
        return None
    frame = USUAL if pd.isna(row["minutes"]) else int(row["minutes"])
    more = 0 if pd.isna(row["more"]) else int(row["more"])
    over: datetime = starts + timedelta(minutes=frame + more)
    return over


def _at(starts: datetime | None, row: Row) -> str:
    """The hour on the explorer's clock, and in brackets on the other's where that differs."""
    if starts is None:
        return ""
    there = datetime.fromisoformat(row["starts_at"])
    if starts.replace(tzinfo=None) == there:
        return f" at {starts:%H:%M}"
    city = row["zone"].rpartition("/")[2].replace("_", " ")
    return f" at {starts:%H:%M} ({there:%H:%M} in {city})"


_STATUS = {
    "idea": "meant to be asked",
    "requested": "asked for, not settled yet",
    "scheduled": "talk",
}
