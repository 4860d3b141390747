"""Explorers found, or made when they first come: of one's own machine, and of each sign-in."""

from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4, uuid5

from sqlalchemy import or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.figures import clock
from lib.model import Explorer as ExplorerRow

THE_ONE = UUID("01960000-0000-7000-8000-00000000f1e1")
"""The key lets the database decide between two who open an empty Fieldwork at once."""

LOCAL_TIME = Path("/etc/localtime")


def the_explorer(session: Session) -> Explorer:
    """The one explorer without a sign-in, made on first use."""
    return who_is_the_one(session) or _made(session, THE_ONE, zone=zone_here())


def who_is_the_one(session: Session) -> Explorer | None:
    """The one explorer without a sign-in; None before the first use."""
    query = select(ExplorerRow.id).where(ExplorerRow.subject.is_(None)).order_by(ExplorerRow.id)
    found = session.scalars(query.limit(1)).first()
    return None if found is None else Explorer(found)


def signed_in(session: Session, subject: str) -> tuple[UUID, datetime | None] | None:
    """Who signs in as this subject, and up to when they signed out; None before the first time."""
    mine = select(ExplorerRow.id, ExplorerRow.signed_out).where(ExplorerRow.subject == subject)
    found = session.execute(mine).one_or_none()
    return None if found is None else (found.id, found.signed_out)


def explorer_of(session: Session, subject: str, *, zone: str) -> Explorer:
    """Who signs in as this subject, made at the first sign-in; the zone is their browser's."""
    mine = select(ExplorerRow.id).where(ExplorerRow.subject == subject)
    found = session.scalars(mine).one_or_none()
    if found is not None:
        return Explorer(found)
    return _made(session, uuid5(THE_ONE, subject), subject=subject, zone=zone_named(zone))


def sign_out(session: Session, viewer: Explorer, *, issued: datetime) -> None:
    """End the sign-in that was issued then, and all before it, in every window."""
    earlier = or_(ExplorerRow.signed_out.is_(None), ExplorerRow.signed_out < issued)
    mine = update(ExplorerRow).where(ExplorerRow.id == viewer.explorer_id, earlier)
    session.execute(mine.values(signed_out=issued))


def zone_here(link: Path = LOCAL_TIME) -> str:
    """The machine's zone where the system says it by name, else UTC."""
    _, _, name = str(link.resolve()).partition("zoneinfo/")
    return zone_named(name)


def zone_named(name: str) -> str:
    """The zone of this name, UTC where there is none."""
    return clock(name).key


def _made(session: Session, identity: UUID, **values: str) -> Explorer:
    """A new row; of two who come at once the faster makes it, and theirs has the same id."""
    try:
        with session.begin_nested():
            session.add(ExplorerRow(id=identity, revision=uuid4(), **values))
    except IntegrityError:
        pass
    return Explorer(identity)
