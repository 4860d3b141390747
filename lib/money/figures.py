"""One figure of pay: what it is, its canonical words, and how screens round it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from lib.money.currencies import SIGNS

Period = Literal["hour", "day", "week", "month", "year"]

MOST = Decimal(10) ** 13
"""Amounts stay under this (ten trillion), so that hundredths fit a 64-bit integer."""

_SPOKEN = {"hour": " an hour", "day": " a day", "week": " a week", "month": " a month"}


@dataclass(frozen=True)
class Pay:
    """Pay as stated: low and high in whole currency units, either end open (None), low <= high.

    A single figure has low == high. `currency` is ISO 4217; None, as in `period`, is unstated.
    """

    low: Decimal | None
    high: Decimal | None
    currency: str | None = None
    period: Period | None = None


def phrase(pay: Pay) -> str:
    """The canonical words, which `parse` reads back to an equal Pay.

    `60000-72000 USD/year`, `66000 USD/year`, `from 60000 EUR`, `up to 30.50 GBP/hour`.
    """
    unit = f" {pay.currency}" if pay.currency else ""
    if not unit and not pay.period and all(_is_year(end) for end in (pay.low, pay.high)):
        return f"{pay.low:.2f}-{pay.high:.2f}"  # two years otherwise: 1998-2004
    return _ends(pay) + unit + (f"/{pay.period}" if pay.period else "")


def _ends(pay: Pay) -> str:
    if pay.low is None:
        if pay.high is None:
            raise ValueError("a figure of pay has at least one end")
        return f"up to {_plain(pay.high)}"
    if pay.high is None:
        return f"from {_plain(pay.low)}"
    if pay.low == pay.high:
        return _plain(pay.low)
    # Two decimals keep "55.00-65000" from being read as the elliptic "55-65,000".
    elliptic = pay.low * 1000 <= pay.high
    return f"{f'{pay.low:.2f}' if elliptic else _plain(pay.low)}-{_plain(pay.high)}"


def _is_year(amount: Decimal | None) -> bool:
    return amount is not None and 1950 <= amount < 2050


def _plain(amount: Decimal) -> str:
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


def format_pay(pay: Pay) -> str:
    """One figure for a screen: `$62k to $78k`, `from $60k`, `up to $85k`, `$30 an hour`.

    The period is said unless it is a year (the screens' one unit) or unstated; a panel of
    figures with an unstated period says so once, over them.
    """
    return span(pay.low, pay.high, pay.currency) + _SPOKEN.get(pay.period or "", "")


def span(
    low: Decimal | float | None, high: Decimal | float | None, currency: str | None = None
) -> str:
    """Two ends for a screen, in whole currency units; None is an open end, equal ends are one."""
    ends = [short(end, currency) for end in (low, high) if end is not None]
    if low is None or high is None:
        return "".join(f"{'from' if high is None else 'up to'} {end}" for end in ends)
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def short(amount: Decimal | float, currency: str | None = None) -> str:
    """An amount rounded to what evidence bears, its currency before it: `$62k`, `CHF 1.2M`.

    From 10,000 to thousands, from a million to ten thousands, below to whole units; cents
    stay only on amounts under a hundred (`$30.50`), which are pay by the hour.
    """
    sign = SIGNS.get(currency, f"{currency} ") if currency else ""
    return sign + _short(Decimal(str(amount)))


def told_apart(
    one: Decimal | float, other: Decimal | float, currency: str | None
) -> tuple[str, str]:
    """Two amounts that differ, so finely that their words do: `$10,131`, `$10,000`.

    As `short` where that is enough, else in whole units, else with two decimals.
    """
    rounded = short(one, currency), short(other, currency)
    if rounded[0] != rounded[1]:
        return rounded
    sign = SIGNS.get(currency, f"{currency} ") if currency else ""
    amounts = [Decimal(str(amount)) for amount in (one, other)]
    whole = [_rounded(amount, Decimal(1)) for amount in amounts]
    if whole[0] != whole[1]:
        return f"{sign}{whole[0]:,f}", f"{sign}{whole[1]:,f}"
    return f"{sign}{amounts[0]:,.2f}", f"{sign}{amounts[1]:,.2f}"


def _short(amount: Decimal) -> str:
    if (thousands := _rounded(amount, Decimal(1000))) >= 1000:
        return f"{_rounded(amount, Decimal(10_000)) / 100:,f}M"
    if thousands >= 10 and _rounded(amount, Decimal(1)) >= 10_000:
        return f"{thousands:f}k"
    if amount < 100 and (cents := _rounded(amount, Decimal("0.01"))) % 100:
        return f"{cents / 100:.2f}"
    return f"{_rounded(amount, Decimal(1)):,f}"


def _rounded(amount: Decimal, unit: Decimal) -> Decimal:
    return (amount / unit).to_integral_value(ROUND_HALF_UP)


def to_hundredths(amount: Decimal) -> int:
    """Whole currency units to the integer hundredths that tables keep, exactly.

    Raises ValueError for more than two decimals, and for what is no number: 30.50 is 3050.
    """
    if not amount.is_finite():
        raise ValueError(f"{amount} is no amount")
    numerator, denominator = amount.as_integer_ratio()
    hundredths, rest = divmod(numerator * 100, denominator)
    if rest:
        raise ValueError(f"{amount} has more than two decimals")
    return hundredths


def from_hundredths(hundredths: int) -> Decimal:
    """Hundredths back to whole currency units, exactly: 3050 is 30.50."""
    return Decimal(hundredths).scaleb(-2)
