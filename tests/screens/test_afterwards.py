"""After a conversation that was held: the letter of thanks, promises, and what came of it."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from lib.access.viewer import Explorer
from lib.commands import after
from lib.model import FollowUp, Message, Outcome
from lib.records import SkillSaid
from lib.ui.access.session import database
from lib.ui.after import NOT_YET
from tests.factories import a_person, an_interview
from tests.screens.conftest import Start
from tests.screens.test_explore import words

TODAY = date.today()


def seeded(app: AppTest, **values: Any) -> UUID:
    """A talk with Ann Lee two days ago, of whom two quotes and a private one are kept."""
    me: Explorer = app.session_state["me"]
    said = [
        SkillSaid(skill="SQL", quote="Everything *starts* with a query"),
        SkillSaid(skill="Writing", quote="I write more than I measure"),
        SkillSaid(skill="Tact", quote="My boss has none", private=True),
    ]
    usual = {"person": a_person("Ann Lee"), "held_on": TODAY - timedelta(days=2), "skills": said}
    with database().write() as session:
        return an_interview(session, me, "Nurse", **{**usual, **values})


def at(start: Start, talk: UUID, step: str) -> AppTest:
    """A window at this step of the conversation."""
    window = start()
    window.query_params["talk"], window.query_params["step"] = str(talk), step
    window.run()
    window.switch_page("pages/interviews/conversation.py").run()
    assert not window.exception, window.exception
    return window


def rows(model: Any) -> list[Any]:
    with database().read() as session:
        return list(session.scalars(select(model).order_by(model.id)))


def letter(window: AppTest, talk: UUID) -> str:
    return str(window.text_area(key=f"thank/{talk}/text").value)


def pressed(window: AppTest, key: str) -> None:
    window.button(key=key).click().run()
    assert not window.exception, window.exception


def test_a_letter_is_made_of_what_was_said_changed_sent_and_taken_back(
    app: AppTest, start: Start
) -> None:
    talk = seeded(app)
    window = at(start, talk, "Thank")
    assert "Dear Ann," in letter(window, talk)
    assert "“Everything *starts* with a query”" in letter(window, talk)
    assert "My boss" not in letter(window, talk)
    window.text_input(key=f"thank/{talk}/will").input("I will try it").run()
    assert "I will try it. I will tell you" in letter(window, talk)
    window.text_area(key=f"thank/{talk}/text").input("My own words").run()
    again = at(start, talk, "Thank")
    assert letter(again, talk) == "My own words", "what was typed is there in another window"
    pressed(again, f"thank/{talk}/sent")
    (row,) = rows(FollowUp)
    assert (row.kind, row.done_on) == ("thank-you", TODAY)
    assert f"sent on {TODAY:%-d %B}" in words(again)
    (kept,) = rows(Message)
    assert (kept.kind, kept.text, kept.sent_on) == ("thank", "My own words", TODAY)
    assert "My own words" in [one.value for one in at(start, talk, "Thank").code]
    assert len(again.text_area) == 0, "what was sent is changed no more"
    pressed(again, f"undo_thank/{talk}")
    assert rows(FollowUp) == rows(Message) == []
    assert letter(again, talk) == "My own words"


def test_a_letter_noted_as_sent_elsewhere_without_its_words_says_so(
    app: AppTest, start: Start
) -> None:
    talk = seeded(app)
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        after.thanked(session, me, interview_id=talk, on=TODAY)
    assert "It was noted as sent without its words." in words(at(start, talk, "Thank"))


def test_promises_are_noted_ticked_and_taken_out(app: AppTest, start: Start) -> None:
    talk = seeded(app)
    window = at(start, talk, "Thank")
    place = f"promises/{talk}"
    pressed(window, f"{place}/add")
    assert "Say in a few words what was promised." in words(window)
    window.text_input(key=f"{place}/text").input("Send the *sheet*").run()
    pressed(window, f"{place}/add")
    (row,) = rows(FollowUp)
    assert (row.kind, row.text, row.done_on) == ("introduction", "Send the *sheet*", None)
    window.checkbox(key=f"{place}/{row.id}").check().run()
    assert [one.done_on for one in rows(FollowUp)] == [TODAY]
    window.checkbox(key=f"{place}/{row.id}").uncheck().run()
    assert [one.done_on for one in rows(FollowUp)] == [None]
    pressed(window, f"{place}/{row.id}/out")
    assert rows(FollowUp) == []


def test_what_came_of_it_is_noted_and_taken_out(app: AppTest, start: Start) -> None:
    talk = seeded(app)
    window = at(start, talk, "Outcome")
    place = f"outcome/{talk}"
    assert "Nothing is noted yet." in words(window)
    window.button_group(key=f"{place}/kind").set_value("lead").run()
    window.text_input(key=f"{place}/note").input("A post in spring").run()
    pressed(window, f"{place}/add")
    (row,) = rows(Outcome)
    assert (row.kind, row.happened_on, row.note) == ("lead", TODAY, "A post in spring")
    assert f"A lead on {TODAY:%-d %B %Y}: A post in spring" in words(window)
    pressed(window, f"{place}/{row.id}/out")
    assert rows(Outcome) == []


def test_an_introduction_asks_to_whom(app: AppTest, start: Start) -> None:
    talk = seeded(app)
    window = at(start, talk, "Outcome")
    place = f"outcome/{talk}"
    window.button_group(key=f"{place}/kind").set_value("introduction").run()
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        whom = a_person("Renee *Sol*", role="nurse")
        an_interview(session, me, "Nurse", person=whom, status="idea", held_on=None)
    window.run()
    window.selectbox(key=f"{place}/whom").set_value("Renee *Sol*, nurse").run()
    pressed(window, f"{place}/add")
    assert f"An introduction to Renee \\*Sol\\* on {TODAY:%-d %B %Y}" in words(window)
    (row,) = rows(Outcome)
    assert row.person_id == whom.id


@pytest.mark.parametrize("status", ["scheduled", "declined"])
def test_a_talk_that_was_not_held_has_nothing_to_thank_for(
    app: AppTest, start: Start, status: str
) -> None:
    window = at(start, seeded(app, status=status, held_on=None), "Thank")
    assert NOT_YET in words(window)
    assert len(window.text_area) == 0


def test_the_step_that_is_next_opens_and_what_is_done_is_ticked(app: AppTest, start: Start) -> None:
    talk = seeded(app)
    window = at(start, talk, "")
    assert window.button_group(key=f"step_{talk}").value == "Thank", "it was written up"
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        after.thanked(session, me, interview_id=talk, on=TODAY)
    again = at(start, talk, "")
    assert "Nothing is noted yet." in words(again), "the outcome is next"
