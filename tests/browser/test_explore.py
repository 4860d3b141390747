"""The dashboard as a reader meets it: marks that open, filters in the address, pictures, axes."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FloatRect, Page, expect

from tests.browser.answered import settled
from tests.browser.conftest import Server, visit

SCREENS = {
    **{"": "Overview", "compare": "Compare", "skills": "Skills", "getting_in": "Getting in"},
    **{"pay": "Pay", "day_to_day": "Day to day"},
}
EVERY_SCREEN = {
    **SCREENS,
    "whom_next": "Whom next",
    "record": "Write up",
    "people": "People",
    "search": "Search",
    "links": "Share",
    "data": "Data",
    "profile": "Profile",
}


def marks(page: Page) -> list[str]:
    """What can be opened in the first chart, as it is said aloud."""
    chart = page.get_by_test_id("stVegaLiteChart").first
    expect(chart.locator("path[aria-label]").first).to_be_attached(timeout=20_000)
    for _ in range(50):  # a chart that is laid out anew has none for a moment
        labels = chart.locator("path[aria-label]").evaluate_all(
            "all => all.map(mark => mark.getAttribute('aria-label'))"
        )
        if labels:
            return [str(label) for label in labels]
        page.wait_for_timeout(100)
    return []


@pytest.mark.parametrize("path", EVERY_SCREEN)
def test_every_screen_opens_by_its_address(looking: Page, server: Server, path: str) -> None:
    visit(looking, f"{server.url}/{path}")
    expect(looking.get_by_role("heading", name=EVERY_SCREEN[path], exact=True)).to_be_visible()
    expect(looking.get_by_text("Page not found")).to_have_count(0)


@pytest.mark.parametrize("path", SCREENS)
@pytest.mark.parametrize("width", [390, 1600])
def test_charts_fit_their_window(looking: Page, server: Server, path: str, width: int) -> None:
    looking.set_viewport_size({"width": width, "height": 900})
    visit(looking, f"{server.url}/{path}")
    assert marks(looking)
    for chart in looking.get_by_test_id("stVegaLiteChart").all():
        box = chart.locator("svg").first.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width + 1


def test_a_click_on_a_mark_opens_who_said_it(page: Page, server: Server) -> None:
    visit(page, f"{server.url}/skills")
    marks(page)
    chart = page.get_by_test_id("stVegaLiteChart").first
    chart.locator("path[aria-label='SQL in Data analyst, 9/9']").click()
    evidence = page.get_by_text(re.compile("9 people, "))
    expect(evidence).to_be_visible()
    expect(page.get_by_text("Priya Raghunathan").first).to_be_visible()
    expect(page.get_by_role("link", name="Open the conversation").first).to_be_visible()


def test_a_mark_opens_from_the_keyboard(page: Page, server: Server) -> None:
    visit(page, f"{server.url}/skills")
    assert marks(page)
    box = page.get_by_role("combobox", name=re.compile("Open the evidence")).first
    box.click()
    box.fill("Git in Technical writer")
    expect(page.get_by_role("option")).to_have_count(1)
    box.press("Enter")
    expect(page.get_by_text("3 people, 3 conversations")).to_be_visible()


def test_a_filter_lives_in_the_address_over_reloads_and_back(page: Page, server: Server) -> None:
    shown = page.get_by_text(re.compile("^Shown: UX researcher, 1 of"))
    visit(page, f"{server.url}/skills")
    page.get_by_role("button", name="UX researcher · 6").click()
    expect(page).to_have_url(re.compile(r"fields=UX[+]researcher$"))
    expect(shown).to_be_visible()
    page.reload()
    settled(page)
    expect(shown).to_be_visible()
    page.get_by_role("button", name="Show everything").click()
    expect(shown).to_have_count(0)
    page.go_back()
    expect(shown).to_be_visible()
    page.go_forward()
    expect(shown).to_have_count(0)


def test_a_link_with_filters_opens_as_it_was_sent(page: Page, server: Server) -> None:
    visit(page, f"{server.url}/pay?fields=Technical+writer&level=entry")
    words = re.compile("^Shown: Technical writer, 1 of .* fields; entry pay")
    expect(page.get_by_text(words)).to_be_visible()


def test_pay_reads_right_off_its_axis(page: Page, server: Server) -> None:
    """A figure of $60k to $72k lies between the axis' own $60k and its $80k; so does the grey."""
    visit(page, f"{server.url}/pay")
    marks(page)
    chart = page.get_by_test_id("stVegaLiteChart").first
    ticks = chart.locator(".role-axis-label text")
    places = {
        str(tick.text_content()): tick.bounding_box() for tick in ticks.all() if tick.text_content()
    }
    sixty, eighty = places["$60k"], places["$80k"]
    assert sixty is not None
    assert eighty is not None
    per_thousand = (middle(eighty) - middle(sixty)) / 20
    lines = chart.locator(".mark-rule line").evaluate_all(
        "all => all.map(line => { const box = line.getBoundingClientRect();"
        " return [box.left, box.right]; })"
    )
    wanted = middle(sixty), middle(sixty) + 12 * per_thousand
    assert any(abs(left - wanted[0]) < 2 and abs(right - wanted[1]) < 2 for left, right in lines), (
        wanted,
        lines,
    )
    areas = chart.locator(".mark-rect path").evaluate_all(
        "all => all.map(area => { const box = area.getBoundingClientRect();"
        " return [box.left, box.right]; })"
    )
    official = [middle(sixty) + (end - 60) * per_thousand for end in (53.75, 201.55)]
    assert any(all(abs(a - b) < 2 for a, b in zip(area, official, strict=True)) for area in areas)


def middle(box: FloatRect) -> float:
    return box["x"] + box["width"] / 2


def test_picture_and_figures_are_downloaded(page: Page, server: Server) -> None:
    visit(page, f"{server.url}/compare")
    with page.expect_download() as picture:
        page.get_by_role("button", name="Picture").click()
    svg = picture.value.path().read_text()
    assert svg.startswith("<svg")
    assert "How do the fields compare?" in svg
    with page.expect_download() as figures:
        page.get_by_role("button", name="Figures").click()
    assert "Field,Question,Answer,People" in figures.value.path().read_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", EVERY_SCREEN)
def test_axe_finds_nothing_serious(looking: Page, server: Server, path: str, scheme: str) -> None:
    looking.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    narrowed = "?fields=UX+researcher" if path in SCREENS else ""
    visit(looking, f"{server.url}/{path}{narrowed}")
    if narrowed:
        expect(looking.get_by_text(re.compile("^Shown: UX researcher, 1 of"))).to_be_visible()
    looking.wait_for_timeout(500)
    found = Axe().run(looking).response["violations"]
    serious = [
        (one["id"], [node["html"][:120] for node in one["nodes"][:3]])
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]
    assert not serious, serious


def test_a_skill_found_by_the_address_opens_field_by_field(page: Page, server: Server) -> None:
    visit(page, f"{server.url}/skills?skill=sql")
    expect(page.get_by_text("1 of 33 skills go by “sql”.")).to_be_visible()
    page.get_by_text("Show the chart").first.click()
    row = page.get_by_test_id("stVegaLiteChart").nth(1).locator("path[aria-label^='SQL, 2 of 5']")
    row.click()
    expect(page.get_by_text("11 people, 11 conversations, 10 employers")).to_be_visible()
    expect(page.get_by_text("Data analyst: 9 people")).to_be_visible()
    expect(page.get_by_text(re.compile("Not independent: .* was introduced by"))).to_be_visible()
