"""What is due: in which order, on whose clock, in which fields, and never to a link."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers import due as answers
from lib.answers.due import Due, due, waiting
from lib.answers.overview import overview
from lib.commands import after
from lib.commands.undo import undo
from lib.filters import EVERYTHING, Filters
from lib.ids import new_id
from lib.model import Explorer as ExplorerRow
from lib.model import Field, FollowUp, Interview, StatusChange
from tests.conftest import an_explorer
from tests.factories import a_link, a_person, an_interview, field_id

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "today", lambda zone: TODAY)


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


def found(session: Session, me: Explorer, filters: Filters = EVERYTHING) -> tuple[Due, ...]:
    return due(session, me, filters)


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
    assert waiting(session, me, EVERYTHING) == 2


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


@pytest.mark.parametrize("starts_at", ["2026-02-31T10:00", "2026-13-01T10:00"])
def test_an_hour_that_is_none_leaves_the_day(
    session: Session, me: Explorer, starts_at: str
) -> None:
    interview = planned(session, me, 1)
    here = Interview.id == interview
    session.execute(update(Interview).where(here).values(starts_at=starts_at, zone="Mars/North"))
    (one,) = found(session, me)
    assert (one.on, one.words) == (TODAY + timedelta(days=1), "Ann, Data analyst: talk")
