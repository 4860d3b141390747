"""One Excel file of somebody else's making, from an empty start to Compare, presses counted.

A press is a click; a choice from a list is two.
"""

from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Server
from tests.browser.test_first_hour import Hand, told
from tests.unit.workbooks_made import xlsx

MOST_PRESSES = 8
ROWS = [
    ["My informational interviews"],
    [],
    ["Who I talked to", "Job title", "Company", "Interest area", "Interview date", "Status",
     "Starting salary", "Skills mentioned", "Key takeaways", "Vibe"],
    ["Marit Lund", "Phlebotomist", "Blood bank", "Phlebotomy", date(2026, 3, 2), "✅ Completed",
     "$39,000 a year", "Finding veins, Excel", "Calm people", "warm"],
    ["Ines Roth", "Phlebotomist", "Clinic", "Phlebotomy", date(2026, 3, 9), "completed.",
     "$41,000 a year", "Finding veins", "Ask for evenings", "quick"],
    ["Tomas Beck", "Locksmith", "Own shop", "Locksmithing", date(2026, 4, 1), "Completed",
     "$37k", "Patience", "Fewer shops", ""],
    ["Yuki Sato", "Court reporter", "County", "Court reporting", date(2026, 4, 8), "Done",
     "$62k", "Stenography", "Front row", ""],
]  # fmt: skip


def test_a_workbook_reaches_compare_in_few_presses(
    page: Page, empty_server: Server, tmp_path: Path
) -> None:
    hand = Hand(page)
    page.goto(empty_server.url)
    hand.to("Data")
    page.locator("input[type=file]").set_input_files(
        {"name": "networking.xlsx", "mimeType": "", "buffer": xlsx({"Sheet1": ROWS})}
    )
    hand.presses += 2  # the button that asks for a file, and the choice
    expect(page.get_by_text("4 rows in networking.xlsx: 4 new")).to_be_visible()
    hand.button("Bring in 4 rows")
    expect(page.get_by_text("Brought in: 4 new")).to_be_visible()
    hand.to("Compare")
    expect(page.get_by_role("heading", name="How do the fields compare?").first).to_be_visible()
    assert hand.presses <= MOST_PRESSES
    assert {field for field, _ in told(tmp_path)} == {
        "Phlebotomy",
        "Locksmithing",
        "Court reporting",
    }
