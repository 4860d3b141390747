"""What is due stands on Overview and in the navigation; one press ends each, and takes it back."""

from datetime import date, timedelta
from typing import Any

from streamlit.testing.v1 import AppTest

from lib.access.viewer import Explorer
from lib.answers.due import due, waiting
from lib.answers.thanks import to_thank
from lib.commands import after
from lib.commands.drafts import keep_draft
from lib.commands.letters import letter_sent
from lib.filters import EVERYTHING
from lib.queries.conversations import conversation
from lib.ui.access.session import database
from tests.factories import a_person, an_interview
from tests.screens.conftest import Start
from tests.screens.test_explore import opened, words

OVERVIEW = "pages/explore/overview.py"


def days_ago(days: int) -> date:
    return date.today() - timedelta(days=days)


def titled(me: Explorer) -> int:
    with database().read() as session:
        return len(due(session, me, EVERYTHING))


def press(app: AppTest, kind: str) -> None:
    next(one for one in app.button if (one.key or "").startswith(f"due_{kind}_")).click().run()
    assert not app.exception, app.exception


def test_each_is_done_with_one_press_and_taken_back(app: AppTest, engine: str) -> None:
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        held = an_interview(session, me, "Nurse", person=a_person("Ann"), held_on=days_ago(3))
        owed: dict[str, Any] = {
            "kind": "check in",
            "text": "Say how *it* went",
            "due_on": days_ago(1),
        }
        after.promise(session, me, interview_id=held, **owed)
        planned: dict[str, Any] = {
            "status": "scheduled",
            "held_on": None,
            "planned_on": days_ago(2),
        }
        an_interview(session, me, "Nurse", person=a_person("Bea"), **planned)
    opened(app, OVERVIEW)
    assert titled(me) == 3
    press(app, "promise")
    assert titled(me) == 2
    assert "Done." in words(app)
    next(one for one in app.button if one.key == "undo_due").click().run()
    assert titled(me) == 3
    press(app, "talk")
    assert titled(me) == 3, "the talk was held, and a letter is due for it"
    press(app, "letter")
    press(app, "letter")
    press(app, "promise")
    assert titled(me) == 0
    assert "What is due?" not in words(app)


def test_a_letter_that_was_begun_is_kept_as_it_was_left(app: AppTest) -> None:
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        talk = an_interview(session, me, person=a_person("Ann"), held_on=days_ago(1))
        keep_draft(session, me, f"thank/{talk}", {"text": "Dear Ann, thanks", "length": "short"})
    opened(app, OVERVIEW)
    press(app, "letter")
    with database().read() as session:
        assert to_thank(session, me, talk).sent == "Dear Ann, thanks"


def test_notes_open_where_they_are_written_and_the_talk_was_held(app: AppTest) -> None:
    me: Explorer = app.session_state["me"]
    hour = {"starts_at": f"{days_ago(1)}T10:00", "zone": "UTC", "setting": "office"}
    rest: dict[str, Any] = {"status": "scheduled", "held_on": None, "planned_on": days_ago(1)}
    with database().write() as session:
        talk = an_interview(session, me, "Nurse", person=a_person("Ann"), **rest, **hour)
    opened(app, OVERVIEW)
    press(app, "notes")
    with database().read() as session:
        assert conversation(session, me, talk).status == "held"
    assert "The same day" in [one.value for one in app.header]


def test_the_navigation_counts_as_many_as_are_due_by_today(app: AppTest) -> None:
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        for days in (3, 0, -1, -5):
            rest: dict[str, Any] = {"status": "scheduled", "planned_on": days_ago(days)}
            rest["held_on"] = None
            an_interview(session, me, person=a_person(f"Ann {days}"), **rest)
        talk = an_interview(session, me, person=a_person("Bea"), status="idea", held_on=None)
        sent: dict[str, Any] = {"tone": "plain", "length": "short", "subject": "", "text": "Dear"}
        letter_sent(session, me, interview_id=talk, kind="ask", on=days_ago(20), **sent)
    opened(app, OVERVIEW)
    assert "What is due? :small[3 by today]" in [one.value for one in app.subheader]
    with database().read() as session:
        assert waiting(session, me, EVERYTHING) == 3
    press(app, "request")
    assert "What is due? :small[2 by today]" in [one.value for one in app.subheader]


def test_a_long_list_is_whole_behind_a_press(app: AppTest) -> None:
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        for place in range(9):
            an_interview(session, me, person=a_person(f"Ann {place}"), held_on=days_ago(2))
    opened(app, OVERVIEW)
    assert "Ann 5" in words(app)
    assert "Ann 8" not in words(app)
    assert [one.label for one in app.expander if "more" in one.label] == ["3 more"]


def test_two_windows_press_the_same(start: Start) -> None:
    first, second = start().run(), start().run()
    me: Explorer = first.session_state["me"]
    with database().write() as session:
        an_interview(session, me, person=a_person("Ann"), held_on=days_ago(2))
    for window in (first, second):
        opened(window, OVERVIEW)
    press(first, "letter")
    press(second, "letter")
    assert titled(me) == 0
