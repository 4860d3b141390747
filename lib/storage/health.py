"""Whether a database is whole: its pages, its references, what a search reads, its version.

It changes nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from sqlite3 import Connection, connect

from sqlalchemy import inspect, text

from lib.errors import Refused
from lib.searching import SEARCHED
from lib.settings import Settings
from lib.storage.engines import make_engine
from lib.storage.trouble import RESTORE, plain_words, plain_words_of_files
from lib.storage.upgrade import newest

NO_TABLES = f"start Fieldwork to begin anew, or put a backup there with {RESTORE}."
MOST = 20
"""Problems of one kind that are listed."""


@dataclass
class Health:
    """The tables' version, and a sentence for each thing that is wrong."""

    version: str = ""
    problems: list[str] = field(default_factory=list)


def health(settings: Settings) -> Health:
    """Look at the database as it is, without opening it for writing."""
    file = settings.sqlite_file
    found = _of_server(settings) if file is None else _of_file(file)
    if not found.version:
        found.problems.append(f"There are no tables of Fieldwork's in it: {NO_TABLES}")
    elif found.version != newest():
        found.problems.append(
            f"The tables are at version {found.version}, this Fieldwork works with {newest()}: "
            "run migrate, or start the Fieldwork that made them."
        )
    return found


def _of_file(file: Path) -> Health:
    if not file.exists():
        raise Refused(f"There is no database at {file} yet.")
    address = f"{file.resolve().as_uri()}?mode=ro"
    with plain_words_of_files(), closing(connect(address, uri=True)) as connection:
        found = looked_at(connection)
        if found.version == newest() and not found.problems:
            found.problems += _searched(lambda asked: connection.execute(asked).fetchone()[0])
    return found


def looked_at(connection: Connection) -> Health:
    """What an SQLite file says of itself; a database of another version is whole all the same."""
    found = Health()
    found.problems += [f"Damage: {said}." for said in islice(_damage(connection), MOST)]
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(MOST):
        found.problems.append(f"A row of {table} ({row}) refers to nothing in {parent}.")
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if "alembic_version" in tables:
        versions = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        found.version = ", ".join(version for (version,) in versions)
    return found


def _damage(connection: Connection) -> Iterator[str]:
    """What SQLite says of its own pages."""
    for (said,) in connection.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield said


def _of_server(settings: Settings) -> Health:
    """PostgreSQL checks its own references and pages; the rest is left to look at."""
    engine = make_engine(settings.database_url)
    try:
        with plain_words(), engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                return Health()
            versions = connection.execute(text("SELECT version_num FROM alembic_version"))
            found = Health(", ".join(versions.scalars()))
            if found.version == newest():
                found.problems += _searched(lambda asked: connection.scalar(text(asked)) or 0)
            return found
    finally:
        engine.dispose()


def _searched(count: Callable[[str], int]) -> Iterator[str]:
    """Texts and their words are written together: one without the other is something half-done."""
    beside = "explorer_id = t.explorer_id AND {0}.id = t.id"
    for name, (columns, _) in SEARCHED.items():
        said = " || ".join(f"coalesce({column}, '')" for column in columns)
        of_it = f"SELECT 1 FROM search_text s WHERE s.{beside.format('s')}"
        lost = f"SELECT count(*) FROM {name} t WHERE {said} <> '' AND NOT EXISTS ({of_it})"
        if number := count(lost):
            yield f"{number:,} texts of {name} are not among the words that a search reads."
    without = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {name} WHERE {name}.{beside.format(name)})" for name in SEARCHED
    )
    if number := count(f"SELECT count(*) FROM search_text t WHERE {without}"):
        yield f"{number:,} of the words that a search reads belong to no text."
