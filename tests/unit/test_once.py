"""What a session keeps: nothing where it may write, each question once where it cannot."""

from typing import Any

from sqlalchemy.orm import Session

from lib.settings import read_settings
from lib.storage.database import open_database
from lib.storage.once import KEPT, kept, once

asked: list[tuple[Any, ...]] = []


@once
def counted(session: Session, viewer: str, filters: int = 0) -> int:
    asked.append((viewer, filters))
    return len(asked)


def test_a_session_that_keeps_asks_once_for_each_viewer_and_filters() -> None:
    asked.clear()
    session = Session(info={KEPT: {}})
    assert [counted(session, "me"), counted(session, "me")] == [1, 1]
    assert counted(session, "a link") == 2
    assert counted(session, "me", 1) == 3
    assert asked == [("me", 0), ("a link", 0), ("me", 1)]


def test_a_session_that_keeps_nothing_asks_anew() -> None:
    asked.clear()
    assert [counted(Session(), "me"), counted(Session(), "me")] == [1, 2]


def test_two_sessions_share_nothing() -> None:
    assert kept(Session(info={KEPT: {}}), "a", lambda: 1) == 1
    assert kept(Session(info={KEPT: {}}), "a", lambda: 2) == 2


def test_reading_keeps_and_writing_does_not(tmp_path: Any) -> None:
    database = open_database(read_settings({"FIELDWORK_DATA_DIR": str(tmp_path)}))
    with database.read() as session:
        assert session.info[KEPT] == {}
    with database.write() as session:
        assert KEPT not in session.info
    database.dispose()
