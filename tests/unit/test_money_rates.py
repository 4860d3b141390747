"""One unit for all pay: a year, in one currency at the rate of the figure's own year."""

import csv
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.money import CURRENCIES, convert, latest_year, rate, yearly
from lib.money.rates import RATES
from scripts.make_rates import daily, means


def test_thirty_an_hour_and_250_a_day_are_62_400_and_65_000_at_2_080_hours() -> None:
    assert yearly(Decimal(30), "hour", 2080) == 62_400
    assert yearly(Decimal(250), "day", 2080) == 65_000


def test_a_week_counts_52_times_a_month_12_times_a_year_once() -> None:
    found = [yearly(1000.0, period, 2080) for period in ("week", "month", "year")]
    assert found == [52_000, 12_000, 1000]


@pytest.mark.parametrize("period", [None, "unstated", "fortnight", ""])
def test_an_unstated_period_is_never_guessed(period: str | None) -> None:
    assert yearly(Decimal(30), period, 2080) is None


periods = st.sampled_from(["hour", "day", "week", "month", "year"])
amounts = st.decimals(0, 10**9, places=2)


def a_year(amount: Decimal, period: str, hours: int) -> Decimal:
    """The amount of a year where the period is stated."""
    found = yearly(amount, period, hours)
    assert found is not None
    return found


@given(amounts, amounts, periods, st.integers(1, 4000))
def test_more_pay_is_more_in_a_year(one: Decimal, other: Decimal, period: str, hours: int) -> None:
    less, more = sorted([one, other])
    assert a_year(less, period, hours) <= a_year(more, period, hours)


@given(amounts, st.integers(1, 3999), st.sampled_from(["hour", "day"]))
def test_more_hours_are_never_less_pay(amount: Decimal, hours: int, period: str) -> None:
    assert a_year(amount, period, hours) <= a_year(amount, period, hours + 1)


def test_rates_cross_over_the_euro_of_the_year() -> None:
    assert rate("EUR", "USD", 2022) == Decimal("1.05305")
    assert rate("USD", "EUR", 2022) == 1 / Decimal("1.05305")
    assert convert(Decimal(100), "EUR", "USD", 2022) == Decimal("105.305")
    assert convert(100.0, "EUR", "USD", 2022) == pytest.approx(105.305)


def test_the_year_of_the_figure_decides() -> None:
    assert rate("GBP", "USD", 2022) != rate("GBP", "USD", 2024)


@pytest.mark.parametrize(
    ("have", "want", "year"),
    [
        ("USD", "EUR", 1998), ("USD", "EUR", 2100), ("USD", "EUR", None),
        ("KES", "EUR", 2024), ("EUR", "XXX", 2024), (None, "EUR", 2024), ("USD", None, 2024),
        ("RUB", "EUR", 2022), ("XXX", "XXX", 2024),
    ],
)  # fmt: skip
def test_without_a_rate_of_that_year_nothing_is_converted(
    have: str | None, want: str | None, year: int | None
) -> None:
    assert rate(have, want, year) is None
    assert convert(Decimal(100), have, want, year) is None


def test_a_currency_is_worth_one_of_itself_in_any_year() -> None:
    assert rate("KES", "KES", None) == 1
    assert convert(Decimal("30.50"), "USD", "USD", 2150) == Decimal("30.50")


years = st.integers(2010, 2026)
traded = st.sampled_from(["EUR", "USD", "GBP", "CHF", "JPY", "SEK"])


@given(st.floats(1, 10**7), traded, traded, years)
def test_there_and_back_is_the_same_amount(amount: float, have: str, want: str, year: int) -> None:
    there = convert(amount, have, want, year)
    assert there is not None
    assert convert(there, want, have, year) == pytest.approx(amount)


def test_every_currency_with_a_recent_rate_can_be_chosen() -> None:
    with RATES.open(encoding="utf-8") as file:
        recent = {row["currency"] for row in csv.DictReader(file) if int(row["year"]) >= 2015}
    assert recent <= CURRENCIES
    assert latest_year() >= 2026


def test_a_mean_needs_half_of_the_years_days() -> None:
    rows = [{"Date": f"2022-01-0{day}", "USD": "1.1", "RUB": "N/A"} for day in range(1, 9)]
    rows[0]["RUB"], rows[1]["USD"] = "80", "1.9"
    assert means(rows) == [(2022, "USD", Decimal("1.2"))]


def test_the_file_is_what_its_script_makes() -> None:
    pytest.importorskip("currency_converter")
    with RATES.open(encoding="utf-8") as file:
        kept = [tuple(row.values()) for row in csv.DictReader(file)]
    assert kept == [(str(year), code, f"{value:f}") for year, code, value in means(daily())]
