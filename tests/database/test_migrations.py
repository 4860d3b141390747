"""The tables as migrated, refusals of what cannot be used, and what the database itself keeps."""

import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, Connection, UniqueConstraint, inspect, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.samples import load_samples
from lib.errors import Unready
from lib.ids import new_id
from lib.model import Base, Field, Interview, Skill
from lib.model import Explorer as ExplorerRow
from lib.settings import ROOT, Settings, read_settings
from lib.storage import rows, upgrade
from lib.storage.backups import backup, kept
from lib.storage.database import Database, open_database
from tests.conftest import an_explorer, named, run_alone
from tests.factories import an_interview, field_id


@pytest.fixture
def folder(tmp_path: Path, sqlite_file: Path) -> Path:
    """A data folder with a database of this version in it."""
    shutil.copy(sqlite_file, tmp_path / "fieldwork.db")
    return tmp_path


def settings_of(folder: Path) -> Settings:
    return read_settings({"FIELDWORK_DATA_DIR": str(folder)})


def stamp(file: Path, version: str) -> None:
    """Say that the tables have this version."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
        connection.commit()


def left_behind(folder: Path) -> dict[str, bytes]:
    """Every file under the folder with what it holds."""
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_the_migrated_tables_are_those_of_the_model(shared_database: Database) -> None:
    with shared_database.writer.connect() as connection:
        opts: dict[str, Any] = {"compare_type": True, "include_name": is_ours}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, Base.metadata) == []


def is_ours(name: str | None, kind: str, parents: object) -> bool:
    """Not a table or an index of an engine's own full-text search."""
    return not (name or "").startswith(("search_index", "ix_search_text_words"))


def test_the_migrated_constraints_have_the_models_names(shared_database: Database) -> None:
    with shared_database.writer.connect() as connection:
        for table in Base.metadata.sorted_tables:
            kept = constraints(connection, table.name)
            named = {str(c.name) for c in table.constraints if isinstance(c, CheckConstraint)}
            unique = {str(c.name) for c in table.constraints if isinstance(c, UniqueConstraint)}
            assert kept["checks"] == named, table.name
            assert cut(kept["unique"]) == cut(unique), table.name


def cut(names: set[str]) -> set[str]:
    """PostgreSQL keeps 63 characters of a name, the last of them a digest."""
    return {name[:50] for name in names}


def constraints(connection: Connection, table: str) -> dict[str, set[str]]:
    known = inspect(connection)
    checks = {str(one["name"]) for one in known.get_check_constraints(table)}
    return {
        "checks": checks,
        "unique": {str(one["name"]) for one in known.get_unique_constraints(table)},
    }


def test_every_index_but_two_and_every_reference_begins_with_the_explorer() -> None:
    for table in Base.metadata.sorted_tables:
        if table.name == "explorer":
            continue
        for index in table.indexes:
            assert next(iter(index.columns)).name == "explorer_id", index.name
        for reference in table.foreign_key_constraints:
            assert reference.column_keys[0] == "explorer_id", reference.name


def test_opening_again_changes_nothing(folder: Path) -> None:
    open_database(settings_of(folder)).dispose()
    before = (folder / "fieldwork.db").read_bytes()
    database = open_database(settings_of(folder))
    assert upgrade.bring_up(database.writer, before=pytest.fail) is False
    database.dispose()
    assert (folder / "fieldwork.db").read_bytes() == before
    assert not (folder / "backups").exists()


def test_a_newer_database_is_refused_byte_for_byte_untouched(folder: Path) -> None:
    stamp(folder / "fieldwork.db", "9999")
    before = (folder / "fieldwork.db").read_bytes()
    with pytest.raises(Unready, match=r"newer Fieldwork \(version 9999\).*Nothing was changed"):
        open_database(settings_of(folder))
    assert (folder / "fieldwork.db").read_bytes() == before
    assert not (folder / "backups").exists()


def test_a_newer_database_on_a_server_is_refused(database: Database) -> None:
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Unready, match="newer Fieldwork"):
        open_database(database.settings)
    with database.read() as session:
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == "9999"


