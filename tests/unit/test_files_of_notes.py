"""Files of notes as text: documents, web pages, rich text, subtitles; or why there is none."""

import io
import re
import zipfile

import pytest
import typst

from lib import notes
from lib.errors import Refused
from lib.files.page import text_of_page

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def packed(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, words in parts.items():
            made.writestr(name, words)
    return file.getvalue()


def a_docx(body: str) -> bytes:
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="{_OFFICE}" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body>'
            "</w:document>",
        }
    )


def test_a_word_document_keeps_what_was_inserted_and_drops_what_was_struck() -> None:
    body = (
        "<w:p><w:r><w:t>pays </w:t></w:r><w:ins><w:r><w:t>24 an hour</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>19</w:delText></w:r></w:del></w:p>"
        "<w:p><w:r><w:t>5</w:t><w:br/><w:t>12 people</w:t></w:r></w:p>"
    )
    assert text_of_page(a_docx(body), "notes.docx").split("\n") == [
        "pays 24 an hour",
        "",
        "5",
        "12 people",
    ]


def test_a_pdf_with_text_is_read_and_one_without_is_said_to_be_scanned() -> None:
    made = typst.compile(b"need: patience\n\npays 24 an hour", format="pdf")
    assert "need: patience" in text_of_page(made)
    empty = typst.compile(b"#rect()", format="pdf")
    with pytest.raises(Refused, match="scanned"):
        text_of_page(empty)


def test_a_pdf_set_in_narrow_lines_keeps_its_words_and_joins_no_figures() -> None:
    """A hyphen at a line's end is another sign in the text that PDFium gives."""
    page = b'#set page(width: 3cm, height: auto, margin: 3mm)\n#set text(lang: "en")\n'
    words = b"#set par(justify: true)\nInformational interviewing recommends responsibilities.\n"
    text = text_of_page(typst.compile(page + words, format="pdf"))
    assert text.split() == ["Informational", "interviewing", "recommends", "responsibilities."]
    figures = b"#for n in range(20, 40) [pays #(n)-#(n + 40)k, #(n)-hour weeks. ]"
    text = text_of_page(typst.compile(page + figures, format="pdf"))
    assert re.findall(r"\d+", text) == [
        str(figure) for n in range(20, 40) for figure in (n, n + 40, n)
    ]


def test_a_web_page_is_what_it_shows() -> None:
    page = "<html><head><title>x</title></head><body><p>need: patience</p><script>no()</script>"
    assert text_of_page((page + "<li>likes: dust &amp; noise</li>").encode()) == (
        "need: patience\n\nlikes: dust & noise"
    )


def test_rich_text_is_read_without_its_tables_of_fonts() -> None:
    content = (
        rb"{\rtf1\ansi{\fonttbl{\f0 Helvetica;}}\f0 need: caf\'e9 manners\par pays \u8364? 24}"
    )
    assert text_of_page(content) == "need: café manners\npays € 24"


def test_an_open_document_leaves_out_what_was_struck() -> None:
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    content = (
        f'<o:document-content xmlns:o="{office}" xmlns:t="{text}"><o:body><o:text>'
        "<t:tracked-changes><t:p>gone</t:p></t:tracked-changes>"
        "<t:p>need: patience</t:p><t:p>long<t:line-break/>days</t:p>"
        "</o:text></o:body></o:document-content>"
    )
    made = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})
    assert text_of_page(made, "notes.odt") == "need: patience\nlong\ndays"


def test_a_transcript_tells_who_speaks_each_voice_its_own() -> None:
    content = """WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ana Ruiz>What do you need?</v>

00:00:04.000 --> 00:00:06.000
<v Bo>Patience, and</v>

00:00:06.000 --> 00:00:08.000
<v Bo>good &amp; sharp knives.</v> <v Ana Ruiz>Thanks.</v>
"""
    assert text_of_page(content.encode()).split("\n") == [
        "[0:00:01] Ana Ruiz: What do you need?",
        "[0:00:04] Bo: Patience, and good & sharp knives.",
        "[0:00:06] Ana Ruiz: Thanks.",
    ]


def test_a_long_turn_is_a_line_a_sentence_each_with_its_time() -> None:
    said = "You have to read a drawing before you touch the torch, and nobody shows you how it is."
    first, second = "01:01.000 --> 01:02.000", "01:02:03.000 --> 01:02:05.000"
    content = f"WEBVTT\n\n{first}\n<v Bo>{said}\n\n{second}\nPatience."
    assert text_of_page(content.encode()).split("\n") == [
        f"[0:01:01] Bo: {said}",
        "[1:02:03] Bo: Patience.",
    ]


def test_subtitles_without_names_are_their_words() -> None:
    first, second = b"00:00:01,000 --> 00:00:02,000", b"00:00:03,000 --> 00:00:04,000"
    content = b"1\n" + first + b"\nneed: patience\n\n2\n" + second + b"\nand time\n"
    assert text_of_page(content, "talk.srt") == "[0:00:01] need: patience and time"


@pytest.mark.parametrize("content", [b"%PDF-1.7 cut", b"PK\x03\x04 cut", a_docx("")[:200]])
def test_what_is_damaged_is_one_sentence(content: bytes) -> None:
    with pytest.raises(Refused):
        text_of_page(content)


def test_plain_text_of_any_encoding_is_read() -> None:
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert text_of_page("need: café".encode(encoding), "a.txt") == "need: café"


@pytest.mark.parametrize(
    ("content", "times"),
    [
        (
            "Ana Ruiz   0:03\nWhat do you need?\n\nBo   75:07\nPatience.\n",
            ("0:00:03", "1:15:07"),
        ),
        (
            "[Ana Ruiz] 10:03:12\nWhat do you need?\n\n[Bo] 10:03:15\nPatience.\n",
            ("10:03:12", "10:03:15"),
        ),
        (
            "00:00:03 Ana Ruiz: What do you need?\n\n[2:07 PM] Bo: Patience.\n",
            ("0:00:03", "14:07:00"),
        ),
    ],
)
def test_the_text_of_a_meeting_program_tells_who_speaks_and_when(
    content: str, times: tuple[str, str]
) -> None:
    read = text_of_page(content.encode(), "meeting.txt")
    assert [line for line in read.split("\n") if line] == [
        f"[{times[0]}] Ana Ruiz: What do you need?",
        f"[{times[1]}] Bo: Patience.",
    ]
    assert [one.name.lower() for one in notes.read(read).skills] == ["patience"]
