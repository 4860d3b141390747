"""Who is let in, who is not, and that nothing of one explorer stays for the next."""

import time
import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from streamlit.testing.v1 import AppTest

from lib.access.links import CLOSED, Scope
from lib.access.openid import ENDED, STRANGER, UNSURE, providers
from lib.access.viewer import Explorer
from lib.commands.explorers import explorer_of, sign_out
from lib.commands.links import make_link
from lib.commands.samples import load_samples
from lib.errors import SignedOut
from lib.markdown import shown
from lib.model import Draft, Interview
from lib.model import Explorer as ExplorerRow
from lib.ui import show
from lib.ui.access.session import database
from lib.ui.access.sign_in import KEYS
from tests.factories import an_interview
from tests.screens.conftest import Start
from tests.screens.test_explore import PAGES, charts, words

PROVIDER = {
    "client_id": "fieldwork",
    "client_secret": "s",
    "server_metadata_url": "https://provider.example.org/.well-known/openid-configuration",
}
AUTH = {
    "redirect_uri": "https://fieldwork.example.org/oauth2callback",
    "cookie_secret": "x" * 32,
    **PROVIDER,
}
RECORD = "pages/interviews/record.py"
SIGN_IN = "pages/settings/account.py"


def claims(sub: str = "ana", **more: Any) -> dict[str, Any]:
    """What st.user holds after a sign-in half an hour ago."""
    told = {
        "is_logged_in": True,
        "iss": "https://provider.example.org",
        "sub": sub,
        "iat": int(time.time()) - 1800,
        "exp": int(time.time()) + 1800,
        "email": f"{sub}@example.org",
        "email_verified": True,
    }
    return {name: value for name, value in {**told, **more}.items() if value is not None}


@pytest.fixture
def served(start: Start, monkeypatch: pytest.MonkeyPatch) -> Start:
    """Opens a window on a Fieldwork that is served, with a sign-in for example.org."""
    monkeypatch.setenv("FIELDWORK_BASE_URL", "https://fieldwork.example.org")
    monkeypatch.setenv("FIELDWORK_ALLOWED", "@example.org")

    def window() -> AppTest:
        app = start()
        app.secrets["auth"] = AUTH
        return app

    return window


def open_as(start: Start, user: dict[str, Any]) -> AppTest:
    window = start()
    window.user = user
    return run(window)


def run(window: AppTest) -> AppTest:
    window.run()
    assert not window.exception, window.exception
    return window


def labels(window: AppTest) -> list[str]:
    return [button.label for button in window.button]


def shows_nothing(window: AppTest) -> bool:
    """Neither data nor screens to go to, nor anything to read them with."""
    drawn = charts(window) + len(window.metric) + len(window.dataframe) + len(window.get("table"))
    return not drawn and not set(labels(window)) - {"Sign in", "Sign out"}


def who_is_there() -> int:
    with database().read() as session:
        return session.scalars(select(func.count()).select_from(ExplorerRow)).one()


def issued(told: dict[str, Any]) -> datetime:
    return datetime.fromtimestamp(told["iat"], UTC)


def whose(window: AppTest) -> Explorer:
    me: Explorer = window.session_state["run"].viewer
    return me


def an_hour_of(me: Explorer, field: str) -> None:
    with database().write() as session:
        an_interview(session, me, field=field)


def a_link_of(me: Explorer) -> str:
    """The token of a link of theirs on the samples."""
    with database().write() as session:
        load_samples(session, me)
    with database().write() as session:
        mine = Interview.explorer_id == me.explorer_id
        fields = session.scalars(select(Interview.field_id).where(mine).distinct()).all()
        return make_link(session, me, label="Ana", fields=fields, scope=Scope(), days=9)[1]


def is_kept(window: AppTest, *names: str) -> list[str]:
    """Which of these the window still knows."""
    return [name for name in names if name in window.session_state]


def test_on_this_computer_there_is_no_sign_in_and_no_way_out(app: AppTest) -> None:
    assert "Look around" in [head.value for head in app.subheader]
    assert "Sign out" not in labels(app)
    assert "Sign out" not in labels(run(app.switch_page(SIGN_IN)))


