"""What all reads share: whom the viewer may see, what counts as said, and frames of one dtype."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
    cast,
    func,
    literal,
    select,
    union,
)
from sqlalchemy.orm import Session

from lib.filters import Filters
from lib.model import FINDINGS, AgendaItem, Field, Interview, Person, Question, TopicAsked
from lib.viewer import Share, Viewer

Conditions = list[ColumnElement[bool]]


def frame(session: Session, query: Select[Any] | Any, dtypes: Mapping[str, str]) -> pd.DataFrame:
    """The rows with these columns and dtypes; ids become text, "cents" float units of money."""
    rows = session.execute(query).all()
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(dtypes)
    return pd.DataFrame(
        {
            name: _column(values, dtype)
            for (name, dtype), values in zip(dtypes.items(), columns, strict=True)
        }
    )


def _column(values: Any, dtype: str) -> "pd.Series[Any]":
    match dtype:
        case "id" | "text":
            return pd.Series(["" if v is None else str(v) for v in values], dtype="str")
        case "cents":
            return pd.Series([None if v is None else v / 100 for v in values], dtype="float64")
        case "date":
            return pd.Series(pd.to_datetime(list(values)), dtype="datetime64[s]")
        case "instant":
            return pd.Series(pd.to_datetime(list(values), utc=True), dtype="datetime64[us, UTC]")
        case _:
            return pd.Series(list(values), dtype=dtype)


def held(viewer: Viewer, filters: Filters, field_id: Any = Interview.field_id) -> Conditions:
    """What makes a row of Interview (joined with Person and Field) count for this viewer."""
    conditions = [
        Interview.explorer_id == viewer.explorer_id,
        Interview.status == "held",
        Person.explorer_id == Interview.explorer_id,
        Person.id == Interview.person_id,
        Field.explorer_id == Interview.explorer_id,
        Field.id == field_id,
        *in_fields(filters),
        *_held_between(filters),
    ]
    if isinstance(viewer, Share):
        conditions += [Field.id.in_(viewer.fields), Person.attribution != "off the record"]
    return conditions


def in_fields(filters: Filters) -> Conditions:
    """The fields that are looked at, by name and by stage; of a row joined with Field."""
    conditions: Conditions = []
    if filters.fields:
        conditions.append(Field.id.in_(filters.fields))
    if filters.stages:
        conditions.append(Field.stage.in_(filters.stages))
    return conditions


def _held_between(filters: Filters) -> Conditions:
    conditions: Conditions = []
    if filters.since:
        conditions.append(Interview.held_on >= filters.since)
    if filters.until:
        conditions.append(Interview.held_on <= filters.until)
    return conditions


def said(viewer: Viewer, filters: Filters, finding: Any) -> Conditions:
    """What makes a finding count: its interview is held, and it is not hidden from the viewer."""
    conditions = [
        finding.explorer_id == viewer.explorer_id,
        Interview.id == finding.interview_id,
        *held(viewer, filters, finding.field_id),
    ]
    if isinstance(viewer, Share):
        conditions.append(finding.private.is_(False))
    return conditions


def voices(viewer: Viewer, filters: Filters) -> Any:
    """field_id, person_id, interview_id: who speaks about which field, in which interview."""
    about = select(Interview.field_id, Interview.person_id, Interview.id.label("interview_id"))
    asides = [
        select(finding.field_id, finding.person_id, finding.interview_id).where(
            *said(viewer, filters, finding), finding.field_id != Interview.field_id
        )
        for finding in FINDINGS
    ]
    return union(about.where(*held(viewer, filters)), *asides).subquery()


def asked(viewer: Viewer, filters: Filters) -> Any:
    """field_id, person_id, interview_id, topic: who was asked, by a tick, a finding, an answer."""
    here = (Interview.field_id, Interview.person_id, Interview.id.label("interview_id"))
    ticks = (
        select(*here, TopicAsked.topic)
        .where(*held(viewer, filters))
        .where(
            TopicAsked.explorer_id == Interview.explorer_id,
            TopicAsked.interview_id == Interview.id,
        )
    )
    answers = (
        select(*here, Question.topic)
        .where(*held(viewer, filters))
        .where(
            AgendaItem.explorer_id == Interview.explorer_id,
            AgendaItem.interview_id == Interview.id,
            AgendaItem.answered.is_(True),
            Question.explorer_id == AgendaItem.explorer_id,
            Question.id == AgendaItem.question_id,
        )
    )
    return union(ticks, answers, *_told(viewer, filters)).subquery()


def answered(viewer: Viewer, filters: Filters) -> Any:
    """The columns of `asked`: who said something about what; "whom next": who led to whom."""
    onward = Person.__table__.alias("onward")
    here = (Interview.field_id, Interview.person_id, Interview.id.label("interview_id"))
    led = select(*here, literal("whom next").label("topic"))
    led = led.where(*held(viewer, filters)).where(
        onward.c.explorer_id == Interview.explorer_id,
        onward.c.introduced_by_id == Interview.person_id,
    )
    if isinstance(viewer, Share):
        led = led.where(onward.c.attribution != "off the record")
    return union(led, *_told(viewer, filters)).subquery()


def _told(viewer: Viewer, filters: Filters) -> list[Any]:
    return [
        select(
            *(finding.field_id, finding.person_id, finding.interview_id),
            literal(finding.topic).label("topic"),
        ).where(*said(viewer, filters, finding))
        for finding in FINDINGS
    ]


def latest(finding: Any, *voice: Any, first: tuple[Any, ...] = ()) -> Any:
    """1 for the later answer of each voice: by day, then by the order of writing."""
    order = (*first, Interview.held_on.desc(), finding.interview_id.desc(), finding.id.desc())
    return func.row_number().over(partition_by=voice, order_by=order).label("later")


def numbers(viewer: Viewer) -> Any:
    """person_id, number: 1 for the person who was written down first."""
    counted = func.row_number().over(order_by=Person.id).label("number")
    mine = select(Person.id.label("person_id"), counted)
    return mine.where(Person.explorer_id == viewer.explorer_id).subquery()


def label(viewer: Viewer, number: Any) -> ColumnElement[str]:
    """How the viewer may call the person: the explorer by name, a link as they agreed."""
    described = case(
        (Person.description != "", Person.description),
        (Person.role != "", Person.role),
        else_=literal("Person ").concat(cast(number, String)),
    )
    if isinstance(viewer, Share) and not viewer.names:
        return described
    named = Person.name != ""
    if isinstance(viewer, Share):
        named = and_(named, Person.attribution == "named")
    return case((named, Person.name), else_=described)


def employers(viewer: Viewer) -> Any:
    """organisation, number: every employer on the day as a number, which does not name it."""
    counted = func.dense_rank().over(order_by=Interview.organisation_folded).label("number")
    mine = select(Interview.organisation_folded.label("organisation"), counted).distinct()
    return mine.where(Interview.explorer_id == viewer.explorer_id).subquery()


def employer(groups: Any) -> ColumnElement[str]:
    """The group a voice belongs to; empty: no known employer, a group of its own."""
    return case((groups.c.organisation != "", cast(groups.c.number, String)), else_="")
