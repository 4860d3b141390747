"""What the conversations say on Overview: each sentence opens onto who said it, and closes."""

import re

from streamlit.testing.v1 import AppTest

from lib.access.viewer import Explorer
from lib.answers.data_say import NOTHING, data_say
from lib.commands.samples import load_samples
from lib.filters import EVERYTHING
from lib.records import SkillSaid
from lib.ui.access.session import database
from tests.factories import a_person, an_interview
from tests.screens.test_explore import opened, words

OVERVIEW = "pages/explore/overview.py"


def test_a_sentence_opens_onto_who_said_it_and_closes(app: AppTest) -> None:
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        load_samples(session, me)
    opened(app, OVERVIEW)
    assert "What do the conversations say?" in words(app)
    press = next(b for b in app.button if b.key == "sentence_0")
    with database().read() as session:
        people = data_say(session, me, EVERYTHING).sentences[0].people
    assert re.findall(r"\*[^*]*people\*$", press.label) == [], "one count, that of the sentence"
    press.click().run()
    assert not app.exception
    assert f"{people} people, " in words(app)
    next(b for b in app.button if b.key == "sentence_0").click().run()
    assert f"{people} people, {people} conversations" not in words(app)


def test_with_one_voice_it_says_that_there_is_nothing_yet(app: AppTest) -> None:
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        said = (SkillSaid(skill="*SQL*"),)
        an_interview(session, me, "Nurse", person=a_person("Ann"), skills=said)
    opened(app, OVERVIEW)
    assert NOTHING in words(app)
