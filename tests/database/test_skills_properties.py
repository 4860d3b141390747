"""What holds of skills for any conversations: order, names, merging, what nobody named or hid."""

from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.answers.skills import skills
from lib.commands.profile import rate_skill
from lib.filters import EVERYTHING
from lib.frames import records
from lib.model import Field
from lib.queries.skills import skill_voices, skills_heard
from lib.records import Conversation
from lib.storage import rows
from lib.storage.database import Database
from tests.database.test_properties import is_open, open_part, talks, written
from tests.factories import a_link, merge, skill_id

FEW = settings(max_examples=8)
NAMED = ("SQL", "Triage", "Calm")
Tables = dict[str, list[tuple[Any, ...]]]
levels = st.dictionaries(st.sampled_from((*NAMED, "Juggling")), st.integers(1, 5))


def shown(
    session: Session, me: Explorer, own: dict[str, int], viewer: Viewer | None = None
) -> Tables:
    """Every table of the screen, as it stands in its order."""
    for skill, level in own.items():
        rate_skill(session, me, skill=skill, level=level)
    answer = skills(session, viewer or me, EVERYTHING)
    drawings = {
        "heatmap": answer.drawing,
        "worth": answer.worth.drawing,
        "gaps": answer.gaps.drawing,
        "next": answer.following.drawing,
    }
    return {name: tuples(drawing.table) for name, drawing in drawings.items()}


def tuples(table: pd.DataFrame) -> list[tuple[Any, ...]]:
    return [tuple(map(str, row)) for row in table.itertuples(index=False, name=None)]


def by_field(tables: Tables, names: dict[str, str]) -> Tables:
    """The rows with other names, in an order that no name decides."""
    return {
        name: sorted(tuple(names.get(cell, cell) for cell in row) for row in told)
        for name, told in tables.items()
        if name != "next"
    }


@FEW
@given(talks(), levels, st.randoms(use_true_random=False))
def test_the_order_of_interviews_changes_nothing_on_the_screen(
    shared_database: Database, said: list[Conversation], own: dict[str, int], random: Any
) -> None:
    with written(shared_database, said) as (session, me):
        before = shown(session, me, own)
    with written(shared_database, random.sample(said, len(said))) as (session, me):
        assert shown(session, me, own) == before


@FEW
@given(talks(), levels)
def test_names_of_fields_change_no_figure_and_no_rank_of_a_skill(
    shared_database: Database, said: list[Conversation], own: dict[str, int]
) -> None:
    new = {"Nurse": "Zoo keeper", "Cook": "Émigré 🙂", "Welder": "%_'--"}
    with written(shared_database, said) as (session, me):
        before = shown(session, me, own)
        table = rows.table(Field)
        for old, name in new.items():
            mine = (table.c.explorer_id == me.explorer_id, table.c.name == old)
            session.execute(table.update().where(*mine).values(name=name, folded=name))
        after = shown(session, me, own)
    assert by_field(after, {}) == by_field(before, new)
    for name in ("worth", "next"):
        assert [row[0] for row in after[name]] == [row[0] for row in before[name]]


@FEW
@given(talks(), levels)
def test_a_skill_that_nobody_named_never_ranks(
    shared_database: Database, said: list[Conversation], own: dict[str, int]
) -> None:
    with written(shared_database, said) as (session, me):
        tables = shown(session, me, own)
        named = set(skills_heard(session, me, EVERYTHING)["skill"])
    assert "Juggling" not in named
    for name in ("worth", "next"):
        assert {row[0] for row in tables[name]} <= named
    assert {row[0] for row in tables["heatmap"]} == named


@FEW
@given(talks(), st.permutations(NAMED))
def test_merging_two_spellings_never_lowers_a_count_of_people(
    shared_database: Database, said: list[Conversation], names: list[str]
) -> None:
    with written(shared_database, said) as (session, me):
        before = voices(session, me)
        known = {name for name, _ in before}
        if not {names[0], names[1]} <= known:
            return
        merge(session, me, names[0], into=names[1])
        after = voices(session, me)
        people = skill_voices(session, me, EVERYTHING)
        same = people["skill_id"] == str(skill_id(session, me, names[1]))
    for (name, field), count in before.items():
        kept = names[1] if name == names[0] else name
        assert after[kept, field] >= count
    assert people[same]["person_id"].nunique() >= 1


def voices(session: Session, me: Explorer) -> dict[tuple[str, str], int]:
    heard = records(skills_heard(session, me, EVERYTHING))
    return {(row["skill"], row["field_id"]): row["voices"] for row in heard}


@FEW
@given(talks(), levels)
def test_what_was_not_held_or_is_hidden_from_a_link_counts_nowhere(
    shared_database: Database, said: list[Conversation], own: dict[str, int]
) -> None:
    held = [one for one in said if one.status == "held"]
    with written(shared_database, said) as (session, me):
        mine = shown(session, me, own)
        theirs = shown(session, me, own, a_link(session, me, "Nurse", "Cook"))
    with written(shared_database, held) as (session, me):
        assert shown(session, me, own) == mine
    with written(shared_database, [open_part(o) for o in said if is_open(o)]) as (session, me):
        assert shown(session, me, own, a_link(session, me, "Nurse", "Cook")) == theirs
