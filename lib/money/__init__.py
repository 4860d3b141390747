"""Money: pay phrases, periods, currencies and their rates; what is not stated is never guessed.

Amounts are Decimal here, integer hundredths in tables and float64 in frames; `yearly` and
`convert` take and give back either of Decimal and float.
"""

from lib.money.currencies import CURRENCIES, SIGNS, dollar_of
from lib.money.figures import (
    MOST,
    Pay,
    Period,
    format_pay,
    from_hundredths,
    phrase,
    short,
    span,
    to_hundredths,
    told_apart,
)
from lib.money.finding import Found
from lib.money.items import TIMES
from lib.money.rates import convert, latest_year, rate, yearly
from lib.money.reading import found, parse, read_phrase

__all__ = [
    "CURRENCIES",
    "MOST",
    "SIGNS",
    "TIMES",
    "Found",
    "Pay",
    "Period",
    "convert",
    "dollar_of",
    "format_pay",
    "found",
    "from_hundredths",
    "latest_year",
    "parse",
    "phrase",
    "rate",
    "read_phrase",
    "short",
    "span",
    "to_hundredths",
    "told_apart",
    "yearly",
]
