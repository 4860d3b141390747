"""The operators' script: a dump of PostgreSQL is kept once it was restored and looked at."""

import os
import subprocess
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from lib.commands.explorers import the_explorer
from lib.settings import ROOT, read_settings
from lib.storage.daily import to_keep
from lib.storage.database import open_database
from tests.away import OneDatabase
from tests.database.test_copying import held
from tests.factories import an_interview
from tests.pair import PROGRAMS

TODAY = date(2026, 11, 30)


@pytest.fixture
def two(postgres: str) -> Iterator[tuple[OneDatabase, OneDatabase]]:
    """What is copied, and what each copy is tried in."""
    both = OneDatabase(postgres), OneDatabase(postgres)
    yield both
    for one in both:
        one.drop()


def nightly(folder: Path, one: OneDatabase, trial: OneDatabase, day: date) -> int:
    named = {"FIELDWORK_DATABASE_URL": one.address, "TRIAL_DATABASE_URL": trial.address}
    path = f"{PROGRAMS}:{os.environ['PATH']}"
    ran = subprocess.run(
        [str(ROOT / "docs" / "deploy" / "nightly.sh"), str(folder), str(ROOT)],
        env={**os.environ, **named, "PATH": path, "TODAY": day.isoformat()},
        check=False,
    )
    return ran.returncode


def test_a_copy_is_kept_once_it_was_restored(
    two: tuple[OneDatabase, OneDatabase], tmp_path: Path
) -> None:
    opened = [open_database(read_settings({"FIELDWORK_DATABASE_URL": d.address})) for d in two]
    with opened[0].write() as session:
        an_interview(session, the_explorer(session), takeaway="to be found again")
    days = [TODAY - timedelta(days=number) for number in range(1, 60)]
    for day in days:
        (tmp_path / f"fieldwork-{day}.dump").write_bytes(b"")
    assert nightly(tmp_path, *two, TODAY) == 0
    assert held(opened[0]) == held(opened[1]) != {}
    left = {date.fromisoformat(one.name[10:20]) for one in tmp_path.glob("*.dump")}
    assert left == to_keep({*days, TODAY}, TODAY)
    for database in opened:
        database.dispose()


def test_a_copy_that_is_not_whole_is_not_kept_and_takes_no_place(
    two: tuple[OneDatabase, OneDatabase], tmp_path: Path
) -> None:
    opened = open_database(read_settings({"FIELDWORK_DATABASE_URL": two[0].address}))
    with opened.write() as session:
        an_interview(session, the_explorer(session), takeaway="to be found again")
        session.execute(text("DELETE FROM search_text"))
    opened.dispose()
    before = [tmp_path / f"fieldwork-{TODAY - timedelta(days=n)}.dump" for n in range(1, 20)]
    for one in before:
        one.write_bytes(b"")
    assert nightly(tmp_path, *two, TODAY) != 0
    assert sorted(tmp_path.iterdir()) == sorted(before)
