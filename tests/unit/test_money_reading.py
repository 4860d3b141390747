"""Pay phrases as people write them, and the canonical words that come back identical."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.money import CURRENCIES, MOST, Pay, Period, dollar_of, parse, phrase


def pay(
    low: float | None = None,
    high: float | None = None,
    currency: str | None = None,
    period: Period | None = None,
) -> Pay:
    """A figure as a test writes it."""
    return Pay(
        None if low is None else Decimal(str(low)),
        None if high is None else Decimal(str(high)),
        currency,
        period,
    )


READ = {
    "60000-72000 USD/year": pay(60000, 72000, "USD", "year"),
    "£80k": pay(80000, 80000, "GBP"),
    "$130k": pay(130000, 130000, "USD"),
    "90,000 - 100,000": pay(90000, 100000),
    "> 150,000": pay(150000),
    "≥ 60k": pay(60000),
    "60k+/yr": pay(60000, period="year"),
    "at least 60k": pay(60000),
    "from $60k": pay(60000, currency="USD"),
    "up to 85k": pay(high=85000),
    "under €85k": pay(high=85000, currency="EUR"),
    "$30/h": pay(30, 30, "USD", "hour"),
    "30 an hour": pay(30, 30, period="hour"),
    "$30.50 hourly": pay(30.5, 30.5, "USD", "hour"),
    "€30,50/h": pay(30.5, 30.5, "EUR", "hour"),
    "£300 per day": pay(300, 300, "GBP", "day"),
    "$1,250/wk": pay(1250, 1250, "USD", "week"),
    "5k p.m.": pay(5000, 5000, period="month"),
    "2.500,50 EUR/month": pay(2500.5, 2500.5, "EUR", "month"),
    "A$90k p.a.": pay(90000, 90000, "AUD", "year"),
    "55-65k": pay(55000, 65000),
    "62.5-65k": pay(62500, 65000),
    "55-65,000": pay(55000, 65000),
    "60k-72": pay(60000, 72000),
    "900-1.2k": pay(900, 1200),
    "900k-1.2M": pay(900_000, 1_200_000),
    "500-1,000 a week": pay(500, 1000, period="week"),
    "55.00-65000": pay(55, 65000),
    "20-30 dollars an hour": pay(20, 30, "USD", "hour"),
    "between 60 and 70k": pay(60000, 70000),
    "from 55k up to 65k": pay(55000, 65000),
    "$60k/yr–$70k/yr": pay(60000, 70000, "USD", "year"),
    "€48.000": pay(48000, 48000, "EUR"),
    "CHF 90'000": pay(90000, 90000, "CHF"),
    "CHF 90’000.–": pay(90000, 90000, "CHF"),
    "1.2M": pay(1_200_000, 1_200_000),
    "1.125.000": pay(1_125_000, 1_125_000),
    "45 000 kr": pay(45000, 45000),
    "45\u202f000 SEK kr": pay(45000, 45000, "SEK"),
    "₹12,00,000": pay(1_200_000, 1_200_000, "INR"),
    "¥5M": pay(5_000_000, 5_000_000),
    "usd 60k": pay(60000, 60000, "USD"),
    "60k ALL": pay(60000, 60000, "ALL"),
    "~60k": pay(60000, 60000),
    "60k per  year": pay(60000, 60000, period="year"),
    "60k + 10k bonus": pay(60000, 60000),
    "60k gross": pay(60000, 60000),
    "60k all in": pay(60000, 60000),
}


@pytest.mark.parametrize("text", READ)
def test_a_phrase_is_read_as_it_is_meant(text: str) -> None:
    assert parse(text) == READ[text]


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "abc", "$", "k", "10%", "competitive", "-60k", "60k-", "NaN", "1e5", "²",
        "60-55k", "70k-60k", "60k or 70k", "60k 70k", "60 000 72 000", "50k-60k-70k",
        "60k-70k+", "up to 60-70k", "> 60k-70k",
        "60k top", "$60k EUR", "60k USD - 70k EUR", "60k/year/month", "$30/h-60k/y",
        "48.000k", "60,00,00", "1.2345", "12,34,56", "30 hours", "2 years", "0.001M-0.00234k",
        "10000000000000", "9" * 200, "60k XYZ", "60\x00k",
    ],
)  # fmt: skip
def test_an_ambiguous_phrase_or_nonsense_is_not_read(text: str) -> None:
    assert parse(text) is None


def test_a_dollar_sign_is_the_readers_own_dollar_unless_a_code_says_otherwise() -> None:
    assert parse("$60k", dollar="CAD") == pay(60000, 60000, "CAD")
    assert parse("$60k CAD") == pay(60000, 60000, "CAD")
    assert parse("US$60k", dollar="CAD") == pay(60000, 60000, "USD")
    assert parse("$60k", dollar=None) == pay(60000, 60000)
    assert (dollar_of("CAD"), dollar_of("EUR"), dollar_of(None)) == ("CAD", "USD", "USD")


@pytest.mark.parametrize("code", sorted(CURRENCIES))
def test_every_currency_we_know_can_be_written_and_read(code: str) -> None:
    assert parse(f"60000 {code}/year") == pay(60000, 60000, code, "year")


amounts = st.decimals(0, MOST - 1, places=2) | st.integers(0, 200_000).map(Decimal)
currencies = st.sampled_from([None, *sorted(CURRENCIES)])
PERIODS: list[Period | None] = [None, "hour", "day", "week", "month", "year"]


@st.composite
def pays(draw: st.DrawFn) -> Pay:
    """Any figure that can be kept."""
    low, high = sorted([draw(amounts), draw(amounts)])
    ends = draw(st.sampled_from([(low, high), (low, None), (None, high), (low, low)]))
    return Pay(*ends, draw(currencies), draw(st.sampled_from(PERIODS)))


@given(pays())
def test_the_canonical_words_are_read_back_identically(figure: Pay) -> None:
    assert parse(phrase(figure)) == figure


def test_a_figure_without_ends_has_no_words() -> None:
    with pytest.raises(ValueError, match="at least one end"):
        phrase(Pay(None, None))


PARTS = "60|72|k|000|,|.|'| |-|to|$|€|kr|USD|EUR|/|h|year|a|an|from|up to|>|+|and|between|M|p.a."
words = st.lists(st.sampled_from(PARTS.split("|")), max_size=12).map("".join)


@given(st.text(max_size=40) | words)
def test_whatever_is_typed_is_read_into_a_sound_figure_or_not_at_all(text: str) -> None:
    figure = parse(text)
    if figure is None:
        return
    ends = [end for end in (figure.low, figure.high) if end is not None]
    assert ends == sorted(ends)
    assert all(0 <= end < MOST and end == round(end, 2) for end in ends)
    assert figure.currency is None or figure.currency in CURRENCIES
    assert parse(phrase(figure)) == figure


@given(st.text("0123456789k-–,. '$€", max_size=25))
def test_nothing_that_was_not_stated_appears(text: str) -> None:
    figure = parse(text)
    assert figure is None or figure.period is None
    assert figure is None or figure.currency is None or set(text) & {"$", "€"}
