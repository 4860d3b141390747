"""Weighing on Compare: closed until it is opened, tried without saving, saved, written down."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.access.viewer import Explorer
from lib.filters import EVERYTHING
from lib.queries.fields import fields
from lib.queries.weighing import Limits, criterion_weights, deal_breakers, decisions, limits
from lib.ui.access.session import database
from tests.factories import an_interview
from tests.screens.conftest import Start
from tests.screens.test_explore import charts, opened, words
from tests.screens.test_links import coach, token

__all__ = ["token"]

COMPARE = "pages/explore/compare.py"


@pytest.fixture
def compare(app: AppTest) -> AppTest:
    """Compare with the samples, nothing of it opened."""
    app.button(key="load_samples").click().run()
    return opened(app, COMPARE)


def unfold(app: AppTest, *keys: str) -> AppTest:
    """The page with these parts opened."""
    for key in keys:
        app.session_state[key] = True
    app.run()
    assert not app.exception, app.exception
    return app


def kept(app: AppTest, read: Callable[..., Any]) -> Any:
    me: Explorer = app.session_state["me"]
    with database().read() as session:
        return read(session, me, EVERYTHING)


def named(elements: Any, label: str) -> Any:
    """The widget with this label."""
    (found,) = [one for one in elements if one.label == label]
    return found


def press(app: AppTest, label: str) -> AppTest:
    named(app.button, label).click().run()
    assert not app.exception, app.exception
    return app


def test_nothing_is_weighed_until_it_is_opened(compare: AppTest) -> None:
    assert charts(compare) == 1
    assert not compare.slider
    assert "ahead" not in words(compare)


def test_the_ranking_says_that_nobody_gave_points(compare: AppTest) -> None:
    unfold(compare, "ranking")
    assert charts(compare) == 4
    assert "You gave no points yet, so all criteria count the same." in words(compare)
    assert "How often does each field come first?" in words(compare)
    assert "What would turn it over?" in words(compare)


def test_points_are_tried_before_they_are_saved(compare: AppTest) -> None:
    unfold(compare, "what_counts", "ranking")
    before = words(compare)
    for one in compare.slider:
        one.set_value(10 if one.label == "Outlook" else 0)
    compare.run()
    assert "By your points" in words(compare)
    assert "With the points tried above, which are not saved." in words(compare)
    assert kept(compare, criterion_weights).empty
    press(compare, "Back to those that are kept")
    assert words(compare) == before


def test_points_and_ends_are_saved_and_stand_after_that(compare: AppTest, start: Start) -> None:
    unfold(compare, "what_counts")
    named(compare.slider, "Outlook").set_value(9)
    named(compare.number_input, "Counts nothing, months").set_value(24)
    compare.run()
    press(compare, "Save these points")
    rows = kept(compare, criterion_weights).set_index("criterion")
    assert rows.loc["outlook", "points"] == 9
    assert rows.loc["months", "nothing"] == 24
    assert rows["everything"].isna().all()
    assert "Tried below" not in words(compare)
    again = unfold(opened(start().run(), COMPARE), "what_counts")
    assert named(again.slider, "Outlook").value == 9
    assert charts(again) == 4, "what was set is weighed at once"


def test_ends_the_wrong_way_round_are_said_and_not_saved(compare: AppTest) -> None:
    unfold(compare, "what_counts", "ranking")
    named(compare.number_input, "Counts all, months").set_value(60)
    compare.run()
    assert "Time to enter: more pay, less cost and fewer months" in words(compare)
    assert named(compare.button, "Save these points").disabled
    assert "tried above" not in words(compare)


def test_limits_are_saved_and_a_field_stands_below_the_line(compare: AppTest) -> None:
    unfold(compare, "what_counts", "ranking")
    named(compare.text_input, "Least entry pay, USD a year").set_value("75,000")
    named(compare.multiselect, "Deal-breakers").set_value(["Pay"])
    press(compare, "Save the limits")
    assert kept(compare, limits) == Limits(75_000_00, None, None)
    assert kept(compare, deal_breakers)["theme"].tolist() == ["Pay"]
    assert "Below the line" in words(compare)
    assert r"under your \$75k" in words(compare), "two dollars would be a formula"
    assert "so they miss no limit. Environmental health: entry pay" in words(compare)


def test_an_amount_that_is_none_is_refused_beside_the_form(compare: AppTest) -> None:
    unfold(compare, "what_counts")
    named(compare.text_input, "Least entry pay, USD a year").set_value("a lot")
    press(compare, "Save the limits")
    assert [error.value for error in compare.error] == [
        "“a lot” is no amount. Write it in figures, such as 52000."
    ]
    assert named(compare.text_input, "Least entry pay, USD a year").value == "a lot"


@pytest.mark.parametrize("typed", ["75k", "75.000", "75 000", "$75,000 a year"])
def test_a_limit_is_read_as_pay_is_on_record(compare: AppTest, typed: str) -> None:
    unfold(compare, "what_counts")
    named(compare.text_input, "Least entry pay, USD a year").set_value(typed)
    named(compare.text_input, "Most cost to enter, USD").set_value("9k")
    press(compare, "Save the limits")
    assert kept(compare, limits) == Limits(75_000_00, None, 9_000_00)
    assert named(compare.text_input, "Least entry pay, USD a year").value == "75,000"


def test_a_decision_is_written_down_with_where_the_field_stands(compare: AppTest) -> None:
    unfold(compare, "journal", "ranking")
    named(compare.selectbox, "About").select("UX researcher")
    named(compare.selectbox, "From now on it is").select("ruled out")
    named(compare.date_input, "Decided on").set_value(date(2026, 5, 1))
    named(compare.text_area, "What I decided, and why").set_value("Too *far* from people.")
    press(compare, "Write it down")
    assert "**1 May 2026** · UX researcher, from then on ruled out" in words(compare)
    assert r"Too \*far\* from people" in words(compare)
    assert "**UX researcher**: You ruled it out." in words(compare)
    stages = kept(compare, fields).set_index("field")["stage"]
    assert stages["UX researcher"] == "ruled out"
    press(compare, "Remove")
    assert kept(compare, decisions).empty


def test_a_decision_without_words_is_refused(compare: AppTest) -> None:
    unfold(compare, "journal")
    press(compare, "Write it down")
    assert [error.value for error in compare.error] == ["Write down what you decided, and why."]


def test_one_field_alone_is_not_ranked(app: AppTest) -> None:
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        an_interview(session, me, interest_after=4)
    unfold(opened(app, COMPARE), "what_counts", "ranking")
    assert "stands alone: there is no other field to rank it with" in words(app)
    assert charts(app) == 2


def test_a_coach_tries_points_and_writes_nothing(app: AppTest, start: Start, token: str) -> None:
    window = coach(start, token)
    unfold(opened(window, COMPARE), "what_counts", "ranking")
    assert "What I decided" not in "".join(one.label for one in window.expander)
    assert not [one for one in window.button if one.label.startswith("Save")]
    assert not window.text_input
    assert not window.multiselect
    before = words(window)
    for one in window.slider:
        one.set_value(10 if one.label == "Outlook" else 0)
    window.run()
    assert not window.exception
    assert "With the points tried above" in words(window)
    assert kept(app, criterion_weights).empty
    press(window, "Back to those that are kept")
    assert words(window) == before
