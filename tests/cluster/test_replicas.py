"""One of three servers is killed under load: its window goes on at another, as it was."""

import re
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select, text

from lib.access.passphrase import set_passphrase
from lib.commands.explorers import the_explorer
from lib.commands.samples import load_samples
from lib.model import Draft
from lib.settings import read_settings
from lib.storage.database import Database, open_database
from tests.browser.answered import follow, settled
from tests.browser.test_record import type_into
from tests.cluster.three import Cluster, three
from tests.conftest import named, run_alone

PASSPHRASE = "correct horse battery"


@pytest.fixture
def cluster(postgres: str, tmp_path: Path) -> Iterator[Cluster]:
    """Three servers that found an empty database and made its tables at once."""
    name = f"cluster_{uuid4().hex}"
    run_alone(postgres, f"CREATE DATABASE {name}")
    address = named(postgres, name)
    with three(address, tmp_path) as made:
        database = open_database(read_settings({"FIELDWORK_DATABASE_URL": address}))
        with database.write() as session:
            load_samples(session, me := the_explorer(session))
            set_passphrase(session, me, typed=PASSPHRASE)
            versions = text("SELECT count(*) FROM alembic_version")
            assert session.scalar(versions) == 1
        database.dispose()
        yield made
    run_alone(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def page(browser: object) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})  # type: ignore[attr-defined]
    window = context.new_page()
    follow(window)
    yield window
    context.close()


@contextmanager
def load(url: str, told: Counter[int]) -> Iterator[None]:
    """Others who ask all the time, each without a cookie, so that every server is asked."""
    enough = threading.Event()

    def asks() -> None:
        while not enough.wait(0.02):
            try:
                with urllib.request.urlopen(f"{url}/health", timeout=20) as answer:
                    told[answer.status] += 1
            except OSError:
                told[0] += 1

    running = [threading.Thread(target=asks) for _ in range(3)]
    for one in running:
        one.start()
    try:
        yield
    finally:
        enough.set()
        for one in running:
            one.join()


def connected(page: Page) -> None:
    """Wait until the window has a session at some server, and its run has ended."""
    page.wait_for_selector("[data-testid=stApp][data-test-connection-state=CONNECTED]")
    settled(page)


def kept(cluster: Cluster, words: str) -> None:
    """Wait until what was typed is kept as a draft."""
    database = Database(read_settings({"FIELDWORK_DATABASE_URL": cluster.database_url}))
    until = time.monotonic() + 30
    found = False
    while not found:
        assert time.monotonic() < until, words
        time.sleep(0.1)
        with database.read() as session:
            found = any(words in str(content) for content in session.scalars(select(Draft.content)))
    database.dispose()


def test_a_window_goes_on_at_another_server_with_what_was_typed(
    cluster: Cluster, page: Page
) -> None:
    page.goto(f"{cluster.url}/sign-in")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()
    page.goto(f"{cluster.url}/record?start=new")
    settled(page)
    type_into(page, "Field", "Nurse")
    settled(page)
    takeaway = page.get_by_label("What I take away")
    takeaway.click()
    page.keyboard.type("Nobody told me about the nights")
    page.keyboard.press("Control+Enter")
    kept(cluster, "about the nights")
    told: Counter[int] = Counter()
    first = cluster.with_the_window()
    with load(cluster.url, told):
        first.kill()
        second = cluster.with_the_window()
        connected(page)
        expect(takeaway).to_have_value("Nobody told me about the nights")
        expect(page).to_have_url(re.compile("/record"))
    assert second is not first
    page.reload()
    settled(page)
    expect(takeaway).to_have_value("Nobody told me about the nights")
    assert set(told) == {200}, told

    page.goto(f"{cluster.url}/skills?fields=Data+analyst")
    settled(page)
    filtered = page.get_by_text("named in 1 of 1 fields").first
    expect(filtered).to_be_visible()
    cluster.with_the_window().kill()
    cluster.with_the_window()
    connected(page)
    expect(filtered).to_be_visible()
    expect(page).to_have_url(re.compile(r"/skills\?fields=Data"))
