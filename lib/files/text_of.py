"""The text of a file's bytes: UTF-8, UTF-16 or Windows' own; refuses what is no text."""

import codecs

from charset_normalizer import from_bytes

from lib.errors import Refused

HTML = (
    "This is a web page, whatever its name says. Open it in a spreadsheet program, save it as "
    ".xlsx or CSV, and bring that."
)
XML = "This is an XML file. Open it in a spreadsheet program, save it as .xlsx, and bring that."

ENOUGH = 200_000
"""Bytes that tell the encoding."""

KNOWN = (
    (b"%PDF", "This is a PDF. Copy its text, and paste it as notes."),
    (b"SQLite format 3", "This is a database. Export from it, and bring that file."),
)


def text_of(content: bytes) -> str:
    """The text, without a byte-order mark; raises Refused for nothing and for what is no text."""
    if not content.strip():
        raise Refused("This file is empty.")
    for beginning, message in KNOWN:
        if content.startswith(beginning):
            raise Refused(message)
    text = _decoded(content).removeprefix("\ufeff")
    if "\x00" in text:
        raise Refused("This file is not text. Bring a CSV or JSON file.")
    if not text.strip():
        raise Refused("This file is empty.")
    _refuse_markup(text[:ENOUGH].lstrip().lower())
    return text


def _refuse_markup(beginning: str) -> None:
    """Some programs save a web page, or XML of their own, under the name of a workbook."""
    if beginning.startswith(("<!doctype html", "<html", "<table", "<meta", "<style")):
        raise Refused(HTML)
    if beginning.startswith("<?xml"):
        raise Refused(HTML if "<html" in beginning else XML)


def _decoded(content: bytes) -> str:
    for encoding in (_marked(content), "utf-8", _guessed(content), "cp1252"):
        try:
            return content.decode(encoding) if encoding else ""
        except UnicodeDecodeError:
            continue
    raise Refused("The letters of this file cannot be read. Save it as CSV in UTF-8.")


def _marked(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8"


def _guessed(content: bytes) -> str:
    """UTF-16 shows in its zeros; the rest is a matter of likelihood."""
    sample = content[:ENOUGH]
    odd, even = sample[1::2].count(0), sample[0::2].count(0)
    if max(odd, even) * 5 > len(sample):
        return "utf-16-le" if odd > even else "utf-16-be"
    best = from_bytes(sample, cp_isolation=["cp1252", "utf_16"]).best()
    return best.encoding if best else "cp1252"
