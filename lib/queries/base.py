"""What all reads share: whom the viewer may see, what counts as said, and frames of one dtype."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    and_,
    case,
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
from lib.findings import BY_TABLE, Kind
from lib.findings.aspect import ASPECT
from lib.findings.parts import Typed, Word
from lib.model import (
    FINDINGS,
    AgendaItem,
    Field,
    Interview,
    Person,
    ShareQuote,
    Skill,
    SkillFinding,
    TopicAsked,
)
from lib.skills import taxonomy

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
        by_enough = _now_by_enough if BY_TABLE[finding].replaced else alike_by_enough
        conditions += [by_enough(viewer, finding), *_named(finding)]
    return conditions


def alike_by_enough(
    viewer: Share, finding: Any, *beside: Any, where: Conditions | None = None
) -> ColumnElement[bool]:
    """Whether enough people said what this finding says, and what `beside` holds along with it.

    Alike is what was typed alike and reads alike, by folded names and the skill that counts: where
    the wording of one was released and that of the other not, or differently, a link would show a
    group of one. Of what stands beside, each person's later answer counts.
    """
    kind = BY_TABLE[finding]
    typed = [name for name in kind.alike if name in kind.typed]
    thing = (
        finding.field_id,
        *(alike(viewer, getattr(finding, name)) for name in kind.alike),
        *(_spelled(viewer, words(viewer, getattr(finding, name))) for name in typed),
    )
    same = (*thing, *beside)
    replaces = beside and not kind.several
    unstated = [column == "unstated" for column in beside if column is SkillFinding.necessity]
    later = latest(finding, finding.person_id, *thing, first=tuple(unstated))
    answers = (
        select(
            *(one.label(f"same_{place}") for place, one in enumerate(same)),
            finding.person_id,
            *([later] if replaces else []),
            case((and_(*_named(finding), *(where or [])), 1), else_=0).label("counts"),
        )
        .where(*_open(viewer, EVERYTHING, finding))
        .correlate(None)
        .subquery()
    )
    columns = list(answers.c)[: len(same)]
    groups = (
        select(*columns)
        .where(answers.c.counts == 1, *([answers.c.later == 1] if replaces else []))
        .group_by(*columns)
        .having(func.count(answers.c.person_id.distinct()) >= viewer.threshold)
    )
    return tuple_(*same).in_(groups)


def alike(viewer: Share, column: Any) -> Any:
    """A column by which answers are one: a name as it is spelled first, a skill as it counts."""
    if column.key != "skill_id":
        return _spelled(viewer, column) if isinstance(column.type, String) else column
    counts = select(func.coalesce(Skill.merged_into_id, Skill.id))
    its = (Skill.explorer_id == viewer.explorer_id, Skill.id == column)
    return counts.where(*its).correlate(column.class_).scalar_subquery()


def _spelled(viewer: Share, text: Any) -> Any:
    """The spelling that stands for all that are one when folded."""
    return case(dict(viewer.spellings), value=text, else_=text) if viewer.spellings else text


def _now_by_enough(viewer: Share, finding: Any) -> ColumnElement[bool]:
    """Whether enough people say now what the one who said this says now.

    For answers of which the later replaces the earlier, whatever either was.
    """
    voice, (name,) = (finding.field_id, finding.person_id), BY_TABLE[finding].alike
    answer = getattr(finding, name)
    answers = (
        select(*voice, answer.label("answer"), latest(finding, *voice))
        .where(*_open(viewer, EVERYTHING, finding), answer != "unstated")
        .correlate(None)
        .subquery()
    )
    now = select(answers).where(answers.c.later == 1).cte()
    groups = select(now.c.field_id, now.c.answer).group_by(now.c.field_id, now.c.answer)
    groups = groups.having(func.count() >= viewer.threshold)
    kept = select(now.c.field_id, now.c.person_id)
    return tuple_(*voice).in_(kept.where(tuple_(now.c.field_id, now.c.answer).in_(groups)))


def _named(finding: Any) -> Conditions:
    """What has no name or figure yet is nothing that another could have said too."""
    part = BY_TABLE[finding].naming
    columns = [getattr(finding, name) for name in part.kept]
    if isinstance(part, Typed | Word):
        return [columns[0] != (part.empty if isinstance(part, Word) else "")]
    return [or_(*(column.is_not(None) for column in columns))]


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

    Also of whom a file says that somebody else's conversation holds their words. Whose words a
    link's threshold withholds was asked, and so was heard.
    """
    about = select(Interview.field_id, Interview.person_id, Interview.id.label("interview_id"))
    asides = [
        select(finding.field_id, finding.person_id, finding.interview_id).where(
            *_open(viewer, filters, finding),
            or_(finding.field_id != Interview.field_id, finding.person_id != Interview.person_id),
        )
        for finding in FINDINGS
    ]
    return union(about.where(*held(viewer, filters)), *asides).subquery()


