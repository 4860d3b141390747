from datetime import date
from pathlib import Path

from lib.storage.backups import kept, name_for, remove_old


def test_a_copy_is_kept_for_thirty_days_and_no_other_file_is_touched(tmp_path: Path) -> None:
    name = name_for("fieldwork", "0002", date(2026, 3, 1))
    assert name == "fieldwork-before-0002-until-2026-03-31.db"
    for file in (name, "mine.db"):
        (tmp_path / file).write_bytes(b"")
    assert kept(tmp_path) == [(name, date(2026, 3, 31))]
    remove_old(tmp_path, date(2026, 3, 31))
    assert (tmp_path / name).exists()
    remove_old(tmp_path, date(2026, 4, 1))
    remove_old(tmp_path, date(2026, 4, 1))
    assert (tmp_path / name).exists()
    remove_old(tmp_path, date(2026, 4, 2))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["mine.db"]


def test_a_clock_that_is_far_ahead_for_a_day_takes_no_copy(tmp_path: Path) -> None:
    name = name_for("fieldwork", "0002", date(2026, 3, 1))
    (tmp_path / name).write_bytes(b"")
    for wrong in (date(2090, 1, 1), date(2026, 3, 2), date(2091, 7, 1), date(2026, 3, 3)):
        remove_old(tmp_path, wrong)
        remove_old(tmp_path, wrong)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_no_folder_has_no_copies(tmp_path: Path) -> None:
    assert kept(tmp_path / "none") == []
