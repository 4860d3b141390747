"""An address from which a calendar reads the talks: made, renewed, revoked, and whose it is.

Its token is 256 random bits, shown once; only its SHA-256 is kept and looked up, so that no time
that a look-up takes tells of a token. Unknown and revoked look alike. Like links it is in no
history: taking a revocation back would open a door again.
"""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from lib.access.links import digest_of, new_token
from lib.access.viewer import Explorer
from lib.errors import AppError
from lib.ids import new_id
from lib.model import CalendarFeed

PATH = "/calendar.ics"
TOKEN = "of"
"""The parameter that holds the token: what stands behind the question mark is in no log."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Feed:
    """An address that stands; `read_on`: the last day on which a calendar read it."""

    feed_id: UUID
    owner: Explorer
    made_at: datetime
    read_on: date | None


def new_feed(session: Session, viewer: Explorer) -> str:
    """The token of a new address; an earlier one reads nothing any more."""
    end_feed(session, viewer)
    token, digest = new_token()
    key = {"explorer_id": viewer.explorer_id, "id": new_id()}
    session.add(CalendarFeed(**key, token_digest=digest, made_at=datetime.now(UTC)))
    session.flush()
    return token


def end_feed(session: Session, viewer: Explorer) -> None:
    """No calendar reads here any more."""
    mine = (CalendarFeed.explorer_id == viewer.explorer_id, CalendarFeed.revoked_at.is_(None))
    session.execute(update(CalendarFeed).where(*mine).values(revoked_at=datetime.now(UTC)))


def feed_of(session: Session, viewer: Explorer) -> Feed | None:
    """The explorer's address, where one stands."""
    mine = (CalendarFeed.explorer_id == viewer.explorer_id, CalendarFeed.revoked_at.is_(None))
    latest = select(CalendarFeed).where(*mine).order_by(CalendarFeed.made_at.desc())
    return _feed(session.scalars(latest).first())


def open_feed(session: Session, token: str) -> Feed | None:
    """Whose talks this token reads; None for one that is unknown or was revoked."""
    known = CalendarFeed.token_digest == digest_of(token)
    query = select(CalendarFeed).where(known, CalendarFeed.revoked_at.is_(None))
    return _feed(session.scalars(query).one_or_none())


def was_read(write: Callable[[], AbstractContextManager[Session]], feed: Feed, day: date) -> None:
    """Note the day, once; where that cannot be done the calendar is read all the same."""
    if feed.read_on == day:
        return
    this = (CalendarFeed.explorer_id == feed.owner.explorer_id, CalendarFeed.id == feed.feed_id)
    try:
        with write() as session:
            session.execute(update(CalendarFeed).where(*this).values(read_on=day))
    except (AppError, SQLAlchemyError) as error:
        _log.warning("That a calendar was read was not noted: %s", error)


def feed_address(base_url: str, token: str) -> str:
    """What a calendar program subscribes to."""
    return f"{base_url.rstrip('/')}{PATH}?{TOKEN}={token}"


def _feed(row: CalendarFeed | None) -> Feed | None:
    if row is None:
        return None
    return Feed(row.id, Explorer(row.explorer_id), row.made_at, row.read_on)
