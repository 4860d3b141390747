"""Visits of a link, counted by day: no address is kept, and no count keeps anybody out."""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from lib.access.viewer import Share
from lib.errors import AppError
from lib.ids import new_id
from lib.model import ShareVisit

INSERT: dict[str, Callable[[Any], Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_log = logging.getLogger(__name__)


def count_visit(session: Session, share: Share, day: date) -> None:
    """One more visit on the day, in one statement; a preview is none.

    Two windows may open a link at once: the later waits for the earlier and adds to it, in a
    transaction that sees what was committed meanwhile (`Database.write_in_turn`).
    """
    if share.preview:
        return
    key = {"explorer_id": share.explorer_id, "id": new_id(), "share_id": share.share_id}
    first = INSERT[session.get_bind().dialect.name](ShareVisit)
    one_more = first.values(**key, visited_on=day, visits=1).on_conflict_do_update(
        index_elements=["explorer_id", "share_id", "visited_on"],
        set_={"visits": ShareVisit.visits + 1},
    )
    session.execute(one_more)


def visited(write: Callable[[], AbstractContextManager[Session]], share: Share, day: date) -> bool:
    """Count it where that can be done, and say so; where not, the log has the reason."""
    try:
        with write() as session:
            count_visit(session, share, day)
    except (AppError, SQLAlchemyError) as error:
        _log.warning("A visit of a link was not counted: %s", error)
        return False
    return True
