"""The explorer's own row: what they said of themselves, and the revision of their data."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import null, select
from sqlalchemy.orm import Session

from lib.access.viewer import Share, Viewer
from lib.errors import NotFound
from lib.figures import clock
from lib.filters import EVERYTHING, Filters
from lib.model import Explorer
from lib.storage.once import once


@dataclass(frozen=True)
class Profile:
    """What figures are held against: money in hundredths of the base currency a year."""

    name: str
    base_currency: str
    zone: str
    hours_a_year: int
    current_pay: int | None
    sample: bool


@dataclass(frozen=True)
class Search:
    """How one's own search for work goes; None where it was not said."""

    looking_since: date | None = None
    applications: int | None = None
    answers: int | None = None

    @property
    def told(self) -> bool:
        """Whether anything was said of it."""
        return self != Search()


def search_so_far(session: Session, viewer: Viewer, filters: Filters = EVERYTHING) -> Search:
    """The explorer's own search; never a link's to read."""
    if isinstance(viewer, Share):
        return Search()
    columns = (Explorer.looking_since, Explorer.applications, Explorer.answers)
    row = session.execute(select(*columns).where(Explorer.id == viewer.explorer_id)).one()
    return Search(*row)


def closed_on(session: Session, viewer: Viewer, filters: Filters = EVERYTHING) -> date | None:
    """The day on which the search was over; None while it goes on, and for a link."""
    if isinstance(viewer, Share):
        return None
    return session.scalar(select(Explorer.closed_on).where(Explorer.id == viewer.explorer_id))


def revision(session: Session, viewer: Viewer) -> UUID:
    """The random value that changes with everything a screen shows."""
    return pulse(session, viewer)[0]


def pulse(session: Session, viewer: Viewer) -> tuple[UUID, str]:
    """The revision and the explorer's zone, read at the start of every run."""
    mine = select(Explorer.revision, Explorer.zone).where(Explorer.id == viewer.explorer_id)
    found = session.execute(mine).one_or_none()
    if found is None:
        raise NotFound("There are no data here any more. Start Fieldwork again.")
    return found.revision, found.zone


@once
def profile(session: Session, viewer: Viewer, filters: Filters = EVERYTHING) -> Profile:
    """The explorer's profile; a link's carries their pay only where it was made with it."""
    hidden = isinstance(viewer, Share) and not viewer.pay
    pay = null() if hidden else Explorer.current_pay
    row = session.execute(
        select(
            *(Explorer.name, Explorer.base_currency, Explorer.zone, Explorer.hours_a_year),
            *(pay, Explorer.sample),
        ).where(Explorer.id == viewer.explorer_id)
    ).one()
    return Profile(*row)


def today(zone: str) -> date:
    """The explorer's day; UTC's where the zone is unknown to this machine."""
    return datetime.now(clock(zone)).date()
