"""One value of a file that was refused: where it stands, and what to do."""

from dataclasses import dataclass
from typing import Any

LONGEST = 200
"""Characters of a refused value that are said again."""


@dataclass(frozen=True)
class RowError:
    """One value that was refused: where it stands in the file, and what to do."""

    row: int
    column: str
    value: str
    message: str


def row_error(row: int, column: str, value: Any, message: str) -> RowError:
    """The refusal, with as much of the value as is needed to find it."""
    text = "" if value is None else str(value)
    return RowError(row, column, text[:LONGEST], message)
