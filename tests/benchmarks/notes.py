"""How long a page of notes takes to be read, beside an exact match of the same names of skills.

`python -m tests.benchmarks.notes`: processor time of a page of 3,000 characters, once warm. The bar
is 150 ms, and twice the exact match plus 100 ms.
"""

import time
from collections.abc import Callable

from lib import notes
from lib.notes.tokens import stem, tokens
from lib.notes.wording import known
from tests.evaluation.marked import marked

LONG = 3_000
TIMES = 5
PAGE_MS, BESIDE_MS = 150.0, 100.0


def pages() -> list[str]:
    """Different pages of that length, made of texts that may be looked at."""
    whole = "\n\n".join(text.text for text in marked("tuning"))
    return [whole[at : at + LONG] for at in range(0, LONG * (TIMES + 1), LONG)]


def exact(page: str) -> list[tuple[str, ...]]:
    """Every run of words that is a name of a skill or another spelling of one."""
    words = [stem(word.low) for word in tokens(page)]
    most = max(map(len, known()))
    return [
        name
        for at in range(len(words))
        for length in range(1, most + 1)
        if (name := tuple(words[at : at + length])) in known()
    ]


def measured() -> tuple[float, float]:
    """Milliseconds of a page read, and of the exact match: the least of some pages."""
    first, *others = pages()
    return _least(notes.read, first, others), _least(exact, first, others)


def _least(work: Callable[[str], object], first: str, others: list[str]) -> float:
    work(first)
    took = []
    for page in others:
        began = time.process_time()
        work(page)
        took.append(1_000 * (time.process_time() - began))
    return min(took)


def main() -> None:
    """Two figures and their bar."""
    page, match = measured()
    print(f"a page read: {page:.0f} ms; an exact match of the same names: {match:.1f} ms")
    print(f"bar: {PAGE_MS:.0f} ms, and {2 * match + BESIDE_MS:.0f} ms beside the exact match")


if __name__ == "__main__":
    main()
