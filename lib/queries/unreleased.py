"""What enough people named in words that a link may not show: neither nobody nor not asked."""

from typing import Any

import pandas as pd
from sqlalchemy import case, func, literal, select, union_all
from sqlalchemy.orm import Session

from lib.access.viewer import Viewer
from lib.filters import Filters
from lib.findings import KINDS, Kind
from lib.findings.skill import SKILL
from lib.model import Skill, SkillFinding
from lib.queries.base import frame, said
from lib.queries.wording import skill_named, worded


def unreleased(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """field_id, topic, kept_back: where a name was said, and whether any is not released.

    Never for the explorer. Of what fewer people said than a link may show there is no row, as if
    nobody had.
    """
    told = union_all(
        *(_named(viewer, filters, kind) for kind in KINDS if kind.counts_by in kind.typed),
        _skills(viewer, filters),
    ).subquery()
    query = (
        select(told.c.field_id, told.c.topic, func.max(told.c.kept_back) == 1)
        .group_by(told.c.field_id, told.c.topic)
        .order_by(told.c.field_id, told.c.topic)
    )
    return frame(session, viewer, query, {"field_id": "id", "topic": "text", "kept_back": "bool"})


def _named(viewer: Viewer, filters: Filters, kind: Kind) -> Any:
    """Every name of one kind, with whether nothing of it shows."""
    finding, shown = kind.table, worded(viewer, kind, kind.counts_by)
    about = select(finding.field_id, literal(kind.topic).label("topic"), _kept_back(shown))
    name = getattr(finding, kind.counts_by)
    return about.where(*said(viewer, filters, finding), func.length(name) > 0)


def _skills(viewer: Viewer, filters: Filters) -> Any:
    topic = literal(SKILL.topic).label("topic")
    about = select(SkillFinding.field_id, topic, _kept_back(skill_named(viewer, Skill)))
    return about.where(
        *said(viewer, filters, SkillFinding),
        Skill.explorer_id == SkillFinding.explorer_id,
        Skill.id == SkillFinding.skill_id,
    )


def _kept_back(shown: Any) -> Any:
    return case((shown == "", 1), else_=0).label("kept_back")
