"""What is due: conversations planned, requests without an answer, letters of thanks, what was
promised, what a coach suggested, links that end; overdue first.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Share, Viewer
from lib.answers.words import capital
from lib.figures import clock
from lib.filters import Filters
from lib.frames import Row, records
from lib.queries.comments import comments
from lib.queries.due import conversations_ahead, follow_ups, not_thanked
from lib.queries.explorer import closed_on, profile, today
from lib.queries.links import links

PATIENCE = timedelta(days=14)
"""After so long a request without an answer is worth another word."""
REMINDER = timedelta(days=7)
BY = timedelta(days=1)
"""A letter of thanks is written within a day."""
TOO_LATE = timedelta(days=30)
"""A letter that nobody wrote for so long is not asked for any more: files bring old years."""

Press = Literal["", "talk", "letter", "promise", "suggestion", "link"]
"""What one press does about it: notes that it was held, sent, done or settled; extends a link."""


@dataclass(frozen=True)
class Due:
    """One thing to do; `on` is its day, None where none was set."""

    interview_id: str
    """Empty for what a coach suggested and for a link that ends: `page` opens."""
    on: date | None
    overdue: bool
    words: str
    page: str = "pages/interviews/conversation.py"
    step: str = ""
    """Which step of the conversation opens; empty: the next one."""
    press: Press = ""
    of: str = ""
    """The id of what is pressed: a conversation, what is owed, a remark or a link."""


def due(session: Session, viewer: Viewer, filters: Filters) -> tuple[Due, ...]:
    """All that is due in the fields looked at, the longest overdue first; nothing for a link.

    Once the search is closed: what is owed to others, and no more.
    """
    if isinstance(viewer, Share):
        return ()
    zone = profile(session, viewer).zone
    now = today(zone)
    goes_on = closed_on(session, viewer) is None
    letters = not_thanked(session, viewer, filters, now - TOO_LATE)
    found = [_letter(row, now) for row in records(letters)]
    owed = records(follow_ups(session, viewer, filters))
    found += [_owed(row, now) for row in owed if goes_on or row["owed_by"] == "me"]
    if goes_on:
        ahead = records(conversations_ahead(session, viewer, filters))
        found += [one for row in ahead for one in _ahead(row, zone, now)]
        found += _of_coaches(session, viewer, filters, now)
    found.sort(key=lambda one: (one.on is None, one.on or now, one.words))
    return tuple(found)


def waiting(session: Session, viewer: Viewer, filters: Filters) -> int:
    """How much is due today or was before: the count in the navigation."""
    if isinstance(viewer, Share):
        return 0
    now = today(profile(session, viewer).zone)
    return sum(one.on is not None and one.on <= now for one in due(session, viewer, filters))


def _ahead(row: Row, zone: str, now: date) -> Iterator[Due]:
    """A conversation with a day; a request that nobody answered for two weeks, by that day."""
    who = f"{row['person']}, {row['field']}"
    starts = _starts(row, zone)
    day = starts.date() if starts else _day(row["planned_on"])
    if row["status"] == "requested" and not pd.isna(row["since"]):
        asked = row["since"].tz_convert(clock(zone)).date()
        if now - asked >= PATIENCE:
            waiting = (
                f"{who}: asked on {asked.day} {asked:%B}, no answer for {(now - asked).days} days"
            )
            yield Due(row["interview_id"], asked + PATIENCE, True, waiting)
            return
    if day is None:
        return
    identity = row["interview_id"]
    if day < now:
        words = f"{who}: was planned. Was it held?"
        yield Due(identity, day, True, words, step="Write up", press="talk", of=identity)
    else:
        yield Due(identity, day, False, f"{who}: {_STATUS[row['status']]}{_at(starts, row)}")


def _letter(row: Row, now: date) -> Due:
    by, identity = row["held_on"].date() + BY, row["interview_id"]
    words = f"{row['person']}, {row['field']}: letter of thanks"
    return Due(identity, by, by < now, words, step="Thank", press="letter", of=identity)


def _owed(row: Row, now: date) -> Due:
    on = _day(row["due_on"])
    what = f"{row['kind']}: {row['text']}" if row["text"] else row["kind"]
    words = f"{row['person']}, {row['field']}: {capital(what)}"
    late = on is not None and on < now
    of = row["follow_up_id"]
    return Due(row["interview_id"], on, late, words, step="Thank", press="promise", of=of)


def _of_coaches(session: Session, viewer: Explorer, filters: Filters, now: date) -> Iterator[Due]:
    """Next steps that a coach suggested, and links that end within a week."""
    for row in records(comments(session, viewer, filters)):
        on = _day(row["due_on"])
        if row["kind"] == "next step" and on is not None and not row["resolved"]:
            words = f"{row['author']} suggests: {row['text']}"
            of = row["comment_id"]
            page = "pages/sharing/comments.py"
            yield Due("", on, on < now, words, page, press="suggestion", of=of)
    for row in records(links(session, viewer, filters)):
        on = row["expires_at"].date()
        closed = row["paused"] or row["revoked"]
        if not closed and timedelta(0) <= on - now <= REMINDER:
            words = f"The link for {row['label']} ends. Extend it if it is still needed."
            page, of = "pages/sharing/links.py", row["link_id"]
            yield Due("", on, False, words, page, press="link", of=of)


def _day(moment: pd.Timestamp) -> date | None:
    return None if pd.isna(moment) else moment.date()


def _starts(row: Row, zone: str) -> datetime | None:
    """When it begins on the explorer's clock; None where no hour was set."""
    try:
        there = datetime.fromisoformat(row["starts_at"])
    except ValueError:
        return None
    return there.replace(tzinfo=clock(row["zone"] or zone)).astimezone(clock(zone))


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
    "moved": "moved, another day is to be found",
}
