"""Fieldwork behind the real PgBouncer in transaction mode: no write fails, no name is repeated."""

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from lib.commands.explorers import the_explorer
from lib.commands.interviews import save_conversation
from lib.commands.samples import clear_samples, load_samples
from lib.commands.undo import undo
from lib.filters import EVERYTHING
from lib.model import Change, Interview
from lib.queries.conversations import conversations
from lib.queries.history import latest_step
from lib.settings import read_settings
from lib.storage.database import Database, open_database
from lib.storage.health import health
from tests.away import OneDatabase
from tests.conftest import an_explorer
from tests.factories import a_conversation
from tests.pooled import CONNECTIONS, pooled

WINDOWS, SAVES = 4 * CONNECTIONS, 20


@pytest.fixture
def behind(postgres: str) -> Iterator[Database]:
    one = OneDatabase(postgres)
    with pooled(one.address) as address:
        opened = open_database(read_settings({"FIELDWORK_DATABASE_URL": address}))
        yield opened
        opened.dispose()
    one.drop()


def test_every_save_of_many_windows_over_few_connections_is_there(behind: Database) -> None:
    def window(number: int) -> int:
        with behind.write() as session:
            me = an_explorer(session, subject=f"window {number}")
        for save in range(SAVES):
            with behind.write() as session:
                save_conversation(session, me, a_conversation(field=f"Field {save % 3}"))
            with behind.read() as session:
                assert len(conversations(session, me, EVERYTHING)) == save + 1
        return SAVES

    with ThreadPoolExecutor(WINDOWS) as windows:
        saves = sum(windows.map(window, range(WINDOWS)))
    with behind.read() as session:
        assert session.scalar(select(func.count()).select_from(Interview)) == saves


def test_a_rollback_an_undo_and_a_check_go_through_it(behind: Database) -> None:
    with behind.write() as session:
        me = the_explorer(session)
    for _ in range(2 * CONNECTIONS):
        with behind.write() as session:
            load_samples(session, me)
            session.rollback()
        with behind.write() as session:
            load_samples(session, me)
        with behind.write() as session:
            clear_samples(session, me)
        with behind.write() as session:
            step = latest_step(session, me)
            assert step is not None
            undo(session, me, step)
        with behind.write() as session:
            clear_samples(session, me)
    assert health(behind.settings).problems == []


def test_what_goes_wrong_behind_it_repeats_no_name(
    behind: Database, caplog: pytest.LogCaptureFixture
) -> None:
    number = text("SELECT CAST(:said AS integer)")
    with caplog.at_level(logging.DEBUG), pytest.raises(DBAPIError) as found:  # noqa: SIM117
        with behind.write() as session:
            session.execute(number, {"said": "Wilhelmina"})
    assert "Wilhelmina" not in f"{found.value!r} {found.value} {caplog.text}"


def test_reading_behind_it_cannot_write(behind: Database) -> None:
    for _ in range(2 * CONNECTIONS):
        with pytest.raises(DBAPIError), behind.read() as session:
            session.execute(text("DELETE FROM change"))
        with behind.write() as session:
            session.execute(text("DELETE FROM change"))
            assert session.scalar(select(func.count()).select_from(Change)) == 0
