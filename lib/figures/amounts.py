"""One amount in a currency that is known already: own pay, a limit, a cell of a sheet."""

from decimal import Decimal

from lib import money
from lib.errors import Refused
from lib.money import Period


def read_amount(text: str, currency: str, *, period: Period | None = None) -> Decimal | None:
    """The amount in whole units, read as pay is read; None where nothing was typed.

    `currency` is the one that is meant; `period` the one that may be named behind it. Raises
    Refused for a range, another currency or period, and what cannot be read.

    >>> read_amount("52.000", "EUR"), read_amount("52k", "EUR")
    (Decimal('52000'), Decimal('52000'))
    """
    if not text.strip():
        return None
    pay = money.parse(text, dollar=money.dollar_of(currency), only=True)
    if pay is None or pay.low is None or pay.low != pay.high:
        raise Refused(f"“{text.strip()[:60]}” is no amount. Write it in figures, such as 52000.")
    if pay.currency not in (None, currency):
        raise Refused(f"Write the amount in {currency}, the currency of this page.")
    if pay.period not in (None, period):
        raise Refused(
            f"Write the amount for a {period}." if period else "Leave out the period: an amount."
        )
    return pay.low


def amount_phrase(hundredths: int | None) -> str:
    """The words that are read back to this amount, `52,000`; empty where there is none."""
    if hundredths is None:
        return ""
    return f"{money.from_hundredths(hundredths):,.2f}".removesuffix(".00")
