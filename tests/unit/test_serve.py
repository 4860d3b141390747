"""The server of one's own computer: what it is told when it starts."""

import pytest

from lib.serving.serve import HELP, options


def test_options_come_with_an_equals_sign_or_without() -> None:
    told = ["--server.port=8502", "--server.headless", "true", "--theme.base=dark"]
    assert options(told) == {"server.port": 8502, "server.headless": True, "theme.base": "dark"}


@pytest.mark.parametrize("told", [["8502"], ["--server.port"]])
def test_what_is_no_option_is_told_in_a_sentence(told: list[str]) -> None:
    with pytest.raises(SystemExit, match="such as") as stopped:
        options(told)
    assert stopped.value.code == HELP
