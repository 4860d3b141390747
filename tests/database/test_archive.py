"""LinkedIn's whole archive comes in by one press, once, and is taken back by one."""

import io
import zipfile

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.undo import undo
from lib.errors import Refused
from lib.importing import Plan, apply, plan, read_file
from lib.importing.archive import DAMAGED
from lib.importing.existing import profile
from lib.model import OwnSkill, Person

CONNECTIONS = (
    'Notes:\n"Some addresses may be missing."\n\n'
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Uma,Lind,https://www.linkedin.com/in/uma,,Crumb,Baker,01 Jan 2024\n"
    "Bo,Reed,,,Spital,Nurse,01 Jan 2025\n"
)
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Acme,Data analyst,,Basel,Jan 2023,\n"
    "School,Teacher,Maths,Bern,Aug 2015,Jun 2022\n"
    ",,,,,\n"
)
PARTS = {"Connections.csv": CONNECTIONS, "Skills.csv": "Name\nSQL\nTeaching\n",
         "Positions.csv": POSITIONS, "Profile.csv": "First Name,Last Name\nMe,Myself\n",
         "messages.csv": "x\n"}  # fmt: skip


def archive(parts: dict[str, str], folder: str = "Complete/") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(folder + name, text)
    return content.getvalue()


def planned(session: Session, me: Explorer, content: bytes, level: int | None = 3) -> Plan:
    return plan(session, me, read_file("linkedin.zip", content, level=level))


def names(session: Session, me: Explorer) -> list[str]:
    mine = select(Person.name).where(Person.explorer_id == me.explorer_id)
    return sorted(session.scalars(mine))


def test_people_skills_and_ones_own_path_come_in_one_go(session: Session, me: Explorer) -> None:
    first = planned(session, me, archive(PARTS))
    assert (first.rows, first.created, first.updated, first.people) == (5, 4, 1, 2)
    done = apply(session, me, first)
    assert names(session, me) == ["Bo Reed", "Uma Lind"]
    levels = select(OwnSkill.level).where(OwnSkill.explorer_id == me.explorer_id)
    assert session.scalars(levels).all() == [3, 3]
    about = "Data analyst at Acme, since Jan 2023\nTeacher at School, Aug 2015 to Jun 2022"
    assert profile(session, me)["about_me"] == about
    again = planned(session, me, archive(PARTS, ""))
    assert (again.unchanged, again.created, again.differences) == (5, 0, [])
    assert done.step is not None
    undo(session, me, done.step)
    assert (names(session, me), profile(session, me)["about_me"]) == ([], "")


def test_skills_wait_for_a_level_and_hold_nothing_else_up(session: Session, me: Explorer) -> None:
    first = planned(session, me, archive(PARTS), level=None)
    assert (first.rows, first.created, first.refused) == (3, 2, 0)
    assert [one.value for one in first.aside] == ["2 skills"]
    apply(session, me, first)
    assert names(session, me) == ["Bo Reed", "Uma Lind"]


def test_what_one_says_of_oneself_is_not_overwritten(session: Session, me: Explorer) -> None:
    apply(session, me, planned(session, me, archive({"Positions.csv": POSITIONS})))
    other = POSITIONS.replace("Acme", "Beta")
    changed = planned(session, me, archive({"Positions.csv": other}))
    assert [one.columns[0][0] for one in changed.differences] == ["about_me"]
    assert "Acme" in profile(session, me)["about_me"]


def test_a_damaged_archive_gets_one_sentence() -> None:
    content = bytearray(archive(PARTS))
    at = content.index(b"Complete/Connections.csv") + 30
    content[at : at + 40] = b"\x00" * 40
    with pytest.raises(Refused) as refused:
        read_file("linkedin.zip", bytes(content))
    assert str(refused.value) == DAMAGED
