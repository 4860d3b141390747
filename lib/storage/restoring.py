"""Putting a backup in the database's place: while nobody has it open, keeping what was there.

SQLite writes what was saved last into a log beside the database. A log that is left beside another
database is written into that one, so the two are moved together or not at all.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from sqlite3 import DatabaseError, connect

from lib.errors import Refused, Unready
from lib.storage import upgrade
from lib.storage.backups import LOGS, at_rest_in, backup, name_for
from lib.storage.trouble import plain_words_of_files
from lib.storage.whole_files import second_name, to_the_disk

if sys.platform != "win32":
    import fcntl

COMING = ".restoring"
"""What the name of the backup ends in until it is in its place."""
ANOTHER = "Take another backup. Nothing was changed."
LOCKS, HOW_MANY = 0x40000000, 512
"""The bytes of a database on which SQLite's locks lie; whoever has it open holds some of them."""


def restore(source: Path, target: Path, today: date) -> Path | None:
    """Put the backup in the target's place; returns where lies what was there, None for nothing.

    Raises Refused for a file that is no whole database of Fieldwork's, and where the target is in
    use; then nothing was changed.
    """
    _refuse_what_is_no_backup(source, target)
    coming = target.with_name(f"{target.name}{COMING}")
    with plain_words_of_files():
        target.parent.mkdir(parents=True, exist_ok=True)
        with _nobody_uses(target):
            try:
                backup(source, coming, at_rest=True)
                there = _kept(target, today)
            except BaseException:
                coming.unlink(missing_ok=True)
                raise
            for one in (target, *_logs(target)):
                one.unlink(missing_ok=True)
            coming.replace(target)
            to_the_disk(target.parent)
    return there


def refuse_what_lost_its_database(target: Path) -> None:
    """Stop where a log lies without its database: opening it would delete the log."""
    if target.exists() and target.stat().st_size > 0:
        return
    if target.with_name(f"{target.name}{COMING}").exists():
        raise Unready(
            f"A restore of {target} was broken off. Do `python -m lib restore FILE` once more; "
            "what was there before lies in the folder backups beside it."
        )
    left = [log.name for log in _logs(target) if log.exists() and log.stat().st_size > 0]
    if left and not left[0].endswith("-shm"):
        raise Unready(
            f"{target} is missing, and its log {left[0]}, with what was saved last, is still "
            "there. Put the database back beside it; or do `python -m lib restore FILE` with a "
            "backup, which keeps the log; or move the log away to start anew. Nothing was changed."
        )


def _refuse_what_is_no_backup(source: Path, target: Path) -> None:
    if not source.is_file():
        raise Refused(f"There is no file {source}.")
    if target.exists() and source.samefile(target):
        raise Refused(f"{source} is the database itself. Name a backup of it.")
    try:
        with closing(connect(at_rest_in(source), uri=True)) as connection:
            whole = connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
            versions = upgrade.versions_in(connection)
    except DatabaseError as error:
        raise Refused(f"{source} is not a whole database. {ANOTHER}") from error
    if not whole:
        raise Refused(f"{source} is damaged. {ANOTHER}")
    if not versions:
        raise Refused(f"{source} holds no tables of Fieldwork's. {ANOTHER}")
    upgrade.refuse_newer(versions)


@contextmanager
def _nobody_uses(target: Path) -> Iterator[None]:
    """Hold SQLite's own locks meanwhile; raises Refused where any program has it open.

    Windows itself refuses to take away a file that a program has open.
    """
    if sys.platform == "win32" or not target.exists():
        yield
        return
    opened = os.open(target, os.O_RDWR)
    try:
        fcntl.lockf(opened, fcntl.LOCK_EX | fcntl.LOCK_NB, HOW_MANY, LOCKS)
        yield
    except BlockingIOError as error:
        raise Refused(
            f"{target.name} is in use. Stop Fieldwork, and whatever else has it open, then "
            "restore. Nothing was changed."
        ) from error
    finally:
        os.close(opened)


def _kept(target: Path, today: date) -> Path | None:
    """The database and its log under a second name: both, before either is taken away."""
    there = [one for one in (target, *_logs(target)) if one.exists()]
    if not there:
        return None
    folder = target.parent / "backups"
    folder.mkdir(exist_ok=True)
    name = _free(folder, name_for(target.stem, "restore", today))
    for one in there:
        second_name(one, name.with_name(f"{name.name}{one.name.removeprefix(target.name)}"))
    to_the_disk(folder)
    return name


def _free(folder: Path, name: str) -> Path:
    """The name, with a number behind it where it is taken, by a log alone too."""
    tried, number = folder / name, 1
    while any(one.exists() for one in (tried, *_logs(tried))):
        number += 1
        tried = folder / f"{Path(name).stem}-{number}.db"
    return tried


def _logs(target: Path) -> list[Path]:
    return [target.with_name(f"{target.name}{log}") for log in LOGS]
