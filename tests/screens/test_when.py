"""When and where on the screen: hours that come twice, the way there, what is taken back."""

from datetime import date, time
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from lib.commands.settling import settle
from lib.commands.undo import undo
from lib.exporting.calendar_file import export_calendar
from lib.importing import read_file
from lib.model import CalendarEvent, Interview
from lib.ui import show
from lib.ui.access.session import database
from tests.factories import a_person
from tests.screens.conftest import Start
from tests.screens.test_conversation import (
    agreed,
    an_idea,
    event_of,
    explorer,
    labelled,
    opened,
    run,
    words,
)

NIGHT: dict[str, Any] = {"day": date(2026, 10, 25), "hour": time(2, 30), "zone": "Europe/Zurich"}
TWICE = "2:30 comes twice"


def kept(talk: UUID) -> Interview:
    me = explorer()
    with database().read() as session:
        return session.get_one(Interview, (me.explorer_id, talk))


def fill(app: AppTest, **more: Any) -> AppTest:
    said = {**NIGHT, **more}
    labelled(app, "date_input", "Day").set_value(said["day"])
    labelled(app, "time_input", "Hour, by their clock").set_value(said["hour"])
    labelled(app, "text_input", "Time zone there").set_value(said["zone"])
    return agree(app)


def agree(app: AppTest) -> AppTest:
    labelled(app, "button", "It is agreed").click()
    return run(app)


def which(app: AppTest) -> list[Any]:
    found: list[Any] = list(app.get("button_group"))
    return [one for one in found if TWICE in one.label]


@pytest.mark.parametrize(("second", "utc"), [(False, "00:30"), (True, "01:30")])
def test_an_hour_that_comes_twice_is_asked_kept_and_read_back(
    app: AppTest, second: bool, utc: str
) -> None:
    me, talk = explorer(), an_idea()
    fill(opened(app, talk, "Ask"))
    assert kept(talk).status == "idea"
    (asked,) = which(app)
    asked.set_value(second)
    agree(app)
    now = kept(talk)
    assert (now.status, now.starts_at, now.fold) == ("scheduled", "2026-10-25T02:30", int(second))
    assert event_of(talk)["fold"] == int(second)
    assert f"02:30, the {'second' if second else 'first'} of the two" in words(app)
    opened(app, talk, "Ask")
    (asked,) = which(app)
    assert asked.value == second
    with database().read() as session:
        content = export_calendar(session, me)
    whole: Any = Calendar.from_ical(content)
    (event,) = whole.walk("VEVENT")
    assert f"{event['DTSTART'].dt:%H:%M %Z}" == f"{utc} UTC"
    (row,) = read_file("a.ics", content, yes="all").content.rows  # type: ignore[union-attr]
    assert (row.said.starts_at, row.said.zone) == ("2026-10-25T02:30", "Europe/Zurich")


def test_an_hour_that_comes_once_asks_nothing(app: AppTest) -> None:
    talk = an_idea()
    fill(opened(app, talk, "Ask"), hour=time(3, 30))
    assert (which(app), kept(talk).starts_at) == ([], "2026-10-25T03:30")


def test_the_way_is_asked_clashes_and_says_when_to_set_out(start: Start) -> None:
    app = start().run()
    agreed(an_idea(person=a_person("Bea")), hour=time(13, 15), zone="Europe/Zurich")
    talk = an_idea()
    agreed(talk, hour=time(12, 15), zone="Europe/Zurich")
    opened(app, talk, "Ask")
    assert "At the same time" not in words(app)
    labelled(app, "number_input", "Minutes of the way, each way").set_value(35)
    agree(app)
    assert kept(talk).travel_minutes == 35
    assert "At the same time: Bea (the way there and back counted)." in words(app)
    zurich_as_utc = "10:30"
    assert f"Set out at {zurich_as_utc}: 35 minutes of way, ten early" in words(
        opened(start().run(), talk, "Prepare")
    )
    opened(app, talk, "Ask")
    labelled(app, "selectbox", "How you meet").set_value("video")
    agree(app)
    assert kept(talk).travel_minutes == 0
    assert "At the same time" not in words(app)


def test_a_talk_that_was_written_down_with_its_hour_clashes_too(app: AppTest) -> None:
    when = {"starts_at": "2026-12-02T12:30", "zone": "America/Denver", "status": "scheduled"}
    an_idea(person=a_person("Bea"), planned_on=date(2026, 12, 2), planned_minutes=20, **when)
    talk = an_idea()
    agreed(talk)
    assert "At the same time: Bea" in words(opened(app, talk, "Ask"))


def test_a_file_that_left_is_called_off_when_the_day_is_taken_back_and_its_number_goes_on(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: dict[str, Any] = {}
    monkeypatch.setattr(
        show, "download_button", lambda label, content, *a, **k: made.update({label: content})
    )
    me, talk = explorer(), an_idea()

    def numbered(label: str) -> tuple[int, str]:
        whole: Any = Calendar.from_ical(made[label]())
        (event,) = whole.walk("VEVENT")
        assert event["UID"] == f"{talk}@fieldwork"
        return int(event["SEQUENCE"]), str(event["STATUS"])

    first = agreed(talk)
    opened(app, talk, "Ask")
    assert numbered("Calendar file") == (0, "CONFIRMED")
    with database().write() as session:
        back = undo(session, me, first)
    assert kept(talk).status == "idea"
    made.clear()
    opened(app, talk, "Ask")
    assert numbered("Calendar file that calls it off") == (1, "CANCELLED")
    agreed(talk, hour=time(15))
    opened(app, talk, "Ask")
    assert numbered("Calendar file") == (2, "CONFIRMED")
    assert back


def test_a_day_of_which_no_file_left_is_taken_back_without_a_trace(app: AppTest) -> None:
    me, talk = explorer(), an_idea()
    step = agreed(talk)
    with database().write() as session:
        undo(session, me, step)
        assert session.scalars(select(CalendarEvent)).all() == []
        again = settle(session, me, interview_id=talk, **NIGHT, second=True, minutes=30,
                       setting="office", location="")  # fmt: skip
        undo(session, me, again)
        assert session.get_one(Interview, (me.explorer_id, talk)).fold == 0
