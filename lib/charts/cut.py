"""Where an axis is cut, so that one figure many times larger does not flatten all others."""

from collections.abc import Sequence

TIMES = 4
"""Pay more than this many times the next lower one may lie beyond the axis' end."""
TIMES_OF_WAYS = 20
"""The same of months and cost, which differ widely: a book and a degree stand on one axis."""


def cut_at(tops: Sequence[float], times: float = TIMES) -> float | None:
    """The highest figure that stays on the axis; None where none lies far beyond the others.

    At least two, and at least half of them, stay. 60, 62, 99, 6,000: 99; 60, 6,000: none.
    """
    ordered = sorted(tops)
    for place in range(max(2, (len(ordered) + 1) // 2), len(ordered)):
        last, following = ordered[place - 1], ordered[place]
        if last > 0 and following > times * last:
            return last
    return None
