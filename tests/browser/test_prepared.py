"""From "talk to this person" to a prepared conversation in Chromium, its presses counted."""

import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from lib.commands.explorers import the_explorer
from lib.commands.samples import load_samples
from lib.settings import read_settings
from lib.storage.database import open_database
from tests.browser.answered import settled
from tests.browser.conftest import Server, serve, visit
from tests.factories import a_person, an_interview

MOST = 12
CHOSEN = 2 + 2
"""Another day and another hour than those that are proposed: a choice from a list is two."""


@dataclass
class Presses:
    """Each click counts; a download too."""

    page: Page
    count: int = 0

    def press(self, where: Locator) -> None:
        where.click()
        self.count += 1

    def file(self, where: Locator) -> bytes:
        with self.page.expect_download() as made:
            self.press(where)
        return Path(made.value.path()).read_bytes()


@pytest.fixture
def samples(tmp_path: Path) -> Iterator[Server]:
    """The samples, and somebody to ask about a field of which nobody spoke yet."""
    opened = open_database(read_settings({**os.environ, "FIELDWORK_DATA_DIR": str(tmp_path)}))
    with opened.write() as session:
        me = the_explorer(session)
        load_samples(session, me)
        who = a_person("Zora Quill", role="Hygienist")
        an_interview(session, me, "Hygiene", person=who, status="idea", held_on=None)
    opened.dispose()
    yield from serve(tmp_path)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_person_becomes_a_prepared_conversation_in_twelve_presses(
    page: Page, samples: Server, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, f"{samples.url}/whom_next")
    presses = Presses(page)
    expect(page.get_by_text("Zora Quill")).to_be_visible()
    presses.press(page.get_by_role("button", name="Ask", exact=True).first)
    page.wait_for_url(re.compile("talk="))
    expect(page.get_by_role("heading", name="Zora Quill")).to_be_visible()
    expect(page.get_by_role("textbox", name="Message")).to_have_value(re.compile("opening"))
    presses.press(page.get_by_role("button", name="I have sent it"))
    expect(page.get_by_text(re.compile("^Sent on "))).to_be_visible()
    presses.press(page.get_by_role("button", name="It is agreed"))
    expect(page.get_by_role("button", name="Calendar file")).to_be_visible()
    presses.press(page.get_by_role("radio", name=re.compile("Prepare")))
    presses.press(page.get_by_role("button", name="Take this agenda"))
    expect(page.get_by_role("button", name="Take this agenda")).to_be_hidden()
    expect(page.get_by_text(re.compile("of 30 minutes"))).to_be_visible()
    paper = Presses(page).file(page.get_by_role("button", name="One page to print"))
    presses.press(page.get_by_role("radio", name=re.compile("Ask")))
    event = presses.file(page.get_by_role("button", name="Calendar file"))
    assert presses.count + CHOSEN <= MOST
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    (sheet,) = PdfReader(io.BytesIO(paper)).pages
    whole: Any = Calendar.from_ical(event)
    (talk,) = whole.walk("VEVENT")
    for said in (sheet.extract_text(), str(talk["DESCRIPTION"])):
        assert "Whom else should I ask?" in said
