"""What a coach leaves through a link: who may write and read it, how much, and what it leads to."""

import inspect
import pkgutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import Any, get_type_hints
from uuid import UUID

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from lib import commands
from lib.access.links import Scope, open_link
from lib.access.viewer import Explorer, Share, Viewer
from lib.answers.comments import Thread, anchors, threads, unread
from lib.answers.due import due
from lib.answers.preparing import preparing
from lib.answers.whom_next import whom_to_ask
from lib.commands.comments import (
    LONGEST,
    MOST_A_DAY,
    answer_comment,
    delete_comment,
    leave_comment,
    read_comments,
    resolve_comment,
)
from lib.commands.links import make_link, pause_link, revoke_link
from lib.commands.undo import undo
from lib.errors import NotFound, NotOpen, Refused
from lib.filters import EVERYTHING
from lib.model import Comment, Question
from lib.model import Share as ShareRow
from lib.queries.explorer import revision
from tests.conftest import an_explorer
from tests.factories import a_person, an_interview, field_id

TODAY = datetime.now(UTC).date()


def a_coach(
    session: Session, me: Explorer, *fields: str, label: str = "Ana", **values: Any
) -> Share:
    ids = [field_id(session, me, name) for name in fields or ("Nurse",)]
    rest: dict[str, Any] = {"scope": Scope(), "days": 30, **values}
    return open_link(session, make_link(session, me, label=label, fields=ids, **rest)[1])


@pytest.fixture
def talk(session: Session, me: Explorer) -> UUID:
    an_interview(session, me, "Cook", person=a_person("Cleo"))
    return an_interview(session, me, "Nurse", person=a_person("Ann", role="nurse"))


@pytest.fixture
def ana(session: Session, me: Explorer, talk: UUID) -> Share:
    return a_coach(session, me)


def seen(session: Session, viewer: Viewer) -> list[Thread]:
    return list(threads(session, viewer, EVERYTHING))


def leave(session: Session, share: Share, text: str = "Well done", **values: Any) -> None:
    leave_comment(session, share, **{"kind": "remark", "text": text, **values})


def writes() -> Iterator[tuple[str, Any]]:
    """Every public function of lib.commands that begins with a session."""
    for module in pkgutil.walk_packages(commands.__path__, "lib.commands."):
        loaded = import_module(module.name)
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            first = next(iter(inspect.signature(function).parameters), "")
            if function.__module__ == loaded.__name__ and first == "session" and name[0] != "_":
                yield f"{module.name}.{name}", function


def test_one_command_alone_is_for_a_link() -> None:
    found = dict(writes())
    assert len(found) > 20
    for_a_link = [
        name
        for name, write in found.items()
        if {Share, Viewer} & set(get_type_hints(write).values())
    ]
    assert for_a_link == ["lib.commands.comments.leave_comment"]


def test_a_remark_is_signed_by_the_link_and_new_to_the_explorer(
    session: Session, me: Explorer, ana: Share
) -> None:
    before = revision(session, me)
    leave(session, ana, " Ask about nights \n")
    (one,) = seen(session, me)
    assert (one.author, one.text, one.kind, one.read) == (
        "Ana",
        "Ask about nights",
        "remark",
        False,
    )
    assert unread(session, me, EVERYTHING) == 1
    assert revision(session, me) != before


def test_a_coach_reads_their_own_link_alone(session: Session, me: Explorer, ana: Share) -> None:
    ben = a_coach(session, me, label="Ben")
    leave(session, ana, "from Ana")
    leave(session, ben, "from Ben")
    (his,) = (one for one in seen(session, me) if one.author == "Ben")
    answer_comment(session, me, comment_id=UUID(his.comment_id), text="for Ben")
    assert [one.text for one in seen(session, ana)] == ["from Ana"]
    assert [[a.text for a in one.answers] for one in seen(session, ben)] == [["for Ben"]]
    assert "Ben" not in repr(seen(session, ana))


def test_another_explorer_reads_and_changes_nothing(
    session: Session, me: Explorer, ana: Share
) -> None:
    leave(session, ana)
    stranger, this = an_explorer(session), UUID(seen(session, me)[0].comment_id)
    assert seen(session, stranger) == []
    with pytest.raises(NotFound):
        answer_comment(session, stranger, comment_id=this, text="x")
    with pytest.raises(NotFound):
        resolve_comment(session, stranger, comment_id=this, resolved=True)
    with pytest.raises(NotFound):
        delete_comment(session, stranger, comment_id=this)
    read_comments(session, stranger)
    assert unread(session, me, EVERYTHING) == 1


