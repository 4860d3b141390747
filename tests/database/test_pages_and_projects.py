"""Pages and projects come back: nothing new here, the same conversations elsewhere."""

from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.samples import load_samples
from lib.exporting.coded import export_coded
from lib.exporting.pages import export_pages, page_of
from lib.importing import Plan, apply, plan, read_file
from lib.queries.whole import all_conversations
from tests.conftest import an_explorer
from tests.unit.test_sheet import plain


def compare(session: Session, viewer: Explorer, name: str, content: bytes, **more: Any) -> Plan:
    return plan(session, viewer, read_file(name, content), **more)


@pytest.mark.parametrize(("name", "export"), [("a.zip", export_pages), ("a.qdpx", export_coded)])
def test_the_samples_come_back(session: Session, me: Explorer, name: str, export: Any) -> None:
    load_samples(session, me)
    content = export(session, me)
    here = compare(session, me, name, content)
    assert (here.unchanged, here.rows, here.differences) == (here.rows, here.rows, [])
    other = an_explorer(session)
    apply(session, other, compare(session, other, name, content))
    there = {one.id: plain(one) for one in all_conversations(session, other)}
    mine = {one.id: plain(one) for one in all_conversations(session, me)}
    assert len(there) == here.rows
    assert there == {identity: mine[identity] for identity in there}


def test_a_page_that_was_changed_is_shown_and_taken_only_on_a_word(
    session: Session, me: Explorer
) -> None:
    load_samples(session, me)
    one = next(one for one in all_conversations(session, me) if one.takeaway and one.notes)
    other = an_explorer(session)
    page = page_of(one).replace("## Notes\n\n", "## Notes\n\n- Written elsewhere\n")
    planned = compare(session, me, "page.md", page.encode())
    (difference,) = planned.differences
    assert [column for column, _, _ in difference.columns] == ["notes"]
    apply(session, me, compare(session, me, "page.md", page.encode(), take=[difference.key]))
    kept = next(said for said in all_conversations(session, me) if said.id == one.id)
    assert kept.notes[0].text == "Written elsewhere"
    assert compare(session, other, "page.md", page.encode()).created == 1
