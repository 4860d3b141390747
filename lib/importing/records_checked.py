"""Whether a row can be read back as the record that forms work with, and what is made from it."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from lib.access.anchors import parsed
from lib.errors import Refused
from lib.figures import kept_moment, known_zone
from lib.meeting.hours import working_day
from lib.model import FINDINGS, CalendarEvent, Comment, Field, Interview, Note, Person, Skill
from lib.queries.conversations import finding_said
from lib.records import SHORT, Conversation, NoteLine, PersonSaid, problems
from lib.text import fold

Row = dict[str, Any]

DERIVED = ("folded", "organisation_folded")
"""Columns that follow from others, so that a row may leave them out."""

FOLDED: dict[type[Any], tuple[str, ...]] = {
    Field: ("name",),
    Skill: ("name",),
    Person: ("name", "organisation"),
    Interview: ("organisation",),
}

SOMEBODY = PersonSaid(id=UUID(int=0))


def unreadable(model: type[Any], values: Row) -> Iterator[tuple[str, str]]:
    """Column and sentence of all that a screen could not read."""
    if model in (Field, Skill) and not fold(values["name"]):
        yield "name", "This is needed."
    for column in FOLDED.get(model, ()):
        if len(fold(values[column])) > SHORT:
            yield column, "This is too long to be looked up by."
    if model is Comment:
        yield from _leading_nowhere(values)
    yield from _unusual_hours(model, values)
    try:
        _read(model, values)
    except ValidationError as error:
        for problem in problems(error):
            yield str(problem.where[0]) if problem.where else "", problem.message


def derived(model: type[Any], values: Row) -> Row:
    """The row with the keys that names are found by made anew."""
    for made, column in zip(DERIVED, ("name", "organisation"), strict=True):
        if made in values:
            values = {**values, made: fold(values[column])}
    return values


def _leading_nowhere(values: Row) -> Iterator[tuple[str, str]]:
    try:
        parsed(values["anchor"])
    except ValueError:
        yield "anchor", "This leads to no screen, figure, field or conversation."


def _unusual_hours(model: type[Any], values: Row) -> Iterator[tuple[str, str]]:
    """Zones and hours that no clock knows."""
    try:
        if values.get("zone") and model in (Person, CalendarEvent):
            known_zone(values["zone"])
        if model is Person:
            working_day(values["day_begins"], values["day_ends"], values["working_days"])
        if model is CalendarEvent:
            kept_moment(values["starts_at"])
    except Refused as refused:
        yield refused.where or "zone", str(refused)


def _read(model: type[Any], values: Row) -> None:
    if model in FINDINGS:
        named: Any = {values.get(column): "named" for column in ("field_id", "skill_id")}
        finding_said(model, values, values["field_id"], named)
    elif model is Person:
        PersonSaid(**{name: values[name] for name in PersonSaid.model_fields})
    elif model is Note:
        NoteLine(id=values["id"], text=values["text"])
    elif model is Interview:
        kept = {name: values[name] for name in Conversation.model_fields if name in values}
        Conversation(**kept, field="named", person=SOMEBODY)
