"""Every command on a database that cannot serve: a sentence that says what to do, and status 2."""

import io
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from lib.__main__ import main
from lib.cli import parser
from lib.storage import database, trouble

NOBODY = 65534
WITHOUT_A_DATABASE = {"template", "salary", "reference", "restore", "extract"}
COMMANDS = {
    "import": ["import", "a.csv"],
    "export": ["export", "b.csv"],
    "backup": ["backup", "b.db"],
    "copy": ["copy", "--to", "sqlite:///b.db"],
    "migrate": ["migrate"],
    "check": ["check"],
    "share": ["share", "list"],
    "report": ["report", "b.html"],
    "sample": ["sample"],
    "passphrase": ["passphrase"],
}


@pytest.fixture
def file(tmp_path: Path, sqlite_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database of a folder, in which the commands run."""
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("FIELDWORK_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(database, "BUSY_MS", 20)
    monkeypatch.setattr("sys.stdin", io.StringIO("correct horse battery\n"))
    Path("a.csv").write_text("field,person,held_on\nNurse,Ann,2026-03-02\n")
    shutil.copy(sqlite_file, tmp_path / "fieldwork.db")
    return tmp_path / "fieldwork.db"


def no_database(file: Path) -> None:
    file.write_bytes(b"no database" * 1000)


def damaged(file: Path) -> None:
    """The first pages are as they were; every later one holds nothing that can be read."""
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))


FAULTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "no database": (no_database, trouble.NO_DATABASE),
    "damaged": (damaged, trouble.DAMAGED),
}


def test_every_command_that_opens_the_database_is_tried_here() -> None:
    (choices,) = (action.choices for action in parser()._actions if action.choices)
    assert set(choices) == set(COMMANDS) | WITHOUT_A_DATABASE


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_cannot_be_read_is_the_same_sentence_everywhere(
    file: Path, command: str, fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make, words = FAULTS[fault]
    make(file)
    before = file.read_bytes()
    assert main(COMMANDS[command]) == 2
    assert capsys.readouterr().err == f"{words}\n"
    assert file.read_bytes() == before
    assert not Path("b.db").exists()


@pytest.mark.parametrize("command", sorted({*COMMANDS} - {"backup", "check", "export", "report"}))
def test_a_lock_by_another_program_is_said_as_that(
    file: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("DELETE FROM draft")
        assert main(COMMANDS[command]) == 2
    assert capsys.readouterr().err == f"{trouble.LOCKED}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_data_folder_that_cannot_be_made_is_a_sentence(
    file: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(file / "below a file"))
    assert main(COMMANDS[command]) == 2
    said = capsys.readouterr().err
    if command in {"backup", "check", "copy"}:
        assert "There is no database at" in said
    else:
        assert "cannot be made: " in said
        assert "FIELDWORK_DATA_DIR" in said


@pytest.fixture
def readable() -> Iterator[Path]:
    """A folder that anybody may walk into: pytest's own may be entered by its user alone."""
    folder = Path(tempfile.mkdtemp(prefix="fw-"))
    folder.chmod(0o755)
    (folder / "data").mkdir()
    yield folder / "data"
    for one in (folder / "data", folder / "data" / "fieldwork.db"):
        one.chmod(0o755)
    shutil.rmtree(folder)


RIGHTS = {
    "file": (0o444, 0o755, trouble.MAY_NOT_WRITE),
    "folder": (0o644, 0o555, trouble.MAY_NOT_WRITE),
    "closed": (0o000, 0o755, trouble.MAY_NOT_OPEN),
    "hidden": (0o644, 0o000, trouble.MAY_NOT_OPEN),
}


@contextmanager
def as_somebody() -> Iterator[None]:
    """As one to whom the rights of files apply, which they do not to root."""
    mine = os.geteuid()
    if mine == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(mine)


@pytest.mark.parametrize("rights", RIGHTS)
def test_rights_that_are_missing_are_said_as_that(
    file: Path,
    readable: Path,
    rights: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["migrate"]) == 0  # all that is read beside the database is read by now
    capsys.readouterr()
    of_file, of_folder, words = RIGHTS[rights]
    shutil.copy(file, readable / "fieldwork.db")
    if os.geteuid() == 0:
        for one in (readable, readable / "fieldwork.db"):
            os.chown(one, NOBODY, NOBODY)
    (readable / "fieldwork.db").chmod(of_file)
    readable.chmod(of_folder)
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(readable))
    with as_somebody():
        status = main(["sample"])
    assert (status, capsys.readouterr().err) == (2, f"{words}\n")


def test_a_relative_address_works_each_time_and_from_the_same_folder(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FIELDWORK_DATABASE_URL", "sqlite:///mine.db")
    for arguments in (["sample"], ["sample"], ["migrate"], ["check"], ["backup", "b.db"]):
        assert main(arguments) == 0, arguments
    with closing(sqlite3.connect("b.db")) as copy:
        assert copy.execute("SELECT count(*) FROM interview").fetchone() == (32,)


@pytest.mark.parametrize(
    "address",
    ["mysql://a/b", "sqlite://", "sqlite:///:memory:", "fieldwork.db", "postgresql:", "://"],
)
def test_an_address_of_no_database_is_a_sentence(
    address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FIELDWORK_DATABASE_URL", address)
    assert main(["check"]) == 2
    assert "Write FIELDWORK_DATABASE_URL as postgresql://" in capsys.readouterr().err


def test_a_folder_whose_name_means_something_in_an_address_is_a_folder(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strange = tmp_path / "what? 100% #1 äß"
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(strange))
    for arguments in (["sample"], ["migrate"], ["check"], ["backup", "b.db"]):
        assert main(arguments) == 0, arguments
    assert (strange / "fieldwork.db").exists()


def test_a_backup_that_is_broken_off_leaves_nothing_under_its_name(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ends(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lib.storage.whole_files.to_the_disk", ends)
    with pytest.raises(KeyboardInterrupt):
        main(["backup", "b.db"])
    assert not list(file.parent.glob("b.db*"))
    monkeypatch.undo()
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(file.parent))
    target = file.parent / "b.db"
    target.with_name("b.db.part").write_bytes(b"what a killed program left")
    assert main(["backup", str(target)]) == 0
    assert [one.name for one in file.parent.glob("b.db*")] == ["b.db"]


def test_an_empty_file_is_not_called_whole(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_bytes(b"")
    assert main(["check"]) == 2
    assert "There are no tables of Fieldwork's in it" in capsys.readouterr().err
