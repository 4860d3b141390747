"""`./fieldwork python -m tests.faults`: 200 kills at random moments on each engine.

Nothing that was confirmed may be lost and nothing half-done; ends with status 1 at the first that
is, and names the seed with which it comes again.
"""

import sys
import tempfile
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.killing import Place, at_random, kill, workers


def run(address: str, folder: Path, *, kills: int, seed: int) -> Counter[str]:
    """So many kills; returns how many pieces of each kind of work were confirmed."""
    confirmed: Counter[str] = Counter()
    place = Place(address, folder).prepared()
    with workers() as made:
        for number, (work, after, lines) in enumerate(at_random(seed, kills), 1):
            confirmed[work] += kill(made, place, work, after, lines)
            if sys.stderr.isatty():
                print(f"\r{number} of {kills}", end="", file=sys.stderr)
    return confirmed


def main() -> int:
    """SQLite in a temporary folder, then the PostgreSQL of `--postgresql` where one is named."""
    parser = ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--postgresql", metavar="URL", help="an empty database, which is emptied")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        addresses = {"SQLite": f"sqlite:///{folder}/fieldwork.db"}
        if asked.postgresql:
            addresses["PostgreSQL"] = asked.postgresql
        for engine, address in addresses.items():
            told = run(address, Path(folder), kills=asked.kills, seed=asked.seed)
            print(f"{engine}: {asked.kills} kills, confirmed and there: {dict(told)}")
    return 0


if __name__ == "__main__":
    pytest.register_assert_rewrite("tests.faults.killing")
    sys.exit(main())
