"""How long it takes to a rung of a career, by what one person said of the rungs before it."""

from collections.abc import Iterable
from math import isnan

Step = tuple[int, float, float]
"""Position from 1 up, and the years until the next step, low and high; NaN is an open end."""


def reached(steps: Iterable[Step]) -> dict[int, tuple[float, float]]:
    """Years in the field at each position that one voice told: the sum over the steps before it.

    Only where the voice said years for every one of them: a gap is not guessed. The first is
    reached after none. An end that was left open stays open (NaN) from there on; several titles
    in one position are one step, from the shortest to the longest. Step 1 takes 1 to 2 years, 2
    takes 3 to 5, then comes 4: 1 is reached after 0 years, 2 after 1 to 2; 4 is left out, for
    nothing was said of 3.
    """
    lasting: dict[int, list[tuple[float, float]]] = {}
    for position, low, high in steps:
        lasting.setdefault(position, []).append((low, high))
    found, position, low, high = {}, 1, 0.0, 0.0
    while position in lasting:
        found[position] = (low, high)
        said = [ends for ends in lasting[position] if not all(map(isnan, ends))]
        if not said:
            break
        lows, highs = zip(*said, strict=True)
        low += min(lows) if not any(map(isnan, lows)) else float("nan")
        high += max(highs) if not any(map(isnan, highs)) else float("nan")
        position += 1
    return found
