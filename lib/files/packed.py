"""Packed files of texts: Markdown pages and projects of coded interviews (.zip, .qdpx).

Their texts are read by a program of their own (`packed_apart`), with bounds on time and memory.
"""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lib.errors import Refused
from lib.files import packed_apart
from lib.files.apart import lines_of

ZIP = b"PK\x03\x04"
MOST_PARTS = 10_000
READER = Path(packed_apart.__file__)
SECONDS = 40
LOCKED = "This packed file is protected with a password. Pack it without one, and bring that."
DAMAGED = (
    "This packed file cannot be read: it is cut off, damaged, or needs more memory than it may "
    "take. Pack it anew, and bring that."
)
TOO_LONG = "This packed file takes too long to read. Split it, and bring the parts."
TOO_LARGE = "This packed file unpacks to more than 100 MB. Split it, and bring the parts."
TOO_MANY = "This packed file has more than 10,000 parts: it is no spreadsheet. Split it."
_WORDS = {
    packed_apart.LOCKED: LOCKED,
    packed_apart.DAMAGED: DAMAGED,
    packed_apart.LONG: TOO_LARGE,
}


def names_in(content: bytes) -> frozenset[str]:
    """The names of the parts; none of what is no packed file. Raises Refused for far too many.

    They are counted before any is listed: a list of millions would fill the memory.
    """
    if not content.startswith(ZIP):
        return frozenset()
    if content.count(b"PK\x01\x02") > MOST_PARTS:
        raise Refused(TOO_MANY)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return frozenset(packed.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return frozenset()


def pages_in(content: bytes) -> Iterator[tuple[str, str]]:
    """The name and the text of each Markdown page, by name."""
    yield from _told(content, "pages")


def texts_in(content: bytes) -> Iterator[dict[str, Any]]:
    """The texts of a project as `packed_apart` tells them."""
    yield from _told(content, "project")


def _told(content: bytes, kind: str) -> Iterator[Any]:
    for line in lines_of(
        READER, content, kind, seconds=SECONDS, too_long=TOO_LONG, damaged=DAMAGED
    ):
        if isinstance(line, str):
            raise Refused(_WORDS[line])
        yield line
