"""The talk itself, on both engines: lines, marks, questions, begun and ended, taken back."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.talking import talking
from lib.commands.agenda import put_on_agenda
from lib.commands.interviews import save_conversation
from lib.commands.talking import add_line, begin_talk, end_talk, five_more, go_on, mark_line
from lib.commands.undo import undo
from lib.errors import Conflict, NotFound, Refused
from lib.filters import EVERYTHING
from lib.meeting.agenda import Wanted
from lib.model import AgendaItem, Interview, Note, StatusChange
from lib.queries.conversations import conversation
from lib.queries.coverage import topics_asked
from lib.queries.search import texts_found
from tests.conftest import an_explorer
from tests.factories import a_person, an_interview

ON = date(2026, 11, 30)
QUESTIONS = [("What is a day like?", "day to day"), ("What is paid?", "pay"), ("Yours?", None)]


def planned(session: Session, me: Explorer) -> UUID:
    rest = {"status": "scheduled", "planned_on": ON, "held_on": None}
    talk = an_interview(session, me, "Nurse", person=a_person("Rosa Ito"), **rest)
    asked = [Wanted(text, topic, 4, "") for text, topic in QUESTIONS]
    put_on_agenda(session, me, interview_id=talk, questions=asked)
    return talk


def write(session: Session, me: Explorer, talk: UUID, typed: str) -> UUID:
    return add_line(session, me, interview_id=talk, typed=typed, topic="pay")


def said(session: Session, me: Explorer, talk: UUID) -> list[tuple[str, str]]:
    return [(one.text, one.mark) for one in talking(session, me, EVERYTHING, talk).lines]


def ahead(session: Session, me: Explorer, talk: UUID) -> list[str]:
    return [one.text for _, one in talking(session, me, EVERYTHING, talk).ahead]


def row(session: Session, me: Explorer, talk: UUID) -> Interview:
    session.expire_all()
    return session.get_one(Interview, (me.explorer_id, talk))


def test_lines_stand_newest_first_with_moment_topic_and_mark(
    session: Session, me: Explorer
) -> None:
    talk = planned(session, me)
    for typed in ("$ by the hour", "Came over in 2014", "* Reads drawings"):
        write(session, me, talk, typed)
    wanted = [("Reads drawings", "skill"), ("Came over in 2014", ""), ("by the hour", "pay")]
    assert said(session, me, talk) == wanted
    notes = session.scalars(select(Note).order_by(Note.position)).all()
    assert [note.position for note in notes] == [0, 1, 2]
    assert all(note.said_at and note.topic == "pay" for note in notes)
    assert [line.text for line in conversation(session, me, talk).notes] == [
        "by the hour", "Came over in 2014", "Reads drawings",
    ]  # fmt: skip
    assert "Came over in 2014" in str(texts_found(session, me, EVERYTHING, "2014").to_dict())


def test_a_line_is_taken_back_alone_also_after_later_ones(session: Session, me: Explorer) -> None:
    talk = planned(session, me)
    first = write(session, me, talk, "First")
    last = write(session, me, talk, "Second")
    undo(session, me, last)
    assert said(session, me, talk) == [("First", "")]
    write(session, me, talk, "Third")
    undo(session, me, first)
    assert said(session, me, talk) == [("Third", "")]


def test_a_mark_is_changed_and_taken_back(session: Session, me: Explorer) -> None:
    talk = planned(session, me)
    write(session, me, talk, "Ask Renee")
    note = session.scalars(select(Note.id)).one()
    marking = mark_line(session, me, note_id=note, mark="person")
    assert said(session, me, talk) == [("Ask Renee", "person")]
    undo(session, me, marking)
    assert said(session, me, talk) == [("Ask Renee", "")]
    with pytest.raises(Refused):
        mark_line(session, me, note_id=note, mark="loud")


@pytest.mark.parametrize("typed", ["", "  \n ", "x" * 20_001, "NUL \x00", "half \ud800"])
def test_what_is_no_line_is_refused(session: Session, me: Explorer, typed: str) -> None:
    talk = planned(session, me)
    with pytest.raises(Refused):
        write(session, me, talk, typed)
    with pytest.raises(Refused):
        add_line(session, me, interview_id=talk, typed="Words", topic="weather")
    assert said(session, me, talk) == []


def test_a_form_that_is_open_elsewhere_is_told_and_drops_no_line(
    session: Session, me: Explorer
) -> None:
    talk = planned(session, me)
    form = conversation(session, me, talk)
    write(session, me, talk, "Said meanwhile")
    with pytest.raises(Conflict):
        save_conversation(session, me, form.model_copy(update={"takeaway": "Good"}))
    now = conversation(session, me, talk)
    save_conversation(session, me, now.model_copy(update={"takeaway": "Good"}))
    note = session.scalars(select(Note)).one()
    assert (note.text, note.topic, note.said_at is not None) == ("Said meanwhile", "pay", True)


def test_questions_go_one_by_one_and_what_was_asked_counts(session: Session, me: Explorer) -> None:
    talk = planned(session, me)
    begin_talk(session, me, interview_id=talk)
    items = session.scalars(select(AgendaItem).order_by(AgendaItem.position)).all()
    assert [bool(item.begun_at) for item in items] == [True, False, False]
    asking = go_on(session, me, item_id=items[0].id)
    go_on(session, me, item_id=items[0].id, skipped=True)
    assert ahead(session, me, talk) == ["What is paid?", "Yours?"]
    go_on(session, me, item_id=items[1].id, skipped=True)
    session.expire_all()
    assert [item.state for item in items] == ["asked", "skipped", "waiting"]
    assert [item.answered for item in items] == [True, False, False]
    end_talk(session, me, interview_id=talk, on=ON)
    asked = topics_asked(session, me, EVERYTHING).set_index("topic")["asked"]
    assert asked["day to day"] == 1
    assert asked.get("pay", 0) == 0
    undo(session, me, asking)
    assert ahead(session, me, talk) == ["What is a day like?", "Yours?"]


def test_the_first_beginning_stays_and_an_offer_makes_it_longer(
    session: Session, me: Explorer
) -> None:
    talk = planned(session, me)
    begin_talk(session, me, interview_id=talk)
    first = row(session, me, talk).begun_at
    begin_talk(session, me, interview_id=talk)
    assert row(session, me, talk).begun_at == first
    five_more(session, me, interview_id=talk)
    now = talking(session, me, EVERYTHING, talk)
    assert now.begun
    assert now.ends
    assert (now.ends - now.begun).total_seconds() == 35 * 60
    for _ in range(11):
        five_more(session, me, interview_id=talk)
    with pytest.raises(Refused):
        five_more(session, me, interview_id=talk)


def test_an_end_makes_it_held_once_and_is_taken_back(session: Session, me: Explorer) -> None:
    talk = planned(session, me)
    write(session, me, talk, "A line")
    ended = end_talk(session, me, interview_id=talk, on=ON)
    end_talk(session, me, interview_id=talk, on=date(2026, 11, 29))
    now = row(session, me, talk)
    assert (now.status, now.held_on) == ("held", ON)
    changes = session.scalars(select(StatusChange.to_status)).all()
    assert sorted(changes) == ["held", "scheduled"]
    undo(session, me, ended)
    now = row(session, me, talk)
    assert (now.status, now.ended_at) == ("scheduled", None)
    assert said(session, me, talk) == [("A line", "")]


def test_nobody_writes_in_the_talk_of_somebody_else(session: Session, me: Explorer) -> None:
    talk, stranger = planned(session, me), an_explorer(session)
    item = session.scalars(select(AgendaItem.id)).first() or uuid4()
    for do in (
        lambda: write(session, stranger, talk, "Mine now"),
        lambda: begin_talk(session, stranger, interview_id=talk),
        lambda: go_on(session, stranger, item_id=item),
        lambda: five_more(session, stranger, interview_id=talk),
        lambda: end_talk(session, stranger, interview_id=talk, on=ON),
        lambda: talking(session, stranger, EVERYTHING, talk),
    ):
        with pytest.raises(NotFound):
            do()
    assert said(session, me, talk) == []
