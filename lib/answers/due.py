"""What is due: conversations planned, requests without an answer, notes and letters of thanks, what
was promised, what a coach suggested, links that end; overdue first.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Share, Viewer
from lib.answers.due_talks import BY, FRESH, Clock, Due, day_of, of_one_ahead, still_to_write
from lib.answers.words import capital
from lib.filters import Filters
from lib.frames import Row, records
from lib.ids import now
from lib.queries.comments import comments
from lib.queries.due import conversations_ahead, follow_ups, not_thanked, to_write_up
from lib.queries.explorer import closed_on, profile
from lib.queries.links import links

REMINDER = timedelta(days=7)
TOO_LATE = timedelta(days=30)
"""A letter that nobody wrote for so long is not asked for any more: files bring old years."""


def due(
    session: Session, viewer: Viewer, filters: Filters, moment: datetime | None = None
) -> tuple[Due, ...]:
    """All that is due in the fields looked at, the longest overdue first; nothing for a link.

    `moment` is an aware one, of this day: what a talk that has ended leaves to do. Once the search
    is closed: what is owed to others, and no more.
    """
    if isinstance(viewer, Share):
        return ()
    clock = Clock(profile(session, viewer).zone, moment or now())
    day = clock.today
    goes_on = closed_on(session, viewer) is None
    letters = not_thanked(session, viewer, filters, day - TOO_LATE)
    found = [_letter(row, day) for row in records(letters)]
    owed = records(follow_ups(session, viewer, filters))
    found += [_owed(row, day) for row in owed if goes_on or row["owed_by"] == "me"]
    if goes_on:
        found += _of_talks(session, viewer, filters, clock)
        found += _of_coaches(session, viewer, filters, day)
    found.sort(key=lambda one: (one.on is None, one.on or day, one.words))
    return tuple(found)


def waiting(
    session: Session, viewer: Viewer, filters: Filters, moment: datetime | None = None
) -> int:
    """How much is due today or was before: the count in the navigation."""
    return len([one for one in due(session, viewer, filters, moment) if one.now])


def _of_talks(session: Session, viewer: Explorer, filters: Filters, clock: Clock) -> Iterator[Due]:
    """Conversations ahead, and what those of the last days leave to write."""
    for row in records(conversations_ahead(session, viewer, filters)):
        yield from of_one_ahead(row, clock)
    for row in records(to_write_up(session, viewer, filters, clock.today - FRESH)):
        yield from still_to_write(row, clock)


def _letter(row: Row, today: date) -> Due:
    by, identity = row["held_on"].date() + BY, row["interview_id"]
    words = f"{row['person']}, {row['field']}: letter of thanks"
    return Due(identity, by, by < today, by <= today, words, "Thank", press="letter", of=identity)


def _owed(row: Row, today: date) -> Due:
    on = day_of(row["due_on"])
    what = f"{row['kind']}: {row['text']}" if row["text"] else row["kind"]
    words = f"{row['person']}, {row['field']}: {capital(what)}"
    late, by_now = on is not None and on < today, on is not None and on <= today
    of = row["follow_up_id"]
    return Due(row["interview_id"], on, late, by_now, words, "Thank", press="promise", of=of)


def _of_coaches(session: Session, viewer: Explorer, filters: Filters, today: date) -> Iterator[Due]:
    """Next steps that a coach suggested, and links that end within a week."""
    for row in records(comments(session, viewer, filters)):
        on = day_of(row["due_on"])
        if row["kind"] == "next step" and on is not None and not row["resolved"]:
            words = f"{row['author']} suggests: {row['text']}"
            of = row["comment_id"]
            page = "pages/sharing/comments.py"
            yield Due("", on, on < today, on <= today, words, page=page, press="suggestion", of=of)
    for row in records(links(session, viewer, filters)):
        on = row["expires_at"].date()
        closed = row["paused"] or row["revoked"]
        if not closed and timedelta(0) <= on - today <= REMINDER:
            words = f"The link for {row['label']} ends. Extend it if it is still needed."
            page, of = "pages/sharing/links.py", row["link_id"]
            yield Due("", on, False, on <= today, words, page=page, press="link", of=of)
