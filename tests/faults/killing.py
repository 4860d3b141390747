"""Kills work at random moments, then looks whether all that was confirmed is there, whole."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from uuid import UUID

from alembic import command
from sqlalchemy import ColumnElement, func, select, text

from lib.access.viewer import Explorer
from lib.model import Field, Interview, Note, SalaryFinding, SkillFinding
from lib.queries.history import draft
from lib.settings import ROOT, Settings, read_settings
from lib.storage import upgrade
from lib.storage.database import Database, open_database
from lib.storage.health import health
from tests.conftest import an_explorer
from tests.faults.worker import FORM, ROWS, WORK, Job

LONGEST = 0.5
"""Seconds after which the latest of the kills comes: longer than any one piece of work takes."""
OLD = "0001"
SAMPLES = (0, 32)


@dataclass
class Workers:
    """The process that makes the workers, of which one runs at a time."""

    process: subprocess.Popen[str]

    def killed(self, job: Job, after: float, *, lines: int = 1) -> list[str]:
        """What was confirmed by one worker, killed so many seconds after it wrote so many lines.

        The first says that it began.
        """
        told = Path(job.told)
        told.unlink(missing_ok=True)
        pid = int(self._asked(json.dumps(asdict(job))))
        until = time.monotonic() + 60
        while not told.exists() or len(told.read_text().splitlines()) < lines:
            assert time.monotonic() < until, job
            time.sleep(0.002)
        time.sleep(after)
        with suppress(ProcessLookupError):  # it was done
            os.kill(pid, signal.SIGKILL)
        assert self._heard() == "gone"
        return told.read_text().splitlines()[1:]

    def _asked(self, line: str) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return self._heard()

    def _heard(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@contextmanager
def workers() -> Iterator[Workers]:
    """Started once for many kills."""
    command_of = [sys.executable, "-m", "tests.faults.worker"]
    process = subprocess.Popen(
        command_of, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield Workers(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        assert process.stdout is not None
        process.stdout.close()
        process.wait(timeout=20)


@dataclass
class Place:
    """A database to be worked on, by its address, and a folder for what is made beside it."""

    address: str
    folder: Path
    me: Explorer = field(init=False)
    held: int = 0
    """Conversations that were confirmed, over all kills."""

    @property
    def settings(self) -> Settings:
        return read_settings({"FIELDWORK_DATABASE_URL": self.address})

    @contextmanager
    def opened(self) -> Iterator[Database]:
        database = open_database(self.settings)
        try:
            yield database
        finally:
            database.dispose()

    def prepared(self) -> "Place":
        """With an explorer to work for."""
        with self.opened() as database, database.write() as session:
            self.me = an_explorer(session)
        return self


def kill(made: Workers, place: Place, work: str, after: float, lines: int = 1) -> int:
    """One kill and a look at everything; returns how many pieces of work were confirmed."""
    if work == "migrations":
        _to_the_oldest(place)
    confirmed = made.killed(_job(place, work), after, lines=lines)
    _look(place, work, confirmed)
    return len(confirmed)


def kill_both(two: tuple[Workers, Workers], place: Place, work: str, after: float) -> list[int]:
    """Two at the same work on one database, killed at about the same time; as `kill`, of each."""
    jobs = [_job(place, work, name) for name in ("one", "other")]
    with ThreadPoolExecutor(2) as running:
        told = list(running.map(lambda made, job: made.killed(job, after, lines=2), two, jobs))
    _look(place, work, [*told[0], *told[1]])
    return [len(confirmed) for confirmed in told]


def _job(place: Place, work: str, name: str = "told") -> Job:
    told, me = place.folder / name, place.me.explorer_id
    return Job(work, place.address, str(me), str(told), str(place.folder))


def _look(place: Place, work: str, confirmed: list[str]) -> None:
    LOOKS[work](place, confirmed)
    assert health(place.settings).problems == [], work


def at_random(seed: int, kills: int) -> Iterator[tuple[str, float, int]]:
    """A kind of work, when it is killed, and after which line; each kind as often as any other.

    By turns the seconds begin with the work and with the first of it that was confirmed.
    """
    dice = random.Random(seed)
    kinds = list(WORK)
    for number in range(kills):
        work = kinds[number % len(kinds)]
        first = work != "migrations" and number // len(kinds) % 2 == 0
        yield work, dice.uniform(0, LONGEST), 1 + first


def _saved(place: Place, confirmed: list[str]) -> None:
    """Each one is there, and whatever is there has its two notes, two skills and one figure."""
    with place.opened() as database, database.read() as session:
        mine = Field.name.startswith("Field ")
        query = select(Interview.id).join(Field, _of_field()).where(mine)
        there = set(session.scalars(query.where(Interview.explorer_id == place.me.explorer_id)))
        assert {UUID(one) for one in confirmed} <= there
        for model, each in ((Note, 2), (SkillFinding, 2), (SalaryFinding, 1)):
            owner = model.explorer_id == place.me.explorer_id
            counted = select(model.interview_id, func.count()).where(owner)
            parts = dict(session.execute(counted.group_by(model.interview_id)).all())
            assert {parts.get(one) for one in there} <= {each}, model
    place.held += len(confirmed)
    assert place.held <= len(there)


def _of_field() -> ColumnElement[bool]:
    return (Field.explorer_id == Interview.explorer_id) & (Field.id == Interview.field_id)


def _typed(place: Place, confirmed: list[str]) -> None:
    """The last line that was confirmed is there, or one more."""
    with place.opened() as database, database.read() as session:
        kept = draft(session, place.me, FORM)
    if confirmed:
        assert kept is not None
        assert len(kept[0]["lines"]) - 1 in {int(confirmed[-1]), int(confirmed[-1]) + 1}


def _imported(place: Place, confirmed: list[str]) -> None:
    """Each file is there with all its rows, and none with some of them."""
    with place.opened() as database, database.read() as session:
        mine = Field.explorer_id == place.me.explorer_id
        query = select(Field.name, func.count()).join(Interview, _of_field())
        brought = query.where(mine, Field.name.startswith("import ")).group_by(Field.name)
        there = dict(session.execute(brought).all())
    assert set(confirmed) <= set(there)
    assert set(there.values()) <= {ROWS}


def _sampled(place: Place, confirmed: list[str]) -> None:
    """All of them or none, and where nothing more was begun, as it was said last."""
    with place.opened() as database, database.read() as session:
        mine = (Interview.explorer_id == place.me.explorer_id, Interview.sample.is_(True))
        assert session.scalar(select(func.count()).where(*mine)) in SAMPLES


def _copied(place: Place, confirmed: list[str]) -> None:
    """Each copy that was confirmed is there, and whatever has a copy's name is whole."""
    assert all(Path(one).exists() for one in confirmed)
    copies = [*place.folder.glob("copy *.db"), *place.folder.glob("backups/*-daily-*.db")]
    for copy in copies:
        said = read_settings({"FIELDWORK_DATABASE_URL": f"sqlite:///{copy}"})
        half = str(copy) not in confirmed and place.settings.sqlite_file is None
        assert half or health(said).problems == [], copy
        copy.unlink()


