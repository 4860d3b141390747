"""Frames as plain Python where a loop over tens of rows reads better."""

from typing import Any, cast

import pandas as pd

from lib.sheet.neutral import harmless, unmoved

Row = dict[str, Any]


def records(table: pd.DataFrame) -> list[Row]:
    """The rows, a dictionary each."""
    return cast("list[Row]", table.to_dict("records"))


def unrun(table: pd.DataFrame) -> pd.DataFrame:
    """The table for a spreadsheet program, which runs none of its cells and headings."""
    return table.rename(columns=_unrun).map(_unrun)


def as_drawn(table: pd.DataFrame) -> pd.DataFrame:
    """A chart's data, which its toolbar shows and saves as CSV; they look the same."""
    texts = table.select_dtypes(include=["object", "string"])
    run = [name for name in texts if any(_unmoved(cell) is not cell for cell in texts[name])]
    return table.assign(**{str(name): texts[name].map(_unmoved) for name in run}) if run else table


def figures_csv(table: pd.DataFrame) -> bytes:
    """The table as a CSV file, in UTF-8 with the mark by which spreadsheets know it."""
    return unrun(table).to_csv(index=False).encode("utf-8-sig")


def _unrun(cell: Any) -> Any:
    return harmless(cell) if isinstance(cell, str) else cell


def _unmoved(cell: Any) -> Any:
    return unmoved(cell) if isinstance(cell, str) else cell
