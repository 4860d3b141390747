"""Delimited lines: how a file may begin under a delimiter, and the records below its headings."""

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice

from lib.errors import Refused

MOST_ROWS = 50_000
PREAMBLE = 25
"""Records above the headings that a program may have written before them."""
DELIMITERS = ",;\t|"
LONGEST_CELL = 4_000_000
"""Characters of a cell, and of a line of the file."""
Record = tuple[int, Sequence[str]]
"""A row's number in the spreadsheet, and its cells."""

_LINE = re.compile(rf"[^\r\n]{{0,{LONGEST_CELL + 1}}}+(?:\r\n|\r|\n)?")

csv.field_size_limit(LONGEST_CELL)


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
