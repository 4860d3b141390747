"""The board by status, and a move with what it needs."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers import board as answers
from lib.answers.board import COLUMNS, board
from lib.commands import after
from lib.commands.moving import move_to
from lib.commands.undo import undo
from lib.errors import NotFound, Refused
from lib.filters import EVERYTHING
from lib.model import Interview, StatusChange
from tests.conftest import an_explorer
from tests.factories import a_person, an_interview

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "today", lambda zone: TODAY)


def talk(session: Session, me: Explorer, name: str, status: str, **values: Any) -> UUID:
    usual = {"person": a_person(name), "status": status, "held_on": None}
    return an_interview(session, me, "Nurse", **{**usual, **values})


def held(session: Session, me: Explorer, name: str, days_ago: int) -> UUID:
    return talk(session, me, name, "held", held_on=TODAY - timedelta(days=days_ago))


def names(session: Session, me: Explorer) -> dict[str, list[str]]:
    return {
        name: [c.person for c in cards] for name, cards in board(session, me, EVERYTHING).items()
    }


def row(session: Session, me: Explorer, talk: UUID) -> Interview:
    session.expire_all()
    return session.get_one(Interview, (me.explorer_id, talk))


def test_each_conversation_stands_in_one_column(session: Session, me: Explorer) -> None:
    for status in ("idea", "requested", "no answer", "moved", "declined", "cancelled"):
        talk(session, me, status, status)
    talk(session, me, "late", "scheduled", planned_on=TODAY - timedelta(days=1))
    talk(session, me, "soon", "scheduled", planned_on=TODAY)
    held(session, me, "new", 2)
    held(session, me, "old", 31)
    sent = held(session, me, "thanked", 3)
    after.thanked(session, me, interview_id=sent, on=TODAY)
    talk(session, an_explorer(session), "stranger", "idea")
    assert names(session, me) == {
        **{"To ask": ["idea"], "Asked": ["requested", "no answer"]},
        **{"Planned": ["late", "soon", "moved"], "Talked": ["new"]},
        "Complete": ["thanked", "old"],
    }
    late = {card.person for name in COLUMNS for card in board(session, me, EVERYTHING)[name]
            if card.late}  # fmt: skip
    assert late == {"late", "moved", "new"}


def test_agreed_needs_a_day_and_takes_a_place(session: Session, me: Explorer) -> None:
    asked = talk(session, me, "Ann", "requested", starts_at="2026-11-25T10:00", zone="UTC")
    with pytest.raises(Refused):
        move_to(session, me, interview_id=asked, status="scheduled")
    on = TODAY + timedelta(days=9)
    step = move_to(session, me, interview_id=asked, status="scheduled", on=on, where=" Room 4 ")
    found = row(session, me, asked)
    assert (found.status, found.planned_on, found.place) == ("scheduled", on, "Room 4")
    assert (found.starts_at, found.version) == (None, 2)
    move_to(session, me, interview_id=asked, status="scheduled", on=on, where="Room 4")
    assert row(session, me, asked).version == 2
    moves = select(StatusChange.to_status).where(StatusChange.interview_id == asked)
    assert list(session.scalars(moves.order_by(StatusChange.id))) == ["requested", "scheduled"]
    undo(session, me, step)
    assert row(session, me, asked).status == "requested"


def test_an_hour_on_the_day_that_was_agreed_stays(session: Session, me: Explorer) -> None:
    asked = talk(session, me, "Ann", "requested", starts_at="2026-11-25T10:00", zone="UTC")
    move_to(session, me, interview_id=asked, status="scheduled", on=date(2026, 11, 25))
    assert row(session, me, asked).starts_at == "2026-11-25T10:00"


def test_held_needs_a_day_that_has_come_and_stays_held(session: Session, me: Explorer) -> None:
    planned = talk(session, me, "Ann", "scheduled")
    for on in (None, date.today() + timedelta(days=9)):
        with pytest.raises(Refused):
            move_to(session, me, interview_id=planned, status="held", on=on)
    move_to(session, me, interview_id=planned, status="held", on=TODAY)
    assert row(session, me, planned).held_on == TODAY
    with pytest.raises(Refused):
        move_to(session, me, interview_id=planned, status="requested")


@pytest.mark.parametrize("status", ["", "thanked", "HELD"])
def test_a_status_that_is_none_is_refused(session: Session, me: Explorer, status: str) -> None:
    with pytest.raises(Refused):
        move_to(session, me, interview_id=talk(session, me, "Ann", "idea"), status=status)


def test_nobody_moves_what_is_somebody_elses(session: Session, me: Explorer) -> None:
    theirs = talk(session, an_explorer(session), "Ann", "idea")
    with pytest.raises(NotFound):
        move_to(session, me, interview_id=theirs, status="requested")
