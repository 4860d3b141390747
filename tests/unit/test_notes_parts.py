"""The parts by which notes are read: words, clauses, spans, costs."""

from decimal import Decimal

import pytest

from lib.notes.pieces import pieces
from lib.notes.spans import cost, months
from lib.notes.tokens import commonness, gerund, stem


@pytest.mark.parametrize(
    ("verb", "ing"),
    [("read", "reading"), ("cut", "cutting"), ("make", "making"), ("tie", "tying"),
     ("see", "seeing"), ("dye", "dyeing"), ("plan", "planning"), ("weld", "welding")],
)  # fmt: skip
def test_the_ing_form_of_a_verb(verb: str, ing: str) -> None:
    assert gerund(verb) == ing


@pytest.mark.parametrize(
    ("one", "other"),
    [("blueprints", "blueprint"), ("reading", "read"), ("studies", "study"), ("cutting", "cut"),
     ("making", "make"), ("welded", "weld")],
)  # fmt: skip
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_common_words_are_told_from_rare_ones() -> None:
    assert commonness("the") > commonness("patience") > commonness("brazing") == 2.5


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("took 9 months", (9, 9)),
        ("two years", (24, 24)),
        ("two and a half years", (30, 30)),
        ("6-9 months", (6, 9)),
        ("up to 2 years", (None, 24)),
        ("at least 3 years", (36, None)),
        ("8,000 hours", None),
        ("drei Jahre", None),
        ("3 Jahre Lehre", (36, 36)),
        ("12 weeks", (2.8, 2.8)),
    ],
)
def test_a_span_of_time_is_read_in_months(words: str, span: object) -> None:
    assert months(words) == span


@pytest.mark.parametrize(
    ("words", "amount", "currency"),
    [
        ("cost about $2,800 in all", 2800, "USD"),
        ("roughly £1,600", 1600, "GBP"),
        ("it was 900 euro", 900, "EUR"),
        ("12 grand", 12000, None),
    ],
)
def test_a_cost_is_read_with_its_currency(words: str, amount: int, currency: str | None) -> None:
    assert cost(words) == (Decimal(amount), Decimal(amount), currency)


def test_clauses_keep_their_place_their_label_and_the_question_they_answer() -> None:
    page = "likes: the team. dislikes: dust\nWhat is the pay?\nIt varies"
    team, dust, question, answer = pieces(page)
    assert [(one.text, one.label) for one in (team, dust)] == [
        ("the team", "likes"),
        ("dust", "dislikes"),
    ]
    assert question.text.endswith("?")
    assert answer.asked == "What is the pay?"
    assert all(page[one.start : one.end] == one.text for one in pieces(page))


def test_speech_without_a_full_stop_is_cut_where_a_new_thought_begins() -> None:
    page = (
        "so he said you need a steady hand and you have to like cold mornings and he told me "
        "the pay is fine but the dust is bad and he would do it again tomorrow"
    )
    assert len(pieces(page)) > 2


def test_a_heading_heads_the_lines_below_it_until_an_empty_one() -> None:
    page = "Skills:\n- welding\n- brazing\n\nWe talked for an hour"
    assert [one.heading for one in pieces(page)] == ["Skills", "Skills", ""]


def test_an_abbreviation_ends_no_clause() -> None:
    assert [one.text for one in pieces("Ask Dr. Osei about approx. dates")] == [
        "Ask Dr. Osei about approx. dates"
    ]


def test_a_label_with_its_word_is_no_heading_of_what_follows() -> None:
    page = "Field: Glazing\nExcel helps\ntalk to Anton"
    assert [one.heading for one in pieces(page)] == ["", "", ""]
