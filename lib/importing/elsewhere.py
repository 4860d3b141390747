"""Files that are no table and no list: what they are, and where they belong."""

import io
import re
import zipfile

from lib.errors import Refused

NOTES = "It belongs to Record, under “Or bring a file of notes”, where each line is read."
TEXT = f"This is a text document, not a table. {NOTES}"
PDF = f"This is a PDF, not a table. {NOTES}"
TRANSCRIPT = f"This is the transcript of a talk, not a table. {NOTES}"
PAGE = f"This is a page of notes, not a table. {NOTES}"
SLIDES = "These are slides, not a table. Copy their text, and paste it as notes at Write up."
WHERE = "notes"
"""What a refusal names where Record is the place."""

_IN_ZIPS = {"word/document.xml": TEXT, "ppt/presentation.xml": SLIDES}
_CUE = re.compile(r"^\d+:\d\d(?::\d\d)?[.,]\d{3} --> \d", re.MULTILINE)
_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?(?: ?[AaPp][Mm])?"
_NAME = r"[^\W\d][^\n:,;\t|]{1,40}"
_SPEAKS = re.compile(rf"^(?:{_TIME} +{_NAME}:|{_NAME} +{_TIME} *$)", re.MULTILINE)
BEGINNING = 20_000
LEAST_LINES, PROSE = 3, 25
"""Lines of a page, and the letters of an ordinary one, that tell it from a table."""


def refuse_documents(content: bytes) -> None:
    """Raises Refused for a document that is told by its bytes."""
    if content.startswith(b"%PDF"):
        raise Refused(PDF, where=WHERE)
    if content.startswith(b"{\\rtf"):
        raise Refused(TEXT, where=WHERE)
    if content.startswith(b"PK\x03\x04") and (why := _packed(content)):
        raise Refused(why, where=WHERE if why == TEXT else "")


def refuse_transcripts(text: str) -> None:
    """Raises Refused for what somebody said, with the times at which they did."""
    first = text[:BEGINNING].lstrip()
    if re.search(r"[,;\t|]", first.split("\n", 1)[0]):
        return  # headings: the rest may stand in a cell
    timed = len(_CUE.findall(first)) > 1 or len(_SPEAKS.findall(first)) > 2
    if timed or first.startswith("WEBVTT"):
        raise Refused(TRANSCRIPT, where=WHERE)


def is_prose(text: str) -> bool:
    """Whether a text without any heading that is known reads as sentences, not as cells."""
    lines = [line.strip() for line in text[:BEGINNING].splitlines() if line.strip()]
    cut = sum(1 for line in lines if "\t" in line or ";" in line or "|" in line)
    long = sum(len(line) > PROSE and " " in line for line in lines)
    commas = {line.count(",") for line in lines}
    return len(lines) >= LEAST_LINES and long * 2 > len(lines) and not cut and len(commas) > 1


def _packed(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = set(packed.namelist())
            kind = packed.open("mimetype").read(80) if "mimetype" in names else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError):
        return ""
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return TEXT
    if kind.startswith(b"application/vnd.oasis.opendocument.presentation"):
        return SLIDES
    return next((why for name, why in _IN_ZIPS.items() if name in names), "")
