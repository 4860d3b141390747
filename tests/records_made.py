"""Records made from their own fields: the next field is covered the day it is added."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin
from uuid import UUID

from lib.ids import new_id
from lib.records import RECORDS, Conversation, NoteLine, PersonSaid, Said
from tests.factories import a_person

BASES: dict[str, dict[str, Any]] = {
    "skills": {"skill": "Welding"},
    "trainings": {"name": "Evening course", "cost_low": Decimal(500)},
    "salaries": {"low": Decimal(50_000)},
    "aspects": {"side": "upside", "theme": "Autonomy"},
    "steps": {"title": "Apprentice", "low": Decimal(40_000)},
    "outlooks": {"direction": "growing"},
}
"""The least of each kind by which it counts; amounts, since a currency alone says nothing."""
LINE = NoteLine(text="The line they stand in.")
OWN = {"id"}
"""Who a record is, not what it says."""


def fields() -> Iterator[tuple[str, str]]:
    """Every list of findings with every field of its record."""
    for kind, record in RECORDS.items():
        for name in record.model_fields:
            if name not in OWN:
                yield kind, name


def base(kind: str, /, **values: Any) -> Said:
    """The least finding of a kind, with its words."""
    return RECORDS[kind](**{**BASES[kind], "quote": "So it is.", **values})


def changed(kind: str, name: str) -> Said:
    """The same finding with one field that says something else."""
    field = RECORDS[kind].model_fields[name]
    before = getattr(base(kind), name)
    return base(kind, **{name: another(name, field.annotation, before)})


def another(name: str, annotation: Any, before: Any) -> Any:
    """A value of the field's type that is not the one before; higher, where it is a number."""
    if name == "note_id":
        return LINE.id
    for one in options(annotation):
        if one is bool:
            return not before
        if get_origin(one) is Literal:
            return next(word for word in get_args(one) if word != before)
        if one is str:
            return "EUR" if name == "currency" else f"Word of {name.replace('_', ' ')}"
        if one is int:
            return 2024 if name == "year" else 7
        if one is float:
            return 30.0
        if one is Decimal:
            return Decimal(61_000)
        if one is date:
            return date(2026, 3, 1)
        if one is UUID:
            return new_id()
    raise AssertionError(f"{name}: teach this test to make a {annotation}")


def options(annotation: Any) -> Iterator[Any]:
    """The types within an annotation: of a union each, of an annotated type the type."""
    if get_origin(annotation) is Literal:
        yield annotation
        return
    parts = get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        yield from options(parts[0])
    elif parts:
        for part in parts:
            if part is not type(None):
                yield from options(part)
    else:
        yield annotation


def talk(kind: str, *said: Said, **values: Any) -> Conversation:
    """A held conversation in which this alone was said."""
    more: dict[str, Any] = {"held_on": date(2026, 3, 2), "notes": (LINE,), kind: said, **values}
    return Conversation(field="Nurse", person=a_person("Zebulon"), **more)


def about(record: type[Conversation] | type[PersonSaid]) -> list[str]:
    """The fields of a conversation or a person that say something by themselves."""
    left = {*OWN, *RECORDS, "version", "person", "notes"}
    return [name for name in record.model_fields if name not in left]
