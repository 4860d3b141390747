"""The served app without a browser: its address, its health, its headers, who may post to it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from lib.access.passphrase import COOKIES, set_passphrase
from lib.commands.explorers import the_explorer
from lib.errors import Refused
from lib.model import Passphrase
from lib.serving import server
from lib.serving.door import MOST, PATH, UNREADY, from_here
from lib.settings import ROOT, Settings, read_settings
from lib.storage.database import open_database
from tests.conftest import run_apart, without_tables

BASE = "https://fieldwork.example.org"
PASSPHRASE = "correct horse battery"
OWN = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    environment = {"FIELDWORK_DATA_DIR": str(tmp_path), "FIELDWORK_BASE_URL": BASE}
    database = open_database(read_settings(environment))
    with database.write() as session:
        set_passphrase(session, the_explorer(session), typed=PASSPHRASE)
    database.dispose()
    return read_settings(environment)


async def page(_: Request) -> Response:
    return Response("a page of Streamlit's")


def opened(settings: Settings) -> TestClient:
    """A browser behind a proxy that keeps the name asked for; there is one Streamlit a process."""
    around = server.surroundings(settings)
    around["routes"].append(Route("/{path:path}", page))
    return TestClient(Starlette(**around), base_url=BASE, follow_redirects=False)


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with opened(settings) as browser:
        yield browser


@pytest.mark.parametrize(
    "address",
    [
        *("", "fieldwork.example.org", "ftp://fieldwork.example.org", "https://"),
        *(f"{BASE}/fieldwork", f"{BASE}/?a=b", f"{BASE}/#a", "https://ana:x@fieldwork.example.org"),
        *("https://*", "https://*.example.org", "https://a.*.b", "https://a b", "https://a,b"),
        *(
            "https://[bad",
            "https://a:b",
            "https://a\nb.example",
            "https://-a",
            "https://m\u00fc.de",
        ),
    ],
)
def test_without_an_address_to_be_served_under_nothing_starts(address: str) -> None:
    with pytest.raises(Refused, match="Set FIELDWORK_BASE_URL"):
        server.checked_address(address)


def test_the_address_is_read_without_a_slash_at_its_end() -> None:
    assert server.checked_address("https://Fieldwork.Example.org:8443/") == f"{BASE}:8443"


@pytest.mark.parametrize(
    ("said", "origin"),
    [
        ("https://fieldwork.example.org:443", BASE),
        ("http://fieldwork.example.org:80/", "http://fieldwork.example.org"),
        ("http://fieldwork.example.org:443", "http://fieldwork.example.org:443"),
        (f" {BASE}\n", BASE),
    ],
)
def test_the_address_is_read_as_browsers_write_an_origin(said: str, origin: str) -> None:
    """Else an old browser's own form would seem to come from elsewhere."""
    assert server.checked_address(said) == origin


def test_a_database_that_cannot_be_reached_is_one_sentence_without_its_password() -> None:
    environment = {
        **os.environ,
        "FIELDWORK_BASE_URL": BASE,
        "FIELDWORK_DATABASE_URL": "postgresql://ana:hush-hush@127.0.0.1:1/fieldwork",
    }
    command = [sys.executable, "-m", "lib.server", "--port", "1"]
    around: dict[str, Any] = {"cwd": ROOT, "env": environment, "text": True}
    ran = subprocess.run(command, capture_output=True, check=False, timeout=60, **around)
    assert ran.returncode == 2
    assert "The database cannot be reached. Check that it is there, then try again." in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "hush-hush" not in ran.stdout + ran.stderr


def test_a_database_that_breaks_meanwhile_is_said_at_the_door_in_words(
    client: TestClient, settings: Settings
) -> None:
    file = settings.sqlite_file
    assert file is not None
    without_tables(file, "passphrase", "sign_in")
    for answer in (
        client.get(PATH),
        client.post(PATH, data={"passphrase": PASSPHRASE}, headers=OWN),
    ):
        assert answer.status_code == 503
        assert UNREADY in answer.text
        assert "Set-Cookie" not in answer.headers
    # app.py has the words for it.
    assert client.get("/", headers={"Sec-Fetch-Dest": "document"}).status_code == 200


def test_who_hangs_up_while_typing_is_no_try_and_no_error(settings: Settings) -> None:
    said: list[Any] = [
        {"type": "http.request", "body": b"passphrase=", "more_body": True},
        {"type": "http.disconnect"},
    ]
    heard: list[Any] = []

    async def hang_up() -> None:
        app = Starlette(**server.surroundings(settings))
        headers = [(b"host", b"fieldwork.example.org"), (b"sec-fetch-site", b"same-origin")]
        scope = {"type": "http", "method": "POST", "path": PATH, "headers": headers}

        async def receive() -> Any:
            return said.pop(0)

        async def send(message: Any) -> None:
            heard.append(message)

        await app({**scope, "query_string": b""}, receive, send)

    run_apart(hang_up)
    assert heard[0]["status"] == 413
    database = open_database(settings)
    with database.read() as session:
        assert session.scalars(select(Passphrase.failures)).one() == 0
    database.dispose()


