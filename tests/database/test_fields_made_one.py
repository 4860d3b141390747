"""Two fields made one: all that was said of either counts as if it had one name from the start."""

from typing import Any

import pytest
from hypothesis import given
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.links import Scope
from lib.access.viewer import Explorer
from lib.commands.fields import MOVED, joined, merge_fields
from lib.commands.interviews import save_conversation
from lib.commands.links import make_link
from lib.commands.undo import undo
from lib.errors import Conflict, NotFound, Refused
from lib.filters import EVERYTHING
from lib.model import Base, Change, Comment, Field, Interview, ShareField
from lib.queries.conversations import conversation
from lib.queries.history import changes
from lib.queries.whole import all_rows
from lib.records import Conversation
from lib.storage import rows
from lib.storage.database import Database
from tests.conftest import an_explorer
from tests.database.test_properties import FEW, picture, talks
from tests.database.whole_explorer import SHARED, UNSHARED, a_whole_explorer
from tests.factories import an_interview, field_id

NURSE, COOK, WELDER = "Nurse", "Cook", "Welder"


def in_one(said: Conversation) -> Conversation:
    """What was said of a cook, said of a nurse."""
    parts = {
        kind: tuple(
            one.model_copy(update={"field": NURSE if one.field == COOK else one.field})
            for one in getattr(said, kind)
        )
        for kind in ("skills", "trainings", "salaries", "aspects", "steps", "outlooks")
    }
    return said.model_copy(update={**parts, "field": NURSE if said.field == COOK else said.field})


def an_explorer_with(session: Session, said: list[Conversation], planned: list[str]) -> Explorer:
    me = an_explorer(session)
    for field in planned:
        an_interview(session, me, field, status="scheduled")
    for one in said:
        save_conversation(session, me, one)
    return me


@FEW
@given(talks())
def test_merged_fields_count_as_if_they_had_one_name_and_undo_parts_them(
    shared_database: Database, said: list[Conversation]
) -> None:
    with Session(shared_database.writer) as session:
        me = an_explorer_with(session, [in_one(one) for one in said], [NURSE, NURSE, WELDER])
        once = picture(session, me)
        session.rollback()
    with Session(shared_database.writer) as session:
        me = an_explorer_with(session, said, [NURSE, COOK, WELDER])
        before = picture(session, me)
        step = merge(session, me, COOK, into=NURSE)
        assert picture(session, me) == once
        undo(session, me, step)
        assert picture(session, me) == before
        session.rollback()


def merge(session: Session, me: Explorer, other: str, *, into: str) -> Any:
    keep, gone = field_id(session, me, into), field_id(session, me, other)
    return merge_fields(session, me, keep=keep, other=gone)


