"""Copies of an SQLite file: whole or not there; those made before the tables are changed say in
their name until when they are kept.
"""

import re
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from sqlite3 import connect

from lib.storage.trouble import plain_words_of_files
from lib.storage.whole_files import put_whole

KEPT = timedelta(days=30)
LOGS = ("-wal", "-shm", "-journal")
"""What the names of the files end in that SQLite puts beside a database."""
SEEN = "some-were-over-on"
_UNTIL = re.compile(r"-until-(\d{4}-\d{2}-\d{2})(?:-\d+)?\.db$")


def backup(source: Path, target: Path, *, at_rest: bool = False) -> None:
    """A consistent copy of an SQLite file, also while it is in use; replaces the target.

    `at_rest`: nobody writes to the source, and where it lies nothing need be written.
    """
    address = at_rest_in(source) if at_rest else f"{source.resolve().as_uri()}?mode=rw"
    with plain_words_of_files():
        put_whole(target, lambda beside: _copy(address, beside))


def _copy(address: str, beside: Path) -> None:
    with closing(connect(address, uri=True)) as old, closing(connect(beside)) as new:
        new.execute("PRAGMA synchronous = OFF")  # the whole file goes to the disk at the end
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")  # one file, also for who may only read it


def at_rest_in(source: Path) -> str:
    """How SQLite opens a file that nobody uses; with a log beside it, what is in that counts."""
    logged = any(source.with_name(f"{source.name}{log}").exists() for log in LOGS)
    return f"{source.resolve().as_uri()}?{'mode=rw' if logged else 'mode=ro&immutable=1'}"


def name_for(stem: str, version: str, today: date) -> str:
    """The name of a copy made today before the tables come to this version."""
    return f"{stem}-before-{version}-until-{today + KEPT}.db"


def kept(folder: Path) -> list[tuple[str, date]]:
    """The copies by name, each with its last day; the first to go first."""
    found = [(file.name, _UNTIL.search(file.name)) for file in folder.glob("*.db")]
    days = [(name, date.fromisoformat(day[1])) for name, day in found if day]
    return sorted(days, key=lambda copy: (copy[1], copy[0]))


def remove_old(folder: Path, today: date) -> None:
    """Remove the copies whose last day is over, where that was seen on a day before this one, too.

    Else a clock that is far ahead for an afternoon would take them all.
    """
    over = [name for name, last in kept(folder) if last < today]
    seen = folder / SEEN
    if not over:
        seen.unlink(missing_ok=True)
    elif timedelta(0) < today - _day_in(seen) <= KEPT:
        for name in over:
            for one in (name, *(f"{name}{log}" for log in LOGS)):
                (folder / one).unlink(missing_ok=True)
        seen.unlink()
    elif today != _day_in(seen):
        seen.write_text(today.isoformat())


def _day_in(seen: Path) -> date:
    try:
        return date.fromisoformat(seen.read_text())
    except (FileNotFoundError, ValueError):
        return date.min
