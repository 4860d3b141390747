"""Signing in with a real provider, in Chromium and past it: nobody reads what is not theirs."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from sqlalchemy import select
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.util import calc_hash
from websockets.exceptions import InvalidStatus

from lib.access.links import CLOSED, Scope
from lib.access.openid import identity
from lib.commands.explorers import explorer_of, the_explorer
from lib.commands.links import make_link
from lib.commands.samples import load_samples
from lib.model import Explorer as ExplorerRow
from lib.model import Interview
from lib.screens import OWN as SCREENS_OF_ONES_OWN
from lib.settings import ROOT, read_settings
from lib.storage.database import Database, open_database
from tests.browser.answered import settled
from tests.browser.conftest import Server, free_port, serve, visit
from tests.browser.raw_window import holding, pressed, raw_window
from tests.factories import an_interview

PAGES = sorted(page.stem for page in (ROOT / "pages").glob("*/*.py"))
TITLES = ("Overview", "Compare", "Search", "People", "Share", "Profile", "Account", "At a glance")
"""Names of screens that nobody learns who may not come in."""
OWN = set(SCREENS_OF_ONES_OWN.values())
"""Names of screens that no link has."""
THEIRS = ("Beekeeping", "Queen rearing")
"""What Bo wrote down."""


@dataclass(frozen=True)
class Served:
    """A Fieldwork with a sign-in: Ana has the samples and a link on them, Bo one conversation."""

    server: Server
    folder: Path
    provider: str
    link: str

    @property
    def url(self) -> str:
        return self.server.url

    def database(self) -> Database:
        return open_database(read_settings({"FIELDWORK_DATA_DIR": str(self.folder)}))


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """An OpenID provider that knows Ana, Bo and Eve, and of Eve no address of ours."""
    port = free_port()
    users = [
        json.dumps({"sub": name, "email": f"{name}@{domain}", "email_verified": True})
        for name, domain in (("ana", "example.org"), ("bo", "example.org"), ("eve", "evil.example"))
    ]
    told = [option for user in users for option in ("--user-claims", user)]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", f"--port={port}", *told]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet)
    try:
        url = f"http://127.0.0.1:{port}"
        wait(lambda: urllib.request.urlopen(f"{url}/jwks", timeout=1).close())
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait(until: Callable[[], None]) -> None:
    for _ in range(100):
        try:
            return until()
        except OSError:
            time.sleep(0.1)
    raise AssertionError("nobody answers")


def subject(provider: str, name: str) -> str:
    now = datetime.now(UTC)
    told = {"is_logged_in": True, "iss": provider, "sub": name}
    moments = {"iat": now.timestamp(), "exp": now.timestamp() + 60}
    return identity({**told, **moments}, ["*"], now).subject


def seeded(folder: Path, provider: str) -> str:
    """Ana's samples and the token of a link on them, and Bo's conversation."""
    opened = open_database(read_settings({"FIELDWORK_DATA_DIR": str(folder)}))
    try:
        with opened.write() as session:
            ana = explorer_of(session, subject(provider, "ana"), zone="")
            bo = explorer_of(session, subject(provider, "bo"), zone="")
            load_samples(session, ana)
            an_interview(session, bo, field=THEIRS[0], takeaway=THEIRS[1])
        with opened.write() as session:
            mine = Interview.explorer_id == ana.explorer_id
            fields = session.scalars(select(Interview.field_id).where(mine).distinct()).all()
            return make_link(session, ana, label="Coach", fields=fields, scope=Scope(), days=9)[1]
    finally:
        opened.dispose()


@pytest.fixture(scope="module")
def served(provider: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("signed")
    link = seeded(folder, provider)
    port = free_port()
    secrets = folder / ".streamlit" / "secrets.toml"  # where Streamlit looks at home
    secrets.parent.mkdir()
    secrets.write_text(
        f"""
        [auth]
        redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
        cookie_secret = "{"0123456789abcdef" * 2}"
        client_id = "fieldwork"
        client_secret = "told to nobody"
        server_metadata_url = "{provider}/.well-known/openid-configuration"
        """
    )
    more = {
        "HOME": str(folder),
        "FIELDWORK_BASE_URL": f"http://127.0.0.1:{port}",
        "FIELDWORK_ALLOWED": "@example.org",
    }
    command = ["-m", "lib.server", f"--port={port}"]
    for running in serve(folder, port=port, more=more, command=command):
        yield Served(running, folder, provider, link)


@pytest.fixture
def page(context: BrowserContext, provider: str) -> Iterator[Page]:
    """As elsewhere, but that the provider's own page asks another host for its looks."""
    elsewhere: list[str] = []

    def refuse(route: Route) -> None:
        if not route.request.headers.get("referer", "").startswith(provider):
            elsewhere.append(route.request.url)
        route.abort()

    context.route("https://**", refuse)
    window = context.new_page()
    yield window
    assert not elsewhere
    assert window.locator("[data-testid=stException]").count() == 0


