"""The row of screens in Chromium: the present one marked, one press to any other, a telephone."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from lib.access.links import Scope
from lib.commands.explorers import the_explorer
from lib.commands.links import make_link
from lib.commands.samples import load_samples
from lib.filters import EVERYTHING
from lib.queries.fields import fields
from lib.screens import EXPLORE, OWN, SCREENS
from lib.settings import read_settings
from lib.storage.database import open_database
from tests.browser.answered import settled
from tests.browser.conftest import Server, serve, visit
from tests.factories import an_interview

TITLES = [*EXPLORE.values(), *OWN.values()]


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """The samples with one talk overdue, and the address of a link to all of the fields."""
    folder: Path = tmp_path_factory.mktemp("linked")
    database = open_database(read_settings({"FIELDWORK_DATA_DIR": str(folder)}))
    with database.write() as session:
        me = the_explorer(session)
        load_samples(session, me)
        an_interview(session, me, status="scheduled", planned_on=date(2026, 1, 5))
        ids = [UUID(str(one)) for one in fields(session, me, EVERYTHING)["field_id"]]
        token = make_link(session, me, label="Ana", fields=ids, scope=Scope(), days=9)[1]
    database.dispose()
    for running in serve(folder):
        yield running, f"?share={token}"


def row(page: Page) -> list[str]:
    """The names in the row, without what waits there."""
    links = page.get_by_role("navigation").get_by_role("link")
    return [words.partition(" · ")[0] for words in links.all_inner_texts()]


def marked(page: Page) -> list[str]:
    """The screens that are said to be the present one."""
    links = page.locator("a[aria-current=page]").all_inner_texts()
    return [words.partition(" · ")[0] for words in links]


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [one["id"] for one in found if one["impact"] in {"serious", "critical"}]


def test_every_screen_stands_in_the_row_one_press_away_and_is_marked(
    page: Page, server: Server
) -> None:
    visit(page, server.url)
    assert row(page) == TITLES
    for title in [*TITLES[1:], "Overview"]:
        page.get_by_role("navigation").get_by_role("link", name=title).click()
        expect(page).to_have_title(f"{title} · Fieldwork")
        expect(page.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()
        expect(page.locator("a[aria-current=page]")).to_contain_text(title)
        assert marked(page) == [title]
    expect(page.get_by_role("img", name="Logo")).to_be_visible()
    assert serious(page) == []


def test_what_is_due_stands_in_the_row_and_not_in_the_windows_name(
    page: Page, linked: tuple[Server, str]
) -> None:
    visit(page, linked[0].url)
    first = page.get_by_role("navigation").get_by_role("link").first
    expect(first).to_have_text("Overview · 1 due")
    expect(page).to_have_title("Overview · Fieldwork")


def test_a_link_has_the_same_row_of_its_own_screens(page: Page, linked: tuple[Server, str]) -> None:
    running, address = linked
    visit(page, f"{running.url}/{address}")
    assert row(page) == list(SCREENS.values())
    expect(page).to_have_title("Ines Halloran · At a glance · Fieldwork")
    page.get_by_role("navigation").get_by_role("link", name="Pay").click()
    expect(page).to_have_title("Ines Halloran · Pay · Fieldwork")
    icon = page.locator("link[rel='shortcut icon'], link[rel=icon]").first
    expect(icon).to_have_attribute("href", re.compile("^data:image/svg"))
    assert marked(page) == ["Pay"]
    assert serious(page) == []


@pytest.mark.parametrize("coach", [False, True], ids=["explorer", "coach"])
def test_on_a_telephone_the_menu_closes_over_the_chosen_screen(
    page: Page, linked: tuple[Server, str], coach: bool
) -> None:
    running, address = linked
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, f"{running.url}/compare{address if coach else ''}")
    menu = page.get_by_test_id("stSidebar")
    for title in ("Pay", "Skills"):
        page.get_by_test_id("stExpandSidebarButton").click()
        expect(menu.get_by_role("link", name=title)).to_be_in_viewport()
        assert len(row(page)) == len(SCREENS if coach else TITLES)
        assert serious(page) == []
        menu.get_by_role("link", name=title).click()
        expect(page.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()
        settled(page)
        expect(menu.get_by_role("link", name=title)).not_to_be_in_viewport()
    assert serious(page) == []


@pytest.mark.parametrize("coach", [False, True], ids=["explorer", "coach"])
def test_filters_go_along_to_every_screen_of_explore_and_back(
    page: Page, linked: tuple[Server, str], coach: bool
) -> None:
    """Three screens with a filter are three entries of the history, and a reload keeps it."""
    running, address = linked
    shown = page.get_by_text(re.compile("^Shown: Data analyst, 1 of"))
    screen = page.get_by_role("navigation").get_by_role("link")

    def is_there(title: str) -> None:
        expect(page.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()
        expect(shown).to_be_visible()
        settled(page)
        asked = parse_qs(urlsplit(page.url).query)
        assert asked["fields"] == ["Data analyst"]
        assert ("share" in asked) == coach

    visit(page, f"{running.url}/compare{address if coach else ''}")
    page.get_by_role("button", name="Data analyst · 9").click()
    is_there("Compare")
    before = page.evaluate("history.length")
    for title in ("Pay", "Skills", "Day to day"):
        screen.filter(has_text=title).click()
        is_there(title)
    assert page.evaluate("history.length") == before + 3
    for title in ("Skills", "Pay", "Compare"):
        page.go_back()
        is_there(title)
    page.go_forward()
    is_there("Pay")
    page.reload()
    is_there("Pay")
    page.get_by_role("button", name="Show everything").click()
    expect(shown).to_have_count(0)


def test_a_filter_waits_while_another_screen_is_looked_at(page: Page, server: Server) -> None:
    visit(page, f"{server.url}/pay?fields=Technical+writer&fields=Nowhere")
    expect(page.get_by_text("There is no field “Nowhere” here.")).to_be_visible()
    for title in ("People", "Getting in"):
        page.get_by_role("navigation").get_by_role("link", name=title).click()
        expect(page.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()
        settled(page)
    expect(page.get_by_text(re.compile("^Shown: Technical writer, 1 of"))).to_be_visible()
    expect(page).to_have_url(re.compile("/getting_in.*fields=Technical"))
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="People")).to_be_visible()
    assert page.url.endswith("/people")


def test_an_address_that_leads_nowhere_says_so_with_a_press_to_go_on(
    page: Page, linked: tuple[Server, str]
) -> None:
    """The first screen under its own name, a screen that never was, an unknown conversation."""
    running, address = linked
    visit(page, f"{running.url}/overview")
    expect(page).to_have_title("Overview · Fieldwork")
    for link in ("", address):
        visit(page, f"{running.url}/nowhere{link}")
        expect(page.get_by_text("There is no screen “nowhere” at this address.")).to_be_visible()
        expect(page).to_have_title(re.compile("Not here · Fieldwork$"))
        assert serious(page) == []
        page.get_by_role("link", name="To the first screen").click()
        first = "At a glance" if link else "Overview"
        expect(page).to_have_title(re.compile(f"{first} · Fieldwork$"))
        expect(page.get_by_role("dialog")).to_have_count(0)
    visit(page, f"{running.url}/conversation?talk=01a22d2a-92af-773d-8ea2-66a232ada6d8")
    expect(page.get_by_text(re.compile("is not there any more"))).to_be_visible()
    expect(page.get_by_role("link", name="Write down a new one")).to_be_visible()


def test_a_link_that_is_not_open_can_be_tried_again(page: Page, linked: tuple[Server, str]) -> None:
    visit(page, f"{linked[0].url}/?share=no-such-link")
    expect(page.get_by_text("This link is not open.")).to_be_visible()
    page.get_by_role("button", name="Look again").click()
    expect(page.get_by_text("This link is not open.")).to_be_visible()
