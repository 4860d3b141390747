"""What a stranger may not ask of a served Fieldwork: another page's window, files, its numbers."""

from collections.abc import Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from lib.serving.strangers import FOR_PROGRAMS, UPLOADS, NotForStrangers, takes_files
from tests.conftest import run_apart

BASE = "https://fieldwork.example.org"
WINDOW = "a-window"


class Alive:
    """What lives as long as a window."""


async def answered(_: Request) -> Response:
    return Response("answered")


@pytest.fixture
def client() -> Iterator[TestClient]:
    routes = [Route("/{path:path}", answered, methods=["GET", "PUT"])]
    around = [Middleware(NotForStrangers, base_url=BASE)]
    with TestClient(Starlette(routes=routes, middleware=around), base_url=BASE) as browser:
        yield browser


def opens(headers: list[tuple[str, str]]) -> bool:
    """Whether a window is passed on to Streamlit; else it is closed before it was opened."""
    passed, sent = list[bool](), list[Any]()

    async def app(*_: Any) -> None:
        passed.append(True)

    async def receive() -> Any:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    raw = [(name.lower().encode(), value.encode()) for name, value in headers]
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": raw}
    run_apart(NotForStrangers(app, base_url=BASE), scope, receive, send)
    assert bool(passed) != ([one["type"] for one in sent] == ["websocket.close"])
    return bool(passed)


HOST = ("Host", "fieldwork.example.org")


@pytest.mark.parametrize(
    ("headers", "own"),
    [
        ([HOST, ("Origin", BASE)], True),
        ([HOST], True),
        ([("Host", "127.0.0.1:8501"), ("Origin", BASE)], True),
        ([("Host", "localhost:8501"), ("Origin", "http://localhost:8501")], True),
        ([HOST, ("Origin", "null")], False),
        ([HOST, ("Origin", "")], False),
        ([HOST, ("Origin", "http://localhost:3000")], False),
        ([HOST, ("Origin", "http://0.0.0.0")], False),
        ([HOST, ("Origin", f"{BASE}:8443")], False),
        ([HOST, ("Origin", f"{BASE}.evil.example")], False),
        ([HOST, ("Origin", "https://other.example.org")], False),
        ([HOST, ("Origin", BASE), ("Origin", "https://evil.example")], False),
    ],
)
def test_only_the_page_itself_opens_a_window(headers: list[tuple[str, str]], own: bool) -> None:
    assert opens(headers) == own


def test_files_are_taken_from_an_explorers_window_as_long_as_it_is_one(client: TestClient) -> None:
    def sent() -> int:
        return client.put(f"{UPLOADS}{WINDOW}/a-file", content=b"x").status_code

    assert sent() == 404
    alive = Alive()
    takes_files(WINDOW, alive, of_an_explorer=True)
    assert sent() == 200
    takes_files(WINDOW, alive, of_an_explorer=False)
    assert sent() == 404
    takes_files(WINDOW, alive, of_an_explorer=True)
    del alive
    assert sent() == 404


@pytest.mark.parametrize("path", [UPLOADS, f"{UPLOADS}/f", f"{UPLOADS}other/f", f"{UPLOADS}%2e/f"])
def test_a_window_of_no_explorer_sends_nothing(client: TestClient, path: str) -> None:
    alive = Alive()
    takes_files(WINDOW, alive, of_an_explorer=True)
    assert client.put(path, content=b"x").status_code == 404


@pytest.mark.parametrize(
    "path",
    [*FOR_PROGRAMS, "/_stcore/metrics/", "/_stcore/%6detrics", "/_stcore/agent/interact"],
)
def test_what_streamlit_tells_programs_is_told_to_nobody(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.get("/_stcore/health").text == "answered"
