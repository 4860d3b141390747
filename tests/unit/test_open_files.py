"""The limit of open files: set, taken up, and told before it is reached."""

import logging
import re
import resource
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from lib.serving.open_files import NEAR, TOLD, OpenFiles, WatchedFiles, allow_what_may_be, in_use
from lib.settings import ROOT


@pytest.fixture
def limits() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


def told(caplog: pytest.LogCaptureFixture) -> int:
    return [record.getMessage() for record in caplog.records].count(TOLD)


def test_it_is_told_once_each_time_it_nears(caplog: pytest.LogCaptureFixture) -> None:
    shares = iter([0.1, NEAR, 0.9, 0.99, 0.5, 0.85])
    files = OpenFiles(lambda: next(shares))
    with caplog.at_level(logging.WARNING):
        assert [files.near() for _ in range(4)] == [False, True, True, True]
        assert told(caplog) == 1
        assert [files.near() for _ in range(2)] == [False, True]
        assert told(caplog) == 2


def test_a_window_that_opens_is_looked_at_and_let_in(caplog: pytest.LogCaptureFixture) -> None:
    async def window(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text("here")
        await socket.close()

    watched = [Middleware(WatchedFiles, files=OpenFiles(lambda: 1.0))]
    client = TestClient(Starlette(routes=[WebSocketRoute("/", window)], middleware=watched))
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            with client.websocket_connect("/") as opened:
                assert opened.receive_text() == "here"
    assert told(caplog) == 1


@pytest.mark.usefixtures("limits")
def test_open_files_are_counted_against_the_limit_of_this_process() -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (1_000, most))
    before = in_use()
    assert 0 < before < 1
    opened = [(ROOT / "app.py").open() for _ in range(20)]
    assert in_use() == pytest.approx(before + 0.02)
    for one in opened:
        one.close()
    allow_what_may_be()
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (most, most)


def test_the_service_and_the_container_set_it_for_thousands_of_windows() -> None:
    deploy = ROOT / "docs" / "deploy"
    (service,) = re.findall(
        r"^LimitNOFILE=(\d+)$", (deploy / "fieldwork.service").read_text(), re.M
    )
    (compose,) = re.findall(r"ulimits: \{nofile: (\d+)\}", (deploy / "compose.yaml").read_text())
    assert int(service) == int(compose) >= 4 * 10_000
    assert "LimitNOFILE" in (deploy / "server.md").read_text()
