"""Reads a CSV: its delimiter, where its headings stand, and the records below them."""

import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from lib.errors import Refused
from lib.importing.headed import (
    MOST_COLUMNS,
    MOST_ROWS,
    PREAMBLE,
    Headed,
    Record,
    headings,
    times_known,
    too_wide,
)
from lib.sheet.columns import known_column

DELIMITERS = ",;\t|"
LONGEST_CELL = 4_000_000
"""Characters of a cell, and of a line of the file."""

_LINE = re.compile(rf"[^\r\n]{{0,{LONGEST_CELL + 1}}}+(?:\r\n|\r|\n)?")

csv.field_size_limit(LONGEST_CELL)

NO_HEADINGS = (
    "The first row has no heading that Fieldwork knows. Name the columns, for example "
    "field, person, held_on, notes; docs/import.md lists them all."
)


def read_csv(text: str) -> Headed:
    """The table under the delimiter whose headings are known best; Refused where there is none."""
    found = [(times_known(head, known_column), at, delimiter, head) for delimiter in DELIMITERS
             for at, head in enumerate(beginning(text, delimiter))]  # fmt: skip
    best = max((known for known, *_ in found), default=0)
    if not best:
        _refuse_a_wide_one(text)
        raise Refused(NO_HEADINGS)
    _, at, delimiter, head = next(one for one in found if one[0] == best)
    columns, ignored = headings(head, known_column)
    return Headed(columns, ignored, list(records_below(text, delimiter, at)))


def _refuse_a_wide_one(text: str) -> None:
    first = text.split("\n", 1)[0]
    widest = max(first.count(delimiter) for delimiter in DELIMITERS) + 1
    if widest > MOST_COLUMNS:
        raise Refused(too_wide(widest))


def beginning(text: str, delimiter: str) -> list[list[str]]:
    """The first records, as far as they can be read."""
    found: list[list[str]] = []
    with suppress(csv.Error):
        found.extend(islice(csv.reader(lines_of(text), delimiter=delimiter), PREAMBLE))
    return found


def records_below(text: str, delimiter: str, head: int) -> Iterator[Record]:
    """Every record below the headings that holds something, with its row in a spreadsheet."""
    reader = csv.reader(lines_of(text), delimiter=delimiter, strict=True)
    number, kept = 0, 0
    try:
        for record in reader:
            number += 1
            if number - 1 > head and any(cell.strip() for cell in record):
                kept += 1
                if kept > MOST_ROWS:
                    raise Refused(f"This file has more than {MOST_ROWS:,} rows. Split it.")
                yield number, record
    except csv.Error as error:
        raise Refused(
            f"Row {number + 1} cannot be read: a quotation mark is not closed, or stands in the "
            "middle of a cell. Correct it, and bring the file again."
        ) from error


def lines_of(text: str) -> Iterator[str]:
    """The lines with their ends; one that is longer than any cell is not taken apart."""
    for line in _LINE.finditer(text):
        if line.end() - line.start() > LONGEST_CELL:
            raise csv.Error("a line longer than any cell")
        yield line[0]
