"""`python -m tests.oracle [--databases N] [--seed S]`: where app and definitions differ."""

import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator

from sqlalchemy.orm import Session

from tests.oracle.brought import a_database, bring
from tests.oracle.differences import Difference, differences
from tests.oracle.generated import generated

EXAMPLES = 3


def found(databases: int, seed: int) -> Iterator[tuple[int, Difference]]:
    """Each difference with the seed of its database; nothing stays written."""
    with a_database() as database:
        for number in range(seed, seed + databases):
            with Session(database.writer) as session:
                viewer, export = bring(session, generated(number))
                yield from ((number, one) for one in differences(session, viewer, export))
                session.rollback()


def main() -> int:
    parser = ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    parser.add_argument("--databases", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    kinds: Counter[str] = Counter()
    for number, one in found(asked.databases, asked.seed):
        kinds[one.kind] += 1
        if kinds[one.kind] <= EXAMPLES:
            print(f"database {number}, {one}", flush=True)
    for kind, times in kinds.most_common():
        print(f"{times:6} {kind}")
    print(f"{kinds.total()} differences in {asked.databases} databases")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
