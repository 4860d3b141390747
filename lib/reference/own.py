"""A country's own figures, brought as one table: titles, areas, percentiles, year and source.

Their codes are made from the words, so that bringing the table again keeps what is tied to it.
"""

import csv
from functools import lru_cache
from pathlib import Path

from lib.reference.figures import SHARES, Wage
from lib.reference.places import Stamp
from lib.text import digest

MARK = "~"
Rows = tuple[dict[str, str], ...]


def is_own(code: str) -> bool:
    """Whether a code stands for something brought, not for an official one."""
    return code.startswith(MARK)


def code_of(words: str) -> str:
    """The code of a title or an area: the same words have the same one."""
    return MARK + digest(words)[:9]


def wage(file: Stamp | None, occupation: str, area: str) -> Wage | None:
    """The row of this title and area."""
    row = next(
        (
            row
            for row in rows(file)
            if (code_of(row["title"]), code_of(row["area"])) == (occupation, area)
        ),
        None,
    )
    if row is None:
        return None
    at = {n: float(row[f"p{n}"]) for n in SHARES if row[f"p{n}"]}
    return Wage(at, "year", row["currency"], row["year"], row["source"])


def areas_of(file: Stamp | None, occupation: str) -> tuple[str, ...]:
    """The areas of a title, in the table's order."""
    return tuple(code_of(row["area"]) for row in rows(file) if code_of(row["title"]) == occupation)


def titles(file: Stamp | None) -> dict[str, str]:
    """Titles by their code."""
    return {code_of(row["title"]): row["title"] for row in rows(file)}


def areas(file: Stamp | None) -> dict[str, str]:
    """Areas by their code."""
    return {code_of(row["area"]): row["area"] for row in rows(file)}


def rows(file: Stamp | None) -> Rows:
    """The table as it was brought and checked; none where none was."""
    return () if file is None else _rows(file)


@lru_cache(maxsize=4)
def _rows(file: Stamp) -> Rows:
    with Path(file[0]).open(encoding="utf-8", newline="") as opened:
        return tuple(csv.DictReader(opened))
