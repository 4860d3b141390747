"""A workbook of everything comes back: nothing new here, the same conversations elsewhere."""

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.interviews import save_conversation
from lib.commands.samples import load_samples
from lib.exporting.sheets import export_csv, export_xlsx
from lib.files.workbook import grids
from lib.importing import Plan, Report, apply, plan, read_file, template_xlsx
from lib.queries.whole import all_conversations
from lib.records import Conversation, NoteLine
from lib.storage.database import Database
from tests.conftest import an_explorer
from tests.database.test_sheets import nothing_stays
from tests.factories import a_conversation, a_figure, a_person, one_of_each
from tests.unit.conversations_made import conversations
from tests.unit.test_sheet import plain
from tests.unit.workbooks_made import xlsx

DAY = date(2026, 3, 2)
TALKS = [["id", "field", "held_on"], [1, "Nurse", DAY]]
SAID = ["interview", "kind", "what"]


def compare(session: Session, viewer: Explorer, content: bytes, **answers: Any) -> Plan:
    return plan(session, viewer, read_file("mine.xlsx", content), **answers)


def bring(session: Session, viewer: Explorer, content: bytes, **answers: Any) -> Report:
    return apply(session, viewer, compare(session, viewer, content, **answers))


def talks(session: Session, viewer: Explorer) -> list[Conversation]:
    return list(all_conversations(session, viewer))


def said(session: Session, viewer: Explorer) -> dict[Any, Any]:
    return {one.id: plain(one) for one in talks(session, viewer)}


def test_the_samples_come_back_from_a_workbook(session: Session, me: Explorer) -> None:
    load_samples(session, me)
    exported = export_xlsx(session, me)
    again = bring(session, me, exported)
    assert (again.unchanged, again.rows, again.step) == (32, 32, None)
    other = an_explorer(session)
    done = bring(session, other, exported)
    assert (done.created, done.people, done.errors) == (32, 31, ())
    assert said(session, other) == said(session, me)
    assert export_xlsx(session, other) == exported
    assert bring(session, other, export_csv(session, me)).unchanged == 32


few = settings(max_examples=15, suppress_health_check=list(HealthCheck))


def no_noncharacters(said: Conversation) -> bool:
    """XML has no U+FFFE and U+FFFF."""
    return not {"\ufffe", "\uffff"} & set(str(said.model_dump()))


@few
@given(many=st.lists(conversations().filter(no_noncharacters), max_size=3))
def test_any_conversations_come_back_from_a_workbook(
    shared_database: Database, many: list[Conversation]
) -> None:
    with nothing_stays(shared_database) as (session, me):
        for one in many:
            save_conversation(session, me, one)
        exported = export_xlsx(session, me)
        assert bring(session, me, exported).unchanged == len(many)
        other = an_explorer(session)
        assert bring(session, other, exported).created == len(many)
        assert said(session, other) == said(session, me)


def test_more_notes_than_a_cell_holds_come_back_in_their_order(
    session: Session, me: Explorer
) -> None:
    notes = tuple(NoteLine(text=f"{n} " + "word " * 3_000) for n in range(5))
    save_conversation(session, me, a_conversation(notes=notes))
    exported = export_xlsx(session, me)
    assert max(len(c) for grid in grids(exported) for _, row in grid.rows for c in row) <= 32_767
    assert bring(session, me, exported).unchanged == 1
    other = an_explorer(session)
    bring(session, other, exported)
    assert said(session, other) == said(session, me)


@pytest.mark.parametrize("sign", [*"=+-@\t\r", "'="])
def test_no_cell_of_a_workbook_is_run_and_each_comes_back(
    session: Session, me: Explorer, sign: str
) -> None:
    evil = f"{sign}cmd|' /C calc'!A1"
    texts: dict[str, Any] = {
        "takeaway": evil,
        "purpose": evil,
        "place": evil,
        "notes": (NoteLine(text=evil),),
    }
    findings = one_of_each(quote=evil) | {"salaries": (a_figure(place=evil, benefits=evil),)}
    person = a_person(evil, phone="+41 79", organisation=evil)
    save_conversation(session, me, a_conversation(evil, person=person, **texts, **findings))
    exported = export_xlsx(session, me)
    cells = [cell for grid in grids(exported) for _, row in grid.rows for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r") and cell]
    with zipfile.ZipFile(io.BytesIO(exported)) as packed:
        assert not any(b"<f>" in packed.read(name) for name in packed.namelist())
    other = an_explorer(session)
    bring(session, other, exported)
    assert said(session, other) == said(session, me)


def test_an_edited_finding_is_shown_and_taken_only_on_a_word(
    session: Session, me: Explorer
) -> None:
    def book(skill: str) -> bytes:
        return xlsx({"A": TALKS, "B": [SAID, [1, "skill", skill], [1, "upside", "Pay"]]})

    bring(session, me, book("SQL"))
    (before,) = talks(session, me)
    (difference,) = compare(session, me, book("Triage")).differences
    assert difference.columns == (("skills", "SQL", "Triage"),)
    done = bring(session, me, book("Triage"), take={difference.key})
    (after,) = talks(session, me)
    assert (done.updated, after.skills[0].skill) == (1, "Triage")
    assert after.aspects[0].id == before.aspects[0].id
    assert bring(session, me, book("Triage")).unchanged == 1


def test_a_sheet_without_what_was_said_leaves_it_as_it_is_here(
    session: Session, me: Explorer
) -> None:
    bring(session, me, xlsx({"A": TALKS, "B": [SAID, [1, "skill", "SQL"]]}))
    edited = [["id", "field", "held_on", "takeaway"], [1, "Nurse", DAY, "new"]]
    bring(session, me, xlsx(edited), take={"id 1"})
    (one,) = talks(session, me)
    assert (one.takeaway, [skill.skill for skill in one.skills]) == ("new", ["SQL"])


def test_the_template_is_brought_in_whole(session: Session, me: Explorer) -> None:
    assert bring(session, me, template_xlsx()).created == 2
    first, second = sorted(talks(session, me), key=lambda one: one.field)
    assert len(list(first.findings())) == 12
    assert second.person.introduced_by_id == first.person.id
