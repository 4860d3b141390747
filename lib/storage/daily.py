"""A copy of an SQLite file for each day it is used: looked through before it counts.

Seven days are kept and, before those, the last copy of each of four weeks.
"""

import re
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path
from sqlite3 import connect

from lib.errors import Unready
from lib.storage.alone import alone
from lib.storage.backups import LOGS, backup
from lib.storage.health import looked_at
from lib.storage.trouble import DAMAGED, plain_words_of_files

DAYS, WEEKS = 7, 4
HELD = (
    "Copies of past days, at most eleven in the folder backups, hold it too until newer ones take "
    "their place: about five weeks of use. Delete them by hand if it is to go sooner."
)
"""What the screens say where something is to go for good."""
UNSEEN = ".unseen"
"""What the name of a copy ends in until it was looked through."""
_DAILY = re.compile(r"-daily-(\d{4}-\d{2}-\d{2})\.db$")


def copy_of_the_day(file: Path, today: date) -> Path | None:
    """Today's copy beside the database; None where it is there, or made by another at the moment.

    Raises AppError where it cannot be made, or the database is damaged; then none goes.
    """
    copy = file.parent / "backups" / f"{file.stem}-daily-{today}.db"
    if copy.exists() or not file.exists():
        return None
    with plain_words_of_files():
        copy.parent.mkdir(exist_ok=True)
        with alone(copy.parent / "daily.lock") as mine:
            if not mine or copy.exists():
                return None
            _copied(file, copy)
            _remove_all_but(copy.parent, to_keep(days_of(copy.parent), today))
    return copy


def days_of(folder: Path) -> set[date]:
    """The days of which there is a copy."""
    found = (_DAILY.search(file.name) for file in folder.glob("*.db"))
    return {date.fromisoformat(one[1]) for one in found if one}


def newest_copy(folder: Path) -> float | None:
    """When the latest of the copies was made, in seconds since 1970; None where there is none."""
    made = [file.stat().st_mtime for file in folder.glob("*.db") if _DAILY.search(file.name)]
    return max(made, default=None)


def to_keep(days: Iterable[date], today: date) -> set[date]:
    """Of these days the ones whose copies stay; days to come are counted by themselves.

    A clock that was ahead for an afternoon so takes the place of no copy that is real.
    """
    latest = sorted((day for day in days if day <= today), reverse=True)
    to_come = sorted(day for day in days if day > today)
    weeks: dict[tuple[int, int], date] = {}
    for day in latest[DAYS:]:
        weeks.setdefault(day.isocalendar()[:2], day)
    return {*latest[:DAYS], *islice(weeks.values(), WEEKS), *to_come[:DAYS]}


def _copied(file: Path, copy: Path) -> None:
    unseen = copy.with_name(f"{copy.name}{UNSEEN}")
    try:
        backup(file, unseen)
        with closing(connect(f"{unseen.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            if looked_at(connection).problems:
                raise Unready(DAMAGED)
        unseen.replace(copy)
    finally:
        unseen.unlink(missing_ok=True)


def _remove_all_but(folder: Path, days: set[date]) -> None:
    for file in folder.glob("*.db"):
        found = _DAILY.search(file.name)
        if found and date.fromisoformat(found[1]) not in days:
            for one in (file, *(file.with_name(f"{file.name}{log}") for log in LOGS)):
                one.unlink(missing_ok=True)
