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
from lib.storage.once import kept


def frame(
    session: Session, viewer: Viewer, query: Select[Any] | Any, dtypes: Mapping[str, str]
) -> pd.DataFrame:
    """The rows with these columns and dtypes; ids as the viewer may see them, "cents" as units.

    A "group" is selected as the interview's id, and becomes the employer on that day; a "person"
    without a label (see `label`) becomes "Person 3", by their `person_id`. Both are looked up
    beside the query: joined to it, SQLite would read all of them once a row.
    """
    rows = _fetched(session, query)
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(dtypes)
    ids = kept(session, ("ids", viewer), lambda: _Ids(viewer))
    seen = {
        name: _as_seen(session, viewer, values, dtype, ids)
        for (name, dtype), values in zip(dtypes.items(), columns, strict=True)
    }
    for name, dtype in dtypes.items():
        if dtype == "person":
            seen[name] = _called(session, viewer, seen[name], seen["person_id"])
    return pd.DataFrame({name: _column(values, dtypes[name]) for name, values in seen.items()})


def _fetched(session: Session, query: Any) -> list[tuple[Any, ...]]:
    """The rows as the driver gives them: `_Ids` and `_column` read both engines' spellings.

    Reading by the types of the columns, an object an id, took longer than all that is done with
    them.
    """
    session.flush()
    found = session.connection().execute(query)
    if found.cursor is None:
        raise TypeError("what is framed must be rows")
    # Not the cursor's own fetchall: an error of the driver is to be silent about values here too.
    rows: list[tuple[Any, ...]] = found.cursor_strategy.fetchall(found, found.cursor)
    return rows


class _Ids(dict[Any, str]):
    """Ids as the viewer may see them, by what stands in the database; each is made once."""

    def __init__(self, viewer: Viewer) -> None:
        super().__init__({None: ""})
        self._viewer = viewer

    def __missing__(self, stored: UUID | str) -> str:
        shown = self._viewer.shown(stored if isinstance(stored, UUID) else UUID(stored))
        self[stored] = shown
        return shown


def _as_seen(session: Session, viewer: Viewer, values: Any, dtype: str, ids: _Ids) -> Any:
    """Ids and keys of groups as the viewer may see them."""
    if dtype == "id":
        return [ids[value] for value in values]
    if dtype == "group" and values:
        employers = kept(session, ("employers", viewer), lambda: _employers(session, viewer))
        return [employers.get(value, "") for value in values]
    return values


def _employers(session: Session, viewer: Viewer) -> dict[Any, str]:
    """The employer on the day of each interview, as a key that does not name it."""
    number = func.dense_rank().over(order_by=Interview.organisation_folded)
    mine = Interview.explorer_id == viewer.explorer_id
    known = select(Interview.id, number).where(mine, Interview.organisation_folded != "")
    rows = _fetched(session, known)
    keys = {place: viewer.opaque(str(place)) for place in {place for _, place in rows}}
    return {identity: keys[place] for identity, place in rows}


def _called(
    session: Session, viewer: Viewer, labels: Sequence[str], people: Sequence[str]
) -> Sequence[str]:
    """The labels, with a number for whom there is none: 1 was written down first.

    Of a link only those count who may be seen.
    """
    if all(labels):
        return labels
    numbers = kept(session, ("numbers", viewer), lambda: _numbers(session, viewer))
    return [
        label or f"Person {numbers[person]}" for label, person in zip(labels, people, strict=True)
    ]


def _numbers(session: Session, viewer: Viewer) -> dict[str, int]:
    """The place of each person in the order in which they were written down."""
    mine = select(Person.id).where(Person.explorer_id == viewer.explorer_id).order_by(Person.id)
    if isinstance(viewer, Share):
        spoke = voices(viewer, EVERYTHING)
        mine = mine.where(Person.id.in_(select(spoke.c.person_id)))
    return {viewer.shown(one): place for place, one in enumerate(session.scalars(mine), 1)}


def _column(values: Any, dtype: str) -> "pd.Series[Any]":
    match dtype:
        case "id" | "group":
            return pd.Series(values, dtype="str")
        case "person" | "text":
            return pd.Series(["" if v is None else str(v) for v in values], dtype="str")
        case "cents":
            return pd.Series([None if v is None else v / 100 for v in values], dtype="float64")
        case "date":
            return pd.Series(pd.to_datetime(list(values), format="ISO8601"), dtype="datetime64[s]")
        case "instant":
            instants = pd.to_datetime(list(values), utc=True, format="ISO8601")
            return pd.Series(instants, dtype="datetime64[us, UTC]")
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
