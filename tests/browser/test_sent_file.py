"""From Share to a file to send, ways in included, on the samples: the presses are counted."""

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.browser.answered import settled
from tests.browser.conftest import Server, visit

MOST_PRESSES = 5
WAYS = ("Analytics certificate", "UX bootcamp", "State registration exam")
"""Ways in of the samples, as their file names them."""


class Hand:
    """What presses, and how often it did."""

    presses = 0

    def press(self, what: Locator) -> None:
        self.presses += 1
        what.click()


def test_from_share_to_a_sent_file_that_holds_the_ways_in(page: Page, empty_server: Server) -> None:
    visit(page, empty_server.url)
    page.get_by_role("button", name="Load the sample interviews").click()
    expect(page.get_by_text("sample interviews with invented people")).to_be_visible()
    settled(page)
    hand = Hand()
    hand.press(page.get_by_role("link", name="Share"))
    hand.press(page.get_by_role("button", name="Release and make the file"))
    pdf = page.get_by_role("button", name="The PDF")
    expect(pdf).to_be_visible(timeout=60_000)
    with page.expect_download() as sent:
        hand.press(pdf)
    assert hand.presses <= MOST_PRESSES
    told = "".join(one.extract_text() for one in PdfReader(sent.value.path()).pages)
    assert [name for name in WAYS if name not in told] == []