def test_no_id_of_the_database_reaches_a_coach(
    session: Session, me: Explorer, ana: Share, talk: UUID
) -> None:
    for anchor in (f"interview/{ana.shown(talk)}", f"field/{ana.shown(next(iter(ana.fields)))}"):
        leave(session, ana, anchor=anchor)
    read = repr(seen(session, ana)) + repr(list(anchors(session, ana, EVERYTHING)))
    ids = [talk, ana.share_id, *ana.fields, *session.scalars(select(Comment.id))]
    assert [one for one in ids if str(one) in read] == []


@pytest.mark.parametrize("close", ["pause", "revoke", "end", "no remarks"])
def test_a_link_that_was_closed_meanwhile_writes_nothing(
    session: Session, me: Explorer, ana: Share, close: str
) -> None:
    this = ShareRow.id == ana.share_id
    if close == "pause":
        pause_link(session, me, link_id=ana.share_id, paused=True)
    elif close == "revoke":
        revoke_link(session, me, link_id=ana.share_id)
    elif close == "end":
        session.execute(update(ShareRow).where(this).values(expires_at=datetime.now(UTC)))
    else:
        session.execute(update(ShareRow).where(this).values(scope={"comments": False}))
    with pytest.raises((NotOpen, Refused)):
        leave(session, ana)
    assert seen(session, me) == []


def test_a_remark_is_on_what_the_link_shows_and_on_nothing_else(
    session: Session, me: Explorer, ana: Share, talk: UUID
) -> None:
    hidden = [
        an_interview(session, me, "Cook", person=a_person("Di")),
        an_interview(session, me, "Nurse", person=a_person("Ed", attribution="off the record")),
        an_interview(session, me, "Nurse", person=a_person("Flo"), status="scheduled"),
    ]
    refused = [
        *(f"interview/{ana.shown(one)}" for one in hidden),
        f"interview/{talk}",
        f"field/{ana.shown(field_id(session, me, 'Cook'))}",
        f"field/{field_id(session, me, 'Nurse')}",
        f"figure/pay/{ana.shown(field_id(session, me, 'Cook'))}",
        f"figure/pay/{field_id(session, me, 'Nurse')}",
        *("screen/links", "interview/x", "person/x", "field/", "/", "x" * 300, "figure/x"),
    ]
    for anchor in refused:
        with pytest.raises(Refused):
            leave(session, ana, anchor=anchor)
    for anchor, _ in anchors(session, ana, EVERYTHING):
        leave(session, ana, anchor=anchor)
    about = {one.about for one in seen(session, me)}
    assert {"the screen Pay", "Nurse", "Ann, Nurse, 2 March 2026"} < about
    assert "Ann" not in repr(seen(session, ana))


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": " "},
        {"text": "x" * (LONGEST + 1)},
        {"text": "nul\x00"},
        {"kind": "shout"},
        {"kind": "question"},
        {"kind": "question", "topic": "weather"},
        {"topic": "pay"},
        {"due_on": TODAY},
        {"kind": "next step", "due_on": date(2020, 1, 1)},
        {"kind": "next step", "due_on": date(9999, 1, 1)},
    ],
)
def test_what_a_widget_would_not_send_is_refused(
    session: Session, me: Explorer, ana: Share, wrong: dict[str, Any]
) -> None:
    with pytest.raises(Refused):
        leave(session, ana, **wrong)
    assert seen(session, me) == []


def test_so_many_a_day_and_no_more_of_each_link(session: Session, me: Explorer, ana: Share) -> None:
    ben = a_coach(session, me, label="Ben")
    for number in range(MOST_A_DAY):
        leave(session, ana, str(number))
    with pytest.raises(Refused, match="within a day"):
        leave(session, ana)
    leave(session, ben)
    yesterday = datetime.now(UTC) - timedelta(days=1, minutes=1)
    session.execute(update(Comment).values(made_at=yesterday))
    leave(session, ana)


def test_a_question_waits_for_the_next_agenda(
    session: Session, me: Explorer, ana: Share, talk: UUID
) -> None:
    anchor = f"interview/{ana.shown(talk)}"
    leave(session, ana, "Are nights paid?", kind="question", topic="pay", anchor=anchor)
    (question,) = session.scalars(select(Question).where(Question.explorer_id == me.explorer_id))
    assert (question.topic, question.text) == ("pay", "Are nights paid?")
    assert question.field_id == field_id(session, me, "Nurse")
    assert str(question.comment_id) == seen(session, me)[0].comment_id


