"""The two sheets as an OpenDocument spreadsheet (.ods): text, numbers and days, never formulas."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr

from lib.exporting.packing import packed
from lib.exporting.workbook import TALK_COLUMNS, exact, talk_cells
from lib.files.neutral import harmless
from lib.records import Conversation
from lib.sheet.said_columns import SAID_COLUMNS
from lib.sheet.said_writing import rows_said

ODS = "application/vnd.oasis.opendocument.spreadsheet"

_SPACES = re.compile(r"^ | {2,}")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{what}:1.0"'
    for name, what in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"),
    )
)
_BEGIN = (
    f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES} '
    'office:version="1.3"><office:automatic-styles>'
    '<number:date-style style:name="iso"><number:year number:style="long"/>'
    '<number:text>-</number:text><number:month number:style="long"/>'
    '<number:text>-</number:text><number:day number:style="long"/></number:date-style>'
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="iso"/>'
    '<style:style style:name="heading" style:family="table-cell">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    "</office:automatic-styles><office:body><office:spreadsheet>"
)
_END = "</office:spreadsheet></office:body></office:document-content>"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" '
    f'manifest:media-type="{ODS}"/><manifest:file-entry manifest:full-path="content.xml" '
    'manifest:media-type="text/xml"/></manifest:manifest>'
)


def ods_of(many: Iterable[Conversation], people: Mapping[UUID, str]) -> bytes:
    """A sheet with a conversation a row, and one with a thing that was said a row."""
    talks = _Sheet("Interviews", TALK_COLUMNS)
    said = _Sheet("What they said", SAID_COLUMNS)
    for one in many:
        cells = talk_cells(one, people)
        talks.add(cells)
        for row in rows_said(one):
            said.add({**row, "interview": cells["id"]})
    content = _BEGIN + talks.written() + said.written() + _END
    return packed(
        (("mimetype", ODS), ("content.xml", content), ("META-INF/manifest.xml", _MANIFEST))
    )


def in_xml(text: str) -> str:
    """The text with a mark in the place of each character that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)


class _Sheet:
    """One sheet in the making."""

    def __init__(self, name: str, columns: Sequence[str]) -> None:
        self.columns = columns
        headings = "".join(_text(column, "heading") for column in columns)
        self.rows = [f"<table:table table:name={quoteattr(name)}>{_row(headings)}"]

    def add(self, cells: Mapping[str, Any]) -> None:
        """One row."""
        self.rows.append(_row("".join(_cell(cells.get(column)) for column in self.columns)))

    def written(self) -> str:
        """The sheet with all its rows."""
        return "".join(self.rows) + "</table:table>"


def _row(cells: str) -> str:
    return f"<table:table-row>{cells}</table:table-row>"


def _cell(value: Any) -> str:
    if value in (None, ""):
        return "<table:table-cell/>"
    if isinstance(value, date):
        day = value.isoformat()
        return (
            '<table:table-cell table:style-name="day" office:value-type="date" '
            f'office:date-value="{day}"><text:p>{day}</text:p></table:table-cell>'
        )
    if isinstance(value, int | float | Decimal) and exact(value):
        number = f"{value:.15g}"
        return (
            f'<table:table-cell office:value-type="float" office:value="{number}">'
            f"<text:p>{number}</text:p></table:table-cell>"
        )
    return _text(harmless(str(value)))


def _text(text: str, style: str = "") -> str:
    """A cell of text: a paragraph a line; white space that XML would join is written out."""
    named = f' table:style-name="{style}"' if style else ""
    lines = "".join(f"<text:p>{_line(line)}</text:p>" for line in in_xml(text).split("\n"))
    return f'<table:table-cell{named} office:value-type="string">{lines}</table:table-cell>'


def _line(line: str) -> str:
    spaced = _SPACES.sub(lambda found: f'<text:s text:c="{len(found[0])}"/>', escape(line))
    # A tab stays one: its own element is skipped by readers that then join the words beside it.
    return spaced.replace("\r", "&#13;")
