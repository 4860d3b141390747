"""The commands as a shell sees them: what they print, and how they end."""

import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lib.__main__ import main
from lib.cli import parser
from lib.settings import ROOT

HEAD = "field,person,held_on\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder of its own; the command reads its settings from the environment."""
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.delenv("FIELDWORK_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    """The exit status, the JSON on standard output, and standard error."""
    capsys.readouterr()
    status = main([*arguments, "--json"])
    out, err = capsys.readouterr()
    return status, json.loads(out) if out else None, err


def test_the_samples_are_loaded_once_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "sample")[:2] == (0, {"changed": True})
    assert said(capsys, "sample")[:2] == (0, {"changed": False})
    assert said(capsys, "sample", "--clear")[:2] == (0, {"changed": True})
    assert said(capsys, "sample", "--clear")[:2] == (0, {"changed": False})


def test_linkedins_skills_come_in_with_one_level_for_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("Skills.csv").write_text("Name\nSQL\nC#\n")
    status, report, err = said(capsys, "import", "Skills.csv")
    assert (status, report["created"]) == (2, 0)
    assert "Say how well you can do this" in err
    assert said(capsys, "import", "Skills.csv", "--level", "3")[1]["created"] == 2
    assert said(capsys, "import", "Skills.csv", "--level", "3")[1]["unchanged"] == 2


@pytest.mark.parametrize("name", ["all.json", "all.CSV", "all.xlsx", "all.ods", "all.vcf"])
def test_an_export_that_is_imported_again_changes_nothing(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    main(["sample"])
    assert said(capsys, "export", name)[0] == 0
    status, report, _ = said(capsys, "import", name)
    assert status == 0
    assert report["unchanged"] == report["rows"] > 0
    assert list(report) == [
        "rows",
        "created",
        "updated",
        "unchanged",
        "conflicts",
        "people",
        "errors",
    ]


def test_a_calendar_that_is_imported_again_changes_nothing_but_the_hours_it_was_given(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["sample"])
    assert said(capsys, "export", "all.ics")[0] == 0
    status, report, _ = said(capsys, "import", "all.ics", "--yes")
    assert (status, report["conflicts"]) == (0, 0)
    assert report["unchanged"] == report["rows"] > 25


def test_refused_rows_are_named_and_nothing_is_written_unless_they_may_be_left_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("a.csv").write_text(HEAD + "Nurse,Ann,soon\nNurse,Ben,2026-03-02\n")
    status, report, err = said(capsys, "import", "a.csv")
    assert (status, report["created"]) == (2, 1)
    assert report["errors"] == [
        {"row": 2, "column": "held_on", "value": "soon", "message": "Write the date as 2026-03-31."}
    ]
    assert "Row 2, held_on: Write the date as 2026-03-31. (“soon”)" in err
    assert said(capsys, "import", "a.csv", "--skip-refused")[0] == 1
    assert said(capsys, "import", "a.csv", "--skip-refused")[1]["unchanged"] == 1


def test_a_dry_run_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.csv").write_text(HEAD + "Nurse,Ben,2026-03-02\n")
    for _ in range(2):
        status, report, _ = said(capsys, "import", "a.csv", "--dry-run")
        assert (status, report["created"]) == (0, 1)
    assert said(capsys, "import", "a.csv")[1]["created"] == 1
    Path("a.csv").write_text("id,field,held_on\n1,Nurse,2026-03-02\n")
    assert said(capsys, "import", "a.csv")[0] == 0
    Path("a.csv").write_text("id,field,held_on\n1,Nurse,2026-03-03\n")
    status, report, _ = said(capsys, "import", "a.csv")
    assert (status, report["conflicts"]) == (1, 1)


def test_what_a_file_leaves_open_is_asked_and_answered(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.csv").write_text("Contact Name,Interview Date\nAnn,3/4/2026\n")
    status, report, err = said(capsys, "import", "a.csv")
    assert (status, report) == (2, None)
    assert "add a column “field”" in err
    assert "day first" in said(capsys, "import", "a.csv", "--field", "Nurse")[2]
    answers = ("--field", "Nurse", "--day-first")
    assert said(capsys, "import", "a.csv", *answers)[1]["created"] == 1
    main(["export", "b.csv"])
    assert "2026-04-03" in Path("b.csv").read_text(encoding="utf-8-sig")


def test_a_person_reads_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.csv").write_text("field,person,held_on,mood\nNurse,Ann,2026-03-02,good\n")
    assert main(["import", "a.csv"]) == 0
    out = capsys.readouterr().out
    assert "Imported 1 rows of a.csv: 1 new" in out
    main(["export", "b.csv"])
    assert "mood: good" in Path("b.csv").read_text(encoding="utf-8-sig"), "no cell is lost"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export", "a.pdf"], ".json, .csv, .xlsx, .ods, .vcf, .ics, .zip or .qdpx"),
        (["export", "nowhere/a.csv"], "cannot be written"),
        (["import", "nowhere.csv"], "cannot be read"),
        (["import", "."], "cannot be read"),
        (["backup", "b.db"], "no database"),
        (["check"], "no database"),
    ],
)
def test_what_cannot_be_done_is_said_and_ends_with_two(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert words in err
    assert out == ""


def test_no_command_and_an_unknown_one_end_with_two() -> None:
    for arguments in ([], ["fly"], ["import"], ["import", "a", "--day-first", "--month-first"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2


def test_pay_is_read_a_line_at_a_time(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "sys.stdin",
        io.StringIO("60000-72000 USD/year\nfrom $30.50 an hour\nwell\n\n$9k x 13 gross\n"),
    )
    assert main(["salary"]) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"low": 60000, "high": 72000, "currency": "USD", "period": "year"},
        {"low": 30.5, "high": None, "currency": "USD", "period": "hour"},
        None,
        None,
        {"low": 9000, "high": 9000, "currency": "USD", "period": None, "times": 13, "tax": "gross"},
    ]


def test_a_backup_is_a_database_of_its_own(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["sample"])
    assert said(capsys, "backup", "b.db")[0] == 0
    assert main(["backup", "b.db"]) == 2
    count = "SELECT count(*) FROM interview"
    with sqlite3.connect(tmp_path / "b.db") as copy:
        assert copy.execute(count).fetchone() == (32,)
    copy.close()


def test_a_whole_database_is_said_to_be_whole(capsys: pytest.CaptureFixture[str]) -> None:
    main(["sample"])
    status, found, _ = said(capsys, "check")
    assert (status, found["ok"], found["problems"]) == (0, True, [])
    assert said(capsys, "migrate")[1]["version"] == found["version"]


def test_damage_lost_references_and_another_version_are_found(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["sample"])
    file = tmp_path / "data" / "fieldwork.db"
    changed = sqlite3.connect(file)
    changed.execute("DELETE FROM person")
    changed.execute("UPDATE alembic_version SET version_num = '9999'")
    changed.commit()
    changed.close()
    status, found, err = said(capsys, "check")
    assert (status, found["ok"]) == (2, False)
    assert "refers to nothing in person" in err
    assert "version 9999" in err
    file.write_bytes(b"no database at all" * 100)
    assert main(["check"]) == 2
    assert "is not a database. Put a backup there" in capsys.readouterr().err


def test_every_command_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["--help"])
    listed = capsys.readouterr().out
    for command in (
        "import",
        "export",
        "template",
        "sample",
        "migrate",
        "salary",
        "backup",
        "copy",
        "check",
        "passphrase",
    ):
        assert command in listed


def test_a_passphrase_is_set_from_a_line_and_forgotten(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("too short\n"))
    status, found, err = said(capsys, "passphrase")
    assert (status, found) == (2, None)
    assert "12 to 256 characters" in err
    assert "too short" not in err
    monkeypatch.setattr("sys.stdin", io.StringIO("correct horse battery\n"))
    assert said(capsys, "passphrase")[:2] == (0, {"passphrase": "set"})
    assert said(capsys, "passphrase", "--forget")[:2] == (0, {"passphrase": "forgotten"})


def test_a_passphrase_is_asked_twice_and_never_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["correct horse battery", "correct horse batteri"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("lib.cli.sign_in.getpass", lambda _: next(typed))
    status, _, err = said(capsys, "passphrase")
    assert (status, err) == (2, "The two are not the same. Nothing was changed.\n")


def test_a_map_says_what_columns_are(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.csv").write_text("Name,Bucket,When,Stage\nUma,Baker,2026-03-02,circling back\n")
    assert "add a column" in said(capsys, "import", "a.csv")[2]
    Path("map.json").write_text(
        '{"columns": {"Bucket": "field"}, "statuses": {"circling back": "held"}}'
    )
    assert said(capsys, "import", "a.csv", "--map", "map.json")[1]["created"] == 1
    Path("map.json").write_text('{"columns": {"Bucket": "nonsense"}}')
    status, _, words = said(capsys, "import", "a.csv", "--map", "map.json")
    assert (status, "cannot be taken for" in words) == (2, True)


def test_every_command_has_its_own_line_of_help() -> None:
    assert parser("").format_help() == parser().format_help()


@pytest.mark.parametrize("command", [["--help"], ["salary", "--help"], ["salary"]])
def test_help_and_phrases_of_pay_wait_for_no_library_of_the_screens(command: list[str]) -> None:
    code = (
        "import io, sys\n"
        "from lib.__main__ import main\n"
        "sys.stdin = io.StringIO('$60k a year')\n"
        "try:\n"
        f"    main({command!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        "loaded = {'pandas', 'altair', 'sqlalchemy', 'lib.report'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
