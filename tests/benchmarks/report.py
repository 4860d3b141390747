"""How long a report of a hundred conversations takes, all of it released: the bar is five seconds.

./fieldwork python -m tests.benchmarks.report
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

from lib.access.links import Scope, of_a_file, stored
from lib.cli.links import fields_named
from lib.commands.explorers import the_explorer
from lib.commands.links import make_link
from lib.report import ENDINGS, made
from lib.settings import ROOT, read_settings
from lib.storage.database import Database, open_database
from tests.benchmarks.size import folder_with
from tests.factories import release_all

INTERVIEWS, RUNS, BAR = 100, 5, 5.0


def a_released_link(database: Database) -> UUID:
    """A link that holds every field, with all that was typed."""
    with database.write() as session:
        me = the_explorer(session)
        fields = fields_named(session, me, None)
        link, _ = make_link(
            *(session, me), label="Ana", fields=fields, scope=Scope(quotes=True), days=9
        )
        release_all(session, stored(session, me, link)[0])
        return link


def in_process(database: Database, link: UUID, ending: str) -> None:
    """As the screen makes it, but for the screen."""
    with database.read() as session:
        me = the_explorer(session)
        fields = fields_named(session, me, None)
        share = of_a_file(session, me, fields=fields, scope=Scope(quotes=True), wording=link)
        made(session, share, worded=True, endings=[ending], say=lambda title: None)


def by_command(folder: Path, link: UUID, ending: str) -> None:
    """The whole command, with Python's start."""
    with tempfile.TemporaryDirectory() as name:
        options = ["--include", "quotes", "--wording", str(link), "--json"]
        command = [sys.executable, "-m", "lib", "report", f"{name}/report{ending}", *options]
        environment = {**os.environ, "FIELDWORK_DATA_DIR": str(folder)}
        subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)


def seconds(run: Callable[..., Any], *arguments: Any) -> float:
    """The median of some runs, without the first."""
    took = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        run(*arguments)
        took.append(time.perf_counter() - start)
    return median(took[1:])


def main() -> None:
    """Print a row a file."""
    print(f"{INTERVIEWS} conversations, seconds (bar: {BAR:g}); load {os.getloadavg()[0]:.1f}")
    print(f"{'file':6} {'command':>8} {'warm':>6}")
    with folder_with(INTERVIEWS) as folder:
        database = open_database(read_settings({"FIELDWORK_DATA_DIR": str(folder)}))
        link = a_released_link(database)
        for ending in ENDINGS:
            cold = seconds(by_command, folder, link, ending)
            warm = seconds(in_process, database, link, ending)
            print(f"{ending:6} {cold:8.1f} {warm:6.1f}")
        database.dispose()


if __name__ == "__main__":
    main()
