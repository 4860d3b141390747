"""Pay, cost and spans of time as one types them: read for certain, or refused with a reason."""

from decimal import Decimal
from typing import Any

from lib import figures, money
from lib.errors import Refused


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