def asked(viewer: Viewer, filters: Filters) -> Any:
    """field_id, person_id, interview_id, topic: who was asked, by a tick, a finding, an answer.

    What a link's threshold withholds stands as if it had been ticked.
    """
    here = (Interview.field_id, Interview.person_id, Interview.id.label("interview_id"))
    ticks = (
        select(*here, TopicAsked.topic)
        .where(*held(viewer, filters))
        .where(
            TopicAsked.explorer_id == Interview.explorer_id,
            TopicAsked.interview_id == Interview.id,
        )
    )
    return union(ticks, _answers(viewer, filters), *_told(viewer, filters, _open)).subquery()


def _answers(viewer: Viewer, filters: Filters) -> Any:
    """Questions of the agenda that were answered; they speak for the interview's own field."""
    here = (Interview.field_id, Interview.person_id, Interview.id.label("interview_id"))
    return select(*here, AgendaItem.topic).where(
        *held(viewer, filters), *questions_answered(viewer)
    )


def questions_answered(viewer: Viewer) -> Conditions:
    """What makes a question of the agenda (joined with Interview) an answer."""
    return [
        AgendaItem.explorer_id == Interview.explorer_id,
        AgendaItem.interview_id == Interview.id,
        AgendaItem.answered.is_(True),
        AgendaItem.topic.is_not(None),
    ]


def answered(viewer: Viewer, filters: Filters) -> Any:
    """The columns of `asked`: who said something about what; "whom next": who led to whom."""
    noted = select(noted_beside(viewer, filters))
    return union(noted, *_told(viewer, filters, said)).subquery()


def noted_beside(viewer: Viewer, filters: Filters) -> Any:
    """The columns of `asked`: who answered without a finding, by a question or an introduction.

    A link with a threshold has those of a field and topic where enough did.
    """
    noted = union(_led(viewer, filters), _answers(viewer, filters)).subquery()
    if not isinstance(viewer, Share) or viewer.threshold == 1:
        return noted
    every = (
        noted if filters == EVERYTHING else noted_beside(replace(viewer, threshold=1), EVERYTHING)
    )
    about = (every.c.field_id, every.c.topic)
    enough_did = select(*about).group_by(*about)
    enough_did = enough_did.having(func.count(every.c.person_id.distinct()) >= viewer.threshold)
    kept = tuple_(noted.c.field_id, noted.c.topic).in_(enough_did)
    return select(noted).where(kept).subquery()


def _led(viewer: Viewer, filters: Filters) -> Any:
    onward = Person.__table__.alias("onward")
    here = (Interview.field_id, Interview.person_id, Interview.id.label("interview_id"))
    introduced = select(onward.c.introduced_by_id).where(
        onward.c.explorer_id == viewer.explorer_id, onward.c.introduced_by_id.is_not(None)
    )
    if isinstance(viewer, Share):
        shown = select(Interview.person_id).where(*held(viewer, EVERYTHING)).correlate(None)
        introduced = introduced.where(onward.c.id.in_(shown))
    led = select(*here, literal("whom next").label("topic"))
    return led.where(*held(viewer, filters), Interview.person_id.in_(introduced))


def _told(viewer: Viewer, filters: Filters, counts: Callable[..., Conditions]) -> list[Any]:
    return [
        select(
            *(finding.field_id, finding.person_id, finding.interview_id),
            literal(BY_TABLE[finding].topic).label("topic"),
        ).where(*counts(viewer, filters, finding))
        for finding in FINDINGS
    ]


def at_most(viewer: Viewer, people: int) -> int:
    """Those asked, as the viewer may know it: for a link rounded up to whole steps, 7 to 8 by two.

    Under its threshold nobody was asked.
    """
    if not isinstance(viewer, Share):
        return people
    return 0 if people < viewer.threshold else -(-people // viewer.threshold) * viewer.threshold


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


def worded(viewer: Viewer, kind: Kind, name: str) -> ColumnElement[str]:
    """What was typed into one part of a finding: of a closed list, or as `words`."""
    column, known = getattr(kind.table, name), kind.typed[name].known
    if not isinstance(viewer, Share) or not known:
        return words(viewer, column).label(name)
    cases = [(column == word, literal(word)) for word in known]
    return case(*cases, else_=words(viewer, column)).label(name)


def themed(viewer: Viewer) -> ColumnElement[str]:
    """The theme of something good or hard, as `worded`."""
    return worded(viewer, ASPECT, "theme")


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
