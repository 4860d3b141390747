"""About me on Profile: own pay is read as Record reads pay."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from lib.access.viewer import Explorer
from lib.commands.explorers import the_explorer
from lib.filters import EVERYTHING
from lib.queries import explorer
from lib.queries.fields import fields
from lib.ui.access.session import database
from tests.factories import a_person, an_interview
from tests.screens.test_explore import opened

PROFILE = "pages/settings/profile.py"
PAY = "What I earn now, a year"


def saved(app: AppTest, pay: str) -> int | None:
    """Types own pay, saves, and gives back what is kept in hundredths."""
    opened(app, PROFILE)
    next(box for box in app.text_input if box.label == PAY).set_value(pay)
    next(button for button in app.button if button.label == "Save").click().run()
    assert not app.exception
    me: Explorer = app.session_state["me"]
    with database().read() as session:
        return explorer.profile(session, me, EVERYTHING).current_pay


@pytest.mark.parametrize("typed", ["52.000", "52k", "52 000", "$52,000 a year", "52000"])
def test_own_pay_is_read_as_pay_is_on_record(app: AppTest, typed: str) -> None:
    app.button(key="load_samples").click().run()
    assert saved(app, typed) == 52_000_00
    assert next(box for box in app.text_input if box.label == PAY).value == "52,000"


def test_what_is_no_amount_is_refused_beside_the_form(app: AppTest) -> None:
    app.button(key="load_samples").click().run()
    before = saved(app, "48,000")
    assert saved(app, "50-60k") == before
    assert [error.value for error in app.error] == [
        "“50-60k” is no amount. Write it in figures, such as 52000."
    ]


def names(app: AppTest) -> set[str]:
    with database().read() as session:
        return set(fields(session, app.session_state["me"], EVERYTHING)["field"])


def test_fields_that_look_alike_are_asked_about_made_one_and_parted_again(app: AppTest) -> None:
    with database().write() as session:
        for field in ("UX design", "UX design", "UX designer", "Nurse"):
            an_interview(session, the_explorer(session), field)
    opened(app, PROFILE)
    told = [one.value for one in app.markdown]
    assert "Is UX designer the same field as UX design?" in told
    (one,) = (button for button in app.button if button.label == "Make them one")
    one.click().run()
    assert not app.exception
    assert names(app) == {"UX design", "Nurse"}
    app.button(key="undo_fields").click().run()
    assert names(app) == {"UX design", "UX designer", "Nurse"}


def test_any_two_fields_can_be_made_one_and_what_moves_is_said_before(app: AppTest) -> None:
    app.button(key="load_samples").click().run()
    opened(app, PROFILE)
    before = names(app)
    keep = next(box for box in app.selectbox if box.label == "Field").value
    which = next(box for box in app.selectbox if box.label == "Which is it?")
    assert keep not in which.options
    which.set_value(which.options[0]).run()
    other = which.options[0]
    told = next(one.value for one in app.markdown if "with all that was said" in one.value)
    assert f"heard about {other} count as heard about {keep}" in told
    app.button(key="merge_fields").click().run()
    assert not app.exception
    assert names(app) == before - {other}


def test_a_search_is_closed_with_a_line_and_opened_again_from_overview(app: AppTest) -> None:
    app.button(key="load_samples").click().run()
    with database().write() as session:
        an_interview(session, the_explorer(session), "Nurse", status="scheduled",
                     planned_on=date(2026, 1, 5), person=a_person("Ann"))  # fmt: skip
    opened(app, PROFILE)
    press = next(button for button in app.button if button.label == "Close the search")
    press.click().run()
    assert [one.value for one in app.error] == ["Write a line on what became of it."]
    area = next(box for box in app.text_area if box.label == "What became of it?")
    area.set_value("A clinic, from May.")
    next(button for button in app.button if button.label == "Close the search").click().run()
    assert not app.exception
    assert any("Somebody still keeps time for you" in one.value for one in app.markdown)
    opened(app, "pages/explore/overview.py")
    assert any("This search was closed on" in one.value for one in app.markdown)
    assert not [button for button in app.button if button.label == "It was held"]
    app.button(key="reopen_search").click().run()
    assert not any("This search was closed on" in one.value for one in app.markdown)
    assert [button for button in app.button if button.label == "It was held"]
