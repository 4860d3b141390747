"""Deleting everything: no row of the explorer is left in any table, nothing of others is gone."""

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.account import delete_everything
from lib.commands.samples import load_samples
from lib.errors import Refused
from lib.model import Base
from lib.storage.database import Database
from tests.conftest import an_explorer
from tests.database.whole_explorer import a_whole_explorer

TABLES = {
    table.name: table.c["id" if table.name == "explorer" else "explorer_id"]
    for table in Base.metadata.sorted_tables
}


def rows_of(session: Session, me: Explorer) -> dict[str, int]:
    """How many rows of every table are theirs."""
    return {
        name: session.execute(
            select(func.count()).select_from(owner.table).where(owner == me.explorer_id)
        ).scalar_one()
        for name, owner in TABLES.items()
    }


def test_no_row_is_left_in_any_table_and_others_keep_theirs(database: Database) -> None:
    with database.write() as session:
        me, other = a_whole_explorer(session).explorer, an_explorer(session)
        load_samples(session, other)
        theirs = rows_of(session, other)
    with database.read() as session:
        assert all(rows_of(session, me).values()), "every table is tried"
    with database.write() as session:
        delete_everything(session, me, typed=" Delete everything ")
    with database.read() as session:
        assert set(rows_of(session, me).values()) == {0}
        assert rows_of(session, other) == theirs
        if database.writer.dialect.name == "sqlite":
            assert not session.execute(text("PRAGMA foreign_key_check")).all()
            session.execute(text("SELECT count(*) FROM search_index"))


def test_without_the_words_nothing_goes(session: Session, me: Explorer) -> None:
    load_samples(session, me)
    before = rows_of(session, me)
    for typed in ("", "yes", "delete"):
        with pytest.raises(Refused, match="type the words"):
            delete_everything(session, me, typed=typed)
    assert rows_of(session, me) == before
