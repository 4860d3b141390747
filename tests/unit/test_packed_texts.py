"""Pages and projects that others changed, and archives that are refused."""

import io
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.errors import Refused
from lib.exporting.coded import coded_of
from lib.exporting.packing import packed as zipped
from lib.exporting.pages import page_of
from lib.files import packed, packed_apart
from lib.importing import read_file
from lib.importing.parsed import Sheet
from lib.records import Conversation, NoteLine, SkillSaid
from tests.factories import a_conversation, a_person

SECONDS = 20
NOTE = NoteLine(text="Every day I do triage, and 🍞 at four.")
SAID = a_conversation(
    "Nurse",
    person=a_person("Ann Example"),
    held_on=date(2026, 3, 2),
    asked=("pay", "path"),
    notes=(NOTE,),
    skills=(SkillSaid(skill="Triage", necessity="mandatory", quote="triage", note_id=NOTE.id),),
)


def read(name: str, content: bytes) -> list[Conversation]:
    parsed = read_file(name, content)
    assert (parsed.errors, parsed.cells) == ((), ())
    assert isinstance(parsed.content, Sheet)
    return [row.said for row in parsed.content.rows]


def project(change: Callable[[str], str]) -> bytes:
    """The project of one conversation with its description changed."""
    with zipfile.ZipFile(io.BytesIO(coded_of([SAID]))) as old:
        parts = {name: old.read(name).decode() for name in old.namelist()}
    parts["project.qde"] = change(parts["project.qde"])
    return zipped(parts.items())


def test_a_page_that_other_programs_wrote_anew_comes_back() -> None:
    """Properties without quotation marks and as lists, other list marks, loose items, sections."""
    page = (
        "---\r\nfield: Nurse\r\nperson: 'Ann O''Neil'\r\nstatus: held\r\nheld_on: 2026-03-02\r\n"
        "asked:\r\n  - pay\r\n  - path\r\ntags:\r\n  - call\r\naliases: \r\n---\r\n"
        "# Ann O'Neil: Nurse\r\n\r\nMet at a fair.\r\n\r\n## Notes\r\n\r\n* One\r\n\r\n* Two\r\n"
        "  goes on\r\n\r\n## Skills that help\r\n\r\n- Triage\r\n- Charting\r\n\r\n"
        "## To do\r\n\r\n- Send a card\r\n"
    )
    (said,) = read("ann.md", page.encode())
    assert (said.field, said.person.name, said.held_on) == ("Nurse", "Ann O'Neil", SAID.held_on)
    assert said.asked == ("pay", "path")
    assert [note.text for note in said.notes] == [
        "One", "Two\ngoes on", "tags: call", "Met at a fair.", "To do: Send a card",
    ]  # fmt: skip
    assert [one.skill for one in said.skills] == ["Triage", "Charting"]


def test_a_page_is_told_by_its_name_and_the_line_above_it() -> None:
    wrong = page_of(SAID).replace('"2026-03-02"', '"some day"')
    parsed = read_file("vault.zip", zipped([("a/Ann.md", wrong), ("b.md", page_of(SAID))]))
    (error,) = parsed.errors
    assert (error.column, error.value) == ("Ann.md: held_on", "some day")
    assert (parsed.rows, parsed.refused) == (2, 1)


def test_pages_of_another_kind_are_told_where_they_belong() -> None:
    with pytest.raises(Refused, match="None of these pages begins with a field"):
        read_file("vault.zip", zipped([("a.md", "# Bread\n\nRises.\n"), (".trash/b.md", "x")]))


def test_what_was_coded_elsewhere_since_comes_in() -> None:
    """A stretch without a description is a finding by its code; another code's is a note."""

    def coded(text: str) -> str:
        begin = text.index("<PlainTextSelection")
        end = text.index("</PlainTextSelection>") + len("</PlainTextSelection>")
        bare = (
            text[begin : text.index("<Description>", begin)]
            + text[text.index("</Description>", begin) + len("</Description>") : end]
        )
        return text[:end] + bare + text[end:]

    (said,) = read("p.qdpx", project(coded))
    assert [(one.skill, one.necessity, one.quote) for one in said.skills] == [
        ("Triage", "mandatory", "triage"), ("Triage", "unstated", "triage"),
    ]  # fmt: skip
    (other,) = read("p.qdpx", project(lambda text: coded(text).replace('"skill"', '"Themes"')))
    assert [note.text for note in other.notes] == [NOTE.text, "Triage: triage"]


def test_a_project_of_another_program_is_told() -> None:
    with pytest.raises(Refused, match="not written by Fieldwork"):
        read_file("p.qdpx", project(lambda text: text.replace('name="field"', 'name="Age"')))
    with pytest.raises(Refused, match="not written by Fieldwork"):
        read_file("p.qdpx", coded_of([]))


def locked() -> bytes:
    whole = bytearray(zipped([("a.md", page_of(SAID))]))
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    return bytes(whole)


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "locked": (locked, "password"),
    "cut off": (lambda: project(lambda text: text[: len(text) // 2]), "cannot be read"),
    "positions that are none": (
        lambda: project(lambda text: text.replace('startPosition="', 'startPosition="x')),
        "cannot be read",
    ),
}


@pytest.mark.parametrize(("made", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_gets_one_sentence_within_seconds(
    made: Callable[[], bytes], message: str
) -> None:
    content = made()
    began = time.process_time()
    with pytest.raises(Refused, match=message):
        read_file("a.qdpx", content)
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("import os; os.abort()", "cannot be read"),
        ("import time; time.sleep(30)", "takes too long"),
        ("print('\"long\"')", "more than 100 MB"),
    ],
    ids=["aborts", "waits", "says why"],
)
def test_a_reader_that_does_not_come_to_its_end_is_a_sentence(
    program: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = tmp_path / "reader.py"
    reader.write_text(program)
    monkeypatch.setattr(packed, "READER", reader)
    monkeypatch.setattr(packed, "SECONDS", 2)
    with pytest.raises(Refused, match=message):
        read_file("a.zip", zipped([("a.md", page_of(SAID))]))


def test_parts_are_counted_before_any_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    three = zipped((f"{number}.md", page_of(SAID)) for number in range(3))
    monkeypatch.setattr(packed, "MOST_PARTS", 2)
    with pytest.raises(Refused, match="parts"):
        read_file("a.qdpx", three)


def test_it_unpacks_no_more_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    """By what comes out, whatever was said of its size."""
    with zipfile.ZipFile(io.BytesIO(zipped([("a.md", "x" * 100)]))) as whole:
        monkeypatch.setattr(packed_apart, "MOST_BYTES", 100)
        assert packed_apart.Parts(whole).text("a.md") == "x" * 100
        monkeypatch.setattr(packed_apart, "MOST_BYTES", 99)
        with pytest.raises(Exception, match="long"):
            packed_apart.Parts(whole).text("a.md")


@pytest.mark.skipif(sys.platform != "linux", reason="a damaged file in the reader's own process")
@settings(max_examples=40, deadline=None)
@given(at=st.floats(0, 1, exclude_max=True), noise=st.binary(min_size=1, max_size=8))
def test_however_a_project_is_damaged_it_is_read_or_refused(at: float, noise: bytes) -> None:
    def damaged(text: str) -> str:
        place = int(at * len(text))
        return text[:place] + noise.decode("latin-1") + text[place + len(noise) :]

    try:
        read_file("a.qdpx", project(damaged))
    except Refused as refused:
        assert str(refused)  # noqa: PT017
