"""The explorer of a Fieldwork on one's own machine: found, or made when it is first opened."""

from pathlib import Path
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.model import Explorer as ExplorerRow
from lib.viewer import Explorer

THE_ONE = UUID("01960000-0000-7000-8000-00000000f1e1")
"""The key lets the database decide between two who open an empty Fieldwork at once."""

LOCAL_TIME = Path("/etc/localtime")


def the_explorer(session: Session) -> Explorer:
    """The one explorer without a sign-in, made on first use."""
    query = select(ExplorerRow.id).where(ExplorerRow.subject.is_(None)).order_by(ExplorerRow.id)
    found = session.scalars(query.limit(1)).first()
    if found is not None:
        return Explorer(found)
    try:
        with session.begin_nested():
            session.add(ExplorerRow(id=THE_ONE, revision=uuid4(), zone=zone_here()))
    except IntegrityError:
        pass  # somebody was faster: theirs has the same id
    return Explorer(THE_ONE)


def zone_here(link: Path = LOCAL_TIME) -> str:
    """The machine's zone where the system says it by name, else UTC."""
    _, _, name = str(link.resolve()).partition("zoneinfo/")
    try:
        return ZoneInfo(name).key if name else "UTC"
    except (ZoneInfoNotFoundError, ValueError):
        return "UTC"
