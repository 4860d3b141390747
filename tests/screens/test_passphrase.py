"""A window that the passphrase let in: whose it is, and that nothing outlasts the sign-in."""

from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.access.passphrase import COOKIES, set_passphrase, sign_in, sign_out_everywhere
from lib.access.viewer import Explorer
from lib.commands.explorers import the_explorer
from lib.commands.samples import load_samples
from lib.errors import SignedOut
from lib.ui import show
from lib.ui.access.session import database
from tests.screens.conftest import Start

PASSPHRASE = "correct horse battery"


@pytest.fixture
def mine(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> Explorer:
    """The samples of the one explorer, on a server, behind a passphrase."""
    monkeypatch.setenv("FIELDWORK_BASE_URL", "https://fieldwork.example.org")
    with database().write() as session:
        me = the_explorer(session)
        load_samples(session, me)
        set_passphrase(session, me, typed=PASSPHRASE)
    assert not app.exception
    return me


def with_cookie(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setattr(type(st.context), "cookies", {COOKIES[0]: token})


@pytest.fixture
def window(start: Start, mine: Explorer, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    with_cookie(monkeypatch, sign_in(database(), PASSPHRASE)[0])
    opened = start().run()
    assert not opened.exception
    return opened


def end(me: Explorer) -> None:
    with database().write() as session:
        sign_out_everywhere(session, me)


def test_it_sees_what_was_made_on_this_computer_before(window: AppTest, mine: Explorer) -> None:
    assert window.session_state["run"].viewer == mine
    assert window.metric[0].value == "29"


@pytest.mark.parametrize("token", ["", "wrong", "x" * 5_000])
def test_another_cookie_opens_nothing(
    start: Start, mine: Explorer, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    with_cookie(monkeypatch, token)
    opened = start().run()
    assert [title.value for title in opened.title] == ["Sign in"]
    assert not opened.metric
    (link,) = opened.get("link_button")
    assert link.proto.url == "/sign-in"


def test_it_ends_at_the_next_run_and_leaves_nothing(window: AppTest, mine: Explorer) -> None:
    end(mine)
    window.run()
    assert [title.value for title in window.title] == ["Sign in"]
    assert not window.metric
    assert not [name for name in ("me", "run", "who") if name in window.session_state]


def test_a_press_after_the_end_writes_nothing(window: AppTest, mine: Explorer) -> None:
    end(mine)
    window.button(key="clear_samples").click().run()
    with database().read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM interview").scalar() == 32


def test_a_download_that_was_offered_before_the_end_is_not_made_after_it(
    window: AppTest, mine: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Any] = []
    monkeypatch.setattr(
        show, "download_button", lambda label, content, *a, **k: made.append(content)
    )
    window.switch_page("pages/settings/account.py").run()
    (content,) = made
    assert b"fieldwork/1" in content()
    end(mine)
    with pytest.raises(SignedOut, match="ended"):
        content()
