"""A list of one's own skills as a file: recognised, compared, written once, taken back."""

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.profile import rate_skill
from lib.commands.undo import undo
from lib.errors import Refused
from lib.filters import EVERYTHING
from lib.importing import OwnSkills, Plan, apply, plan, read_file
from lib.queries.skills import own_skills
from tests.factories import told

LINKEDIN = "\ufeffName\r\nSQL\r\nC#\r\nPeople skills\r\nÜbersetzen\r\n".encode()


def planned(session: Session, me: Explorer, content: bytes, level: int | None = None) -> Plan:
    return plan(session, me, read_file("Skills.csv", content, level=level))


def mine(session: Session, me: Explorer) -> list[tuple[str, int, str]]:
    return told(own_skills(session, me, EVERYTHING), "skill", "level", "shown")


def test_linkedins_file_comes_in_with_one_level_for_all(session: Session, me: Explorer) -> None:
    done = apply(session, me, planned(session, me, LINKEDIN, level=3))
    assert done.created == 4
    assert [name for name, _, _ in mine(session, me)] == [
        *("C#", "Interpersonal skills", "SQL", "Übersetzen")
    ]
    again = planned(session, me, LINKEDIN, level=5)
    assert (again.created, again.unchanged, again.conflicts) == (0, 4, 0)
    assert done.step is not None
    undo(session, me, done.step)
    assert mine(session, me) == []


def test_without_a_level_every_new_row_is_refused_by_its_number(
    session: Session, me: Explorer
) -> None:
    rate_skill(session, me, skill="SQL", level=2)
    refused = planned(session, me, LINKEDIN)
    assert (refused.unchanged, refused.refused) == (1, 3)
    assert [(e.row, e.column, e.value) for e in refused.errors] == [
        (3, "level", "C#"),
        (4, "level", "People skills"),
        (5, "level", "Übersetzen"),
    ]
    with pytest.raises(Refused, match="nothing was imported"):
        apply(session, me, refused)


def test_another_level_is_a_conflict_until_it_is_taken(session: Session, me: Explorer) -> None:
    rate_skill(session, me, skill="SQL", level=2, shown="At Acme")
    file = read_file("mine.csv", b"skill,level,shown\nsql,4,\nPython,3,At home\nSQL,5,\n")
    first = plan(session, me, file)
    assert (first.created, first.conflicts, first.unchanged) == (1, 1, 1)
    assert first.differences[0].columns == (("level", "2", "4"),)
    taken = plan(session, me, file, take=[first.differences[0].key])
    apply(session, me, taken)
    assert mine(session, me) == [("Python", 3, "At home"), ("SQL", 4, "At Acme")]


@pytest.mark.parametrize(
    "content",
    [
        b"field,person,skills\nNurse,Ann,Triage\n",
        b"name,role,field\nAnn,nurse,Nurse\n",
        b"skills,field\nTriage,Nurse\n",
    ],
)
def test_a_sheet_of_interviews_is_still_one(content: bytes) -> None:
    assert not isinstance(read_file("a.csv", content).content, OwnSkills)


def test_names_about_a_field_that_was_given_are_people() -> None:
    assert not isinstance(
        read_file("a.csv", b"name\nAnn\n", default_field="Nurse").content, OwnSkills
    )


def test_what_has_other_columns_is_no_list_of_skills() -> None:
    with pytest.raises(Refused, match="field"):
        read_file("contacts.csv", b"name,email\nAnn,ann@example.org\n")
