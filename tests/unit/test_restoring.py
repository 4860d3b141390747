"""`restore` puts a backup in the database's place, and keeps what was there."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lib.errors import Refused, Unready
from lib.settings import read_settings
from lib.storage.backups import backup, remove_old
from lib.storage.database import open_database
from lib.storage.restoring import COMING, restore

TODAY = date(2026, 3, 1)
KEPT = "fieldwork-before-restore-until-2026-03-31.db"
COUNT = "SELECT count(*) FROM mark"


@pytest.fixture
def file(tmp_path: Path, sqlite_file: Path) -> Path:
    """A database with one mark."""
    shutil.copy(sqlite_file, tmp_path / "fieldwork.db")
    add(tmp_path / "fieldwork.db", 1)
    return tmp_path / "fieldwork.db"


@pytest.fixture
def copy(file: Path, tmp_path: Path) -> Path:
    """A backup of it, in a folder of its own."""
    (tmp_path / "away").mkdir()
    backup(file, tmp_path / "away" / "copy.db")
    return tmp_path / "away" / "copy.db"


def add(file: Path, number: int) -> None:
    with closing(sqlite3.connect(file)) as connection:
        insert(connection, number)
        connection.commit()


def insert(connection: sqlite3.Connection, number: int) -> None:
    """Something to count, beside Fieldwork's own tables."""
    connection.execute("CREATE TABLE IF NOT EXISTS mark (number)")
    connection.executemany("INSERT INTO mark VALUES (?)", [(one,) for one in range(number)])


