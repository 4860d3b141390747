"""Files named on the command line, and the database: opened, read and written with plain words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lib.errors import Refused
from lib.importing.reading import MOST
from lib.settings import Settings
from lib.storage.database import Database, open_database


@contextmanager
def opened(settings: Settings) -> Iterator[Database]:
    """The database, its tables at this version, closed with the block."""
    database = open_database(settings)
    try:
        yield database
    finally:
        database.dispose()


def read_bytes(file: Path) -> bytes:
    """The file's content; one that is too large is not read."""
    try:
        if file.stat().st_size > MOST:
            raise Refused(f"{file.name} is larger than 100 MB. Split it, and bring the parts.")
        return file.read_bytes()
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from error


def write_bytes(file: Path, content: bytes) -> None:
    """The content under this name: all of it, or the file as it was."""
    beside = file.with_name(f"{file.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(file)
    except OSError as error:
        raise Refused(f"{file} cannot be written: {error.strerror}.") from error
