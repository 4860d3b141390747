"""The Skills screen: its answers on the samples, the search, no own skills, who said it."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from lib.commands.profile import rate_skill
from lib.records import SkillSaid
from lib.ui.access.session import database
from tests.factories import a_person, an_interview
from tests.screens.test_explore import charts, opened, words

SCREEN = "pages/explore/skills.py"
QUESTIONS = [
    "Which skills carry over?",
    "Which are worth showing, which worth learning?",
    "How much of what a field requires do I have?",
    "What would one more skill open?",
]


@pytest.fixture
def samples(app: AppTest) -> AppTest:
    app.button(key="load_samples").click().run()
    return opened(app, SCREEN)


def asks(app: AppTest) -> list[str]:
    return [head.value for head in app.subheader]


def unfolded(app: AppTest) -> AppTest:
    """With every chart opened: the first alone is there at once."""
    for name in ("worth", "gaps", "next"):
        app.session_state[f"show_{name}"] = True
    return app.run()


def need(app: AppTest, *skills: str) -> None:
    """Two people in two fields each who call these skills mandatory."""
    with database().write() as session:
        for field in ("Fitter", "Smith"):
            for name in ("Ann", "Bea"):
                said = [SkillSaid(skill=skill, necessity="mandatory") for skill in skills]
                person = a_person(f"{name} of {field}")
                an_interview(session, app.session_state["me"], field, person=person, skills=said)


def have(app: AppTest, skill: str) -> None:
    with database().write() as session:
        rate_skill(session, app.session_state["me"], skill=skill, level=4)


def test_the_samples_answer_the_three_questions_before_the_first_chart(samples: AppTest) -> None:
    first = next(m.value for m in samples.markdown if m.value.startswith("- "))
    assert first.splitlines() == [
        "- Carry over furthest: **Writing**, **Explaining to non-experts** and "
        "**Active Listening**.",
        "- Wants most of what you have: **Instructional designer** (3 of 4 required).",
        "- Learn next: **Articulate Storyline** (opens Instructional designer).",
    ]


def test_four_questions_each_with_a_chart_and_how_it_counts(samples: AppTest) -> None:
    assert asks(samples) == QUESTIONS
    assert all(head.help for head in samples.subheader)
    assert charts(samples) == 1, "the others are drawn when they are opened"
    assert charts(unfolded(samples)) == 4


def test_a_typed_skill_narrows_the_charts_of_skills_alone(samples: AppTest) -> None:
    samples.text_input(key="skill").set_value("people skills").run()
    assert not samples.exception
    assert "1 of 33 skills go by “people skills”." in words(samples)
    assert charts(unfolded(samples)) == 4


def test_a_skill_that_nobody_named_is_said_and_the_rest_stays(samples: AppTest) -> None:
    samples.text_input(key="skill").set_value("*juggling*").run()
    assert not samples.exception
    assert "Nobody named a skill like “\\*juggling\\*”." in words(samples)
    assert asks(samples) == QUESTIONS[2:]


def test_without_skills_of_my_own_the_screen_says_what_to_do(app: AppTest) -> None:
    need(app, "Welding")
    opened(app, SCREEN)
    assert charts(unfolded(app)) == 2
    assert asks(app) == QUESTIONS[:3]
    assert "Give your skills a level on Profile" in words(app)
    (link,) = (one for one in app.get("page_link") if one.proto.label == "Say what I can do")
    assert link.proto.page == "profile"


def test_where_i_have_all_that_is_required_there_is_nothing_to_open(app: AppTest) -> None:
    need(app, "Welding")
    have(app, "Welding")
    opened(app, SCREEN)
    assert charts(unfolded(app)) == 3
    assert "You have every skill that these fields require so far." in words(app)


def test_a_skill_opens_field_by_field_with_who_is_not_independent(app: AppTest) -> None:
    need(app, "Welding")
    with database().write() as session:
        for name in ("Cleo", "Dora"):
            person = a_person(name, organisation="Acme")
            an_interview(
                session, app.session_state["me"], "Fitter", person=person, skills=["Welding"]
            )
    unfolded(opened(app, SCREEN)).selectbox(key="open_worth").select_index(0).run()
    assert not app.exception
    said = words(app)
    assert "6 people, 6 conversations, 5 employers" in said
    assert re.search(r"Not independent: (Cleo and Dora|Dora and Cleo) \(both at Acme\)", said)
    assert said.index("**Fitter**: 4 people") < said.index("**Smith**: 2 people")
