"""The report in Chromium, opened from disk: charts without a network, and nothing typed acts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from lib.access.links import Scope, of_a_file
from lib.commands.explorers import the_explorer
from lib.report import made
from lib.settings import read_settings
from lib.storage.database import open_database
from tests.factories import field_id
from tests.seeded import CODE, FIELDS, KEPT_IN, a_released_link, everything_typed


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report in which every text that was typed would like to be code."""
    folder = tmp_path_factory.mktemp("report")
    database = open_database(read_settings({"FIELDWORK_DATA_DIR": str(folder)}))
    with database.write() as session:
        me = the_explorer(session)
        everything_typed(session, me)
        link = a_released_link(session, me)
        fields = [field_id(session, me, name) for name in FIELDS]
        scope = Scope(quotes=True)
        share = of_a_file(session, me, fields=fields, scope=scope, wording=link)
        made_of = made(session, share, worded=True, endings=[".html"], say=print)
    database.dispose()
    written = folder / "report.html"
    written.write_bytes(made_of[".html"])
    return written


@pytest.fixture(params=[1280, 390])
def window(request: pytest.FixtureRequest, browser: Browser, file: Path) -> Iterator[Page]:
    """The report, opened; any request but for itself, and any error in it, fails the test."""
    context = browser.new_context(viewport={"width": request.param, "height": 900}, offline=True)
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.goto(file.as_uri())
    expect(page.locator(".chart:not(:has(svg))")).to_have_count(0)
    yield page
    context.close()
    assert asked == [file.as_uri()]
    assert wrong == []


def test_every_chart_is_drawn_and_nothing_typed_acts(window: Page) -> None:
    assert window.locator(".chart svg").count() > 8
    assert window.evaluate("window.broken === undefined")
    assert window.locator("img, iframe, object, body svg[onload]").count() == 0
    assert window.evaluate("getComputedStyle(document.body).display") == "block"
    expect(window.get_by_role("heading", level=1)).to_contain_text(CODE[1])
    expect(window.get_by_role("heading", level=3, name=CODE[0])).to_be_visible()
    shown = window.locator("body").inner_text()
    assert not [word for word in KEPT_IN if f" {word} " in shown]


OUTSIDE = """() => [...document.querySelectorAll("body *")]
    .filter(one => !one.closest(".scroll > table"))
    .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map(one => `${one.tagName} ${(one.textContent || "").slice(0, 40)}`)"""
"""Whatever stands beyond the window's edge; a wide table moves within its own frame."""


def test_nothing_stands_beyond_the_windows_edge_and_nothing_is_cut_there(window: Page) -> None:
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert window.evaluate("getComputedStyle(document.body).overflowX") == "visible"
    window.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert window.evaluate(OUTSIDE) == []
    assert window.evaluate(wide) <= 0


def test_it_fits_the_window_and_tells_every_figure_in_a_table(window: Page) -> None:
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert window.evaluate(wide) <= 0
    first = window.get_by_text("The figures in a table").first
    first.focus()
    window.keyboard.press("Enter")
    expect(window.get_by_role("table", name="What was asked, and what not yet?")).to_be_visible()


def test_a_mark_says_what_it_stands_for(window: Page) -> None:
    marks = window.locator(".chart").first.locator("[role=graphics-symbol]")
    marks.first.hover()
    expect(window.locator("#vg-tooltip-element")).to_be_visible()
    assert window.evaluate("window.broken === undefined")


def test_it_can_be_read_by_everybody(window: Page) -> None:
    found = Axe().run(window).response["violations"]
    assert [one["id"] for one in found if one["impact"] in {"serious", "critical"}] == []
