"""A Fieldwork for others to open: Streamlit's app behind headers, a sign-in and a health check.

`python -m lib.server` starts it; a reverse proxy with TLS stands before it.
`serve.py` is for one's own computer.
"""

import logging
import re
import sys
from argparse import ArgumentParser
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import cache, partial
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from anyio.to_thread import run_sync
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from lib.errors import AppError, Refused
from lib.serving import door
from lib.serving.calendar_feed import calendar_feed
from lib.serving.daily_copies import daily_copies
from lib.serving.first_screen import FirstScreen
from lib.serving.headers import HEADERS, INDEX, UNKEPT, SafeHeaders
from lib.serving.metrics import Happened, Measured, metrics
from lib.serving.open_files import TOLD, OpenFiles, WatchedFiles, allow_what_may_be
from lib.serving.strangers import NotForStrangers
from lib.settings import ROOT, Settings, read_settings
from lib.storage.database import Database, open_database

HERE = ["localhost", "127.0.0.1", "[::1]"]
"""Names by which this machine's own health check asks; they open nothing, nor does local mode."""
ORIGIN = re.compile(r"(https?)://([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)(?::(\d{1,5}))?/?", re.ASCII)
"""Without wildcards, which would let every host in."""
USUAL = {"http": "80", "https": "443"}
NOTHING_TO_FIND = "User-agent: *\nDisallow: /\n"
ADDRESS = (
    "Set FIELDWORK_BASE_URL to the address under which Fieldwork is served, such as "
    "https://fieldwork.example.org, without anything behind the host."
)


def application(settings: Settings) -> st.App:
    """The app with what stands around it; raises Refused without an address to be served under."""
    around = surroundings(settings)
    PagesManager.uses_pages_directory = False
    return st.App(ROOT / "app.py", **around)


def surroundings(settings: Settings) -> dict[str, Any]:
    """lifespan, routes and middleware, as any Starlette app takes them."""
    base_url = checked_address(settings.base_url)
    host = str(urlsplit(base_url).hostname)

    @cache
    def database() -> Database:
        return open_database(settings)

    files, happened = OpenFiles(), Happened()
    answers = partial(answered, database)
    copies = settings.copies if settings.sqlite_file else None

    @asynccontextmanager
    async def lifespan(_: Any) -> AsyncIterator[None]:
        opened = await run_sync(database)
        logging.getLogger().addHandler(happened)
        async with daily_copies(settings):
            yield
        logging.getLogger().removeHandler(happened)
        opened.dispose()

    return {
        "lifespan": lifespan,
        "exception_handlers": {Exception: failed},
        "routes": [
            *door.routes(database, base_url),
            Route("/health", health(answers, files)),
            calendar_feed(database),
            Route("/metrics", metrics(answers, happened, files, copies)),
            Route("/robots.txt", robots),
        ],
        "middleware": [
            Middleware(Measured, happened=happened),
            Middleware(SafeHeaders, index=INDEX, https=base_url.startswith("https://")),
            Middleware(TrustedHostMiddleware, allowed_hosts=[host, *HERE], www_redirect=False),
            Middleware(NotForStrangers, base_url=base_url),
            Middleware(FirstScreen),
            Middleware(WatchedFiles, files=files),
            Middleware(door.Doorkeeper, database=database, instead=not openid_is_set_up()),
        ],
    }


def openid_is_set_up() -> bool:
    """Whether there is another way to sign in, which its own page offers."""
    return bool(st.secrets.load_if_toml_exists() and st.secrets.get("auth"))


def checked_address(base_url: str) -> str:
    """The address as browsers write an origin; raises Refused for one that is none."""
    found = ORIGIN.fullmatch(base_url.strip().lower())
    if found is None:
        raise Refused(ADDRESS)
    scheme, host, port = found.groups()
    usual = port in {None, USUAL[scheme]}
    return f"{scheme}://{host}" if usual else f"{scheme}://{host}:{port}"


def answered(database: Callable[[], Database]) -> bool:
    """Whether the database answers, its tables there."""
    try:
        with database().read() as session:
            session.execute(text("SELECT 1 FROM alembic_version"))
    except (AppError, SQLAlchemyError):
        return False
    return True


def health(answers: Callable[[], bool], files: OpenFiles) -> Callable[[Request], Any]:
    """A route that says whether the database answers; without a word on what is wrong with it.

    `warning` is there where soon nobody else gets in, since no more files may be opened.
    """

    async def route(_: Request) -> Response:
        warning = {"warning": TOLD} if await run_sync(files.near) else {}
        if await run_sync(answers):
            return JSONResponse({"status": "ok", **warning})
        return JSONResponse({"status": "the database does not answer", **warning}, status_code=503)

    return route


async def failed(_: Request, __: Exception) -> Response:
    """Starlette says this outside of all that stands around the app, so it brings its headers."""
    return PlainTextResponse("Something went wrong here.", 500, {**HEADERS, **UNKEPT})


async def robots(_: Request) -> Response:
    """Nothing here is for a search engine."""
    return PlainTextResponse(NOTHING_TO_FIND)


def main(arguments: Sequence[str]) -> int:
    """Serve until stopped; the exit status is 2 where nothing could be started."""
    parser = ArgumentParser(prog="python -m lib.server", description="Serve Fieldwork to others.")
    parser.add_argument("--address", default="127.0.0.1", help="where to listen (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8501, help="the port (8501)")
    asked = parser.parse_args(arguments)
    allow_what_may_be()
    try:
        settings = read_settings()
        app = application(settings)
        open_database(settings).dispose()  # what is wrong with it is said before anything listens
    except AppError as error:
        print(error, file=sys.stderr)
        return 2
    served = urlsplit(checked_address(settings.base_url))
    # Streamlit puts the folder of what was started first on the path: lib/ has a `statistics`.
    sys.argv = [str(ROOT / "app.py")]
    app.run(
        config={
            "server.address": asked.address,
            "server.port": asked.port,
            "server.headless": True,
            "server.allowedHosts": [str(served.hostname), *HERE],
            "browser.serverAddress": str(served.hostname),
        }
    )
    return 0
