"""What size costs: reruns, imports, memory and the start, against peers, as ratios.

./fieldwork python -m tests.benchmarks.size [--write docs/performance.md]
"""

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import altair
import pandas
import sqlalchemy
import streamlit as st
from sqlalchemy import insert, select
from sqlalchemy.orm import Session
from streamlit.testing.v1 import AppTest

from lib import importing
from lib.commands.explorers import the_explorer
from lib.commands.journal import Step
from lib.settings import ROOT, read_settings
from lib.storage import rows
from lib.storage.database import Database, open_database
from tests.benchmarks import datasette
from tests.benchmarks.generated import explorers_beside, sheet

SIZES = (10, 30, 1_000, 10_000)
SCREENS = sorted(page.stem for page in (ROOT / "pages" / "explore").glob("*.py"))
RUNS = 5
PLAIN = ROOT / "tests" / "benchmarks" / "plain.py"


@contextmanager
def folder_with(interviews: int, others: int = 0) -> Iterator[Path]:
    """A data folder with so many conversations, and so many other explorers of twenty each."""
    with tempfile.TemporaryDirectory() as name:
        opened = open_database(read_settings({"FIELDWORK_DATA_DIR": name}))
        if others:
            bring_in(opened, sheet(20))
            with opened.write() as session:
                explorers_beside(session, the_explorer(session).explorer_id, others)
        bring_in(opened, sheet(interviews))
        opened.dispose()
        yield Path(name)


def bring_in(database: Database, content: bytes) -> None:
    """The real import, of the one explorer."""
    with database.write() as session:
        me = the_explorer(session)
        plan = importing.plan(session, me, importing.read_file("talks.csv", content))
        assert not plan.refused
        importing.apply(session, me, plan)


def median_ms(run: Callable[[], Any], before: Callable[[], Any] = lambda: None) -> float:
    """The median of some runs in milliseconds; `before` is not counted."""
    took = []
    for _ in range(RUNS + 1):
        before()
        start = time.perf_counter()
        run()
        took.append((time.perf_counter() - start) * 1000)
    return median(took[1:])


def reruns(folder: Path) -> dict[str, tuple[float, float]]:
    """Each screen, warm and after a change (nothing cached), in milliseconds."""
    os.environ["FIELDWORK_DATA_DIR"] = str(folder)
    st.cache_resource.clear()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300).run()
    found = {}
    for screen in SCREENS:
        app.switch_page(f"pages/explore/{screen}.py").run()
        assert not app.exception, app.exception
        found[screen] = (median_ms(app.run), median_ms(app.run, before=changed))
    from lib.ui.access.session import database

    database().dispose()
    return found


def changed() -> None:
    """A new revision, as any write makes."""
    from lib.ui.access.session import database

    with database().write() as session:
        Step(session, the_explorer(session), "").revise()


def plain(folder: Path) -> float:
    """The four charts of the peer, on each run, in milliseconds."""
    os.environ["FIELDWORK_DATA_DIR"] = str(folder)
    app = AppTest.from_file(str(PLAIN), default_timeout=300).run()
    assert not app.exception, app.exception
    return median_ms(app.run)


def imported(content: bytes) -> tuple[float, float]:
    """Seconds of the import, and of plain executemany of the same rows into the same tables."""
    with tempfile.TemporaryDirectory() as name:
        opened = open_database(read_settings({"FIELDWORK_DATA_DIR": name}))
        start = time.perf_counter()
        bring_in(opened, content)
        took = time.perf_counter() - start
        kept = everything(opened)
        opened.dispose()
    with tempfile.TemporaryDirectory() as name:
        opened = open_database(read_settings({"FIELDWORK_DATA_DIR": name}))
        start = time.perf_counter()
        with opened.write() as session:
            for table, many in kept:
                session.execute(insert(table), many)
        peer = time.perf_counter() - start
        opened.dispose()
    return took, peer


def everything(database: Database) -> list[tuple[Any, list[dict[str, Any]]]]:
    """Every table with its rows, referred-to tables first."""
    with Session(database.reader) as session:
        tables = [rows.table(model) for model in rows.models().values()]
        read = [(t, [dict(r) for r in session.execute(select(t)).mappings()]) for t in tables]
    return [(table, many) for table, many in read if many]


