"""What all reads share: frames of one dtype, what counts as said, who was asked and answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import pandas as pd
from sqlalchemy import Select, func, literal, or_, select, tuple_, union
from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.filters import EVERYTHING, Filters
from lib.findings import BY_TABLE
from lib.model import FINDINGS, AgendaItem, Interview, Person, TopicAsked
from lib.model.findings import Finding
from lib.queries.threshold import alike_by_enough, has_a_name, now_by_enough
from lib.queries.visible import Conditions, held, open_to


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


def said(viewer: Viewer, filters: Filters, finding: type[Finding]) -> Conditions:
    """What makes a finding count: its interview is held, and it is not hidden from the viewer."""
    conditions = open_to(viewer, filters, finding)
    if isinstance(viewer, Share) and viewer.threshold > 1:
        by_enough = now_by_enough if BY_TABLE[finding].replaced else alike_by_enough
        conditions += [by_enough(viewer, finding), *has_a_name(finding)]
    return conditions


def voices(viewer: Viewer, filters: Filters) -> Any:
    """field_id, person_id, interview_id: who speaks about which field, in which interview.

    Also of whom a file says that somebody else's conversation holds their words. Whose words a
    link's threshold withholds was asked, and so was heard.
    """
    about = select(Interview.field_id, Interview.person_id, Interview.id.label("interview_id"))
    asides = [
        select(finding.field_id, finding.person_id, finding.interview_id).where(
            *open_to(viewer, filters, finding),
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
    return union(ticks, _answers(viewer, filters), *_told(viewer, filters, open_to)).subquery()


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
