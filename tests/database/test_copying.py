"""Explorers move between SQLite and PostgreSQL: all of them, compared, and again after a break."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text, update

from lib.__main__ import main
from lib.access.viewer import Explorer
from lib.commands.explorers import the_explorer
from lib.errors import Refused
from lib.exporting.json_file import export_json
from lib.filters import EVERYTHING
from lib.model import Explorer as ExplorerRow
from lib.model import Note, Person
from lib.queries.search import texts_found
from lib.settings import read_settings
from lib.storage.copying import Copied, content, copy_explorers, explorers
from lib.storage.database import Database, open_database
from lib.storage.health import health
from tests.away import OneDatabase
from tests.conftest import an_explorer
from tests.database.whole_explorer import a_whole_explorer
from tests.factories import an_interview

WAYS = [("sqlite", "postgresql"), ("postgresql", "sqlite"), ("sqlite", "sqlite")]


@pytest.fixture
def make(tmp_path: Path, sqlite_file: Path, postgres: str) -> Iterator[Callable[[str], Database]]:
    """Empty databases on either engine, gone with the test."""
    opened: list[Database] = []
    servers: list[OneDatabase] = []

    def one(engine: str) -> Database:
        if engine == "sqlite":
            folder = tmp_path / uuid4().hex
            folder.mkdir()
            shutil.copy(sqlite_file, folder / "fieldwork.db")
            said = {"FIELDWORK_DATA_DIR": str(folder)}
        else:
            servers.append(OneDatabase(postgres))
            said = {"FIELDWORK_DATABASE_URL": servers[-1].address}
        opened.append(open_database(read_settings(said)))
        return opened[-1]

    yield one
    for each in opened:
        each.dispose()
    for server in servers:
        server.drop()


def a_full(database: Database) -> tuple[UUID, UUID]:
    """An explorer with rows in every table, people who introduced each other, and another one."""
    with database.write() as session:
        first = a_whole_explorer(session).explorer.explorer_id
        second = an_explorer(session, subject="somebody")
        an_interview(session, second, takeaway="a word to find")
    with database.write() as session:
        ids = [row.id for row in session.query(Person).filter_by(explorer_id=first)]
        for one, other in ((ids[0], ids[1]), (ids[1], ids[0])):  # a circle
            mine = (Person.explorer_id == first, Person.id == one)
            session.execute(update(Person).where(*mine).values(introduced_by_id=other))
    return first, second.explorer_id


def held(database: Database) -> dict[UUID, object]:
    """Everything by explorer, as it compares."""
    with database.read() as session:
        return {one: content(session, one) for one in explorers(session)}


def copied(source: Database, target: Database, *, replace: bool = False) -> Copied:
    return copy_explorers(source, target, list(held(source)), replace=replace)


@pytest.mark.parametrize(("one", "other"), WAYS)
def test_everything_goes_there_and_back_and_is_the_same(
    make: Callable[[str], Database], one: str, other: str
) -> None:
    source, target, back = make(one), make(other), make(one)
    first, second = a_full(source)
    with source.read() as session:
        assert [name for name, count, _ in content(session, first).tables if not count] == []
    told = copied(source, target)
    assert (told.copied, told.same, told.differ) == (2, 0, ())
    assert copied(target, back).copied == 2
    assert held(source) == held(target) == held(back)
    for database in (target, back):
        assert health(database.settings).problems == health(source.settings).problems
        with source.read() as here, database.read() as there:
            for identity in (first, second):
                viewer = Explorer(identity)
                assert export_json(here, viewer) == export_json(there, viewer)
            found = texts_found(there, Explorer(second), EVERYTHING, "word")
            assert len(found) == 1


def test_what_is_there_and_the_same_is_passed_over(make: Callable[[str], Database]) -> None:
    source, target = make("sqlite"), make("postgresql")
    a_full(source)
    copied(source, target)
    assert copied(source, target) == Copied(same=2)


def test_a_copy_that_was_broken_off_goes_on(make: Callable[[str], Database]) -> None:
    source, target = make("sqlite"), make("postgresql")
    which = list(a_full(source))

    def broken_off(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_explorers(source, target, which, progress=broken_off)
    assert list(held(target)) == which[:1]
    told = copy_explorers(source, target, which)
    assert (told.copied, told.same) == (1, 1)
    assert held(source) == held(target)


def test_what_differs_there_stays_unless_it_is_to_be_replaced(
    make: Callable[[str], Database],
) -> None:
    source, target = make("postgresql"), make("sqlite")
    _, second = a_full(source)
    copied(source, target)
    with target.write() as session:
        an_interview(session, Explorer(second), field="Only there")
    before = held(target)
    told = copied(source, target)
    assert (told.copied, told.same, told.differ) == (0, 1, (second,))
    assert held(target) == before
    assert copied(source, target, replace=True).copied == 1
    assert held(target) == held(source)


def test_an_explorer_with_nothing_yet_makes_room(make: Callable[[str], Database]) -> None:
    source, target = make("sqlite"), make("postgresql")
    for database in (source, target):
        with database.write() as session:
            me = the_explorer(session)
    with source.write() as session:
        an_interview(session, me)
    assert copied(source, target).copied == 1
    assert held(target) == held(source)


def test_a_copy_that_is_not_the_same_is_not_kept(make: Callable[[str], Database]) -> None:
    source, target = make("postgresql"), make("sqlite")
    first, _ = a_full(source)
    spoils = "UPDATE note SET text = text || '.' WHERE explorer_id = new.explorer_id"
    with target.write() as session:
        session.execute(text(f"CREATE TRIGGER spoils AFTER INSERT ON note BEGIN {spoils}; END"))
    with pytest.raises(Refused, match="is not the same there"):
        copy_explorers(source, target, [first])
    assert held(target) == {}


def test_numbers_within_json_are_the_same_on_both(make: Callable[[str], Database]) -> None:
    source, target = make("sqlite"), make("postgresql")
    with source.write() as session:
        me = an_explorer(session)
        typed = '{"a": 1e22, "b": [2.0, 2.5, -0.0, 1e-7], "c": {"d": 3}, "e": null, "f": "ü"}'
        session.execute(
            text("INSERT INTO draft VALUES (:me, :id, 'form', :typed, '2026-03-02 10:00:00.123')"),
            {"me": me.explorer_id.hex, "id": uuid4().hex, "typed": typed},
        )
    assert copied(source, target).copied == 1
    assert copied(target, make("sqlite")).copied == 1


def test_somebody_elses_sign_in_there_is_a_sentence(make: Callable[[str], Database]) -> None:
    source, target = make("sqlite"), make("postgresql")
    both = a_full(source)
    with target.write() as session:
        an_explorer(session, subject="somebody")
    with pytest.raises(Refused, match="A row of explorer is somebody else's there already"):
        copy_explorers(source, target, both)
    assert both[0] in held(target)


def test_what_does_not_fit_there_is_named_without_its_words(
    make: Callable[[str], Database],
) -> None:
    source, target = make("sqlite"), make("postgresql")
    with source.write() as session:
        me = an_explorer(session)
        an_interview(session, me)
        long = update(Person).values(name="Wilhelmina" * 30)
        session.execute(long.where(Person.explorer_id == me.explorer_id))
    with pytest.raises(Refused, match="A row of person does not fit there") as found:
        copied(source, target)
    assert "Wilhelmina" not in str(found.value)
    assert held(target) == {}


@pytest.fixture
def commanded(
    make: Callable[[str], Database], monkeypatch: pytest.MonkeyPatch
) -> tuple[Database, str]:
    """The database that the commands read, and another's address."""
    source, target = make("sqlite"), make("postgresql")
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(source.settings.data_dir))
    monkeypatch.delenv("FIELDWORK_DATABASE_URL", raising=False)
    return source, target.settings.database_url


