"""`python -m tests.oracle [--databases N] [--seed S]`: where app and definitions differ."""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.samples import load_samples
from tests.conftest import an_explorer
from tests.oracle.brought import a_database, bring, exported
from tests.oracle.differences import VIEWS, Difference, differences
from tests.oracle.generated import generated

EXAMPLES = 3


def found(databases: int, seed: int) -> Iterator[tuple[str, Difference]]:
    """Each difference with its database: the samples, then generated ones; nothing stays."""
    with a_database() as database:
        for number in range(seed - 1, seed + databases):
            with Session(database.writer) as session:
                viewer, export = samples(session) if number < seed else made(session, number)
                name = "samples" if number < seed else f"database {number}"
                for who in VIEWS:
                    yield from ((name, d) for d in differences(session, viewer, export, who))
                session.rollback()


def made(session: Session, number: int) -> tuple[Explorer, dict[str, Any]]:
    return bring(session, generated(number))


def samples(session: Session) -> tuple[Explorer, dict[str, Any]]:
    viewer = an_explorer(session)
    load_samples(session, viewer)
    return viewer, exported(session, viewer)


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    parser.add_argument("--databases", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    kinds: Counter[str] = Counter()
    for name, one in found(asked.databases, asked.seed):
        kinds[one.kind] += 1
        if kinds[one.kind] <= EXAMPLES:
            print(f"{name}, {one}", flush=True)
    for kind, times in kinds.most_common():
        print(f"{times:6} {kind}")
    print(f"{kinds.total()} differences in {asked.databases} databases")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
