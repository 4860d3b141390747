"""A fault of the database while somebody types: nothing of it on the screen or in the log."""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from lib.__main__ import main
from lib.ui.access.session import database
from tests.screens.conftest import Start, refuse
from tests.screens.recording import a_filled_form, choose

SECRET = "Zanzibar"


def test_a_row_that_is_refused_shows_nothing_of_it(
    engine: str, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    app = a_filled_form(start().run())
    choose(app, "who", SECRET)
    refuse(engine, "person")
    app.button(key="record_save").click().run()
    assert app.exception, "the fault was not made"
    assert "refuse" in all_told(app, caplog)
    assert SECRET not in all_told(app, caplog)
    database().dispose()


def all_told(app: AppTest, caplog: pytest.LogCaptureFixture) -> str:
    """The screen's exception with its stack, and the log with its own."""
    shown = [f"{one.message}\n{one.stack_trace}" for one in app.exception]
    return "\n".join([*shown, caplog.text])


def test_a_command_that_fails_prints_nothing_of_it(
    engine: str, start: Start, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """A row that the database refuses ends the command with what Python prints."""
    start().run()
    refuse(engine, "field")
    database().dispose()
    try:
        main(["sample"])
    except Exception as error:
        logging.getLogger("as Python prints it").exception("uncaught", exc_info=error)
    told = "\n".join([*capsys.readouterr(), caplog.text])
    assert "refuse" in told
    assert "hemistry" not in told