@pytest.mark.parametrize("content", [b"notes, not a database\n" * 99, b"SQLite format 3\x00rest"])
def test_a_file_that_is_no_database_is_refused_with_a_sentence_and_untouched(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "fieldwork.db").write_bytes(content)
    with pytest.raises(Unready, match="is not a database"):
        open_database(settings_of(tmp_path))
    assert left_behind(tmp_path) == {"fieldwork.db": content}


def test_an_empty_file_and_no_file_become_a_database(tmp_path: Path) -> None:
    (tmp_path / "fieldwork.db").touch()
    open_database(settings_of(tmp_path)).dispose()
    open_database(settings_of(tmp_path / "not" / "there")).dispose()
    assert (tmp_path / "not" / "there" / "fieldwork.db").stat().st_size


@pytest.fixture
def one_version_on(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: Any) -> Iterator[str]:
    """A program whose history goes on by one version, which adds a table."""
    scripts = tmp_path_factory.mktemp("history") / "migrations"
    shutil.copytree(ROOT / "lib" / "migrations", scripts)
    after = upgrade.newest()
    (scripts / "versions" / "9000_next.py").write_text(
        "from alembic import op\nimport sqlalchemy as sa\n"
        f"revision, down_revision = '9000', '{after}'\n"
        "def upgrade():\n    op.create_table('next', sa.Column('id', sa.Integer))\n",
        encoding="utf-8",
    )
    upgrade._config.cache_clear()
    upgrade._history.cache_clear()
    upgrade._config().set_main_option("script_location", str(scripts))
    yield after
    upgrade._config.cache_clear()
    upgrade._history.cache_clear()


def test_a_copy_is_made_before_an_upgrade(folder: Path, one_version_on: str) -> None:
    database = open_database(settings_of(folder))
    with database.read() as session:
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == "9000"
    database.dispose()
    ((name, last),) = kept(folder / "backups")
    assert name.startswith("fieldwork-before-9000-until-")
    assert last == datetime.now(UTC).date() + timedelta(days=30)
    with closing(sqlite3.connect(folder / "backups" / name)) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (one_version_on,)
        ]
        tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
    assert "interview" in tables
    assert "next" not in tables


def test_an_upgrade_that_fails_leaves_the_tables_as_they_were(
    folder: Path, one_version_on: str
) -> None:
    script = Path(upgrade._config().get_main_option("script_location") or "")
    broken = script / "versions" / "9000_next.py"
    broken.write_text(broken.read_text(encoding="utf-8") + "    raise RuntimeError('stop')\n")
    with pytest.raises(RuntimeError, match="stop"):
        open_database(settings_of(folder))
    with closing(sqlite3.connect(folder / "fieldwork.db")) as left:
        assert left.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (one_version_on,)
        ]
        assert left.execute("SELECT 1 FROM sqlite_master WHERE name = 'next'").fetchall() == []


def test_a_new_database_is_not_copied_aside(tmp_path: Path) -> None:
    open_database(settings_of(tmp_path)).dispose()
    assert not (tmp_path / "backups").exists()


