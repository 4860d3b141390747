"""Hostile and broken files: each gets one clear sentence, within seconds and a bounded memory."""

import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.__main__ import main
from lib.errors import Refused
from lib.files import workbook, workbook_apart
from lib.files.workbook import grids
from lib.importing import read_file
from lib.importing.reading import MOST
from tests.unit.workbooks_made import FILES, ods, repacked, xlsx

SECONDS = 20
"""More than twice what the slowest takes alone on one core."""

SHEET = "xl/worksheets/sheet1.xml"
TALKS = [["field", "held_on"], ["Nurse", "2026-03-02"]]
BOOK = xlsx(TALKS)


def a_zip(name: str = "word/document.xml") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr(name, "<x/>")
    return content.getvalue()


def a_zip_of_many_parts() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for number in range(10_001):
            packed.writestr(f"xl/{number}", b"")
    return content.getvalue()


def a_locked_zip() -> bytes:
    """The flag that says that its parts are encrypted."""
    packed = bytearray(BOOK)
    at = 0
    while (at := packed.find(b"PK\x01\x02", at)) >= 0:
        packed[at + 8] |= 1
        at += 4
    return bytes(packed)


HTML = b"<html><body><table><tr><td>field</td></tr></table></body></html>"
WIDE = [f"c{number}" for number in range(10_000)]

BROKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "This file is empty"),
    "blank": (lambda: b" \n\n", "This file is empty"),
    "binary": (lambda: bytes(range(256)) * 100, "cannot be read"),
    "wrong delimiter": (lambda: b"field:held_on\nNurse:2026-03-02\n", "no heading that Fieldwork"),
    "too large": (lambda: b"field\n" + b"x" * MOST, "larger than 100 MB"),
    "100 MB without a line end": (lambda: b"field," * (MOST // 6), "17,476,267 columns"),
    "100 MB of cells": (lambda: b"field\n" + b"x,x," * (MOST // 4 - 9), "cannot be read"),
    "100 MB of lines": (lambda: b"field\n" + b"x\n" * (MOST // 2 - 9), "more than 50,000 rows"),
    "100 MB of skills": (lambda: b"name\n" + b"x\n" * (MOST // 2 - 9), "more than 50,000 rows"),
    "100 MB of people": (
        lambda: b"First Name,Last Name\n" + b"x,y\n" * (MOST // 4 - 9),
        "more than 50,000 rows",
    ),
    "100 MB of cards": (lambda: b"BEGIN:VCARD\nEND:VCARD\n" * (MOST // 22), "more than 50,000"),
    "a card cut off": (lambda: b"BEGIN:VCARD\nFN:Ann\n", "middle of a card"),
    "ten thousand columns": (lambda: ",".join(WIDE).encode(), "10,000 columns"),
    "cut off in a quotation": (lambda: b'field,notes\nNurse,"half a', "quotation mark"),
    "JSON of many objects": (lambda: b"[" + b"{}," * (MOST // 3 - 9), "far more values"),
    "JSON of many numbers": (lambda: b"[" + b"1," * (MOST // 2 - 9), "far more values"),
    "JSON cut off": (lambda: b'{"format": "fieldwork/1", "fields": [{"na', "cut off"),
    "HTML as a workbook": (lambda: HTML, "web page"),
    "XHTML as a workbook": (lambda: b'\xef\xbb\xbf<?xml version="1.0"?>' + HTML, "web page"),
    "XML of an old Excel": (lambda: b'<?xml version="1.0"?><Workbook/>', "XML file"),
    "no workbook in a zip": (lambda: a_zip("readme.xml"), "no spreadsheet"),
    "a document in name": (a_zip, "text document, not a table"),
    "a zip of many parts": (a_zip_of_many_parts, "no spreadsheet"),
    "a workbook in name": (lambda: a_zip("xl/workbook.xml"), "cannot be read"),
    "cut off xlsx": (lambda: BOOK[: len(BOOK) // 2], "cannot be read"),
    "broken xlsx": (lambda: repacked(BOOK, SHEET, b"<worksheet><sheetData><row"), "cannot be read"),
    "cut off ods": (lambda: ods(TALKS)[:-30], "cannot be read"),
    "cut off xls": (lambda: (FILES / "talks.xls").read_bytes()[:3000], "cannot be read"),
    "locked xlsx": ((FILES / "locked.xlsx").read_bytes, "password"),
    "locked zip": (a_locked_zip, "password"),
    "empty workbook": (lambda: xlsx([]), "is empty"),
    "wide workbook": (lambda: xlsx([WIDE, WIDE]), "10,000 columns"),
    "wide workbook of talks": (lambda: xlsx([["field", *WIDE]]), "10,001 columns"),
    "strange workbook": (lambda: xlsx([["a", "b"], [1, 2]]), "no heading that Fieldwork knows"),
    "long workbook": (lambda: xlsx([["field"], *[["x"]] * 50_101]), "more than 50,000 rows"),
}


@pytest.mark.parametrize(("made", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_gets_one_sentence_within_seconds(
    made: Callable[[], bytes], message: str
) -> None:
    content = made()
    started = time.process_time()
    with pytest.raises(Refused, match=message) as refused:
        read_file("talks.xlsx", content)
    assert time.process_time() - started < SECONDS  # not of a clock that others share
    assert len(str(refused.value)) < 220
    assert "Traceback" not in str(refused.value)


MILLION = 1_000_000


@pytest.mark.parametrize(
    "made",
    [
        lambda: b"field,held_on\n" + b",\n" * MILLION + b"Nurse,2026-03-02\n",
        lambda: b"field,held_on\n" + b"\n" * MILLION + b"Nurse,2026-03-02\n",
        lambda: million_rows("<c r='A{0}' s='1'/>"),
        lambda: million_rows("<c r='A{0}' t='inlineStr'><is><t> </t></is></c>"),
        lambda: ods(TALKS),
    ],
    ids=["cells", "lines", "formats", "spaces", "ods"],
)
def test_a_million_empty_rows_are_no_rows(made: Callable[[], bytes]) -> None:
    content = made()
    started = time.monotonic()
    parsed = read_file("talks.csv", content)
    assert time.monotonic() - started < SECONDS
    assert (parsed.rows, parsed.refused) == (1, 0)


def million_rows(cell: str) -> bytes:
    """The workbook with a million rows that hold nothing to read between its two."""
    with zipfile.ZipFile(io.BytesIO(BOOK)) as packed:
        sheet = packed.read(SHEET).decode()
    at = sheet.index('<row r="2"')
    rows = "".join(f"<row r='{n}'>{cell.format(n)}</row>" for n in range(2, MILLION + 2))
    last = sheet[at:].replace('r="2"', f'r="{MILLION + 2}"')
    for column in "AB":
        last = last.replace(f'r="{column}2"', f'r="{column}{MILLION + 2}"')
    return repacked(BOOK, SHEET, (sheet[:at] + rows + last).encode())


XML = [b"<", b"/>", b'"', b"\xff", b"1e9", b"<c/>", b"&#0;"]


@settings(max_examples=40)
@given(
    part=st.sampled_from([SHEET, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", ""]),
    at=st.floats(0, 1, exclude_max=True),
    noise=st.binary(min_size=1, max_size=8) | st.sampled_from(XML),
)
def test_however_a_workbook_is_damaged_it_is_read_or_refused(
    part: str, at: float, noise: bytes
) -> None:
    def damaged(whole: bytes) -> bytes:
        place = int(at * len(whole))
        return whole[:place] + noise + whole[place + len(noise) :]

    with zipfile.ZipFile(io.BytesIO(BOOK)) as packed:
        content = repacked(BOOK, part, damaged(packed.read(part))) if part else damaged(BOOK)
    try:
        read_file("talks.xlsx", content)
    except Refused as refused:
        assert str(refused)  # noqa: PT017


READ = """
import re, resource, sys
from lib.errors import Refused
from lib.importing import read_file
try:
    read_file("a", open(sys.argv[1], "rb").read())
except Refused:
    mine = int(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1])
    print(max(mine, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""
"""What a process and its children had at most, in kilobytes, after a file was refused."""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how much it was")
@pytest.mark.parametrize("name", ["100 MB of cells", "JSON of many objects", "100 MB of lines"])
def test_memory_stays_bounded(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(BROKEN[name][0]())
    command, root = [sys.executable, "-c", READ, str(file)], Path(__file__).parents[2]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert 20_000 < int(told.stdout) < 1_000_000


# The guard around the reader: nothing here is a file that the reader cannot bear. A limit is set
# low and a sheet lies just over it, or another program stands in the reader's place.


def test_a_workbook_just_over_the_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as packed:
        size = sum(part.file_size for part in packed.infolist())
    monkeypatch.setattr(workbook, "MOST_UNPACKED", size)
    assert len(grids(BOOK)) == 1
    monkeypatch.setattr(workbook, "MOST_UNPACKED", size - 1)
    with pytest.raises(Refused, match="more than 300 MB"):
        grids(BOOK)


def test_the_size_is_that_of_what_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second count asks nobody how long a part is."""
    with zipfile.ZipFile(io.BytesIO(BOOK)) as packed:
        parts = packed.infolist()
        size = sum(len(packed.read(part)) for part in parts)
        monkeypatch.setattr(workbook, "MOST_UNPACKED", size)
        workbook.refuse_what_unpacks_to_more(packed, parts)
        monkeypatch.setattr(workbook, "MOST_UNPACKED", size - 1)
        with pytest.raises(Refused, match="more than 300 MB"):
            workbook.refuse_what_unpacks_to_more(packed, parts)


def test_a_part_that_is_not_what_its_checksum_says_is_damaged() -> None:
    packed = BOOK.replace(b"PK\x01\x02", b"PK\x01\x03", 1)
    with pytest.raises(Refused, match="cannot be read"):
        grids(packed)


def test_text_just_over_the_limit_ends_the_reading(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(workbook_apart, "bound", lambda: None)
    for most, told in ((1_000, "2026-03-02"), (10, '"long"')):
        monkeypatch.setattr(workbook_apart, "MOST_CHARACTERS", most)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BOOK)))
        workbook_apart.main()
        assert told in capsys.readouterr().out


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("import sys; sys.exit(3)", "cannot be read"),
        ("import os; os.abort()", "cannot be read"),
        ("import time; time.sleep(30)", "takes too long"),
        ("print('\"long\"')", "more than 100 MB of text"),
    ],
    ids=["ends", "aborts", "waits", "says why"],
)
def test_a_reader_that_does_not_come_to_its_end_is_a_sentence(
    program: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = tmp_path / "reader.py"
    reader.write_text(program)
    monkeypatch.setattr(workbook, "READER", reader)
    monkeypatch.setattr(workbook, "SECONDS", 2)
    started = time.monotonic()
    with pytest.raises(Refused, match=message):
        grids(BOOK)
    assert time.monotonic() - started < SECONDS
    monkeypatch.undo()
    assert len(grids(BOOK)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only there is the bound tried")
def test_the_reader_gets_no_more_memory_than_its_bound(tmp_path: Path) -> None:
    """A program that asks for a little more than it may have, under a bound set low."""
    program = (
        "from lib.files import workbook_apart\n"
        "workbook_apart.MOST_MEMORY = 200_000_000\n"
        "workbook_apart.bound()\n"
        "try:\n    bytearray(250_000_000)\n"
        "except MemoryError:\n    print('refused')\n"
    )
    command, root = [sys.executable, "-c", program], Path(__file__).parents[2]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert told.stdout == "refused\n"


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
def test_json_nested_just_beyond_the_depth_that_is_read_is_refused(opening: bytes) -> None:
    """Python says itself how deep it reads."""
    deep = opening * (sys.getrecursionlimit() + 100)
    with pytest.raises(Refused, match="nested too deeply"):
        read_file("talks.json", deep)


@pytest.mark.parametrize("name", ["cut off xlsx", "locked xlsx", "HTML as a workbook"])
def test_on_the_command_line_it_is_one_line_and_nothing_is_written(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("FIELDWORK_DATABASE_URL", raising=False)
    file = tmp_path / "talks.xls"
    made, message = BROKEN[name]
    file.write_bytes(made())
    assert main(["import", str(file)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert err.count("\n") == 1
    assert main(["export", str(tmp_path / "all.csv")]) == 0
    assert (tmp_path / "all.csv").read_text(encoding="utf-8-sig").count("\n") == 1
