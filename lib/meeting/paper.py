"""A letter as a file for a word processor: .docx. As mail it leaves by `lib.meeting.mail`."""

import io
import re
import zipfile
from xml.sax.saxutils import escape

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MADE = (2020, 1, 1, 0, 0, 0)
"""The same letter is the same file, whenever it is made."""
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold."""
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def docx(text: str) -> bytes:
    """The text as a document: a paragraph each, a line within one as a line."""
    text = _UNWRITABLE.sub("", text)
    files = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _related("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": _related("styles", "styles.xml"),
        "word/document.xml": _document(text),
        "word/styles.xml": _styles(),
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name, _MADE), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def _document(text: str) -> str:
    paragraphs = "".join(f"<w:p>{_run(part)}</w:p>" for part in text.split("\n\n"))
    edges = " ".join(f'w:{edge}="1440"' for edge in ("top", "right", "bottom", "left"))
    page = f"<w:sectPr><w:pgMar {edges}/></w:sectPr>"
    return f'{_OPEN}<w:document xmlns:w="{_W}"><w:body>{paragraphs}{page}</w:body></w:document>'


def _run(paragraph: str) -> str:
    lines = [
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in paragraph.strip().split("\n")
    ]
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>"


def _styles() -> str:
    font = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="23"/>'
    apart = '<w:spacing w:after="200" w:line="276" w:lineRule="auto"/>'
    return (
        f'{_OPEN}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{font}</w:rPr>'
        f"</w:rPrDefault><w:pPrDefault><w:pPr>{apart}</w:pPr></w:pPrDefault></w:docDefaults>"
        "</w:styles>"
    )


def _related(kind: str, target: str) -> str:
    return (
        f'{_OPEN}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _types() -> str:
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    parts = {"/word/document.xml": "document.main+xml", "/word/styles.xml": "styles+xml"}
    named = "".join(
        f'<Override PartName="{part}" ContentType="{_WORD}.{kind}"/>'
        for part, kind in parts.items()
    )
    return (
        f'{_OPEN}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{rels}"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{named}</Types>"
    )
