"""Official figures as somebody meets them: searched for and chosen under Profile, read on Pay."""

import re

from playwright.sync_api import Page, expect

from tests.browser.answered import settled
from tests.browser.conftest import Server, visit


def test_an_occupation_is_searched_for_chosen_and_drawn(page: Page, server: Server) -> None:
    visit(page, f"{server.url}/profile")
    field = page.get_by_role("combobox", name="Field", exact=True)
    field.click()
    field.fill("Environmental")
    expect(page.get_by_role("option")).to_have_count(1)
    field.press("Enter")
    expect(page.get_by_text("Official pay for Environmental health")).to_be_visible()
    page.get_by_role("button", name="Hold it against nothing").click()
    expect(page.get_by_text("No official figures are drawn for it any more.")).to_be_visible()
    search = page.get_by_role("textbox", name="Search the official occupations")
    search.fill("wedler")
    search.press("Enter")
    settled(page)
    expect(page.get_by_role("combobox", name="Occupation")).to_have_value(
        re.compile("Welders, Cutters")
    )
    page.get_by_role("button", name="Hold it against this").click()
    expect(
        page.get_by_text("Welders, Cutters, Solderers, and Brazers, United States")
    ).to_be_visible()
    visit(page, f"{server.url}/pay")
    expect(page.get_by_text("Environmental health: Welders, Cutters")).to_be_visible()
