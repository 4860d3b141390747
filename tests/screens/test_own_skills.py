"""My skills on Profile: one, a list, a file, what people named, questions; nothing is lost."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.filters import EVERYTHING
from lib.queries.history import drafts
from lib.queries.skills import own_skills
from lib.skills import taxonomy
from lib.ui.access.session import database
from tests.factories import a_person, an_interview, told
from tests.screens.conftest import Start
from tests.screens.recording import errors, me, run, words

SCREEN = "pages/settings/profile.py"
Own = tuple[str, int, str]


def way(app: AppTest, words: str) -> AppTest:
    run(app.switch_page(SCREEN))
    app.button_group(key="own_way").set_value(words)
    return run(app)


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return run(app)


def mine(app: AppTest) -> list[Own]:
    with database().read() as session:
        return told(own_skills(session, me(app), EVERYTHING), "skill", "level", "shown")


def paste(app: AppTest, text: str) -> AppTest:
    way(app, "A list or a file")
    app.text_area(key="own_list_text").set_value(text)
    run(app)
    return press(app, "own_list_read")


def rows(app: AppTest) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = app.session_state["own_skills/list"]["rows"]
    return found


def left(app: AppTest) -> dict[str, Any]:
    """What is on disk and not saved, by part."""
    with database().read() as session:
        found = drafts(session, me(app), "own_skills/")
    return {name.partition("/")[2]: json.loads(content["form"]) for name, content, _ in found}


# One at a time


def add(app: AppTest, skill: str, level: int = 3, shown: str = "") -> AppTest:
    run(app.switch_page(SCREEN))
    box = app.selectbox(key="own_one_skill")
    if skill not in box.options:
        box.options.append(skill)
    box.set_value(skill)
    app.selectbox(key="own_one_level").set_value(level)
    app.text_input(key="own_one_shown").set_value(shown)
    return run(app)


@pytest.mark.parametrize("name", ["C++", "C#", ".NET", "R", "Öffentlichkeitsarbeit", "T-SQL"])
def test_a_typed_skill_is_saved_as_it_was_typed(app: AppTest, name: str) -> None:
    press(add(app, name, 4, "At Acme"), "own_add")
    assert mine(app) == [(name, 4, "At Acme")]
    assert app.selectbox(key="own_one_skill").value is None
    assert left(app) == {}


def test_an_unknown_name_is_asked_about_and_never_guessed(app: AppTest) -> None:
    add(app, "negociation")
    assert "Did you mean" in words(app)
    press(app, "own_add")
    assert mine(app) == [("negociation", 3, "")]


def test_the_suggestion_is_taken_by_a_press(app: AppTest) -> None:
    add(app, "negociation")
    press(press(app, "own_meant_Negotiation"), "own_add")
    assert mine(app) == [("Negotiation", 3, "")]


def test_what_is_refused_stays_in_the_boxes(app: AppTest) -> None:
    run(app.switch_page(SCREEN))
    app.text_input(key="own_one_shown").set_value("At Acme")
    press(run(app), "own_add")
    assert errors(app) == ["Name the skill first."]
    assert app.text_input(key="own_one_shown").value == "At Acme"
    assert mine(app) == []


def test_what_is_half_typed_comes_back_in_another_window(app: AppTest, start: Start) -> None:
    add(app, "Juggling", 5, "At the circus")
    other = start().run()
    run(other.switch_page(SCREEN))
    assert other.selectbox(key="own_one_skill").value == "Juggling"
    assert other.text_input(key="own_one_shown").value == "At the circus"


def test_a_press_is_taken_back(app: AppTest) -> None:
    press(add(app, "Juggling"), "own_add")
    press(app, "undo_own_skills")
    assert mine(app) == []


# A list


def test_a_list_is_confirmed_before_anything_is_written(app: AppTest) -> None:
    paste(app, "- SQL: 4\n- people skills, C++; .NET\n- negociation")
    assert mine(app) == []
    assert [row["skill"] for row in rows(app)] == [
        *("SQL", "Interpersonal skills", "C++", ".NET", "negociation")
    ]
    press(app, "own_list_meant_4_Negotiation")
    press(app, "own_list_save")
    assert mine(app) == [
        (".NET", 3, ""),
        ("C++", 3, ""),
        ("Interpersonal skills", 3, ""),
        ("Negotiation", 3, ""),
        ("SQL", 4, ""),
    ]
    assert left(app) == {}
    press(app, "undo_own_skills")
    assert mine(app) == []


def test_what_is_unticked_or_has_another_level_is_saved_so(app: AppTest) -> None:
    paste(app, "SQL\nPython\nExcel")
    first, second, third = rows(app)
    changed = [{**first, "take": False}, {**second, "level": 5, "shown": "At home"}, third]
    app.session_state["own_skills/list"]["rows"] = changed
    press(app, "own_list_save")
    assert mine(app) == [("Excel", 3, ""), ("Python", 5, "At home")]


def test_a_skill_without_a_level_is_named_and_nothing_is_written(app: AppTest) -> None:
    paste(app, "SQL\nPython")
    app.session_state["own_skills/list"]["rows"][1]["level"] = None
    press(app, "own_list_save")
    assert errors(app) == ["Say how well you can do Python, or untick it."]
    assert mine(app) == []
    assert len(rows(app)) == 2


def test_a_change_that_arrives_after_the_list_was_saved_changes_nothing(app: AppTest) -> None:
    """The browser may tell once more of a change while its table goes, or of a second press."""
    press(paste(app, "SQL\nPython"), "own_list_save")

    def late() -> None:
        import streamlit as st

        from lib.ui.settings.own_skills import levels, listed

        st.session_state["gone"] = {"edited_rows": {"0": {"Take": False, "How well": "5"}}}
        listed._typed("gone")
        listed._take(1, "R")
        listed._save()
        st.session_state["own_skills/mine/thrown"] = 1
        levels._typed("mine", "gone", ["an id"], 0)

    after = AppTest.from_function(late)
    after.session_state["run"] = app.session_state["run"]
    assert not run(after).error
    assert "said" not in after.session_state
    assert left(app) == {}
    assert mine(app) == [("Python", 3, ""), ("SQL", 3, "")]


def test_a_skill_rated_before_keeps_its_level_and_place(app: AppTest) -> None:
    press(add(app, "SQL", 5, "At Acme"), "own_add")
    press(paste(app, "sql\nPython"), "own_list_save")
    assert mine(app) == [("Python", 3, ""), ("SQL", 5, "At Acme")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\n".join(f"Skill {i}" for i in range(10_000)), "10,000 skills; at most 500"),
        ("\n\n \n", "There is no skill in this"),
        ("\x89PNG\x1a\x01\x02", "no text"),
    ],
)
def test_what_cannot_be_read_is_said_and_stays_where_it_was(
    app: AppTest, text: str, why: str
) -> None:
    paste(app, text)
    (error,) = errors(app)
    assert why in error
    assert app.text_area(key="own_list_text").value == text
    assert mine(app) == []


def test_a_list_half_confirmed_comes_back_in_another_window(app: AppTest, start: Start) -> None:
    paste(app, "SQL\nPython")
    other = way(start().run(), "A list or a file")
    assert [row["skill"] for row in rows(other)] == ["SQL", "Python"]
    press(other, "own_list_back")
    assert other.text_area(key="own_list_text").value == "SQL\nPython"


# A file


def upload(app: AppTest, name: str, content: bytes) -> AppTest:
    way(app, "A list or a file")
    app.file_uploader[0].set_value((name, content, "text/csv"))
    return run(app)


def test_linkedins_file_is_read(app: AppTest) -> None:
    upload(app, "Skills.csv", "\ufeffName\r\nSQL\r\nC#\r\nMicrosoft Excel\r\n".encode())
    press(app, "own_list_save")
    assert [name for name, _, _ in mine(app)] == ["C#", "Microsoft Excel", "SQL"]


def test_a_file_with_levels_and_places_is_read(app: AppTest) -> None:
    upload(app, "mine.csv", b"Skill;Rating;Evidence\nSQL;advanced;At Acme\nPython;2/5;\n")
    press(app, "own_list_save")
    assert mine(app) == [("Python", 2, ""), ("SQL", 4, "At Acme")]


def test_a_binary_file_is_refused_in_a_sentence(app: AppTest) -> None:
    upload(app, "Skills.csv", b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 50)
    assert len(errors(app)) == 1
    assert mine(app) == []


# What people named


def test_what_most_people_named_comes_first_and_what_is_rated_last(app: AppTest) -> None:
    with database().write() as session:
        for name, skills in (("Ann", ["SQL", "Python"]), ("Bea", ["SQL", "R"]), ("Cleo", ["R"])):
            an_interview(session, me(app), person=a_person(name), skills=[*skills, "Welding"])
    press(add(app, "Welding"), "own_add")
    way(app, "What people named")
    tables = [one.value for one in app.dataframe if "How well" in one.value]
    assert tables[-1]["Skill"].tolist() == ["R", "SQL", "Python", "Welding"]


def test_levels_typed_into_the_table_are_kept_saved_and_taken_back(
    app: AppTest, start: Start
) -> None:
    with database().write() as session:
        an_interview(session, me(app), skills=["SQL", "Python"])
    way(app, "What people named")
    assert app.button(key="save_named").disabled
    ids = {one["skill_id"]: one["skill"] for one in _own_names(app)}
    edits = {key: {"level": 4} for key, name in ids.items() if name == "SQL"}
    app.session_state["own_skills/named"] = {"edits": edits}
    press(run(app), "save_named")
    assert mine(app) == [("SQL", 4, "")]
    press(app, "undo_own_skills")
    assert mine(app) == []


def test_own_skills_are_changed_and_removed_at_one_press(app: AppTest) -> None:
    for name in ("SQL", "Python"):
        press(add(app, name), "own_add")
    ids = {one["skill"]: one["skill_id"] for one in _own_names(app)}
    app.session_state["own_skills/mine"] = {
        "edits": {ids["SQL"]: {"out": True}, ids["Python"]: {"level": 5, "shown": "At home"}}
    }
    run(app)
    assert app.button(key="save_mine").label == "Save 2 changes"
    press(app, "save_mine")
    assert mine(app) == [("Python", 5, "At home")]
    press(app, "undo_own_skills")
    assert mine(app) == [("Python", 3, ""), ("SQL", 3, "")]


def _own_names(app: AppTest) -> list[dict[str, str]]:
    from lib.answers.skill_names import skills_by_name

    with database().read() as session:
        found = skills_by_name(session, me(app), EVERYTHING).values()
    return [{"skill_id": one.skill_id, "skill": one.skill} for one in found]


# A few questions


def test_every_transferable_skill_has_a_plain_question() -> None:
    asked = [skill for skill, _ in taxonomy.questions()]
    assert sorted(asked, key=repr) == sorted(
        (skill for skill in taxonomy.names() if skill.kind == "transferable"), key=repr
    )
    assert all(question.endswith("?") for _, question in taxonomy.questions())
    assert not any(skill.name in question for skill, question in taxonomy.questions())


def answer(app: AppTest, place: int, level: int | None) -> AppTest:
    skill, _ = taxonomy.questions()[place]
    app.button_group(key=f"own_guided_{skill.code}").set_value(level)
    return run(app)


def test_only_what_is_answered_with_yes_is_written(app: AppTest, start: Start) -> None:
    way(app, "A few questions")
    answer(app, 0, 4)
    answer(app, 1, 0)
    answer(app, 2, 3)
    answer(app, 2, None)
    app.text_input(key="own_guided_2.B.1.e_shown").set_value("Scouts, four years")
    run(app)
    assert "2 of 25 answered" in words(app)
    other = way(start().run(), "A few questions")
    assert "2 of 25 answered" in words(other)
    press(other, "own_guided_save")
    assert mine(other) == [("Instructing", 4, "Scouts, four years")]
    assert "1 of 24 answered" in words(other)
    press(other, "undo_own_skills")
    assert mine(other) == []


def test_one_can_go_on_and_back_without_losing_an_answer(app: AppTest) -> None:
    way(app, "A few questions")
    answer(app, 0, 5)
    press(app, "own_guided_More questions")
    answer(app, 4, 2)
    press(app, "own_guided_Back")
    assert app.button_group(key="own_guided_2.B.1.e").value == 5
    press(app, "own_guided_save")
    assert [(name, level) for name, level, _ in mine(app)] == [
        ("Coordination", 2),
        ("Instructing", 5),
    ]