def test_the_command_copies_says_how_far_it_is_and_what_it_left(
    commanded: tuple[Database, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    source, there = commanded
    a_full(source)
    monkeypatch.setattr("lib.cli.copy.EVERY", 0)
    assert main(["copy", "--to", there]) == 0
    out, err = capsys.readouterr()
    assert "Copied and compared 2 explorers with " in out
    assert "1 of 2 explorers, " in err
    with source.write() as session:
        session.execute(update(Note).values(text="changed"))
    assert main(["copy", "--to", there]) == 1
    assert "is there already and differs: left as it is there." in capsys.readouterr().err
    assert main(["copy", "--to", there, "--replace"]) == 0


def test_the_command_takes_one_explorer(
    commanded: tuple[Database, str], capsys: pytest.CaptureFixture[str]
) -> None:
    source, there = commanded
    _, second = a_full(source)
    assert main(["copy", "--to", there, "--explorer", str(second)]) == 0
    opened = open_database(read_settings({"FIELDWORK_DATABASE_URL": there}))
    assert list(held(opened)) == [second]
    opened.dispose()
    with source.write() as session:
        session.execute(update(ExplorerRow).values(subject=ExplorerRow.id))
    for nobody in ("local", "nobody", str(uuid4())):
        capsys.readouterr()
        assert main(["copy", "--to", there, "--explorer", nobody]) == 2
        assert "There is no such explorer." in capsys.readouterr().err
    with source.write() as session:
        an_interview(session, the_explorer(session))
    assert main(["copy", "--to", there, "--explorer", "local"]) == 0


def test_the_command_does_not_copy_a_database_onto_itself(
    commanded: tuple[Database, str], capsys: pytest.CaptureFixture[str]
) -> None:
    source, _ = commanded
    assert main(["copy", "--to", f"sqlite:///{source.settings.sqlite_file}"]) == 2
    assert "That is this database itself." in capsys.readouterr().err
