"""From Whom next to a prepared conversation by keyboard alone, seen in a second window."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.answered import settled
from tests.browser.conftest import Server, visit
from tests.browser.test_prepared import samples

__all__ = ["samples"]
MOST = 150
NAMED = """() => {
  const one = document.activeElement
  return (one?.getAttribute('aria-label') || one?.innerText || one?.value || '').trim()
}"""


def tab_to(page: Page, name: str) -> None:
    """Tab until something of this name has the focus."""
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if re.search(name, str(page.evaluate(NAMED))):
            return
    raise AssertionError(f"{name} is not reached by Tab")


def press(page: Page, name: str, key: str = "Enter") -> None:
    tab_to(page, name)
    page.keyboard.press(key)
    settled(page)


def to_the_step(page: Page, name: str) -> None:
    """The bar is one stop of Tab; arrows choose within it."""
    chosen = page.get_by_role("radio", name=re.compile(name))
    tab_to(page, r"(Ask|Prepare|Talk)$")
    for _ in range(6):
        if re.search(name, str(page.evaluate(NAMED))):
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    settled(page)
    expect(chosen).to_be_checked()


def test_a_conversation_is_asked_for_settled_and_prepared_without_a_pointer(
    page: Page, samples: Server
) -> None:
    visit(page, f"{samples.url}/whom_next")
    expect(page.get_by_text("Zora Quill")).to_be_visible()
    press(page, "^Ask$")
    page.wait_for_url(re.compile("talk="))
    expect(page.get_by_role("heading", name="Zora Quill")).to_be_visible()
    settled(page)
    press(page, "I have sent it")
    expect(page.get_by_text(re.compile("^Sent on "))).to_be_visible()
    press(page, "It is agreed")
    expect(page.get_by_role("button", name="Calendar file")).to_be_visible()
    to_the_step(page, "Prepare")
    press(page, "Take this agenda")
    questions = page.get_by_text(re.compile(r"^\d+ min · "))
    expect(questions.first).to_be_visible()
    first, second = questions.nth(0).inner_text(), questions.nth(1).inner_text()
    press(page, "^(Later: |arrow_downward)")
    expect(questions.nth(0)).to_have_text(second)
    other = page.context.new_page()
    visit(other, page.url)
    settled(other)
    there = other.get_by_text(re.compile(r"^\d+ min · "))
    expect(there.nth(0)).to_have_text(second)
    expect(there.nth(1)).to_have_text(first)
    found = Axe().run(other).response["violations"]
    assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
