"""What is no table is told what it is, and where it belongs; tables are never taken for it."""

import io
import zipfile

import pytest

from lib.errors import Refused
from lib.importing import read_file
from lib.importing.elsewhere import PAGE, PDF, SLIDES, TEXT, TRANSCRIPT


def a_zip(**files: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name, text in files.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return content.getvalue()


ODT, ODP = (f"application/vnd.oasis.opendocument.{kind}" for kind in ("text", "presentation"))
TALK = "00:00:04.000 --> 00:00:07.000\nUma Lind: We bake at four.\n\n"
MEETING = "Uma Lind  0:04\nWe bake at four.\nMe  0:09\nAnd then?\nUma Lind  0:12\nWe sell.\n"
CHAT = "[09:30] Uma Lind: We bake at four.\n[09:31] Me: Why?\n[09:32] Uma Lind: Bread rises.\n"
NOTES = (
    "Talked to Uma about bread on Monday.\n"
    "She says one needs an apprenticeship, three years, and good knees.\n"
    "Pay begins at 31k, and it grows slowly after that\n"
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (a_zip(word__document_xml="<x/>"), TEXT),
        (a_zip(mimetype=ODT, content_xml="<x/>"), TEXT),
        (a_zip(mimetype=ODP, content_xml="<x/>"), SLIDES),
        (a_zip(ppt__presentation_xml="<x/>"), SLIDES),
        (b"{\\rtf1 Uma bakes.}", TEXT),
        (b"%PDF-1.7 ...", PDF),
        (f"WEBVTT\n\n{TALK}".encode(), TRANSCRIPT),
        (f"1\n{TALK}2\n{TALK}".replace(".000", ",000").encode(), TRANSCRIPT),
        (MEETING.encode(), TRANSCRIPT),
        (CHAT.encode(), TRANSCRIPT),
        (NOTES.encode(), PAGE),
    ],
)
def test_it_is_told_what_it_is_and_where_it_belongs(content: bytes, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read_file("talks.csv", content)
    assert str(refused.value) == words
    assert (refused.value.where == "notes") == ("Record, under" in words)


@pytest.mark.parametrize(
    "text",
    [
        "Who,When,Time,What they said about it all\nUma,2026-03-02,9:30,Bread rises\n",
        'field,held_on,notes\nBaker,2026-03-02,"Uma 0:04\nMe 0:05\nUma 0:06\nMe 0:07\n"\n',
        "Name,Field,Date\nUma Lind who bakes bread,Baker in a bakery,2026-03-02\n",
    ],
)
def test_a_table_stays_a_table(text: str) -> None:
    assert read_file("a.csv", text.encode(), default_field="Baker").rows == 1
