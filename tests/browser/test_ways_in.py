"""An empty Fieldwork and the four ways into it, as a new user takes them."""

import re

from playwright.sync_api import Page, expect

from tests.browser.answered import settled
from tests.browser.conftest import Server, visit

SHEET = "field,person,held_on,skills_mandatory\nNurse,Ada Quill,2026-03-04,Triage\n"


def test_look_around_shows_the_samples_and_they_go_in_one_press(
    page: Page, empty_server: Server
) -> None:
    visit(page, empty_server.url)
    page.get_by_role("button", name="Load the sample interviews").click()
    expect(page.get_by_text("sample interviews with invented people")).to_be_visible()
    expect(page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    page.get_by_role("button", name="Remove the samples").click()
    expect(page.get_by_role("heading", name="Look around")).to_be_visible()


def test_paste_my_notes_and_start_writing_lead_to_record(page: Page, empty_server: Server) -> None:
    visit(page, empty_server.url)
    page.get_by_role("link", name="Paste notes").click()
    expect(page).to_have_url(re.compile(r"record\?(start|new)="))
    expect(page.get_by_role("textbox", name="Paste your notes")).to_be_visible()
    visit(page, empty_server.url)
    page.get_by_role("link", name="Start writing").click()
    expect(page).to_have_url(re.compile(r"record\?(start|new)="))


def test_bring_a_file_is_compared_and_written_by_one_press(
    page: Page, empty_server: Server
) -> None:
    visit(page, empty_server.url)
    page.get_by_role("link", name="Choose a file").click()
    settled(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "talks.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    )
    expect(page.get_by_role("button", name="Bring in 1 row")).to_be_visible()
    settled(page)  # a press before all is drawn is one on what goes away
    page.get_by_role("button", name="Bring in 1 row").dblclick()
    expect(page.get_by_text("Brought in: 1 new")).to_be_visible()
    expect(page.get_by_text("Fieldwork now holds 1 conversation.")).to_be_visible()
    visit(page, f"{empty_server.url}/skills")
    expect(page.get_by_text("Skills were asked about in one field only")).to_be_visible()


def test_behind_a_proxy_it_says_how_to_run_it_and_nothing_more(
    page: Page, empty_server: Server
) -> None:
    page.set_extra_http_headers({"X-Forwarded-For": "127.0.0.1"})
    page.goto(empty_server.url)
    expect(page.get_by_text("This Fieldwork is not set up to be opened from here")).to_be_visible()
    expect(page.get_by_role("heading", name="Look around")).to_have_count(0)
    expect(page.get_by_role("navigation")).to_have_count(0)
