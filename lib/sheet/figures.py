"""What both money and spans share in a line: words in, two ends out."""

from decimal import Decimal
from typing import Any

from lib import money


def write_money(
    low: Decimal | None, high: Decimal | None, currency: str | None, period: str = "unstated"
) -> str:
    """The canonical phrase; empty where neither end is known."""
    if low is None and high is None:
        return ""
    stated: Any = None if period == "unstated" else period
    return money.phrase(money.Pay(low, high, currency, stated))
