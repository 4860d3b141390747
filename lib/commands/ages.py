"""When what is kept for thirty days is over, by a clock that what is kept itself vouches for."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from lib.model import Change, Draft
from lib.queries.history import KEPT

__all__ = ["KEPT", "time_has_passed"]


def time_has_passed(session: Session, explorer_id: UUID, at: datetime) -> bool:
    """Whether something was changed, or typed and kept, a day before or earlier within thirty.

    A clock that is far ahead for an afternoon ends nothing that is kept.
    """
    vouching = [
        exists().where(
            kind.explorer_id == explorer_id, kind.at > at - KEPT, kind.at <= at - timedelta(days=1)
        )
        for kind in (Change, Draft)
    ]
    return bool(session.scalar(select(or_(*vouching))))
