"""What a database says when it cannot serve, made to happen on both engines: a sentence each."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from lib.commands.samples import load_samples
from lib.errors import Conflict, NotNow, Unready
from lib.settings import read_settings
from lib.storage import database as opening
from lib.storage import trouble
from lib.storage.database import Database, open_database
from tests.conftest import an_explorer, named

RAISED = [
    ("53100", Unready, trouble.FULL),
    ("55P03", NotNow, trouble.LOCKED),
    ("40001", Conflict, trouble.AT_ONCE),
    ("40P01", Conflict, trouble.AT_ONCE),
    ("57P03", NotNow, trouble.AWAY),
    ("08006", NotNow, trouble.AWAY),
    ("25006", NotNow, trouble.ONLY_READS),
    ("42501", Unready, trouble.MAY_NOT_WRITE),
    ("58030", Unready, trouble.DISK_FAILS),
    ("XX001", Unready, trouble.DAMAGED),
]


@pytest.fixture
def server(postgres: str) -> Database:
    return Database(read_settings({"FIELDWORK_DATABASE_URL": named(postgres, "fieldwork")}))


def raised(code: str) -> str:
    return f"DO $$ BEGIN RAISE EXCEPTION 'it' USING ERRCODE = '{code}'; END $$"


@pytest.mark.parametrize(("code", "kind", "words"), RAISED)
def test_what_a_server_refuses_is_a_sentence(
    server: Database, code: str, kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind) as found, server.write() as session:
        session.execute(text(raised(code)))
    assert str(found.value) == words
    server.dispose()


def test_a_connection_that_is_ended_is_a_server_that_is_away_and_the_next_one_goes_on(
    server: Database,
) -> None:
    with pytest.raises(NotNow) as found, server.write() as session:
        session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert str(found.value) == trouble.AWAY
    with server.write() as session:
        assert session.scalar(text("SELECT 1")) == 1
    server.dispose()


@pytest.mark.parametrize(
    "address", ["postgresql://ana@127.0.0.1:1/x", "postgresql://ana@/x?host=/no/such/folder"]
)
def test_a_server_that_is_not_there_is_away_over_tcp_and_over_a_socket(address: str) -> None:
    with pytest.raises(NotNow) as found:
        open_database(read_settings({"FIELDWORK_DATABASE_URL": address}))
    assert str(found.value) == trouble.AWAY


def test_a_server_without_the_database_says_so(postgres: str) -> None:
    with pytest.raises(Unready) as found:
        open_database(read_settings({"FIELDWORK_DATABASE_URL": named(postgres, "no_such")}))
    assert str(found.value) == trouble.NO_SUCH


def test_a_full_disk_keeps_nothing_of_a_press_and_all_of_before(tmp_path: Path) -> None:
    database = open_database(read_settings({"FIELDWORK_DATA_DIR": str(tmp_path)}))
    with database.write() as session:
        viewer = an_explorer(session)
    event.listen(database.writer, "connect", _no_room)
    database.writer.dispose()
    with pytest.raises(Unready) as found, database.write() as session:
        load_samples(session, viewer)
    assert str(found.value) == trouble.FULL
    event.remove(database.writer, "connect", _no_room)
    database.writer.dispose()
    with database.write() as session:
        assert session.scalar(text("SELECT count(*) FROM interview")) == 0
        load_samples(session, viewer)
    database.dispose()


def _no_room(connection: sqlite3.Connection, _: Any) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 1}")


def test_another_program_that_holds_the_file_is_named_as_that(
    tmp_path: Path, sqlite_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_MS", 20)
    settings = read_settings({"FIELDWORK_DATA_DIR": str(tmp_path)})
    opened = open_database(settings)
    with closing(sqlite3.connect(tmp_path / "fieldwork.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotNow) as found, opened.write() as session:
            session.execute(text("DELETE FROM draft"))
        with opened.read() as session:
            assert session.scalar(text("SELECT count(*) FROM explorer")) == 0
    assert str(found.value) == trouble.LOCKED
    opened.dispose()


def test_a_write_in_a_reading_transaction_is_a_bug_and_no_sentence(database: Database) -> None:
    with pytest.raises(DBAPIError), database.read() as session:
        session.execute(text("DELETE FROM draft"))


@pytest.mark.parametrize("words", ["password authentication failed", "no password supplied"])
def test_a_name_or_password_that_is_refused_is_said_without_it(words: str) -> None:
    class OperationalError(Exception):
        sqlstate = None

    with pytest.raises(Unready) as found, trouble.plain_words():
        raise DBAPIError("", {}, OperationalError(f"{words} ana:hush"))
    assert str(found.value) == trouble.NOT_LET_IN


def test_every_error_that_one_can_mend_says_how() -> None:
    verbs = re.compile(r"\b(Make|Close|Let|Put|put|Look|Mend|mend|Check|Name|Try|Stop) ")
    said = [*trouble.SQLITE.values(), *trouble.POSTGRESQL.values(), *trouble.OF_FILES.values()]
    assert [words for _, words in said if not verbs.search(words)] == []