def test_what_goes_wrong_altogether_carries_the_headers_and_tells_nothing(
    settings: Settings,
) -> None:
    async def broken(_: Request) -> Response:
        raise ValueError("hush-hush")

    around = server.surroundings(settings)
    around["routes"].append(Route("/broken", broken))
    with TestClient(Starlette(**around), base_url=BASE, raise_server_exceptions=False) as browser:
        answer = browser.get("/broken")
    assert (answer.status_code, answer.text) == (500, "Something went wrong here.")
    assert answer.headers["X-Robots-Tag"].startswith("noindex")
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_command_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("FIELDWORK_BASE_URL", raising=False)
    assert server.main([]) == 2
    assert "Set FIELDWORK_BASE_URL" in capsys.readouterr().err


def test_health_asks_the_database_and_tells_nothing_of_it(
    client: TestClient, settings: Settings
) -> None:
    assert (client.get("/health").status_code, client.get("/health").json()) == (
        *(200,),
        {"status": "ok"},
    )
    file = settings.sqlite_file
    assert file is not None
    without_tables(file, "alembic_version")
    failed = client.get("/health")
    assert failed.status_code == 503
    assert failed.json() == {"status": "the database does not answer"}


def test_another_host_is_not_answered(client: TestClient) -> None:
    for host in ("evil.example", "fieldwork.example.org.evil.example", ""):
        assert client.get("/health", headers={"Host": host}).status_code == 400


def test_over_https_browsers_are_told_to_stay_there(client: TestClient) -> None:
    headers = client.get("/health").headers
    assert headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_right_passphrase_sets_a_cookie_that_no_script_and_no_other_host_reads(
    client: TestClient,
) -> None:
    answer = client.post(PATH, data={"passphrase": PASSPHRASE}, headers=OWN)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    name, *flags = answer.headers["Set-Cookie"].split("; ")
    assert name.startswith(f"{COOKIES[0]}=")
    assert {"HttpOnly", "Path=/", "SameSite=lax", "Secure"} <= set(flags)
    assert not any(flag.startswith("Domain") for flag in flags)


@pytest.mark.parametrize(
    "typed", ["wrong horse battery", "", "<script>alert(1)</script>", "é" * 40]
)
def test_a_wrong_one_sets_none_and_is_not_shown_again(client: TestClient, typed: str) -> None:
    answer = client.post(PATH, data={"passphrase": typed}, headers=OWN)
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers
    assert "That is not the passphrase." in answer.text
    assert not typed or typed not in answer.text


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        (OWN, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site", "Origin": BASE}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": BASE}, True),
        ({"Origin": "null"}, False),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": f"{BASE}.evil.example"}, False),
        ({}, False),
    ],
)
def test_only_the_page_itself_sends_the_passphrase(
    client: TestClient, headers: dict[str, str], ours: bool
) -> None:
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    assert from_here(Request({"type": "http", "headers": raw}), BASE) == ours
    answer = client.post(PATH, data={"passphrase": PASSPHRASE}, headers=headers)
    assert ("Set-Cookie" in answer.headers) == ours


def test_what_is_too_long_is_not_read_to_its_end(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(1_000):
            yield b"x" * MOST

    answer = client.post(PATH, content=endless(), headers=OWN)
    assert answer.status_code == 413


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"passphrase", b"a=b&" * 900, b"%00=%ff"])
def test_anything_else_is_a_wrong_passphrase(client: TestClient, body: bytes) -> None:
    assert client.post(PATH, content=body, headers=OWN).status_code == 403


def test_a_page_opened_without_a_sign_in_leads_to_the_door_and_a_link_does_not(
    client: TestClient,
) -> None:
    document = {"Sec-Fetch-Dest": "document"}
    for path in ("/", "/pay", "/nonsense"):
        assert client.get(path, headers=document).headers["Location"] == PATH
    assert client.get("/?share=abc", headers=document).status_code == 200
    assert client.get("/robots.txt", headers=document).text == server.NOTHING_TO_FIND
    client.post(PATH, data={"passphrase": PASSPHRASE}, headers=OWN)
    assert client.get("/pay", headers=document).status_code == 200


def test_without_a_passphrase_there_is_no_door(tmp_path: Path) -> None:
    settings = read_settings({"FIELDWORK_DATA_DIR": str(tmp_path), "FIELDWORK_BASE_URL": BASE})
    with opened(settings) as browser:
        assert browser.get(PATH).headers["Location"] == "/"
        assert browser.post(PATH, data={"passphrase": ""}, headers=OWN).status_code == 403
        assert browser.get("/", headers={"Sec-Fetch-Dest": "document"}).status_code == 200
