"""Notes as people have them, read into suggestions that each show their words; saves nothing.

Pure: no screens, no database. What reads, its weights and its words load with the first page.
"""

from lib.notes.found import (
    AspectFound,
    OutlookFound,
    Page,
    PayFound,
    PersonFound,
    SkillFound,
    StepFound,
    Suggestion,
    TrainingFound,
)
from lib.notes.plain import as_json

__all__ = [
    "AspectFound",
    "OutlookFound",
    "Page",
    "PayFound",
    "PersonFound",
    "SkillFound",
    "StepFound",
    "Suggestion",
    "TrainingFound",
    "as_json",
    "read",
    "read_as",
]


def read(page: str, *, dollar: str | None = "USD") -> Page:
    """What a page of notes suggests; the same page always reads the same. Never raises.

    "$" alone means `dollar`. Of a very long text every line is looked at, and those that may tell
    something are read; `unread` counts the characters of the others.
    """
    from lib.notes.reading import read_page  # noqa: PLC0415  Fieldwork starts without it

    return read_page(page, dollar)


def read_as(line: str, kind: str, *, dollar: str | None = "USD") -> Page:
    """What a line says of one kind ("skills", "salaries", ...), where somebody says it is that."""
    from lib.notes.reading import read_line  # noqa: PLC0415

    return read_line(line, kind, dollar)
