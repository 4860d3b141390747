"""One server and one Chromium for all browser tests; what a reader must never meet fails a test."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from lib.commands.explorers import the_explorer
from lib.commands.samples import load_samples
from lib.settings import ROOT, read_settings
from lib.storage.database import open_database
from tests.browser.answered import follow_all, settled

expect.set_options(timeout=15_000)


@dataclass(frozen=True)
class Server:
    """A running Fieldwork: its address and its log."""

    url: str
    log: Path


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Fieldwork of its own, with the samples in it, stopped by its process id."""
    folder = tmp_path_factory.mktemp("served")
    yield from serve(folder, samples=True)


@pytest.fixture
def empty_server(tmp_path: Path) -> Iterator[Server]:
    """A Fieldwork with nothing in it, for one test."""
    yield from serve(tmp_path, samples=False)


def serve(
    folder: Path,
    *,
    samples: bool = False,
    script: Path | None = None,
    port: int = 0,
    more: Mapping[str, str] | None = None,
    command: Sequence[str] = (),
) -> Generator[Server, None, None]:
    """A server on the folder's database, until the generator is closed.

    Another script in that folder is served as plain Streamlit would, without our configuration.
    `more` is added to the environment; `command` is started in place of Streamlit's own server.
    """
    environment = {**os.environ, "FIELDWORK_DATA_DIR": str(folder), **(more or {})}
    if samples:
        opened = open_database(read_settings(environment))
        with opened.write() as session:
            load_samples(session, the_explorer(session))
        opened.dispose()
    port = port or free_port()
    log = folder / "server.log"
    served = ["-m", "lib.serve"] if script is None else ["-m", "streamlit", "run", str(script)]
    options = [f"--server.port={port}", "--server.headless=true"]
    if script is not None:
        options += ["--server.address=127.0.0.1", "--browser.gatherUsageStats=false"]
    told = command or [*served, *options]
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, *told],
            cwd=folder if script else ROOT,
            env=environment,
            stdout=out,
            stderr=out,
        )
    try:
        running = Server(f"http://127.0.0.1:{port}", log)
        wait_for(running)
        yield running
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
    assert "Traceback" not in log.read_text(), log.read_text()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(running: Server) -> None:
    for _ in range(150):
        try:
            with urllib.request.urlopen(f"{running.url}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(running.log.read_text())


@pytest.fixture(scope="session", autouse=True)
def _followed(browser: Browser) -> None:
    browser.on("context", follow_all)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A window that fails its test on a request to another host or an error in the page."""
    window = context.new_page()
    yield from watched(window)


@pytest.fixture(scope="module")
def kept(browser: Browser) -> Iterator[Page]:
    """One window for a file's tests that only look: what it has loaded, it need not load again."""
    opened = browser.new_context()
    yield opened.new_page()
    opened.close()


@pytest.fixture
def looking(kept: Page) -> Iterator[Page]:
    """The kept window as new, watched like any other."""
    kept.set_viewport_size({"width": 1280, "height": 900})
    kept.emulate_media(color_scheme="light")
    yield from watched(kept)


def watched(window: Page) -> Iterator[Page]:
    elsewhere: list[str] = []
    broken: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")):
            elsewhere.append(request.url)

    window.on("request", note)
    window.on("pageerror", lambda error: broken.append(str(error)))
    yield window
    assert not elsewhere
    assert not broken
    assert window.locator("[data-testid=stException]").count() == 0


def visit(window: Page, url: str) -> None:
    """Open an address and wait until its script has run."""
    window.goto(url)
    settled(window)
