"""A primary that is killed under load: its standby goes on, with every write that was confirmed."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.interviews import save_conversation
from lib.errors import NotNow, Refused
from lib.model import Interview
from lib.queries.explorer import revision
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


def where(session: Session) -> bool:
    """Whether it is the standby that answers."""
    return bool(session.scalar(text("SELECT pg_is_in_recovery()")))


def test_a_standby_answers_where_it_holds_what_is_asked_about(
    pair: Pair, database: Database
) -> None:
    with database.write() as session:
        me = an_explorer(session)

    def asked(held: UUID) -> tuple[bool, int]:
        def count(session: Session) -> tuple[bool, int]:
            return where(session), len(session.scalars(select(Interview.id)).all())

        return database.ask(count, held=lambda session: revision(session, me) == held)

    for number in range(1, 40):  # the standby is asked at once, and is often behind
        with database.write() as session:
            save_conversation(session, me, a_conversation())
            now = revision(session, me)
        assert asked(now)[1] == number
    pair.caught_up()
    assert asked(now) == (True, 39)
    assert asked(uuid4()) == (False, 39)
    run_alone(pair.standby.address, "SELECT pg_wal_replay_pause()")
    with database.write() as session:
        save_conversation(session, me, a_conversation())
        now = revision(session, me)
    assert asked(now) == (False, 40)
    run_alone(pair.standby.address, "SELECT pg_wal_replay_resume()")
    pair.caught_up()
    assert asked(now) == (True, 40)


def test_a_standby_that_is_gone_is_left_alone_for_a_while(
    pair: Pair, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.caught_up()
    assert database.ask(where, held=lambda _: True) is True
    run_alone(pair.primary.address, "ALTER SYSTEM SET synchronous_standby_names = ''")
    pair.standby.kill()
    assert database.ask(where, held=lambda _: True) is False

    def tried(_: Session) -> bool:
        raise AssertionError

    assert database.ask(where, held=tried) is False


def test_what_a_question_refuses_is_refused_by_the_primary_too(
    pair: Pair, database: Database
) -> None:
    pair.caught_up()
    asked: list[bool] = []

    def refused(session: Session) -> None:
        asked.append(where(session))
        raise Refused("Choose a field.")

    with pytest.raises(Refused, match="Choose a field"):
        database.ask(refused, held=lambda _: True)
    assert asked == [True, False]


def test_only_an_address_of_two_has_a_standby(tmp_path: Path) -> None:
    for url in ("postgresql://a/b", "postgresql://a/b?target_session_attrs=read-write"):
        assert read_settings({"FIELDWORK_DATABASE_URL": url}).standby_url is None
    assert read_settings({"FIELDWORK_DATA_DIR": str(tmp_path)}).standby_url is None


def test_a_standby_alone_only_reads_and_says_so(pair: Pair, database: Database) -> None:
    pair.caught_up()  # commits wait until it has them, not until it shows them
    alone = pair.standby.address.removesuffix("postgres") + "fieldwork"
    standby = Database(read_settings({"FIELDWORK_DATABASE_URL": alone}))
    with pytest.raises(NotNow, match="only reads, as a standby does"), standby.write() as session:
        session.execute(text("DELETE FROM draft"))
    with standby.read() as session:
        assert session.scalar(text("SELECT pg_is_in_recovery()")) is True
    standby.dispose()
