"""Which names mean one skill: merging, taking apart, renaming, official names, all taken back."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.interviews import save_conversation
from lib.commands.own_skills import Rated, rate_skills
from lib.commands.profile import rate_skill
from lib.commands.samples import clear_samples, load_samples
from lib.commands.skills import merge_skills, part_skill, rename_skill, tie_skill
from lib.commands.undo import undo
from lib.errors import NotFound, Refused
from lib.exporting.json_file import export_json
from lib.filters import EVERYTHING
from lib.importing import apply, plan, read_file
from lib.model import OwnSkill, Skill, SkillFinding
from lib.queries.conversations import conversation
from lib.queries.evidence import evidence
from lib.queries.skill_names import skill_names
from lib.queries.skills import own_skills, skills_heard
from lib.skills.names import roots
from tests.conftest import an_explorer
from tests.factories import a_person, an_interview, skill_id, told


def heard(session: Session, me: Explorer) -> dict[str, int]:
    rows = skills_heard(session, me, EVERYTHING)
    return {str(name): int(n) for name, n in told(rows, "skill", "voices")}


def three_named(session: Session, me: Explorer) -> tuple[UUID, UUID, UUID]:
    """Ann says Queries, Bea Databases, Cleo Tables: three names for one thing."""
    for name, skill in (("Ann", "Queries"), ("Bea", "Databases"), ("Cleo", "Tables")):
        an_interview(session, me, person=a_person(name), skills=[skill])
    ids = [skill_id(session, me, name) for name in ("Queries", "Databases", "Tables")]
    return ids[0], ids[1], ids[2]


def merge(session: Session, me: Explorer, one: UUID, into: UUID) -> UUID:
    return merge_skills(session, me, skill_id=one, into_id=into)


def everything(session: Session, me: Explorer) -> list[tuple[object, ...]]:
    """Every row of skills, own skills and findings of skills."""
    return [
        tuple(row)
        for model in (Skill, OwnSkill, SkillFinding)
        for row in session.execute(
            select(model.__table__).where(model.explorer_id == me.explorer_id).order_by(model.id)
        )
    ]


# Merging


def test_merged_names_are_one_skill_with_everybody_who_named_either(
    session: Session, me: Explorer
) -> None:
    queries, databases, _ = three_named(session, me)
    merge(session, me, queries, databases)
    assert heard(session, me) == {"Databases": 2, "Tables": 1}
    assert evidence(session, me, EVERYTHING, f"skill/{databases}")["person_id"].nunique() == 2


def test_a_chain_of_merges_leads_to_its_end(session: Session, me: Explorer) -> None:
    queries, databases, tables = three_named(session, me)
    merge(session, me, queries, databases)
    merge(session, me, databases, tables)
    assert heard(session, me) == {"Tables": 3}
    assert skill_names(session, me, EVERYTHING).find("queries") == tables
    assert evidence(session, me, EVERYTHING, f"skill/{tables}")["person_id"].nunique() == 3


def test_what_is_merged_into_a_merged_name_goes_to_the_one_that_counts(
    session: Session, me: Explorer
) -> None:
    queries, databases, tables = three_named(session, me)
    merge(session, me, databases, tables)
    merge(session, me, queries, databases)
    assert heard(session, me) == {"Tables": 3}


def test_a_skill_is_not_merged_into_itself_nor_into_what_is_merged_into_it(
    session: Session, me: Explorer
) -> None:
    queries, databases, _ = three_named(session, me)
    with pytest.raises(Refused, match="one skill already"):
        merge(session, me, queries, queries)
    merge(session, me, queries, databases)
    with pytest.raises(Refused, match="one skill already"):
        merge(session, me, databases, queries)


def test_own_levels_become_one_the_higher_with_both_places(session: Session, me: Explorer) -> None:
    queries, databases, _ = three_named(session, me)
    rate_skill(session, me, skill="Queries", level=4, shown="At Acme")
    rate_skill(session, me, skill="Databases", level=2, shown="At home")
    before = everything(session, me)
    step = merge(session, me, queries, databases)
    rows = own_skills(session, me, EVERYTHING)
    assert told(rows, "skill", "level", "shown") == [("Databases", 4, "At home; At Acme")]
    assert len(everything(session, me)) == len(before) - 1
    undo(session, me, step)
    assert everything(session, me) == before


def test_an_own_level_of_the_merged_one_alone_is_the_others_from_then_on(
    session: Session, me: Explorer
) -> None:
    queries, databases, _ = three_named(session, me)
    rate_skill(session, me, skill="Queries", level=4, shown="At Acme")
    step = merge(session, me, queries, databases)
    rows = own_skills(session, me, EVERYTHING)
    assert told(rows, "skill_id", "level", "shown") == [(str(databases), 4, "At Acme")]
    undo(session, me, step)
    assert own_skills(session, me, EVERYTHING)["skill"].tolist() == ["Queries"]


@pytest.mark.parametrize("typed", ["queries", " QUERIES ", "Databases"])
def test_a_merged_name_is_known_on_record_and_on_profile(
    session: Session, me: Explorer, typed: str
) -> None:
    queries, databases, _ = three_named(session, me)
    merge(session, me, queries, databases)
    an_interview(session, me, person=a_person("Dora"), skills=[typed])
    rate_skill(session, me, skill=typed, level=3)
    assert heard(session, me)["Databases"] == 3
    assert own_skills(session, me, EVERYTHING)["skill"].tolist() == ["Databases"]


def test_an_alias_of_the_merged_one_leads_to_the_one_that_counts(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, person=a_person("Ann"), skills=["Excel"])
    an_interview(session, me, person=a_person("Bea"), skills=["Number crunching"])
    merge(session, me, skill_id(session, me, "Excel"), skill_id(session, me, "Number crunching"))
    an_interview(session, me, person=a_person("Cleo"), skills=["MS Excel"])
    assert heard(session, me) == {"Number crunching": 3}


def test_a_merge_is_taken_back_also_after_a_conversation_was_saved_again(
    session: Session, me: Explorer
) -> None:
    queries = an_interview(session, me, person=a_person("Ann"), skills=["Queries"])
    an_interview(session, me, person=a_person("Bea"), skills=["Databases"])
    one, other = skill_id(session, me, "Queries"), skill_id(session, me, "Databases")
    step = merge(session, me, one, other)
    said = conversation(session, me, queries)
    assert [s.skill for s in said.skills] == ["Databases"]
    save_conversation(session, me, said.model_copy(update={"takeaway": "Try it"}))
    assert heard(session, me) == {"Databases": 2}
    undo(session, me, step)
    assert heard(session, me) == {"Databases": 1, "Queries": 1}


def test_a_file_with_the_merged_name_says_the_same_as_what_is_here(
    session: Session, me: Explorer
) -> None:
    sheet = b"field,person,role,held_on,skills,takeaway\nNurse,Ann,nurse,2026-03-02,Queries,One\n"
    apply(session, me, plan(session, me, read_file("talks.csv", sheet)))
    an_interview(session, me, person=a_person("Bea"), skills=["Databases"])
    merge(session, me, skill_id(session, me, "Queries"), skill_id(session, me, "Databases"))
    again = plan(session, me, read_file("talks.csv", sheet.replace(b"One", b"Two")))
    (different,) = again.differences
    assert [column for column, _, _ in different.columns] == ["takeaway"]


def test_json_carries_merges_and_a_second_import_changes_nothing(
    session: Session, me: Explorer
) -> None:
    queries, databases, _ = three_named(session, me)
    merge(session, me, queries, databases)
    file = read_file("all.json", export_json(session, me))
    twin = an_explorer(session)
    apply(session, twin, plan(session, twin, file))
    assert heard(session, twin) == heard(session, me) == {"Databases": 2, "Tables": 1}
    again = plan(session, twin, file)
    assert (again.created, again.updated, again.conflicts, again.refused) == (0, 0, 0, 0)


def test_a_file_that_brings_a_chain_is_straightened(session: Session, me: Explorer) -> None:
    queries, databases, tables = three_named(session, me)
    merge(session, me, queries, databases)
    text = export_json(session, me).decode()
    row = next(line for line in text.splitlines() if f'"id": "{databases}"' in line)
    chained = text.replace(
        row, row.replace('"merged_into_id": null', f'"merged_into_id": "{tables}"')
    )
    assert chained != text
    twin = an_explorer(session)
    apply(session, twin, plan(session, twin, read_file("all.json", chained.encode())))
    assert heard(session, twin) == {"Tables": 3}


def test_a_strangers_skill_is_not_there(session: Session, me: Explorer) -> None:
    queries, databases, _ = three_named(session, me)
    stranger = an_explorer(session)
    with pytest.raises(NotFound):
        merge(session, stranger, queries, databases)
    with pytest.raises(NotFound):
        rename_skill(session, stranger, skill_id=queries, name="Mine")
    with pytest.raises(NotFound):
        tie_skill(session, stranger, skill_id=queries, code=None)
    with pytest.raises(NotFound):
        part_skill(session, stranger, skill_id=queries)


def test_samples_merged_with_each_other_can_be_removed_and_brought_back(
    session: Session, me: Explorer
) -> None:
    load_samples(session, me)
    merge(session, me, skill_id(session, me, "Writing"), skill_id(session, me, "Active Listening"))
    listening = skill_id(session, me, "Active Listening")
    rename_skill(session, me, skill_id=listening, name="Hearing people out")
    before = everything(session, me)
    step = clear_samples(session, me)
    assert everything(session, me) == []
    assert step is not None
    undo(session, me, step)
    assert everything(session, me) == before


# Taking apart


def test_a_name_taken_apart_is_a_skill_of_its_own_again(session: Session, me: Explorer) -> None:
    queries, databases, _ = three_named(session, me)
    merge(session, me, queries, databases)
    part_skill(session, me, skill_id=queries)
    assert heard(session, me) == {"Databases": 1, "Queries": 1, "Tables": 1}
    with pytest.raises(NotFound, match="not merged"):
        part_skill(session, me, skill_id=queries)


def test_an_old_name_that_nobody_said_is_forgotten(session: Session, me: Explorer) -> None:
    queries, _, _ = three_named(session, me)
    rename_skill(session, me, skill_id=queries, name="SQL queries")
    part_skill(session, me, skill_id=skill_id(session, me, "Queries"))
    assert skill_names(session, me, EVERYTHING).find("Queries") is None
    assert heard(session, me)["SQL queries"] == 1


# Renaming


def test_a_renamed_skill_is_still_found_by_its_old_name(session: Session, me: Explorer) -> None:
    queries, _, _ = three_named(session, me)
    step = rename_skill(session, me, skill_id=queries, name="  Anfragen für Übersicht ")
    an_interview(session, me, person=a_person("Dora"), skills=["QUERIES"])
    assert heard(session, me)["Anfragen für Übersicht"] == 2
    undo(session, me, step)
    assert heard(session, me)["Queries"] == 2


def test_a_name_that_another_skill_has_is_refused(session: Session, me: Explorer) -> None:
    queries, databases, tables = three_named(session, me)
    merge(session, me, databases, tables)
    for taken in ("tables", "DATABASES"):
        with pytest.raises(Refused, match="Merge the two instead"):
            rename_skill(session, me, skill_id=queries, name=taken)


def test_capitals_alone_make_no_second_name(session: Session, me: Explorer) -> None:
    queries, _, _ = three_named(session, me)
    rename_skill(session, me, skill_id=queries, name="QUERIES")
    assert heard(session, me)["QUERIES"] == 1
    assert len(skill_names(session, me, EVERYTHING).rows) == 3


def test_a_skill_can_take_the_name_of_one_that_was_merged_into_it(
    session: Session, me: Explorer
) -> None:
    queries, databases, _ = three_named(session, me)
    merge(session, me, queries, databases)
    before = everything(session, me)
    step = rename_skill(session, me, skill_id=databases, name="queries")
    assert heard(session, me) == {"queries": 2, "Tables": 1}
    assert skill_names(session, me, EVERYTHING).find("Databases") == databases
    undo(session, me, step)
    assert everything(session, me) == before


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "a\x00b"])
def test_a_name_that_cannot_be_one_is_refused(session: Session, me: Explorer, name: str) -> None:
    queries, _, _ = three_named(session, me)
    with pytest.raises(Refused):
        rename_skill(session, me, skill_id=queries, name=name)


@pytest.mark.parametrize("name", ["C", "C++", "C#", ".NET", "R", "Öffentlichkeitsarbeit", "Ю-2"])
def test_signs_and_letters_of_a_name_survive(session: Session, me: Explorer, name: str) -> None:
    queries, _, _ = three_named(session, me)
    rename_skill(session, me, skill_id=queries, name=name)
    assert heard(session, me)[name] == 1


# Official names


def test_an_official_name_brings_its_aliases(session: Session, me: Explorer) -> None:
    an_interview(session, me, person=a_person("Ann"), skills=["Excell"])
    assert skill_names(session, me, EVERYTHING).find("MS Excel") is None
    excell = skill_id(session, me, "Excell")
    step = tie_skill(session, me, skill_id=excell, code="sw.microsoft-excel")
    an_interview(session, me, person=a_person("Bea"), skills=["MS Excel"])
    assert heard(session, me) == {"Excell": 2}
    undo(session, me, step)
    assert skill_names(session, me, EVERYTHING).find("MS Excel") is None


def test_one_official_name_has_one_skill(session: Session, me: Explorer) -> None:
    an_interview(session, me, skills=["Excel", "Excell"])
    excell = skill_id(session, me, "Excell")
    with pytest.raises(Refused, match="“Excel” goes by this official name already"):
        tie_skill(session, me, skill_id=excell, code="sw.microsoft-excel")
    with pytest.raises(Refused, match="from the list"):
        tie_skill(session, me, skill_id=excell, code="sw.nothing")


# Many of one's own


def test_many_levels_are_one_step(session: Session, me: Explorer) -> None:
    rate_skill(session, me, skill="SQL", level=2, shown="At Acme")
    before = everything(session, me)
    step = rate_skills(
        session, me, rated=[Rated("sql", 4), Rated("C++", 1, "At home"), Rated("Übersetzen", 5)]
    )
    assert told(own_skills(session, me, EVERYTHING), "skill", "level", "shown") == [
        ("C++", 1, "At home"),
        ("SQL", 4, "At Acme"),
        ("Übersetzen", 5, ""),
    ]
    undo(session, me, step)
    assert everything(session, me) == before


@pytest.mark.parametrize(
    ("rated", "why"),
    [
        ([], "at least one"),
        ([Rated("SQL", 6)], "A level is 1"),
        ([Rated(" ", 3)], "Name the skill"),
        ([Rated(f"Skill {i}", 3) for i in range(501)], "at most 500"),
    ],
)
def test_what_cannot_be_saved_is_refused_whole(
    session: Session, me: Explorer, rated: list[Rated], why: str
) -> None:
    with pytest.raises(Refused, match=why):
        rate_skills(session, me, rated=rated)
    assert everything(session, me) == []


@given(st.dictionaries(st.integers(0, 8), st.none() | st.integers(0, 8), max_size=9))
def test_every_chain_ends_and_a_circle_has_one_end(links: dict[int, int | None]) -> None:
    into = {
        UUID(int=k): None if v is None or v not in links else UUID(int=v) for k, v in links.items()
    }
    ends = roots(into)
    for start, after in into.items():
        assert ends[ends[start]] == ends[start]
        assert after is None or ends[start] == ends[after]
