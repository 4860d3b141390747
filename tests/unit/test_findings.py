"""A kind of finding has one description; record, row, form and screens leave none of it out."""

from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import pytest

from lib.findings import KINDS, Kind
from lib.findings.parts import Code, Flag, Money, Part, Reference, Span, Typed, Whole, Word
from lib.model import FINDINGS
from lib.model.findings import Finding
from lib.records import RECORDS, Conversation, Said
from lib.ui.record import rest, rows
from lib.ui.record.findings import HEADINGS, QUESTIONS
from lib.ui.record.rows import FACES
from lib.ui.record.suggested import KINDS as READ
from tests.records_made import options

EACH = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.list_of)
OF_ALL = {"id", "explorer_id", *(n for n in Finding.__annotations__ if n.endswith("_id"))}
OF_ALL |= {"quote", "private"}
"""Columns that every finding has."""


def test_every_list_of_a_conversation_has_its_kind_in_their_order() -> None:
    lists = {
        name: get_args(field.annotation)[0]
        for name, field in Conversation.model_fields.items()
        if get_origin(field.annotation) is tuple
        and isinstance(get_args(field.annotation)[0], type)
        and issubclass(get_args(field.annotation)[0], Said)
    }
    assert {kind.list_of: kind.record for kind in KINDS} == lists == RECORDS
    assert [kind.list_of for kind in KINDS] == list(RECORDS) == list(lists)
    assert tuple(kind.table for kind in KINDS) == FINDINGS


@EACH
def test_every_field_and_every_column_has_its_role(kind: Kind) -> None:
    assert set(kind.dtypes) == set(kind.record.model_fields) - set(Said.model_fields)
    kept = {column for part in kind.parts for column in part.kept}
    assert kept == set(kind.table.__table__.c.keys()) - OF_ALL


@EACH
def test_a_role_is_what_the_record_holds(kind: Kind) -> None:
    types: dict[type[Part], Any] = {Reference: str, Typed: str, Code: str, Whole: int, Flag: bool}
    types |= {Span: float, Money: Decimal}
    for part in kind.parts:
        for end in part.ends:
            field = kind.record.model_fields[end]
            found = set(options(field.annotation))
            if isinstance(part, Word):
                assert found == {part.words}
                assert get_origin(part.words) is Literal
                assert field.is_required() or field.default == part.empty
            else:
                assert found == {types[type(part)]}, end


@EACH
def test_what_is_named_of_a_kind_is_there(kind: Kind) -> None:
    assert {kind.counts_by, *filter(None, [kind.by])} <= set(kind.by_name)
    assert set(kind.alike) <= set(kind.table.__table__.c.keys())
    told_apart = kind.by_name.get(kind.by)
    words = set(get_args(told_apart.words)) if isinstance(told_apart, Word) else {""}
    assert set(kind.cell_words.values()) == words
    for sort in kind.sorts:
        assert set(sort.fixed) <= set(kind.by_name)


@EACH
def test_what_is_written_by_hand_has_every_kind(kind: Kind) -> None:
    """A row of the form, its heading and boxes, the question for its name."""
    marks = {sort.mark for sort in kind.sorts}
    assert kind.list_of in FACES
    assert set(HEADINGS[kind.list_of][1]) == marks
    assert QUESTIONS[kind.list_of]
    assert marks <= set(READ) | UNREAD


UNREAD: set[str] = set()
"""Marks of which the reader of notes knows nothing: they are pressed by hand."""


@EACH
def test_everything_that_a_kind_keeps_can_be_typed_on_record(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A figure's units stand in its phrase; all else has a widget in the row or behind *More*."""
    drawn: list[str] = []

    def widget(form: Any, label: str, where: tuple[str, ...], *more: Any, **also: Any) -> None:
        drawn.append(where[-1])

    for room in (rows, rest):
        for one in ("name", "one_of", "text", "long_text", "ticked", "whole"):
            monkeypatch.setattr(room, one, widget, raising=False)
    form: Any = None
    FACES[kind.list_of](form, (kind.list_of, "id"), [])
    if kind.list_of == "salaries":
        rows.deciding(form, (kind.list_of, "id"))
    if kind.list_of in rest.OF_KIND:
        rest.OF_KIND[kind.list_of](form, (kind.list_of, "id"))
    assert sorted(drawn) == sorted(set(kind.by_name) - kind.units)
