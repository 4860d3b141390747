"""The peer that anybody could use instead: Datasette's facets over the same file, on loopback."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from tests.browser.conftest import free_port

VERSION = "0.65.5"
PAGES = (
    "skill_finding?_facet=skill_id&_facet=field_id&_facet=necessity",
    "salary_finding?_facet=level&_facet=field_id&_facet=currency",
    "aspect_finding?_facet=side&_facet=theme&_facet=field_id",
    "interview?_facet=field_id&_facet=status&_facet=interest_after",
)
"""What comes nearest to four charts: the tables behind them, counted by what the charts show."""
RUNS = 5


def installed(folder: Path) -> Path:
    """Datasette in an environment of its own, so that its pins meet none of ours."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = str(folder / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", f"datasette=={VERSION}"], check=True)
    return folder / "bin" / "datasette"


@contextmanager
def served(program: Path, file: Path) -> Iterator[str]:
    """Its address while it serves the file, with as much time for a facet as it needs."""
    port = free_port()
    limits = ("facet_time_limit_ms", "sql_time_limit_ms")
    settings = [part for name in limits for part in ("--setting", name, "60000")]
    listens = ["--host", "127.0.0.1", "--port", str(port)]
    command = [str(program), "serve", str(file), *listens, *settings]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(url)
        yield url
    finally:
        running.terminate()
        running.wait(timeout=10)


def _wait(url: str) -> None:
    for _ in range(200):
        try:
            urlopen(url).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(url)


def facets_ms(program: Path, folder: Path) -> float:
    """The four pages one after the other, the median of some runs, in milliseconds."""
    took = []
    with served(program, folder / "fieldwork.db") as url:
        for _ in range(RUNS + 1):
            start = time.perf_counter()
            for page in PAGES:
                with urlopen(f"{url}/fieldwork/{page}&_size=1") as answer:
                    answer.read()
            took.append((time.perf_counter() - start) * 1000)
    return median(took[1:])
