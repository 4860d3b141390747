"""A link that is closed while a coach reads: on two connections at once, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from lib.access.links import Scope, open_link, stands
from lib.access.viewer import Explorer, Share
from lib.commands.comments import leave_comment
from lib.commands.links import make_link, pause_link, revoke_link
from lib.errors import Conflict, NotOpen
from lib.filters import EVERYTHING
from lib.model import Person
from lib.model import Share as ShareRow
from lib.queries.comments import comments
from lib.queries.fields import fields
from lib.storage.database import Database
from tests.factories import a_person, an_interview, field_id

Close = Callable[[Session, Explorer, UUID], Any]


def expire(session: Session, viewer: Explorer, link: UUID) -> None:
    mine = (ShareRow.explorer_id == viewer.explorer_id, ShareRow.id == link)
    past = datetime.now(UTC) - timedelta(seconds=1)
    session.execute(update(ShareRow).where(*mine).values(expires_at=past))


WAYS: dict[str, Close] = {
    "revoked": lambda session, viewer, link: revoke_link(session, viewer, link_id=link),
    "paused": lambda session, viewer, link: pause_link(session, viewer, link_id=link, paused=True),
    "expired": expire,
}


@pytest.fixture
def link(database: Database, viewer: Explorer) -> tuple[UUID, str]:
    """A link with a threshold of two, to a field that two people spoke about."""
    with database.write() as session:
        for name in ("Ann", "Bea"):
            an_interview(session, viewer, "Nurse", person=a_person(name))
        held = [field_id(session, viewer, "Nurse")]
        chosen: dict[str, Any] = {"label": "Ana", "scope": Scope(), "days": 9, "threshold": 2}
        return make_link(session, viewer, fields=held, **chosen)


def nurses(session: Session, share: Share) -> list[int]:
    return fields(session, share, EVERYTHING)["voices"].tolist()


@pytest.mark.parametrize("way", WAYS)
def test_a_run_that_is_under_way_ends_and_the_next_shows_nothing(
    database: Database, viewer: Explorer, link: tuple[UUID, str], way: str
) -> None:
    """The coach's transaction is open before the link is closed and after."""
    link_id, token = link
    with database.read() as coach:
        share = open_link(coach, token)
        assert nurses(coach, share) == [2]
        with database.write() as mine:
            WAYS[way](mine, viewer, link_id)
        assert nurses(coach, share) == [2]
    with database.read() as coach:
        assert not stands(coach, share)
        with pytest.raises(NotOpen):
            open_link(coach, token)


def test_a_link_stands_until_a_field_has_too_few_people_for_it(
    database: Database, viewer: Explorer, link: tuple[UUID, str]
) -> None:
    with database.read() as coach:
        share = open_link(coach, link[1])
        assert stands(coach, share)
    with database.write() as mine:
        an_interview(mine, viewer, "Cook", person=a_person("Ann"))
    with database.read() as coach:
        assert stands(coach, share)
        assert stands(coach, open_link(coach, link[1]))
    with database.write() as mine:
        bea = (Person.explorer_id == viewer.explorer_id, Person.name == "Bea")
        mine.execute(update(Person).where(*bea).values(attribution="off the record"))
    with database.read() as coach:
        assert not stands(coach, share)
        assert open_link(coach, link[1]).fields == frozenset()


@pytest.mark.parametrize("way", WAYS)
def test_a_remark_that_meets_a_link_being_closed_waits_and_is_refused(
    database: Database, viewer: Explorer, link: tuple[UUID, str], way: str
) -> None:
    """The explorer's transaction holds the link's row until the coach's has tried to."""
    link_id, token = link
    with database.read() as coach:
        share = open_link(coach, token)
    begun = Event()

    def remark() -> None:
        begun.set()
        with database.write() as coach:
            leave_comment(coach, share, kind="remark", text="Too late", anchor="")

    with ThreadPoolExecutor(1) as pool:
        with database.write() as mine:
            WAYS[way](mine, viewer, link_id)
            mine.flush()
            tried = pool.submit(remark)
            assert begun.wait(10)
        with pytest.raises((NotOpen, Conflict)):  # PostgreSQL may ask to try again
            tried.result(timeout=30)
    with pytest.raises(NotOpen):
        remark()
    with database.read() as mine:
        assert comments(mine, viewer, EVERYTHING).empty
