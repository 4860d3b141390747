"""Rows of frames as plain Python: the same values that pandas gives, and of the same kinds."""

import numpy as np
import pandas as pd

from lib.frames import records, rows


def a_frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "text": pd.Series(["x", None], dtype="str"),
            "count": [1, 2],
            "amount": [1.5, float("nan")],
            "flag": [True, False],
            "day": pd.Series([pd.Timestamp("2026-01-01"), pd.NaT]),
            "mixed": pd.Series([np.int64(3), "q"], dtype=object),
        }
    )


def kinds(found: list[dict[str, object]]) -> list[list[tuple[type, str]]]:
    return [[(type(value), str(value)) for value in row.values()] for row in found]


def test_records_are_what_pandas_makes_of_a_frame() -> None:
    slow = a_frame().to_dict("records")
    assert kinds(records(a_frame())) == kinds(slow)  # type: ignore[arg-type]


def test_no_rows_are_no_records_and_no_columns_are_empty_ones() -> None:
    assert records(a_frame().iloc[:0]) == []
    assert records(a_frame()[[]]) == [{}, {}]


def test_rows_have_the_columns_that_were_asked_for_in_that_order() -> None:
    assert next(rows(a_frame(), "count", "text")) == (1, "x")
