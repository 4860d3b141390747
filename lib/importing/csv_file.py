"""Reads a CSV of interviews: its delimiter, its headings, and each row as a conversation."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lib.errors import Refused
from lib.importing.known_again import digest_of, key_of
from lib.importing.parsed import Parsed, RowError, Sheet, SheetRow, row_error
from lib.sheet import original, read_cells
from lib.sheet.columns import known_column
from lib.sheet.dates import day_first
from lib.sheet.reading import DATES

DELIMITERS = ",;\t|"
MOST_COLUMNS = 500
MOST_ROWS = 50_000
LONGEST_CELL = 4_000_000
PREAMBLE = 10
"""Records above the headings that a program may have written before them."""

csv.field_size_limit(LONGEST_CELL)

NO_HEADINGS = (
    "The first row has no heading that Fieldwork knows. Name the columns, for example "
    "field, person, held_on, notes; docs/import.md lists them all."
)
NO_FIELD = (
    "Say which field of work these conversations are about: add a column “field”, or name one "
    "field for all of them."
)


@dataclass(frozen=True)
class Answers:
    """What the person said where a file leaves it open."""

    day_first: bool | None = None
    default_field: str = ""
    dollar: str = "USD"


@dataclass(frozen=True)
class Table:
    """The headings by place, where they stand, and the records below them."""

    columns: tuple[str | None, ...]
    ignored: tuple[str, ...]
    records: list[tuple[int, list[str]]]


def read_csv(
    source: str, text: str, answers: Answers, progress: Callable[[int, int], None]
) -> Parsed:
    """The file's interviews; raises Refused where it cannot be read as a table of them."""
    table = _table(text)
    if "field" not in table.columns and not answers.default_field.strip():
        raise Refused(NO_FIELD, where="default_field")
    orders = {name: _order(table, name, answers.day_first) for name in DATES}
    errors: list[RowError] = []
    rows: list[SheetRow] = []
    for done, at in enumerate(table.records, 1):
        row = _row(table, at, answers, orders, errors)
        if row is not None:
            rows.append(row)
        if done % 100 == 0 or done == len(table.records):
            progress(done, len(table.records))
    present = frozenset(name for name in table.columns if name)
    sheet = Sheet(tuple(rows), present, table.ignored)
    total = len(table.records)
    return Parsed(source, total, total - len(rows), tuple(errors), sheet)


def _row(
    table: Table,
    at: tuple[int, list[str]],
    answers: Answers,
    orders: Mapping[str, bool],
    errors: list[RowError],
) -> SheetRow | None:
    number, record = at
    cells = {
        name: original(cell) for name, cell in zip(table.columns, record, strict=False) if name
    }
    if not cells.get("field", "").strip():
        cells["field"] = answers.default_field
    beyond = [cell for cell in record[len(table.columns) :] if cell.strip()]
    if beyond:
        message = "This row has more cells than there are headings. Is a quotation mark missing?"
        errors.append(row_error(number, "", beyond[0], message))
        return None
    read = read_cells(cells, dollar=answers.dollar, day_first=orders)
    if read.said is None:
        errors.extend(row_error(number, *refused) for refused in read.refused)
        return None
    identity, introduced = cells.get("id", "").strip(), cells.get("introduced_by", "").strip()
    digest = digest_of(read.said, introduced)
    return SheetRow(
        row=number,
        key=key_of(identity, read.said, digest),
        digest=digest,
        talk_id=read.said.id,
        person=read.said.person,
        content=read.said.model_dump_json(),
        identity=identity,
        person_key=cells.get("person_id", "").strip(),
        introduced_by=introduced,
    )


def _order(table: Table, name: str, answer: bool | None) -> bool:
    """Whether the day comes first in this column; raises Refused where only a person can say."""
    if name not in table.columns:
        return True
    at = table.columns.index(name)
    values = [original(record[at]) for _, record in table.records if len(record) > at]
    first = day_first(values)
    if first is None and answer is None:
        example = next(value for value in values if day_first([value]) is not True)
        raise Refused(
            f"In “{name}”, is {example.strip()[:40]} written with the day first or the month "
            "first? The dates of this file do not say which.",
            where="day_first",
        )
    return bool(answer) if first is None else first


def _table(text: str) -> Table:
    """The table under the delimiter whose headings are known best."""
    found = [(_known(head), at, delimiter, head) for delimiter in DELIMITERS
             for at, head in enumerate(_beginning(text, delimiter))]  # fmt: skip
    best = max((known for known, *_ in found), default=0)
    if not best:
        _refuse_a_wide_one(text)
        raise Refused(NO_HEADINGS)
    _, at, delimiter, head = next(one for one in found if one[0] == best)
    if len(head) > MOST_COLUMNS:
        raise Refused(_too_wide(len(head)))
    columns, ignored = _columns(head)
    return Table(columns, ignored, list(_records(text, delimiter, at)))


def _refuse_a_wide_one(text: str) -> None:
    first = text.split("\n", 1)[0]
    widest = max(first.count(delimiter) for delimiter in DELIMITERS) + 1
    if widest > MOST_COLUMNS:
        raise Refused(_too_wide(widest))


def _too_wide(columns: int) -> str:
    return f"This file has {columns:,} columns; a sheet of interviews has at most {MOST_COLUMNS}."


def _columns(head: list[str]) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    """The column that each heading stands for; raises Refused where two stand for one."""
    headings = [original(heading).strip() for heading in head]
    columns = tuple(known_column(heading) for heading in headings)
    counted = Counter(name for name in columns if name)
    for name, times in counted.items():
        if times > 1:
            same = [h[:60] for h, column in zip(headings, columns, strict=True) if column == name]
            raise Refused(
                f"The headings {' and '.join(f'“{heading}”' for heading in same[:4])} stand for "
                "the same column. Rename or remove all but one."
            )
    ignored = (h[:60] for h, column in zip(headings, columns, strict=True) if h and not column)
    return columns, tuple(ignored)


def _known(head: list[str]) -> int:
    return sum(known_column(original(heading)) is not None for heading in head[:MOST_COLUMNS])


def _beginning(text: str, delimiter: str) -> list[list[str]]:
    """The first records, as far as they can be read."""
    found: list[list[str]] = []
    with suppress(csv.Error):
        found.extend(islice(csv.reader(_lines(text), delimiter=delimiter), PREAMBLE))
    return found


def _records(text: str, delimiter: str, head: int) -> Iterator[tuple[int, list[str]]]:
    """Every record below the headings that holds something, with its row in a spreadsheet."""
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
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


def _lines(text: str) -> Any:
    return io.StringIO(text, newline="")
