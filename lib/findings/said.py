"""Figures of a finding in words, from a row with whole units, and NaN for what is open."""

from decimal import Decimal
from math import isnan

from lib import money
from lib.findings.kind import Row


def said_pay(row: Row) -> str:
    """A figure as it was said; nothing where none was."""
    period = None if row["period"] == "unstated" else row["period"]
    said = said_money(row["low"], row["high"], row["currency"], period)
    return f"{said} a year" if said and period == "year" else said


def said_money(low: float, high: float, currency: str, period: money.Period | None = None) -> str:
    """Amounts with their currency and period, as far as they were said."""
    return money.format_pay(money.Pay(_decimal(low), _decimal(high), currency or None, period))


def said_span(low: float, high: float, unit: str) -> str:
    """`6 to 9 months`, `up to 1 year`; nothing where neither end was said."""
    if isnan(low) and isnan(high):
        return ""
    units = unit if (low if isnan(high) else high) == 1 else f"{unit}s"
    if isnan(low) or isnan(high):
        return f"up to {high:g} {units}" if isnan(low) else f"from {low:g} {units}"
    return f"{low:g} {units}" if low == high else f"{low:g} to {high:g} {units}"


def stated(word: str) -> str:
    """A word of a closed list; nothing for what is unstated."""
    return "" if word == "unstated" else word


def _decimal(amount: float) -> Decimal | None:
    return None if isnan(amount) else Decimal(str(amount))
