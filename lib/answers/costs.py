"""What ways in cost, in the base currency at the rate of the year in which it was said.

Money like any other: what is old, and what has no currency or rate, stays as it was said and
enters no range, comparison or sentence.
"""

from collections.abc import Sequence
from decimal import Decimal
from math import isnan

import pandas as pd

from lib import money, statistics
from lib.answers.spread import Spread, spread
from lib.frames import Row, records
from lib.queries.explorer import Profile, today

EXTRA = {
    **dict.fromkeys(("cost_low", "cost_high", "old_low", "old_high"), "float64"),
    **{"cost_beside": "str", "cost_whole": "bool"},
}
ENDS = ("cost_low", "cost_high")


def with_costs(told: pd.DataFrame, me: Profile) -> pd.DataFrame:
    """The columns of `trainings`, cost in the base currency; with old_low, old_high, ...

    ..., cost_beside, cost_whole. `cost_low` and `cost_high` are NaN where the cost is old (it is
    in `old_low` and `old_high` then) or has no place (as it was said in `cost_beside`);
    `cost_whole`: nothing that was said of the cost is left out for want of a place.
    """
    made = list(zip(*(_cost(row, me) for row in records(told)), strict=True)) or [()] * len(EXTRA)
    columns = zip(EXTRA.items(), made, strict=True)
    return told.assign(
        **{
            name: pd.Series(list(column), dtype=dtype, index=told.index)
            for (name, dtype), column in columns
        }
    )


def _cost(row: Row, me: Profile) -> tuple[float, float, float, float, str, bool]:
    nan = float("nan")
    if all(isnan(row[end]) for end in ENDS):
        return nan, nan, nan, nan, "", True
    low, high = (_in_base(row, end, me.base_currency) for end in ENDS)
    if isnan(low) and isnan(high):
        return nan, nan, nan, nan, f"“{as_said(row)}”", False
    if statistics.old(row["year"], today(me.zone).year):
        words = money.span(_given(low), _given(high), me.base_currency)
        return nan, nan, low, high, f"{words} in {row['year']}", True
    return low, high, nan, nan, "", True


def _in_base(row: Row, end: str, base: str) -> float:
    if isnan(row[end]):
        return float("nan")
    found = money.convert(float(row[end]), row["currency"] or None, base, row["year"])
    return float("nan") if found is None else found


def _given(end: float) -> float | None:
    return None if isnan(end) else end


def as_said(row: Row) -> str:
    """A cost in its own currency, as far as it was said."""
    low, high = (None if isnan(row[end]) else Decimal(str(row[end])) for end in ENDS)
    return money.format_pay(money.Pay(low, high, row["currency"] or None, None))


def older(said: Sequence[Row]) -> Spread:
    """From the lowest to the highest of the old costs."""
    return spread((row["old_low"], row["old_high"]) for row in said)


def otherwise_said(said: Sequence[Row]) -> str:
    """What costs are old or have no place, in words."""
    return "; ".join(sorted({row["cost_beside"] for row in said if row["cost_beside"]}))
