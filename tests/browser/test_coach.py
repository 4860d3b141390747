"""From Share to a link in the clipboard, and through it: what a coach reads and leaves."""

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

from lib.screens import SCREENS
from tests.browser.answered import settled
from tests.browser.conftest import Server, visit

MOST_PRESSES = 4


@pytest.fixture
def link(context: BrowserContext, page: Page, server: Server) -> str:
    """A link that was made and copied on the Share screen, in few presses."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, f"{server.url}/links")
    presses = 0

    def press(what: Locator) -> None:
        nonlocal presses
        presses += 1
        what.click()

    if not page.get_by_role("button", name="Make the link").is_visible():
        press(page.get_by_text("Make a link", exact=True))
    press(page.get_by_role("button", name="Make the link"))
    shown = page.get_by_test_id("stCode").first
    expect(shown).to_contain_text("?share=")
    shown.hover()
    press(shown.get_by_role("button", name="Copy to clipboard"))
    assert presses <= MOST_PRESSES
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"\?share=[\w-]{43}$", copied)
    return copied


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [one["id"] for one in found if one["impact"] in {"serious", "critical"}]


def test_a_copied_link_opens_at_a_glance_and_a_remark_comes_back(
    context: BrowserContext, page: Page, server: Server, link: str
) -> None:
    coach = context.new_page()
    visit(coach, link)
    expect(coach.get_by_role("heading", name="At a glance")).to_be_visible()
    coach.get_by_text("Write", exact=True).click()
    coach.get_by_label("In your words").fill("Ask about <b>nights</b> & $pay$")
    coach.get_by_role("button", name="Send", exact=True).click()
    expect(coach.get_by_text("Sent.")).to_be_visible()
    settled(coach)
    assert serious(coach) == []
    visit(page, f"{server.url}/comments")
    expect(page.get_by_text("Ask about <b>nights</b> & $pay$").first).to_be_visible()
    expect(page.get_by_text("Through the link “My coach”").first).to_be_visible()
    assert serious(page) == []


FIVE = {
    "Which fields, and what do they pay?": "entry pay: $",
    "Now, and where it leans": "is ahead",
    "What is missing": "nobody asked",
    "What would help next": "teaches most",
}
"""Where the first screen answers which fields, what pays, why, what is missing and what next."""


def test_the_first_screen_alone_answers_the_five_questions_of_a_coach(
    context: BrowserContext, link: str
) -> None:
    """With what is chosen by default: nothing is scrolled, pressed or released."""
    coach = context.new_page()
    coach.set_viewport_size({"width": 1280, "height": 900})
    visit(coach, link)
    for question, answer in FIVE.items():
        expect(coach.get_by_role("heading", name=question)).to_be_in_viewport(ratio=1)
        expect(coach.get_by_text(answer).first).to_be_in_viewport()
    expect(coach.get_by_role("button", name="Propose a question")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_telephone_every_screen_of_a_link_fits_and_is_read_aloud(
    context: BrowserContext, link: str, scheme: Literal["light", "dark"]
) -> None:
    coach = context.new_page()
    coach.emulate_media(color_scheme=scheme)
    coach.set_viewport_size({"width": 390, "height": 844})
    address, _, token = link.partition("?")
    for screen in SCREENS:
        visit(coach, f"{address}{'' if screen == 'opening' else screen}?{token}")
        expect(coach.get_by_role("heading", level=1, name=SCREENS[screen])).to_be_visible()
        settled(coach)
        assert coach.evaluate("document.documentElement.scrollWidth") <= 390, screen
        assert serious(coach) == [], screen


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_telephone_a_remark_is_left_at_a_figure_and_stands_there_with_the_answer(
    context: BrowserContext, page: Page, server: Server, link: str, scheme: Literal["light", "dark"]
) -> None:
    coach, text = context.new_page(), f"Is R meant here? {scheme}"
    coach.emulate_media(color_scheme=scheme)
    coach.set_viewport_size({"width": 390, "height": 844})
    visit(coach, link.replace("?", "skills?"))
    coach.get_by_role("button", name="Leave a remark here").first.click()
    coach.get_by_label("In your words").first.fill(text)
    settled(coach)
    assert serious(coach) == []
    coach.get_by_role("button", name="Send", exact=True).first.press("Enter")
    expect(coach.get_by_text("Sent.")).to_be_visible()
    expect(coach.get_by_role("paragraph").filter(has_text=text)).to_be_visible()
    visit(page, f"{server.url}/skills")
    mine = page.get_by_test_id("stVerticalBlock").filter(has_text=text).last
    mine.get_by_role("button", name="Answer").click()
    page.get_by_label("Your answer").fill(f"Yes, {scheme}")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.locator("blockquote").filter(has_text=f"Yes, {scheme}")).to_be_visible()
    coach.reload()
    expect(coach.locator("blockquote").filter(has_text=f"Yes, {scheme}")).to_be_visible()
