"""What holds for any conversations: order, names and strangers change nothing; hidden is hidden."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.commands.interviews import save_conversation
from lib.filters import EVERYTHING, Filters
from lib.frames import records
from lib.model import Field, Skill
from lib.queries.coverage import topics_asked
from lib.queries.fields import fields
from lib.queries.pay import salaries
from lib.queries.skills import skill_voices, skills_heard, spellings
from lib.queries.voices import (
    aspects,
    interest,
    outlooks,
    things_said,
    trainings,
    trainings_in_words,
)
from lib.records import (
    AspectSaid,
    Conversation,
    OutlookSaid,
    PersonSaid,
    SkillSaid,
    TrainingSaid,
)
from lib.storage import rows
from lib.storage.database import Database
from tests.conftest import an_explorer
from tests.factories import NOT_HELD, a_conversation, a_figure, a_link, an_interview

FIELDS = ("Nurse", "Cook", "Welder")
QUERIES = (
    *(skills_heard, topics_asked, salaries, interest, trainings),
    *(aspects, outlooks, things_said, fields),
    *(skill_voices, spellings, trainings_in_words),
)
Picture = dict[str, list[tuple[Any, ...]]]
Talks = Sequence[Conversation]

FEW = settings(max_examples=8)
"""Each example writes two sets of conversations on a real database."""


@st.composite
def people(draw: st.DrawFn) -> list[PersonSaid]:
    """Two to three, one of them perhaps off the record."""
    off = draw(st.booleans())
    last = {"attribution": "off the record"} if off else {}
    known = [PersonSaid(name=name, role="analyst") for name in ("Ann", "Bea")]
    return [*known, PersonSaid.model_validate({"name": "Cleo", "role": "analyst", **last})]


@st.composite
def talks(draw: st.DrawFn) -> list[Conversation]:
    """Some conversations of a few people about a few fields, with findings of most kinds."""
    spoke = draw(people())
    return [draw(a_talk(spoke)) for _ in range(draw(st.integers(1, 5)))]


@st.composite
def a_talk(draw: st.DrawFn, spoke: list[PersonSaid]) -> Conversation:
    def some(build: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(st.lists(build, max_size=2)))

    aside = st.fixed_dictionaries(
        {"private": st.booleans(), "field": st.sampled_from(("", *FIELDS))}
    )
    low, high = st.integers(0, 9), st.sampled_from((None, 9))
    topics = st.sampled_from(("pay", "path", "whom next"))
    return Conversation(
        field=draw(st.sampled_from(FIELDS)),
        person=draw(st.sampled_from(spoke)),
        status=draw(st.sampled_from(("held", "held", "held", *NOT_HELD))),
        held_on=date(2026, 3, draw(st.integers(1, 3))),
        interest_after=draw(st.none() | st.integers(1, 5)),
        asked=some(topics),
        skills=some(
            st.builds(
                lambda skill, necessity, more: SkillSaid(skill=skill, necessity=necessity, **more),
                st.sampled_from(("SQL", "Triage", "Calm")),
                st.sampled_from(("mandatory", "helpful", "not needed", "unstated")),
                aside,
            )
        ),
        trainings=some(
            st.builds(lambda n, more: TrainingSaid(name="Course", months_low=n, **more), low, aside)
        ),
        salaries=some(
            st.builds(lambda low, high, more: a_figure(low, high, **more), low, high, aside)
        ),
        aspects=some(
            st.builds(
                lambda side, more: AspectSaid(side=side, theme="Pay", **more),
                st.sampled_from(("upside", "downside")),
                aside,
            )
        ),
        outlooks=some(
            st.builds(
                lambda way, more: OutlookSaid(direction=way, **more),
                st.sampled_from(("growing", "shrinking")),
                aside,
            )
        ),
    )


@contextmanager
def written(database: Database, said: Talks) -> Iterator[tuple[Session, Explorer]]:
    """An explorer with an open field of each name and these conversations; gone afterwards."""
    with Session(database.writer) as session:
        yield session, an_explorer_with(session, said)
        session.rollback()


def an_explorer_with(session: Session, said: Talks) -> Explorer:
    me = an_explorer(session)
    for field in FIELDS:
        an_interview(session, me, field, status="scheduled")
    for one in said:
        save_conversation(session, me, one)
    return me


def picture(
    session: Session, me: Explorer, viewer: Viewer | None = None, filters: Filters = EVERYTHING
) -> Picture:
    """What every query answers, with names for the ids that the database gave, sorted."""
    reader = viewer or me
    named = [
        (identity, name)
        for model in (Field, Skill)
        for identity, name in session.execute(
            select(model.id, model.name).where(model.explorer_id == me.explorer_id)
        )
    ]
    names = {
        told: name
        for one, name in named
        for told in (
            *(reader.shown(one), one.hex),  # SQLite casts an id without its hyphens
            *(reader.opaque(f"skill/{text}") for text in (one.hex, str(one))),
        )
    }
    return {query.__name__: plain(query(session, reader, filters), names) for query in QUERIES}


def plain(frame: pd.DataFrame, names: dict[str, str]) -> list[tuple[Any, ...]]:
    """The rows as text; the colour of a field is the order of its writing."""

    def one(value: Any) -> str:
        bare = str(value).removeprefix("skill/")
        return names.get(bare, str(value))

    kept = frame.drop(columns="slot", errors="ignore")
    return sorted(tuple(one(v) for v in row) for row in kept.itertuples(index=False, name=None))


@FEW
@given(talks(), st.randoms(use_true_random=False))
def test_the_order_in_which_interviews_are_written_down_changes_nothing(
    shared_database: Database, said: list[Conversation], random: Any
) -> None:
    mixed = random.sample(said, len(said))
    with written(shared_database, said) as (session, me):
        before = picture(session, me)
    with written(shared_database, mixed) as (session, me):
        assert picture(session, me) == before


@FEW
@given(talks())
def test_the_names_of_fields_change_nothing_but_the_names(
    shared_database: Database, said: list[Conversation]
) -> None:
    new = {"Nurse": "Émigré 🙂", "Cook": "nurse's aide", "Welder": "%_'--"}
    with written(shared_database, said) as (session, me):
        before = picture(session, me)
        table = rows.table(Field)
        for old, name in new.items():
            mine = (table.c.explorer_id == me.explorer_id, table.c.name == old)
            session.execute(table.update().where(*mine).values(name=name, folded=name))
        after = picture(session, me)
    renamed = {
        query: sorted(tuple(new.get(v, v) for v in row) for row in told)
        for query, told in before.items()
    }
    assert after == renamed


@FEW
@given(talks(), talks())
def test_interviews_of_another_explorer_change_nothing_even_the_same_ones(
    shared_database: Database, said: list[Conversation], theirs: list[Conversation]
) -> None:
    with written(shared_database, said) as (session, me):
        before = picture(session, me)
        an_explorer_with(session, [*said, *theirs])
        assert picture(session, me) == before


@FEW
@given(talks())
def test_interviews_that_were_not_held_change_nothing(
    shared_database: Database, said: list[Conversation]
) -> None:
    with written(shared_database, said) as (session, me):
        before = picture(session, me)
    held = [one for one in said if one.status == "held"]
    with written(shared_database, held) as (session, me):
        assert picture(session, me) == before


@FEW
@given(talks())
def test_to_a_link_what_is_hidden_might_as_well_not_be_there(
    shared_database: Database, said: list[Conversation]
) -> None:
    with written(shared_database, said) as (session, me):
        before = picture(session, me, a_link(session, me, "Nurse", "Cook"))
    shown = [open_part(one) for one in said if is_open(one)]
    with written(shared_database, shown) as (session, me):
        assert picture(session, me, a_link(session, me, "Nurse", "Cook")) == before


def is_open(one: Conversation) -> bool:
    return one.status == "held" and one.person.attribution != "off the record"


def open_part(one: Conversation) -> Conversation:
    """The conversation without what is private or about a field that the link does not hold.

    A tick stays: whoever answered in private is among those asked where it says so.
    """
    lists = ("skills", "trainings", "salaries", "aspects", "outlooks")
    open_lists = {
        name: tuple(
            said
            for said in getattr(one, name)
            if not said.private and (said.field or one.field) != "Welder"
        )
        for name in lists
    }
    return one.model_copy(update=open_lists)


def test_to_a_link_a_tick_keeps_who_answered_in_private_among_those_asked(
    shared_database: Database,
) -> None:
    kept = a_conversation(
        "Nurse", held_on=date(2026, 3, 1), asked=("pay",), salaries=(a_figure(private=True),)
    )
    with written(shared_database, [kept]) as (session, me):
        seen = records(topics_asked(session, a_link(session, me, "Nurse", "Cook"), EVERYTHING))
    assert [(row["topic"], row["asked"], row["answered"]) for row in seen] == [("pay", 1, 0)]


@FEW
@given(talks(), st.integers(1, 3), st.integers(1, 3))
def test_a_span_of_days_counts_as_if_only_its_interviews_were_there(
    shared_database: Database, said: list[Conversation], first: int, last: int
) -> None:
    since, until = date(2026, 3, first), date(2026, 3, last)
    with written(shared_database, said) as (session, me):
        narrowed = picture(session, me, filters=Filters(since=since, until=until))
    within = [one for one in said if one.held_on and since <= one.held_on <= until]
    with written(shared_database, within) as (session, me):
        assert picture(session, me) == narrowed


@FEW
@given(talks())
def test_nobody_is_counted_twice_and_nobody_who_was_not_asked(
    shared_database: Database, said: list[Conversation]
) -> None:
    with written(shared_database, said) as (session, me):
        heard, asked = (records(q(session, me, EVERYTHING)) for q in (skills_heard, topics_asked))
        spoke = records(fields(session, me, EVERYTHING))
    people = {row["field_id"]: row["voices"] for row in spoke}
    about = {row["field_id"]: row["asked"] for row in asked if row["topic"] == "skills"}
    for row in asked:
        assert 0 <= row["answered"] <= row["asked"] <= people[row["field_id"]]
    for row in heard:
        stated = row["mandatory"] + row["helpful"] + row["not_needed"] + row["unstated"]
        assert 1 <= row["voices"] == stated <= about[row["field_id"]]
