"""What a database says when it cannot serve, as one sentence each for the reader: the same from
every command and every screen. What is none of these is a bug, and may crash.
"""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from sqlite3 import Error as SQLiteError
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoneFree

from lib.errors import AppError, Conflict, NotNow, Unready

RESTORE = "`python -m lib restore FILE`"
FULL = (
    "The disk on which the database lies is full. Make room there, then try again: "
    "nothing of this was kept."
)
LOCKED = "Another program is using the database. Close it or wait a moment, then try again."
MAY_NOT_WRITE = (
    "The database can be read and not written. Let Fieldwork write to its file and to the folder "
    "around it, then try again."
)
MAY_NOT_OPEN = (
    "The database's file cannot be opened. Let Fieldwork read and write it and the folder around "
    "it, then try again."
)
NO_DATABASE = (
    f"What lies in its place is not a database. Put a backup there with {RESTORE}, which keeps "
    "what is there now, or move it away to start anew. Nothing was changed."
)
DAMAGED = (
    f"The database is damaged. Stop Fieldwork and put a backup in its place with {RESTORE}, "
    "which keeps what is there now."
)
DISK_FAILS = (
    "The disk on which the database lies cannot be read or written. Look whether it is whole and "
    "attached, then try again: nothing of this was kept."
)
AWAY = "The database cannot be reached. Check that it is there, then try again."
NOT_LET_IN = "The database lets nobody in by this name and password. Mend FIELDWORK_DATABASE_URL."
NO_SUCH = "The server has no such database. Make it, or mend FIELDWORK_DATABASE_URL."
ONLY_READS = (
    "This database server only reads, as a standby does. Name the one that writes in "
    "FIELDWORK_DATABASE_URL, or wait until it does."
)
AT_ONCE = "Something else was saved at the same moment. Try again."

Said = tuple[type[AppError], str]

SQLITE: Mapping[str, Said] = {
    "SQLITE_FULL": (Unready, FULL),
    "SQLITE_BUSY": (NotNow, LOCKED),
    "SQLITE_LOCKED": (NotNow, LOCKED),
    "SQLITE_PROTOCOL": (NotNow, LOCKED),
    "SQLITE_READONLY": (Unready, MAY_NOT_WRITE),
    "SQLITE_PERM": (NotNow, MAY_NOT_OPEN),
    "SQLITE_CANTOPEN": (NotNow, MAY_NOT_OPEN),
    "SQLITE_NOTADB": (Unready, NO_DATABASE),
    "SQLITE_CORRUPT": (Unready, DAMAGED),
    "SQLITE_IOERR": (Unready, DISK_FAILS),
}
"""By the name of SQLite's error, without what comes behind a further underline."""

POSTGRESQL: Mapping[str, Said] = {
    "53100": (Unready, FULL),
    "53300": (NotNow, AWAY),
    "55P03": (NotNow, LOCKED),
    "40001": (Conflict, AT_ONCE),
    "40P01": (Conflict, AT_ONCE),
    "57P": (NotNow, AWAY),
    "08": (NotNow, AWAY),
    "28": (Unready, NOT_LET_IN),
    "3D": (Unready, NO_SUCH),
    "25006": (NotNow, ONLY_READS),
    "42501": (Unready, MAY_NOT_WRITE),
    "58": (Unready, DISK_FAILS),
    "XX001": (Unready, DAMAGED),
    "XX002": (Unready, DAMAGED),
}
"""By how PostgreSQL's code of an error begins."""

CONNECTING: Mapping[str, Said] = {
    "password authentication failed": (Unready, NOT_LET_IN),
    "no password supplied": (Unready, NOT_LET_IN),
    " does not exist": (Unready, NO_SUCH),
}
"""While connecting psycopg hands on words without a code; all others mean that nobody answers."""

OF_FILES: Mapping[int, Said] = {
    errno.ENOSPC: (Unready, FULL),
    errno.EDQUOT: (Unready, FULL),
    errno.EROFS: (Unready, MAY_NOT_WRITE),
    errno.EACCES: (NotNow, MAY_NOT_OPEN),
    errno.EPERM: (NotNow, MAY_NOT_OPEN),
    errno.EIO: (Unready, DISK_FAILS),
}

BY_OURSELVES = "SQLITE_READONLY"
"""What SQLite says to a write in a read-only transaction of ours, and to nothing else there."""


@contextmanager
def plain_words(*, reading: bool = False) -> Iterator[None]:
    """What the reader can do about a database that cannot serve; the rest is raised as it is."""
    try:
        yield
    except (DBAPIError, SQLiteError, NoneFree) as error:
        said = _said(error, reading=reading)
        if said is None:
            raise
        kind, words = said
        raise kind(words) from error


@contextmanager
def plain_words_of_files() -> Iterator[None]:
    """The same where the database's own files are looked for, made, copied or moved."""
    try:
        with plain_words():
            yield
    except OSError as error:
        kind, words = OF_FILES.get(error.errno or 0, (Unready, DISK_FAILS))
        raise kind(words) from error


def _said(error: Exception, *, reading: bool) -> Said | None:
    if isinstance(error, NoneFree):  # all connections of this process are in use
        return NotNow, AWAY
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, SQLiteError):
        return _of_sqlite(cause, reading=reading)
    return _of_postgresql(cause, reading=reading)


def _of_sqlite(cause: SQLiteError, *, reading: bool) -> Said | None:
    name = getattr(cause, "sqlite_errorname", "")
    if reading and name == BY_OURSELVES:
        return None
    return SQLITE.get("_".join(name.split("_")[:2]))


def _of_postgresql(cause: Any, *, reading: bool) -> Said | None:
    code = getattr(cause, "sqlstate", None)
    if code is None:
        if type(cause).__name__ not in {"OperationalError", "ConnectionTimeout"}:
            return None
        found = (said for words, said in CONNECTING.items() if words in str(cause))
        return next(found, (NotNow, AWAY))
    if reading and code == "25006":
        return None
    return next((said for begin, said in POSTGRESQL.items() if code.startswith(begin)), None)
