"""The first hour of somebody new: a page of notes and a sheet, to Compare, presses counted.

A press is a click, or a key that activates, submits or pastes; typing is none, a choice from a
list is two.
"""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from sqlalchemy import select

from lib.access.viewer import Explorer
from lib.answers.compare import compare
from lib.filters import EVERYTHING
from lib.model import Explorer as ExplorerRow
from lib.settings import read_settings
from lib.storage.database import open_database
from tests.browser.answered import settled
from tests.browser.conftest import Server

PAGE = """\
Nov 3 - call with Marit, phlebotomist at the blood bank
Field: Phlebotomy
certificate course, 4 months, $1,400, kept working evenings
starting pay is $19 an hour
need: finding veins, calming people. Excel helps
likes: calm patients. dislikes: standing all day
the field is growing, every lab is hiring
talk to her supervisor, Anton

Nov 12 - Coffee with Tomas, locksmith
Field: Locksmithing
took a two week course for $1,200
starts at $20 an hour
need: picking locks, patience
good: own boss. bad: calls at 3 am
the trade is shrinking, fewer shops every year

Who: Yuki, court reporter
Nov 19
Field: Court reporting
school takes 30 months and costs $15,000, a certificate at the end
starting pay $62,000 a year
need: stenography, punctuation
likes: front row for real life. dislikes: deadlines overnight
outlook: growing, they cannot find enough people
"""
SHEET = """\
field,person,held_on,interest_before,interest_after
Phlebotomy,Ines,2026-10-02,2,4
Locksmithing,Bo,2026-10-05,3,3
Court reporting,Ola,2026-10-09,3,5
"""
SILENT = ("not asked", "no answer", "not noted", "not said", "not counted", "no entry", "left out")
CELLS = 21
MOST_PRESSES, LEAST_CELLS = 45, 15


class Hand:
    """Presses, and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.presses = page, 0

    def click(self, what: Locator) -> None:
        what.click()
        self.presses += 1
        settled(self.page)

    def button(self, name: str) -> None:
        self.click(self.page.get_by_role("button", name=name).first)

    def to(self, screen: str) -> None:
        self.click(self.page.get_by_role("navigation").get_by_role("link", name=screen))


def test_a_page_and_a_sheet_fill_compare_in_few_presses(
    page: Page, empty_server: Server, tmp_path: Path
) -> None:
    hand = Hand(page)
    page.goto(empty_server.url)
    settled(page)
    hand.to("Write up")
    hand.button("Paste notes")
    page.get_by_label("Paste your notes").fill(PAGE)
    page.keyboard.press("Control+Enter")
    hand.presses += 2  # pasting, and the key
    expect(page.get_by_role("heading", name="Three conversations?")).to_be_visible()
    hand.button("Make three conversations")
    for place, role in enumerate(("phlebotomist", "locksmith", "court reporter")):
        box = page.get_by_label("Role on that day")
        expect(box.first).to_have_value(role)
        expect(box).to_have_count(1)  # the one before is gone
        hand.button("Accept all")
        expect(page.get_by_text(", 0 waiting for a yes.")).to_be_visible()
        if place == 0:
            for answer in ("own", "no bonus", "before tax", "employed"):
                hand.click(page.get_by_role("radio", name=answer, exact=True).first)
        hand.click(page.get_by_role("button", name="Save", exact=True))
        expect(page.get_by_test_id("stBottom")).to_contain_text("Saved.", timeout=15_000)
        if place < 2:
            hand.button("Continue")
    hand.to("Data")
    page.locator("input[type=file]").set_input_files(
        {"name": "mine.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    )
    hand.presses += 2  # the button that asks for a file, and the choice
    hand.button("Bring in 3 rows")
    hand.to("Compare")
    expect(page.get_by_role("heading", name="How do the fields compare?").first).to_be_visible()
    assert hand.presses <= MOST_PRESSES
    cells = told(tmp_path)
    assert LEAST_CELLS <= len(cells) <= CELLS, cells


def told(folder: Path) -> dict[tuple[str, str], str]:
    """Every cell of Compare that says something, by field and question."""
    database = open_database(read_settings({"FIELDWORK_DATA_DIR": str(folder)}))
    try:
        with database.read() as session:
            viewer = Explorer(session.scalars(select(ExplorerRow.id)).one())
            table = compare(session, viewer, EVERYTHING).drawing.table
    finally:
        database.dispose()
    return {
        (str(row.Field), str(row.Question)): str(row.Answer)
        for row in table.itertuples()
        if not any(words in str(row.Answer) for words in SILENT)
    }
