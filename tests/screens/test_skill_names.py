"""Names of skills on Profile: found, renamed, merged, taken apart, tied, and taken back."""

from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from lib.filters import EVERYTHING
from lib.queries.skills import skills_heard
from lib.ui.access.session import database
from tests.factories import a_person, an_interview, skill_id, told
from tests.screens.recording import me, run, words

SCREEN = "pages/settings/profile.py"


@pytest.fixture
def named(app: AppTest) -> AppTest:
    """Ann says Queries, Bea and Cleo say Databases, Cleo Excell."""
    with database().write() as session:
        for name, skills in (
            ("Ann", ["Queries"]),
            ("Bea", ["Databases"]),
            ("Cleo", ["Databases", "Excell"]),
        ):
            an_interview(session, me(app), person=a_person(name), skills=skills)
    return run(app.switch_page(SCREEN))


def heard(app: AppTest) -> dict[str, int]:
    with database().read() as session:
        rows = skills_heard(session, me(app), EVERYTHING)
        return {str(name): int(n) for name, n in told(rows, "skill", "voices")}


def an_id(app: AppTest, skill: str) -> UUID:
    with database().read() as session:
        return skill_id(session, me(app), skill)


def choose(app: AppTest, skill: str) -> None:
    app.selectbox(key="names_skill").set_value(str(an_id(app, skill)))
    run(app)


def press(app: AppTest, key: str) -> None:
    app.button(key=key).click()
    run(app)


def test_the_skills_stand_by_how_many_people_named_them(named: AppTest) -> None:
    table = named.dataframe[0].value
    assert table[["Skill", "People"]].values.tolist() == [
        ["Databases", 2],
        ["Excell", 1],
        ["Queries", 1],
    ]


def test_a_typed_name_finds_a_skill_by_any_of_its_names(named: AppTest) -> None:
    named.text_input(key="names_find").set_value("QUER")
    assert run(named).dataframe[0].value["Skill"].tolist() == ["Queries"]
    named.text_input(key="names_find").set_value("*juggling*")
    assert "No skill goes by “\\*juggling\\*”." in words(run(named))


def test_two_names_are_merged_seen_and_taken_back(named: AppTest) -> None:
    queries, databases = an_id(named, "Queries"), an_id(named, "Databases")
    choose(named, "Queries")
    named.selectbox(key=f"names_into_{queries}").set_value(str(databases))
    assert "3 people together" in words(run(named))
    press(named, f"names_merge_{queries}")
    assert heard(named) == {"Databases": 3, "Excell": 1}
    assert named.selectbox(key="names_skill").value == str(databases)
    assert "Queries counts as Databases from now on" in words(named)
    press(named, "undo_names")
    assert heard(named) == {"Databases": 2, "Excell": 1, "Queries": 1}


def test_a_merged_name_is_taken_apart(named: AppTest) -> None:
    queries, databases = an_id(named, "Queries"), an_id(named, "Databases")
    choose(named, "Queries")
    named.selectbox(key=f"names_into_{queries}").set_value(str(databases))
    run(named)
    press(named, f"names_merge_{queries}")
    press(named, f"names_part_{queries}")
    assert heard(named) == {"Databases": 2, "Excell": 1, "Queries": 1}


def test_a_taken_name_is_refused_with_what_to_do(named: AppTest) -> None:
    choose(named, "Queries")
    rename(named, "databases")
    assert [e.value for e in named.error] == [
        "There is a skill “Databases” already. Merge the two instead."
    ]
    assert heard(named)["Queries"] == 1


def test_a_skill_is_renamed(named: AppTest) -> None:
    choose(named, "Queries")
    rename(named, "C++")
    assert heard(named)["C++"] == 1


def test_an_official_name_is_suggested_and_tied_by_a_press(named: AppTest) -> None:
    choose(named, "Excell")
    assert "Did you mean Microsoft Excel?" in words(named)
    excell = an_id(named, "Excell")
    assert named.button(key=f"names_tie_{excell}").disabled
    named.selectbox(key=f"names_code_{excell}_").set_value("sw.microsoft-excel")
    run(named)
    press(named, f"names_tie_{excell}")
    table = named.dataframe[0].value.set_index("Skill")
    assert table.loc["Excell", "Official name"] == "Microsoft Excel"


def test_a_skill_that_is_gone_from_the_list_leaves_no_trace(named: AppTest) -> None:
    choose(named, "Queries")
    named.text_input(key="names_find").set_value("excel")
    assert run(named).selectbox(key="names_skill").value is None


def rename(app: AppTest, name: str) -> None:
    [box for box in app.text_input if box.label == "Its name"][-1].set_value(name)
    next(button for button in app.button if button.label == "Rename").click()
    run(app)