def everything(session: Session, me: Explorer) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables but what each write changes: its journal, and who is told of it."""
    session.expire_all()
    kept = {name: model for name, model in rows.models().items() if name not in ("explorer",)}
    found = {name: list(all_rows(session, me, one)) for name, one in kept.items() if one != Change}
    for row in found["interview"]:
        del row["version"]
    return found


def test_undo_brings_back_every_row_to_the_letter(session: Session) -> None:
    me = a_whole_explorer(session).explorer
    before = everything(session, me)
    step = merge(session, me, UNSHARED, into=SHARED)
    assert everything(session, me) != before
    undo(session, me, step)
    assert everything(session, me) == before


def test_nothing_names_the_field_that_is_gone(session: Session) -> None:
    me = a_whole_explorer(session).explorer
    gone = field_id(session, me, UNSHARED)
    merge(session, me, UNSHARED, into=SHARED)
    left = everything(session, me)
    told = [name for name, found in left.items() for row in found if str(gone) in str(row)]
    assert told == []


def test_whatever_refers_to_a_field_moves_or_is_decided_for_links() -> None:
    referring = {
        table.name
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == "field"
    }
    moving: tuple[type[Any], ...] = (*MOVED, ShareField)
    moved = {rows.table(model).name for model in moving}
    assert referring == moved


def test_history_has_it_as_one_entry_with_both_names(session: Session, me: Explorer) -> None:
    for field in (NURSE, COOK, COOK):
        an_interview(session, me, field)
    before = len(changes(session, me, EVERYTHING))
    merge(session, me, COOK, into=NURSE)
    done = changes(session, me, EVERYTHING)
    assert len(done) == before + 1
    assert done["summary"].iloc[0] == "Made Cook and Nurse one field"


@pytest.mark.parametrize(
    ("held", "after"), [([NURSE, COOK], [NURSE]), ([NURSE], []), ([COOK], []), ([WELDER], [WELDER])]
)
def test_a_link_holds_the_one_field_where_it_held_both(
    session: Session, me: Explorer, held: list[str], after: list[str]
) -> None:
    for field in (NURSE, COOK, WELDER):
        an_interview(session, me, field)
    ids = [field_id(session, me, name) for name in held]
    link, _ = make_link(session, me, label="Ana", fields=ids, scope=Scope(), days=9)
    step = merge(session, me, COOK, into=NURSE)
    assert holds(session, me, link) == after
    undo(session, me, step)
    assert holds(session, me, link) == sorted(held)


def holds(session: Session, me: Explorer, link: Any) -> list[str]:
    query = select(Field.name).join(ShareField, ShareField.field_id == Field.id)
    mine = query.where(ShareField.explorer_id == me.explorer_id, ShareField.share_id == link)
    return sorted(session.scalars(mine))


def test_a_remark_on_the_one_is_a_remark_on_the_other(session: Session) -> None:
    me = a_whole_explorer(session).explorer
    keep = field_id(session, me, UNSHARED)
    was = f"field/{field_id(session, me, SHARED)}"
    mine = select(Comment.id).where(Comment.explorer_id == me.explorer_id)
    remark = session.scalars(mine.limit(1)).one()
    row = session.get_one(Comment, (me.explorer_id, remark))
    row.anchor = was
    session.flush()
    merge(session, me, SHARED, into=UNSHARED)
    session.refresh(row)
    assert row.anchor == f"field/{keep}"


def test_a_form_that_is_open_on_one_of_its_conversations_is_told(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, NURSE)
    talk = an_interview(session, me, COOK)
    opened = conversation(session, me, talk)
    merge(session, me, COOK, into=NURSE)
    with pytest.raises(Conflict):
        save_conversation(session, me, opened.model_copy(update={"takeaway": "typed meanwhile"}))
    session.expire_all()
    row = session.get_one(Interview, (me.explorer_id, talk))
    assert (row.version, row.takeaway) == (opened.version + 1, "")


def a_row(**values: Any) -> dict[str, Any]:
    empty = {"occupation_code": None, "area_code": None, "hours_a_year": None, "decision": ""}
    rest = {"kind": "new", "notes": "", "sample": False}
    return {**empty, **rest, **values}


def test_what_the_one_lacks_comes_from_the_other_and_official_figures_as_a_pair() -> None:
    here = a_row(occupation_code="29-1141", notes="ward", sample=True)
    there = a_row(
        **{"occupation_code": "35-2014", "area_code": "0011100", "hours_a_year": 1800},
        **{"kind": "current", "decision": "wait", "notes": "kitchen"},
    )
    assert joined(here, there) == {
        **{"kind": "current", "occupation_code": "29-1141", "area_code": None},
        **{"hours_a_year": 1800, "decision": "wait", "notes": "ward\nkitchen", "sample": False},
    }
    assert joined(a_row(), there)["area_code"] == "0011100"


def test_a_field_is_merged_with_neither_itself_nor_a_strangers(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, NURSE)
    mine = field_id(session, me, NURSE)
    with pytest.raises(Refused, match="two different"):
        merge_fields(session, me, keep=mine, other=mine)
    stranger = an_explorer(session)
    an_interview(session, stranger, COOK)
    theirs = field_id(session, stranger, COOK)
    for keep, other in ((mine, theirs), (theirs, mine)):
        with pytest.raises(NotFound):
            merge_fields(session, me, keep=keep, other=other)
