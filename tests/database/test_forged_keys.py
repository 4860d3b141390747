"""Keys come from a browser: whatever is none, or somebody else's, opens nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.evidence import behind
from lib.commands.interviews import save_conversation
from lib.errors import NotFound
from lib.filters import EVERYTHING
from lib.queries.evidence import _KEYS, evidence
from lib.storage.database import Database
from tests.conftest import an_explorer
from tests.factories import a_conversation, field_id, one_of_each, skill_id

HERE = "Data analyst"
MAIN = "base-gross-employed"
CRITERIA = ("interest", "skills", "months", "cost", "pay", "aspects", "outlook")


@dataclass(frozen=True)
class TwoOfThem:
    """Two explorers with data of every kind in one session; the ids of the second are forged."""

    session: Session
    me: Explorer
    theirs: tuple[str, ...]
    mine: tuple[str, ...]


@pytest.fixture(scope="module")
def two(shared_database: Database) -> Iterator[TwoOfThem]:
    """Written once for all keys of this module that are tried."""
    with Session(shared_database.writer) as session:
        me, other = an_explorer(session), an_explorer(session)
        yield TwoOfThem(session, me, a_full_set(session, other), a_full_set(session, me))
        session.rollback()


def a_full_set(session: Session, viewer: Explorer) -> tuple[str, ...]:
    """Ids of a field, a skill, a figure, a person and an interview."""
    said = a_conversation(interest_after=4, **one_of_each())
    save_conversation(session, viewer, said)
    names = field_id(session, viewer, HERE), skill_id(session, viewer, "Welding")
    return tuple(str(one) for one in (*names, said.salaries[0].id, said.person.id, said.id))


@pytest.mark.parametrize(
    "key",
    [
        *("", "/", "skill", "skill/", "skill//", "things", "topic/x/pay", "salary/x", "pay"),
        *("compare/x/pay", "pay/x/entry/unsaid", "pay/x/y/z", "nothing/x", "things/\x00"),
        *("SKILL/a/b", "skill/a/b/c", "interest/1/2", "__class__", "\ud800", "topic"),
        "skill/' OR 1=1 --/' OR 1=1 --",
    ],
)
def test_a_key_that_is_none_opens_nothing(two: TwoOfThem, key: str) -> None:
    assert nothing_opens(two, key)


@pytest.mark.parametrize(
    "topic", ["", "paid", "pay\x00", "\x00", "\ud800", "Pay", "pay/", "%", "x" * 9_999]
)
def test_a_topic_that_is_none_is_not_even_looked_for(two: TwoOfThem, topic: str) -> None:
    with pytest.raises(NotFound):
        evidence(two.session, two.me, EVERYTHING, f"topic/{two.mine[0]}/{topic}")
    assert nothing_opens(two, f"topic/{two.mine[0]}/{topic}")


def test_every_kind_of_key_opens_something_with_the_right_ids(two: TwoOfThem) -> None:
    assert all(not nothing_opens(two, key) for key in every_key(*two.mine[:3]))


def test_the_ids_of_another_explorer_open_nothing(two: TwoOfThem) -> None:
    (field, skill, _, *_), wrong = two.mine, two.theirs
    forged = [key for one in wrong for key in every_key(one, one, one)]
    forged += [f"skill/{one}/{field}" for one in wrong]
    forged += [f"skill/{skill}/{one}" for one in wrong]
    assert [key for key in forged if not nothing_opens(two, key)] == []


def test_an_id_in_the_place_of_another_opens_nothing(two: TwoOfThem) -> None:
    field, skill, figure, person, talk = two.mine
    forged = [key for one in (person, talk) for key in every_key(one, one, one)]
    forged += every_key(skill, field, field) + every_key(figure, figure, skill)
    assert [key for key in forged if not nothing_opens(two, key)] == []


@pytest.mark.parametrize("kind", ["pay", *_KEYS])
@pytest.mark.parametrize("word", ["", "\x00", "\ud800", "x", "' OR 1=1 --"], ids=ascii)
def test_a_word_in_any_place_of_a_key_opens_nothing(two: TwoOfThem, kind: str, word: str) -> None:
    field = two.mine[0]
    for parts in ((word,), (word, field), (field, word), (word, word), (field, word, MAIN)):
        assert nothing_opens(two, "/".join((kind, *parts)))


@settings(max_examples=40)
@given(st.text(max_size=80))
@example("topic/\x00/pay")
def test_any_text_opens_nothing(two: TwoOfThem, key: str) -> None:
    assert nothing_opens(two, key)


@settings(max_examples=60)
@given(st.data())
def test_any_text_in_any_place_of_a_key_opens_nothing(two: TwoOfThem, data: st.DataObject) -> None:
    kinds = ("pay", *_KEYS)
    known = ("pay", "entry", "upside", "growing", MAIN, *two.theirs)
    part = st.one_of(st.text(max_size=40), st.uuids().map(str), st.sampled_from(known))
    parts = data.draw(st.lists(part, max_size=4))
    key = "/".join((data.draw(st.sampled_from(kinds)), *parts))
    assert nothing_opens(two, key)


def every_key(field: str, skill: str, figure: str) -> list[str]:
    """A key of every kind."""
    marks = [f"topic/{field}/pay", f"things/{field}", f"interest/{field}", f"salary/{figure}"]
    compared = [f"compare/{field}/{criterion}" for criterion in CRITERIA]
    return [f"skill/{skill}/{field}", f"pay/{field}/entry/{MAIN}", *marks, *compared]


def nothing_opens(two: TwoOfThem, key: str) -> bool:
    """No row, or NotFound; anything else that is raised fails the test."""
    try:
        return behind(two.session, two.me, EVERYTHING, key).empty
    except NotFound:
        return True
