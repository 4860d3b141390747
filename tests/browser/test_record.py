"""The Record screen as somebody meets it who types: presses counted, reloads, two windows."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.answered import settled
from tests.browser.conftest import Server, visit, watched

LINES = {
    "you have to triage when three bells ring": ("skill", "Triage"),
    "IV lines": ("skill", "Cannulation"),
    "talking to families": ("skill", "Breaking bad news"),
    "two years of evening school": ("training", "Nursing diploma"),
    "a course for the license": ("training", "License course"),
    "starts around 31k": ("pay", "31k USD/year"),
    "the union rate is posted": ("pay", "40-44k USD/year"),
    "the team carries you": ("good", "Colleagues and clients"),
    "nights are what breaks people": ("hard", "Night shifts"),
    "charting, endless charting": ("hard", "Paperwork"),
    "after five years you lead a ward": ("step", "Ward lead"),
    "they will always need us": ("outlook", "growing"),
}
"""Twelve lines, the one press each, and what is then typed with Enter."""


@pytest.fixture
def other(context: BrowserContext) -> Iterator[Page]:
    """A second window of the same reader."""
    yield from watched(context.new_page())


def bar(page: Page) -> Locator:
    return page.get_by_test_id("stBottom")


def said(page: Page, words: str) -> None:
    """The bar at the foot says so, to the letter: "As saved." is not "Saved."."""
    expect(bar(page).get_by_text(re.compile(re.escape(words)))).to_be_visible(timeout=15_000)
    settled(page)


def type_into(page: Page, label: str, text: str) -> None:
    """Typing and Enter: one press, whatever is being offered."""
    box = page.get_by_role("combobox", name=label)
    box.click()
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    settled(page)


def a_saved_one(page: Page, server: Server, field: str) -> str:
    """The address of a conversation, typed and saved."""
    visit(page, f"{server.url}/record?start=new")
    type_into(page, "Field", field)
    type_into(page, "Status", "requested")
    page.get_by_role("button", name="Save", exact=True).click()
    said(page, "Saved.")
    expect(page).to_have_url(re.compile("interview="))
    return page.url


def test_twelve_findings_from_pasted_notes_take_at_most_two_presses_each(
    page: Page, server: Server
) -> None:
    visit(page, f"{server.url}/record?start=paste")
    page.get_by_label("Paste your notes").fill("\n".join(f"- {line}" for line in LINES))
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("toolbar", name="What this line says")).to_have_count(12)
    presses = 0
    for line, (mark, _) in LINES.items():
        marks = page.get_by_role("toolbar", name=f"What this line says: {line}")
        marks.get_by_role("button", name=mark, exact=True).click()
        presses += 1
        settled(page)
    expect(page.get_by_role("button", name="Remove", exact=True)).to_have_count(12)
    naming = page.get_by_role("combobox", name=re.compile(r"^(Which|What is it about|Where)"))
    named = []
    naming.click()
    left = page.get_by_text(re.compile("^Still to be named: "))
    while left.count():
        before = left.inner_text()
        box = page.get_by_test_id("stVerticalBlock").filter(has=naming).last
        quote = box.get_by_test_id("stCaptionContainer").inner_text().strip("“”")
        named.append(LINES[quote][1])
        page.keyboard.type(named[-1])
        page.keyboard.press("Enter")
        presses += 1
        expect(page.get_by_text(before, exact=True)).to_have_count(0)  # it was taken
        settled(page)
    assert named  # "the union rate is posted" holds no figure
    assert presses <= 2 * len(LINES)
    for name in named:
        assert name in all_values(page)


def all_values(page: Page) -> list[str]:
    values = page.locator("input").evaluate_all("all => all.map(box => box.value)")
    return [str(value) for value in values]


def test_a_reload_brings_back_what_was_typed(page: Page, server: Server) -> None:
    visit(page, f"{server.url}/record?start=new")
    type_into(page, "Field", "Beekeeper")
    page.get_by_label("What I take away").fill("Half a sentence")
    page.get_by_label("Role on that day").click()
    settled(page)
    said(page, "Not saved yet; kept as a draft.")
    page.reload()
    settled(page)
    expect(page.get_by_role("combobox", name="Field")).to_have_value("Beekeeper")
    expect(page.get_by_label("What I take away")).to_have_value("Half a sentence")
    bar(page).get_by_role("button", name="Throw away").click()
    page.get_by_role("button", name="Yes, throw it away").click()
    expect(page.get_by_text("You left this unfinished")).to_have_count(0)


def test_the_way_from_another_page_leads_back_into_the_half_filled_form(
    page: Page, server: Server
) -> None:
    visit(page, f"{server.url}/record?start=new")
    type_into(page, "Field", "Glazier")
    page.get_by_role("link", name="Profile").click()
    expect(page.get_by_role("heading", name="Profile")).to_be_visible()
    page.get_by_role("link", name="Write up").click()
    expect(page.get_by_role("combobox", name="Field")).to_have_value("Glazier")
    bar(page).get_by_role("button", name="Throw away").click()
    page.get_by_role("button", name="Yes, throw it away").click()


def test_one_skill_after_the_other_is_typed_without_the_mouse(page: Page, server: Server) -> None:
    visit(page, f"{server.url}/record?start=new")
    box = page.get_by_role("combobox", name="Add a skill")
    box.click()
    for word in ("Planing", "Jointing", "Sharpening"):
        expect(box).to_be_focused()
        expect(box).to_have_value("")
        page.keyboard.type(word)
        page.keyboard.press("Enter")
        settled(page)
        expect(page.get_by_role("combobox", name="Skill", exact=True).last).to_have_value(word)
    bar(page).get_by_role("button", name="Throw away").click()
    page.get_by_role("button", name="Yes, throw it away").click()


def test_two_windows_lose_nothing(page: Page, other: Page, server: Server) -> None:
    address = a_saved_one(page, server, "Bookbinder")
    visit(other, address)
    type_into(other, "Add a skill", "Sewing signatures")
    other.get_by_label("What I take away").fill("From the other window")
    other.get_by_role("button", name="Save", exact=True).click()
    said(other, "Saved.")
    type_into(page, "Add a skill", "Gilding")
    page.get_by_label("What I take away").fill("From this window")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("This was changed in another window, too")).to_be_visible()
    expect(page.get_by_text("From the other window")).to_be_visible()
    page.get_by_role("radio", name="Keep this window's").click()
    page.get_by_role("button", name="Save both together").click()
    said(page, "Saved.")
    other.reload()
    settled(other)
    expect(other.get_by_label("What I take away")).to_have_value("From this window")
    assert {"Sewing signatures", "Gilding"} <= set(all_values(other))


def test_save_pressed_twice_saves_once(page: Page, server: Server) -> None:
    visit(page, f"{server.url}/record?start=new")
    type_into(page, "Field", "Cooper")
    type_into(page, "Status", "requested")
    page.get_by_role("button", name="Save", exact=True).dblclick()
    said(page, "Saved.")
    visit(page, f"{server.url}/record")
    page.get_by_role("combobox", name="Open a conversation").click()
    page.keyboard.type("Cooper")
    expect(page.get_by_role("option", name=re.compile("Cooper"))).to_have_count(1)


def test_what_is_typed_when_save_is_pressed_is_saved(page: Page, server: Server) -> None:
    address = a_saved_one(page, server, "Thatcher")
    visit(page, address)  # what was said of the first time is gone
    said(page, "As saved.")
    page.get_by_label("What I take away").fill("Still in the box")
    page.get_by_role("button", name="Save", exact=True).click()
    said(page, "Saved.")
    visit(page, address)
    expect(page.get_by_label("What I take away")).to_have_value("Still in the box")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_fits_its_window_and_names_everything(
    page: Page, server: Server, scheme: str, width: int
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, f"{server.url}/record")
    page.get_by_role("button", name=re.compile("Claire Aubertine")).click()
    expect(page.get_by_role("heading", name="What they said")).to_be_visible()
    settled(page)
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= width
    found = Axe().run(page, "[data-testid=stMain]").response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
