"""Whom next: a card each with its reason, one press to begin, the rest on demand, and the tree."""

from typing import Any

from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from lib.access.viewer import Explorer
from lib.commands.samples import load_samples
from lib.model import Interview
from lib.ui.access.session import database
from tests.factories import a_person, an_interview
from tests.screens.test_explore import opened, words

WHOM = "pages/interviews/whom_next.py"


def seeded(app: AppTest, *names: str, **values: Any) -> None:
    """Ann was talked to about nursing and named these."""
    me: Explorer = app.session_state["me"]
    ann = a_person("Ann")
    usual: dict[str, Any] = {"status": "idea", "held_on": None, **values}
    with database().write() as session:
        an_interview(session, me, "Nurse", person=ann)
        for name in names:
            named = a_person(name, introduced_by_id=ann.id)
            an_interview(session, me, "Nurse", person=named, **usual)


def ideas() -> int:
    with database().read() as session:
        return len(session.scalars(select(Interview).where(Interview.status == "idea")).all())


def test_a_card_says_whom_why_and_what_is_missing_and_one_press_begins(app: AppTest) -> None:
    seeded(app, "*Bea*")
    opened(app, WHOM)
    told = words(app)
    assert "\\*Bea\\*" in told
    assert "named by Ann" in told
    assert "Nurse: 1 person so far, nobody was asked about" in told
    (press,) = [one for one in app.button if (one.key or "").startswith("ask_")]
    press.click().run()
    assert not app.exception
    assert app.title[0].value != "Whom next"
    assert ideas() == 1, "the idea that was there is gone on with"


def test_the_rest_is_drawn_when_it_is_asked_for(app: AppTest) -> None:
    seeded(app, *(f"Person {place}" for place in range(7)))
    opened(app, WHOM)
    assert "Person 5" not in words(app)
    assert [one.label for one in app.expander if "more" in one.label] == ["2 more"]


def test_a_field_begins_a_conversation_with_it_set_and_no_other_does(app: AppTest) -> None:
    with database().write() as session:
        load_samples(session, app.session_state["me"])
    opened(app, WHOM)
    links = [one.proto for one in app.get("page_link") if one.proto.label == "Write down a person"]
    assert "about=Environmental+health" in links[0].query_string
    app.query_params["start"], app.query_params["about"] = "new", "Environmental health"
    app.switch_page("pages/interviews/record.py").run()
    assert not app.exception, app.exception
    form = app.session_state["record"]
    assert (form.content["field"], form.content["status"]) == ("Environmental health", "idea")
    assert (form.dirty, "about" in app.query_params) == (False, False)


def test_the_tree_is_a_list(app: AppTest) -> None:
    seeded(app, "Bea")
    opened(app, WHOM)
    app.button_group(key="view").set_value("introductions").run()
    assert "- **Ann** :gray[Nurse, talked in March 2026]" in words(app)
    assert "    - **Bea** :orange[not asked yet]" in words(app)


def test_the_samples_fill_it(app: AppTest) -> None:
    with database().write() as session:
        load_samples(session, app.session_state["me"])
    opened(app, WHOM)
    assert "Sorted by what another conversation would teach." in words(app)
    app.button_group(key="view").set_value("introductions").run()
    assert not app.exception
    assert "Rafael Quintanar" in words(app)


def test_nobody_left_to_ask_says_how_somebody_comes_here(app: AppTest) -> None:
    seeded(app)
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        for place in range(3):
            asked = ("day to day", "skills", "training", "path", "pay", "outlook", "whom next")
            person = a_person(f"P{place}")
            an_interview(session, me, "Nurse", person=person, asked=asked)
    opened(app, WHOM)
    assert "Nobody is left to ask" in words(app)


def test_a_move_that_needs_a_day_asks_for_it_at_once(app: AppTest) -> None:
    seeded(app, "Bea")
    opened(app, WHOM)
    app.button_group(key="view").set_value("board").run()
    assert "**Bea**" in words(app)
    with database().read() as session:
        bea = session.scalar(select(Interview.id).where(Interview.status == "idea"))
    app.button(key=f"move_{bea}").click().run()
    app.text_input(key=f"move_{bea}/scheduled/place").input("Ward 3")
    app.button(key=f"move_{bea}/scheduled").click().run()
    assert not app.exception, app.exception
    with database().read() as session:
        row = session.scalar(select(Interview).where(Interview.id == bea))
        assert row is not None
        assert (row.status, row.place, row.planned_on is not None) == ("scheduled", "Ward 3", True)
    app.button(key="undo_board").click().run()
    assert "They agreed" in [one.proto.popover.label for one in app.get("popover")]
