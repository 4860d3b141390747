"""Typed text that would like to be code, in every column, on every page of the explorer."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from lib.commands.explorers import the_explorer
from lib.settings import ROOT, read_settings
from lib.storage.database import open_database
from tests.browser.acted import ACTED
from tests.browser.conftest import serve, visit, watched
from tests.browser.test_wire import open_all
from tests.seeded import code_everywhere, everything_else, everything_typed

FIRST = "overview"
"""The page that has no name in its address."""
PAGES = sorted(
    page.stem
    for page in (ROOT / "pages").glob("*/*.py")
    if page.stem not in {"opening", "sign_in"}  # a coach's: test_wire.py; whoever is nobody's
)


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Page]:
    """Fails in the end on a request to another host, an error in a page or in the server."""
    folder = tmp_path_factory.mktemp("markup")
    database = open_database(read_settings({"FIELDWORK_DATA_DIR": str(folder)}))
    with database.write() as session:
        me = the_explorer(session)
        everything_typed(session, me)
        everything_else(session, me)
        code_everywhere(session, me)
    database.dispose()
    served = serve(folder)
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    watching = watched(opened)
    next(watching)
    visit(opened, next(served).url)
    yield opened
    next(watching, None)
    context.close()
    next(served, None)


@pytest.mark.parametrize("page", PAGES)
def test_what_was_typed_is_shown_as_it_was_typed(window: Page, page: str) -> None:
    dialogs: list[str] = []
    window.on("dialog", lambda dialog: dialogs.append(dialog.message))
    address = window.url.split("/", 3)
    visit(window, f"{address[0]}//{address[2]}/{page.removeprefix(FIRST)}")
    open_all(window)
    assert window.evaluate(ACTED) == []
    assert window.evaluate("window.broken === undefined")
    assert window.get_by_test_id("stException").count() == 0
    assert dialogs == []
