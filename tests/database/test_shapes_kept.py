"""What was said of a sheet's columns holds for the next such file, and goes as all else does."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.forgetting import forget_person
from lib.commands.undo import undo
from lib.importing import Parsed, Report, apply, plan, read_file
from lib.importing.existing import profile
from lib.importing.matching.shapes import (
    MOST_KEPT,
    Shape,
    fingerprint,
    kept_shapes,
    kept_with,
)
from lib.importing.parsed import Sheet
from lib.model import Change, Person
from lib.model import Explorer as ExplorerRow

HEADINGS = ("Bucket", "Who", "When", "Stand")
SHEET = "Bucket,Who,When,Stand\nBaking,Uma Lind,2026-03-02,circling back\n"
KEY = fingerprint(HEADINGS)
SAID = Shape({"bucket": "field"}, {"circling back": "requested"})


def read(session: Session, me: Explorer, text: str = SHEET, **more: Any) -> Parsed:
    kept = kept_shapes(profile(session, me)["shapes"])
    return read_file("a.csv", text.encode(), shape=more.get("shape", kept.get))


def bring(session: Session, me: Explorer) -> Report:
    parsed = read(session, me, shape=lambda key: SAID)
    return apply(session, me, plan(session, me, parsed), shapes={KEY: SAID})


def test_the_next_such_file_is_read_the_same(session: Session, me: Explorer) -> None:
    bring(session, me)
    parsed = read(session, me, SHEET.replace("Uma Lind", "Bo Reed"))
    assert isinstance(parsed.content, Sheet)
    (row,) = parsed.content.rows
    assert (row.said.field, row.said.status) == ("Baking", "requested")


def test_taking_the_file_back_takes_back_what_was_said(session: Session, me: Explorer) -> None:
    done = bring(session, me)
    assert done.step is not None
    undo(session, me, done.step)
    assert profile(session, me)["shapes"] == ""


def test_a_word_that_names_somebody_goes_with_them(session: Session, me: Explorer) -> None:
    bring(session, me)
    named = Shape({"uma lind said": "notes"})
    other = read_file("b.csv", b"field,held_on,person\nBaking,2026-03-04,Bo Reed\n")
    apply(session, me, plan(session, me, other), shapes={"x": named})
    assert set(kept_shapes(profile(session, me)["shapes"])) == {KEY, "x"}
    uma = session.scalars(
        select(Person.id).where(Person.explorer_id == me.explorer_id, Person.name == "Uma Lind")
    ).one()
    forget_person(session, me, person_id=uma, keep_findings=False)
    assert profile(session, me)["shapes"] == ""
    changes = select(Change).where(
        Change.explorer_id == me.explorer_id, Change.table_name == ExplorerRow.__tablename__
    )
    kept = [str((one.before, one.after)).lower() for one in session.scalars(changes)]
    assert not [one for one in kept if "uma lind" in one]


def test_of_many_the_latest_are_kept() -> None:
    text = ""
    for number in range(MOST_KEPT + 5):
        text = kept_with(text, {str(number): Shape({"a": "field"})})
    assert list(kept_shapes(text)) == [str(number) for number in range(5, MOST_KEPT + 5)]
    again = kept_with(text, {"7": Shape({"a": "person"})})
    assert list(kept_shapes(again))[-1] == "7"
    assert kept_with("", {}) == ""


words = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=9)


@given(st.dictionaries(words, st.builds(Shape, st.dictionaries(st.sampled_from(["bucket", "who"]),
       st.sampled_from(["field", "person+role", "leave"]))), max_size=4))  # fmt: skip
def test_what_is_kept_is_read_back(shapes: dict[str, Shape]) -> None:
    assert kept_shapes(kept_with("", shapes)) == shapes


@pytest.mark.parametrize("text", ["{", "[]", "7", '{"a": 7}', '{"a": {"columns": {"b": 7}}}', ""])
def test_what_cannot_be_read_is_nothing(text: str) -> None:
    assert kept_shapes(text) == {}