def _brought_up(place: Place, confirmed: list[str]) -> None:
    """The tables have either version; the next start brings them up, and the explorer is there."""
    with place.opened() as database, database.read() as session:
        version = session.scalar(text("SELECT version_num FROM alembic_version"))
        assert version == upgrade.newest()
        there = text("SELECT count(*) FROM explorer WHERE name = 'before'")
        assert session.scalar(there) == 1


LOOKS = {
    "saves": _saved,
    "lines": _typed,
    "imports": _imported,
    "samples": _sampled,
    "copies": _copied,
    "migrations": _brought_up,
}


def _to_the_oldest(place: Place) -> None:
    """Tables as they were first, with one explorer."""
    if (file := place.settings.sqlite_file) is not None:
        for one in file.parent.glob(f"{file.name}*"):
            one.unlink()
    database = Database(place.settings)
    with database.writer.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("DROP SCHEMA public CASCADE; CREATE SCHEMA public"))
        config = upgrade._config()
        config.attributes["connection"] = connection
        command.upgrade(config, OLD)
        connection.execute(
            text(
                "INSERT INTO explorer (id, name, base_currency, zone, hours_a_year, sample, "
                "revision) VALUES (:id, 'before', 'USD', 'UTC', 2080, false, :id)"
            ),
            {"id": place.me.explorer_id.hex},
        )
    database.dispose()
    place.held = 0
