"""Official figures are searched for and chosen under Profile, and stand on Pay."""

from streamlit.testing.v1 import AppTest

from lib.filters import EVERYTHING
from lib.queries.fields import fields
from lib.ui.access.session import database
from tests.factories import a_figure, an_interview, told
from tests.screens.recording import me, run

PROFILE, PAY = "pages/settings/profile.py", "pages/explore/pay.py"


def heard(app: AppTest) -> str:
    """One field with three high figures; its id."""
    with database().write() as session:
        for low in (180_000, 185_000, 190_000):
            figure = a_figure(low, low + 5_000, level="mid")
            an_interview(session, me(app), "Programming", salaries=(figure,))
    run(app)
    return chosen(app)[0][0]


def chosen(app: AppTest) -> list[tuple[str, str, str]]:
    with database().read() as session:
        found = fields(session, me(app), EVERYTHING)
        return told(found, "field_id", "occupation", "area")


def words(app: AppTest) -> str:
    kinds = (app.markdown, app.caption)
    return "\n".join(element.value for kind in kinds for element in kind).replace("\\", "")


def choose(app: AppTest, field: str, typed: str) -> AppTest:
    run(app.switch_page(PROFILE))
    app.text_input(key=f"occupation_{field}").set_value(typed)
    run(app)
    app.button(key=f"hold_{field}").click()
    return run(app)


def test_a_field_is_held_against_what_was_found_and_let_go_again(app: AppTest) -> None:
    field = heard(app)
    choose(app, field, "software engineer")
    assert chosen(app) == [(field, "15-1252", "0000000")]
    assert "Held against: Software Developers, United States" in words(app)
    app.button(key=f"let_go_{field}").click()
    run(app)
    assert chosen(app) == [(field, "", "")]


def test_the_area_can_be_chosen(app: AppTest) -> None:
    field = heard(app)
    run(app.switch_page(PROFILE))
    app.text_input(key=f"occupation_{field}").set_value("nurse")
    run(app)
    app.selectbox(key=f"area_{field}_29-1141").select("3900000")
    run(app)
    app.button(key=f"hold_{field}").click()
    run(app)
    assert chosen(app) == [(field, "29-1141", "3900000")]


def test_a_fields_own_name_is_searched_for_until_something_is_chosen(app: AppTest) -> None:
    field = heard(app)
    run(app.switch_page(PROFILE))
    offered = app.selectbox(key=f"match_{field}").options
    assert offered[0].startswith("Computer Programmers")
    choose(app, field, "15-1252")
    assert app.text_input(key=f"occupation_{field}").value == ""
    assert not [box for box in app.selectbox if box.key == f"match_{field}"]


def test_a_search_without_a_find_says_so(app: AppTest) -> None:
    field = heard(app)
    run(app.switch_page(PROFILE))
    app.text_input(key=f"occupation_{field}").set_value("qqqqqqq")
    run(app)
    assert "No occupation is called that" in words(app)


def test_pay_names_what_lies_outside_and_the_source_at_once(app: AppTest) -> None:
    field = heard(app)
    run(app.switch_page(PAY))
    assert "No official figures were chosen for Programming" in words(app)
    choose(app, field, "15-1252")
    run(app.switch_page(PAY))
    told = words(app)
    assert "Mid pay lies above the official 75th percentile of all levels ($172k)" in told
    assert "Software Developers, United States, $82k to $215k, median $136k" in told
    assert "May 2025" in told
    assert "No official figures were chosen" not in told
