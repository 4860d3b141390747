"""How long it takes to rank six fields by eight criteria over ten people, in 10,000 draws.

./fieldwork python -m tests.benchmarks.weighing
"""

import random
import statistics
import time

from lib.statistics.weighing import DRAWS, Value, weigh
from lib.words import CRITERIA

FIELDS = 6
PEOPLE = 10
RUNS = 20
BAR_MS = 250.0


def main() -> None:
    """Print the median and the slowest of some runs, against the bar."""
    chance = random.Random(1)
    fields = {
        f"field {number}": {
            criterion: Value(tuple((low := chance.random() / 2, low + 0.2) for _ in range(PEOPLE)))
            for criterion in CRITERIA
        }
        for number in range(FIELDS)
    }
    points = {criterion: chance.randint(1, 10) for criterion in CRITERIA}
    took = []
    for _ in range(RUNS):
        start = time.perf_counter()
        weigh(fields, points)
        took.append((time.perf_counter() - start) * 1000)
    print(f"{FIELDS} fields, {len(CRITERIA)} criteria, {PEOPLE} people, {DRAWS:,} draws:")
    print(f"median {statistics.median(took):.0f} ms, at most {max(took):.0f} ms, bar {BAR_MS:.0f}")


if __name__ == "__main__":
    main()
