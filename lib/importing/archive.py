"""LinkedIn's whole archive in one go: connections, own skills, and own positions in a few words."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from lib.errors import Refused
from lib.files.text_of import text_of
from lib.importing.contacts_csv import read_contacts
from lib.importing.parsed import Archive, Contacts, OwnSkills, Parsed, RowError
from lib.importing.row_errors import row_error
from lib.importing.skill_file import sheet_list
from lib.text import fold

CONNECTIONS, SKILLS, POSITIONS = "connections.csv", "skills.csv", "positions.csv"
PARTS = (CONNECTIONS, SKILLS, POSITIONS)
MOST_PART = 50 * 1024 * 1024
MOST_POSITIONS = 12
LONGEST_POSITION = 300
DAMAGED = "This archive is cut off or damaged. Download it again, and bring that."
TOO_LARGE = "A list of this archive unpacks to more than 50 MB. Is it LinkedIn's?"
NO_LEVEL = "Say how well you can do these skills, one level for all, or bring them on Profile."


def is_archive(content: bytes) -> bool:
    """Whether a packed file holds what LinkedIn's archive does, and is no workbook."""
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return bool(_parts(packed))
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


def read_archive(source: str, content: bytes, level: int | None) -> Parsed:
    """All that concerns oneself and the people one knows; raises Refused where it is damaged."""
    texts = _texts(content)
    book = read_contacts(source, texts[CONNECTIONS]) if CONNECTIONS in texts else None
    skills = sheet_list(texts[SKILLS]) if SKILLS in texts else None
    about = "\n".join(_positions(texts.get(POSITIONS, "")))
    people = book.content if book is not None else None
    rows = (book.rows if book else 0) + (len(skills or ()) if level else 0) + bool(about)
    waiting = skills and level is None
    aside = (row_error(1, "Skills", f"{len(skills or ())} skills", NO_LEVEL),) if waiting else ()
    return Parsed(
        source,
        rows,
        book.refused if book else 0,
        tuple(map(_of_connections, book.errors)) if book else (),
        Archive(
            people if isinstance(people, Contacts) else Contacts(()),
            OwnSkills(tuple(skills or ()), level),
            about,
        ),
        aside,
    )


def _of_connections(error: RowError) -> RowError:
    return replace(error, column=f"Connections: {error.column}")


def _parts(packed: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The lists that are read, by name; the one that lies highest where there are several."""
    found: dict[str, zipfile.ZipInfo] = {}
    for part in sorted(packed.infolist(), key=lambda one: -one.filename.count("/")):
        name = PurePosixPath(part.filename).name.lower()
        if name in PARTS:
            found[name] = part
    return found


def _texts(content: bytes) -> dict[str, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return {name: _text(packed, part) for name, part in _parts(packed).items()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refused(DAMAGED) from error


def _text(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> str:
    with packed.open(part) as opened:
        content = opened.read(MOST_PART + 1)
    if len(content) > MOST_PART:
        raise Refused(TOO_LARGE)
    return text_of(content) if content.strip() else ""


def _positions(text: str) -> Iterator[str]:
    """Such as "Data analyst at Acme, since Jan 2023", in the order of the file."""
    for number, row in enumerate(csv.DictReader(io.StringIO(text))):
        if number == MOST_POSITIONS:
            return
        said = {fold(name): (cell or "").strip() for name, cell in row.items() if name}
        title, company = said.get("title", ""), said.get("company name", "")
        where = " at ".join(filter(None, (title, company)))
        begun, ended = said.get("started on", ""), said.get("finished on", "")
        when = f"{begun} to {ended}" if begun and ended else f"since {begun}" if begun else ended
        if where:
            yield ", ".join(filter(None, (where, when)))[:LONGEST_POSITION]
