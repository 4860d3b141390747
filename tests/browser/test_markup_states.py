"""Typed and brought text that would like to be code, in states of pages: a conversation that is
open, a file before it is brought in, what is refused, what an import asks."""

import csv
import io
from collections.abc import Iterator
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect

from lib.commands.explorers import the_explorer
from lib.records import NoteLine
from lib.settings import read_settings
from lib.storage.database import open_database
from tests.browser.acted import ACTED
from tests.browser.answered import settled
from tests.browser.conftest import serve, visit, watched
from tests.browser.test_wire import open_all
from tests.factories import a_person, an_interview
from tests.seeded import CODE

EVIL = CODE[9]
"""An image, a face, an arrow, a colour."""


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, UUID]]:
    """The address of a server that knows one person of an evil name, and the conversation."""
    folder = tmp_path_factory.mktemp("states")
    database = open_database(read_settings({"FIELDWORK_DATA_DIR": str(folder)}))
    with database.write() as session:
        me = the_explorer(session)
        person = a_person(EVIL, organisation=EVIL, role=EVIL)
        notes = [NoteLine(text=EVIL)]
        kept = an_interview(session, me, f"F {EVIL}", person=person, notes=notes)
    database.dispose()
    served = serve(folder)
    yield next(served).url, kept
    next(served, None)


@pytest.fixture
def window(opened: tuple[str, UUID], browser: Browser) -> Iterator[Page]:
    """Fails in the end on a request to another host, an error in a page or in the server."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield from watched(context.new_page())
    context.close()


def nothing_acted(window: Page) -> bool:
    open_all(window)
    acted = window.evaluate(ACTED)
    return bool(acted == [] and window.evaluate("window.broken === undefined"))


def test_this_computer_allows_no_other_host(window: Page, opened: tuple[str, UUID]) -> None:
    answer = window.goto(opened[0])
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy


def test_an_open_conversation(window: Page, opened: tuple[str, UUID]) -> None:
    visit(window, f"{opened[0]}/record?interview={opened[1]}")
    expect(window.get_by_text("![pixel]").first).to_be_visible()
    assert nothing_acted(window)


def test_a_figure_that_is_refused(window: Page, opened: tuple[str, UUID]) -> None:
    visit(window, f"{opened[0]}/record?interview={opened[1]}")
    window.get_by_label("Add a figure").fill(EVIL)
    window.get_by_label("Add a figure").press("Enter")
    settled(window)
    expect(window.get_by_text("Not saved yet").first).to_be_visible()
    assert nothing_acted(window)


def test_own_pay_that_is_refused(window: Page, opened: tuple[str, UUID]) -> None:
    visit(window, f"{opened[0]}/profile")
    pay = window.get_by_label("What I earn", exact=False).first
    pay.fill(EVIL)
    pay.press("Enter")
    window.get_by_role("button", name="Save", exact=False).first.click()
    settled(window)
    expect(window.get_by_test_id("stAlert").first).to_be_visible()
    assert nothing_acted(window)


def test_a_file_its_questions_and_what_it_refuses(window: Page, opened: tuple[str, UUID]) -> None:
    text = io.StringIO(newline="")
    write = csv.writer(text)
    write.writerow(["field", "person", "organisation", "held_on", f"H {EVIL}"])
    write.writerow([f"F {EVIL}", EVIL, "Another", "2026-03-04", EVIL])
    write.writerow([f"F {EVIL}", "Bo", "", EVIL, ""])
    visit(window, f"{opened[0]}/data")
    name = f"{EVIL.replace('/', '')}.csv"
    window.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": text.getvalue().encode()}
    )
    expect(window.get_by_text("Refused.", exact=True)).to_be_visible()
    expect(window.get_by_text("who is here", exact=False).first).to_be_visible()
    assert nothing_acted(window)


def test_a_file_that_cannot_be_read(window: Page, opened: tuple[str, UUID]) -> None:
    visit(window, f"{opened[0]}/data")
    window.locator("input[type=file]").set_input_files(
        {"name": "a.json", "mimeType": "application/json",
         "buffer": ('{"format": "fieldwork/1", "' + EVIL.replace('"', "") + '": 1}').encode()}
    )  # fmt: skip
    expect(window.get_by_test_id("stAlert").first).to_be_visible()
    assert nothing_acted(window)
