"""What Prometheus reads of this process: whether it works and how fast, never how many people.

Answers this machine alone; through a proxy it is not there.
"""

import logging
import os
import resource
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.access.connection import BETWEEN, HERE, LISTENING
from lib.serving.open_files import OpenFiles
from lib.storage.daily import newest_copy

KIND = "text/plain; version=0.0.4"
LEVELS = {logging.WARNING: "warning", logging.ERROR: "error", logging.CRITICAL: "error"}
PAGE = os.sysconf("SC_PAGE_SIZE")


class Happened(logging.Handler):
    """What was answered and logged since the process began, by kind; no word of it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.answers: Counter[str] = Counter()
        self.logged: Counter[str] = Counter()
        self.seconds = 0.0

    def emit(self, record: logging.LogRecord) -> None:
        """One line of the log."""
        self.logged[LEVELS.get(record.levelno, "error")] += 1

    def answered(self, status: int, seconds: float) -> None:
        """One request over HTTP; a window's WebSocket is none."""
        self.answers[f"{status // 100}xx"] += 1
        self.seconds += seconds


class Measured:
    """Lets every request in, and measures what came of it."""

    def __init__(self, app: ASGIApp, *, happened: Happened) -> None:
        self.app = app
        self.happened = happened

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; one that ends without an answer is a 500."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.monotonic(), 500

        async def sent(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.app(scope, receive, sent)
        finally:
            self.happened.answered(status, time.monotonic() - began)


def metrics(
    answers: Callable[[], bool], happened: Happened, files: OpenFiles, copies: Path | None
) -> Callable[[Request], object]:
    """The route; `answers` asks the database, `copies` is the folder of an SQLite file's copies."""

    def told() -> str:
        began = time.monotonic()
        works = answers()
        took = time.monotonic() - began
        return "".join(
            [
                _value("database_answers", int(works), "gauge", "1 where the database answers."),
                _value("database_answer_seconds", took, "gauge", "How long it took to answer."),
                _value("open_files_near_limit", int(files.near()), "gauge",
                       "1 where nearly all files that may be open are open."),
                _by_kind("http_answers_total", "status", happened.answers, "HTTP by status."),
                _value("http_seconds_total", happened.seconds, "counter", "Spent on answers."),
                _by_kind("log_lines_total", "level", happened.logged, "Lines of the log."),
                _value("cpu_seconds_total", sum(os.times()[:2]), "counter", "Processor time."),
                _value("memory_bytes", _memory(), "gauge", "Memory of this process."),
                *_copied(copies),
            ]
        )  # fmt: skip

    async def route(request: Request) -> Response:
        if not from_this_machine(request):
            return PlainTextResponse("Not Found", status_code=404)
        return PlainTextResponse(await run_sync(told), media_type=KIND)

    return route


def from_this_machine(request: Request) -> bool:
    """A local name, a peer that is this machine, and no header of a proxy's."""
    peer = request.client.host if request.client else ""
    between = any(BETWEEN.match(name) for name in request.headers)
    hosts = request.headers.getlist("host")
    local = len(hosts) == 1 and HERE.fullmatch(hosts[0])
    return peer in LISTENING and not between and bool(local)


def _value(name: str, value: float, kind: str, words: str) -> str:
    return f"{_head(name, kind, words)}fieldwork_{name} {value:.12g}\n"


def _by_kind(name: str, label: str, counted: Counter[str], words: str) -> str:
    lines = (
        f'fieldwork_{name}{{{label}="{one}"}} {number}\n' for one, number in sorted(counted.items())
    )
    return _head(name, "counter", words) + "".join(lines)


def _head(name: str, kind: str, words: str) -> str:
    return f"# HELP fieldwork_{name} {words}\n# TYPE fieldwork_{name} {kind}\n"


def _copied(copies: Path | None) -> list[str]:
    made = newest_copy(copies) if copies else None
    if made is None:
        return []
    words = "When the latest daily copy was made."
    return [_value("latest_copy_timestamp_seconds", made, "gauge", words)]


def _memory() -> int:
    """Resident, as the system says it; where it does not, the most there was."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
