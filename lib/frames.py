"""Frames as plain Python where a loop over tens of rows reads better."""

from typing import Any, cast

import pandas as pd

Row = dict[str, Any]


def records(table: pd.DataFrame) -> list[Row]:
    """The rows, a dictionary each."""
    return cast("list[Row]", table.to_dict("records"))
