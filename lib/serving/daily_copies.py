"""Makes the copy of the day while a server runs; what keeps it from that is said in the log."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime

import anyio
from anyio.to_thread import run_sync

from lib.errors import AppError
from lib.settings import Settings
from lib.storage.daily import copy_of_the_day

EVERY = 3_600
"""Seconds between two looks at the clock."""
_log = logging.getLogger(__name__)


@asynccontextmanager
async def daily_copies(
    settings: Settings, *, every: float = EVERY, today: Callable[[], date] | None = None
) -> AsyncIterator[None]:
    """Look each hour whether today's copy is there, for as long as the block lasts.

    PostgreSQL's copies are its operators'; nothing is done then.
    """
    day = today or (lambda: datetime.now(UTC).date())
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_each_hour, settings, every, day)
        yield
        tasks.cancel_scope.cancel()


async def _each_hour(settings: Settings, every: float, day: Callable[[], date]) -> None:
    while settings.sqlite_file is not None:
        await run_sync(_copied, settings, day(), abandon_on_cancel=True)
        await anyio.sleep(every)


def _copied(settings: Settings, today: date) -> None:
    try:
        if settings.sqlite_file is not None:
            copy_of_the_day(settings.sqlite_file, today)
    except AppError as error:
        _log.warning("Today's copy of the database was not made: %s", error)
