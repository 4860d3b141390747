"""The database: engines, read() and write(), and bringing the tables to this version.

Reading cannot write: SQLite reads with `query_only`, PostgreSQL in a read-only transaction.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import DatabaseError
from sqlite3 import connect as sqlite_connect
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from lib.errors import Conflict, Unready
from lib.settings import Settings
from lib.storage import backups, upgrade
from lib.storage.engines import make_engine

BUSY_MS = 5_000


class Database:
    """One database: `read()` for queries, `write()` for commands. Dispose of it when done."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.writer = _engine(settings, read_only=False)
        self.reader = _engine(settings, read_only=True)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session on one consistent state, which the database itself keeps from writing."""
        with _plain_words(), Session(self.reader) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: all of the block, or nothing of it."""
        with _plain_words(), Session(self.writer) as session, session.begin():
            yield session

    @contextmanager
    def write_in_turn(self) -> Iterator[Session]:
        """A transaction for one statement that adds to a row which others add to at that moment.

        On PostgreSQL it sees what they committed while it waited; `write` would refuse that.
        """
        anew = {} if self.settings.sqlite_file else {"isolation_level": "READ COMMITTED"}
        writer = self.writer.execution_options(**anew)
        with _plain_words(), Session(writer) as session, session.begin():
            yield session

    def dispose(self) -> None:
        """Close every connection."""
        self.writer.dispose()
        self.reader.dispose()


def open_database(settings: Settings) -> Database:
    """The database, its tables at this version; a copy is made before tables are changed."""
    file = settings.sqlite_file
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        backups.remove_old(file.parent / "backups", datetime.now(UTC).date())
        _refuse_a_newer_file(file)
    database = Database(settings)
    try:
        with _plain_words():
            upgrade.bring_up(database.writer, before=lambda: _copy_aside(file))
    except BaseException:
        database.dispose()
        raise
    return database


def backup(source: Path, target: Path) -> None:
    """A consistent copy of an SQLite file, also while it is in use."""
    with closing(sqlite_connect(source)) as old, closing(sqlite_connect(target)) as new:
        old.backup(new)


def _copy_aside(file: Path | None) -> None:
    if file is None or not file.exists() or file.stat().st_size == 0:
        return
    folder = file.parent / "backups"
    folder.mkdir(exist_ok=True)
    today = datetime.now(UTC).date()
    backup(file, folder / backups.name_for(file.stem, upgrade.newest(), today))


def _refuse_a_newer_file(file: Path) -> None:
    """Look before anything is opened for writing: a newer file stays as it is, byte for byte."""
    if not file.exists() or file.stat().st_size == 0:
        return
    try:
        with closing(sqlite_connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            versions = _versions_in(connection)
    except DatabaseError as error:
        raise Unready(
            f"{file.name} is not a database that Fieldwork can read. "
            "Put a backup in its place, or move it away to start anew. Nothing was changed."
        ) from error
    upgrade.refuse_newer(versions)


def _versions_in(connection: SQLiteConnection) -> list[str]:
    table = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    if connection.execute(table).fetchone() is None:
        return []
    return [row[0] for row in connection.execute("SELECT version_num FROM alembic_version")]


def _engine(settings: Settings, *, read_only: bool) -> Engine:
    if settings.sqlite_file is None:
        options = {"postgresql_readonly": True} if read_only else {}
        return make_engine(
            settings.database_url,
            pool_pre_ping=True,
            isolation_level="REPEATABLE READ",
            execution_options=options,
        )
    engine = make_engine(settings.database_url, connect_args={"timeout": BUSY_MS / 1000})
    event.listen(engine, "connect", _on_connect(read_only))
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _on_connect(read_only: bool) -> Callable[[SQLiteConnection, Any], None]:
    def prepare(connection: SQLiteConnection, _: Any) -> None:
        connection.isolation_level = None  # the engine's own "begin" event opens transactions
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        if read_only:
            connection.execute("PRAGMA query_only = ON")

    return prepare


@contextmanager
def _plain_words() -> Iterator[None]:
    """What the reader can do about a database that does not answer; the rest may crash."""
    try:
        yield
    except OperationalError as error:
        text = str(error.orig)
        if "locked" in text or "busy" in text:
            raise Unready("Another program is writing to the database. Try again.") from error
        if "could not serialize" in text or "deadlock" in text:
            raise Conflict("Something else was saved at the same moment. Try again.") from error
        if "unable to open" in text or "could not connect" in text or "refused" in text:
            raise Unready("The database cannot be reached. Check that it is there.") from error
        raise
