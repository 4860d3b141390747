"""A fault of the database while somebody types: nothing of it on the screen or in the log."""

import logging
from collections.abc import Iterator
from uuid import uuid4

import pytest
from sqlalchemy import text
from streamlit.testing.v1 import AppTest

from lib.__main__ import main
from lib.ui.access.session import database
from tests.conftest import ENGINES, named, run_alone
from tests.screens.conftest import Start
from tests.screens.recording import a_filled_form, choose

SECRET = "Zanzibar"
REFUSE = {
    "sqlite": """CREATE TRIGGER refuse BEFORE INSERT ON TABLE_OF_IT
        BEGIN SELECT RAISE(ABORT, 'refused'); END""",
    "postgresql": "ALTER TABLE TABLE_OF_IT ADD CONSTRAINT refuse CHECK (name = '') NOT VALID",
}


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Which engine the app runs on; PostgreSQL names the whole row that it refuses."""
    if request.param == "sqlite":
        yield "sqlite"
        return
    uri, name = request.getfixturevalue("postgres"), f"screens_{uuid4().hex}"
    run_alone(uri, f"CREATE DATABASE {name} TEMPLATE fieldwork")
    monkeypatch.setenv("FIELDWORK_DATABASE_URL", named(uri, name))
    yield "postgresql"
    run_alone(uri, f"DROP DATABASE {name} WITH (FORCE)")


def refuse(engine: str, table: str) -> None:
    """From now on the database takes no row with a name into this table."""
    with database().write() as session:
        session.execute(text(REFUSE[engine].replace("TABLE_OF_IT", table)))


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
