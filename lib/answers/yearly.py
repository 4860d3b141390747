"""Figures as they were said, brought to a year in the base currency where that can be done."""

from decimal import Decimal
from math import isnan
from typing import Any

import pandas as pd

from lib import money, statistics
from lib.frames import records
from lib.queries.explorer import Profile, today

MAIN = "base-gross-employed"
"""The panel that most figures belong to: pay without bonus, before tax, as an employee."""
LEFT_UNSAID = "unsaid"

Row = dict[str, Any]

EXTRA = {
    "panel": "str",
    "placed": "bool",
    "a_low": "float64",
    "a_high": "float64",
    "converted": "bool",
    "words": "str",
    "old": "bool",
    "counts": "bool",
}


def with_yearly(figures: pd.DataFrame, me: Profile) -> pd.DataFrame:
    """The figures with panel, placed, a_low, a_high, converted, words, old, counts.

    `a_low` and `a_high`: units of the base currency a year (NaN: open end); `placed`: period
    and currency were said and there is a rate; `counts`: may enter a band.
    """
    made = zip(*(_yearly(row, me) for row in records(figures)), strict=True)
    values = list(made) or [()] * len(EXTRA)
    columns = zip(EXTRA.items(), values, strict=True)
    return figures.assign(
        **{name: pd.Series(list(column), dtype=dtype) for (name, dtype), column in columns}
    )


def ends_a_year(row: Row, me: Profile) -> tuple[float | None, float | None]:
    """A figure's two ends in the base currency a year; None for one that is open or has no place.

    `row`: low, high, currency, period, year, hours_a_year.
    """
    hours = me.hours_a_year if isnan(row["hours_a_year"]) else int(row["hours_a_year"])
    return _end(row, "low", hours, me), _end(row, "high", hours, me)


def _yearly(row: Row, me: Profile) -> tuple[Any, ...]:
    low, high = ends_a_year(row, me)
    placed = low is not None or high is not None
    converted = placed and row["currency"] != me.base_currency
    words = money.span(low, high, me.base_currency) if placed else as_said(row)
    if converted or (placed and row["period"] != "year"):
        words += f", said as {as_said(row)}"
    stated = (row["basis"], row["tax"], row["employed"])
    return (
        LEFT_UNSAID if "unstated" in stated else "-".join(stated),
        placed,
        float("nan") if low is None else low,
        float("nan") if high is None else high,
        converted,
        words,
        statistics.old(row["year"], today(me.zone).year),
        placed
        and statistics.counts(row["whose"])
        and statistics.pool("", row["level"], *stated) is not None,
    )


def _end(row: Row, end: str, hours: int, me: Profile) -> float | None:
    if isnan(row[end]):
        return None
    year = money.yearly(float(row[end]), row["period"], hours)
    if year is None:
        return None
    return money.convert(year, row["currency"] or None, me.base_currency, row["year"])


def as_said(row: Row) -> str:
    """The figure in its own currency and period, as far as they were said."""
    low, high = (None if isnan(row[end]) else Decimal(str(row[end])) for end in ("low", "high"))
    period = None if row["period"] == "unstated" else row["period"]
    words = money.format_pay(money.Pay(low, high, row["currency"] or None, period))
    return words + (" a year" if period == "year" else "")
