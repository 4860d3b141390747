"""One conversation in one place: its address, its steps, and the step Prepare."""

import io
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from lib.access.viewer import Explorer
from lib.commands.agenda import add_question
from lib.commands.explorers import the_explorer
from lib.commands.letters import letter_sent
from lib.commands.samples import load_samples
from lib.commands.settling import settle
from lib.commands.undo import undo
from lib.errors import Refused
from lib.filters import EVERYTHING
from lib.frames import records
from lib.queries.explorer import profile
from lib.queries.explorer import today as todays
from lib.queries.meeting import agenda, calendar_events, letters, meeting, ticks
from lib.records import OutlookSaid, TrainingSaid
from lib.ui import show
from lib.ui.access.session import database
from lib.ui.meeting.prepare import READY
from lib.words import CHECK_ITEMS
from tests.factories import a_person, an_interview
from tests.screens.conftest import Start

PAGE = "pages/interviews/conversation.py"


def explorer() -> Explorer:
    with database().write() as session:
        return the_explorer(session)


def planned(**values: Any) -> UUID:
    me = explorer()
    rest = {"status": "scheduled", "planned_on": date(2026, 12, 2), "held_on": None}
    who = a_person("Rosa Ito", role="Hygienist", organisation="State labor department")
    with database().write() as session:
        return an_interview(session, me, "Nurse", **{"person": who, **rest, **values})


def opened(app: AppTest, talk: UUID, step: str = "") -> AppTest:
    """The screen at this address; without a step the next one opens."""
    app.query_params["talk"] = str(talk)
    if step:
        app.query_params["step"] = step
    return run(app.switch_page(PAGE))


