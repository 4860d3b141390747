"""Every field of every finding reaches the row, the evidence, the sheets, the form, and forgetting.

The fields are found by listing: one that is forgotten on any of these ways is told the day it is
added, before somebody's words are lost on a save.
"""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.forgetting import forget_person
from lib.commands.interviews import save_conversation
from lib.exporting.coded import export_coded
from lib.exporting.json_file import export_json
from lib.exporting.pages import export_pages
from lib.exporting.sheets import export_csv, export_ods, export_xlsx
from lib.filters import EVERYTHING
from lib.frames import records
from lib.importing import apply, plan, read_file
from lib.queries.conversations import conversation
from lib.queries.evidence import evidence
from lib.queries.whole import all_conversations
from lib.records import RECORDS, Conversation
from lib.storage import rows
from lib.ui.record.content import content_of, parse
from tests.conftest import an_explorer
from tests.records_made import base, changed, fields, talk
from tests.unit.test_sheet import plain

EACH = pytest.mark.parametrize(("kind", "name"), list(fields()))


def with_one_changed(kind: str, name: str) -> Conversation:
    said = changed(kind, name)
    return talk(kind, said.model_copy(update={"field": "Cook"}) if name == "field" else said)


def all_changed(kind: str) -> Conversation:
    """A finding a field, each with that field saying something else."""
    return talk(
        kind, *(getattr(with_one_changed(kind, n), kind)[0] for k, n in fields() if k == kind)
    )


@EACH
def test_it_is_kept_in_its_row(session: Session, me: Explorer, kind: str, name: str) -> None:
    said = with_one_changed(kind, name)
    save_conversation(session, me, said)
    kept = getattr(conversation(session, me, said.id), kind)[0]
    assert getattr(kept, name) == getattr(getattr(said, kind)[0], name)
    assert getattr(kept, name) != getattr(base(kind), name)


@pytest.mark.parametrize("kind", RECORDS)
@pytest.mark.parametrize(
    "export", [export_json, export_xlsx, export_csv, export_ods, export_pages, export_coded]
)
def test_it_comes_back_from_a_file(session: Session, me: Explorer, kind: str, export: Any) -> None:
    said = all_changed(kind)
    save_conversation(session, me, said)
    other = an_explorer(session)
    apply(session, other, plan(session, other, read_file("mine", export(session, me))))
    (there,) = all_conversations(session, other)
    assert plain(there) == plain(conversation(session, me, said.id))


@EACH
def test_it_is_in_the_form(kind: str, name: str) -> None:
    said = with_one_changed(kind, name)
    again, wrong = parse(content_of(said), "USD")
    assert wrong == {}
    assert again is not None
    assert getattr(getattr(again, kind)[0], name) == getattr(getattr(said, kind)[0], name)


def shown(session: Session, viewer: Explorer, said: Conversation) -> list[dict[str, Any]]:
    found = evidence(session, viewer, EVERYTHING, f"person/{said.person.id}")
    ours = ["field", "kind", "said", "quote", "note", "private"]
    return records(found[ours])


@EACH
def test_it_is_in_the_evidence(session: Session, me: Explorer, kind: str, name: str) -> None:
    without = talk(kind, base(kind))
    save_conversation(session, me, without)
    other = an_explorer(session)
    told = with_one_changed(kind, name)
    save_conversation(session, other, told)
    assert shown(session, other, told) != shown(session, me, without)


def everything_kept(session: Session, viewer: Explorer) -> str:
    """All rows of the explorer as one text."""
    found = []
    for model in rows.models().values():
        table = rows.table(model)
        if "explorer_id" in table.c:
            mine = select(table).where(table.c.explorer_id == viewer.explorer_id)
            found.append(str(session.execute(mine).all()))
    return "\n".join(found)


@pytest.mark.parametrize("kind", RECORDS)
@pytest.mark.parametrize("keep", [True, False])
def test_forgetting_somebody_takes_what_was_typed_of_them(
    session: Session, me: Explorer, kind: str, keep: bool
) -> None:
    said = all_changed(kind)
    names = [name for k, name in fields() if k == kind and name not in NAMES]
    typed = {str(getattr(one, n)) for one in getattr(said, kind) for n in names}
    words = {word for word in typed if word.startswith("Word of") or word == "So it is."}
    save_conversation(session, me, said)
    before = everything_kept(session, me)
    assert [word for word in words if word not in before] == []
    forget_person(session, me, person_id=said.person.id, keep_findings=keep)
    after = everything_kept(session, me)
    assert [word for word in words if word in after] == []


NAMES = {"skill", "name", "theme", "title", "field"}
"""Names under which things are counted: they stay with the figures of an unnamed person."""
