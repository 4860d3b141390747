"""Which version the tables have, and how they come to this program's: one Alembic history."""

from collections.abc import Callable, Iterable
from functools import cache
from sqlite3 import Connection as SQLiteConnection

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from lib.errors import Unready
from lib.settings import ROOT

LOCK = 7_141_103
"""PostgreSQL's advisory lock: of several replicas that start at once, one migrates."""


@cache
def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "lib" / "migrations"))
    return config


@cache
def _history() -> tuple[str, ...]:
    """All versions this program knows, newest first."""
    scripts = ScriptDirectory.from_config(_config())
    return tuple(script.revision for script in scripts.walk_revisions())


def newest() -> str:
    """The version this program works with."""
    return _history()[0]


def versions_in(connection: SQLiteConnection) -> list[str]:
    """The version of an SQLite file's tables, empty where it has none of Fieldwork's."""
    table = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    if connection.execute(table).fetchone() is None:
        return []
    return [row[0] for row in connection.execute("SELECT version_num FROM alembic_version")]


def refuse_newer(versions: Iterable[str]) -> None:
    """Stop where the tables have a version that this program does not know."""
    if unknown := set(versions) - set(_history()):
        raise Unready(
            f"This database was made by a newer Fieldwork (version {', '.join(unknown)}). "
            "Start that one, or choose another folder with FIELDWORK_DATA_DIR. "
            "Nothing was changed."
        )


def bring_up(engine: Engine, before: Callable[[], None]) -> bool:
    """Bring the tables to this version; `before` runs first where tables are there already.

    Returns whether anything was done.
    """
    with engine.connect() as connection:
        have = _versions(connection)
    refuse_newer(have)
    if newest() in have:
        return False
    if have:
        before()
    with _seeing_what_others_did(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        if newest() in _versions(connection):
            return False
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return True


def _seeing_what_others_did(engine: Engine) -> Engine:
    """On PostgreSQL a look after the wait for the lock sees what was committed meanwhile.

    Under the engine's own isolation it would see the moment before the wait.
    """
    if engine.dialect.name != "postgresql":
        return engine
    return engine.execution_options(isolation_level="READ COMMITTED")


def _versions(connection: Connection) -> tuple[str, ...]:
    return MigrationContext.configure(connection).get_current_heads()
