"""Every page answers with nothing, with one conversation, with the samples, and under filters."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.access.viewer import Explorer
from lib.records import AspectSaid, SalarySaid, TrainingSaid
from lib.settings import ROOT
from lib.ui.access.session import database
from tests.factories import an_interview
from tests.screens.conftest import Start

PAGES = sorted(str(page.relative_to(ROOT)) for page in (ROOT / "pages").glob("*/*.py"))
PAGES.remove("pages/sharing/opening.py")  # a coach's alone: tests/screens/test_coach.py
EXPLORE = [page for page in PAGES if page.startswith("pages/explore/")]


def opened(app: AppTest, page: str) -> AppTest:
    app.switch_page(page).run()
    assert not app.exception, app.exception
    return app


def words(app: AppTest) -> str:
    """All that the page says."""
    kinds = (app.markdown, app.caption, app.info, app.subheader, app.title, app.error)
    return "\n".join(element.value for kind in kinds for element in kind)


def charts(app: AppTest) -> int:
    return len(app.get("vega_lite_chart"))


def test_there_are_pages() -> None:
    assert len(EXPLORE) >= 4


@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_for_nothing(app: AppTest, page: str) -> None:
    opened(app, page)
    assert charts(app) == 0
    assert words(app)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_stops_where_app_py_let_nobody_in(page: str) -> None:
    alone = AppTest.from_file(str(ROOT / page), default_timeout=30).run()
    assert [error.value for error in alone.error] == ["Open Fieldwork at its first page."]


def test_an_empty_fieldwork_offers_four_ways_in(app: AppTest) -> None:
    assert [head.value for head in app.subheader] == [
        "Look around",
        "Paste my notes",
        "Bring a file",
        "Write down a first interview",
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_for_one_conversation(app: AppTest, page: str) -> None:
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        an_interview(
            session,
            me,
            skills=["SQL"],
            trainings=(TrainingSaid(name="Online course", months_high=6),),
            salaries=(SalarySaid(low=Decimal(60_000), currency="USD", period="year"),),
            aspects=(AspectSaid(side="upside", theme="Autonomy"),),
            interest_before=2,
            interest_after=4,
        )
    opened(app, page)
    if page in EXPLORE:
        assert charts(app) >= 1


@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_for_the_samples(app: AppTest, page: str) -> None:
    app.button(key="load_samples").click().run()
    opened(app, page)
    assert "sample interviews with invented people" in words(app)
    if page in EXPLORE:
        assert charts(app) >= 1


def test_filters_come_from_the_address(start: Start) -> None:
    start().run().button(key="load_samples").click().run()
    app = start()
    app.query_params["fields"] = ["Technical writer", "UX researcher", "No such field"]
    app.query_params["level"] = "director"
    app.run()
    assert not app.exception
    assert "Shown: Technical writer and UX researcher, 2 of 6 fields." in words(app)
    assert "There is no field “No such field” here." in words(app)
    assert "“director” in the address is no day, level or stage" in words(app)


@pytest.mark.parametrize("page", EXPLORE)
def test_a_filter_narrows_every_screen_and_says_so(app: AppTest, page: str) -> None:
    app.button(key="load_samples").click().run()
    opened(app, page)
    app.button_group(key="fields").set_value(["Technical writer"]).run()
    assert not app.exception
    assert "Shown: Technical writer, 1 of 6 fields." in words(app)
    assert "Data analyst" not in words(app)


@pytest.mark.parametrize("page", EXPLORE)
def test_nothing_under_these_filters_is_said(app: AppTest, page: str) -> None:
    app.button(key="load_samples").click().run()
    opened(app, page)
    app.date_input(key="since").set_value(date(2031, 1, 1)).run()
    assert not app.exception
    assert charts(app) == 0
    assert app.info


def test_the_samples_go_in_one_press_and_touch_nothing_else(app: AppTest) -> None:
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        an_interview(session, me, field="Baker", held_on=date(2026, 5, 5))
    opened(app, "pages/explore/overview.py")
    assert not [button for button in app.button if button.key == "load_samples"]
    opened(app, "pages/settings/data.py")
    app.button(key="load_samples").click().run()
    app.button(key="clear_samples").click().run()
    assert not app.exception
    opened(app, "pages/explore/overview.py")
    assert [metric.value for metric in app.metric] == ["1", "1", "1", "0"]


def test_the_evidence_opens_below_the_chart(app: AppTest) -> None:
    app.button(key="load_samples").click().run()
    opened(app, "pages/explore/skills.py")
    box = app.selectbox(key="open_skills")
    box.select_index(0).run()
    assert not app.exception
    assert "Open the evidence for ..." not in words(app)
    assert "people" in words(app)


def test_no_script_lies_where_streamlit_would_serve_it_alone() -> None:
    assert not list(Path(ROOT / "pages").glob("*.py"))


def test_what_is_due_stands_on_overview_before_anything_was_held(app: AppTest) -> None:
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        day = date(2026, 1, 7)
        an_interview(session, me, status="scheduled", held_on=None, planned_on=day)
    opened(app, "pages/explore/overview.py")
    assert "What is due?" in words(app)
    assert "Overdue, Wed 7 January" in words(app)
    assert [one for one in app.get("page_link") if "talk=" in one.proto.query_string]


def test_nothing_due_is_no_list(app: AppTest) -> None:
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        an_interview(session, me)
    opened(app, "pages/explore/overview.py")
    assert "What is due?" not in words(app)
