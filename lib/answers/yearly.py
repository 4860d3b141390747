"""Figures as they were said, brought to a year in the base currency where that can be done.

What freelancers are paid an hour, a day or a week stays as it is, unless they said how many of
them they sell in a year.
"""

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

OWN_PERIODS = ("hour", "day", "week")
"""Of freelancers: each has panels of its own."""

SHORTER = ("hour", "day", "week", "month")

EXTRA = {
    "panel": "str",
    "unit": "str",
    "placed": "bool",
    "a_low": "float64",
    "a_high": "float64",
    "converted": "bool",
    "words": "str",
    "old": "bool",
    "counts": "bool",
}


def with_yearly(figures: pd.DataFrame, me: Profile) -> pd.DataFrame:
    """The figures with panel, unit, placed, a_low, a_high, converted, words, old, counts.

    `a_low` and `a_high`: units of the base currency a `unit`, mostly a year (NaN: open end);
    `placed`: period and currency were said and there is a rate; `counts`: may enter a band.
    """
    made = zip(*(_yearly(row, me) for row in records(figures)), strict=True)
    values = list(made) or [()] * len(EXTRA)
    columns = zip(EXTRA.items(), values, strict=True)
    return figures.assign(
        **{name: pd.Series(list(column), dtype=dtype) for (name, dtype), column in columns}
    )


def ends_a_year(row: Row, me: Profile) -> tuple[float | None, float | None]:
    """A figure's two ends in the base currency a year; None for one that is open or has no place.

    `row`: low, high, currency, period, year, hours_a_year, and perhaps times.
    """
    return _ends(row, me, "year")


def _yearly(row: Row, me: Profile) -> tuple[Any, ...]:
    freelance = row["employed"] == "freelance" and row["period"] in OWN_PERIODS
    unit = row["period"] if freelance and times_of(row) is None else "year"
    low, high = _ends(row, me, unit)
    placed = low is not None or high is not None
    converted = placed and row["currency"] != me.base_currency
    words = in_words(low, high, me.base_currency, unit) if placed else as_said(row)
    if converted or (placed and row["period"] != unit):
        words += f", said as {as_said(row)}"
    stated = (row["basis"], row["tax"], row["employed"])
    panel = LEFT_UNSAID if "unstated" in stated else "-".join(stated)
    aged = statistics.old(row["year"], today(me.zone).year)
    return (
        panel if unit == "year" else f"{panel}-{unit}",
        unit,
        placed,
        float("nan") if low is None else low,
        float("nan") if high is None else high,
        converted,
        words,
        aged,
        placed
        and not aged
        and statistics.counts(row["whose"])
        and statistics.pool("", row["level"], *stated) is not None,
    )


def unit_of(panel: str) -> str:
    """What the figures of a panel are paid for: a year, or the period at the end of its key."""
    last = panel.rpartition("-")[2]
    return last if last in OWN_PERIODS else "year"


def in_words(low: float | None, high: float | None, currency: str, unit: str) -> str:
    """`$62k to $78k` a year, which goes without saying; `$500 to $600 a day`."""
    return money.span(low, high, currency) + ("" if unit == "year" else f" {A[unit]}")


A = {"year": "a year", "hour": "an hour", "day": "a day", "week": "a week"}


def _ends(row: Row, me: Profile, unit: str) -> tuple[float | None, float | None]:
    return _end(row, "low", unit, me), _end(row, "high", unit, me)


def _end(row: Row, end: str, unit: str, me: Profile) -> float | None:
    if isnan(row[end]):
        return None
    hours = me.hours_a_year if isnan(row["hours_a_year"]) else int(row["hours_a_year"])
    amount: float | None = float(row[end])
    if unit == "year":
        amount = money.yearly(float(row[end]), row["period"], hours, times_of(row))
    if amount is None:
        return None
    return money.convert(amount, row["currency"] or None, me.base_currency, row["year"])


def as_said(row: Row) -> str:
    """The figure in its own currency and period, as far as they were said."""
    low, high = (None if isnan(row[end]) else Decimal(str(row[end])) for end in ("low", "high"))
    period = None if row["period"] == "unstated" else row["period"]
    words = money.format_pay(money.Pay(low, high, row["currency"] or None, period))
    times = times_of(row)
    often = f", {times:,} times a year" if times and period in SHORTER else ""
    return words + (" a year" if period == "year" else often)


def times_of(row: Row) -> int | None:
    """How often a year the period is paid; None where it was not said, as of a step."""
    times = row.get("times")
    return None if times is None or isnan(times) else int(times)
