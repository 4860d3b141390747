"""A served Fieldwork in Chromium: the passphrase, its cookie, the way out, and what it sends."""

import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from lib.access.passphrase import set_passphrase
from lib.commands.explorers import the_explorer
from lib.commands.samples import load_samples
from lib.screens import EXPLORE
from lib.settings import ROOT, read_settings
from lib.storage.database import open_database
from tests.browser.answered import settled
from tests.browser.conftest import Server, free_port, wait_for

PASSPHRASE = "correct horse battery"


def served(folder: Path) -> Generator[Server, None, None]:
    """`python -m lib.server` on the samples, behind a passphrase, until the generator is closed."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "FIELDWORK_DATA_DIR": str(folder), "FIELDWORK_BASE_URL": url}
    opened = open_database(read_settings(environment))
    with opened.write() as session:
        load_samples(session, me := the_explorer(session))
        set_passphrase(session, me, typed=PASSPHRASE)
    opened.dispose()
    log = folder / "server.log"
    command = [sys.executable, "-m", "lib.server", "--port", str(port)]
    with log.open("w") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
    try:
        running = Server(url, log)
        wait_for(running)
        yield running
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)
    told = log.read_text()
    assert "Traceback" not in told, told
    assert PASSPHRASE not in told


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from served(tmp_path_factory.mktemp("behind"))


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 390, "height": 844})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page whose console is clean: above all without a breach of the policy."""
    opened, said = context.new_page(), list[str]()

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and "404" not in message.text and "403" not in message.text:
            said.append(message.text)

    opened.on("console", heard)
    yield opened
    assert not said, said


def sign_in(page: Page, server: Server, typed: str = PASSPHRASE) -> None:
    page.goto(server.url)
    expect(page).to_have_url(f"{server.url}/sign-in")
    page.get_by_label("Passphrase").fill(typed)
    page.get_by_role("button", name="Sign in").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_to_sign_in_is_readable(behind: Server, browser: Browser, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 390, "height": 844})  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{behind.url}/sign-in")
    expect(page.get_by_label("Passphrase")).to_be_focused()
    found = Axe().run(page).response["violations"]
    assert [one["id"] for one in found] == []
    context.close()


def test_the_passphrase_lets_in_and_every_screen_draws_under_the_policy(
    behind: Server, page: Page
) -> None:
    sign_in(page, behind)
    expect(page).to_have_url(f"{behind.url}/")
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()
    (cookie,) = (one for one in page.context.cookies() if one["name"] == "fieldwork")
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Lax", "/")
    assert "fieldwork" not in str(page.evaluate("document.cookie"))
    for screen in EXPLORE:
        page.goto(f"{behind.url}/{'' if screen == 'overview' else screen}")
        settled(page)
        expect(page.locator("[data-testid=stVegaLiteChart] svg").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture").first.click()
    assert download.value.path().read_text().startswith("<svg")


def test_a_talk_is_led_under_the_policy(behind: Server, page: Page) -> None:
    sign_in(page, behind)
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()
    page.goto(f"{behind.url}/whom_next?view=Board")
    page.get_by_role("link", name="Open").first.click()
    page.wait_for_url(re.compile("talk="))
    page.get_by_role("radio", name=re.compile("Talk")).click()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text(" min left")).to_be_visible()
    entry = page.get_by_test_id("stChatInputTextArea")
    entry.fill("> Evening course first")
    entry.press("Enter")
    expect(page.get_by_text("1 line saved")).to_be_visible()
    entry.press_sequentially("Half a th")
    page.reload()
    expect(entry).to_have_value("Half a th")


SHEET = "person,field,date,status,skills\nAda,Welding,2026-01-05,held,TIG\n"


def test_every_other_screen_draws_under_the_policy_and_a_file_still_comes_in(
    behind: Server, page: Page
) -> None:
    sign_in(page, behind)
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()
    for screen in sorted({file.stem for file in ROOT.glob("pages/*/*.py")} - {*EXPLORE, "opening"}):
        page.goto(f"{behind.url}/{screen}")
        settled(page)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(f"{behind.url}/data")
    page.locator("input[type=file]").set_input_files(
        {"name": "talks.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    )
    expect(page.get_by_role("button", name="Bring in 1 row")).to_be_visible()


def test_signing_out_ends_it_in_every_window_and_a_copied_cookie_opens_nothing(
    behind: Server, page: Page, context: BrowserContext, browser: Browser
) -> None:
    sign_in(page, behind)
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()
    copied = context.storage_state()
    other = context.new_page()
    other.goto(f"{behind.url}/pay")
    settled(other)
    page.goto(f"{behind.url}/account")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in with the passphrase")).to_be_visible()
    other.get_by_role("button", name="Data analyst").first.click()
    expect(other.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(other.locator("[data-testid=stVegaLiteChart]")).to_have_count(0)
    thief = browser.new_context(storage_state=copied)
    stolen = thief.new_page()
    stolen.goto(f"{behind.url}/pay")
    expect(stolen).to_have_url(f"{behind.url}/sign-in")
    thief.close()


def test_wrong_ones_wait_and_an_open_window_does_not(
    tmp_path: Path, page: Page, browser: Browser
) -> None:
    for server in served(tmp_path):
        sign_in(page, server)
        expect(page.get_by_role("heading", name="Overview")).to_be_visible()
        stranger = browser.new_context()
        guess = stranger.new_page()
        for _ in range(4):
            sign_in(guess, server, "wrong horse battery")
            expect(guess.get_by_role("alert")).to_have_text("That is not the passphrase.")
        sign_in(guess, server)
        expect(guess.get_by_role("alert")).to_contain_text("Too many wrong tries. Try again in")
        assert not [one for one in stranger.cookies() if one["name"] == "fieldwork"]
        page.reload()
        expect(page.get_by_role("heading", name="Overview")).to_be_visible()
        stranger.close()


def test_every_answer_carries_the_headers_and_nothing_is_to_be_found(behind: Server) -> None:
    for path in (
        "/",
        "/pay",
        "/health",
        "/robots.txt",
        "/sign-in",
        "/_stcore/health",
        "/favicon.png",
    ):
        with urllib.request.urlopen(f"{behind.url}{path}") as answer:
            headers = answer.headers
        assert headers["X-Robots-Tag"].startswith("noindex"), path
        assert headers["Referrer-Policy"] == (
            "same-origin" if path == "/sign-in" else "no-referrer"
        )
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "unsafe-eval" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
