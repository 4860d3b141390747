"""Workbooks for tests, as spreadsheet programs write them: .xlsx by a library, .ods by hand.

`files/talks.xls` and `files/locked.xlsx` (its password is "secret") were written once.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

FILES = Path(__file__).parents[1] / "files"

Rows = Sequence[Any]


def xlsx(sheets: Any, **options: Any) -> bytes:
    """Sheets by name, or the rows of one; each cell as its type says."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"strings_to_urls": False, **options})
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    clock = book.add_format({"num_format": "hh:mm"})
    for name, rows in (sheets if isinstance(sheets, Mapping) else {"Sheet1": sheets}).items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if isinstance(cell, time):
                    sheet.write_datetime(number, place, cell, clock)
                elif isinstance(cell, date):
                    sheet.write_datetime(number, place, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(number, place, cell)
                elif cell is not None:
                    sheet.write(number, place, cell)
    book.close()
    return content.getvalue()


def ods(rows: Rows) -> bytes:
    """One sheet, with the million empty rows behind it that LibreOffice writes."""
    body = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    body += f'<table:table-row table:number-rows-repeated="1048000">{empty}</table:table-row>'
    return ods_of(f'<table:table table:name="Sheet1">{body}</table:table>')


def ods_of(tables: str) -> bytes:
    """A file around the XML of its tables."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        packed.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{OASIS}manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{KIND}"/></manifest:manifest>',
        )
        names = " ".join(f'xmlns:{n}="{OASIS}{n}:1.0"' for n in ("office", "table", "text"))
        packed.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet>{tables}"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return content.getvalue()


KIND = "application/vnd.oasis.opendocument.spreadsheet"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"


def _cell(cell: Any) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, date):
        kind, shown = f'"date" office:date-value="{cell.isoformat()}"', f"{cell:%d.%m.%y}"
    elif isinstance(cell, int | float):
        kind, shown = f'"float" office:value="{cell}"', f"{cell:,}"
    else:
        kind, shown = '"string"', cell
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown.split("\n"))
    return f"<table:table-cell office:value-type={kind}>{lines}</table:table-cell>"


def repacked(content: bytes, part: str, unpacked: bytes) -> bytes:
    """The workbook with one of its parts replaced."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, unpacked if name == part else old.read(name))
    return made.getvalue()
