"""A coach's browser holds nothing that their link hides: every frame, file and download searched.

Nor does anything that was typed act there: every text of the link would like to be code.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from lib.access.links import Scope
from lib.commands.explorers import the_explorer
from lib.commands.links import make_link
from lib.screens import SCREENS
from lib.settings import read_settings
from lib.storage.database import open_database
from tests.browser.acted import ACTED
from tests.browser.answered import settled
from tests.browser.conftest import serve, visit, watched
from tests.browser.wire import Wire
from tests.factories import field_id
from tests.seeded import CODE, FIELDS, KEPT_IN, everything_else, everything_typed, identities
from tests.seeded import released as release_every_text

CLOSED = "details:not([open]):not([inert] details):not([inert])"
EVIDENCE = "Open the evidence for ..."


@dataclass
class Walk:
    """What a coach met on the way through all screens."""

    wire: Wire
    identities: tuple[str, ...]
    screens: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    acted: dict[str, list[str]] = field(default_factory=dict)
    downloads: int = 0
    evidence: int = 0
    broken: bool = True


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Walk]:
    """One walk through every screen of a link, with everything opened and pressed."""
    folder = tmp_path_factory.mktemp("wire")
    database = open_database(read_settings({"FIELDWORK_DATA_DIR": str(folder)}))
    with database.write() as session:
        me = the_explorer(session)
        everything_typed(session, me)
        everything_else(session, me)
        held = [field_id(session, me, name) for name in FIELDS]
        words: dict[str, Any] = {"label": CODE[1], "message": "\n".join(CODE)}
        link, token = make_link(session, me, fields=held, scope=Scope(), days=9, **words)
        release_every_text(session, me, link, CODE)
        walked = Walk(Wire(), tuple(identities(session, me)))
    database.dispose()
    served = serve(folder)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    window = context.new_page()
    watching = watched(window)
    next(watching)
    walked.wire.listen(window)
    window.on("dialog", lambda dialog: walked.dialogs.append(dialog.message))
    visit(window, f"{next(served).url}/?share={token}")
    for name, title in SCREENS.items():
        _one_screen(window, walked, name, title)
    walked.broken = window.evaluate("window.broken !== undefined")
    next(watching, None)  # a request to another host or an error in the page fails here
    context.close()
    yield walked
    next(served, None)  # a traceback in the server's log fails here


def _one_screen(window: Page, walked: Walk, name: str, title: str) -> None:
    window.get_by_test_id("stTopNavLinkContainer").get_by_text(title, exact=True).click()
    expect(window.get_by_role("heading", name=title, level=1)).to_be_visible()
    settled(window)
    open_all(window)
    for place in range(_boxes(window).count()):
        _evidence(window, walked, place)
    for button in window.get_by_test_id("stDownloadButton").all():
        with window.expect_download() as downloading:
            button.get_by_role("button").click()
        got = downloading.value
        walked.wire.saved(got.suggested_filename, got.path())
        walked.downloads += 1
    walked.screens.append(name)
    walked.acted[name] = window.evaluate(ACTED)


def open_all(window: Page) -> None:
    """Every expander that is closed, also those within; what is going away is inert."""
    closed = window.get_by_test_id("stMain").locator(CLOSED)
    while closed.count():
        closed.first.locator("summary").first.click()
        settled(window)


def _boxes(window: Page) -> Locator:
    """By where they stand: while a list is open, nothing beside it has a role."""
    return window.get_by_test_id("stSelectbox").filter(has_text=EVIDENCE)


def _evidence(window: Page, walked: Walk, place: int) -> None:
    """The first of a chart's marks, and what else the first person behind it said."""
    box = _boxes(window).nth(place).locator("input")
    while not box.input_value():  # what is still being drawn above closes the list
        box.focus()
        box.press("ArrowDown")
        box.press("Enter")
        settled(window)
    more = window.get_by_text("What else they said")
    if more.count():
        more.first.click()
        settled(window)
    walked.evidence += 1


def test_everything_was_opened(walk: Walk) -> None:
    assert walk.screens == list(SCREENS)
    assert walk.evidence >= 12
    assert walk.downloads >= 24
    assert walk.wire.tables > 20
    assert walk.wire.frames > 100


def test_no_frame_file_or_download_holds_what_the_link_hides(walk: Walk) -> None:
    words = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in KEPT_IN))
    found = {
        (where, text[max(0, hit.start() - 40) : hit.end() + 40])
        for where, text in walk.wire.said
        for hit in words.finditer(text)
    }
    assert not found


def test_no_frame_file_or_download_holds_an_id_of_the_database(walk: Walk) -> None:
    ids = [UUID(one) for one in walk.identities]
    written = re.compile("|".join(f"{one}|{one.hex}" for one in ids), re.IGNORECASE)
    assert {
        (where, hit[0]) for where, text in walk.wire.said if (hit := written.search(text))
    } == set()
    raw = b"\n".join(walk.wire.raw)
    assert [one for one in ids if one.bytes in raw or one.bytes_le in raw] == []


def test_nothing_typed_acts(walk: Walk) -> None:
    assert not walk.broken
    assert walk.dialogs == []
    assert not {name: acted for name, acted in walk.acted.items() if acted}
