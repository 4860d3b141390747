"""What all reads share: whom the viewer may see, what counts as said, and frames of one dtype."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
    tuple_,
    union,
)
from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.filters import EVERYTHING, Filters
from lib.model import (
    FINDINGS,
    AgendaItem,
    AspectFinding,
    Field,
    Interview,
    Person,
    Question,
    ShareQuote,
    TopicAsked,
)
from lib.skills import taxonomy
from lib.typed import TYPED
from lib.words import THEMES

Conditions = list[ColumnElement[bool]]


def frame(
    session: Session, viewer: Viewer, query: Select[Any] | Any, dtypes: Mapping[str, str]
) -> pd.DataFrame:
    """The rows with these columns and dtypes; ids as the viewer may see them, "cents" as units.

    A "group" is selected as the interview's id, and becomes the employer on that day; a "person"
    without a label (see `label`) becomes "Person 3", by their `person_id`. Both are looked up
    beside the query: joined to it, SQLite would read all of them once a row.
    """
    rows = session.execute(query).all()
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(dtypes)
    kinds = dtypes.values()
    employers = _employers(session, viewer) if "group" in kinds and rows else {}
    seen = {
        name: _as_seen(viewer, values, dtype, employers)
        for (name, dtype), values in zip(dtypes.items(), columns, strict=True)
    }
    for name, dtype in dtypes.items():
        if dtype == "person":
            seen[name] = _called(session, viewer, seen[name], seen["person_id"])
    return pd.DataFrame({name: _column(values, dtypes[name]) for name, values in seen.items()})


def _as_seen(viewer: Viewer, values: Any, dtype: str, employers: Mapping[UUID, str]) -> Any:
    """Ids and keys of groups as the viewer may see them."""
    match dtype:
        case "id":
            return [None if v is None else viewer.shown(v) for v in values]
        case "group":
            return [employers.get(v, "") for v in values]
        case _:
            return values


def _employers(session: Session, viewer: Viewer) -> dict[UUID, str]:
    """The employer on the day of each interview, as a key that does not name it."""
    number = func.dense_rank().over(order_by=Interview.organisation_folded)
    mine = Interview.explorer_id == viewer.explorer_id
    known = select(Interview.id, number).where(mine, Interview.organisation_folded != "")
    return {identity: viewer.opaque(str(place)) for identity, place in session.execute(known)}


def _called(
    session: Session, viewer: Viewer, labels: Sequence[str], people: Sequence[str]
) -> Sequence[str]:
    """The labels, with a number for whom there is none: 1 was written down first.

    Of a link only those count who may be seen.
    """
    if all(labels):
        return labels
    mine = select(Person.id).where(Person.explorer_id == viewer.explorer_id).order_by(Person.id)
    if isinstance(viewer, Share):
        spoke = voices(viewer, EVERYTHING)
        mine = mine.where(Person.id.in_(select(spoke.c.person_id)))
    numbers = {viewer.shown(one): place for place, one in enumerate(session.scalars(mine), 1)}
    return [
        label or f"Person {numbers[person]}" for label, person in zip(labels, people, strict=True)
    ]


def _column(values: Any, dtype: str) -> "pd.Series[Any]":
    match dtype:
        case "id" | "group" | "person" | "text":
            return pd.Series(["" if v is None else str(v) for v in values], dtype="str")
        case "cents":
            return pd.Series([None if v is None else v / 100 for v in values], dtype="float64")
        case "date":
            return pd.Series(pd.to_datetime(list(values)), dtype="datetime64[s]")
        case "instant":
            return pd.Series(pd.to_datetime(list(values), utc=True), dtype="datetime64[us, UTC]")
        case _:
            return pd.Series(list(values), dtype=dtype)


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


def said(viewer: Viewer, filters: Filters, finding: Any) -> Conditions:
    """What makes a finding count: its interview is held, and it is not hidden from the viewer."""
    conditions = _open(viewer, filters, finding)
    if isinstance(viewer, Share) and viewer.threshold > 1:
        conditions.append(alike_by_enough(viewer, finding))
    return conditions


def alike_by_enough(
    viewer: Share, finding: Any, *beside: Any, where: Conditions | None = None
) -> ColumnElement[bool]:
    """Whether enough people said what this finding says, and what `beside` holds along with it.

    Alike is what was typed alike and reads alike: where the wording of one was released and that
    of the other not, or differently, a link would show a group of one.
    """
    typed = TYPED.get(finding, ())
    same = (
        finding.field_id,
        *(getattr(finding, name) for name in finding.alike),
        *(words(viewer, getattr(finding, name)) for name in finding.alike if name in typed),
        *beside,
    )
    groups = (
        select(*same)
        .where(*_open(viewer, EVERYTHING, finding), *(where or []))
        .group_by(*same)
        .having(func.count(finding.person_id.distinct()) >= viewer.threshold)
    )
    return tuple_(*same).in_(groups.correlate(None))


def _open(viewer: Viewer, filters: Filters, finding: Any) -> Conditions:
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


def voices(viewer: Viewer, filters: Filters) -> Any:
    """field_id, person_id, interview_id: who speaks about which field, in which interview.

    Also of whom a file says that somebody else's conversation holds their words.
    """
    about = select(Interview.field_id, Interview.person_id, Interview.id.label("interview_id"))
    asides = [
        select(finding.field_id, finding.person_id, finding.interview_id).where(
            *said(viewer, filters, finding),
            or_(finding.field_id != Interview.field_id, finding.person_id != Interview.person_id),
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
            *_nothing_private(viewer, TopicAsked.topic),
        )
    )
    return union(ticks, _answers(viewer, filters), *_told(viewer, filters)).subquery()


def _answers(viewer: Viewer, filters: Filters) -> Any:
    """Questions of the agenda that were answered; they speak for the interview's own field."""
    here = (Interview.field_id, Interview.person_id, Interview.id.label("interview_id"))
    return select(*here, Question.topic).where(*held(viewer, filters), *questions_answered(viewer))


