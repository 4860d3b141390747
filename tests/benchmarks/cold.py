"""What a change costs: each screen made anew, against the plain version, in processor time.

Ratios of one run hold on a busy machine too. Commands and memory stand beside it.

./fieldwork python -m tests.benchmarks.cold [--write docs/performance.md] [SIZE ...]
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import streamlit as st
from streamlit.testing.v1 import AppTest

from lib.settings import ROOT
from tests.benchmarks.size import PLAIN, SCREENS, changed, folder_with, table

SIZES = (30, 1_000, 10_000)
RUNS = 5
AT_MOST = {30: 1.5, 1_000: 1.0, 10_000: 1.0}
"""The slowest screen against the plain version."""
GROWS, MEGABYTES, COMMAND = 3.0, 150, 2.0
"""Cold at 10,000 against 1,000; memory at 10,000 over 30; a command against SQLAlchemy's import."""
TITLE = "## After a change, in processor time"


def processor_ms(run: Callable[[], Any], before: Callable[[], Any] = lambda: None) -> float:
    """The median of some runs; `before` is not counted."""
    took = []
    for _ in range(RUNS + 1):
        before()
        start = time.process_time()
        run()
        took.append((time.process_time() - start) * 1000)
    return median(took[1:])


def cold(folder: Path) -> dict[str, float]:
    """Each screen after a change, and `plain`: four charts written plainly."""
    os.environ["FIELDWORK_DATA_DIR"] = str(folder)
    st.cache_resource.clear()
    peer = AppTest.from_file(str(PLAIN), default_timeout=300).run()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300).run()
    found = {"plain": processor_ms(peer.run)}
    for screen in SCREENS:
        app.switch_page(f"pages/explore/{screen}.py").run()
        assert not app.exception, app.exception
        found[screen] = processor_ms(app.run, before=changed)
    from lib.ui.access.session import database

    database().dispose()
    return found


def most_megabytes(interviews: int) -> int:
    """Resident at most while all six screens are made anew, in a process of its own."""
    code = (
        "import tests.benchmarks.cold as cold\n"
        f"with cold.folder_with({interviews}) as folder:\n"
        "    cold.RUNS = 1\n"
        "    cold.cold(folder)\n"
        "lines = open('/proc/self/status').read().splitlines()\n"
        "(most,) = (line.split()[1] for line in lines if line.startswith('VmHWM'))\n"
        "print(int(most) // 1024)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return int(told.stdout.split()[-1])


def seconds(*arguments: str, said: str = "") -> float:
    """Processor seconds of Python with these arguments: the median of some runs."""
    took = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, *arguments]
        subprocess.run(command, input=said, text=True, capture_output=True, cwd=ROOT, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return median(took)


def section(sizes: tuple[int, ...] = SIZES) -> str:
    """All of it as Markdown, with what misses its target."""
    found: dict[int, dict[str, float]] = {}
    for size in sizes:
        with folder_with(size) as folder:
            found[size] = cold(folder)
    lines = [[name, *(_cell(found[size], name) for size in sizes)] for name in ["plain", *SCREENS]]
    slowest = {size: _slowest(found[size]) for size in sizes}
    missed = [
        f"cold at {size:,}: {ratio:.1f} times the plain version, target {AT_MOST.get(size, 1.5):g}"
        for size, ratio in slowest.items()
        if ratio > AT_MOST.get(size, 1.5)
    ]
    parts = [
        TITLE,
        "Milliseconds of the first run after a change, and how many times the plain version that "
        "is. Made by `./fieldwork python -m tests.benchmarks.cold`, medians of "
        f"{RUNS}; the machine's load was {os.getloadavg()[0]:.1f}.",
        table(["screen", *(f"{size:,}" for size in sizes)], lines),
        *_more(sizes, found, missed),
        "Misses its target: " + ("; ".join(missed) if missed else "nothing") + ".",
    ]
    return "\n\n".join(parts)


def _more(
    sizes: tuple[int, ...], found: dict[int, dict[str, float]], missed: list[str]
) -> list[str]:
    """The commands, and memory where there are sizes to hold against each other."""
    base = seconds("-c", "import sqlalchemy")
    commands = {
        "`--help`": seconds("-m", "lib", "--help") / base,
        "`salary`": seconds("-m", "lib", "salary", said="$60k a year\n") / base,
    }
    told = ", ".join(f"{name} {ratio:.2f}" for name, ratio in commands.items())
    parts = [f"Against `import sqlalchemy`: {told}."]
    missed += [f"{name} {ratio:.1f}" for name, ratio in commands.items() if ratio > COMMAND]
    if {1_000, 10_000} <= set(sizes):
        grows = {name: found[10_000][name] / found[1_000][name] for name in SCREENS}
        most = max(grows, key=lambda name: grows[name])
        parts.append(f"Cold at 10,000 against 1,000: {grows[most]:.1f} at most ({most}).")
        missed += [f"10,000 against 1,000: {grows[most]:.1f}"] if grows[most] > GROWS else []
        over = most_megabytes(10_000) - most_megabytes(30)
        parts.append(f"Memory at most, 10,000 over 30, six screens cold: {over} MB.")
        missed += [f"memory: {over} MB over, target {MEGABYTES}"] if over > MEGABYTES else []
    return parts


def _cell(found: dict[str, float], name: str) -> str:
    return f"{found[name]:.0f}" + (
        "" if name == "plain" else f" ({found[name] / found['plain']:.1f})"
    )


def _slowest(found: dict[str, float]) -> float:
    return max(found[screen] for screen in SCREENS) / found["plain"]


def written(whole: str, made: str) -> str:
    """The document with this section in its old one's place, or at its end."""
    before, _, rest = whole.partition(TITLE)
    _, cut, after = rest.partition("\n## ")
    return f"{before.rstrip()}\n\n{made}\n" + (f"\n## {after}" if cut else "")


def main(arguments: list[str]) -> None:
    """Print the section, or write it into a document."""
    file = Path(arguments[1]) if arguments[:1] == ["--write"] else None
    sizes = tuple(map(int, arguments[2:] if file else arguments)) or SIZES
    made = section(sizes)
    if file:
        file.write_text(written(file.read_text(encoding="utf-8"), made), encoding="utf-8")
    print(made)


if __name__ == "__main__":
    main(sys.argv[1:])
