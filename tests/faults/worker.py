"""Does one kind of work over and over until it is killed, and writes down what was confirmed.

`python -m tests.faults.worker` makes, for each line of JSON that it reads, a process of its own
for the work, prints its id, and prints `gone` when it has ended.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from uuid import UUID

from lib import importing
from lib.access.viewer import Explorer
from lib.commands.drafts import keep_draft
from lib.commands.interviews import save_conversation
from lib.commands.samples import clear_samples, load_samples
from lib.errors import Conflict, NotNow
from lib.records import Conversation, NoteLine
from lib.settings import read_settings
from lib.storage.backups import backup
from lib.storage.copying import copy_explorers, explorers
from lib.storage.daily import copy_of_the_day
from lib.storage.database import Database, open_database
from tests.factories import a_conversation, a_figure, a_person

ROWS = 40
"""Of each file that is imported."""
FORM = "talk"


@dataclass(frozen=True)
class Job:
    """What to do, to which database, for whom, and where to write down what was confirmed."""

    work: str
    address: str
    me: str
    told: str
    folder: str

    @property
    def viewer(self) -> Explorer:
        return Explorer(UUID(self.me))

    def confirm(self, what: object) -> None:
        """One line, handed to the system before the next piece of work begins."""
        opened = os.open(self.told, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.write(opened, f"{what}\n".encode())
        os.close(opened)


def again(write: Callable[[], None]) -> None:
    """As a window does where another saved at the same moment: the press is made once more."""
    while True:
        try:
            write()
        except (Conflict, NotNow):
            continue
        return


def saves(job: Job, database: Database) -> None:
    """A conversation at a time, each with a note, skills and a figure."""
    for number in count():
        said = a_conversation(
            *(f"Field {number % 5}",),
            skills=("SQL", f"Skill {number % 9}"),
            person=a_person(f"Somebody {number % 7}"),
            notes=(NoteLine(text="a line"), NoteLine(text="another")),
            salaries=(a_figure(),),
        )
        again(partial(_saved, job, database, said))
        job.confirm(said.id)


def _saved(job: Job, database: Database, said: Conversation) -> None:
    with database.write() as session:
        save_conversation(session, job.viewer, said)


def lines(job: Job, database: Database) -> None:
    """What is typed line by line and kept unsaved."""
    for number in count():
        with database.write() as session:
            keep_draft(session, job.viewer, FORM, {"lines": list(range(number + 1))})
        job.confirm(number)


def imports(job: Job, database: Database) -> None:
    """A file of many rows at a time, each in one transaction."""
    for number in count():
        name = f"import {os.getpid()} {number}"
        rows = (f"{name},Person {row},2026-03-02" for row in range(ROWS))
        content = "\n".join(["field,person,held_on", *rows]).encode()
        again(partial(_imported, job, database, name, content))
        job.confirm(name)


def _imported(job: Job, database: Database, name: str, content: bytes) -> None:
    with database.write() as session:
        parsed = importing.read_file(f"{name}.csv", content)
        plan = importing.plan(session, job.viewer, parsed)
        importing.apply(session, job.viewer, plan, skip_refused=True)


def samples(job: Job, database: Database) -> None:
    """The samples come and go."""
    while True:
        with database.write() as session:
            load_samples(session, job.viewer)
        job.confirm("loaded")
        with database.write() as session:
            clear_samples(session, job.viewer)
        job.confirm("cleared")


def copies(job: Job, database: Database) -> None:
    """The whole database into one file after the other: SQLite's own copies, or by `copy`."""
    file = database.settings.sqlite_file
    for number in count():
        name = Path(job.folder) / f"copy {os.getpid()} {number}.db"
        if file is None:
            said = {"FIELDWORK_DATABASE_URL": f"sqlite:///{name}"}
            into = open_database(read_settings(said))
            with database.read() as session:
                which = explorers(session)
            copy_explorers(database, into, which)
            into.dispose()
        else:
            backup(file, name)
            copy_of_the_day(file, date(2026, 1, 1) + timedelta(days=number))
        job.confirm(name)


def nothing(job: Job, database: Database) -> None:
    """Opening brought the tables to this version."""
    job.confirm("opened")


WORK: dict[str, Callable[[Job, Database], None]] = {
    "saves": saves,
    "lines": lines,
    "imports": imports,
    "samples": samples,
    "copies": copies,
    "migrations": nothing,
}


def work(job: Job) -> None:
    """Until killed; `begun` is written down first, for all but migrations once it is open."""
    if job.work == "migrations":
        job.confirm("begun")
    database = open_database(read_settings({"FIELDWORK_DATABASE_URL": job.address}))
    if job.work != "migrations":
        job.confirm("begun")
    WORK[job.work](job, database)
    database.dispose()


def main() -> None:
    """A process for each line: the modules are loaded once for all of them."""
    for line in sys.stdin:
        job = Job(**json.loads(line))
        if (child := os.fork()) == 0:
            work(job)
            os._exit(0)
        print(child, flush=True)
        os.waitpid(child, 0)
        print("gone", flush=True)


if __name__ == "__main__":
    main()
