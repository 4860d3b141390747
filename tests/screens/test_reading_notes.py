"""Read my notes: every line beside what it seems to say; taken, given back, edited, dismissed."""

from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from lib.model import Interview
from lib.records import SalarySaid
from lib.ui.access.session import database
from tests.screens.recording import (
    a_saved_one,
    at,
    choose,
    fill,
    form,
    kept,
    key,
    press,
    run,
    save,
    words,
)

PAGE = """\
Oct 6 - call with Bettina, glazier at Clear View
need: cutting glass, patience
pays $24 an hour after tax
likes: being outside
we sat by the window
talk to her supervisor, Oskar
"""


@pytest.fixture
def reading(app: AppTest) -> AppTest:
    at(app, start="paste")
    fill(app, "paste", PAGE)
    press(app, f"read_{form(app).key}")
    return run(app)


def labels(app: AppTest) -> list[str]:
    return [box.label for box in app.checkbox if box.label.startswith(":gray-badge")]


def tick(app: AppTest, word: str) -> None:
    box = next(box for box in app.checkbox if word in box.label)
    (box.uncheck if box.value else box.check)()
    run(app)


def accept_all(app: AppTest) -> None:
    press(app, f"accept_{form(app).key}")
    run(app)


def test_nothing_is_taken_before_it_is_ticked(reading: AppTest) -> None:
    content = form(reading).content
    assert content["skills"] == content["salaries"] == content["aspects"] == []
    shown = " ".join(labels(reading))
    assert "**Cutting glass**, a must" in shown
    assert "**24 USD/hour**" in shown
    assert "**Bettina**, glazier" in shown
    assert "person to meet] **Oskar**, supervisor" in shown
    assert [one.value for one in reading.checkbox if one.label in labels(reading)] == [
        False for _ in labels(reading)
    ]


def test_a_tick_takes_it_and_the_same_press_gives_it_back(reading: AppTest) -> None:
    tick(reading, "24 USD/hour")
    [figure] = form(reading).content["salaries"]
    assert (figure["pay"], figure["tax"]) == ("24 USD/hour", "net")
    assert figure["quote"] == "pays $24 an hour after tax"
    tick(reading, "24 USD/hour")
    assert form(reading).content["salaries"] == []


def test_all_others_are_taken_at_once_and_kept_when_saved(reading: AppTest) -> None:
    tick(reading, "Patience")
    assert "Accept the other" in words(reading) or any(
        "Accept the other" in one.label for one in reading.button
    )
    accept_all(reading)
    assert form(reading).content["person"]["name"] == "Bettina"
    assert str(form(reading).content["held_on"]).endswith("-10-06")
    choose(reading, "field", "Glazing")
    save(reading)
    said = kept(reading)
    assert [one.skill for one in said.skills] == ["Patience", "Cutting glass"]
    assert said.person.name == "Bettina"
    assert len(said.salaries) == len(said.aspects) == 1


def test_a_person_to_meet_becomes_somebody_introduced_by_this_one(reading: AppTest) -> None:
    accept_all(reading)
    choose(reading, "field", "Glazing")
    save(reading)
    bettina = kept(reading).person
    at(reading, interview=idea())
    oskar = form(reading).content
    assert (oskar["person"]["name"], oskar["status"], oskar["field"]) == (
        "Oskar",
        "idea",
        "Glazing",
    )
    assert oskar["person"]["introduced_by_id"] == str(bettina.id)


def idea() -> str:
    """The id of the one conversation that is an idea yet."""
    with database().read() as session:
        return str(session.scalars(select(Interview.id).where(Interview.status == "idea")).one())


def test_what_was_dismissed_does_not_come_back_for_that_line(reading: AppTest) -> None:
    assert any("Cutting glass" in one for one in labels(reading))
    [box] = [box for box in reading.checkbox if "Cutting glass" in box.label]
    gone = str(box.key).rpartition("_")[2]
    open_pencil(reading, gone)
    press(reading, f"dismiss_{form(reading).key}_{gone}")
    run(reading)
    assert not any("Cutting glass" in one for one in labels(reading))
    press(reading, f"unread_{form(reading).key}")
    run(reading)
    press(reading, f"read_{form(reading).key}")
    run(reading)
    assert not any("Cutting glass" in one for one in labels(reading))
    assert any("Patience" in one for one in labels(reading))


def open_pencil(app: AppTest, key: str) -> None:
    app.session_state[f"edit_{form(app).key}_{key}"] = True
    run(app)


def test_a_line_that_says_nothing_keeps_its_marks(reading: AppTest) -> None:
    pills: Any = reading.get("button_group")
    assert any("we sat by the window" in one.label for one in pills)


def test_reading_twice_offers_nothing_that_was_taken(reading: AppTest) -> None:
    accept_all(reading)
    before = {kind: len(form(reading).content[kind]) for kind in ("skills", "salaries", "aspects")}
    press(reading, f"unread_{form(reading).key}")
    run(reading)
    press(reading, f"read_{form(reading).key}")
    run(reading)
    assert all(one.value for one in reading.checkbox if one.label in labels(reading))
    assert {kind: len(form(reading).content[kind]) for kind in before} == before


def test_what_was_typed_shows_as_typed(app: AppTest) -> None:
    at(app, start="paste")
    fill(app, "paste", "need: **bold** work, ![x](http://127.0.0.1/y.png)")
    press(app, f"read_{form(app).key}")
    run(app)
    assert not any("![" in label for label in labels(app))


def test_a_first_message_to_somebody_to_meet_is_one_press_away(reading: AppTest) -> None:
    accept_all(reading)
    choose(reading, "field", "Glazing")
    save(reading)
    [link] = [one for one in reading.get("page_link") if "Oskar" in one.proto.label]
    assert link.proto.label == "First message to Oskar"
    assert link.proto.query_string == f"talk={idea()}&step=Ask"


def test_a_figure_that_compare_asks_about_stands_alone_with_its_questions(app: AppTest) -> None:
    figure = SalarySaid(low=Decimal(24), high=Decimal(24), quote="pays 24", whose="own")
    at(app, interview=a_saved_one(app, field="Glazing", salaries=(figure,)), figure=str(figure.id))
    assert "What else was said of this figure?" in words(app)
    assert not app.get("text_area")
    assert not app.get("date_input")  # nothing of the conversation stands above the questions
    tax = app.button_group(key=key(app, "salaries", str(figure.id), "tax"))
    tax.set_value("gross")
    run(app)
    save(app)
    assert kept(app).salaries[0].tax == "gross"
    press(app, "whole_conversation")
    assert "What they said" in words(app)