def count(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        found: int = connection.execute(COUNT).fetchone()[0]
    return found


KILLED = """
import os, sqlite3, sys
sys.path.insert(0, {root!r})
from tests.unit.test_restoring import insert
connection = sqlite3.connect({file!r})
insert(connection, 3)
connection.commit()
os._exit(9)
"""
HOLDING = """
import sqlite3, sys
connection = sqlite3.connect({file!r})
connection.execute("SELECT count(*) FROM mark").fetchone()
print("open", flush=True)
sys.stdin.readline()
"""


def killed_after_a_save(file: Path) -> None:
    """What three saves leave of which none was brought over from the log."""
    root = str(Path(__file__).resolve().parents[2])
    script = KILLED.format(file=str(file), root=root)
    ran = subprocess.run([sys.executable, "-c", script], check=False)
    assert ran.returncode == 9
    assert file.with_name("fieldwork.db-wal").stat().st_size > 0


@contextmanager
def held_open(file: Path) -> Iterator[None]:
    """Another program that has it open and does nothing."""
    command = [sys.executable, "-c", HOLDING.format(file=str(file))]
    with subprocess.Popen(command, stdin=-1, stdout=-1, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        yield
        other.stdin.write("\n")
        other.stdin.close()


def test_the_log_of_a_killed_program_is_kept_with_its_database_and_never_with_the_backup(
    file: Path, copy: Path
) -> None:
    killed_after_a_save(file)
    kept = restore(copy, file, TODAY)
    assert count(file) == 1
    assert kept == file.parent / "backups" / KEPT
    assert kept.with_name(f"{KEPT}-wal").exists()
    assert count(kept) == 4
    assert sorted(one.name for one in file.parent.glob("fieldwork.db*")) == ["fieldwork.db"]


def test_what_was_kept_can_be_put_back(file: Path, copy: Path) -> None:
    add(file, 2)
    first = restore(copy, file, TODAY)
    assert first is not None
    second = restore(first, file, TODAY)
    assert count(file) == 3
    assert second is not None
    assert second.name == KEPT.replace(".db", "-2.db")
    assert count(second) == 1


def test_what_was_kept_goes_with_its_log_after_thirty_days(file: Path, copy: Path) -> None:
    killed_after_a_save(file)
    restore(copy, file, TODAY)
    folder = file.parent / "backups"
    remove_old(folder, date(2026, 3, 31))
    assert len(list(folder.iterdir())) == 3
    for day in (1, 2):
        remove_old(folder, date(2026, 4, day))
    assert list(folder.iterdir()) == []


def test_it_refuses_while_any_program_has_it_open_and_changes_nothing(
    file: Path, copy: Path
) -> None:
    add(file, 1)
    with held_open(file), pytest.raises(Refused, match=r"is in use\. Stop Fieldwork"):
        restore(copy, file, TODAY)
    assert count(file) == 2
    assert sorted(one.name for one in file.parent.iterdir()) == ["away", "fieldwork.db"]
    restore(copy, file, TODAY)
    assert count(file) == 1


def test_it_takes_the_place_of_what_is_damaged_or_no_database_and_keeps_that_too(
    file: Path, copy: Path
) -> None:
    file.write_bytes(b"no database" * 1000)
    kept = restore(copy, file, TODAY)
    assert count(file) == 1
    assert kept is not None
    assert kept.read_bytes() == b"no database" * 1000


def test_it_makes_the_first_database_of_a_new_machine(copy: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "fieldwork.db"
    assert restore(copy, target, TODAY) is None
    assert count(target) == 1


def test_a_backup_on_a_medium_that_cannot_be_written_is_read(file: Path, copy: Path) -> None:
    old = copy.with_name("old.db")
    shutil.copy(file, old)  # its header still says that a log belongs to it
    restore(old, file, TODAY)
    assert count(file) == 1
    assert sorted(one.name for one in copy.parent.iterdir()) == ["copy.db", "old.db"]


def test_what_is_no_whole_backup_is_refused_and_changes_nothing(
    file: Path, copy: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE song (name)")
    half, text, empty, newer = (tmp_path / name for name in ("half", "text", "empty", "newer"))
    half.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    text.write_bytes(b"no database" * 1000)
    empty.write_bytes(b"")
    shutil.copy(copy, newer)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = file.read_bytes()
    for source, words in (
        (other, "holds no tables of Fieldwork's"),
        (half, "is not a whole database|is damaged"),
        (text, "is not a whole database"),
        (empty, "holds no tables"),
        (newer, "newer Fieldwork"),
        (file, "is the database itself"),
        (tmp_path / "none", "There is no file"),
        (tmp_path, "There is no file"),
    ):
        with pytest.raises((Refused, Unready), match=words):
            restore(source, file, TODAY)
    assert file.read_bytes() == before
    assert not (tmp_path / "backups").exists()


@pytest.mark.parametrize("place", range(8))
def test_a_restore_that_ends_anywhere_leaves_the_old_the_new_or_a_sentence(
    file: Path, copy: Path, place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database of before is somewhere whole, and no log is written into another one."""
    killed_after_a_save(file)
    steps = iter(range(place))

    def ends_after(step: Callable[..., Any]) -> Callable[..., Any]:
        def stepped(*arguments: Any, **more: Any) -> Any:
            if next(steps, None) is None:
                raise KeyboardInterrupt
            return step(*arguments, **more)

        return stepped

    for owner, name in ((Path, "unlink"), (Path, "replace"), (os, "link")):
        monkeypatch.setattr(owner, name, ends_after(getattr(owner, name)))
    with suppress(KeyboardInterrupt):
        restore(copy, file, TODAY)
    monkeypatch.undo()
    settings = read_settings({"FIELDWORK_DATA_DIR": str(file.parent)})
    kept = file.parent / "backups" / KEPT
    refused = ""
    try:
        open_database(settings).dispose()
    except Unready as error:
        refused = str(error)
    there = 0 if refused else count(file)
    assert ("python -m lib restore FILE" in refused) == (there == 0)
    assert there == 4 or count(kept) == 4
    restore(copy, file, TODAY)
    assert count(file) == 1


def test_a_log_without_its_database_is_not_deleted(file: Path) -> None:
    killed_after_a_save(file)
    settings = read_settings({"FIELDWORK_DATA_DIR": str(file.parent)})
    whole, log = file.read_bytes(), file.with_name("fieldwork.db-wal").read_bytes()
    for left in (None, b""):
        file.unlink(missing_ok=True)
        if left is not None:
            file.write_bytes(left)
        with pytest.raises(Unready, match=r"its log fieldwork.db-wal.*restore FILE"):
            open_database(settings)
        assert file.with_name("fieldwork.db-wal").read_bytes() == log
    file.write_bytes(whole)
    open_database(settings).dispose()
    assert count(file) == 4


def test_a_first_start_that_was_killed_starts_anew(tmp_path: Path) -> None:
    (tmp_path / "fieldwork.db").touch()
    (tmp_path / "fieldwork.db-shm").write_bytes(bytes(32_768))
    open_database(read_settings({"FIELDWORK_DATA_DIR": str(tmp_path)})).dispose()


def test_a_restore_that_was_broken_off_is_not_taken_for_a_new_beginning(tmp_path: Path) -> None:
    (tmp_path / f"fieldwork.db{COMING}").write_bytes(b"all of it")
    with pytest.raises(Unready, match=r"A restore of .* was broken off"):
        open_database(read_settings({"FIELDWORK_DATA_DIR": str(tmp_path)}))
    assert not (tmp_path / "fieldwork.db").exists()


def test_where_a_disk_knows_no_second_names_what_was_there_is_copied(
    file: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    add(file, 1)
    kept = restore(copy, file, TODAY)
    assert kept is not None
    assert (count(kept), count(file)) == (2, 1)
