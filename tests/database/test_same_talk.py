"""A row is known by what it says: whatever the file is called, and whoever typed it first."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.imported import what_it_did
from lib.commands.interviews import save_conversation
from lib.commands.undo import undo
from lib.errors import Conflict
from lib.filters import EVERYTHING
from lib.frames import records
from lib.importing import Plan, apply, plan, read_file
from lib.model import Person
from lib.queries.history import changes
from lib.queries.whole import all_conversations
from lib.records import Conversation
from lib.storage.database import Database
from tests.database.test_sheets import nothing_stays
from tests.factories import a_person, an_interview

HEAD = "field,person,organisation,status,held_on,takeaway\n"


def compared(session: Session, me: Explorer, text: str, name: str = "a.csv", **more: Any) -> Plan:
    made = plan(session, me, read_file(name, text.encode()), **more)
    parts = (made.created, made.updated, made.unchanged, made.conflicts, made.refused)
    assert made.rows == sum(parts)
    return made


def bring(session: Session, me: Explorer, text: str, name: str = "a.csv", **more: Any) -> Plan:
    made = compared(session, me, text, name, **more)
    apply(session, me, made, skip_refused=True)
    return made


def talks(session: Session, me: Explorer) -> list[Conversation]:
    return list(all_conversations(session, me))


def test_the_same_rows_under_another_name_add_nothing(session: Session, me: Explorer) -> None:
    text = HEAD + "Baker,Uma Lind,Crumb,held,2026-02-01,rise early\nBaker,,Crumb,idea,,\n"
    bring(session, me, text, "sheet.csv")
    again = compared(session, me, text, "sheet (1).csv")
    assert (again.created, again.unchanged) == (0, 2)


def test_a_talk_typed_by_hand_is_known_in_a_file(session: Session, me: Explorer) -> None:
    an_interview(
        session, me, "Baker", person=a_person("Uma Lind", organisation="Crumb"),
        held_on="2026-02-01",
    )  # fmt: skip
    text = "field,person,organisation,held_on\nbaker,Uma Lind,Crumb,2026-02-01\n"
    made = compared(session, me, text)
    assert (made.created, made.unchanged) == (0, 1)


def test_a_later_export_with_more_columns_doubles_nothing(session: Session, me: Explorer) -> None:
    bring(session, me, "field,person,held_on\nBaker,Uma Lind,2026-02-01\nBaker,Ole Brun,\n")
    more = (
        "field,person,organisation,held_on\nBaker,Uma Lind,Crumb,2026-02-01\nBaker,Ole Brun,Oven,\n"
    )
    made = compared(session, me, more, "b.csv")
    assert (made.created, made.conflicts) == (0, 2)
    assert {one.columns[0][0] for one in made.differences} == {"organisation"}


def test_one_who_was_asked_and_then_talked_moved_on(session: Session, me: Explorer) -> None:
    bring(session, me, HEAD + "Baker,Uma Lind,Crumb,requested,,\n")
    later = HEAD + "Baker,Uma Lind,Crumb,held,2026-03-20,\n"
    made = compared(session, me, later, "b.csv")
    assert (made.created, made.conflicts) == (0, 1)
    bring(session, me, later, "b.csv", take={made.differences[0].key})
    (one,) = talks(session, me)
    assert (one.status, str(one.held_on)) == ("held", "2026-03-20")
    assert compared(session, me, later, "c.csv").unchanged == 1
    first = compared(session, me, HEAD + "Baker,Uma Lind,Crumb,requested,,\n", "d.csv")
    assert (first.created, first.unchanged) == (0, 1), "what it was before is remembered"


def test_a_row_of_another_day_than_one_held_is_a_second_talk(
    session: Session, me: Explorer
) -> None:
    bring(session, me, HEAD + "Baker,Uma Lind,Crumb,held,2026-03-01,\n")
    made = bring(session, me, HEAD + "Baker,Uma Lind,Crumb,held,2026-03-20,\n", "b.csv")
    assert (made.created, made.people) == (1, 0)


def test_a_row_takes_none_that_another_row_has(session: Session, me: Explorer) -> None:
    head = "field,person,organisation,status,planned_on,held_on\n"
    bring(session, me, head + "Baker,Uma Lind,Crumb,scheduled,2026-05-01,\n")
    both = head + (
        "Baker,Uma Lind,Crumb,held,,2026-03-20\nBaker,Uma Lind,Crumb,scheduled,2026-05-01,\n"
    )
    made = compared(session, me, both, "b.csv")
    assert (made.created, made.unchanged) == (1, 1)


def test_two_that_wait_are_not_guessed_between(session: Session, me: Explorer) -> None:
    head = "field,person,organisation,status,planned_on\n"
    bring(session, me, head + "Baker,Uma,Crumb,scheduled,2026-05-01\n"
                              "Baker,Uma,Crumb,scheduled,2026-06-01\n")  # fmt: skip
    made = compared(session, me, head + "Baker,Uma,Crumb,scheduled,2026-07-01\n", "b.csv")
    assert made.created == 1


def test_two_hours_of_one_day_are_two_talks(session: Session, me: Explorer) -> None:
    head = "field,person,organisation,held_on,starts_at\n"
    two = head + (
        "Baker,Uma,Crumb,2026-03-01,2026-03-01T09:00\nBaker,Uma,Crumb,2026-03-01,2026-03-01T15:00\n"
    )
    made = bring(session, me, two)
    assert (made.created, made.people) == (2, 1)
    assert compared(session, me, two, "b.csv").unchanged == 2
    plain = "field,person,organisation,held_on\nBaker,Uma,Crumb,2026-03-01\n"
    assert compared(session, me, plain, "c.csv").created == 0


def test_numbers_of_another_file_are_no_names(session: Session, me: Explorer) -> None:
    head = "id,field,person,held_on\n"
    bring(session, me, head + "1,Baker,Uma,2026-03-01\n2,Baker,Ole,2026-03-02\n")
    made = compared(session, me, head + "1,Welder,Ida,2026-04-01\n", "b.csv")
    assert made.created == 1
    anew = head + "1,Baker,Ole,2026-03-02\n2,Baker,Uma,2026-03-01\n"
    again = compared(session, me, anew)
    assert (again.created, again.unchanged) == (0, 2), "numbered anew, the same talks"


def test_a_day_away_and_a_status_never_contradict(session: Session, me: Explorer) -> None:
    text = "id,field,person,held_on\n1,Baker,Uma,2026-03-01\n"
    bring(session, me, text)
    off = "id,field,person,status\n1,Baker,Uma,cancelled\n"
    made = compared(session, me, off)
    bring(session, me, off, take={made.differences[0].key})
    (one,) = talks(session, me)
    assert (one.status, one.held_on) == ("cancelled", None)
    held = "id,field,person,held_on\n1,Baker,Uma,2026-03-09\n"
    bring(session, me, held, take={"id 1"})
    assert talks(session, me)[0].status == "held"
    gone = "id,field,person,held_on,takeaway\n1,Baker,Uma,,x\n"
    bring(session, me, gone, take={"id 1"})
    (one,) = talks(session, me)
    assert (one.status, one.held_on, one.takeaway) == ("idea", None, "x")


SHARED = "field,person,organisation,email,held_on\n"


def test_one_address_under_two_names_is_a_question(session: Session, me: Explorer) -> None:
    bring(session, me, SHARED + "Baker,Uma Lind,Crumb,uma@crumb.example,2026-03-01\n")
    other = SHARED + "Baker,U. Lindqvist,Crumb,uma@crumb.example,2026-04-01\n"
    asked = compared(session, me, other, "b.csv")
    (question,) = asked.questions
    assert [one.name for one in question.candidates] == ["Uma Lind"]
    there = question.candidates[0].person_id
    same = compared(session, me, other, "b.csv", same={question.key: there})
    assert (same.people, same.questions, len(same.answered)) == (0, [], 1)
    somebody_else = compared(session, me, other, "b.csv", same={question.key: None})
    assert (somebody_else.people, somebody_else.questions) == (1, [])
    assert len(somebody_else.answered) == 1


@pytest.mark.parametrize("shared", ["info@crumb.example", "office@crumb.example"])
def test_a_mailbox_of_the_house_is_nobody_s(session: Session, me: Explorer, shared: str) -> None:
    bring(session, me, SHARED + f"Baker,Uma Lind,Crumb,{shared},2026-03-01\n")
    made = compared(session, me, SHARED + f"Baker,Ole Brun,Crumb,{shared},2026-04-01\n", "b.csv")
    assert (made.people, made.questions) == (1, [])


def test_an_own_address_makes_a_moved_person_the_same(session: Session, me: Explorer) -> None:
    bring(session, me, SHARED + "Baker,Uma Lind,Crumb,uma@lind.example,2026-03-01\n")
    moved = SHARED + "Baker,Uma Lind,Oven,uma@lind.example,2026-04-01\n"
    made = compared(session, me, moved, "b.csv")
    assert (made.people, made.questions) == (0, [])


def test_somebody_known_at_an_earlier_place_is_the_same(session: Session, me: Explorer) -> None:
    text = "field,person,organisation,organisation_now,held_on\n"
    bring(session, me, text + "Baker,Uma Lind,Crumb,Oven,2026-03-01\n")
    again = "field,person,organisation,held_on\nBaker,Uma Lind,Crumb,2026-05-01\n"
    made = bring(session, me, again, "b.csv")
    assert (made.created, made.people, made.questions) == (1, 0, [])


def test_an_answer_finds_the_talk_that_is_here_already(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Baker", person=a_person("Uma Lind", organisation="Oven"),
                 held_on="2026-03-01")  # fmt: skip
    text = SHARED + "Baker,Uma Lind,Crumb,,2026-03-01\n"
    (question,) = compared(session, me, text).questions
    answered = compared(session, me, text, same={question.key: question.candidates[0].person_id})
    assert (answered.created, answered.conflicts, answered.people) == (0, 1, 0)


row = st.builds(
    "{},{},{},{},{},{}\n".format,
    st.sampled_from(["Baker", "Cook"]),
    st.sampled_from(["Uma", "uma ", "Ole", ""]),
    st.sampled_from(["Crumb", "", "Oven"]),
    st.sampled_from(["", "requested", "held"]),
    st.sampled_from(["2026-03-02", "2026-03-03", ""]),
    st.sampled_from(["x", "y", ""]),
)


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(row, max_size=6))
def test_no_file_adds_anything_twice_under_any_name(
    shared_database: Database, rows: list[str]
) -> None:
    with nothing_stays(shared_database) as (session, me):
        text = HEAD + "".join(rows)
        bring(session, me, text)
        people = session.scalars(select(Person.id).where(Person.explorer_id == me.explorer_id))
        before = (len(talks(session, me)), len(people.all()))
        again = bring(session, me, text, "other.csv")
        people = session.scalars(select(Person.id).where(Person.explorer_id == me.explorer_id))
        assert (again.created, again.conflicts) == (0, 0)
        assert (len(talks(session, me)), len(people.all())) == before


def test_what_was_edited_here_is_still_known(session: Session, me: Explorer) -> None:
    bring(session, me, HEAD + "Baker,Uma,Crumb,held,2026-03-01,mine\n")
    (one,) = talks(session, me)
    assert isinstance(one.id, UUID)
    save_conversation(session, me, one.model_copy(update={"takeaway": "edited"}))
    made = compared(session, me, HEAD + "Baker,Uma,Crumb,held,2026-03-01,mine\n", "b.csv")
    assert made.unchanged == 1


def test_taking_a_file_back_never_takes_what_was_typed_since(
    session: Session, me: Explorer
) -> None:
    made = compared(session, me, HEAD + "Baker,Uma,Crumb,held,2026-03-01,\n")
    step = apply(session, me, made).step
    assert step
    (one,) = talks(session, me)
    save_conversation(session, me, one.model_copy(update={"takeaway": "typed since"}))
    with pytest.raises(Conflict, match="later change back first"):
        undo(session, me, step)
    assert talks(session, me)[0].takeaway == "typed since"


def test_the_history_says_all_that_a_file_did(session: Session, me: Explorer) -> None:
    text = "field,person,held_on,skills\n" + "".join(
        f"Baker,Person {n},2026-03-0{n},Dough\n" for n in range(1, 4)
    )
    bring(session, me, text)
    (line,) = records(changes(session, me, EVERYTHING))
    assert what_it_did(line) == ": 3 conversations, 3 people, 1 field and 1 skill added"