def import_memory() -> int:
    """Megabytes resident at most while 10,000 conversations come in, in a process of its own.

    Read from Linux's own account of the process: getrusage would begin with its parent's.
    """
    code = (
        "import tests.benchmarks.size as size, tempfile\n"
        "from lib.storage.database import open_database\n"
        "from lib.settings import read_settings\n"
        "opened = open_database(read_settings({'FIELDWORK_DATA_DIR': tempfile.mkdtemp()}))\n"
        "size.bring_in(opened, size.sheet(10_000))\n"
        "opened.dispose()\n"
        "lines = open('/proc/self/status').read().splitlines()\n"
        "(most,) = (line.split()[1] for line in lines if line.startswith('VmHWM'))\n"
        "print(int(most) // 1024)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return int(told.stdout.split()[-1])


def start_to_chart() -> tuple[float, float]:
    """Seconds from the command to the first chart in Chromium: Fieldwork, a one-line script."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import serve
    from tests.chromium import FLAGS, chromium

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        bring = open_database(read_settings({"FIELDWORK_DATA_DIR": name}))
        bring_in(bring, sheet(30))
        bring.dispose()
        script = folder / "one.py"
        script.write_text("import streamlit as st; st.line_chart([1, 3, 2])\n")
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        found = []
        for served in (None, script):
            took = []
            for _ in range(3):
                page = browser.new_page()
                start = time.perf_counter()
                running = serve(folder, script=served)
                page.goto(next(running).url)
                page.locator("[data-testid=stVegaLiteChart] svg, canvas").first.wait_for()
                took.append(time.perf_counter() - start)
                page.close()
                running.close()
            found.append(median(took))
        browser.close()
    return found[0], found[1]


def table(headings: list[str], lines: list[list[str]]) -> str:
    """Markdown."""
    rule = ["---", *["---:"] * (len(headings) - 1)]
    return "\n".join("| " + " | ".join(line) + " |" for line in [headings, rule, *lines])


def report() -> str:
    """Everything, measured now, as Markdown."""
    from tests.benchmarks import cold

    alone, plainly, faceted = {}, {}, {}
    with tempfile.TemporaryDirectory() as name:
        program = datasette.installed(Path(name))
        for size in SIZES:
            with folder_with(size) as folder:
                alone[size], plainly[size] = reruns(folder), plain(folder)
                faceted[size] = datasette.facets_ms(program, folder)
    with folder_with(1_000, others=5_000) as folder:
        beside = reruns(folder)
    took, peer = imported(sheet(10_000))
    ours, theirs = start_to_chart()
    lines = [
        [
            screen,
            *(f"{alone[size][screen][at]:.0f}" for at in (0, 1) for size in SIZES),
            f"{alone[10_000][screen][0] / alone[1_000][screen][0]:.2f}",
            f"{alone[10_000][screen][1] / alone[1_000][screen][1]:.2f}",
            f"{beside[screen][1] / alone[1_000][screen][1]:.2f}",
            f"{plainly[10_000] / alone[10_000][screen][0]:.1f}",
        ]
        for screen in SCREENS
    ]
    headings = ["screen", *(f"warm {s:,}" for s in SIZES), *(f"cold {s:,}" for s in SIZES)]
    headings += ["warm 10,000 / 1,000", "cold 10,000 / 1,000", "5,000 beside / alone, cold"]
    headings += ["plain / warm at 10,000"]
    return "\n\n".join(
        [
            "# Performance",
            f"Made by `./fieldwork python -m tests.benchmarks.size --write docs/performance.md` on "
            f"{datetime.now(UTC):%-d %B %Y}: {os.cpu_count()} cores, {memory()} GB, Python "
            f"{platform.python_version()}, Streamlit {st.__version__}, Altair "
            f"{altair.__version__}, pandas {pandas.__version__}, SQLAlchemy "
            f"{sqlalchemy.__version__}, SQLite. Times are medians; on another machine the ratios "
            "say more than they do.",
            "## Reruns, in milliseconds",
            "Warm: what a press that changes no data costs. Cold: the first run after a change, "
            "when every query, figure and chart is made anew.",
            table(headings, lines),
            "The peer, four charts written plainly over the whole tables, costs "
            + _by_size(plainly)
            + f". Datasette {datasette.VERSION}, the facets of four tables of the same file as "
            "pages of their own, costs " + _by_size(faceted) + ".",
            "## Import and start",
            table(
                ["what", "Fieldwork", "peer", "ratio"],
                [
                    _pair("10,000 conversations in, s (peer: executemany)", took, peer),
                    _pair("start to first chart, s (peer: a one-line script)", ours, theirs),
                ],
            ),
            f"At most {import_memory()} MB were resident while 10,000 conversations came in.",
            cold.section(),
        ]
    )


def _by_size(took: dict[int, float]) -> str:
    return ", ".join(f"{ms:.0f} at {size:,}" for size, ms in took.items())


def _pair(what: str, ours: float, theirs: float) -> list[str]:
    return [what, f"{ours:.1f}", f"{theirs:.1f}", f"{ours / theirs:.2f}"]


def memory() -> int:
    """The machine's, in gigabytes."""
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def main(arguments: list[str]) -> None:
    """Print the report, or write it."""
    made = report() + "\n"
    if arguments[:1] == ["--write"]:
        Path(arguments[1]).write_text(made, encoding="utf-8")
    print(made)


if __name__ == "__main__":
    main(sys.argv[1:])
