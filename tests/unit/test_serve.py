"""The server of one's own computer: what it is told when it starts."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from lib.serving.first_screen import FirstScreen
from lib.serving.serve import HELP, options


def test_options_come_with_an_equals_sign_or_without() -> None:
    told = ["--server.port=8502", "--server.headless", "true", "--theme.base=dark"]
    assert options(told) == {"server.port": 8502, "server.headless": True, "theme.base": "dark"}


@pytest.mark.parametrize("told", [["8502"], ["--server.port"]])
def test_what_is_no_option_is_told_in_a_sentence(told: list[str]) -> None:
    with pytest.raises(SystemExit, match="such as") as stopped:
        options(told)
    assert stopped.value.code == HELP


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        ("/overview", "/"),
        ("/overview/", "/"),
        ("/overview?fields=Nurse&level=entry", "/?fields=Nurse&level=entry"),
        ("/overview?share=abc", ""),
        ("/overview?fields=Nurse&share=", ""),
        ("/overviews", ""),
        ("/pay", ""),
        ("/", ""),
    ],
)
def test_the_first_screen_under_its_name_is_the_address_itself_but_not_for_a_link(
    asked: str, leads: str
) -> None:
    async def streamlit(_: object) -> PlainTextResponse:
        return PlainTextResponse("the app")

    app = Starlette(routes=[Route("/{rest:path}", streamlit)], middleware=[Middleware(FirstScreen)])
    answer = TestClient(app).get(asked, follow_redirects=False)
    assert (answer.status_code, answer.headers.get("location", "")) == (
        (307, leads) if leads else (200, "")
    )