def test_a_backup_while_it_is_written_to_is_whole(folder: Path) -> None:
    database = open_database(settings_of(folder))
    with database.write() as session:
        me = an_explorer(session)
    with database.write() as session:
        an_interview(session, me)
        backup(folder / "fieldwork.db", folder / "copy.db")
    database.dispose()
    with closing(sqlite3.connect(folder / "copy.db")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert copy.execute("SELECT count(*) FROM explorer").fetchone() == (1,)
        assert copy.execute("SELECT count(*) FROM interview").fetchone() == (0,)


def test_reading_cannot_write(database: Database, viewer: Explorer) -> None:
    for statement in ("DELETE FROM explorer", "DROP TABLE draft", "UPDATE field SET name = 'x'"):
        with pytest.raises(DBAPIError), database.read() as session:
            session.execute(text(statement))
    with database.read() as session:
        assert session.scalars(select(ExplorerRow.id)).all() == [viewer.explorer_id]


def test_a_write_that_fails_leaves_nothing(database: Database, viewer: Explorer) -> None:
    with pytest.raises(RuntimeError, match="half way"):
        write_and_fail(database, viewer)
    with database.read() as session:
        assert session.scalars(select(Interview.id)).all() == []


def write_and_fail(database: Database, viewer: Explorer) -> None:
    with database.write() as session:
        an_interview(session, viewer)
        raise RuntimeError("half way")


def test_a_row_that_points_into_another_explorers_data_is_refused(
    session: Session, me: Explorer
) -> None:
    other = an_explorer(session)
    an_interview(session, other)
    theirs = session.execute(
        select(Interview).where(Interview.explorer_id == other.explorer_id)
    ).scalar_one()
    forged = {"field_id": theirs.field_id, "person_id": theirs.person_id, "status": "idea"}
    session.add(Interview(explorer_id=me.explorer_id, id=new_id(), **forged))
    with pytest.raises(IntegrityError):
        session.flush()


def test_every_reference_of_every_table_refuses_another_explorers_row(
    session: Session, me: Explorer
) -> None:
    """Each row of the samples, said to be another explorer's, refers to nothing of theirs."""
    load_samples(session, me)
    other = an_explorer(session)
    tried = set()
    for name, model in rows.models().items():
        table = rows.table(model)
        columns = [
            list(c.columns)[1].name for c in table.foreign_key_constraints if len(c.columns) > 1
        ]
        if not columns:
            continue
        mine = select(table).where(table.c.explorer_id == me.explorer_id)
        found = session.execute(mine.where(table.c[columns[0]].is_not(None))).mappings().first()
        if found is not None:
            tried.add(name)
            with pytest.raises(IntegrityError, match=r"(?i)foreign key"), session.begin_nested():
                session.execute(table.insert(), [{**found, "explorer_id": other.explorer_id}])
    assert {"interview", "salary_finding", "note", "topic_asked", "own_skill"} <= tried


def test_what_is_referred_to_cannot_be_removed_alone(session: Session, me: Explorer) -> None:
    an_interview(session, me)
    with pytest.raises(IntegrityError), session.begin_nested():
        session.execute(rows.table(Field).delete().where(Field.explorer_id == me.explorer_id))


def test_two_explorers_may_have_fields_of_one_name_and_one_explorer_may_not(
    session: Session, me: Explorer
) -> None:
    other = an_explorer(session)
    an_interview(session, me)
    an_interview(session, other)
    assert field_id(session, me, "Data analyst") != field_id(session, other, "Data analyst")
    twice = {"explorer_id": me.explorer_id, "name": "SQL", "folded": "sql"}
    session.execute(rows.table(Skill).insert(), [{**twice, "id": new_id()}])
    with pytest.raises(IntegrityError), session.begin_nested():
        session.execute(rows.table(Skill).insert(), [{**twice, "id": new_id()}])


def test_removing_an_explorer_removes_all_that_is_theirs(session: Session, me: Explorer) -> None:
    other = an_explorer(session)
    an_interview(session, other)
    load_samples(session, me)
    mine = rows.table(ExplorerRow).delete().where(ExplorerRow.id == me.explorer_id)
    session.execute(mine)
    for model in (Interview, Field, Skill):
        left = session.execute(select(rows.table(model).c.explorer_id)).scalars().all()
        assert me.explorer_id not in left
    assert session.execute(select(rows.table(Interview).c.id)).scalars().all()


def test_of_many_servers_that_start_at_once_one_makes_the_tables(postgres: str) -> None:
    name = f"at_once_{uuid4().hex}"
    run_alone(postgres, f"CREATE DATABASE {name}")
    settings = read_settings({"FIELDWORK_DATABASE_URL": named(postgres, name)})
    with ThreadPoolExecutor(6) as servers:
        opened = list(servers.map(lambda _: open_database(settings), range(6)))
    for database in opened:
        with database.read() as session:
            assert session.scalar(text("SELECT count(*) FROM alembic_version")) == 1
        database.dispose()
    run_alone(postgres, f"DROP DATABASE {name}")
