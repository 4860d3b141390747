"""What is typed while PostgreSQL does not answer stays on the screen, and is kept by itself."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.away import OneDatabase, OverTCP
from tests.browser.answered import settled
from tests.browser.conftest import Server, serve, visit
from tests.browser.test_record import bar, type_into

AWAY = re.compile("The database cannot be reached.*this window goes on by itself")


@pytest.fixture(params=[OneDatabase, OverTCP], ids=["socket", "tcp"])
def away(request: pytest.FixtureRequest, postgres: str) -> Iterator[OneDatabase]:
    made = request.param(postgres)
    yield made
    made.drop()


@pytest.fixture
def on_it(away: OneDatabase, tmp_path: Path) -> Iterator[Server]:
    yield from serve(tmp_path, more={"FIELDWORK_DATABASE_URL": away.address})


def test_what_is_typed_stays_and_is_kept_without_a_press_once_it_is_back(
    page: Page, on_it: Server, away: OneDatabase
) -> None:
    visit(page, f"{on_it.url}/record?start=new")
    type_into(page, "Field", "Nurse")
    takeaway = page.get_by_label("What I take away")
    takeaway.click()
    away.gone()
    page.keyboard.type("Nobody told me about the nights")
    page.keyboard.press("Control+Enter")
    notice = page.get_by_test_id("stAlert").get_by_text(AWAY)
    expect(notice).to_be_visible()
    expect(takeaway).to_have_value("Nobody told me about the nights")
    page.keyboard.type(", nor the rota")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_timeout(3_000)
    expect(takeaway).to_have_value("Nobody told me about the nights, nor the rota")
    away.back()
    expect(notice).to_be_hidden(timeout=30_000)
    settled(page)
    expect(bar(page).get_by_text("kept as a draft")).to_be_visible()
    expect(takeaway).to_have_value("Nobody told me about the nights, nor the rota")
    page.reload()
    settled(page)
    expect(page.get_by_label("What I take away")).to_have_value(
        "Nobody told me about the nights, nor the rota"
    )


def test_a_window_that_opens_meanwhile_says_so_and_opens_by_itself(
    page: Page, on_it: Server, away: OneDatabase
) -> None:
    away.gone()
    page.goto(f"{on_it.url}/record")
    notice = page.get_by_test_id("stAlert").get_by_text(AWAY)
    expect(notice).to_be_visible()
    away.back()
    expect(page.get_by_role("heading", name="Write up")).to_be_visible(timeout=30_000)
    expect(notice).to_be_hidden()
