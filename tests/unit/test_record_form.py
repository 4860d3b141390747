"""What the Record form holds: there and back without loss, phrases read for certain or refused."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.commands.samples import FILE
from lib.errors import Refused
from lib.figures import read_cost, read_pay, span_phrase
from lib.records import Conversation
from lib.ui.record.content import NAME, a_finding, blank, completed, content_of, parse, unnamed
from lib.ui.record.edits import meant
from lib.ui.record.lines import rewritten
from lib.ui.record.phrases import pay_read, read_span
from lib.ui.record.state import Form, packed, unpacked
from tests.factories import a_conversation, a_figure, one_of_each

SAMPLES = json.loads(FILE.read_text(encoding="utf-8"))["conversations"]


@pytest.mark.parametrize("sample", SAMPLES, ids=range(len(SAMPLES)))
def test_every_sample_comes_back_from_its_form_as_it_was(sample: dict[str, Any]) -> None:
    content = content_of(Conversation.model_validate(sample))
    again, wrong = parse(content, "USD")
    assert again is not None
    assert wrong == {}
    assert content_of(again) == content
    assert json.loads(json.dumps(content)) == content


def test_a_figure_with_an_open_end_in_another_currency_comes_back() -> None:
    figure = a_figure(None, 30, currency="CHF", period="hour")
    again, _ = parse(content_of(a_conversation(salaries=(figure,))), "USD")
    assert again is not None
    assert (again.salaries[0].low, str(again.salaries[0].high)) == (None, "30")
    assert (again.salaries[0].currency, again.salaries[0].period) == ("CHF", "hour")


def test_a_blank_form_says_what_it_needs() -> None:
    assert parse(blank(), "USD") == (None, {("field",): "This is needed."})


def test_what_is_wrong_with_a_finding_is_said_at_its_id() -> None:
    said = one_of_each()
    content = content_of(a_conversation(**said))
    for kind, name, value in (
        ("skills", "necessity", "always"),
        ("trainings", "months", "9-6"),
        ("trainings", "cost", "300 USD/month"),
        ("salaries", "pay", "a lot"),
        ("steps", "position", 99),
    ):
        content[kind][0][name] = value
    _, wrong = parse(content, "USD")
    assert {(where[0], where[2]) for where in wrong} == {
        *(("skills", "necessity"), ("trainings", "months"), ("trainings", "cost")),
        *(("salaries", "pay"), ("steps", "position")),
    }
    assert all(where[1] == content[where[0]][0]["id"] for where in wrong)


def test_a_finding_that_says_nothing_is_named() -> None:
    content = content_of(a_conversation())
    content["skills"] = [a_finding("skills")]
    _, wrong = parse(content, "USD")
    assert wrong == {
        ("skills", content["skills"][0]["id"]): "This says nothing yet. Fill it in, or take it out."
    }


@pytest.mark.parametrize("kind", sorted(NAME))
def test_a_new_finding_of_every_kind_is_still_to_be_named(kind: str) -> None:
    assert unnamed(kind, a_finding(kind, quote="a line"))


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [
        ("6", 6, 6),
        ("6-9", 6, 9),
        ("6 to 9 months", 6, 9),
        ("2 years", 24, 24),
        ("1.5y", 18, 18),
        ("up to 24", None, 24),
        ("from 6", 6, None),
        ("12+", 12, None),
    ],
)
def test_months_as_one_types_them(typed: str, low: float | None, high: float | None) -> None:
    assert read_span(typed, "months") == {"months_low": low, "months_high": high}


@pytest.mark.parametrize("typed", ["soon", "9-6", "from up to 6", "6-9-12", "-3", "six"])
def test_months_that_cannot_be_read_are_refused_with_a_reason(typed: str) -> None:
    with pytest.raises(Refused):
        read_span(typed, "months")


@given(st.one_of(st.none(), st.integers(0, 600)), st.one_of(st.none(), st.integers(0, 600)))
def test_a_span_is_read_back_from_its_words(low: int | None, high: int | None) -> None:
    if low is not None and high is not None and low > high:
        return
    words = span_phrase(low, high)
    if words:
        assert read_span(words, "years") == {"years_low": low, "years_high": high}


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("72-60k USD/year", "“72-60k USD/year” cannot be read. Write it like 60-72k USD/year, "),
        ("60k ZZZ", "ZZZ is no currency we know."),
        ("a lot", "“a lot” cannot be read."),
    ],
)
def test_pay_that_cannot_be_read_says_why(typed: str, message: str) -> None:
    with pytest.raises(Refused, match=r"^" + message):
        read_pay(typed, "USD")


def test_a_cost_has_no_period() -> None:
    with pytest.raises(Refused, match="A cost is what it takes in all"):
        read_cost("300 USD/month", "USD")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("60-72k USD/year", "$60k to $72k a year"),
        ("$30/hour", "$30 an hour"),
        ("45k EUR", "€45k (period not stated)"),
        ("45k", "45k (currency and period not stated)"),
        ("a lot", ""),
    ],
)
def test_how_pay_was_read_is_said(typed: str, words: str) -> None:
    assert pay_read(typed, "USD") == words


def test_lines_keep_their_ids_where_they_stand_or_were_only_reworded() -> None:
    notes = [{"id": str(n), "text": text} for n, text in enumerate(("a", "b", "c"))]
    new = rewritten(notes, ["a", "B", "new", "c"])
    assert [line["text"] for line in new] == ["a", "B", "new", "c"]
    assert [line["id"] for line in new if line["text"] != "new"] == ["0", "1", "2"]
    assert len({line["id"] for line in new}) == 4


def test_a_known_skill_is_not_asked_about_and_an_alike_one_is() -> None:
    assert meant("Negotiation", ()) == ()
    assert meant("welding of spoons", ("Welding of spoons",)) == ()
    assert "Negotiation" in meant("Negociation", ())


def test_a_draft_of_an_earlier_form_is_completed() -> None:
    content = content_of(a_conversation(**one_of_each()))
    older = {**content, "of_old": 1, "skills": [{**content["skills"][0], "of_old": 1}]}
    del older["takeaway"], older["skills"][0]["private"]
    assert completed(older) == content


@given(st.text())
def test_a_draft_holds_whatever_can_be_typed(typed: str) -> None:
    form = Form({**blank(), "takeaway": typed}, blank())
    kept = packed(form)
    assert kept["form"].isascii()
    assert "\x00" not in kept["form"]
    again = unpacked(form.draft, json.loads(json.dumps(kept)), None)
    assert (again.content, again.saved, again.key) == (form.content, form.saved, form.key)
