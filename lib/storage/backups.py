"""Copies made before the tables are changed: each says in its name until when it is kept."""

import re
from datetime import date, timedelta
from pathlib import Path

KEPT = timedelta(days=30)
_UNTIL = re.compile(r"-until-(\d{4}-\d{2}-\d{2})\.db$")


def name_for(stem: str, version: str, today: date) -> str:
    """The name of a copy made today before the tables come to this version."""
    return f"{stem}-before-{version}-until-{today + KEPT}.db"


def kept(folder: Path) -> list[tuple[str, date]]:
    """The copies by name, each with its last day; the first to go first."""
    found = [(file.name, _UNTIL.search(file.name)) for file in folder.glob("*.db")]
    days = [(name, date.fromisoformat(day[1])) for name, day in found if day]
    return sorted(days, key=lambda copy: (copy[1], copy[0]))


def remove_old(folder: Path, today: date) -> None:
    """Remove the copies whose last day is over."""
    for name, last in kept(folder):
        if last < today:
            (folder / name).unlink(missing_ok=True)
