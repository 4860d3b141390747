"""What is due: in which order, on whose clock, in which fields, and never to a link."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.due import due, waiting
from lib.answers.due_talks import Due
from lib.answers.overview import overview
from lib.commands import after
from lib.commands.letters import letter_answered, letter_sent, no_answer
from lib.commands.talking import add_line
from lib.commands.undo import undo
from lib.filters import EVERYTHING, Filters
from lib.ids import new_id
from lib.model import Explorer as ExplorerRow
from lib.model import Field, FollowUp, Interview, StatusChange
from tests.conftest import an_explorer
from tests.factories import a_link, a_person, an_interview, field_id

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def planned(session: Session, me: Explorer, days: int | None, **values: Any) -> UUID:
    on = None if days is None else TODAY + timedelta(days=days)
    usual = {"status": "scheduled", "person": a_person("Ann"), "held_on": None, "planned_on": on}
    return an_interview(session, me, **{**usual, **values})


def requested(session: Session, me: Explorer, days_ago: int, **values: Any) -> UUID:
    interview = planned(session, me, None, status="requested", **values)
    at = datetime.combine(TODAY - timedelta(days=days_ago), time(12), UTC)
    here = StatusChange.interview_id == interview
    session.execute(update(StatusChange).where(here).values(at=at))
    return interview


def owed(session: Session, me: Explorer, interview: UUID, **values: Any) -> None:
    usual = {"kind": "thank-you", "due_on": TODAY}
    row = FollowUp(id=new_id(), explorer_id=me.explorer_id, interview_id=interview)
    for name, value in {**usual, **values}.items():
        setattr(row, name, value)
    session.add(row)
    session.flush()


def found(
    session: Session, me: Explorer, filters: Filters = EVERYTHING, moment: datetime = NOON
) -> tuple[Due, ...]:
    return due(session, me, filters, moment)


def test_the_longest_overdue_comes_first_and_what_has_no_day_last(
    session: Session, me: Explorer
) -> None:
    held = an_interview(session, me, person=a_person("Bea"))
    owed(session, me, held, text="The book she named", kind="send something", due_on=None)
    planned(session, me, 3)
    planned(session, me, -2)
    requested(session, me, 30)
    owed(session, me, held)
    assert [
        (one.on and (one.on - TODAY).days, one.overdue, one.words) for one in found(session, me)
    ] == [
        (-16, True, "Ann, Data analyst: asked on 24 October, no answer for 30 days"),
        (-2, True, "Ann, Data analyst: was planned. Was it held?"),
        (0, False, "Bea, Data analyst: Thank-you"),
        (3, False, "Ann, Data analyst: talk"),
        (None, False, "Bea, Data analyst: Send something: The book she named"),
    ]


def test_what_is_done_held_declined_or_a_strangers_is_not_due(
    session: Session, me: Explorer
) -> None:
    held = an_interview(session, me)
    owed(session, me, held, done_on=TODAY)
    for status in ("declined", "cancelled", "held"):
        planned(session, me, 1, status=status, held_on=TODAY - timedelta(days=40))
    stranger = an_explorer(session)
    planned(session, stranger, 1)
    owed(session, stranger, an_interview(session, stranger))
    assert found(session, me) == ()


@pytest.mark.parametrize(("days", "count"), [(13, 0), (14, 1)])
def test_a_request_is_due_after_two_weeks(
    session: Session, me: Explorer, days: int, count: int
) -> None:
    requested(session, me, days)
    assert len(found(session, me)) == count


def test_a_request_with_a_day_stands_once(session: Session, me: Explorer) -> None:
    requested(session, me, 20, planned_on=TODAY + timedelta(days=4))
    (one,) = found(session, me)
    assert "no answer for 20 days" in one.words


def test_an_hour_is_read_on_the_clock_of_the_explorer(session: Session, me: Explorer) -> None:
    session.execute(
        update(ExplorerRow).where(ExplorerRow.id == me.explorer_id).values(zone="Asia/Tokyo")
    )
    where = {"starts_at": "2026-11-24T20:00", "zone": "America/Chicago"}
    planned(session, me, 1, **where)
    (one,) = found(session, me)
    words = "Ann, Data analyst: talk at 11:00 (20:00 in Chicago)"
    assert (one.on, one.words) == (date(2026, 11, 25), words)


def test_fields_and_stages_narrow_it_and_the_days_held_do_not(
    session: Session, me: Explorer
) -> None:
    planned(session, me, 1, field="Nurse")
    held = an_interview(session, me, "Cook", held_on=date(2026, 3, 1))
    owed(session, me, held)
    nurse = Filters(fields=(field_id(session, me, "Nurse"),))
    assert [one.words for one in found(session, me, nurse)] == ["Ann, Nurse: talk"]
    assert len(found(session, me, Filters(since=date(2026, 9, 1)))) == 2
    mine = Field.explorer_id == me.explorer_id
    session.execute(update(Field).where(mine, Field.name == "Cook").values(stage="not now"))
    assert [one.words for one in found(session, me, Filters(stages=("open",)))] == [
        "Ann, Nurse: talk"
    ]
    assert overview(session, me, nurse).planned == 1
    assert overview(session, me, Filters(stages=("not now",))).planned == 0
    assert overview(session, me, Filters(since=date(2026, 9, 1))).planned == 1


def test_a_link_knows_of_nothing_that_is_due(session: Session, me: Explorer) -> None:
    planned(session, me, 1)
    owed(session, me, an_interview(session, me))
    link = a_link(session, me, "Data analyst")
    assert due(session, link, EVERYTHING) == ()
    assert waiting(session, link, EVERYTHING) == 0


def test_a_long_list_is_complete(session: Session, me: Explorer) -> None:
    for days in range(8):
        planned(session, me, days)
    assert len(found(session, me)) == 8


def test_the_count_is_of_what_is_due_by_today(session: Session, me: Explorer) -> None:
    held = an_interview(session, me, person=a_person("Bea"))
    owed(session, me, held, due_on=None, kind="check in")
    for days in (-3, 0, 1, 20):
        planned(session, me, days)
    assert waiting(session, me, EVERYTHING, NOON) == 2


@pytest.mark.parametrize(
    ("days_ago", "found_on"), [(0, 1), (1, 0), (2, -1), (30, -29), (31, None), (400, None)]
)
def test_a_letter_is_due_within_a_day_and_not_asked_for_after_a_month(
    session: Session, me: Explorer, days_ago: int, found_on: int | None
) -> None:
    held_on = TODAY - timedelta(days=days_ago)
    an_interview(session, me, person=a_person("Bea"), held_on=held_on)
    told = [((one.on or TODAY) - TODAY).days for one in found(session, me)]
    assert told == ([] if found_on is None else [found_on])
    assert [one.words for one in found(session, me)] == [
        "Bea, Data analyst: letter of thanks" for _ in told
    ]
    assert [one.overdue for one in found(session, me)] == [day < 0 for day in told]


def test_a_letter_put_off_stands_once_and_one_for_a_sample_never(
    session: Session, me: Explorer
) -> None:
    talk = an_interview(session, me, held_on=TODAY)
    owed(session, me, talk, due_on=TODAY + timedelta(days=5))
    assert [(one.press, one.on) for one in found(session, me)] == [
        ("promise", TODAY + timedelta(days=5))
    ]
    made_up = an_interview(session, me, held_on=TODAY)
    session.execute(update(Interview).where(Interview.id == made_up).values(sample=True))
    assert len(found(session, me)) == 1


def test_one_press_each_ends_it_and_can_be_taken_back(session: Session, me: Explorer) -> None:
    talk = planned(session, me, -2)
    held = an_interview(session, me, held_on=TODAY, person=a_person("Bea"))
    owed(session, me, held, kind="check in", text="Word")
    assert [one.press for one in found(session, me)] == ["talk", "promise", "letter"]
    (promised,) = (UUID(one.of) for one in found(session, me) if one.press == "promise")
    after.done(session, me, follow_up_id=promised, on=TODAY)
    step = after.thanked(session, me, interview_id=held, on=TODAY)
    assert [one.press for one in found(session, me)] == ["talk"]
    undo(session, me, step)
    assert [one.press for one in found(session, me)] == ["talk", "letter"]
    after.was_held(session, me, interview_id=talk, on=TODAY - timedelta(days=2))
    assert [(one.press, one.overdue) for one in found(session, me)] == [
        ("letter", True),
        ("letter", False),
    ]


AT_TEN: dict[str, Any] = {
    **{"starts_at": "2026-11-23T10:00", "zone": "UTC", "planned_minutes": 30, "setting": "office"},
}


@pytest.mark.parametrize(
    ("hour", "minute", "told"),
    [
        (9, 0, ("", False, "Ann, Data analyst: talk at 10:00")),
        (10, 29, ("", False, "Ann, Data analyst: talk at 10:00")),
        (10, 30, ("notes", False, "talked until 10:30, notes by 11:30 while they are fresh")),
        (11, 30, ("notes", False, "talked until 10:30, notes by 11:30 while they are fresh")),
        (11, 31, ("notes", True, "talked until 10:30, notes by 11:30 while they are fresh")),
    ],
)
def test_notes_are_due_within_the_hour_of_a_talks_end(
    session: Session, me: Explorer, hour: int, minute: int, told: tuple[str, bool, str]
) -> None:
    planned(session, me, 0, **AT_TEN)
    (one,) = found(session, me, moment=NOON.replace(hour=hour, minute=minute))
    assert (one.press, one.overdue, one.on, one.now) == (*told[:2], TODAY, True)
    assert one.words.endswith(told[2])


def test_notes_stay_due_until_something_is_noted_and_interest_is_asked_that_day(
    session: Session, me: Explorer
) -> None:
    talk = planned(session, me, 0, **AT_TEN)
    after.was_held(session, me, interview_id=talk, on=TODAY)
    after.thanked(session, me, interview_id=talk, on=TODAY)
    assert [one.press for one in found(session, me)] == ["notes"]
    add_line(session, me, interview_id=talk, typed="On call", topic=None)
    (one,) = found(session, me)
    assert (one.press, one.step, one.overdue) == ("notes", "Write up", False)
    assert "interest" in one.words
    assert found(session, me, moment=NOON + timedelta(days=1)) == ()
    after.think_of(session, me, interview_id=talk, about="interest_after", said=4)
    assert found(session, me) == ()


def test_nobody_is_asked_for_the_notes_of_a_talk_without_an_hour_or_of_last_month(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, held_on=TODAY, person=a_person("Bea"))
    assert [one.press for one in found(session, me)] == ["letter"]
    talk = planned(session, me, 0, **AT_TEN)
    after.was_held(session, me, interview_id=talk, on=TODAY)
    after.thanked(session, me, interview_id=talk, on=TODAY)
    presses = [one.press for one in found(session, me, moment=NOON + timedelta(days=7))]
    assert presses == ["notes", "letter"]
    assert [one.press for one in found(session, me, moment=NOON + timedelta(days=8))] == ["letter"]


LETTER: dict[str, Any] = {"tone": "plain", "length": "short", "subject": "A", "text": "Dear Ann"}


def test_a_request_waits_a_week_for_an_answer_and_a_second_message_another(
    session: Session, me: Explorer
) -> None:
    talk = planned(session, me, None, status="idea")
    sent = {"interview_id": talk, **LETTER}

    def told(days: int) -> list[tuple[str, str, bool]]:
        there = found(session, me, moment=NOON + timedelta(days=days))
        return [(one.press, one.words.partition(": ")[2], one.overdue) for one in there]

    letter_sent(session, me, kind="ask", on=TODAY, **sent)
    once = "asked on 23 November, no answer for 7 days; you may write once more"
    assert told(6) == []
    assert told(7) == [("request", once, False)]
    letter_sent(session, me, kind="second", on=TODAY + timedelta(days=8), **sent)
    assert told(14) == []
    assert told(16) == [("request", "asked on 1 December, no answer for 8 days", True)]
    letter_answered(session, me, interview_id=talk, kind="second", on=TODAY + timedelta(days=9))
    assert told(16) == [("", "answered on 2 December, agree on a day", True)]
    no_answer(session, me, interview_id=talk)
    assert told(16) == []


def test_what_was_moved_waits_for_a_day_and_an_idea_for_its_asking(
    session: Session, me: Explorer
) -> None:
    planned(session, me, -3, status="idea")
    planned(session, me, -9, status="moved")
    told = [(one.press, one.words.partition(": ")[2], one.step) for one in found(session, me)]
    assert sorted(told) == [
        ("", "moved, another day is to be found", "Ask"),
        ("asked", "meant to be asked", "Ask"),
    ]


@pytest.mark.parametrize("starts_at", ["2026-02-31T10:00", "2026-13-01T10:00"])
def test_an_hour_that_is_none_leaves_the_day(
    session: Session, me: Explorer, starts_at: str
) -> None:
    interview = planned(session, me, 1)
    here = Interview.id == interview
    session.execute(update(Interview).where(here).values(starts_at=starts_at, zone="Mars/North"))
    (one,) = found(session, me)
    assert (one.on, one.words) == (TODAY + timedelta(days=1), "Ann, Data analyst: talk")