def sign_in(window: Page, served: Served, name: str) -> None:
    """Press, choose an account at the provider, and come back."""
    visit(window, served.url)
    window.get_by_role("button", name="Sign in").click()
    window.get_by_role("button", name=name, exact=True).first.click()
    window.wait_for_url(f"{served.url}/**")
    settled(window)


def sign_out(window: Page, served: Served) -> None:
    visit(window, f"{served.url}/account")
    window.get_by_role("button", name="Sign out").click()
    window.get_by_role("button", name="End session").click()
    window.wait_for_url(f"{served.url}/**")
    settled(window)
    expect(window.get_by_role("button", name="Sign in")).to_be_visible()


def serious(window: Page) -> list[str]:
    found = Axe().run(window).response["violations"]
    return [one["id"] for one in found if one["impact"] in {"serious", "critical"}]


def cookies_of(context: BrowserContext) -> dict[str, str]:
    return {str(one.get("name")): str(one.get("value")) for one in context.cookies()}


def test_two_after_one_another_in_one_browser_each_have_their_own(
    page: Page, served: Served
) -> None:
    visit(page, f"{served.url}/profile")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert serious(page) == []
    sign_in(page, served, "ana")
    expect(page.get_by_text("sample interviews with invented people")).to_be_visible()
    visit(page, f"{served.url}/profile")
    page.get_by_label("Name", exact=True).fill("Ana the first")
    page.get_by_role("button", name="Save").first.click()
    expect(page.get_by_text("Saved")).to_be_visible()
    sign_out(page, served)
    assert serious(page) == []
    sign_in(page, served, "bo")
    expect(page.get_by_text("sample interviews with invented people")).to_have_count(0)
    visit(page, f"{served.url}/profile")
    expect(page.get_by_label("Name", exact=True)).to_have_value("")
    visit(page, f"{served.url}/account")
    expect(page.get_by_text(re.compile("as bo.?@example"))).to_be_visible()
    assert serious(page) == []
    sign_out(page, served)
    sign_in(page, served, "ana")
    visit(page, f"{served.url}/profile")
    expect(page.get_by_label("Name", exact=True)).to_have_value("Ana the first")


def test_a_stranger_whom_the_provider_knows_comes_no_further(page: Page, served: Served) -> None:
    sign_in(page, served, "eve")
    expect(page.get_by_text("This account may not use this Fieldwork.")).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)
    database = served.database()
    with database.read() as session:
        query = select(ExplorerRow.id).where(ExplorerRow.subject == subject(served.provider, "eve"))
        assert session.scalars(query).all() == []
    database.dispose()


def test_signing_out_ends_the_window_beside_and_a_copied_cookie(
    context: BrowserContext, page: Page, served: Served
) -> None:
    sign_in(page, served, "bo")
    copied = cookies_of(context)
    with raw_window(served.url, cookies=copied) as thief:
        assert THEIRS[0] in thief.run()
    beside = context.new_page()
    visit(beside, f"{served.url}/profile")
    sign_out(page, served)
    beside.get_by_role("button", name="Save").first.click()
    expect(beside.get_by_text("Your sign-in has ended.")).to_be_visible()
    expect(beside.get_by_role("navigation")).to_have_count(0)
    expect(beside.get_by_label("Name", exact=True)).to_have_count(0)
    with raw_window(served.url, cookies=copied) as thief:
        assert THEIRS[0] not in thief.run()
        assert not set(TITLES) & set(thief.pages)


def test_a_link_wins_over_a_sign_in_and_an_unknown_one_shows_nothing(
    page: Page, served: Served
) -> None:
    sign_in(page, served, "bo")
    visit(page, f"{served.url}/?share={served.link}")
    expect(page.get_by_role("heading", name="At a glance")).to_be_visible()
    expect(page.get_by_text(THEIRS[0])).to_have_count(0)
    for unknown in ("nonsense", ""):
        visit(page, f"{served.url}/?share={unknown}")
        expect(page.get_by_text(CLOSED)).to_be_visible()
        expect(page.get_by_text(THEIRS[0])).to_have_count(0)
        expect(page.get_by_role("navigation")).to_have_count(0)
    visit(page, served.url)
    expect(page.get_by_text(THEIRS[0]).first).to_be_visible()
    sign_out(page, served)


