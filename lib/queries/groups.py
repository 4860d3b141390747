"""How many groups of people said the same: what a threshold leaves of them."""

import pandas as pd
from sqlalchemy import func, literal, select, union_all
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Share
from lib.filters import EVERYTHING
from lib.findings import KINDS
from lib.queries.base import frame, said
from lib.queries.threshold import alike


def groups_told(session: Session, viewer: Explorer, share: Share) -> pd.DataFrame:
    """topic, groups: how many groups (a field and a thing said about it) a link of theirs shows."""
    parts = []
    for kind in KINDS:
        finding = kind.table
        things = (alike(share, getattr(finding, name)) for name in kind.alike)
        same = (one.label(f"same_{place}") for place, one in enumerate((finding.field_id, *things)))
        told = select(*same).where(*said(share, EVERYTHING, finding)).distinct().subquery()
        parts.append(select(literal(kind.topic), func.count()).select_from(told))
    return frame(session, viewer, union_all(*parts), {"topic": "text", "groups": "int64"})
