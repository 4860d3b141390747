"""How long it takes to say which skill is meant, among 5,000 of one's own and the taxonomy's.

./fieldwork python -m tests.benchmarks.skills
"""

import random
import statistics
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from lib.skills import taxonomy
from lib.skills.lists import typed_list
from lib.skills.meant import meant, suggestions
from lib.skills.names import SkillNames, SkillRow
from lib.text import fold

MANY = 5_000
RUNS = 200
BAR_MS = 5.0


def many_names() -> SkillNames:
    """5,000 skills in words of the taxonomy, a tenth of them merged into another."""
    chance = random.Random(1)
    words = sorted({word for name in taxonomy.spellings() for word in name.split()})
    names: dict[str, str] = {}
    while len(names) < MANY:
        name = " ".join(chance.sample(words, chance.randint(1, 3)))
        names.setdefault(fold(name), name)
    rows = []
    for number, (folded, name) in enumerate(names.items()):
        into = UUID(int=number - number % 10) if number % 10 == 9 else None
        rows.append(SkillRow(UUID(int=number), name, folded, None, into))
    return SkillNames(rows)


def typed_words(names: SkillNames) -> dict[str, list[str]]:
    """What people type: a name, an alias, a slip of the hand, something new."""
    chance = random.Random(2)
    own = [row.name for row in names.rows.values()]
    aliases = [alias for alias, _ in taxonomy.aliases()]
    slips = [_slip(chance, name) for name in chance.sample(own, RUNS)]
    return {
        "a name": chance.sample(own, RUNS),
        "an alias": chance.sample(aliases, RUNS),
        "a slip": slips,
        "something new": [f"juggling {number} torches" for number in range(RUNS)],
    }


def _slip(chance: random.Random, name: str) -> str:
    place = chance.randrange(len(name))
    return name[:place] + name[place + 1 :]


def resolve(typed: str, names: SkillNames) -> tuple[str, ...]:
    """What the screens do with a typed name: the skill it means, or what it may stand for."""
    return (names.called(typed),) if names.knows(typed) else suggestions(typed, names)


def milliseconds(run: Callable[[Any], Any], inputs: list[Any]) -> list[float]:
    """How long each took."""
    run(inputs[0])
    took = []
    for one in inputs:
        start = time.perf_counter()
        run(one)
        took.append((time.perf_counter() - start) * 1000)
    return took


def main() -> None:
    """Print a row for each kind of typed name, and for a list of eighty."""
    names = many_names()
    print(f"among {MANY:,} skills and {len(taxonomy.spellings()):,} spellings; bar {BAR_MS:g} ms")
    print(f"{'typed':16} {'median ms':>10} {'95 % ms':>10} {'most ms':>10}")
    for kind, words in typed_words(names).items():
        took = sorted(milliseconds(lambda typed: resolve(typed, names), words))
        high = took[int(len(took) * 0.95)]
        print(f"{kind:16} {statistics.median(took):10.2f} {high:10.2f} {took[-1]:10.2f}")
    text = "\n".join(typed_words(names)["a slip"][:80])
    (whole,) = milliseconds(lambda pasted: meant(typed_list(pasted), names), [text])
    print(f"a pasted list of eighty slips: {whole:.0f} ms")


if __name__ == "__main__":
    main()