def test_going_back_from_a_link_never_makes_its_window_an_explorers(
    page: Page, served: Served
) -> None:
    """Within one session: the coach moves about, then takes the link out of the address."""
    visit(page, f"{served.url}/?share={served.link}")
    page.get_by_role("link", name="Skills").first.click()
    page.wait_for_url("**/skills?share=*")
    expect(page.get_by_role("heading", name="Skills", level=1)).to_be_visible()
    settled(page)
    page.evaluate("history.replaceState(null, '', location.pathname)")
    page.go_back()
    settled(page)
    expect(page.get_by_role("heading", name="At a glance")).to_be_visible()
    expect(page.get_by_role("link", name="Conversations")).to_have_count(0)


@pytest.fixture(scope="module")
def signed_cookies(browser: Browser, served: Served) -> dict[str, str]:
    """The cookies of Bo's browser."""
    context = browser.new_context()
    window = context.new_page()
    sign_in(window, served, "bo")
    found = cookies_of(context)
    context.close()
    return found


def test_a_share_stays_a_share_whatever_is_said_to_its_session(
    served: Served, signed_cookies: dict[str, str]
) -> None:
    """With Bo's cookies, so that there would be something to widen it to."""
    with raw_window(served.url, cookies=signed_cookies) as bo:
        assert THEIRS[0] in bo.run()
        for page in PAGES:
            bo.run(name=page)
        buttons = bo.buttons
        assert len(buttons) > 5
        bos_session = bo.session_id
    before = whole(served)
    with raw_window(served.url, cookies=signed_cookies) as coach:
        told = coach.run(f"share={served.link}")
        assert "At a glance" in told
        seen = [told, *(coach.run(query) for query in ("", "share=", "share", "share=x&share="))]
        seen += [coach.run(f"share={served.link}", name=page) for page in PAGES]
        seen += [coach.run(page=calc_hash(page), name=page) for page in PAGES]
        seen += [coach.run(widgets=[pressed(one) for one in buttons - coach.buttons])]
        coach.ask(fragment="made-up")  # no run comes of it
        seen += [coach.run(f"me={bos_session}&run=1&who=1")]
        assert not OWN & set(coach.pages)
    for text in seen:
        assert "At a glance" in text or CLOSED in text
        assert not [word for word in THEIRS if word in text]
    assert whole(served) == before


STATE = ("share", "me", "run", "who", "ended", "made", "said", "report")
"""What a session remembers under names that a window may send too."""


def test_a_window_cannot_put_words_into_the_sessions_memory(
    served: Served, signed_cookies: dict[str, str]
) -> None:
    """It breaks its own run by that, in Streamlit, and reads nothing."""
    before, log = whole(served), served.server.log
    length = log.stat().st_size
    for name in STATE:
        with raw_window(served.url, cookies=signed_cookies) as coach:
            coach.run(f"share={served.link}")
            told = coach.run(widgets=[holding(name, "")]) + coach.run(widgets=[pressed(name)])
            told += coach.run()
            assert not [word for word in THEIRS if word in told]
            assert not OWN & set(coach.pages)
        with raw_window(served.url) as nobody:
            told = nobody.run() + nobody.run(widgets=[holding(name, "x")]) + nobody.run()
            assert not [word for word in THEIRS if word in told]
            assert nobody.pages == []
    assert whole(served) == before
    os.truncate(log, length)  # of Streamlit's own complaints, which would fail all tests here


def whole(served: Served) -> list[object]:
    """Every explorer's revision: it changes with everything that is written for them."""
    database = served.database()
    with database.read() as session:
        query = select(ExplorerRow.id, ExplorerRow.revision).order_by(ExplorerRow.id)
        found: list[object] = [tuple(row) for row in session.execute(query)]
    database.dispose()
    return found


def test_a_window_that_empties_the_sessions_memory_stays_with_its_link(
    served: Served, server: Server, signed_cookies: dict[str, str]
) -> None:
    """Streamlit lets every window clear all caches, and with them what its session knows."""
    empty = BackMsg(clear_cache=True)
    with raw_window(served.url, cookies=signed_cookies) as coach:
        coach.run(f"share={served.link}")
        coach.send(empty)
        told = coach.run()
        assert "At a glance" in told
        assert not OWN & set(coach.pages)
        assert not [word for word in THEIRS if word in told]
    with raw_window(server.url) as here:
        assert CLOSED in here.run("share=nonsense")
        here.send(empty)
        assert CLOSED in here.run()
        assert here.pages == []


