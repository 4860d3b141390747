"""The explorer's links, and what of their words waits to be read for one."""

from typing import Any
from uuid import UUID

import pandas as pd
from sqlalchemy import Text, cast, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.filters import Filters
from lib.model import (
    FINDINGS,
    Field,
    Interview,
    Person,
    ShareField,
    ShareQuote,
    ShareVisit,
    Skill,
    SkillFinding,
)
from lib.model import Share as ShareRow
from lib.model.findings import Finding
from lib.queries.base import frame
from lib.skills.taxonomy import folded_spellings
from lib.typed import TYPED


def links(session: Session, viewer: Explorer, filters: Filters) -> pd.DataFrame:
    """link_id, label, message, threshold, made_at, expires_at, paused, revoked, fields, ...

    ..., visits, last_visit, title, initials, colour: one row a link, the latest first;
    `fields` is how many it holds.
    """
    visited = (
        select(
            ShareVisit.share_id,
            func.sum(ShareVisit.visits).label("visits"),
            func.max(ShareVisit.visited_on).label("last"),
        )
        .where(ShareVisit.explorer_id == viewer.explorer_id)
        .group_by(ShareVisit.share_id)
        .subquery()
    )
    held = (
        select(func.count())
        .where(ShareField.explorer_id == ShareRow.explorer_id, ShareField.share_id == ShareRow.id)
        .correlate(ShareRow)
        .scalar_subquery()
    )
    query = (
        select(
            *(ShareRow.id, ShareRow.label, ShareRow.message, ShareRow.threshold),
            *(ShareRow.made_at, ShareRow.expires_at, ShareRow.paused),
            *(ShareRow.revoked_at.is_not(None), held),
            *(func.coalesce(visited.c.visits, 0), visited.c.last),
            *(ShareRow.title, ShareRow.initials, ShareRow.colour),
        )
        .outerjoin(visited, visited.c.share_id == ShareRow.id)
        .where(ShareRow.explorer_id == viewer.explorer_id)
        .order_by(ShareRow.made_at.desc(), ShareRow.id)
    )
    dtypes = {
        **{"link_id": "id", "label": "text", "message": "text", "threshold": "int64"},
        **{"made_at": "instant", "expires_at": "instant", "paused": "bool", "revoked": "bool"},
        **{"fields": "int64", "visits": "int64", "last_visit": "date"},
        **dict.fromkeys(("title", "initials", "colour"), "text"),
    }
    return frame(session, viewer, query, dtypes)


def visits(session: Session, viewer: Explorer, link_id: UUID) -> pd.DataFrame:
    """day, visits: one row a day on which the link was opened."""
    query = (
        select(ShareVisit.visited_on, ShareVisit.visits)
        .where(ShareVisit.explorer_id == viewer.explorer_id, ShareVisit.share_id == link_id)
        .order_by(ShareVisit.visited_on)
    )
    return frame(session, viewer, query, {"day": "date", "visits": "int64"})


def texts_to_read(session: Session, viewer: Explorer, link_id: UUID | None) -> pd.DataFrame:
    """table, row_id, column, text, wording, released: everything typed that the link could show.

    Of its fields (without a link: of all), of held conversations, nothing private and nobody off
    the record; `wording` is
    what was released (empty: kept out, or not read yet, which `released` tells apart).
    """
    parts = [
        _typed(viewer, link_id, model, column)
        for model, columns in TYPED.items()
        for column in columns
    ]
    told = union_all(*parts).subquery()
    query = (
        select(told, func.coalesce(ShareQuote.wording, ""), ShareQuote.released_at.is_not(None))
        .outerjoin(
            ShareQuote,
            (ShareQuote.explorer_id == viewer.explorer_id)
            & (ShareQuote.share_id == link_id)
            & (ShareQuote.table_name == told.c["table"])
            & (ShareQuote.row_id == told.c.row_id)
            & (ShareQuote.column_name == told.c["column"]),
        )
        .where(told.c.text != "")
        .order_by(told.c["table"], told.c["column"], told.c.text, told.c.row_id)
    )
    words = {"table": "text", "row_id": "id", "column": "text", "text": "text", "wording": "text"}
    return frame(session, viewer, query, {**words, "released": "bool"})


def names_to_mask(session: Session, viewer: Explorer) -> tuple[list[str], list[str]]:
    """Every name and nickname, and every organisation, that a wording must not hold."""
    mine = select(Person.name, Person.nicknames, Person.organisation)
    people = session.execute(mine.where(Person.explorer_id == viewer.explorer_id)).all()
    where = select(Interview.organisation).where(Interview.explorer_id == viewer.explorer_id)
    organisations = {*(row.organisation for row in people), *session.scalars(where.distinct())}
    names = {name for row in people for name in (row.name, row.nicknames)}
    return sorted(names), sorted(organisations)


def _typed(viewer: Explorer, link_id: UUID | None, model: Any, column: str) -> Any:
    typed = select(
        literal(model.__tablename__).label("table"),
        model.id.label("row_id"),
        literal(column).label("column"),
        cast(getattr(model, column), Text).label("text"),
    ).where(model.explorer_id == viewer.explorer_id)
    talks = _talks(viewer, link_id)
    if model is Person:
        return typed.where(Person.id.in_(select(talks.c.person_id)))
    if model is Interview:
        return typed.where(Interview.id.in_(select(talks.c.id)))
    if model is Skill:
        said = _said(viewer, link_id, talks, SkillFinding)
        named = select(func.coalesce(Skill.merged_into_id, Skill.id)).where(
            Skill.explorer_id == viewer.explorer_id,
            Skill.id.in_(select(SkillFinding.skill_id).where(*said)),
        )
        return typed.where(
            Skill.folded.not_in(folded_spellings()), Skill.id.in_(named.correlate(None))
        )
    return typed.where(*_said(viewer, link_id, talks, model))


def _said(viewer: Explorer, link_id: UUID | None, talks: Any, finding: type[Finding]) -> list[Any]:
    return [
        finding.explorer_id == viewer.explorer_id,
        finding.interview_id.in_(select(talks.c.id)),
        finding.field_id.in_(_fields(viewer, link_id)),
        finding.private.is_(False),
    ]


def _fields(viewer: Explorer, link_id: UUID | None) -> Any:
    if link_id is None:
        return select(Field.id).where(Field.explorer_id == viewer.explorer_id)
    return select(ShareField.field_id).where(
        ShareField.explorer_id == viewer.explorer_id, ShareField.share_id == link_id
    )


def _talks(viewer: Explorer, link_id: UUID | None) -> Any:
    """The conversations that the link draws on: held, with somebody not off the record."""
    about = [Interview.field_id.in_(_fields(viewer, link_id))]
    for finding in FINDINGS:
        aside = select(finding.interview_id).where(
            finding.explorer_id == viewer.explorer_id,
            finding.field_id.in_(_fields(viewer, link_id)),
        )
        about.append(Interview.id.in_(aside))
    return (
        select(Interview.id, Interview.person_id)
        .join(
            Person, (Person.explorer_id == viewer.explorer_id) & (Person.id == Interview.person_id)
        )
        .where(Interview.explorer_id == viewer.explorer_id, Interview.status == "held")
        .where(Person.attribution != "off the record")
        .where(or_(*about))
        .subquery()
    )
