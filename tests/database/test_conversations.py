"""A conversation is saved as it was said, told when somebody else was faster, and taken back."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.interviews import remove_interview, save_conversation
from lib.commands.undo import undo
from lib.errors import Conflict, NotFound
from lib.filters import EVERYTHING
from lib.model import FINDINGS, Change, Interview, Note, TopicAsked
from lib.model import Explorer as ExplorerRow
from lib.queries.conversations import conversation, conversations
from lib.records import (
    AspectSaid,
    Conversation,
    NoteLine,
    OutlookSaid,
    SalarySaid,
    SkillSaid,
    StepSaid,
    TrainingSaid,
)
from lib.storage.database import Database
from tests.factories import a_conversation, a_person, an_interview


def a_full_one() -> Conversation:
    note = NoteLine(text="You need SQL from the first day.")
    return a_conversation(
        person=a_person("Dana Okafor", organisation="A county hospital"),
        notes=(note, NoteLine(text="Thirty an hour at first.", said_at="0:03:20")),
        asked=("pay", "skills", "whom next"),
        skills=[
            SkillSaid(skill="SQL", necessity="mandatory", quote=note.text, note_id=note.id),
            SkillSaid(skill="Chemistry", field="Technical writer", private=True),
        ],
        trainings=(
            TrainingSaid(name="Online course", months_low=1.5, cost_high=Decimal("399.50")),
        ),
        salaries=(SalarySaid(low=Decimal(30), currency="USD", period="hour", level="entry"),),
        aspects=(
            AspectSaid(side="upside", theme="Autonomy"),
            AspectSaid(side="downside", quote="x"),
        ),
        steps=(StepSaid(title="Junior analyst", position=1, years_low=0.5),),
        outlooks=(OutlookSaid(direction="growing"),),
        interest_before=3,
        interest_after=5,
        takeaway="Call the second name.",
    )


def test_what_was_saved_is_read_back_as_it_was_said(session: Session, me: Explorer) -> None:
    said = a_full_one()
    assert save_conversation(session, me, said) == 1
    read = conversation(session, me, said.id)
    expected = said.model_copy(update={"version": 1, "role": "analyst", "asked": read.asked})
    expected = expected.model_copy(update={"organisation": "A county hospital"})
    assert set(read.asked) == set(said.asked)
    assert without_said_as(read) == without_said_as(expected)


def without_said_as(said: Conversation) -> Conversation:
    skills = tuple(s.model_copy(update={"said_as": ""}) for s in said.skills)
    return said.model_copy(update={"skills": skills})


def test_saving_twice_writes_once(session: Session, me: Explorer) -> None:
    said = a_full_one()
    assert save_conversation(session, me, said) == 1
    before = session.scalar(select(func.count()).select_from(Change))
    assert save_conversation(session, me, said) == 1
    assert session.scalar(select(func.count()).select_from(Change)) == before


def test_a_change_raises_the_version_and_the_revision(session: Session, me: Explorer) -> None:
    said = a_full_one()
    save_conversation(session, me, said)
    revision = session.scalar(select(ExplorerRow.revision).where(ExplorerRow.id == me.explorer_id))
    changed = said.model_copy(update={"version": 1, "skills": said.skills[:1]})
    assert save_conversation(session, me, changed) == 2
    assert [s.skill for s in conversation(session, me, said.id).skills] == ["SQL"]
    session.expire_all()
    assert revision != session.scalar(
        select(ExplorerRow.revision).where(ExplorerRow.id == me.explorer_id)
    )


def test_the_second_of_two_windows_is_told_and_nothing_is_lost(
    session: Session, me: Explorer
) -> None:
    said = a_full_one()
    save_conversation(session, me, said)
    first = said.model_copy(update={"version": 1, "takeaway": "mine"})
    second = said.model_copy(update={"version": 1, "takeaway": "yours"})
    save_conversation(session, me, first)
    with pytest.raises(Conflict):
        save_conversation(session, me, second)
    assert conversation(session, me, said.id).takeaway == "mine"


def test_a_removed_conversation_comes_back_the_same(database: Database, viewer: Explorer) -> None:
    with database.write() as session:
        an_interview(session, viewer, field="Nurse")
        said = a_full_one()
        save_conversation(session, viewer, said)
        before = conversation(session, viewer, said.id)
        rows = everything(session)
    with database.write() as session:
        step = remove_interview(session, viewer, said.id)
        assert rows_left(session, said.id) == 0
    with database.write() as session:
        undo(session, viewer, step)
        assert everything(session) == rows
        after = conversation(session, viewer, said.id)
    assert after.model_copy(update={"version": before.version}) == before


def everything(session: Session) -> list[int]:
    tables: tuple[type[Any], ...] = (*FINDINGS, Interview, Note, TopicAsked)
    return [session.scalar(select(func.count()).select_from(t)) or 0 for t in tables]


def rows_left(session: Session, interview_id: UUID) -> int:
    tables: tuple[type[Any], ...] = (*FINDINGS, Note, TopicAsked)
    counts = (select(func.count()).where(t.interview_id == interview_id) for t in tables)
    return sum(session.scalar(count) or 0 for count in counts)


def test_taking_back_a_change_that_was_changed_again_is_refused(
    database: Database, viewer: Explorer
) -> None:
    with database.write() as session:
        said = a_full_one()
        save_conversation(session, viewer, said)
    for version, words in ((1, "second"), (2, "third")):
        with database.write() as session:
            changed = said.model_copy(update={"version": version, "takeaway": words})
            save_conversation(session, viewer, changed)
    with database.read() as session:
        steps = session.scalars(select(Change.step).distinct().order_by(Change.step)).all()
    with pytest.raises(Conflict), database.write() as session:
        undo(session, viewer, steps[1])
    with database.write() as session:
        undo(session, viewer, steps[2])
        undo(session, viewer, steps[1])
        assert conversation(session, viewer, said.id).takeaway == said.takeaway
        with pytest.raises(NotFound):
            undo(session, viewer, steps[1])


def test_nobody_reads_or_removes_what_is_somebody_elses(
    database: Database, viewer: Explorer
) -> None:
    from tests.conftest import an_explorer

    with database.write() as session:
        other = an_explorer(session)
        theirs = an_interview(session, other)
    with database.read() as session:
        assert conversations(session, viewer, EVERYTHING).empty
        with pytest.raises(NotFound):
            conversation(session, viewer, theirs)
    with pytest.raises(NotFound), database.write() as session:
        remove_interview(session, viewer, theirs)
    with database.read() as session:
        assert len(conversations(session, other, EVERYTHING)) == 1


def test_an_alias_leads_to_the_same_skill(session: Session, me: Explorer) -> None:
    an_interview(session, me, skills=["Microsoft Excel"])
    second = an_interview(session, me, skills=["excel"])
    assert conversation(session, me, second).skills[0].skill == "Microsoft Excel"
