"""From Share to a link in the clipboard, and through it: what a coach reads and leaves."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, expect

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
