"""From the board to a letter of thanks in Chromium: what is typed outlives a reload."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.answered import settled
from tests.browser.conftest import Server, visit


def serious(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [one["id"] for one in found if one["impact"] in {"serious", "critical"}]


@pytest.mark.parametrize("view", ["Board", "Who+introduced+whom"])
def test_the_views_of_whom_next_are_clean(page: Page, server: Server, view: str) -> None:
    visit(page, f"{server.url}/whom_next?view={view}")
    expect(page.get_by_text("Rosa Delacroix-Ito").first).to_be_attached()
    assert serious(page) == []


def test_a_letter_is_written_and_is_there_after_a_reload(page: Page, server: Server) -> None:
    visit(page, f"{server.url}/whom_next?view=Board")
    page.get_by_role("link", name="Open").last.click()
    page.wait_for_url(re.compile("talk="))
    settled(page)
    page.get_by_role("radio", name=re.compile("Thank")).click()
    letter = page.get_by_role("textbox", name="Letter")
    expect(letter).to_have_value(re.compile("^Dear "))
    will = page.get_by_role("textbox", name="What I will do with them")
    will.fill("I will try the evening course")
    will.press("Enter")
    expect(letter).to_have_value(re.compile("I will try the evening course. I will tell you"))
    settled(page)
    page.reload()
    settled(page)
    expect(letter).to_have_value(re.compile("I will try the evening course. I will tell you"))
    assert serious(page) == []
    with page.expect_download() as made:
        page.get_by_role("button", name="Word file").click()
    assert made.value.suggested_filename == "thank-you.docx"
