"""Errors of the database repeat nothing that somebody typed, in no message, log or traceback."""

import logging
import traceback
from collections.abc import Callable
from uuid import uuid4

import pytest
from sqlalchemy import cast, delete, func, insert, literal, select, text
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError
from sqlalchemy.orm import Session
from sqlalchemy.types import JSON, Integer

from lib.access.viewer import Explorer
from lib.errors import AppError
from lib.ids import new_id
from lib.model import Draft, Field, Skill
from lib.storage import rows
from lib.storage.database import Database
from lib.storage.engines import make_engine
from tests.factories import an_interview
from tests.unit.test_structure import ROOT, files, imports

SECRET = "zanzibar"
"""What somebody typed; it stands in no message, in whole or in part."""


def a_name_twice(session: Session, me: Explorer) -> None:
    for _ in range(2):
        one = {"explorer_id": me.explorer_id, "id": new_id(), "name": SECRET, "folded": SECRET}
        session.execute(insert(rows.table(Skill)), [one])


def a_name_twice_by_the_session(session: Session, me: Explorer) -> None:
    for _ in range(2):
        session.add(Skill(explorer_id=me.explorer_id, id=new_id(), name=SECRET, folded=SECRET))
    session.flush()


def a_rule_broken(session: Session, me: Explorer) -> None:
    """PostgreSQL shows the whole row."""
    row = {"explorer_id": me.explorer_id, "id": new_id(), "name": SECRET, "folded": SECRET}
    session.execute(insert(rows.table(Field)), [{**row, "kind": SECRET[:4], "stage": "open"}])


def nothing_where_something_must_be(session: Session, me: Explorer) -> None:
    row = {"explorer_id": me.explorer_id, "id": new_id(), "name": SECRET, "folded": None}
    session.execute(insert(rows.table(Skill)), [row])


def a_reference_to_nothing(session: Session, me: Explorer) -> None:
    row = {"explorer_id": me.explorer_id, "id": new_id(), "name": SECRET, "folded": SECRET}
    session.execute(insert(rows.table(Skill)), [{**row, "merged_into_id": uuid4()}])


def what_others_refer_to(session: Session, me: Explorer) -> None:
    an_interview(session, me, SECRET)
    session.execute(delete(rows.table(Field)).where(Field.explorer_id == me.explorer_id))


def a_word_for_a_number(session: Session, me: Explorer) -> None:
    session.execute(select(cast(literal(SECRET), Integer) + 1)).all()
    session.execute(text("SELECT json(:typed)"), {"typed": SECRET})  # SQLite reads a word as 0


def a_word_that_is_no_json(session: Session, me: Explorer) -> None:
    session.execute(select(func.json_array_length(cast(literal(SECRET), JSON)))).all()
    session.execute(text("SELECT json_extract(:typed, '$')"), {"typed": SECRET})


def a_search_that_cannot_be_read(session: Session, me: Explorer) -> None:
    typed = {"typed": f'{SECRET} AND ( "{SECRET}'}
    if session.get_bind().dialect.name == "sqlite":
        found = "SELECT 1 FROM search_index WHERE search_index MATCH :typed"
        table = "SELECT name FROM sqlite_master WHERE sql LIKE '%fts5%'"
        name = session.execute(text(table)).scalars().first()
        session.execute(text(found.replace("search_index", str(name))), typed)
    session.execute(text("SELECT to_tsquery(:typed)"), typed)


def a_value_of_another_kind(session: Session, me: Explorer) -> None:
    """Refused before anything is sent."""
    session.execute(select(Skill).where(Skill.id == SECRET))


def a_sign_that_the_engine_refuses(session: Session, me: Explorer) -> None:
    session.execute(select(Skill).where(Skill.name == f"{SECRET}\0{SECRET}"))
    session.execute(text("SELECT :a"), {"a": SECRET, SECRET: 1, "b": object()})
    session.execute(text("SELECT :a + nothing"), {"a": SECRET})


def a_draft_twice(session: Session, me: Explorer) -> None:
    for _ in range(2):
        row = {"explorer_id": me.explorer_id, "id": new_id(), "form": SECRET}
        session.add(Draft(**row, content={"typed": SECRET}, at=func.now()))
    session.flush()


FAULTS: list[Callable[[Session, Explorer], None]] = [
    *(a_name_twice, a_name_twice_by_the_session, a_rule_broken, nothing_where_something_must_be),
    *(a_reference_to_nothing, what_others_refer_to, a_word_for_a_number, a_word_that_is_no_json),
    *(a_search_that_cannot_be_read, a_value_of_another_kind, a_sign_that_the_engine_refuses),
    a_draft_twice,
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_no_message_log_or_traceback_repeats_what_was_typed(
    database: Database,
    viewer: Explorer,
    fault: Callable[[Session, Explorer], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, logger="sqlalchemy")
    with pytest.raises((StatementError, AppError)) as raised, database.write() as session:
        fault(session, viewer)
    logging.getLogger("of the server").exception("uncaught", exc_info=raised.value)
    for told in everything_told_of(raised.value):
        assert SECRET[:4] not in told.lower(), told
    assert SECRET[:4] not in caplog.text.lower()


def everything_told_of(error: BaseException) -> list[str]:
    """Its own words and those of every error behind it, and how Python prints them."""
    told = ["".join(traceback.format_exception(error))]
    seen: BaseException | None = error
    while seen is not None:
        told += [str(seen), repr(seen), *map(str, seen.args)]
        seen = seen.__cause__ or seen.__context__
    return told


def test_what_helps_is_still_told(database: Database, viewer: Explorer) -> None:
    """The table and the rule, which the program's own sentences are made from."""
    with pytest.raises(IntegrityError, match="skill") as twice, database.write() as session:
        a_name_twice(session, viewer)
    assert str(twice.value.orig).lower().startswith(("unique", "duplicate key"))
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"), database.write() as session:
        a_reference_to_nothing(session, viewer)


def test_a_server_that_is_not_there_is_named() -> None:
    engine = make_engine("postgresql+psycopg://me@127.0.0.1:1/none")
    with pytest.raises(OperationalError, match=r"(?i)refused"):
        engine.connect()
    engine.dispose()


def test_every_engine_is_made_in_one_place() -> None:
    makers = {
        str(file.relative_to(ROOT))
        for file in files("lib")
        if "sqlalchemy.create_engine" in set(imports(file))
        or "engine_from_config" in file.read_text(encoding="utf-8")
    }
    assert makers == {"lib/storage/engines.py"}