def test_without_a_sign_in_a_served_fieldwork_says_how_to_set_one_up(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIELDWORK_BASE_URL", "https://fieldwork.example.org")
    window = run(start())
    assert [title.value for title in window.title] == [
        "This Fieldwork is not set up to be opened from here"
    ]
    assert shows_nothing(window)
    assert who_is_there() == 0


@pytest.mark.parametrize("page", PAGES)
def test_no_page_runs_for_one_who_is_not_signed_in(served: Start, page: str) -> None:
    window = run(served())
    assert labels(window) == ["Sign in"]
    assert shows_nothing(window)
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        window.switch_page(page)
    assert who_is_there() == 0


def test_a_sign_in_that_was_set_up_is_asked_for_on_this_computer_too(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy that adds nothing to a request makes everybody look as if they sat here."""
    monkeypatch.setenv("FIELDWORK_ALLOWED", "*")
    window = start()
    window.secrets["auth"] = AUTH
    assert labels(run(window)) == ["Sign in"]
    halfway = start()
    halfway.secrets["auth"] = {"redirect_uri": AUTH["redirect_uri"]}
    assert shows_nothing(run(halfway))
    assert who_is_there() == 0


def test_a_sign_in_opens_nothing_before_it_is_said_for_whom(
    served: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FIELDWORK_ALLOWED")
    window = open_as(served, claims())
    assert "not set up" in window.title[0].value
    assert who_is_there() == 0


def test_a_window_that_has_gone_away_is_not_let_in(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its headers cannot be seen any more; it could come back to a session that was let in."""
    gone = SimpleNamespace(get_client=lambda _: None)
    monkeypatch.setattr("lib.ui.access.who.get_instance", lambda: gone)
    window = run(start())
    assert "not set up" in window.title[0].value
    assert who_is_there() == 0


def test_headers_that_speak_for_the_provider_open_nothing(
    served: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = st.get_option
    trusted = "server.trustedUserHeaders"
    monkeypatch.setattr(
        st, "get_option", lambda key: {"X": "sub"} if key == trusted else asked(key)
    )
    assert shows_nothing(open_as(served, claims()))
    assert who_is_there() == 0


def test_the_lines_to_fill_in_open_nothing_as_they_stand() -> None:
    shown = tomllib.loads(KEYS)
    assert providers(shown["auth"]) == []
    assert providers({**shown["auth"], "cookie_secret": "x" * 32}) == ["default"]


def test_several_providers_are_offered_by_name(served: Start) -> None:
    window = served()
    shared = {name: AUTH[name] for name in ("redirect_uri", "cookie_secret")}
    window.secrets["auth"] = {**shared, "google": PROVIDER, "school": PROVIDER}
    assert labels(run(window)) == ["Sign in with Google", "Sign in with School"]


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"exp": int(time.time()) - 1}, ENDED),
        ({"sub": None}, UNSURE),
        ({"iss": None}, UNSURE),
        ({"exp": None}, UNSURE),
        ({"email": "eve@evil.example"}, STRANGER),
        ({"email_verified": False}, STRANGER),
    ],
)
def test_a_sign_in_that_does_not_hold_is_told_why(
    served: Start, more: dict[str, Any], reason: str
) -> None:
    window = open_as(served, claims(**more))
    assert [info.value for info in window.info] == [reason]
    assert shows_nothing(window)
    assert who_is_there() == 0


def test_each_who_signs_in_has_data_of_their_own(served: Start) -> None:
    ana = open_as(served, claims("ana"))
    an_hour_of(whose(ana), "Beekeeping")
    assert "Beekeeping" in words(run(ana).switch_page("pages/explore/overview.py").run())
    bo = open_as(served, claims("bo"))
    assert whose(bo) != whose(ana)
    assert "Look around" in [head.value for head in bo.subheader]
    assert "Beekeeping" not in words(bo)
    again = open_as(served, claims("ana"))
    assert whose(again) == whose(ana)
    assert "Beekeeping" in words(again)


def test_nothing_of_one_stays_in_a_window_for_the_next(served: Start) -> None:
    window = open_as(served, claims("ana"))
    ana = whose(window)
    an_hour_of(ana, "Beekeeping")
    window.session_state["made"] = ("Ana's link", "https://fieldwork.example.org/?share=x")
    window.user = claims("bo")
    run(window)
    assert whose(window) != ana
    assert "made" not in window.session_state
    assert "Beekeeping" not in words(window)


def test_a_token_that_expires_ends_an_open_window(served: Start) -> None:
    window = open_as(served, claims())
    an_hour_of(whose(window), "Beekeeping")
    run(window)
    window.user = claims(exp=int(time.time()) - 1)
    run(window)
    assert [info.value for info in window.info] == [ENDED]
    assert shows_nothing(window)
    assert "Beekeeping" not in words(window)
    assert is_kept(window, "run", "me", "who") == []


def test_a_press_after_the_end_writes_nothing(served: Start) -> None:
    """A callback runs before app.py has looked who asks."""
    window = open_as(served, claims())
    me = whose(window)
    load = window.button(key="load_samples")
    window.user = claims(exp=int(time.time()) - 1)
    load.click()
    run(window)
    with database().read() as session:
        mine = select(func.count()).select_from(Interview)
        assert session.scalars(mine.where(Interview.explorer_id == me.explorer_id)).one() == 0
    assert [info.value for info in window.info] == [ENDED]


def typing(served: Start, told: dict[str, Any]) -> AppTest:
    """A window in which somebody has begun to write a conversation down."""
    window = open_as(served, told)
    window.switch_page(RECORD)
    window.query_params["start"] = "new"
    return run(window)


