"""Pay, cost and spans of time as one types them: read for certain, or refused with a reason."""

import re
from decimal import Decimal
from typing import Any

from lib import figures, money
from lib.errors import Refused


def read_pay(text: str, dollar: str) -> dict[str, Any]:
    """low, high, currency and period of a phrase such as `60-72k USD/year`."""
    pay = money.parse(text, dollar=dollar)
    if pay is None:
        raise Refused(_why_not(text, "60-72k USD/year"))
    period = pay.period or "unstated"
    return {"low": pay.low, "high": pay.high, "currency": pay.currency, "period": period}


def read_cost(text: str, dollar: str) -> dict[str, Any]:
    """cost_low, cost_high and currency of a phrase such as `9,000 USD`."""
    cost = money.parse(text, dollar=dollar, only=True)
    if cost is None:
        raise Refused(_why_not(text, "3,000-5,000 USD"))
    if cost.period is not None:
        raise Refused("A cost is what it takes in all: leave out the month or year.")
    return {"cost_low": cost.low, "cost_high": cost.high, "currency": cost.currency}


def read_span(text: str, name: str) -> dict[str, Any]:
    """`{name}_low` and `_high` of a phrase such as `6-9` or `up to 2 years`."""
    ends = figures.read_span(text, name)
    if ends is None:
        raise Refused(f"“{text}” cannot be read as {name}. Write it like 6-9, 12 or up to 24.")
    low, high = ends
    if low is not None and high is not None and low > high:
        raise Refused(
            f"{name.capitalize()} from {low:g} to {high:g}: the lower figure comes first."
        )
    return {f"{name}_low": low, f"{name}_high": high}


def pay_phrase(low: Any, high: Any, currency: str | None, period: str | None) -> str:
    """The words that read back to these figures; empty where there is none."""
    if low is None and high is None:
        return ""
    ends = (None if end is None else Decimal(str(end)) for end in (low, high))
    stated: Any = None if period == "unstated" else period
    return money.phrase(money.Pay(next(ends), next(ends), currency, stated))


def pay_read(text: str, dollar: str) -> str:
    """How a phrase was understood, to stand beside it: `$60k to $72k a year`."""
    read = money.parse(text, dollar=dollar)
    if read is None:
        return ""
    said = money.format_pay(read)
    if read.period == "year":
        said += " a year"
    missing = [
        name for name, value in (("currency", read.currency), ("period", read.period)) if not value
    ]
    return said + (f" ({' and '.join(missing)} not stated)" if missing else "")


def _why_not(text: str, example: str) -> str:
    codes = re.findall(r"\b[A-Z]{3}\b", text)
    unknown = [code for code in codes if code not in money.CURRENCIES]
    if unknown:
        return f"{unknown[0]} is no currency we know. Use a code such as USD or EUR."
    return f"“{text}” cannot be read. Write it like {example}, the lower figure first."
