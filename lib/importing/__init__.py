"""Bringing files in: read and checked, compared with what is here, and written in one step.

Read `read_file`, then `plan`, then `apply`; docs/import.md says what a file may look like.
"""

from lib.importing.applying import apply, plan
from lib.importing.parsed import (
    Archive,
    Contacts,
    OwnSkills,
    Parsed,
    Plan,
    Report,
    RowError,
    report,
)
from lib.importing.reading import read_file, shapes_for
from lib.importing.template import template_csv, template_xlsx

__all__ = [
    "Archive",
    "Contacts",
    "OwnSkills",
    "Parsed",
    "Plan",
    "Report",
    "RowError",
    "apply",
    "plan",
    "read_file",
    "report",
    "shapes_for",
    "template_csv",
    "template_xlsx",
]
