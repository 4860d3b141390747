"""A copy for each day that Fieldwork runs: whole, few enough, and good to restore from."""

import logging
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.commands.explorers import the_explorer
from lib.errors import Unready
from lib.model import Interview
from lib.queries.whole import all_rows
from lib.serving.daily_copies import daily_copies
from lib.settings import Settings, read_settings
from lib.storage.daily import DAYS, WEEKS, copy_of_the_day, days_of, to_keep
from lib.storage.database import Database, open_database
from lib.storage.health import health
from lib.storage.restoring import restore
from tests.conftest import run_apart
from tests.factories import an_interview

TODAY = date(2026, 11, 30)
ONE = timedelta(days=1)


@pytest.fixture
def settings(tmp_path: Path, sqlite_file: Path) -> Settings:
    shutil.copy(sqlite_file, tmp_path / "fieldwork.db")
    return read_settings({"FIELDWORK_DATA_DIR": str(tmp_path)})


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    opened = open_database(settings)
    yield opened
    opened.dispose()


def file_of(settings: Settings) -> Path:
    assert settings.sqlite_file is not None
    return settings.sqlite_file


def conversations(settings: Settings) -> int:
    opened = open_database(settings)
    with opened.write() as session:
        me = the_explorer(session)
    with opened.read() as session:
        found = len(list(all_rows(session, me, Interview)))
    opened.dispose()
    return found


def test_each_days_copy_is_that_day_restored(settings: Settings, tmp_path: Path) -> None:
    file = file_of(settings)
    opened = open_database(settings)
    for number in range(5):
        with opened.write() as session:
            an_interview(session, the_explorer(session), field=f"Field {number}")
        assert copy_of_the_day(file, TODAY + number * ONE) is not None
    opened.dispose()
    for number in range(5):
        copy = file.parent / "backups" / f"fieldwork-daily-{TODAY + number * ONE}.db"
        restore(copy, file, TODAY)
        assert health(settings).problems == []
        assert conversations(settings) == number + 1


def test_one_a_day_and_none_where_there_is_nothing(settings: Settings, tmp_path: Path) -> None:
    file = file_of(settings)
    assert copy_of_the_day(tmp_path / "none.db", TODAY) is None
    first = copy_of_the_day(file, TODAY)
    assert first is not None
    made = first.stat().st_mtime_ns
    assert copy_of_the_day(file, TODAY) is None
    assert first.stat().st_mtime_ns == made


def test_a_copy_is_made_while_somebody_writes(database: Database) -> None:
    with database.write() as session:
        an_interview(session, the_explorer(session))
        session.flush()
        copy = copy_of_the_day(file_of(database.settings), TODAY)
    assert copy is not None
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM interview").fetchone() == (0,)


def test_a_damaged_database_takes_the_place_of_no_copy(settings: Settings) -> None:
    file = file_of(settings)
    for number in range(DAYS):
        copy_of_the_day(file, TODAY - number * ONE)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        orphan = "INSERT INTO draft VALUES (x'01', x'02', 'form', '{}', '2026-03-02')"
        connection.execute(orphan)
        connection.commit()
    before = days_of(file.parent / "backups")
    with pytest.raises(Unready, match="is damaged"):
        copy_of_the_day(file, TODAY + ONE)
    assert days_of(file.parent / "backups") == before
    assert not list((file.parent / "backups").glob("*.unseen*"))


def test_seven_days_and_four_weeks_before_them(settings: Settings) -> None:
    file = file_of(settings)
    folder = file.parent / "backups"
    folder.mkdir()
    for number in range(1, 60):  # 29 November 2026 is a Sunday
        (folder / f"fieldwork-daily-{TODAY - number * ONE}.db").write_bytes(b"")
    (folder / "fieldwork-before-0009-until-2026-12-20.db").write_bytes(b"")
    copy_of_the_day(file, TODAY)
    days = [TODAY - number * ONE for number in range(7)]
    weeks = [date(2026, 11, 23), date(2026, 11, 22), date(2026, 11, 15), date(2026, 11, 8)]
    assert days_of(folder) == {*days, *weeks}
    assert (folder / "fieldwork-before-0009-until-2026-12-20.db").exists()


DATES = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(st.sets(DATES, max_size=80), DATES)
def test_few_are_kept_and_never_the_latest_lost(days: set[date], today: date) -> None:
    kept = to_keep(days | {today}, today)
    past = {day for day in kept if day <= today}
    assert today in past
    assert len(past) <= DAYS + WEEKS
    assert len(kept) <= 2 * DAYS + WEEKS
    assert past >= set(sorted(day for day in days if day <= today)[-DAYS + 1 :])
    assert to_keep(kept, today) == kept


@given(st.integers(40, 120), DATES)
def test_day_after_day_four_weeks_are_reached(many: int, first: date) -> None:
    kept: set[date] = set()
    for number in range(many):
        kept = to_keep(kept | {first + number * ONE}, first + number * ONE)
    today = first + (many - 1) * ONE
    assert 21 <= (today - min(kept)).days <= 35


def test_an_afternoon_with_a_clock_far_ahead_takes_one_day(settings: Settings) -> None:
    file = file_of(settings)
    folder = file.parent / "backups"
    for number in range(DAYS, 0, -1):
        copy_of_the_day(file, TODAY - number * ONE)
    copy_of_the_day(file, date(2090, 1, 1))
    assert len(days_of(folder) - {date(2090, 1, 1)}) == DAYS
    for number in range(30):
        copy_of_the_day(file, TODAY + number * ONE)
    assert days_of(folder) >= {TODAY + number * ONE for number in range(23, 30)}


async def _served(settings: Settings, until: Path) -> None:
    days = iter([TODAY, TODAY, TODAY + ONE])
    async with daily_copies(settings, every=0.01, today=lambda: next(days, TODAY + ONE)):
        with anyio.fail_after(60):
            while not until.exists():
                await anyio.sleep(0.01)


def test_a_running_server_makes_the_next_days_copy_too(settings: Settings) -> None:
    folder = file_of(settings).parent / "backups"
    run_apart(_served, settings, folder / f"fieldwork-daily-{TODAY + ONE}.db")
    assert days_of(folder) == {TODAY, TODAY + ONE}


def test_what_keeps_it_from_that_is_in_the_log(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    async def served() -> None:
        async with daily_copies(settings, every=0.01):
            with anyio.fail_after(60):
                while not caplog.records:
                    await anyio.sleep(0.01)

    file_of(settings).write_bytes(b"no database" * 1000)
    with caplog.at_level(logging.WARNING):
        run_apart(served)
    assert "Today's copy of the database was not made: What lies in its place" in caplog.text


def test_two_servers_make_one(settings: Settings) -> None:
    file = file_of(settings)

    async def both() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(4):
                tasks.start_soon(anyio.to_thread.run_sync, copy_of_the_day, file, TODAY)

    run_apart(both)
    assert days_of(file.parent / "backups") == {TODAY}
    assert not [one for one in (file.parent / "backups").iterdir() if one.suffix == ".part"]
