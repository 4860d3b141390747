"""What somebody's own tracker costs to bring in, beside the own template of commit 133b164.

./fieldwork python -m tests.benchmarks.bringing [--rows 10000]

The same conversations with notes, side by side in turns: from the template by the code of that
commit, from the template and under a tracker's headings by this one. Then the columns of half as
many rows are guessed. Processor time, since a clock is shared with others.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from lib.settings import ROOT
from tests.benchmarks.generated import sheet

BEFORE = "133b164"
TIMES = 3
MOST_RATIO, MOST_MEMORY, MOST_SECONDS = 1.5, 300.0, 1.0
"""Times what it took before; MB; seconds for the columns of 5,000 rows."""
TRACKER = {
    "field": "Industry", "person": "Contact Name", "organisation": "Company",
    "held_on": "Interview Date", "interest_after": "Rating", "skills_mandatory": "Must haves",
    "skills_helpful": "Nice to haves", "pay_entry": "Starting salary", "training": "Education",
    "upsides": "Pros", "downsides": "Cons", "notes": "Key Insights",
}  # fmt: skip
BRING = """
import json, re, sys, time
from lib import importing
from lib.commands.explorers import the_explorer
from lib.settings import read_settings
try:
    from lib.storage.database import open_database
except ModuleNotFoundError:
    from lib.database import open_database  # where it was before
content, told = open(sys.argv[1], "rb").read(), []
database = open_database(read_settings({"FIELDWORK_DATA_DIR": sys.argv[2]}))
began = time.process_time()
with database.write() as session:
    me = the_explorer(session)
    parsed = importing.read_file("talks.csv", content, progress=lambda done, of: told.append(done))
    plan = importing.plan(session, me, parsed)
    assert not plan.refused, plan.errors[:3]
    importing.apply(session, me, plan)
took = time.process_time() - began
peak = int(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1]) / 1024
print(json.dumps({"s": took, "mb": peak, "rows": plan.created, "told": len(told)}))
"""
GUESS = """
import json, sys, time
from lib.files.text_of import text_of
from lib.importing.csv_file import read_csv
from lib.importing.matching.matched import matched
(table,) = read_csv(text_of(open(sys.argv[1], "rb").read()))
began = time.process_time()
found = matched(table, lambda key: None)
took = time.process_time() - began
known = sum(one.target not in ("note", "leave") for one in found.columns)
print(json.dumps({"s": took, "known": known}))
"""


def tracker(content: bytes) -> bytes:
    """The same conversations under the headings of somebody's own tracker."""
    head, _, rest = content.partition(b"\n")
    named = (TRACKER[one] for one in head.decode().strip().split(","))
    return ",".join(named).encode() + b"\n" + rest


@contextmanager
def as_it_was() -> Iterator[Path]:
    """The code of the commit before, in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packed = subprocess.run(
            ["git", "archive", BEFORE, "lib", "data"], cwd=ROOT, capture_output=True, check=True
        )
        subprocess.run(["tar", "-x", "-C", name], input=packed.stdout, check=True)
        yield folder


def run(root: Path, program: str, *arguments: str) -> dict[str, Any]:
    """What a program tells that runs with the code of `root`."""
    command = [sys.executable, "-c", program, *arguments]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def bring(root: Path, file: Path) -> dict[str, Any]:
    """One import into an empty database."""
    with tempfile.TemporaryDirectory() as data:
        return run(root, BRING, str(file), data)


def measured(rows: int) -> dict[str, float]:
    """Seconds, ratios and memory, the median of a few turns."""
    took: dict[str, list[dict[str, Any]]] = {"before": [], "template": [], "tracker": []}
    with as_it_was() as old, tempfile.TemporaryDirectory() as name:
        template, own, half = (Path(name) / one for one in ("t.csv", "own.csv", "half.csv"))
        template.write_bytes(sheet(rows))
        own.write_bytes(tracker(sheet(rows)))
        half.write_bytes(tracker(sheet(rows // 2)))
        for _ in range(TIMES):
            took["before"].append(bring(old, template))
            took["template"].append(bring(ROOT, template))
            took["tracker"].append(bring(ROOT, own))
        guessed = run(ROOT, GUESS, str(half))
    assert {one["rows"] for many in took.values() for one in many} == {rows}
    assert guessed["known"] == len(TRACKER)
    seconds = {of: median(one["s"] for one in many) for of, many in took.items()}
    return {
        **seconds,
        "ratio": seconds["tracker"] / seconds["before"],
        "MB": max(one["mb"] for one in took["tracker"]),
        "told": took["tracker"][0]["told"],
        "columns": guessed["s"],
    }


def main() -> None:
    """Measure, and end with 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    rows = parser.parse_args().rows
    found = measured(rows)
    print(
        f"{rows:,} conversations with notes: {found['before']:.1f} s from the template at "
        f"{BEFORE}, "
        f"{found['template']:.1f} s now, {found['tracker']:.1f} s under a tracker's headings "
        f"({found['ratio']:.2f} times), at most {found['MB']:.0f} MB, told {found['told']:.0f} "
        f"times how far it is; the columns of {rows // 2:,} rows in {found['columns']:.2f} s."
    )
    kept = found["ratio"] <= MOST_RATIO and found["MB"] < MOST_MEMORY
    sys.exit(0 if kept and found["columns"] < MOST_SECONDS else 1)


if __name__ == "__main__":
    main()
