"""Frames as plain Python where a loop over tens of rows reads better."""

from collections.abc import Callable
from typing import Any, cast

import pandas as pd

from lib.files.neutral import harmless, unmoved

Row = dict[str, Any]


def records(table: pd.DataFrame) -> list[Row]:
    """The rows, a dictionary each."""
    return cast("list[Row]", table.to_dict("records"))


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