def run(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception, app.exception
    return app


def today() -> date:
    with database().read() as session:
        return todays(profile(session, explorer()).zone)


def words(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.subheader, app.header, app.warning)
    return "\n".join(element.value for kind in kinds for element in kind)


def letters_of(talk: UUID) -> dict[str, dict[str, Any]]:
    me = explorer()
    with database().read() as session:
        return {row["kind"]: row for row in records(letters(session, me, talk))}


def on_agenda(talk: UUID) -> list[str]:
    me = explorer()
    with database().read() as session:
        return list(agenda(session, me, talk)["text"])


def test_the_address_opens_a_conversation_and_says_whom_it_is_with(app: AppTest) -> None:
    talk = planned(starts_at="2026-12-02T12:15", zone="America/Boise", setting="office")
    opened(app, talk)
    assert [head.value for head in app.title] == ["Rosa Ito"]
    said = words(app)
    for part in ("Hygienist, State labor department", "Nurse", "Wed 2 December 2026, 12:15",
                 "at the office"):  # fmt: skip
        assert part in said


@pytest.mark.parametrize("wrong", ["nobody", "00000000-0000-7000-8000-000000000000", "' OR 1=1"])
def test_an_address_of_nothing_is_no_fault(app: AppTest, wrong: str) -> None:
    planned()
    app.query_params["talk"] = wrong
    run(app.switch_page(PAGE))
    assert [head.value for head in app.title] == ["Conversations"]
    assert ("not there any more" in words(app)) == wrong.startswith("0000")


def an_idea(**values: Any) -> UUID:
    return planned(**{"status": "idea", "planned_on": None, **values})


def test_a_message_is_proposed_written_anew_by_tone_and_marked_as_sent_once(app: AppTest) -> None:
    talk = an_idea()
    opened(app, talk)
    text = str(app.text_area(key=f"letter_ask_text_{talk}").value)
    assert "Rosa Ito" in text
    assert "not about an opening" in text
    app.button_group(key=f"letter_ask_tone_{talk}").set_value("formal")
    run(app)
    formal = str(app.text_area(key=f"letter_ask_text_{talk}").value)
    assert formal.startswith("Dear Rosa Ito")
    assert letters_of(talk)["ask"]["tone"] == "formal"
    for _ in range(2):
        press = [b for b in app.button if b.key == f"letter_ask_sent_{talk}"]
        if press:
            press[0].click()
            run(app)
    kept = letters_of(talk)["ask"]
    assert (kept["text"], kept["sent_on"].date()) == (formal, today())
    with database().read() as session:
        found = meeting(session, explorer(), talk)
    assert found.status == "requested"
    assert "Prepare" in opened(app, talk, "Ask").button_group[0].options[1]


def test_wording_that_asks_for_a_job_is_pointed_out_and_kept_as_typed(start: Start) -> None:
    app = start().run()
    talk = an_idea()
    opened(app, talk)
    app.text_area(key=f"letter_ask_text_{talk}").set_value("Hi Rosa,\n\nAre you hiring?")
    run(app)
    assert any("Are you hiring?" in one.value for one in app.warning)
    again = opened(start().run(), talk)
    assert again.text_area(key=f"letter_ask_text_{talk}").value == "Hi Rosa,\n\nAre you hiring?"


@pytest.mark.parametrize(("days", "again"), [(6, False), (7, True)])
def test_a_second_message_goes_after_a_week_and_once(app: AppTest, days: int, again: bool) -> None:
    talk = an_idea()
    first = {"kind": "ask", "tone": "plain", "length": "short", "subject": "", "text": "Hello"}
    me, on = explorer(), today() - timedelta(days=days)
    with database().write() as session:
        letter_sent(session, me, interview_id=talk, on=on, **first)
    opened(app, talk, "Ask")
    press = [b for b in app.button if b.key == f"letter_second_sent_{talk}"]
    assert bool(press) == again
    if again:
        press[0].click()
        run(app)
        assert letters_of(talk)["second"]["sent_on"].date() == today()
        assert not [b for b in app.button if b.key == f"letter_second_sent_{talk}"]
        app.button(key="no_answer").click()
        run(app)
        with database().read() as session:
            assert meeting(session, explorer(), talk).status == "no answer"
        return
    on, second = today(), {**first, "kind": "second"}
    with database().write() as session, pytest.raises(Refused, match="Wait until"):
        letter_sent(session, me, interview_id=talk, on=on, **second)


def test_the_proposed_agenda_is_taken_moved_and_fits(app: AppTest) -> None:
    talk = planned()
    opened(app, talk)
    assert on_agenda(talk) == []
    app.button(key="take_agenda").click()
    run(app)
    texts = on_agenda(talk)
    assert texts[-1] == "Whom else should I ask?"
    first = next(b for b in app.button if b.key and b.key.startswith("move_1_"))
    first.click()
    run(app)
    assert on_agenda(talk)[:2] == [texts[1], texts[0]]
    app.button(key="undo_agenda").click()
    run(app)
    assert on_agenda(talk) == texts


def test_an_agenda_that_is_too_long_says_by_how_much(app: AppTest) -> None:
    talk = planned(planned_minutes=30)
    opened(app, talk)
    app.button(key="take_agenda").click()
    run(app)
    app.number_input(key=f"frame_{talk}").set_value(20)
    run(app)
    assert any("too long" in one.value for one in app.warning)


def test_what_is_ready_is_remembered_in_another_window(start: Start) -> None:
    app = start().run()
    talk = planned()
    opened(app, talk)
    assert set(READY) == set(CHECK_ITEMS)
    for item in READY:
        app.checkbox(key=f"ready_{talk}_{item}").check()
        run(app)
    app.button(key="take_agenda").click()
    run(app)
    other = opened(start().run(), talk, "Prepare")
    assert all(other.checkbox(key=f"ready_{talk}_{item}").value for item in READY)
    bar = other.get("button_group")[0]
    told = ["✓ Ask", "✓ Prepare", "Talk", "Write up", "Thank", "Outcome"]
    assert [one.content for one in bar.proto.options] == told
    app.checkbox(key=f"ready_{talk}_dress").uncheck()
    run(app)
    with database().read() as session:
        assert set(ticks(session, explorer(), talk)["item"]) == set(READY) - {"dress"}


def test_contradictions_and_what_nobody_was_asked_are_proposed(app: AppTest) -> None:
    me = explorer()
    with database().write() as session:
        two: tuple[tuple[Any, Any], ...] = (("yes", "growing"), ("no", "shrinking"))
        for required, way in two:
            licence = TrainingSaid(name="State licence", required=required)
            told = {"trainings": (licence,), "outlooks": (OutlookSaid(direction=way),)}
            an_interview(session, me, "Nurse", person=a_person(way), **told)
    talk = planned()
    said = words(opened(app, talk))
    assert "State licence: some say it is required, others that it is not" in said
    assert "1 said required, 1 said not" in said
    assert "Some say the field grows, others that it shrinks" in said
    assert "2 people in **Nurse** heard so far" in said
    assert "They differ: **State licence** required (1), not required (1)" in said
    assert "Nobody was asked about day to day, skills, path, pay and whom next" in said


def test_a_question_of_my_own_stands_before_theirs(app: AppTest) -> None:
    talk = planned()
    opened(app, talk)
    app.button(key="take_agenda").click()
    run(app)
    app.text_area(key="own_text").set_value("May I watch for a day?")
    next(b for b in app.button if b.label == "Put it on the agenda").click()
    run(app)
    assert on_agenda(talk)[-3:-2] == ["May I watch for a day?"]


def test_everything_typed_shows_as_it_was_typed(app: AppTest) -> None:
    who = a_person("*Rosa* [x](http://a.test)", role="<b>boss</b>", how_met=":red[at a fair]")
    talk = planned(person=who)
    said = words(opened(app, talk))
    assert "[x](http" not in said
    assert ":red[at" not in said


def test_the_samples_can_be_prepared(app: AppTest) -> None:
    me = explorer()
    with database().write() as session:
        load_samples(session, me)
    from lib.queries.meeting import meetings

    with database().read() as session:
        ahead = meetings(session, me, EVERYTHING)
    talk = UUID(ahead["interview_id"][0])
    assert ahead["status"][0] in ("requested", "scheduled")
    assert "heard so far" in words(opened(app, talk))


def event_of(talk: UUID) -> dict[str, Any]:
    me = explorer()
    with database().read() as session:
        (row,) = records(calendar_events(session, me, EVERYTHING))
    assert row["interview_id"] == str(talk)
    return row


def agreed(talk: UUID, **values: Any) -> UUID:
    me = explorer()
    when = {"day": date(2026, 12, 2), "hour": time(12, 15), "zone": "Mountain Standard Time"}
    rest = {"minutes": 30, "setting": "office", "location": "Main St 1"}
    with database().write() as session:
        return settle(session, me, interview_id=talk, **{**when, **rest, **values})


def test_a_day_that_is_agreed_moved_and_called_off_keeps_its_name_with_a_higher_number(
    app: AppTest,
) -> None:
    talk = an_idea()
    opened(app, talk, "Ask")
    next(b for b in app.button if b.label == "It is agreed").click()
    run(app)
    first = event_of(talk)
    assert (first["sequence"], first["cancelled"]) == (0, False)
    agreed(talk)
    agreed(talk)
    moved = event_of(talk)
    assert (moved["uid"], moved["sequence"]) == (first["uid"], 1)
    assert (moved["starts_at"], moved["zone"]) == ("2026-12-02T12:15", "America/Denver")
    opened(app, talk, "Ask")
    app.button(key="off_True").click()
    run(app)
    off = event_of(talk)
    assert (off["uid"], off["sequence"], off["cancelled"]) == (first["uid"], 2, True)
    with database().read() as session:
        assert meeting(session, explorer(), talk).status == "moved"


def test_an_hour_that_does_not_exist_is_refused_and_nothing_is_kept(app: AppTest) -> None:
    talk = an_idea()
    with pytest.raises(Refused, match="does not exist"):
        agreed(talk, day=date(2026, 3, 8), hour=time(2, 30), zone="America/Boise")
    with database().read() as session:
        assert meeting(session, explorer(), talk).status == "idea"


def test_another_talk_at_the_same_time_is_named(app: AppTest) -> None:
    other = an_idea(person=a_person("Bea"))
    agreed(other, zone="Europe/Zurich", hour=time(20, 30))
    talk = an_idea()
    agreed(talk)
    opened(app, talk, "Ask")
    assert any("At the same time: Bea" in one.value for one in app.warning)


def test_the_page_to_print_holds_what_stands_when_it_is_pressed(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: dict[str, Any] = {}
    monkeypatch.setattr(
        show, "download_button", lambda label, content, *a, **k: made.update({label: content})
    )
    talk = planned(setting="office", place="#Main $St 1")
    opened(app, talk)
    agreed(talk, location="Room *7*")
    assert list(made) == ["One page to print", "For the telephone"]
    for content in made.values():
        (page,) = PdfReader(io.BytesIO(content())).pages
        said = page.extract_text()
        for part in ("Rosa Ito", "Whom else should I ask?", "At the office: Room *7*"):
            assert part in said


def labelled(app: AppTest, kind: str, label: str) -> Any:
    found: list[Any] = list(app.get(kind))
    return next(one for one in found if one.label == label)


def keep_hours(app: AppTest, begins: time, ends: time, days: list[int], zone: str) -> AppTest:
    labelled(app, "time_input", "From").set_value(begins)
    labelled(app, "time_input", "To").set_value(ends)
    labelled(app, "text_input", "Their time zone").set_value(zone)
    labelled(app, "button_group", "On").set_value(days)
    labelled(app, "button", "Keep their hours").click()
    return run(app)


def test_the_message_offers_times_within_the_working_day_of_the_host(app: AppTest) -> None:
    talk = an_idea()
    opened(app, talk, "Ask")
    text = app.text_area(key=f"letter_ask_text_{talk}").value
    assert "at 10:00" in str(text)
    keep_hours(app, time(17, 15), time(20), [2, 4], "W. Europe Standard Time")
    text = str(app.text_area(key=f"letter_ask_text_{talk}").value)
    assert text.count("at 17:15") == 3
    assert [day for day in ("Monday", "Wednesday", "Friday", "Saturday") if day in text] == []
    assert any("17:15 to 20:00, Tuesday and Thursday" in one.label for one in app.expander)
    assert labelled(app, "text_input", "Time zone there").value == "Europe/Berlin"
    app.text_area(key=f"letter_ask_text_{talk}").set_value("Hello Rosa")
    run(app)
    keep_hours(app, time(8), time(12), [1], "Europe/Berlin")
    assert app.text_area(key=f"letter_ask_text_{talk}").value == "Hello Rosa"


@pytest.mark.parametrize(
    ("days", "zone", "hour", "outside"),
    [
        ([3], "America/Denver", time(12, 15), False),
        ([1, 2, 4, 5], "America/Denver", time(12, 15), True),
        ([3], "America/New_York", time(12, 15), False),
        ([3], "America/New_York", time(15), True),
        ([3], "America/Denver", time(15), False),
    ],
)
def test_an_hour_outside_their_working_day_is_told_by_their_clock(
    app: AppTest, days: list[int], zone: str, hour: time, outside: bool
) -> None:
    """15:00 in Denver is 17:00 in New York; 2 December 2026 is a Wednesday."""
    talk = an_idea()
    agreed(talk, hour=hour)
    keep_hours(opened(app, talk, "Ask"), time(9), time(17), days, zone)
    assert ("Outside their working day (9:00 to 17:00" in words(app)) == outside
    app.button(key="undo_when").click()
    run(app)
    assert "Outside" not in words(app)


@pytest.mark.parametrize(
    ("ends", "days", "zone", "says"),
    [
        (time(8), [1], "", "before it ends"),
        (time(17), [], "", "days on which"),
        (time(17), [1], "CET or so", "no time zone"),
    ],
)
def test_hours_that_are_none_are_refused(
    app: AppTest, ends: time, days: list[int], zone: str, says: str
) -> None:
    talk = an_idea()
    opened(app, talk, "Ask")
    keep_hours(app, time(9), ends, days, zone)
    assert any(says in one.value for one in app.error)
    with database().read() as session:
        assert meeting(session, explorer(), talk).working_days is None


def test_a_file_that_holds_another_agenda_has_a_higher_number_and_undo_never_a_lower_one(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: dict[str, Any] = {}
    monkeypatch.setattr(
        show, "download_button", lambda label, content, *a, **k: made.update({label: content})
    )
    me, talk = explorer(), an_idea()
    agreed(talk)
    opened(app, talk, "Ask")

    def taken() -> tuple[int, str]:
        whole: Any = Calendar.from_ical(made["Calendar file"]())
        (event,) = whole.walk("VEVENT")
        assert event["UID"] == f"{talk}@fieldwork"
        assert len(event.walk("VALARM")) == 1
        return int(event["SEQUENCE"]), str(event.get("DESCRIPTION", ""))

    assert [taken(), taken()] == [(0, ""), (0, "")]
    with database().write() as session:
        added = add_question(session, me, interview_id=talk, text="One?", topic="pay", minutes=3)
    assert [taken(), taken()] == [(1, "One?"), (1, "One?")]
    moved = agreed(talk, hour=time(14))
    assert taken() == (2, "One?")
    with database().write() as session:
        undo(session, me, moved)
    assert taken() == (3, "One?")
    assert event_of(talk)["starts_at"] == "2026-12-02T12:15"
    with database().write() as session:
        undo(session, me, added)
    assert taken() == (4, "")
