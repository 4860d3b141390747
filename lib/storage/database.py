"""The database: engines, read() and write(), and bringing the tables to this version.

Reading cannot write: SQLite reads with `query_only`, PostgreSQL in a read-only transaction.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import connect as sqlite_connect
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy import URL, Engine, event
from sqlalchemy.orm import Session

from lib.errors import AppError, NotNow, Unready
from lib.settings import Settings
from lib.storage import backups, upgrade
from lib.storage.backups import backup
from lib.storage.engines import make_engine
from lib.storage.once import KEPT
from lib.storage.restoring import refuse_what_lost_its_database
from lib.storage.trouble import plain_words, plain_words_of_files

BUSY_MS = 5_000
AWAY_FOR = 30.0
"""Seconds for which a standby that did not answer is left alone."""
Answer = TypeVar("Answer")


class Database:
    """One database: `read()` for queries, `write()` for commands. Dispose of it when done."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.writer = _engine(settings, read_only=False)
        self.reader = _engine(settings, read_only=True)
        self.standby = Standby(settings)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session on one consistent state, which the database itself keeps from writing."""
        with plain_words(reading=True), Session(self.reader, info={KEPT: {}}) as session:
            yield session

    def ask(
        self, question: Callable[[Session], Answer], *, held: Callable[[Session], bool]
    ) -> Answer:
        """What the question finds on a standby that holds what it is about, else on the primary.

        `held` is asked within the same consistent state. Any trouble on the standby counts as
        not held.
        """
        with suppress(AppError), self.standby.read() as session:
            if session is not None and held(session):
                return question(session)
        with self.read() as session:
            return question(session)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: all of the block, or nothing of it."""
        with plain_words(), Session(self.writer) as session, session.begin():
            yield session

    @contextmanager
    def write_in_turn(self) -> Iterator[Session]:
        """A transaction for one statement that adds to a row which others add to at that moment.

        On PostgreSQL it sees what they committed while it waited; `write` would refuse that.
        """
        anew = {} if self.settings.sqlite_file else {"isolation_level": "READ COMMITTED"}
        writer = self.writer.execution_options(**anew)
        with plain_words(), Session(writer) as session, session.begin():
            yield session

    def dispose(self) -> None:
        """Close every connection."""
        self.writer.dispose()
        self.reader.dispose()
        self.standby.dispose()


class Standby:
    """A second server that only reads, where the address names one."""

    def __init__(self, settings: Settings) -> None:
        url = settings.standby_url
        self.engine = _server(url, read_only=True) if url else None
        self._not_before = 0.0

    @contextmanager
    def read(self) -> Iterator[Session | None]:
        """A session on one consistent state; None without a standby, and for a while after trouble.

        Else every read would wait anew for one that does not answer.
        """
        if self.engine is None or monotonic() < self._not_before:
            yield None
            return
        try:
            with plain_words(reading=True), Session(self.engine) as session:
                yield session
        except NotNow:
            self._not_before = monotonic() + AWAY_FOR
            raise

    def dispose(self) -> None:
        """Close its connections."""
        if self.engine is not None:
            self.engine.dispose()


def open_database(settings: Settings) -> Database:
    """The database, its tables at this version; a copy is made before tables are changed."""
    file = settings.sqlite_file
    if file is not None:
        _prepared(file)
    database = Database(settings)
    try:
        with plain_words_of_files():
            upgrade.bring_up(database.writer, before=lambda: _copy_aside(file))
    except BaseException:
        database.dispose()
        raise
    return database


def _copy_aside(file: Path | None) -> None:
    if file is None or not file.exists() or file.stat().st_size == 0:
        return
    folder = file.parent / "backups"
    folder.mkdir(exist_ok=True)
    today = datetime.now(UTC).date()
    backup(file, folder / backups.name_for(file.stem, upgrade.newest(), today))


def _prepared(file: Path) -> None:
    """Look before anything is opened for writing: what is refused stays, byte for byte."""
    make_folder(file.parent)
    with plain_words_of_files():
        refuse_what_lost_its_database(file)
        if file.exists() and file.stat().st_size > 0:
            with closing(sqlite_connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
                upgrade.refuse_newer(upgrade.versions_in(connection))
    with suppress(OSError):  # they stay where the folder may not be written
        backups.remove_old(file.parent / "backups", datetime.now(UTC).date())


def make_folder(folder: Path) -> None:
    """Make the data folder where it is not there; raises Unready where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unready(
            f"The folder {folder} cannot be made: {error.strerror}. Make it yourself, or name "
            "another in FIELDWORK_DATA_DIR."
        ) from error


def _engine(settings: Settings, *, read_only: bool) -> Engine:
    if settings.sqlite_file is None:
        return _server(settings.database_url, read_only=read_only)
    # A folder's name may hold signs that mean something in an address.
    address = URL.create("sqlite", database=str(settings.sqlite_file))
    engine = make_engine(address, connect_args={"timeout": BUSY_MS / 1000})
    event.listen(engine, "connect", _on_connect(read_only))
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _server(url: str, *, read_only: bool) -> Engine:
    return make_engine(
        url,
        pool_pre_ping=True,
        isolation_level="REPEATABLE READ",
        execution_options={"postgresql_readonly": True} if read_only else {},
    )


def _on_connect(read_only: bool) -> Callable[[SQLiteConnection, Any], None]:
    def prepare(connection: SQLiteConnection, _: Any) -> None:
        connection.isolation_level = None  # the engine's own "begin" event opens transactions
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")

    return prepare
