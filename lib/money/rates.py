"""One unit for all pay: a year, and one currency by the rate of the figure's own year.

Refuses to guess: an unstated period, an unknown currency or a year without a rate gives None.
"""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

from lib.money.currencies import CURRENCIES

RATES = Path(__file__).parents[2] / "data" / "rates.csv"

Amount = TypeVar("Amount", Decimal, float)


def yearly(
    amount: Amount, period: str | None, hours_a_year: int, times: int | None = None
) -> Amount | None:
    """The amount of a year: hour x H, day x H/8, week x 52, month x 12.

    `hours_a_year` is H, the field's or the explorer's; `times` is how often a year the period is
    paid, where that was said: then that many. An unstated period gives None.

    >>> yearly(Decimal(30), "hour", 2080), yearly(Decimal(250), "day", 2080)
    (Decimal('62400'), Decimal('65000'))
    >>> yearly(Decimal(500), "day", 2080, times=180), yearly(Decimal(3000), "month", 2080, times=14)
    (Decimal('90000'), Decimal('42000'))
    """
    if times is not None and period in ("hour", "day", "week", "month"):
        return amount * times
    match period:
        case "hour":
            return amount * hours_a_year
        case "day":
            return amount * hours_a_year / 8
        case "week":
            return amount * 52
        case "month":
            return amount * 12
        case "year":
            return amount
    return None


def rate(from_: str | None, to: str | None, year: int | None) -> Decimal | None:
    """How many units of `to` one unit of `from_` bought, on the mean of that year's days.

    European Central Bank's reference rates, crossed over the euro. The file's last year is the
    mean of its days so far. A currency is worth one of itself in any year.
    """
    if from_ not in CURRENCIES or to not in CURRENCIES:
        return None
    if from_ == to:
        return Decimal(1)
    have, want = _per_euro().get((year, from_)), _per_euro().get((year, to))
    return None if have is None or want is None else want / have


def convert(amount: Amount, from_: str | None, to: str | None, year: int | None) -> Amount | None:
    """The amount in `to` at the rate of `year`, or None where there is no such rate."""
    found = rate(from_, to, year)
    if found is None:
        return None
    return amount * found if isinstance(amount, Decimal) else amount * float(found)


@cache
def latest_year() -> int:
    """The last year with rates; its mean runs over the days so far, which a screen says."""
    return max(year for year, _ in _per_euro() if year is not None)


@cache
def _per_euro() -> dict[tuple[int | None, str], Decimal]:
    """(year, currency): units of it for one euro. The key admits None only to be looked up."""
    with RATES.open(encoding="utf-8", newline="") as file:
        found: dict[tuple[int | None, str], Decimal] = {
            (int(row["year"]), row["currency"]): Decimal(row["per_euro"])
            for row in csv.DictReader(file)
        }
    euro = {(year, "EUR"): Decimal(1) for year, _ in found}
    return found | euro