def test_what_is_left_on_a_figure_is_told_in_words_and_its_field_is_kept(
    session: Session, me: Explorer, ana: Share
) -> None:
    nurse = field_id(session, me, "Nurse")
    anchor = f"figure/pay/{ana.shown(nurse)}"
    leave(session, ana, "Are nights paid?", kind="question", topic="pay", anchor=anchor)
    leave(session, ana, "Meet Bo", kind="person to meet", anchor=anchor)
    leave(session, ana, "All of it", anchor="figure/pay")
    asked = "Pay, “What is paid, and do they agree?”"
    for viewer in (me, ana):
        about = {one.text: one.about for one in seen(session, viewer)}
        assert about == {
            "Are nights paid?": f"{asked}, Nurse",
            "Meet Bo": f"{asked}, Nurse",
            "All of it": asked,
        }
        assert {one.figure for one in seen(session, viewer)} == {"pay"}
    (question,) = session.scalars(select(Question).where(Question.explorer_id == me.explorer_id))
    assert question.field_id == nurse
    talk = an_interview(session, me, "Nurse", status="scheduled", held_on=None)
    agenda = preparing(session, me, EVERYTHING, talk)
    (first,) = [one for one in agenda.proposed if one.source == "coach"]
    assert (first.text, first.why) == ("Are nights paid?", "From Ana.")
    cards = whom_to_ask(session, me, EVERYTHING).cards
    (bo,) = [one for one in cards if one.why == "coach"]
    assert (bo.who, bo.named_by, bo.field and bo.field.field) == ("Meet Bo", ("Ana",), "Nurse")


def test_an_anchor_that_a_file_brought_and_nobody_knows_is_on_nothing(
    session: Session, me: Explorer, ana: Share
) -> None:
    leave(session, ana, anchor="figure/pay")
    session.execute(update(Comment).values(anchor="figure/of/speech"))
    assert [(one.anchor, one.about, one.figure) for one in seen(session, me)] == [("", "", "")]


def test_a_next_step_with_a_day_is_due_until_it_is_settled(
    session: Session, me: Explorer, ana: Share
) -> None:
    leave(session, ana, "Call Bo", kind="next step", due_on=TODAY + timedelta(days=3))
    (one,) = due(session, me, EVERYTHING)
    assert one.words == "Ana suggests: Call Bo"
    assert due(session, ana, EVERYTHING) == ()
    this = UUID(seen(session, me)[0].comment_id)
    resolve_comment(session, me, comment_id=this, resolved=True)
    assert due(session, me, EVERYTHING) == ()
    resolve_comment(session, me, comment_id=this, resolved=False)
    assert len(due(session, me, EVERYTHING)) == 1


def test_a_link_that_ends_within_a_week_is_due(session: Session, me: Explorer, talk: UUID) -> None:
    a_coach(session, me, label="Soon", days=6)
    a_coach(session, me, label="Later", days=9)
    closed = a_coach(session, me, label="Closed", days=6)
    revoke_link(session, me, link_id=closed.share_id)
    (one,) = due(session, me, EVERYTHING)
    assert "Soon" in one.words


def test_what_is_deleted_takes_its_answers_and_question_and_comes_back(
    session: Session, me: Explorer, ana: Share
) -> None:
    leave(session, ana, kind="question", topic="pay")
    this = UUID(seen(session, me)[0].comment_id)
    answer_comment(session, me, comment_id=this, text="Thank you")
    before = seen(session, me)
    step = delete_comment(session, me, comment_id=this)
    assert seen(session, me) == []
    assert (
        session.scalars(select(Question).where(Question.explorer_id == me.explorer_id)).all() == []
    )
    undo(session, me, step)
    assert seen(session, me) == before
    assert len(session.scalars(select(Question).where(Question.comment_id == this)).all()) == 1


def test_every_press_of_the_explorer_is_read_and_can_be_taken_back(
    session: Session, me: Explorer, ana: Share
) -> None:
    leave(session, ana)
    this = UUID(seen(session, me)[0].comment_id)
    undo(session, me, read_comments(session, me))
    assert unread(session, me, EVERYTHING) == 1
    undo(session, me, answer_comment(session, me, comment_id=this, text="Yes"))
    assert unread(session, me, EVERYTHING) == 1
    with pytest.raises(Refused):
        answer_comment(session, me, comment_id=this, text=" ")
