"""The address that a calendar reads: text for whoever has its token, and nothing for others."""

import time
from collections import defaultdict, deque
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from anyio.to_thread import run_sync
from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from lib.access.calendar_feed import PATH, TOKEN, open_feed, was_read
from lib.answers.fed import fed
from lib.errors import AppError
from lib.storage.database import Database

MOST, MINUTE = 30, 60.0
"""Readings of one address in a minute; calendars come once an hour."""


def calendar_feed(database: Callable[[], Database]) -> Route:
    """The route; unknown and revoked tokens look alike."""
    pace = Pace()

    def read(token: str) -> Response:
        try:
            return _read(database(), token, pace)
        except (AppError, SQLAlchemyError):
            return PlainTextResponse("The database does not answer.", 503)

    async def route(request: Request) -> Response:
        return await run_sync(read, request.query_params.get(TOKEN, ""))

    return Route(PATH, route)


def _read(database: Database, token: str, pace: "Pace") -> Response:
    with database.read() as session:
        feed = open_feed(session, token)
        if feed is None:
            return PlainTextResponse("Not Found", 404)
        if not pace.goes(feed.feed_id, time.monotonic()):
            return PlainTextResponse("Too often.", 429, {"Retry-After": f"{MINUTE:.0f}"})
        content = fed(session, feed.owner)
    was_read(database.write_in_turn, feed, datetime.now(UTC).date())
    return Response(content, media_type="text/calendar")


class Pace:
    """How often each address was read in the last minute; strangers cost one look-up each."""

    def __init__(self) -> None:
        self._lately: defaultdict[UUID, deque[float]] = defaultdict(lambda: deque(maxlen=MOST))

    def goes(self, feed_id: UUID, now: float) -> bool:
        """Whether it may be read once more now."""
        lately = self._lately[feed_id]
        if len(lately) == MOST and now - lately[0] < MINUTE:
            return False
        lately.append(now)
        return True
