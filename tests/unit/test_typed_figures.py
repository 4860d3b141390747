"""One grammar for typed figures: what a form refuses a file refuses, and nothing is lost."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lib import notes
from lib.errors import Refused
from lib.figures import (
    added,
    amount_phrase,
    day_first,
    read_amount,
    read_cost,
    read_date,
    read_pay,
    read_span,
    span_phrase,
)
from lib.findings import BY_LIST
from lib.money import to_hundredths
from lib.records import SalarySaid
from lib.sheet.finding_lines import line_of, same
from lib.sheet.findings import read_pay as pay_line
from lib.sheet.findings import read_step, read_training
from lib.sheet.said_reading import Misread, read_said
from lib.ui.record import phrases
from lib.ui.record.suggested import values

SPANS: dict[str, tuple[float | None, float | None]] = {
    "6-9": (6, 9),
    "6–9 months": (6, 9),
    "12": (12, 12),
    "up to 9 months": (None, 9),
    "up to 2 years": (None, 24),
    "at most 6": (None, 6),
    "6 months or less": (None, 6),
    "from 3-5": (3, 5),
    "from 3 to 5 months": (3, 5),
    "from 6": (6, None),
    "over 6 months": (6, None),
    "at least 18": (18, None),
    "18+": (18, None),
    "18+ months": (18, None),
    "18 months+": (18, None),
    "12 months or more": (12, None),
    "2 years or longer": (24, None),
    "between 6 and 9": (6, 9),
    "6 months to 2 years": (6, 24),
    "1.5 years": (18, 18),
    "1,5 years": (18, 18),
    "about 26 weeks": (6, 6),
    "ca. 8 mos": (8, 8),
}
NO_SPANS = (
    "up to 5+", "up to 3-5", "3-5+", "from 3-5 or more", "between 6", "6 and 9",
    "at most 5 or more",
    "soon", "", "6-9 days", "1e3", "nan", "inf", "1_000", "-6", "6 months 9 years", "9" * 100,
)  # fmt: skip


@pytest.mark.parametrize("text", SPANS)
def test_a_span_is_read_as_it_is_meant(text: str) -> None:
    assert read_span(text, "months") == SPANS[text]


@pytest.mark.parametrize("text", NO_SPANS)
def test_what_says_two_things_or_nothing_is_no_span(text: str) -> None:
    assert read_span(text, "months") is None


@pytest.mark.parametrize("text", [*SPANS, *NO_SPANS])
def test_a_form_reads_a_span_as_a_file_does(text: str) -> None:
    unit = "" if re.search(r"week|month|mos\b|year|day", text) else " months"
    try:
        typed = phrases.read_span(text + unit, "months")
    except Refused:
        typed = {}
    try:
        brought = read_training(f"Course; {text}{unit}", "USD")[0]
    except Refused:
        brought = {}
    assert typed == {name: brought[name] for name in brought if name.startswith("months")}


@pytest.mark.parametrize("text", [*SPANS, *NO_SPANS])
def test_a_column_that_holds_one_end_takes_a_span_of_one_figure(text: str) -> None:
    ends = read_span(text, "months")
    cells = {"kind": "training", "what": "Course", "months_low": text}
    if text and (ends is None or ends[0] is None or ends[0] != ends[1]):
        with pytest.raises(Misread, match="number of months"):
            read_said(cells)
    elif text and ends:
        assert read_said(cells)[1].months_low == ends[0]


ends = st.floats(0, 600) | st.integers(0, 600).map(float)


@given(ends, ends, st.sampled_from(["low", "high", "both"]), st.sampled_from(["months", "years"]))
@example(1e-05, 2.2250738585072014e-308, "both", "months")
def test_a_span_is_read_back_the_same(one: float, other: float, said: str, unit: str) -> None:
    low, high = sorted([one, other])
    span = (low if said != "high" else None, high if said != "low" else None)
    assert read_span(span_phrase(*span), unit) == span
    assert read_span(span_phrase(*span, unit), unit, bare=False) == span
    step = read_step(f"Owner; {span_phrase(*span, unit)}", "USD")[0]
    if unit == "years":
        assert (step["years_low"], step["years_high"]) == span


PARTS = ["6", "12", "-", "+", "to", "up to ", "from ", "between ", " and ", " or more", "mo"]
typed = st.text(max_size=30) | st.lists(st.sampled_from(PARTS)).map("".join)


@given(typed)
def test_whatever_is_read_as_a_span_is_read_back_the_same(text: str) -> None:
    span = read_span(text, "months")
    assert span is None or read_span(span_phrase(*span), "months") == span


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-31", "2026-03-31T14:05:33", "2026-03-31 09:30:00.123", "31.03.2026 14:05:33",
        "31.3.26", "31/03/2026, 2:30 pm", "31 March 2026 at 9am", "Tue 31 Mar 2026",
        "Tuesday, March 31, 2026 14:00 CET", "31. März 2026", "31 mars 2026 08:15",
        "2026-03-31 14:05 +02:00", "2026-03-31T14:05:33Z", "2026-03-31 14:05 Europe/Zurich",
    ],
)  # fmt: skip
def test_a_day_may_have_an_hour_and_a_zone(text: str) -> None:
    assert read_date(text, day_first=True) == date(2026, 3, 31)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-31 (moved from the 24th)", "3/4/2026, called off", "31.03.2026 or later",
        "2026-03-31 14:05 with Ana", "2026-03-31 25:61", "2026-03-31 2026-04-01", "31 March 2026?",
        "2026-03-31Tomorrow", "2026-03-31 14:05 Sirius/Beta",
    ],
)  # fmt: skip
def test_a_day_with_words_behind_it_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="more here than a day"):
        read_date(text, day_first=True)


@pytest.mark.parametrize("text", ["maybe 5, 2026", "31 Decision 2026", "5 jui 2026", "31 ma 2026"])
def test_a_month_is_known_by_letters_that_no_other_has(text: str) -> None:
    with pytest.raises(Refused):
        read_date(text, day_first=True)


def test_the_order_of_day_and_month_is_seen_in_dates_with_hours() -> None:
    assert day_first(["25/03/2026 14:05", "3/4/2026"]) is True
    assert day_first(["3/4/2026 14:05"]) is None


@given(st.dates(date(1950, 1, 1), date(2046, 12, 31)))
def test_a_day_is_read_back_the_same(day: date) -> None:
    assert read_date(str(day), day_first=True) == day


@pytest.mark.parametrize("text", ["52.000", "52,000", "52 000", "52k", "52'000", "52000.00"])
def test_one_amount_is_read_as_pay_is(text: str) -> None:
    assert read_amount(text, "CHF") == 52_000
    assert read_amount(f"{text} CHF", "CHF") == 52_000
    assert read_amount(f"{text} a year", "CHF", period="year") == 52_000


def test_a_dollar_sign_beside_an_amount_is_the_pages_own_dollar() -> None:
    assert read_amount("$52k", "CAD") == 52_000
    assert read_amount("  ", "CAD") is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a lot", "no amount"),
        ("50-60k", "no amount"),
        ("50k+", "no amount"),
        ("-5", "no amount"),
        ("€52k", "Write the amount in CHF"),
        ("$52k", "Write the amount in CHF"),
        ("4k a month", "Write the amount for a year"),
    ],
)
def test_what_is_no_single_amount_is_refused(text: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        read_amount(text, "CHF", period="year")


@given(st.decimals(0, 10**13 - 1, places=2))
def test_an_amount_is_read_back_the_same(amount: Decimal) -> None:
    assert read_amount(amount_phrase(to_hundredths(amount)), "CHF") == amount


@pytest.mark.parametrize("text", ["52.000", "52k", "52,000", "$52,000"])
def test_a_cell_with_an_amount_is_read_as_a_form_reads_it(text: str) -> None:
    assert read_said({"kind": "pay", "low": text})[1].low == 52_000
    assert read_pay(text, "USD")["low"] == 52_000


@pytest.mark.parametrize("text", ["1e5", "nan", "1_000", "52.000k"])
def test_a_cell_refuses_the_amount_that_a_form_refuses(text: str) -> None:
    with pytest.raises(Misread):
        read_said({"kind": "pay", "low": text})
    with pytest.raises(Refused):
        read_pay(text, "USD")


PAY = (
    "60k", "about 60k a year", "$60k gross", "60k + 10k bonus", "CA$70k", "55-60 TEUR brutto",
    "base 60k TC 90k", "from 3k a month", "up to 60-70k", "60-55k", "competitive", "Band 5",
    "35 hours a week", "40k to start", "£30k pro rata (actual £18k)", "fifty grand a year",
    "CHF 6500 a month x 13", "$450 a day, about 180 days a year",
)  # fmt: skip
PAY_PARTS = ["60", "k", " ", "$", "-", "to ", "from ", "a year", "gross", "base ", "bonus"]
pay_words = st.sampled_from(PAY) | st.lists(st.sampled_from(PAY_PARTS), max_size=9).map("".join)


@given(pay_words)
def test_a_form_reads_pay_as_a_file_does(text: str) -> None:
    try:
        typed = read_pay(text, "USD")
    except Refused:
        typed = {}
    try:
        (brought,) = pay_line(text, "USD")
    except Refused:
        brought = {}
    assert typed == brought or (not typed and not brought.keys() & {"low", "high"})


@given(pay_words)
def test_pay_that_was_read_is_written_back_and_read_again_the_same(text: str) -> None:
    try:
        read = read_pay(text, "USD")
    except Refused:
        return
    said = SalarySaid(**read)
    line = line_of(said, BY_LIST["salaries"])
    (again,) = pay_line(line, "USD")
    again["level"] = said.level
    assert same(SalarySaid(**again), said)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("CHF 6500 a month x 13", 13),
        ("$450 a day, about 180 days a year", 180),
        ("$450 a day before tax", None),
    ],
)
def test_how_often_a_year_it_is_paid_is_read_where_it_is_said(text: str, times: int | None) -> None:
    read = read_pay(text, "USD")
    assert (read.get("times"), read["quote"]) == (times, text)
    assert values("pay", notes.read(f"Pay: {text}").salaries[0]).get("times") == times


def test_words_around_a_figure_are_kept() -> None:
    read = read_pay("$60k gross, before bonus", "USD")
    assert (read["low"], read["tax"], read["basis"]) == (60_000, "gross", "base")
    assert read["quote"] == "$60k gross, before bonus"
    assert added({}, read) == read
    assert "quote" not in added({"quote": "I get $60k gross, before bonus."}, read)
    assert added({"quote": "What I get."}, read)["benefits"] == "$60k gross, before bonus"
    with pytest.raises(Refused, match="says gross, and beside it stands net"):
        added({"tax": "net"}, read)


@pytest.mark.parametrize("text", ["tuition 9k", "9k gross", "9k and books", "9k a month"])
def test_a_cost_takes_nothing_but_a_figure(text: str) -> None:
    with pytest.raises(Refused):
        read_cost(text, "USD")
