"""How figures are written on screens and kept in tables."""

import importlib
import pkgutil
from decimal import Decimal
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.money import (
    format_pay,
    from_hundredths,
    parse,
    short,
    span,
    to_hundredths,
    told_apart,
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("61842-77800 USD/year", "$62k to $78k"),
        ("from $60k", "from $60k"),
        ("up to $85k", "up to $85k"),
        ("$66k", "$66k"),
        ("$30 an hour", "$30 an hour"),
        ("$30.50/h", "$30.50 an hour"),
        ("£1,250 a week", "£1,250 a week"),
        ("€250/day", "€250 a day"),
        ("4.500 EUR/month", "€4,500 a month"),
        ("90'000 CHF", "CHF 90k"),
        ("80k CAD", "C$80k"),
        ("61900-62100", "62k"),
    ],
)
def test_a_figure_is_shown_as_precisely_as_evidence_bears(typed: str, shown: str) -> None:
    pay = parse(typed)
    assert pay
    assert format_pay(pay) == shown


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (0, "0"), (0.4, "0.40"), (99.996, "100"), (100.5, "101"), (9_999.4, "9,999"),
        (9_999.5, "10k"), (62_500.0, "63k"), (999_499, "999k"), (999_500, "1M"),
        (1_234_567, "1.23M"), (Decimal("2100000"), "2.1M"), (10_000_000, "10M"),
        (2_500_000_000, "2,500M"),
    ],
)  # fmt: skip
def test_rounding_never_shows_a_thousand_thousands(amount: Decimal | float, shown: str) -> None:
    assert short(amount) == shown


def test_an_empty_span_says_nothing() -> None:
    assert span(None, None, "USD") == ""


@given(st.decimals(0, 10**13, places=2))
def test_hundredths_keep_an_amount_exactly(amount: Decimal) -> None:
    assert from_hundredths(to_hundredths(amount)) == amount


@pytest.mark.parametrize("amount", ["0.001", "30.505", "1e-20", "NaN", "Infinity"])
def test_an_amount_that_hundredths_cannot_keep_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match=r"decimals|no amount"):
        to_hundredths(Decimal(amount))


def test_zeros_behind_the_cents_are_no_decimals() -> None:
    assert to_hundredths(Decimal("30.5000")) == 3050
    assert to_hundredths(Decimal("3E+2")) == 30_000


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (10_131, 10_000, ("$10,131", "$10,000")),
        (10_131.0, 12_000, ("$10k", "$12k")),
        (10_000.4, 10_000, ("$10,000.40", "$10,000.00")),
        (900, 901, ("$900", "$901")),
    ],
)
def test_two_amounts_that_differ_are_written_so_finely_that_it_shows(
    one: float, other: float, words: tuple[str, str]
) -> None:
    assert told_apart(one, other, "USD") == words


@pytest.mark.parametrize("package", ["lib.money", "lib.statistics", "lib.figures"])
def test_no_module_stands_in_the_place_of_a_name_that_its_package_offers(package: str) -> None:
    """A module of a function's name takes its place once somebody imports it."""
    offered = importlib.import_module(package)
    for found in pkgutil.iter_modules(offered.__path__):
        importlib.import_module(f"{package}.{found.name}")
    names = {name: getattr(offered, name) for name in offered.__all__}
    assert [name for name, value in names.items() if isinstance(value, ModuleType)] == []
