"""Somebody without the passphrase, and somebody whose sign-in ended, at a served Fieldwork."""

import os
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus

from lib.access.links import Scope
from lib.access.passphrase import COOKIES, sign_out_everywhere
from lib.commands.explorers import the_explorer
from lib.commands.links import make_link
from lib.model import Explorer, Field
from lib.settings import read_settings
from lib.storage.database import open_database
from tests.browser.conftest import Server
from tests.browser.raw_window import SECONDS, RawWindow, pressed, raw_window
from tests.browser.test_served import PASSPHRASE, served

SEEN = "sample interviews"
"""On every screen of the one explorer."""


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    yield from served(tmp_path_factory.mktemp("attacked"))


def in_database(server: Server, does: Callable[[Any], Any]) -> Any:
    """What somebody else does, or sees, in the server's database."""
    opened = open_database(read_settings({"FIELDWORK_DATA_DIR": str(server.log.parent)}))
    with opened.write() as session:
        found = does(session)
    opened.dispose()
    return found


def revision(server: Server) -> Any:
    """It changes with everything that is written for the explorer."""
    return in_database(server, lambda session: session.scalars(select(Explorer.revision)).one())


def signed_in(server: Server) -> dict[str, str]:
    """The cookie that the passphrase brings."""
    connection = HTTPConnection(urlsplit(server.url).netloc)
    sent = {"Content-Type": "application/x-www-form-urlencoded", "Origin": server.url}
    connection.request("POST", "/sign-in", urlencode({"passphrase": PASSPHRASE}), sent)
    name, _, value = str(connection.getresponse().headers["Set-Cookie"]).partition("=")
    connection.close()
    return {name: value.partition(";")[0]}


def xsrf(server: Server) -> str:
    """Streamlit's own token against other sites; whoever asks for it has it."""
    with urllib.request.urlopen(f"{server.url}/_stcore/health") as answer:
        return str(answer.headers["Set-Cookie"]).partition("=")[2].partition(";")[0]


def uploads(server: Server, window: RawWindow) -> int:
    """What the server says to a file sent from this window."""
    token = xsrf(server)
    body = b'--x\r\nContent-Disposition: form-data; name="f"; filename="f"\r\n\r\nx\r\n--x--\r\n'
    request = urllib.request.Request(
        f"{server.url}/_stcore/upload_file/{window.session_id}/{'0' * 8}",
        data=body,
        method="PUT",
        headers={
            "Content-Type": "multipart/form-data; boundary=x",
            "X-Xsrftoken": token,
            "Cookie": f"_streamlit_xsrf={token}",
        },
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return int(answer.status)
    except HTTPError as error:
        error.close()
        return error.code


def a_link(session: Session) -> str:
    me = the_explorer(session)
    fields = session.scalars(select(Field.id)).all()
    return make_link(session, me, label="Ana", fields=fields, scope=Scope(), days=1)[1]


def test_only_a_window_of_the_explorer_fills_the_servers_memory(behind: Server) -> None:
    token = in_database(behind, a_link)
    with raw_window(behind.url) as stranger:
        stranger.run()
        assert uploads(behind, stranger) == 404
    with raw_window(behind.url, cookies=signed_in(behind)) as mine:
        assert SEEN in mine.run()
        assert uploads(behind, mine) == 204
        mine.run(f"share={token}")
        assert uploads(behind, mine) == 404


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://localhost:3000", "http://0.0.0.0", "http://127.0.0.1"],
)
def test_another_page_opens_no_window_and_no_other_host_is_asked(
    behind: Server, origin: str
) -> None:
    with (
        pytest.raises(InvalidStatus),
        raw_window(behind.url, cookies=signed_in(behind), origin=origin),
    ):
        pass
    assert "external IP" not in behind.log.read_text()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Host": "localhost"},
        {"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Host": "localhost"},
        {"X-Streamlit-User": "ana@example.org", "X-Forwarded-User": "ana"},
    ],
)
@pytest.mark.parametrize("cookie", ["", "x", "None", "'; DROP TABLE sign_in; --", "\u00ff\u00fe"])
def test_without_the_passphrase_nothing_is_seen(
    behind: Server, headers: dict[str, str], cookie: str
) -> None:
    cookies = dict.fromkeys((*COOKIES, "_streamlit_user"), cookie.encode().decode("latin-1"))
    with raw_window(behind.url, headers=headers, cookies=cookies) as stranger:
        told = stranger.run() + stranger.run("share=") + stranger.run(name="pay")
        assert SEEN not in told
        assert stranger.pages == []


def test_nobody_goes_on_with_the_window_of_whoever_is_signed_in(behind: Server) -> None:
    with raw_window(behind.url, cookies=signed_in(behind)) as mine:
        assert SEEN in mine.run()
        session = mine.session_id
    with raw_window(behind.url, session=session) as thief:
        assert SEEN not in thief.run()
        assert set(thief.pages) <= {"Fieldwork"}


def asked_for(window: RawWindow, file_id: str) -> Any:
    """What comes of a press on a download that is made when it is pressed."""
    message = BackMsg()
    request = message.backend_operation_request
    request.request_id, request.session_id = "1", window.session_id
    request.deferred_file.file_id = file_id
    window.send(message)
    while True:
        content = window.connection.recv(timeout=SECONDS)
        assert isinstance(content, bytes)
        answer = ForwardMsg.FromString(content)
        if answer.WhichOneof("type") == "backend_operation_response":
            return answer.backend_operation_response


def test_after_a_sign_out_elsewhere_an_open_window_writes_reads_and_takes_nothing(
    behind: Server,
) -> None:
    length = behind.log.stat().st_size
    with raw_window(behind.url, cookies=signed_in(behind)) as mine:
        mine.run(name="data")
        mine.run(name="account")
        drawn = (one.delta.new_element for one in mine.messages)
        *_, last = filter(None, (one.download_button.deferred_file_id for one in drawn))
        assert asked_for(mine, last).deferred_file.url
        before = revision(behind)
        in_database(behind, lambda s: sign_out_everywhere(s, the_explorer(s)))
        refused = asked_for(mine, last)
        assert refused.error_msg
        assert not refused.deferred_file.url
        for button in sorted(mine.buttons):
            assert SEEN not in mine.run(widgets=[pressed(button)])
        assert uploads(behind, mine) == 404
        assert revision(behind) == before
    os.truncate(behind.log, length)  # Streamlit writes a traceback of a download that is refused


@pytest.mark.parametrize(
    "path",
    [
        *("/_stcore/metrics", "/_stcore/agent/interact"),
        *("/_stcore/agent/openapi.json", "/_stcore/agent/mcp"),
    ],
)
def test_what_streamlit_tells_programs_is_told_to_nobody(behind: Server, path: str) -> None:
    with pytest.raises(HTTPError, match="404") as found:
        urllib.request.urlopen(f"{behind.url}{path}")
    found.value.close()
