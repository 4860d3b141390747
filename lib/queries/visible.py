"""Which conversations and findings a viewer may see at all, before any threshold; later answers."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from lib.access.viewer import Share, Viewer
from lib.filters import Filters
from lib.model import Field, Interview, Person
from lib.model.findings import Finding

Conditions = list[ColumnElement[bool]]


def held(
    viewer: Viewer,
    filters: Filters,
    field_id: Any = Interview.field_id,
    person_id: Any = Interview.person_id,
) -> Conditions:
    """What makes a row of Interview (joined with Person and Field) count for this viewer."""
    conditions = [
        Interview.explorer_id == viewer.explorer_id,
        Interview.status == "held",
        Person.explorer_id == Interview.explorer_id,
        Person.id == person_id,
        Field.explorer_id == Interview.explorer_id,
        Field.id == field_id,
        *in_fields(viewer, filters),
        *_held_between(viewer, filters),
    ]
    if isinstance(viewer, Share):
        conditions.append(Person.attribution != "off the record")
    return conditions


def in_fields(viewer: Viewer, filters: Filters) -> Conditions:
    """The fields that are looked at, of a row joined with Field; a link knows no stages."""
    conditions: Conditions = []
    if filters.fields:
        conditions.append(Field.id.in_(filters.fields))
    if isinstance(viewer, Share):
        return [*conditions, Field.id.in_(viewer.fields)]
    if filters.stages:
        conditions.append(Field.stage.in_(filters.stages))
    return conditions


def _held_between(viewer: Viewer, filters: Filters) -> Conditions:
    conditions: Conditions = []
    if isinstance(viewer, Share):
        return conditions
    if filters.since:
        conditions.append(Interview.held_on >= filters.since)
    if filters.until:
        conditions.append(Interview.held_on <= filters.until)
    return conditions


def open_to(viewer: Viewer, filters: Filters, finding: type[Finding]) -> Conditions:
    """What makes a finding count before any threshold: its interview is held, it is not hidden."""
    conditions = [
        finding.explorer_id == viewer.explorer_id,
        Interview.id == finding.interview_id,
        *held(viewer, filters, finding.field_id, finding.person_id),
    ]
    if isinstance(viewer, Share):
        conditions += [finding.private.is_(False), Interview.person_id.not_in(_hidden(viewer))]
    return conditions


def _hidden(viewer: Share) -> Select[Any]:
    """Who is off the record: what they tell of another's work counts nowhere either."""
    person = Person.__table__.alias("hidden")
    mine = person.c.explorer_id == viewer.explorer_id
    return select(person.c.id).where(mine, person.c.attribution == "off the record")


def latest(finding: type[Finding], *voice: Any, first: tuple[Any, ...] = ()) -> Any:
    """1 for the later answer of each voice: by day, then by the order of writing."""
    order = (*first, Interview.held_on.desc(), finding.interview_id.desc(), finding.id.desc())
    return func.row_number().over(partition_by=voice, order_by=order).label("later")
