"""A file of notes as text: .txt, .md, .docx, .pdf with text, .html, .rtf, .odt, .vtt and .srt.

Documents are read by a program of their own (`page_apart`), with bounds on time and memory.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from lib.errors import Refused
from lib.files import page_apart
from lib.text import timed

SECONDS = 20
ENDINGS = ("txt", "md", "docx", "pdf", "html", "htm", "rtf", "odt", "vtt", "srt")
"""What the name of a file of notes may end in."""
_WORDS = {
    page_apart.LOCKED: "This file is protected with a password. Save it without one, and bring it.",
    page_apart.DAMAGED: "This file cannot be read: it is cut off or damaged. Save it anew.",
    page_apart.SCANNED: (
        "This PDF is scanned: it holds pictures of pages and no text. Copy what it says, and "
        "paste that."
    ),
}
_TIME = r"[\[(]?(?P<at>\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d+)?(?: ?[AaPp][Mm])?)[\])]?"
_NAME = r"(?P<who>[^\W\d_][\w .'\u2019-]{1,40}?)"
_ABOVE = re.compile(rf"^\[?{_NAME}\]?[ \t]+{_TIME}[ \t]*\r?\n", re.MULTILINE)
"""A name and a time on a line of their own, over what was said."""
_BEFORE = re.compile(rf"^{_TIME}[ \t]+(?:From )?{_NAME}[ \t]*:[ \t]*", re.MULTILINE)
"""A time and a name before what was said."""
TOO_LONG = "This file takes too long to read. Copy its text, and paste that."


def text_of_page(content: bytes, name: str = "") -> str:
    """The text of a file, known by how it begins, else by its name; raises Refused."""
    kind = _kind(content, name)
    if not kind:
        return turns(_plain(content))
    command = [sys.executable, "-I", str(Path(page_apart.__file__)), kind]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(TOO_LONG) from error
    told: Any = json.loads(done.stdout) if not done.returncode and done.stdout else None
    if not isinstance(told, dict):
        raise Refused(_WORDS.get(told or "", _WORDS[page_apart.DAMAGED]))
    return turns(str(told["text"]))


def _kind(content: bytes, name: str) -> str:
    """What reads the file; "" for plain text."""
    begins = content[:1_000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if begins.startswith(b"%pdf"):
        return "pdf"
    if begins.startswith(b"pk\x03\x04"):
        return "odt" if b"opendocument.text" in begins else "docx"
    if begins.startswith(b"{\\rtf"):
        return "rtf"
    if begins.startswith((b"<!doctype html", b"<html")):
        return "html"
    ending = Path(name.lower()).suffix
    return "vtt" if begins.startswith(b"webvtt") or ending == ".srt" else ""


def turns(text: str) -> str:
    """The text of a meeting program: time and speaker stand before what is said, in one way."""
    for way in (_ABOVE, _BEFORE):
        if len(way.findall(text)) > 1:
            return way.sub(
                lambda said: timed(_moment(said["at"]), f"{said['who'].strip()}: "), text
            )
    return text


def _moment(at: str) -> str:
    """A time of a transcript as `0:12:34`; `12:34` is minutes, with am or pm hours."""
    clock = re.search(r"[AaPp][Mm]$", at)
    first, *rest = (int(part) for part in re.findall(r"\d+", re.sub(r"[.,]\d+", "", at)))
    if clock:
        hours, minutes, seconds = first % 12 + 12 * (clock[0][0] in "Pp"), *rest, 0
    else:
        minutes, seconds = (first, *rest)[-2:]
        hours = first if len(rest) > 1 else minutes // 60
        minutes %= 60
    return f"{hours}:{minutes:02}:{seconds:02}"


def _plain(content: bytes) -> str:
    """The text of any bytes: UTF-8, marked UTF-16, else Western European; nothing is refused."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
