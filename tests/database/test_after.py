"""What comes after a conversation is noted once, may be taken back, and refuses what is none."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.thanks import to_thank
from lib.commands import after
from lib.commands.forgetting import forget_person
from lib.commands.undo import undo
from lib.errors import NotFound, Refused
from lib.filters import EVERYTHING
from lib.model import FollowUp, Interview, Message, Outcome, StatusChange
from lib.queries.search import texts_found
from tests.conftest import an_explorer
from tests.factories import a_person, an_interview

TODAY = date(2026, 11, 23)


def rows(session: Session, me: Explorer, model: Any) -> list[dict[str, Any]]:
    query = select(model.__table__).where(model.explorer_id == me.explorer_id)
    return [dict(row) for row in session.execute(query.order_by(model.id)).mappings()]


def test_a_letter_is_noted_once_however_often_it_is_pressed(session: Session, me: Explorer) -> None:
    talk = an_interview(session, me)
    first = after.thanked(session, me, interview_id=talk, on=TODAY)
    after.thanked(session, me, interview_id=talk, on=TODAY + timedelta(days=3))
    assert [(row["kind"], row["done_on"]) for row in rows(session, me, FollowUp)] == [
        ("thank-you", TODAY)
    ]
    undo(session, me, first)
    assert rows(session, me, FollowUp) == []


def test_the_words_of_a_letter_that_was_sent_are_kept_found_and_forgotten(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann Lee")
    talk = an_interview(session, me, person=ann)
    words = {"text": "Dear Ann,\n\nthe soldering stays with me.", "length": "short"}
    step = after.thanked(session, me, interview_id=talk, on=TODAY, **words)
    after.thanked(session, me, interview_id=talk, on=TODAY, text="Another")
    (row,) = rows(session, me, Message)
    assert (row["kind"], row["text"], row["sent_on"]) == ("thank", words["text"], TODAY)
    assert to_thank(session, me, talk).sent == words["text"]
    assert list(texts_found(session, me, EVERYTHING, "soldering")["kind"]) == ["letter"]
    undo(session, me, step)
    assert rows(session, me, Message) == []
    after.thanked(session, me, interview_id=talk, on=TODAY, **words)
    forget_person(session, me, person_id=ann.id, keep_findings=True)
    assert rows(session, me, Message) == []
    assert len(texts_found(session, me, EVERYTHING, "soldering")) == 0


def test_a_letter_that_was_put_off_is_the_one_that_is_sent(session: Session, me: Explorer) -> None:
    talk = an_interview(session, me)
    owed: dict[str, Any] = {"kind": "thank-you", "text": "", "due_on": TODAY}
    after.promise(session, me, interview_id=talk, **owed)
    after.thanked(session, me, interview_id=talk, on=TODAY)
    assert [row["done_on"] for row in rows(session, me, FollowUp)] == [TODAY]


def test_a_promise_is_ticked_opened_again_and_taken_out(session: Session, me: Explorer) -> None:
    talk = an_interview(session, me)
    owed: dict[str, Any] = {
        "kind": "check in",
        "text": " Say how  the course went ",
        "due_on": TODAY,
    }
    after.promise(session, me, interview_id=talk, **owed)
    (row,) = rows(session, me, FollowUp)
    assert (row["text"], row["due_on"]) == ("Say how  the course went", TODAY)
    after.done(session, me, follow_up_id=row["id"], on=TODAY)
    after.done(session, me, follow_up_id=row["id"], on=TODAY + timedelta(days=2))
    assert rows(session, me, FollowUp)[0]["done_on"] == TODAY
    after.done(session, me, follow_up_id=row["id"], on=None)
    assert rows(session, me, FollowUp)[0]["done_on"] is None
    step = after.take_out_promise(session, me, follow_up_id=row["id"])
    assert rows(session, me, FollowUp) == []
    undo(session, me, step)
    assert rows(session, me, FollowUp) == [{**row, "done_on": None}]


def test_a_planned_talk_was_held_and_its_history_says_so(session: Session, me: Explorer) -> None:
    talk = an_interview(session, me, status="scheduled", held_on=None, planned_on=TODAY)
    step = after.was_held(session, me, interview_id=talk, on=TODAY)
    after.was_held(session, me, interview_id=talk, on=TODAY - timedelta(days=9))
    (row,) = rows(session, me, Interview)
    assert (row["status"], row["held_on"], row["version"]) == ("held", TODAY, 2)
    moves = [(one["from_status"], one["to_status"]) for one in rows(session, me, StatusChange)]
    assert moves == [(None, "scheduled"), ("scheduled", "held")]
    undo(session, me, step)
    assert rows(session, me, Interview)[0]["status"] == "scheduled"


def test_what_a_talk_led_to_is_noted_and_taken_out(session: Session, me: Explorer) -> None:
    talk = an_interview(session, me)
    came: dict[str, Any] = {"kind": "lead", "happened_on": TODAY, "note": "A post in spring"}
    after.led_to(session, me, interview_id=talk, **came)
    (row,) = rows(session, me, Outcome)
    assert {name: row[name] for name in came} == came
    step = after.take_out_outcome(session, me, outcome_id=row["id"])
    assert rows(session, me, Outcome) == []
    undo(session, me, step)
    assert rows(session, me, Outcome) == [row]


SOON = date.today() + timedelta(days=9)
REFUSED: list[tuple[Callable[..., UUID], dict[str, Any]]] = [
    (after.was_held, {"on": SOON}),
    (after.thanked, {"on": date(1492, 1, 1)}),
    (after.promise, {"kind": "check in", "text": "   ", "due_on": None}),
    (after.promise, {"kind": "a loan", "text": "Ten", "due_on": None}),
    (after.promise, {"kind": "check in", "text": "x" * 2_001, "due_on": None}),
    (after.promise, {"kind": "check in", "text": "Soon", "due_on": date(2525, 1, 1)}),
    (after.led_to, {"kind": "a loan", "happened_on": None}),
    (after.led_to, {"kind": "lead", "happened_on": SOON}),
    (after.led_to, {"kind": "lead", "happened_on": None, "note": "x" * 2_001}),
]


@pytest.mark.parametrize(("command", "values"), REFUSED)
def test_what_a_browser_would_not_send_is_refused(
    session: Session, me: Explorer, command: Callable[..., UUID], values: dict[str, Any]
) -> None:
    talk = an_interview(session, me, status="scheduled", held_on=None)
    with pytest.raises(Refused):
        command(session, me, interview_id=talk, **values)
    assert rows(session, me, FollowUp) == rows(session, me, Outcome) == []


WAYS: list[tuple[Callable[..., UUID], dict[str, Any]]] = [
    (after.was_held, {"on": TODAY}),
    (after.thanked, {"on": TODAY}),
    (after.promise, {"kind": "check in", "text": "Soon", "due_on": None}),
    (after.led_to, {"kind": "lead", "happened_on": TODAY}),
]


@pytest.mark.parametrize(("command", "values"), WAYS)
def test_nothing_hangs_on_a_conversation_of_somebody_else_or_on_none(
    session: Session, me: Explorer, command: Callable[..., UUID], values: dict[str, Any]
) -> None:
    theirs = an_interview(session, an_explorer(session))
    for talk in (theirs, uuid4()):
        with pytest.raises(NotFound):
            command(session, me, interview_id=talk, **values)
