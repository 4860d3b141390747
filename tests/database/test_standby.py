"""A primary that is killed under load: its standby goes on, with every write that was confirmed."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from uuid import UUID

import pytest
from sqlalchemy import select, text

from lib.access.viewer import Explorer
from lib.commands.interviews import save_conversation
from lib.errors import NotNow
from lib.model import Interview
from lib.settings import read_settings
from lib.storage.database import Database, open_database
from lib.storage.health import health
from tests.conftest import an_explorer, run_alone
from tests.factories import a_conversation
from tests.pair import Pair, a_pair

WINDOWS = 4


@pytest.fixture
def pair(postgres: str) -> Iterator[Pair]:
    with a_pair() as both:
        yield both


@pytest.fixture
def database(pair: Pair) -> Iterator[Database]:
    opened = open_database(read_settings({"FIELDWORK_DATABASE_URL": pair.address}))
    yield opened
    opened.dispose()


def saves(database: Database, me: Explorer, enough: Event) -> tuple[list[UUID], int]:
    """What was confirmed until it is enough, and how often the database could not serve."""
    confirmed: list[UUID] = []
    refused = 0
    while not enough.is_set():
        said = a_conversation(field=f"Field {len(confirmed) % 3}")
        try:
            with database.write() as session:
                save_conversation(session, me, said)
        except NotNow:  # the one sentence that a window waits with
            refused += 1
            time.sleep(0.1)
        else:
            confirmed.append(said.id)
    return confirmed, refused


def test_every_write_that_was_confirmed_is_on_the_standby_that_goes_on(
    pair: Pair, database: Database
) -> None:
    with database.write() as session:
        everybody = [an_explorer(session, subject=f"window {one}") for one in range(WINDOWS)]
    enough = Event()
    with ThreadPoolExecutor(WINDOWS) as windows:
        running = [windows.submit(saves, database, me, enough) for me in everybody]
        try:
            time.sleep(3)
            pair.primary.kill()
            time.sleep(1)
            run_alone(pair.standby.address, "SELECT pg_promote()")
            time.sleep(3)
        finally:
            enough.set()
        told = [window.result() for window in running]
    with database.read() as session:
        there = set(session.scalars(select(Interview.id)))
        assert session.scalar(text("SELECT inet_server_port()")) == pair.standby.port
    for confirmed, refused in told:
        assert set(confirmed) <= there
        assert refused > 0
    last = [confirmed[-1] for confirmed, _ in told]
    assert all(len(confirmed) > 2 for confirmed, _ in told)
    assert set(last) <= there
    assert health(database.settings).problems == []


def test_a_standby_alone_only_reads_and_says_so(pair: Pair, database: Database) -> None:
    pair.caught_up()  # commits wait until it has them, not until it shows them
    alone = pair.standby.address.removesuffix("postgres") + "fieldwork"
    standby = Database(read_settings({"FIELDWORK_DATABASE_URL": alone}))
    with pytest.raises(NotNow, match="only reads, as a standby does"), standby.write() as session:
        session.execute(text("DELETE FROM draft"))
    with standby.read() as session:
        assert session.scalar(text("SELECT pg_is_in_recovery()")) is True
    standby.dispose()
