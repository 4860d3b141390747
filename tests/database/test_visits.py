"""Two windows that open a link at once: both come in, both count, on both engines."""

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import select, text

from lib.access.links import Scope, open_link
from lib.access.viewer import Explorer, Share
from lib.access.visits import count_visit, visited
from lib.commands.links import make_link
from lib.model import ShareVisit
from lib.settings import read_settings
from lib.storage.database import Database
from tests.factories import an_interview, field_id

DAY = date(2026, 3, 1)


@pytest.fixture
def share(database: Database, viewer: Explorer) -> Share:
    with database.write() as session:
        an_interview(session, viewer, "Nurse")
        fields = [field_id(session, viewer, "Nurse")]
        made = make_link(session, viewer, label="Ana", scope=Scope(), days=9, fields=fields)
    with database.read() as session:
        return open_link(session, made[1])


def counted(database: Database) -> list[int]:
    with database.read() as session:
        return list(session.scalars(select(ShareVisit.visits)))


@pytest.mark.parametrize("before", [0, 1])
def test_a_window_waits_for_another_and_both_count(
    database: Database, share: Share, before: int
) -> None:
    for _ in range(before):
        assert visited(database.write_in_turn, share, DAY)
    with ThreadPoolExecutor(1) as other:
        with database.write_in_turn() as session:
            count_visit(session, share, DAY)
            began = Event()

            def second() -> bool:
                began.set()
                return visited(database.write_in_turn, share, DAY)

            waiting = other.submit(second)
            assert began.wait(10)
            with pytest.raises(TimeoutError):
                waiting.result(0.3)
        assert waiting.result(10)
    assert counted(database) == [before + 2]


def test_of_many_windows_at_once_each_counts(database: Database, share: Share) -> None:
    with ThreadPoolExecutor(8) as windows:
        done = [windows.submit(visited, database.write_in_turn, share, DAY) for _ in range(40)]
        assert all(one.result(30) for one in done)
    assert counted(database) == [40]


def test_a_count_that_fails_is_told_in_the_log_alone(
    database: Database, share: Share, caplog: pytest.LogCaptureFixture
) -> None:
    with database.write() as session:
        session.execute(text("DROP TABLE share_visit"))
    caplog.set_level(logging.WARNING)
    assert not visited(database.write_in_turn, share, DAY)
    (record,) = [one for one in caplog.records if one.name == "lib.access.visits"]
    assert "share_visit" in record.getMessage()


def test_a_database_that_cannot_be_reached_keeps_nobody_out(share: Share, tmp_path: Path) -> None:
    for address in (f"sqlite:///{tmp_path}/none/none.db", "postgresql://me@127.0.0.1:1/none"):
        away = Database(read_settings({"FIELDWORK_DATABASE_URL": address}))
        assert not visited(away.write_in_turn, share, DAY)
        away.dispose()