def test_what_is_typed_when_the_time_runs_out_is_there_after_the_next_sign_in(
    served: Start,
) -> None:
    window = typing(served, claims())
    me = whose(window)
    window.user = claims(exp=int(time.time()) - 1)
    window.text_area[0].input("She keeps forty hives")
    run(window)
    assert [info.value for info in window.info] == [ENDED]
    with database().read() as session:
        assert ["forty hives" in str(one.content) for one in drafts_of(session, me)] == [True]


@pytest.mark.parametrize("more", [{}, {"exp": int(time.time()) - 1}])
def test_what_is_typed_after_a_sign_out_is_not_kept(served: Start, more: dict[str, Any]) -> None:
    told = claims()
    window = typing(served, told)
    me = whose(window)
    with database().write() as session:
        sign_out(session, me, issued=issued(told))
    window.user = {**told, **more}
    window.text_area[0].input("Not mine any more")
    run(window)
    assert [info.value for info in window.info] == [ENDED]
    with database().read() as session:
        assert drafts_of(session, me) == []


def drafts_of(session: Session, me: Explorer) -> Sequence[Draft]:
    return session.scalars(select(Draft).where(Draft.explorer_id == me.explorer_id)).all()


def test_signing_out_ends_every_window_of_this_sign_in_at_its_next_run(served: Start) -> None:
    told = claims()
    first, second = open_as(served, told), open_as(served, told)
    bo = open_as(served, claims("bo"))
    first.switch_page(SIGN_IN)
    run(first)
    assert shown("ana@example.org") in words(first)
    first.button(key="leave").click()
    run(first)
    assert labels(first) == ["Sign in"]
    assert shows_nothing(run(second))
    assert [info.value for info in second.info] == [ENDED]
    assert isinstance(whose(run(bo)), Explorer)
    later = open_as(served, claims(iat=int(time.time())))
    assert whose(later)


def test_signing_out_after_the_time_ran_out_is_no_error(served: Start) -> None:
    window = open_as(served, claims())
    run(window.switch_page(SIGN_IN))
    window.user = claims(exp=int(time.time()) - 1)
    window.button(key="leave").click()
    assert labels(run(window)) == ["Sign in"]


def test_what_was_signed_out_stays_so_in_a_window_opened_later(served: Start) -> None:
    """As with a cookie that somebody copied: Streamlit would take it for thirty days."""
    told = claims()
    me = whose(open_as(served, told))
    with database().write() as session:
        sign_out(session, me, issued=issued(told))
    window = open_as(served, told)
    assert shows_nothing(window)
    assert [info.value for info in window.info] == [ENDED]


def test_a_download_that_was_offered_before_the_end_is_not_made_after_it(
    served: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Any] = []
    monkeypatch.setattr(
        show, "download_button", lambda label, content, *a, **k: made.append(content)
    )
    window = open_as(served, claims())
    me = whose(window)
    window.switch_page("pages/settings/account.py")
    run(window)
    (content,) = made
    assert b"fieldwork/1" in content()
    with database().write() as session:
        sign_out(session, me, issued=issued(claims()))
    with pytest.raises(SignedOut, match="ended"):
        content()


def test_a_link_wins_over_a_sign_in(served: Start) -> None:
    ana = whose(open_as(served, claims("ana")))
    token = a_link_of(ana)
    bo = open_as(served, claims("bo"))
    an_hour_of(whose(bo), "Beekeeping")
    window = served()
    window.user = claims("bo")
    window.query_params["share"] = token
    run(window)
    assert window.title[0].value == "At a glance"
    assert "Beekeeping" not in words(window)
    assert window.session_state["run"].viewer.explorer_id == ana.explorer_id
    del window.query_params["share"]
    run(window)
    assert window.session_state["run"].viewer.explorer_id == ana.explorer_id


@pytest.mark.parametrize("token", ["nonsense", ""])
def test_an_unknown_link_shows_nothing_of_who_is_signed_in(served: Start, token: str) -> None:
    an_hour_of(whose(open_as(served, claims())), "Beekeeping")
    window = served()
    window.user = claims()
    window.query_params["share"] = token
    run(window)
    assert [error.value for error in window.error] == [CLOSED]
    assert "Beekeeping" not in words(window)
    del window.query_params["share"]
    run(window)
    assert [error.value for error in window.error] == [CLOSED]


def test_a_link_opened_in_an_explorers_window_leaves_nothing_of_theirs(served: Start) -> None:
    ana = whose(open_as(served, claims("ana")))
    token = a_link_of(ana)
    window = open_as(served, claims("bo"))
    window.session_state["made"] = ("Bo's link", "https://fieldwork.example.org/?share=x")
    window.query_params["share"] = token
    run(window)
    assert is_kept(window, "made", "me", "who") == []


def test_a_coach_never_signs_in(served: Start) -> None:
    with database().write() as session:
        ana = explorer_of(session, "a" * 64, zone="")
    token = a_link_of(ana)
    window = served()
    window.query_params["share"] = token
    run(window)
    assert window.title[0].value == "At a glance"
    assert "Sign in" not in labels(window)
    assert who_is_there() == 1
