"""Search: the same results on both engines, kept by every write, for the explorer alone."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.search import search
from lib.commands.interviews import remove_interview, save_conversation
from lib.commands.undo import undo
from lib.filters import EVERYTHING
from lib.model import search_text
from lib.queries.conversations import conversation
from lib.queries.history import latest_step
from lib.queries.search import texts_found
from lib.records import NoteLine, SkillSaid
from lib.searching import tokens
from lib.storage.database import Database
from tests.conftest import an_explorer
from tests.factories import a_person, an_interview, told


def found(session: Session, me: Explorer, typed: str) -> list[str]:
    return sorted(texts_found(session, me, EVERYTHING, typed)["text"])


def a_talk(session: Session, me: Explorer, *lines: str) -> UUID:
    notes = [NoteLine(text=line) for line in lines]
    return an_interview(session, me, "Nurse", person=a_person("Ann"), notes=notes)


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("call", ["On call every third week", "They call me at night"]),
        ("call WEEK", ["On call every third week"]),
        ('"on call"', ["On call every third week"]),
        ('"call on"', []),
        ("nig", ["They call me at night"]),
        ("call nig", ["They call me at night"]),
        ("nig call", []),
        ("ig", []),
        ("c++", ["C++ and .NET"]),
        ("c#", []),
        (".net", ["C++ and .NET"]),
        ("elan", ["With élan"]),
        ("", []),
        ('"*(', []),
        ("' OR 1=1 --", []),
    ],
)
def test_all_the_words_must_occur(
    session: Session, me: Explorer, typed: str, hits: list[str]
) -> None:
    lines = ("On call every third week", "They call me at night", "C++ and .NET", "With élan")
    a_talk(session, me, *lines)
    assert found(session, me, typed) == hits


def test_notes_quotes_and_takeaways_are_found_with_their_conversation(
    session: Session, me: Explorer
) -> None:
    said: dict[str, Any] = {"notes": [NoteLine(text="Apples")], "takeaway": "Apples again"}
    quoted = [SkillSaid(skill="Triage", quote="Apples, always")]
    an_interview(session, me, "Nurse", skills=quoted, **said)
    rows = texts_found(session, me, EVERYTHING, "apples")
    assert sorted(told(rows, "kind", "field")) == [
        ("note", "Nurse"),
        ("quote", "Nurse"),
        ("takeaway", "Nurse"),
    ]
    (one,) = search(session, me, EVERYTHING, "apples").conversations
    assert all("**Apples**" in line for line in one.lines)


def test_a_stranger_finds_nothing_of_mine(session: Session, me: Explorer) -> None:
    a_talk(session, me, "Apples")
    assert found(session, an_explorer(session), "apples") == []


def test_what_is_changed_removed_and_taken_back_is_found_as_it_stands(
    session: Session, me: Explorer
) -> None:
    talk = a_talk(session, me, "Apples", "Pears")
    now = conversation(session, me, talk)
    left = (now.notes[0].model_copy(update={"text": "Plums"}),)
    save_conversation(session, me, now.model_copy(update={"notes": left}))
    assert [found(session, me, word) for word in ("apples", "pears", "plums")] == [
        [],
        [],
        ["Plums"],
    ]
    step = latest_step(session, me)
    assert step
    undo(session, me, step)
    assert found(session, me, "apples") == ["Apples"]
    undo(session, me, remove_interview(session, me, talk))
    assert found(session, me, "pears") == ["Pears"]


def test_a_conversation_that_is_removed_leaves_no_word_behind(
    session: Session, me: Explorer
) -> None:
    remove_interview(session, me, a_talk(session, me, "Apples"))
    mine = search_text.c.explorer_id == me.explorer_id
    assert session.scalar(select(func.count()).select_from(search_text).where(mine)) == 0


WORDS = st.lists(st.sampled_from(["on", "call", "Call", "night", "über", "c++", "a"]), max_size=5)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=4), WORDS.filter(len).map(" ".join))
def test_a_text_is_found_exactly_when_it_holds_all_the_words(
    shared_database: Database, lines: list[str], typed: str
) -> None:
    with Session(shared_database.writer) as session:
        me = an_explorer(session)
        a_talk(session, me, *(line for line in lines if line))
        *whole, last = tokens(typed)
        hits = [
            line
            for line in lines
            if set(whole) <= set(tokens(line)) and any(t.startswith(last) for t in tokens(line))
        ]
        assert found(session, me, typed) == sorted(hits)
        session.rollback()