def test_nobody_goes_on_with_a_session_that_is_not_theirs(
    served: Served, signed_cookies: dict[str, str]
) -> None:
    with raw_window(served.url, cookies=signed_cookies) as bo:
        bo.run()
        session = bo.session_id
        without = {"_streamlit_xsrf": signed_cookies["_streamlit_xsrf"]}
        for cookies in (without, {}, {**signed_cookies, "_streamlit_user": "forged"}):
            with raw_window(served.url, cookies=cookies, session=session) as other:
                assert THEIRS[0] not in other.run()
                assert other.session_id != session
    with raw_window(served.url, session=session) as later:
        assert THEIRS[0] not in later.run()


FORGED = [
    {"X-Forwarded-For": "127.0.0.1"},
    {"X-Forwarded-Host": "localhost:8501"},
    {"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Host": "127.0.0.1", "X-Real-IP": "127.0.0.1"},
    {"Forwarded": "for=127.0.0.1;host=localhost;proto=http"},
    {"Via": "1.1 localhost"},
    {"X-Forwarded-Proto": "https"},
    {"CF-Connecting-IP": "127.0.0.1"},
    {"Tailscale-User-Login": "ana@example.org"},
    {"X-Forwarded-User": "ana", "X-Forwarded-Email": "ana@example.org"},
]


@pytest.mark.parametrize("headers", FORGED, ids="+".join)
def test_forged_headers_open_nothing_where_a_sign_in_is_needed(
    served: Served, signed_cookies: dict[str, str], headers: dict[str, str]
) -> None:
    with raw_window(served.url, headers=headers) as nobody:
        nobody.run()
        assert nobody.pages == []
        assert not [word for word in THEIRS if word in str(nobody.messages)]
    with raw_window(served.url, headers=headers, cookies=signed_cookies) as bo:
        told = bo.run(f"share={served.link}")
        assert "At a glance" in told
        assert not [word for word in THEIRS if word in told]


@pytest.mark.parametrize("headers", FORGED, ids="+".join)
def test_forged_headers_close_a_fieldwork_on_this_computer(
    server: Server, headers: dict[str, str]
) -> None:
    with raw_window(server.url) as here:
        assert "sample interviews" in here.run()
    with raw_window(server.url, headers=headers) as elsewhere:
        told = elsewhere.run()
        assert "not set up to be opened from here" in told
        assert elsewhere.pages == []
        assert "sample interviews" not in told


@pytest.mark.parametrize("host", ["fieldwork.example.org", "127.0.0.1.example.org", "0.0.0.0"])
def test_another_host_is_turned_away_before_anything_runs(server: Server, host: str) -> None:
    with pytest.raises(InvalidStatus), raw_window(server.url, headers={"Host": host}):
        pass


def test_another_page_of_this_browser_reads_nothing(server: Server) -> None:
    """Streamlit itself lets any page of this computer in."""
    with raw_window(server.url, origin="http://localhost:8888") as other:
        assert "not set up to be opened from here" in other.run()
        assert other.pages == []


@pytest.fixture(scope="module")
def anas_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with data in it, to start servers on."""
    folder = tmp_path_factory.mktemp("unvisited")
    seeded(folder, "https://provider.example.org")
    opened = open_database(read_settings({"FIELDWORK_DATA_DIR": str(folder)}))
    with opened.write() as session:
        an_interview(session, the_explorer(session), field=THEIRS[0], takeaway=THEIRS[1])
    opened.dispose()
    return folder


@pytest.mark.parametrize("name", PAGES)
def test_a_screen_asked_for_first_on_a_server_nobody_has_visited_shows_nothing(
    anas_folder: Path, name: str
) -> None:
    """Streamlit's old page discovery would run the page, and `app.py` not at all."""
    port = free_port()
    more = {"FIELDWORK_BASE_URL": f"http://127.0.0.1:{port}"}
    command = ["-m", "lib.server", f"--port={port}"]
    for running in serve(anas_folder, port=port, more=more, command=command):
        with urllib.request.urlopen(f"{running.url}/{name}") as answer:
            document = answer.read().decode()
        with raw_window(running.url) as window:
            told = document + window.run(name=name)
            assert "not set up to be opened from here" in told
            assert window.pages == []
            assert "Open Fieldwork at its first page" not in told
            assert not [word for word in (*THEIRS, *TITLES) if word in told]
