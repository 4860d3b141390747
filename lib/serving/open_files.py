"""How many files this process may have open: each window takes four, and at the last one the server
lets nobody in. Told before, in the log once and under /health, without a number of windows.
"""

import logging
import os
import resource
from collections.abc import Callable
from pathlib import Path

from anyio.to_thread import run_sync
from starlette.types import ASGIApp, Receive, Scope, Send

NEAR = 0.8
"""Of the limit, as a share: from here on it is told."""
TOLD = (
    "Nearly all files that this process may have open are open: soon nobody gets in. Raise "
    "LimitNOFILE in the service file (ulimits in compose.yaml), or start another server beside it."
)
_log = logging.getLogger(__name__)


def allow_what_may_be() -> None:
    """Take the limit up to what the system lets this process have; a shell's usual one is 1,024."""
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if now != most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def in_use() -> float:
    """The open files of this process as a share of its limit; 0 where the system does not say."""
    limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    for folder in (Path("/proc/self/fd"), Path("/dev/fd")):
        if folder.is_dir() and limit > 0:
            return len(os.listdir(folder)) / limit
    return 0.0


class OpenFiles:
    """Looks whenever a window opens or /health asks; the log hears of it once as it nears."""

    def __init__(self, share: Callable[[], float] = in_use) -> None:
        self._share = share
        self._told = False

    def near(self) -> bool:
        """Whether the limit is near now."""
        near = self._share() >= NEAR
        if near and not self._told:
            _log.warning(TOLD)
        self._told = near
        return near


class WatchedFiles:
    """Lets every window in, and looks at the limit beside it."""

    def __init__(self, app: ASGIApp, *, files: OpenFiles) -> None:
        self.app = app
        self.files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or one window that opens."""
        if scope["type"] == "websocket":
            await run_sync(self.files.near)
        await self.app(scope, receive, send)