def questions_answered(viewer: Viewer) -> Conditions:
    """What makes a question of the agenda (joined with Interview) an answer."""
    return [
        AgendaItem.explorer_id == Interview.explorer_id,
        AgendaItem.interview_id == Interview.id,
        AgendaItem.answered.is_(True),
        Question.explorer_id == AgendaItem.explorer_id,
        Question.id == AgendaItem.question_id,
        *_nothing_private(viewer, Question.topic),
    ]


def _nothing_private(viewer: Viewer, topic: Any) -> Conditions:
    """For a link: whoever answered in private was not asked either."""
    if not isinstance(viewer, Share):
        return []
    return [
        ~exists().where(
            finding.explorer_id == Interview.explorer_id,
            finding.interview_id == Interview.id,
            finding.private.is_(True),
            topic == finding.topic,
        )
        for finding in FINDINGS
    ]


def answered(viewer: Viewer, filters: Filters) -> Any:
    """The columns of `asked`: who said something about what; "whom next": who led to whom."""
    onward = Person.__table__.alias("onward")
    here = (Interview.field_id, Interview.person_id, Interview.id.label("interview_id"))
    introduced = select(onward.c.introduced_by_id).where(
        onward.c.explorer_id == viewer.explorer_id, onward.c.introduced_by_id.is_not(None)
    )
    if isinstance(viewer, Share):
        shown = select(Interview.person_id).where(*held(viewer, EVERYTHING)).correlate(None)
        introduced = introduced.where(onward.c.id.in_(shown))
    led = select(*here, literal("whom next").label("topic"))
    led = led.where(*held(viewer, filters), Interview.person_id.in_(introduced))
    return union(led, _answers(viewer, filters), *_told(viewer, filters)).subquery()


def _told(viewer: Viewer, filters: Filters) -> list[Any]:
    return [
        select(
            *(finding.field_id, finding.person_id, finding.interview_id),
            literal(finding.topic).label("topic"),
        ).where(*said(viewer, filters, finding))
        for finding in FINDINGS
    ]


def enough(viewer: Viewer, people: Any) -> ColumnElement[int]:
    """A number of people; none where a link may not show so few."""
    fewest = viewer.threshold if isinstance(viewer, Share) else 1
    return case((people >= fewest, people), else_=0)


def words(viewer: Viewer, column: Any) -> ColumnElement[str]:
    """What somebody typed: as it stands for the explorer, for a link in the wording released.

    A link's SELECT does not name the column. What was not read and released for it is empty.
    """
    if not isinstance(viewer, Share):
        return func.coalesce(column, "")
    table = column.parent.entity
    released = select(ShareQuote.wording).where(
        ShareQuote.explorer_id == viewer.explorer_id,
        ShareQuote.share_id == viewer.share_id,
        ShareQuote.table_name == column.class_.__tablename__,
        ShareQuote.column_name == column.key,
        ShareQuote.row_id == table.id,
        ShareQuote.released_at.is_not(None),
    )
    return func.coalesce(released.correlate(table).scalar_subquery(), "")


def quoted(viewer: Viewer, finding: Any) -> ColumnElement[str]:
    """The words behind a finding; a link has them only where it was made with quotes."""
    if isinstance(viewer, Share) and not viewer.quotes:
        return literal("")
    return words(viewer, finding.quote)


def skill_named(viewer: Viewer, skill: Any) -> ColumnElement[str]:
    """A skill's name: a spelling of the taxonomy, or as `words`; `skill` is Skill or an alias."""
    if not isinstance(viewer, Share):
        return func.coalesce(skill.name, "").label("skill")
    known = (skill.folded.in_(taxonomy.folded_spellings()), skill.name)
    return case(known, else_=words(viewer, skill.name)).label("skill")


def themed(viewer: Viewer) -> ColumnElement[str]:
    """The theme of something good or hard: of the closed list, or as `words`."""
    if not isinstance(viewer, Share):
        return func.coalesce(AspectFinding.theme, "").label("theme")
    known = [(AspectFinding.theme == theme, literal(theme)) for theme in THEMES]
    return case(*known, else_=words(viewer, AspectFinding.theme)).label("theme")


def by_enough(viewer: Viewer, rows: pd.DataFrame, *group: str) -> pd.DataFrame:
    """The rows whose group holds enough people for a link to show."""
    if not isinstance(viewer, Share):
        return rows
    people = rows.groupby(list(group))["person_id"].transform("nunique")
    return rows[people >= viewer.threshold].reset_index(drop=True)


def latest(finding: Any, *voice: Any, first: tuple[Any, ...] = ()) -> Any:
    """1 for the later answer of each voice: by day, then by the order of writing."""
    order = (*first, Interview.held_on.desc(), finding.interview_id.desc(), finding.id.desc())
    return func.row_number().over(partition_by=voice, order_by=order).label("later")


def label(viewer: Viewer) -> ColumnElement[str]:
    """How the viewer may call the person: the explorer by name, a link as they agreed.

    Empty where nothing may be said: `frame` numbers such a person.
    """
    description, role = words(viewer, Person.description), words(viewer, Person.role)
    described = case((description != "", description), else_=role)
    if isinstance(viewer, Share) and not viewer.names:
        return described
    named = Person.name != ""
    if isinstance(viewer, Share):
        named = and_(named, Person.attribution == "named")
    return case((named, Person.name), else_=described)
