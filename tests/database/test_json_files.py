"""Our own format goes out and comes back identical; what differs or is broken is named."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.journal import Step
from lib.commands.samples import load_samples
from lib.commands.undo import undo
from lib.errors import Conflict, Refused
from lib.exporting.format import lists
from lib.exporting.json_file import export_json
from lib.ids import new_id
from lib.importing import Parsed, Plan, Report, apply, plan, read_file
from lib.importing.matching.shapes import Shape, kept_with
from lib.importing.plan_tables import references
from lib.model import (
    AgendaItem,
    CalendarEvent,
    ChecklistTick,
    Comment,
    CriterionWeight,
    DealBreaker,
    Decision,
    Draft,
    Field,
    FollowUp,
    ImportRow,
    Interview,
    Message,
    Outcome,
    Person,
    Question,
    Share,
    ShareField,
    ShareQuote,
    ShareVisit,
    Skill,
)
from lib.model import (
    Explorer as ExplorerRow,
)
from lib.model.search import search_text
from lib.storage import rows
from lib.storage.database import Database
from tests.conftest import an_explorer
from tests.factories import an_interview

NOWHERE = "It refers to a row that is neither in the file nor here."
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def read(content: bytes | dict[str, Any]) -> Parsed:
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return read_file("backup.json", text)


def bring(session: Session, viewer: Explorer, content: bytes | dict[str, Any]) -> Report:
    compared = plan(session, viewer, read(content))
    adds_up(compared)
    return apply(session, viewer, compared)


def adds_up(compared: Plan) -> None:
    parts = (compared.created, compared.updated, compared.unchanged, compared.conflicts)
    assert compared.rows == sum(parts) + compared.refused


def everything(session: Session, viewer: Explorer) -> None:
    """A row in every table, on top of the samples."""
    load_samples(session, viewer)
    step = Step(session, viewer, "Everything")
    field = session.scalars(select(Field.id).where(Field.explorer_id == viewer.explorer_id)).first()
    talk = session.scalars(
        select(Interview.id).where(Interview.explorer_id == viewer.explorer_id)
    ).all()[0]
    share = step.add(
        Share,
        label="For Ann",
        token_digest=uuid4().bytes * 2,
        secret=b"s" * 32,
        scope={"include": ["quotes"], "deep": {"n": 1.5}},
        made_at=NOW,
        expires_at=NOW + timedelta(days=90),
    )
    step.add(ShareField, share_id=share, field_id=field)
    step.add(ShareVisit, share_id=share, visited_on=NOW.date(), visits=3)
    step.add(
        ShareQuote, share_id=share, table_name="note", row_id=new_id(), column_name="text",
        wording="They said “yes”.",
    )  # fmt: skip
    first = step.add(
        Comment, share_id=share, author="Ann", kind="question", text="Why?", made_at=NOW
    )
    step.add(Comment, share_id=share, author="Ines", kind="remark", text="So.", made_at=NOW,
             parent_id=first)  # fmt: skip
    question = step.add(Question, topic="pay", text="What?", field_id=field, comment_id=first)
    here = {"interview_id": talk}
    step.add(AgendaItem, question_id=question, position=1, topic="pay", text="What?", **here)
    step.add(FollowUp, kind="thank-you", due_on=date(2026, 4, 1), owed_by="them", **here)
    someone = session.scalars(
        select(Person.id).where(Person.explorer_id == viewer.explorer_id)
    ).all()[0]
    step.add(Outcome, kind="lead", note="=1+1\n☃", person_id=someone, **here)
    step.add(Message, kind="ask", text="May I?", sent_on=date(2026, 3, 1), **here)
    when = {"starts_at": "2026-03-02T12:15", "zone": "America/Boise", "minutes": 30}
    step.add(CalendarEvent, uid="a@b", sequence=2, made_at=NOW, **when, **here)
    step.add(ChecklistTick, item="dress", ticked_at=NOW, **here)
    hours = {"zone": "Europe/Zurich", "day_begins": "08:30", "day_ends": "17:00"}
    step.change(Person, someone, working_days="1235", **hours)
    step.change(Interview, talk, begun_at=NOW, ended_at=NOW, more_minutes=5, recording="agreed")
    step.change_profile(
        about_me="I teach chemistry.", shapes=kept_with("", {"f": Shape({"bucket": "field"})})
    )
    step.add(CriterionWeight, criterion="pay", points=7)
    step.add(DealBreaker, theme="Physical strain")
    decided = {"decided_on": date(2026, 5, 1), "why": "Nobody there would do it again."}
    step.add(Decision, field_id=field, stage="not now", **decided)
    step.add(ImportRow, source="a.csv", row_key="1", digest="d", interview_id=talk)
    session.add(Draft(explorer_id=viewer.explorer_id, id=new_id(), form="x", content={}, at=NOW))


def test_everything_comes_back_identical(database: Database, viewer: Explorer) -> None:
    with database.write() as session:
        everything(session, viewer)
        content = export_json(session, viewer)
        clear(session, viewer)
        other = an_explorer(session)
        an_interview(session, other, field="Nurse")
        theirs = export_json(session, other)
    with database.write() as session:
        done = bring(session, viewer, content)
        assert (done.conflicts, done.unchanged, done.people) == (0, 0, 31)
        assert done.created == done.rows - 1
    with database.read() as session:
        assert export_json(session, viewer) == content
        assert export_json(session, other) == theirs
    with database.write() as session:
        again = bring(session, viewer, content)
        assert (again.unchanged, again.created, again.step) == (again.rows, 0, None)


def clear(session: Session, viewer: Explorer) -> None:
    """The explorer as they were before their first row."""
    session.execute(search_text.delete().where(search_text.c.explorer_id == viewer.explorer_id))
    for model in reversed(rows.models().values()):
        if model is not ExplorerRow:
            session.execute(
                rows.table(model).delete().where(model.explorer_id == viewer.explorer_id)
            )
    blank = {c.name: c.default.arg if c.default else None for c in ExplorerRow.__table__.columns
             if c.name not in ("id", "revision", "subject", "signed_out")}  # fmt: skip
    session.execute(update(ExplorerRow).where(ExplorerRow.id == viewer.explorer_id).values(**blank))


def test_the_file_holds_every_table_in_plain_plural_names(session: Session, me: Explorer) -> None:
    everything(session, me)
    content = json.loads(export_json(session, me))
    assert set(content) == {"format", "explorer", *lists()}
    assert {"fields", "people", "interviews", "topics_asked", "own_skills"} < set(content)
    assert all(content[name] for name in lists())
    assert not {"change", "draft", "changes", "drafts"} & set(content)
    assert not {"id", "subject", "signed_out", "revision"} & set(content["explorer"])


def test_a_link_that_opens_somebody_elses_data_stays_theirs(session: Session, me: Explorer) -> None:
    everything(session, me)
    other = an_explorer(session)
    compared = plan(session, other, read(export_json(session, me)))
    adds_up(compared)
    held_back = {difference.key.split("/")[0] for difference in compared.differences}
    assert held_back == {"shares", "share_fields", "share_quotes", "share_visits", "comments",
                         "questions", "agenda_items"}  # fmt: skip
    apply(session, other, compared)
    there = select(Share).where(Share.explorer_id == other.explorer_id)
    assert session.scalars(there).first() is None


def test_a_field_and_a_skill_of_the_same_name_are_the_ones_that_are_here(
    session: Session, me: Explorer
) -> None:
    other = an_explorer(session)
    an_interview(session, other, field="Data analyst", skills=["SQL"])
    an_interview(session, me, field="data analyst", skills=["SQL", "Welding"])
    done = bring(session, me, export_json(session, other))
    assert done.conflicts == 1  # the field's name is spelled otherwise
    mine = Field.explorer_id == me.explorer_id
    assert session.scalars(select(Field.name).where(mine)).all() == ["data analyst"]
    assert (
        len(session.scalars(select(Interview).where(Interview.explorer_id == me.explorer_id)).all())
        == 2
    )


def test_a_row_that_differs_is_shown_and_overwritten_only_when_taken(
    session: Session, me: Explorer
) -> None:
    talk = an_interview(session, me, skills=["SQL"], takeaway="as it was")
    content = export_json(session, me)
    step = Step(session, me, "Changed")
    step.change(Interview, talk, takeaway="as it is", version=2)
    compared = plan(session, me, read(content))
    adds_up(compared)
    (difference,) = compared.differences
    assert ("takeaway", "as it is", "as it was") in difference.columns
    assert apply(session, me, compared).step is None
    taken = plan(session, me, read(content), take={difference.key})
    adds_up(taken)
    assert apply(session, me, taken).updated == 1
    session.expire_all()
    kept = session.get(Interview, (me.explorer_id, talk))
    assert kept is not None
    assert (kept.takeaway, kept.version) == ("as it was", 3)


def test_parts_of_a_conversation_that_differs_here_are_not_mixed_in(
    session: Session, me: Explorer
) -> None:
    talk = an_interview(session, me, skills=["SQL"])
    content = json.loads(export_json(session, me))
    one = content["skill_findings"][0]
    content["skill_findings"].append({**one, "id": str(uuid4()), "quote": "new"})
    Step(session, me, "Changed").change(Interview, talk, takeaway="changed")
    done = bring(session, me, content)
    assert (done.conflicts, done.created) == (2, 0)


def test_an_import_is_taken_back_as_one_step(database: Database, viewer: Explorer) -> None:
    with database.write() as session:
        other = an_explorer(session)
        everything(session, other)
        content = json.loads(export_json(session, other))
        for name in ("shares", "share_fields", "share_quotes", "share_visits", "comments",
                     "questions", "agenda_items"):  # fmt: skip
            del content[name]
        before = export_json(session, viewer)
        done = bring(session, viewer, content)
        assert done.step
    with database.write() as session:
        undo(session, viewer, done.step)
        assert export_json(session, viewer) == before


def test_people_who_introduced_each_other_come_back(session: Session, me: Explorer) -> None:
    first, second, third = uuid4(), uuid4(), uuid4()
    step = Step(session, me, "People")
    step.add(Person, id=first, name="A", folded="a")
    step.add(Person, id=second, name="B", folded="b", introduced_by_id=first)
    step.change(Person, first, introduced_by_id=second)
    step.add(Person, id=third, name="C", folded="c", introduced_by_id=third)
    content = export_json(session, me)
    session.execute(update(Person).values(introduced_by_id=None))
    clear(session, me)
    bring(session, me, content)
    assert export_json(session, me) == content


def test_a_profile_is_taken_by_who_has_said_nothing_and_else_shown(
    session: Session, me: Explorer
) -> None:
    content = {"format": "fieldwork/1", "explorer": {"name": "Ann", "current_pay": 5_000_000}}
    assert bring(session, me, content).updated == 1
    content["explorer"] = {"name": "Bea", "applications": 3}
    an_interview(session, me)
    compared = plan(session, me, read(content))
    adds_up(compared)
    assert compared.differences[0].columns == (("name", "Ann", "Bea"),)
    apply(session, me, plan(session, me, read(content), take={"explorer"}))
    session.expire_all()
    row = session.get(ExplorerRow, me.explorer_id)
    assert row is not None
    assert (row.name, row.applications, row.current_pay) == ("Bea", 3, 5_000_000)


def test_what_leads_nowhere_is_refused_with_all_that_hangs_on_it(
    session: Session, me: Explorer
) -> None:
    other = an_explorer(session)
    an_interview(session, other, skills=["SQL"])
    content = json.loads(export_json(session, other))
    content["fields"] = []
    compared = plan(session, me, read(content))
    adds_up(compared)
    assert {error.column for error in compared.errors} == {
        "interviews.field_id", "skill_findings.interview_id", "status_changes.interview_id",
    }  # fmt: skip
    with pytest.raises(Refused, match="3 rows were refused"):
        apply(session, me, compared)
    done = apply(session, me, compared, skip_refused=True)
    assert (done.created, done.people, len(done.errors)) == (2, 1, 3)


def test_every_reference_that_leads_nowhere_is_refused_in_a_sentence(
    database: Database, viewer: Explorer
) -> None:
    with database.write() as session:
        everything(session, viewer)
        whole = json.loads(export_json(session, viewer))
        session.rollback()
    tried = set()
    for name, model in lists().items():
        for column, _ in references(model):
            row = next((one for one in whole[name] if one[column]), None)
            if row is None:
                continue
            rest = [one for one in whole[name] if one is not row]
            broken = {**whole, name: [{**row, column: str(uuid4())}, *rest]}
            with database.read() as session:
                errors = plan(session, viewer, read(broken)).errors
            assert (f"{name}.{column}", NOWHERE) in {(one.column, one.message) for one in errors}
            tried.add((name, column))
    assert {("interviews", "person_id"), ("interviews", "field_id")} < tried
    assert {("people", "introduced_by_id"), ("outcomes", "person_id")} < tried


def test_who_was_introduced_by_somebody_who_is_refused_is_refused_too(
    session: Session, me: Explorer
) -> None:
    ann, bea = str(uuid4()), str(uuid4())
    people = [
        {"id": ann, "name": "Ann", "introduced_by_id": bea},
        {"id": bea, "name": "Bea", "introduced_by_id": str(uuid4())},
        {"id": str(uuid4()), "name": "Cy"},
    ]
    compared = plan(session, me, read({"format": "fieldwork/1", "people": people}))
    assert {error.row for error in compared.errors} == {1, 2}
    apply(session, me, compared, skip_refused=True)
    assert session.scalars(select(Person.name)).all() == ["Cy"]


def test_a_skill_made_one_with_a_skill_that_is_here_by_name_leads_to_it(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, skills=["SQL"])
    here = session.scalars(select(Skill.id)).one()
    theirs = str(uuid4())
    skills = [
        {"id": str(uuid4()), "name": "Queries", "folded": "queries", "merged_into_id": theirs},
        {"id": theirs, "name": "SQL", "folded": "sql"},
    ]
    bring(session, me, {"format": "fieldwork/1", "skills": skills})
    merged = select(Skill.merged_into_id).where(Skill.name == "Queries")
    assert session.scalars(merged).one() == here


def test_a_reference_never_leads_into_somebody_elses_rows(session: Session, me: Explorer) -> None:
    other = an_explorer(session)
    an_interview(session, other)
    content = json.loads(export_json(session, other))
    theirs = content["fields"].pop()
    compared = plan(session, me, read(content))
    assert compared.errors[0].value == theirs["id"]


def test_a_plan_that_is_out_of_date_is_not_written(session: Session, me: Explorer) -> None:
    content = {"format": "fieldwork/1", "people": [{"id": str(uuid4()), "name": "Ann"}]}
    compared = plan(session, me, read(content))
    an_interview(session, me)
    with pytest.raises(Conflict):
        apply(session, me, compared)


def test_open_links_that_a_file_brings_are_counted(database: Database, viewer: Explorer) -> None:
    with database.write() as session:
        everything(session, viewer)
        content = export_json(session, viewer)
        clear(session, viewer)
        assert plan(session, viewer, read(content)).links == 1
