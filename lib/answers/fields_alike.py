"""Fields whose names look alike, and may be one: asked, never decided."""

from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz

from lib.text import fold

LEAST = 88
"""Of a hundred: "UX design" and "UX designer" are asked, product and project managers are not."""


def alike(names: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of them, in their order; the order of words within a name does not matter."""
    folded = {name: fold(name) for name in names}
    return [
        (one, other)
        for one, other in combinations(names, 2)
        if fuzz.token_sort_ratio(folded[one], folded[other]) >= LEAST
    ]
