"""Frames as plain Python where a loop over tens of rows reads better."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd

from lib.files.neutral import harmless, unmoved

Row = dict[str, Any]


def records(table: pd.DataFrame) -> list[Row]:
    """The rows, a dictionary each.

    As `to_dict("records")`, which looks at every cell anew and takes twenty times as long.
    """
    names = table.columns.tolist()
    if not names:
        return [{} for _ in range(len(table))]
    return [dict(zip(names, row, strict=True)) for row in rows(table)]


def rows(table: pd.DataFrame, *names: str) -> Iterator[tuple[Any, ...]]:
    """The rows, a tuple each, of all columns or of these."""
    columns = (table[name] for name in names) if names else (cells for _, cells in table.items())
    return zip(*map(plain_values, columns), strict=True)


def by(table: pd.DataFrame, name: str) -> dict[str, list[Row]]:
    """The rows by what one column holds, each group in the order of the table."""
    found: dict[str, list[Row]] = {}
    for row in records(table):
        found.setdefault(row[name], []).append(row)
    return found


def plain_values(cells: "pd.Series[Any]") -> list[Any]:
    """A column's values as Python has them."""
    values = cells.tolist()
    if cells.dtype == object:
        return [one.item() if isinstance(one, np.generic) else one for one in values]
    return values


def unrun(table: pd.DataFrame) -> pd.DataFrame:
    """The table for a spreadsheet program, which runs none of its cells and headings."""
    headings = [harmless(name) if isinstance(name, str) else name for name in table]
    cells = _changed(table, harmless)
    return cells if headings == list(table) else cells.set_axis(headings, axis=1)


def as_drawn(table: pd.DataFrame) -> pd.DataFrame:
    """A chart's data, which its toolbar shows and saves as CSV; they look the same."""
    return _changed(table, unmoved)


def figures_csv(table: pd.DataFrame) -> bytes:
    """The table as a CSV file, in UTF-8 with the mark by which spreadsheets know it."""
    return unrun(table).to_csv(index=False).encode("utf-8-sig")


def _changed(table: pd.DataFrame, change: Callable[[str], str]) -> pd.DataFrame:
    """The table with every text changed; columns in which nothing changes stay as they are."""

    def one(cell: Any) -> Any:
        return change(cell) if isinstance(cell, str) else cell

    texts = {str(name): table[name] for name, kind in table.dtypes.items() if kind.kind == "O"}
    run = {
        name: cells.map(one)
        for name, cells in texts.items()
        if any(one(cell) is not cell for cell in cells.tolist())
    }
    return table.assign(**run) if run else table
