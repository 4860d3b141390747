"""What comes after a conversation is noted once, may be taken back, and refuses what is none."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.came_of_it import came_of_it, of_one_talk
from lib.answers.preparing import preparing
from lib.answers.thanks import to_thank
from lib.answers.whom_next import whom_to_ask
from lib.answers.written_up import written_up
from lib.commands import after
from lib.commands.agenda import add_question
from lib.commands.forgetting import forget_person
from lib.commands.talking import go_on
from lib.commands.undo import undo
from lib.errors import NotFound, Refused
from lib.filters import EVERYTHING
from lib.model import FollowUp, Interview, Message, Outcome, Person, StatusChange
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


def test_an_introduction_names_whom_and_they_stand_in_whom_next(
    session: Session, me: Explorer
) -> None:
    ann, cy = a_person("Ann"), a_person("Cy")
    talk = an_interview(session, me, "Nurse", person=ann, held_on=TODAY)
    an_interview(session, me, "Cook", person=cy, held_on=TODAY)
    came: dict[str, Any] = {"kind": "introduction", "happened_on": TODAY}
    step = after.led_to(session, me, interview_id=talk, named="  Renee  Sol ", **came)
    (card,) = [one for one in whom_to_ask(session, me, EVERYTHING).cards if one.person_id]
    assert (card.who, card.why, card.named_by) == ("Renee Sol", "named", ("Ann",))
    assert card.field
    assert card.field.field == "Nurse"
    words = f"an introduction to Renee Sol on {TODAY:%-d %B %Y}"
    assert [said for _, said in of_one_talk(session, me, talk)] == [words]
    undo(session, me, step)
    assert not [one for one in whom_to_ask(session, me, EVERYTHING).cards if one.person_id]
    after.led_to(session, me, interview_id=talk, person_id=cy.id, **came)
    (row,) = rows(session, me, Outcome)
    assert row["person_id"] == cy.id
    by = {one["name"]: one["introduced_by_id"] for one in rows(session, me, Person)}
    assert by == {"Ann": None, "Cy": ann.id}
    with pytest.raises(Refused):
        after.led_to(session, me, interview_id=talk, person_id=ann.id, **came)


def test_an_introduction_counts_once_whichever_talk_it_is_noted_of(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann")
    an_interview(session, me, "Nurse", person=ann, held_on=TODAY - timedelta(days=9))
    second = an_interview(session, me, "Nurse", person=ann, held_on=TODAY)
    came: dict[str, Any] = {"kind": "introduction", "happened_on": TODAY, "named": "Renee"}
    after.led_to(session, me, interview_id=second, **came)
    section = came_of_it(session, me, EVERYTHING)
    assert section
    assert section.sentence.startswith("**2 conversations** led to 1 introduction.")


def test_what_i_think_of_it_is_kept_one_by_one_and_taken_back(
    session: Session, me: Explorer
) -> None:
    talk = an_interview(session, me, "Nurse", held_on=TODAY)
    for about, said in (("interest_after", 4), ("talked", 1), ("takeaway", " More  than pay ")):
        step = after.think_of(session, me, interview_id=talk, about=about, said=said)
    now = written_up(session, me, EVERYTHING, talk)
    assert (now.interest, now.talked, now.takeaway) == (4, 1, "More  than pay")
    assert now.over_time == "a quarter (23 Nov)."
    undo(session, me, step)
    assert written_up(session, me, EVERYTHING, talk).takeaway == ""
    for about, wrong in (("interest_after", 6), ("talked", -1), ("talked", "half"), ("status", 1)):
        with pytest.raises(Refused):
            after.think_of(session, me, interview_id=talk, about=about, said=wrong)


def test_how_much_i_talked_is_told_in_order_and_summed_up_from_three_talks_on(
    session: Session, me: Explorer
) -> None:
    days = [(2, 3), (1, 0), (0, 2), (3, 1)]
    for back, quarters in days:
        on = TODAY - timedelta(days=back)
        talk = an_interview(session, me, person=a_person("Ann"), held_on=on, talked=quarters)
    an_interview(session, me, person=a_person("Bea"), held_on=TODAY)
    an_interview(session, an_explorer(session), held_on=TODAY, talked=4)
    assert written_up(session, me, EVERYTHING, talk).over_time == (
        "a quarter (20 Nov), three quarters (21 Nov), hardly (22 Nov), half (23 Nov). "
        "You mostly listened in 2 of 4 talks."
    )


def test_what_was_not_answered_stays_open_for_the_next_talk_of_the_field(
    session: Session, me: Explorer
) -> None:
    talk = an_interview(session, me, "Nurse", person=a_person("Ann"), held_on=TODAY)
    add_question(session, me, interview_id=talk, text="Is it on call?", topic="pay", minutes=3)
    ((item, text),) = written_up(session, me, EVERYTHING, talk).open
    assert text == "Is it on call?"
    rest: dict[str, Any] = {"status": "idea", "held_on": None, "planned_minutes": 60}
    coming = an_interview(session, me, "Nurse", person=a_person("Bea"), **rest)
    assert "Is it on call?" in [
        one.text for one in preparing(session, me, EVERYTHING, coming).proposed
    ]
    go_on(session, me, item_id=UUID(item))
    assert written_up(session, me, EVERYTHING, talk).open == ()
    assert "Is it on call?" not in [
        one.text for one in preparing(session, me, EVERYTHING, coming).proposed
    ]


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
