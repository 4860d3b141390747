"""A country's own wages as a CSV: read, checked row by row, and joined to those brought before.

The columns are title, area, currency, p10, p25, p50, p75, p90, year and source, in any order;
pay a year before tax without bonus. The first thing that is wrong refuses the whole file.
"""

import csv
import io
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from lib.errors import Refused
from lib.files.delimited import DELIMITERS, beginning, records_below
from lib.money import CURRENCIES, MOST
from lib.reference.figures import SHARES
from lib.text import clean, fold

PERCENTILES = tuple(f"p{n}" for n in SHARES)
COLUMNS = ("title", "area", "currency", *PERCENTILES, "year", "source")
NO_TABLE = (
    "This is no table of wages that Fieldwork knows. Name its columns title, area, currency, p10, "
    "p25, p50, p75, p90, year and source."
)
Rows = list[dict[str, str]]


def read_wages(text: str) -> Rows:
    """The rows, their amounts as plain numbers; raises Refused for the first that is wrong."""
    at, delimiter, names = _headings(text)
    rows: Rows = []
    seen: dict[tuple[str, str], int] = {}
    for number, record in records_below(text, delimiter, at):
        cells = dict(zip(names, (cell.strip() for cell in record), strict=False))
        row = _row(number, {name: cells.get(name, "") for name in COLUMNS})
        place = fold(row["title"]), fold(row["area"])
        if place in seen:
            raise Refused(
                f"Rows {seen[place]} and {number} are both about “{row['title']}” in "
                f"“{row['area']}”. Keep one of them."
            )
        seen[place] = number
        rows.append(row)
    if not rows:
        raise Refused("This table has headings and no row below them.")
    return rows


def joined(before: Rows, brought: Rows) -> Rows:
    """The rows of both; what was brought now stands for the same title and area."""
    places = {(fold(row["title"]), fold(row["area"])) for row in brought}
    kept = [row for row in before if (fold(row["title"]), fold(row["area"])) not in places]
    return [*kept, *brought]


def written(rows: Rows, columns: tuple[str, ...] = COLUMNS) -> bytes:
    """The rows as CSV."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _headings(text: str) -> tuple[int, str, list[str]]:
    """Which row the headings are, what parts them, and their names."""
    for delimiter in DELIMITERS:
        for at, record in enumerate(beginning(text, delimiter)):
            names = [fold(cell) for cell in record]
            missing = [name for name in COLUMNS if name not in names]
            if not missing:
                return at, delimiter, names
            if len(missing) <= len(COLUMNS) // 2:
                raise Refused(
                    f"The table of wages lacks {', '.join(missing)}. Add what is missing."
                )
    raise Refused(NO_TABLE)


def _row(number: int, row: dict[str, str]) -> dict[str, str]:
    for name in ("title", "area", "source"):
        row[name] = clean(row[name], most=200, what=f"Row {number}: the {name}")
        if not row[name]:
            raise Refused(f"Row {number} has no {name}. Fill it in.")
    row["currency"] = row["currency"].upper()
    if row["currency"] not in CURRENCIES:
        raise Refused(f"Row {number}: “{row['currency'][:20]}” is no currency such as EUR or GBP.")
    if not (row["year"].isascii() and row["year"].isdecimal() and 1950 <= int(row["year"]) <= 2100):
        raise Refused(f"Row {number}: “{row['year'][:20]}” is no year such as 2025.")
    amounts = [(name, _amount(number, name, row[name])) for name in PERCENTILES]
    known = [(name, amount) for name, amount in amounts if amount is not None]
    if not known:
        raise Refused(f"Row {number} has no figure. Fill in at least the median, p50.")
    for (low, less), (high, more) in pairwise(known):
        if more < less:
            raise Refused(f"Row {number}: {high} is less than {low}. Are they swapped?")
    return {**row, **{name: "" if one is None else f"{one:f}" for name, one in amounts}}


def _amount(number: int, name: str, cell: str) -> Decimal | None:
    """An amount a year in whole units or with cents; nothing where the cell is empty."""
    if not cell:
        return None
    try:
        amount = Decimal(cell.replace(",", "").replace(" ", ""))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or not 0 < amount < MOST:
        raise Refused(
            f"Row {number}: “{cell[:40]}” under {name} is no amount a year. Write it in figures, "
            "such as 52000, or leave it empty."
        )
    return amount
