"""A generated database in a real one: brought in as a file, read out again as an export."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.exporting.json_file import export_json
from lib.importing import apply, plan, read_file
from lib.settings import read_settings
from lib.storage.database import Database, open_database
from tests.conftest import an_explorer
from tests.oracle.written import Written


@contextmanager
def a_database() -> Iterator[Database]:
    """An empty SQLite database for as long as the comparison runs."""
    with TemporaryDirectory() as folder:
        opened = open_database(read_settings({"FIELDWORK_DATA_DIR": str(Path(folder))}))
        yield opened
        opened.dispose()


def bring(session: Session, made: Written) -> tuple[Explorer, dict[str, Any]]:
    """Somebody new with these rows, and their export; raises ValueError for a refused row."""
    viewer = an_explorer(session)
    content = {name: rows for name, rows in made.export.items() if name != "explorer"}
    profile = {k: v for k, v in made.export["explorer"].items() if k != "zone"}
    text = json.dumps({**content, "explorer": profile}).encode()
    brought = apply(session, viewer, plan(session, viewer, read_file("generated.json", text)))
    if brought.errors or brought.conflicts:
        raise ValueError(f"{brought.errors[:3]} {brought.conflicts}")
    return viewer, exported(session, viewer)


def exported(session: Session, viewer: Explorer) -> dict[str, Any]:
    """Everything of this explorer as the file holds it."""
    found: dict[str, Any] = json.loads(export_json(session, viewer))
    return found
