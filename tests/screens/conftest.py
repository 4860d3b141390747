"""A fresh Fieldwork for each screen test: an empty database, empty caches, no server."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import streamlit as st
from sqlalchemy import text
from streamlit.testing.v1 import AppTest

from lib.settings import ROOT
from tests.conftest import ENGINES, named, run_alone

Start = Callable[[], AppTest]
REFUSE = {
    "sqlite": """CREATE TRIGGER refuse BEFORE INSERT ON {table}
        BEGIN SELECT RAISE(ABORT, 'refused'); END""",
    "postgresql": "ALTER TABLE {table} ADD CONSTRAINT refuse CHECK (false) NOT VALID",
}


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Opens another window on the test's own database."""
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(tmp_path))
    monkeypatch.chdir(ROOT)
    st.cache_data.clear()
    st.cache_resource.clear()

    def window() -> AppTest:
        return AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)

    yield window
    from lib.ui.access.session import database

    database().dispose()
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture
def app(start: Start) -> AppTest:
    """One window, opened, with nothing in the database."""
    return start().run()


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
    """From now on the database takes no further row into this table."""
    from lib.ui.access.session import database

    with database().write() as session:
        session.execute(text(REFUSE[engine].format(table=table)))
