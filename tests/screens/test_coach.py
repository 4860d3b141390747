"""A coach's own page and what they leave, from their window to the explorer's and back."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete
from streamlit.testing.v1 import AppTest

from lib.access.links import Scope, open_link
from lib.access.viewer import Share
from lib.access.visits import count_visit
from lib.commands.explorers import the_explorer
from lib.commands.links import make_link, revoke_link
from lib.commands.samples import load_samples
from lib.filters import EVERYTHING
from lib.model import StatusChange
from lib.queries.fields import fields
from lib.screens import SCREENS
from lib.ui.access.session import database
from tests.factories import a_person, an_interview
from tests.screens.conftest import Start, refuse
from tests.screens.test_links import coach, said

REMARKS, LINKS = "pages/sharing/comments.py", "pages/sharing/links.py"


def a_token(**values: Any) -> str:
    """A link to every field there is."""
    with database().write() as session:
        me = the_explorer(session)
        ids = [me.real(one) for one in fields(session, me, EVERYTHING)["field_id"]]
        chosen = {"label": "Ana", "fields": ids, "scope": Scope(), "days": 90, **values}
        return make_link(session, me, **chosen)[1]


@pytest.fixture
def samples(app: AppTest) -> None:
    with database().write() as session:
        load_samples(session, the_explorer(session))


def heads(window: AppTest) -> Sequence[str]:
    return [head.value for head in window.subheader]


@pytest.mark.usefixtures("samples")
def test_a_coach_reads_the_message_and_what_is_thin_first(start: Start) -> None:
    window = coach(start, a_token(message="Hello *Ana* <b>x</b> $y$"))
    assert not window.exception
    assert window.title[0].value == "At a glance"
    assert r"Hello \*Ana\* \<b\>x\</b\> \$y\$" in said(window)
    assert heads(window) == [
        "Which fields, and what do they pay?",
        "Now, and where it leans",
        "What is missing",
        "What would help next",
        "What do the conversations say?",
        "Where do people contradict each other?",
        "Leave a remark",
    ]
    assert "nobody asked" in said(window) or "1 person asked" in said(window)
    assert "sample interviews with invented people" in said(window)


def test_a_visit_that_cannot_be_counted_keeps_nobody_out(engine: str, start: Start) -> None:
    start().run()
    with database().write() as session:
        an_interview(session, the_explorer(session), "Nurse", person=a_person("Ann"))
    token = a_token()
    refuse(engine, "share_visit")
    window = coach(start, token)
    assert not window.exception
    assert window.title[0].value == "At a glance"
    database().dispose()


def test_a_link_to_nothing_yet_says_so(start: Start, app: AppTest) -> None:
    with database().write() as session:
        an_interview(session, the_explorer(session), "Nurse", status="scheduled")
    window = coach(start, a_token())
    assert not window.exception
    assert "no conversation has been held" in said(window)


@pytest.mark.usefixtures("samples")
def test_a_link_opens_on_the_screen_it_was_made_for(start: Start) -> None:
    assert coach(start, a_token(opening_view="pay")).title[0].value == "Pay"


@pytest.mark.parametrize(
    ("threshold", "words"), [(1, "Nurse**: 2 more people"), (2, "Nurse**: at least 2 more")]
)
def test_what_changed_is_told_by_field(
    start: Start, app: AppTest, threshold: int, words: str
) -> None:
    """Nurse had two people and has four; Cook two, then three: no whole step of two."""
    last = datetime.now(UTC) - timedelta(days=3)
    with database().write() as session:
        me = the_explorer(session)
        for field, name in (("Nurse", "A"), ("Nurse", "B"), ("Cook", "C"), ("Cook", "D")):
            an_interview(session, me, field, person=a_person(name))
        session.execute(delete(StatusChange))
        for field, name in (("Nurse", "E"), ("Nurse", "F"), ("Cook", "G")):
            an_interview(session, me, field, person=a_person(name))
    token = a_token(threshold=threshold)
    with database().write() as session:
        count_visit(session, open_link(session, token), last.date())
    window = coach(start, token)
    assert not window.exception
    assert words in said(window)
    assert ("Cook**: 1 more person" in said(window)) == (threshold == 1)


def write(window: AppTest, kind: str, text: str) -> AppTest:
    for screen in SCREENS:
        window.session_state[f"write_page_{screen}"] = True
    window.run()
    window.button_group(key="kind_page_opening").set_value(kind).run()
    window.text_area(key="text_page_opening").set_value(text)
    return window


def press(window: AppTest, label: str) -> AppTest:
    (button,) = [button for button in window.button if button.label == label]
    return button.click().run()


def answer_at(window: AppTest, text: str) -> None:
    """Open the answer to the only remark there, write and send it."""
    (key,) = [str(b.key) for b in window.button if str(b.key).startswith("settle_")]
    window.session_state[f"open_answer_{key.removeprefix('settle_')}"] = True
    window.run()
    (area,) = [area for area in window.text_area if str(area.key).startswith("answer_")]
    area.set_value(text)
    press(window, "Send the answer")
    assert not window.exception


@pytest.mark.usefixtures("samples")
def test_a_next_step_goes_from_the_coach_to_what_is_due_and_back(start: Start) -> None:
    window = write(coach(start, a_token()), "next step", "Call <i>Bo</i>")
    window.date_input(key="due_on_page_opening").set_value(date.today() + timedelta(days=1))
    press(window, "Send")
    assert not window.exception
    assert window.success[0].value == "Sent."
    assert window.text_area(key="text_page_opening").value == ""
    mine = start().run()
    assert r"Ana suggests: Call \<i\>Bo" in said(mine)
    mine.switch_page(REMARKS).run()
    assert not mine.exception
    assert "1 new remark" in said(mine)
    assert "hrough the link “Ana”" in said(mine)
    answer_at(mine, "I will")
    assert "1 new remark" not in said(mine)
    window.session_state["left"] = True
    window.run()
    assert "I will" in said(window)
    assert {one.key for one in window.get("download_button")} == {"remarks_.md", "remarks_.csv"}
    press(mine, "Settled")
    press(mine, "Delete")
    assert "Nothing yet" in said(mine)
    press(mine, "Take back")
    assert r"Call \<i\>Bo" in said(mine)


@pytest.mark.usefixtures("samples")
def test_a_question_names_its_topic(start: Start) -> None:
    window = write(coach(start, a_token()), "question", "Are nights paid?")
    window.selectbox(key="topic_page_opening").set_value("pay")
    assert press(window, "Send").success
    assert "for the next agenda" in said(start().run().switch_page(REMARKS).run())


@pytest.mark.usefixtures("samples")
def test_what_is_refused_is_said_and_stays_typed(start: Start) -> None:
    window = press(write(coach(start, a_token()), "remark", "  "), "Send")
    assert [error.value for error in window.error] == ["Write something first."]


@pytest.mark.usefixtures("samples")
def test_a_link_that_was_revoked_meanwhile_sends_nothing(start: Start) -> None:
    token = a_token()
    window = write(coach(start, token), "remark", "too late")
    with database().write() as session:
        me = the_explorer(session)
        share: Share = open_link(session, token)
        revoke_link(session, me, link_id=UUID(str(share.share_id)))
    press(window, "Send")
    assert "This link is not open" in said(window)
    assert "too late" not in said(start().run().switch_page(REMARKS).run())


@pytest.mark.usefixtures("samples")
def test_a_link_without_a_place_for_remarks_has_none(start: Start) -> None:
    window = coach(start, a_token(scope=Scope(comments=False)))
    assert not window.exception
    assert not window.text_area


@pytest.mark.usefixtures("samples")
def test_the_explorer_has_no_opening_page(start: Start) -> None:
    mine = start().run()
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        mine.switch_page("pages/sharing/opening.py")


@pytest.mark.usefixtures("samples")
def test_the_form_is_drawn_when_it_is_opened_and_what_is_half_typed_outlasts_its_closing(
    start: Start,
) -> None:
    window = coach(start, a_token())
    assert not window.text_area
    write(window, "remark", "Ask about").run()
    for screen in SCREENS:
        window.session_state[f"write_page_{screen}"] = False
    window.run()
    assert window.text_area(key="text_page_opening").value == "Ask about"
