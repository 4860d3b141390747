"""The samples come and go, and nothing of one's own goes with them."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.explorers import THE_ONE, the_explorer, zone_here
from lib.commands.interviews import save_conversation
from lib.commands.journal import Step
from lib.commands.sample_ids import with_ids
from lib.commands.samples import clear_samples, load_samples
from lib.commands.undo import undo
from lib.model import Explorer as ExplorerRow
from lib.model import Field, Interview, OwnSkill, Person, Skill, SkillFinding
from lib.storage import rows
from lib.storage.database import Database
from tests.conftest import an_explorer
from tests.factories import a_conversation, a_person, an_interview

KEPT_OUT = {"change", "explorer"}


def everything(session: Session, viewer: Explorer) -> dict[str, list[Any]]:
    """All rows of the explorer by table, but for the history and the version of a conversation."""
    return {
        name: [
            {k: v for k, v in row.items() if k != "version"}
            for row in session.execute(
                select(rows.table(model))
                .where(model.explorer_id == viewer.explorer_id)
                .order_by(model.id)
            ).mappings()
        ]
        for name, model in rows.models().items()
        if name not in KEPT_OUT
    }


def profile(session: Session, viewer: Explorer) -> dict[str, Any]:
    query = select(rows.table(ExplorerRow)).where(ExplorerRow.id == viewer.explorer_id)
    return {k: v for k, v in session.execute(query).mappings().one().items() if k != "revision"}


def count(session: Session, model: Any, *conditions: Any) -> int:
    return session.scalar(select(func.count()).select_from(model).where(*conditions)) or 0


def test_the_first_to_open_makes_the_explorer_and_the_next_finds_it(database: Database) -> None:
    with database.write() as session:
        first = the_explorer(session)
    with database.write() as session:
        assert the_explorer(session) == first
        assert count(session, ExplorerRow) == 1


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_of_two_who_open_at_once_both_get_the_same_explorer(database: Database) -> None:
    """On SQLite the second waits for the first: it lets one write at a time."""
    with database.write() as slow:
        slow.execute(select(ExplorerRow.id)).all()
        with database.write() as fast:
            assert the_explorer(fast) == Explorer(THE_ONE)
        assert the_explorer(slow) == Explorer(THE_ONE)
    with database.read() as session:
        assert count(session, ExplorerRow) == 1


def test_somebody_with_a_sign_in_is_not_the_local_explorer(database: Database) -> None:
    with database.write() as session:
        an_explorer(session, subject="ann@example.org")
        assert the_explorer(session) == Explorer(THE_ONE)


def test_the_zone_is_the_machines_or_utc(tmp_path: Path) -> None:
    link = tmp_path / "localtime"
    link.symlink_to("/usr/share/zoneinfo/Europe/Zurich")
    assert zone_here(link) == "Europe/Zurich"
    assert zone_here(tmp_path / "nothing") == "UTC"
    broken = tmp_path / "broken"
    broken.symlink_to("/usr/share/zoneinfo/Nowhere/At all")
    assert zone_here(broken) == "UTC"


def test_loading_twice_changes_nothing(session: Session, me: Explorer) -> None:
    assert load_samples(session, me) is not None
    before = everything(session, me), profile(session, me)
    assert len(before[0]["interview"]) == 32
    assert all(row["sample"] for row in before[0]["interview"] + before[0]["person"])
    assert load_samples(session, me) is None
    assert (everything(session, me), profile(session, me)) == before


def test_each_explorer_has_samples_of_their_own(session: Session, me: Explorer) -> None:
    other = an_explorer(session)
    load_samples(session, me)
    load_samples(session, other)
    mine, theirs = everything(session, me), everything(session, other)
    assert {row["id"] for row in mine["person"]}.isdisjoint(row["id"] for row in theirs["person"])
    clear_samples(session, me)
    assert everything(session, other) == theirs


def test_the_samples_keep_the_order_of_the_file() -> None:
    said: list[dict[str, Any]] = [
        {"person": {"id": "b"}, "notes": [{"text": "1"}]},
        {"person": {"id": "a"}},
    ]
    first, second = with_ids(said, UUID(int=1))
    ids = [first["id"], first["person"]["id"], first["notes"][0]["id"], second["id"]]
    assert sorted(ids) == ids
    assert {UUID(one).version for one in ids} == {7}
    assert list(with_ids(said, UUID(int=1))) == [first, second]


def test_who_introduced_whom_is_kept(session: Session, me: Explorer) -> None:
    load_samples(session, me)
    introduced = select(Person.id).where(
        Person.explorer_id == me.explorer_id, Person.introduced_by_id.is_not(None)
    )
    assert len(session.scalars(introduced).all()) == 3


def test_removing_the_samples_leaves_nothing_behind(session: Session, me: Explorer) -> None:
    before = everything(session, me), profile(session, me)
    load_samples(session, me)
    assert profile(session, me)["sample"]
    assert clear_samples(session, me) is not None
    assert (everything(session, me), profile(session, me)) == before
    assert clear_samples(session, me) is None


def test_what_is_ones_own_is_untouched(session: Session, me: Explorer) -> None:
    an_interview(session, me, field="data analyst", skills=["SQL"])
    session.execute(update(ExplorerRow).values(name="Ann", base_currency="EUR"))
    before = everything(session, me), profile(session, me)
    load_samples(session, me)
    loaded = profile(session, me)
    assert (loaded["name"], loaded["current_pay"], loaded["applications"]) == ("Ann", None, 41)
    clear_samples(session, me)
    assert (everything(session, me), profile(session, me)) == before


def test_ones_own_current_field_stays_the_only_one(session: Session, me: Explorer) -> None:
    an_interview(session, me, field="Nurse")
    session.execute(update(Field).values(kind="current"))
    load_samples(session, me)
    current = select(Field.name).where(Field.explorer_id == me.explorer_id, Field.kind == "current")
    assert session.scalars(current).all() == ["Nurse"]


def test_a_profile_that_was_changed_since_is_not_emptied(session: Session, me: Explorer) -> None:
    load_samples(session, me)
    Step(session, me, "Changed").change_profile(name="Ann", current_pay=5_000_000)
    clear_samples(session, me)
    left = profile(session, me)
    assert (left["name"], left["current_pay"], left["answers"]) == ("Ann", 5_000_000, None)


def test_what_ones_own_interview_refers_to_stays_as_ones_own(
    session: Session, me: Explorer
) -> None:
    load_samples(session, me)
    introduced = (
        session.execute(
            select(Person).where(
                Person.explorer_id == me.explorer_id, Person.introduced_by_id.is_not(None)
            )
        )
        .scalars()
        .first()
    )
    assert introduced is not None
    whom = a_person("Max", introduced_by_id=introduced.id)
    mine = a_conversation("Data analyst", person=whom, skills=["SQL", "Welding"])
    save_conversation(session, me, mine)
    clear_samples(session, me)
    left = everything(session, me)
    assert [row["name"] for row in left["field"]] == ["Data analyst"]
    assert {row["name"] for row in left["skill"]} == {"SQL", "Welding"}
    assert len(left["person"]) == 3
    assert not any(row["sample"] for table in ("field", "skill", "person") for row in left[table])
    assert [row["id"] for row in left["interview"]] == [mine.id]


def test_two_samples_that_refer_to_each_other_can_go(session: Session, me: Explorer) -> None:
    load_samples(session, me)
    mine = select(Person.id).where(Person.explorer_id == me.explorer_id).order_by(Person.id)
    first, second = session.scalars(mine).all()[:2]
    step = Step(session, me, "Introduced each other")
    step.change(Person, first, introduced_by_id=second)
    step.change(Person, second, introduced_by_id=first)
    clear_samples(session, me)
    assert everything(session, me)["person"] == []


def test_a_finding_added_to_a_sample_goes_with_it(session: Session, me: Explorer) -> None:
    load_samples(session, me)
    one = session.scalars(select(Interview).where(Interview.explorer_id == me.explorer_id)).first()
    assert one is not None
    Step(session, me, "Added").add(
        SkillFinding, interview_id=one.id, field_id=one.field_id, person_id=one.person_id, quote="x"
    )
    clear_samples(session, me)
    assert everything(session, me)["skill_finding"] == []


def test_loading_can_be_taken_back_and_so_can_that(database: Database, viewer: Explorer) -> None:
    with database.write() as session:
        an_interview(session, viewer, field="Technical writer")
        before = everything(session, viewer), profile(session, viewer)
        step = load_samples(session, viewer)
        loaded = everything(session, viewer), profile(session, viewer)
        assert step
    with database.write() as session:
        again = undo(session, viewer, step)
        assert (everything(session, viewer), profile(session, viewer)) == before
    with database.write() as session:
        undo(session, viewer, again)
        assert (everything(session, viewer), profile(session, viewer)) == loaded


def test_removing_can_be_taken_back(database: Database, viewer: Explorer) -> None:
    with database.write() as session:
        load_samples(session, viewer)
        an_interview(session, viewer, field="Technical writer", skills=["Writing"])
        before = everything(session, viewer), profile(session, viewer)
        step = clear_samples(session, viewer)
        assert step
        assert count(session, Skill, Skill.sample.is_(True)) == 0
        assert count(session, OwnSkill) == 0
    with database.write() as session:
        undo(session, viewer, step)
        assert (everything(session, viewer), profile(session, viewer)) == before
