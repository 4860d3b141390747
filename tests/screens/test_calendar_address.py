"""The address that a calendar reads, on Account: made, shown once, renewed, revoked."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.access.calendar_feed import feed_of
from lib.ui.access.session import database
from tests.screens.conftest import Start
from tests.screens.test_conversation import explorer, run

ACCOUNT = "pages/settings/account.py"
SERVED = "https://fieldwork.example.org"


@pytest.fixture
def account(start: Start, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    app = start().run()
    monkeypatch.setattr(
        "lib.ui.settings.calendar_address.read_settings",
        lambda: type("S", (), {"base_url": SERVED}),
    )
    return run(app.switch_page(ACCOUNT))


def shown(app: AppTest) -> list[str]:
    return [one.value for one in app.code]


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return run(app)


def test_it_is_made_shown_once_renewed_and_revoked(account: AppTest) -> None:
    assert shown(account) == []
    (first,) = shown(press(account, "feed_new"))
    assert first.startswith(f"{SERVED}/calendar.ics?of=")
    assert shown(run(account)) == []
    assert any("not read yet" in one.value for one in account.markdown)
    (second,) = shown(press(account, "feed_new"))
    assert second != first
    press(account, "feed_end")
    with database().read() as session:
        assert feed_of(session, explorer()) is None
    assert [one.key for one in account.button if one.key == "feed_end"] == []


def test_on_ones_own_computer_there_is_a_file_instead(start: Start) -> None:
    app = run(start().run().switch_page(ACCOUNT))
    assert any("no calendar can read it" in one.value for one in app.markdown)
    assert [one.key for one in app.button if str(one.key).startswith("feed")] == []
