"""My skills as somebody meets them who types into the table: kept through a reload, then saved."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.browser.answered import settled
from tests.browser.conftest import Server, visit

CARRIED = [f"Skill number {place}" for place in range(1, 61)]


def table(page: Page, place: int = 0) -> Locator:
    return page.get_by_test_id("stDataFrame").nth(place)


def cell(page: Page, grid: Locator, column: int, row: int) -> None:
    """Choose a cell by the keyboard, from the first one."""
    grid.locator(".dvn-scroller").click(position={"x": 60, "y": 35 + 17})
    for key in ["ArrowRight"] * column + ["ArrowDown"] * row:
        page.keyboard.press(key)


def write(page: Page, text: str) -> None:
    """Type over the chosen cell."""
    page.keyboard.press("Enter")
    editor = page.locator("#portal textarea")
    expect(editor).to_be_focused()
    editor.fill(text)
    page.keyboard.press("Enter")
    settled(page)


def test_a_place_typed_into_the_table_outlives_a_reload_and_is_saved(
    page: Page, server: Server
) -> None:
    visit(page, f"{server.url}/profile")
    cell(page, table(page), column=3, row=1)
    write(page, "Eleven years of it")
    save = page.get_by_role("button", name="Save 1 change")
    expect(save).to_be_visible()
    visit(page, f"{server.url}/profile")
    expect(save).to_be_visible()
    save.click()
    expect(page.get_by_text("Saved 1 change.").first).to_be_visible()
    expect(page.get_by_role("button", name="Nothing changed")).to_be_visible()
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("Taken back.").first).to_be_visible()


def test_sixty_pasted_skills_are_read_and_one_is_left_out(page: Page, server: Server) -> None:
    visit(page, f"{server.url}/profile")
    page.get_by_role("radio", name="A list or a file").click()
    settled(page)
    page.get_by_label("Paste your skills").fill("\n".join(CARRIED))
    page.get_by_role("button", name="Read the list").click()
    expect(page.get_by_role("button", name="Save 60 skills")).to_be_visible()
    settled(page)
    cell(page, table(page, 1), column=0, row=1)
    page.keyboard.press("Space")
    settled(page)
    page.get_by_role("button", name="Save 59 skills").click()
    expect(page.get_by_text("Saved 59 skills.").first).to_be_visible()
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_text("Taken back.").first).to_be_visible()


def test_profile_and_names_have_no_serious_fault_for_a_screen_reader(
    page: Page, server: Server
) -> None:
    visit(page, f"{server.url}/profile")
    found = Axe().run(page).response["violations"]
    assert [v["id"] for v in found if v["impact"] in {"serious", "critical"}] == []
