"""Engines whose errors never repeat what somebody typed: not the parameters, not a key's values.

PostgreSQL names the values of a key or a whole row beside its message, and both engines repeat a
word that they cannot read; such a message stands in logs, on screens and in tracebacks.
"""

import sqlite3
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext

from lib.errors import AppError

NAMING = ("08", "23", "25", "40", "53", "55", "57", "58", "42P01", "42703", "42501")
"""PostgreSQL's classes and codes whose first line names tables, rules and servers, no value."""

ANSWERS_WITHIN = "5"
"""Seconds that a server has to answer in, where its address names no other number."""
FOR_ANY_POOLER = {"prepare_threshold": None}
"""PgBouncer in transaction mode gives each transaction another connection, and before its version
1.21 knows nothing of the statements that were prepared on the last one: none is prepared."""


def make_engine(url: str | URL, **options: Any) -> Engine:
    """An engine as `create_engine` makes it, silent about values; the only way to get one."""
    if (server := make_url(url)).get_backend_name() == "postgresql":
        url = server.set(query={"connect_timeout": ANSWERS_WITHIN, **server.query})
        options["connect_args"] = FOR_ANY_POOLER
    engine = create_engine(url, hide_parameters=True, **options)
    event.listen(engine, "handle_error", _say_no_value)
    return engine


def _say_no_value(context: ExceptionContext) -> None:
    """Put words of our own in place of the driver's, in its error and in the one around it."""
    error = context.original_exception
    if not isinstance(error, Exception) or isinstance(error, AppError):
        return
    words = _words(error)
    error.args = (words,)
    if context.sqlalchemy_exception is not None:
        kind = type(error)
        context.sqlalchemy_exception.args = (f"({kind.__module__}.{kind.__qualname__}) {words}",)


def _words(error: Exception) -> str:
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    if state := getattr(error, "sqlstate", None):
        named = state.startswith(NAMING)
        return _first_line(error) if named else f"PostgreSQL refused it ({state})"
    if type(error).__name__ in {"OperationalError", "ConnectionTimeout"}:
        return str(error)  # of the connection: nothing was sent yet
    return "a value could not be sent or read"


def _of_sqlite(error: sqlite3.Error) -> str:
    """Its own words, but for statements it cannot read and text it cannot decode."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return "a value could not be sent or read"
    if code == sqlite3.SQLITE_ERROR and not str(error).startswith("no such table"):
        return "SQLite could not read the statement"
    return str(error)


def _first_line(error: Any) -> str:
    """Without the detail, the hint and the context that follow it."""
    return error.diag.message_primary or str(error).partition("\n")[0]
