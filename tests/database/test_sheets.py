"""A sheet is brought in once, known again, and never overwrites what is here without a word."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.interviews import remove_interview, save_conversation
from lib.commands.samples import load_samples
from lib.commands.undo import undo
from lib.errors import Refused
from lib.exporting.json_file import export_json
from lib.exporting.sheets import export_csv
from lib.importing import Plan, Report, apply, plan, read_file
from lib.model import ImportRow, Interview, Person
from lib.queries.whole import all_conversations
from lib.records import Conversation
from lib.storage.database import Database
from tests.conftest import an_explorer
from tests.factories import a_conversation, a_person, an_interview
from tests.unit.conversations_made import conversations
from tests.unit.test_sheet import plain

HEAD = "field,person,organisation,held_on,takeaway\n"
ANN = "Nurse,Ann,Acme,2026-03-02,first\n"


def compare(session: Session, viewer: Explorer, text: str | bytes, **answers: Any) -> Plan:
    content = text.encode() if isinstance(text, str) else text
    compared = plan(session, viewer, read_file("mine.csv", content), **answers)
    parts = (compared.created, compared.updated, compared.unchanged, compared.conflicts)
    assert compared.rows == sum(parts) + compared.refused
    return compared


def bring(session: Session, viewer: Explorer, text: str | bytes, **answers: Any) -> Report:
    return apply(session, viewer, compare(session, viewer, text, **answers), skip_refused=True)


def talks(session: Session, viewer: Explorer) -> list[Conversation]:
    return list(all_conversations(session, viewer))


def test_a_second_import_of_the_same_file_changes_nothing(session: Session, me: Explorer) -> None:
    first = bring(session, me, HEAD + ANN + "Nurse,Ben,Acme,2026-03-03,\n")
    assert (first.rows, first.created, first.people, first.conflicts) == (2, 2, 2, 0)
    before = export_json(session, me)
    second = bring(session, me, HEAD + ANN + "Nurse,Ben,Acme,2026-03-03,\n")
    assert (second.unchanged, second.created, second.step) == (2, 0, None)
    assert export_json(session, me) == before


def test_a_row_that_was_edited_since_is_shown_and_not_overwritten(
    session: Session, me: Explorer
) -> None:
    bring(session, me, HEAD + ANN)
    edited = HEAD + ANN.replace("first", "second")
    (difference,) = compare(session, me, edited).differences
    assert difference.columns == (("takeaway", "first", "second"),)
    bring(session, me, edited)
    assert talks(session, me)[0].takeaway == "first"
    done = bring(session, me, edited, take={difference.key})
    assert (done.updated, done.conflicts) == (1, 0)
    assert (talks(session, me)[0].takeaway, talks(session, me)[0].version) == ("second", 2)
    assert bring(session, me, edited).unchanged == 1


def test_what_was_changed_here_is_not_undone_by_the_same_file(
    session: Session, me: Explorer
) -> None:
    bring(session, me, HEAD + ANN)
    (one,) = talks(session, me)
    save_conversation(session, me, one.model_copy(update={"takeaway": "mine"}))
    assert bring(session, me, HEAD + ANN).unchanged == 1
    assert talks(session, me)[0].takeaway == "mine"


def test_a_conversation_that_was_removed_comes_again(session: Session, me: Explorer) -> None:
    bring(session, me, HEAD + ANN)
    remove_interview(session, me, talks(session, me)[0].id)
    assert bring(session, me, HEAD + ANN).created == 1


def test_taking_a_row_keeps_what_the_file_does_not_hold(session: Session, me: Explorer) -> None:
    text = "id,field,held_on,skills,notes\n7,Nurse,2026-03-02,SQL\\; Writing,You need it.\n"
    text = text.replace("\\;", ";")
    bring(session, me, text)
    (one,) = talks(session, me)
    linked = one.skills[0].model_copy(update={"note_id": one.notes[0].id, "private": True})
    more = {"skills": (linked, *one.skills[1:]), "purpose": "kept"}
    save_conversation(session, me, one.model_copy(update=more))
    edited = (
        text.replace("; Writing", "; private\nTriage")
        .replace("SQL", '"SQL')
        .replace("Triage,", 'Triage",')
    )
    done = bring(session, me, edited, take={"id 7"})
    assert done.updated == 1
    (now,) = talks(session, me)
    assert [skill.skill for skill in now.skills] == ["SQL", "Triage"]
    assert (now.skills[0].id, now.skills[0].note_id) == (one.skills[0].id, one.notes[0].id)
    assert (now.purpose, now.notes[0].id) == ("kept", one.notes[0].id)


def test_same_name_and_organisation_are_one_person(session: Session, me: Explorer) -> None:
    an_interview(session, me, person=a_person("Ann", organisation="ACME "))
    done = bring(session, me, HEAD + ANN + ANN.replace("2026-03-02", "2026-04-02"))
    assert (done.created, done.people) == (2, 0)
    assert len({talk.person.id for talk in talks(session, me)}) == 1


def test_the_same_name_alone_is_asked_and_somebody_new_without_an_answer(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, person=a_person("Ann", organisation="Other"))
    (there,) = session.scalars(select(Person.id).where(Person.explorer_id == me.explorer_id))
    compared = compare(session, me, HEAD + ANN)
    (question,) = compared.questions
    assert [one.person_id for one in question.candidates] == [there]
    assert compared.people == 1
    answered = compare(session, me, HEAD + ANN, same={question.key: there})
    assert (answered.people, answered.questions) == (0, [])
    apply(session, me, answered)
    assert {talk.person.id for talk in talks(session, me)} == {there}


def test_nobody_s_name_is_somebody_new_each_time(session: Session, me: Explorer) -> None:
    text = "field,role,held_on\nNurse,ward nurse,2026-03-02\nNurse,ward nurse,2026-03-03\n"
    done = bring(session, me, text)
    assert (done.created, done.people) == (2, 2)
    assert bring(session, me, text).unchanged == 2


def test_who_introduced_somebody_may_stand_further_down_or_nowhere(
    session: Session, me: Explorer
) -> None:
    text = (
        "field,person,held_on,introduced_by\n"
        "Nurse,Ann,2026-03-02,Ben\nNurse,Ben,2026-03-03,Zoe\nNurse,Cleo,2026-03-04,Cleo\n"
    )
    assert bring(session, me, text).people == 4
    query = select(Person).where(Person.explorer_id == me.explorer_id)
    people = {one.name: one for one in session.scalars(query)}
    assert people["Ann"].introduced_by_id == people["Ben"].id
    assert people["Ben"].introduced_by_id == people["Zoe"].id
    assert people["Zoe"].introduced_by_id is None


def test_one_of_two_of_a_name_has_to_be_said(session: Session, me: Explorer) -> None:
    text = (
        "field,person,organisation,held_on,introduced_by\n"
        "Nurse,Ann,A,2026-03-02,\nNurse,Ann,B,2026-03-02,\nNurse,Ben,C,2026-03-02,Ann\n"
    )
    compared = compare(session, me, text)
    assert [(e.row, e.column, e.value) for e in compared.errors] == [(4, "introduced_by", "Ann")]
    assert apply(session, me, compared, skip_refused=True).people == 2


def test_one_conversation_in_two_wordings_is_refused(session: Session, me: Explorer) -> None:
    compared = compare(session, me, HEAD + ANN + ANN + ANN.replace("first", "second"))
    assert (compared.created, compared.unchanged, compared.refused) == (1, 1, 1)
    assert "conversation of row 2" in compared.errors[0].message
    with pytest.raises(Refused, match="1 row was refused"):
        apply(session, me, compared)
    assert talks(session, me) == []


def test_an_import_is_one_step_that_is_taken_back(database: Database, viewer: Explorer) -> None:
    with database.write() as session:
        an_interview(session, viewer, field="Nurse")
        before = export_json(session, viewer)
        done = bring(session, viewer, HEAD + ANN + "Welder,Ben,,2026-03-03,\n")
        assert done.step
    with database.write() as session:
        undo(session, viewer, done.step)
        assert export_json(session, viewer) == before


def test_nobody_else_s_rows_are_met(session: Session, me: Explorer) -> None:
    other = an_explorer(session)
    theirs = an_interview(session, other, person=a_person("Ann", organisation="Acme"))
    text = f"id,field,person,organisation,held_on\n{theirs},Nurse,Ann,Acme,2026-03-02\n"
    assert bring(session, me, text).created == 1
    assert len(talks(session, other)) == 1
    assert [talk.id for talk in talks(session, me)] == [theirs]


def test_the_samples_come_back_from_csv(session: Session, me: Explorer) -> None:
    load_samples(session, me)
    exported = export_csv(session, me)
    assert bring(session, me, exported).unchanged == 32
    other = an_explorer(session)
    done = bring(session, other, exported)
    assert (done.created, done.people, done.errors) == (32, 31, ())
    assert export_csv(session, other) == exported
    assert [plain(talk) for talk in talks(session, other)] == [
        plain(talk) for talk in talks(session, me)
    ]


def test_no_cell_of_an_export_is_run_by_a_spreadsheet(session: Session, me: Explorer) -> None:
    evil = "=HYPERLINK(1)"
    said = a_conversation(
        evil, person=a_person("@SUM(1)", phone="+41 79"), takeaway="-2+3", skills=["=cmd"]
    )
    save_conversation(session, me, said)
    exported = export_csv(session, me)
    rows = list(csv.reader(io.StringIO(exported.decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r") and cell]
    other = an_explorer(session)
    bring(session, other, exported)
    (back,) = talks(session, other)
    assert (back.field, back.person.name, back.takeaway) == (evil, "@SUM(1)", "-2+3")


@contextmanager
def nothing_stays(database: Database) -> Iterator[tuple[Session, Explorer]]:
    with Session(database.writer) as session:
        yield session, an_explorer(session)
        session.rollback()


few = settings(max_examples=15, suppress_health_check=list(HealthCheck))


@few
@given(many=st.lists(conversations(), max_size=3))
def test_any_conversations_come_back_from_csv(
    shared_database: Database, many: list[Conversation]
) -> None:
    with nothing_stays(shared_database) as (session, me):
        for said in many:
            save_conversation(session, me, said)
        exported = export_csv(session, me)
        assert bring(session, me, exported).unchanged == len(many)
        other = an_explorer(session)
        done = bring(session, other, exported)
        assert (done.created, done.errors) == (len(many), ())
        by_id = {talk.id: plain(talk) for talk in talks(session, me)}
        assert {talk.id: plain(talk) for talk in talks(session, other)} == by_id


@few
@given(many=st.lists(conversations(), max_size=3))
def test_any_conversations_come_back_identical_from_json(
    shared_database: Database, many: list[Conversation]
) -> None:
    with nothing_stays(shared_database) as (session, me):
        for said in many:
            save_conversation(session, me, said)
        exported = export_json(session, me)
        other = an_explorer(session)
        compared = plan(session, other, read_file("a.json", exported))
        assert compared.refused == 0
        apply(session, other, compared)
        assert export_json(session, other) == exported


row = st.builds(
    "{},{},{},{},{}\n".format,
    st.sampled_from(["Nurse", "nurse", "", "Welder"]),
    st.sampled_from(["Ann", "ann ", "Ben", ""]),
    st.sampled_from(["Acme", "", "B"]),
    st.sampled_from(["2026-03-02", "2026-03-03", "soon", ""]),
    st.sampled_from(["x", "y", ""]),
)
files = st.lists(row, max_size=6).map(lambda rows: HEAD + "".join(rows))


@few
@given(first=files, second=files)
def test_every_row_of_a_file_is_counted_once(
    shared_database: Database, first: str, second: str
) -> None:
    with nothing_stays(shared_database) as (session, me):
        bring(session, me, first)
        again = compare(session, me, first)
        assert (again.created, again.conflicts) == (0, 0)
        done = bring(session, me, second)
        before = len(session.scalars(mine(me)).all())
        assert before >= done.created
        assert bring(session, me, second).created == 0


def mine(viewer: Explorer) -> Any:
    return select(Interview.id).where(Interview.explorer_id == viewer.explorer_id)


def test_what_a_file_brought_is_remembered_by_its_rows(session: Session, me: Explorer) -> None:
    bring(session, me, HEAD + ANN)
    query = select(ImportRow).where(ImportRow.explorer_id == me.explorer_id)
    (one,) = session.scalars(query)
    assert (one.source, one.row_key) == ("mine.csv", "ann|acme|nurse|2026-03-02")
    assert isinstance(one.interview_id, UUID)
