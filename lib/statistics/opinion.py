"""What voices think of the work: good against hard, interest in it, where it is going."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum

from lib.statistics.counting import FEWEST, given


@dataclass(frozen=True)
class Leaning:
    """Upsides against downsides: the mean (None under three) and each voice's own share."""

    share: float | None
    dots: tuple[float, ...]


@dataclass(frozen=True)
class Interest:
    """One's own interest in a field, 1 to 5: where it began, where it is now, the way between."""

    before: float | None
    after: float | None
    path: tuple[float, ...]


def leaning(voices: Iterable[tuple[int, int]]) -> Leaning:
    """The mean over voices of u/(u + d), from (upsides, downsides), one pair a voice.

    0 is all downsides, 1 all upsides. A voice that named neither does not count, one that named
    ten counts as much as one that named one. (3, 1), (0, 2), (1, 1): (0.75 + 0 + 0.5)/3 = 0.42.
    """
    dots = tuple(up / (up + down) for up, down in voices if up + down)
    return Leaning(_mean(dots), dots)


def interest(noted: Iterable[tuple[float | None, float | None]]) -> Interest:
    """From the first "before" to the latest "after", of (before, after) in order of time.

    It is one person's state, so nothing is averaged; a "before" alone is not an "after". The path
    is all that was noted, a "before" left out that says again what stood already. 1 to 2, 2 to 3,
    3 to 5: from 1 to 5, by way of 1, 2, 3, 5.
    """
    talks = list(noted)
    befores = [before for before, _ in talks if given(before)]
    afters = [after for _, after in talks if given(after)]
    path: list[float] = []
    for before, after in talks:
        if given(before) and not (path and path[-1] == before and given(after)):
            path.append(before)
        if given(after):
            path.append(after)
    first, latest = (befores[0] if befores else None), (afters[-1] if afters else None)
    return Interest(first, latest, tuple(path))


def majority(words: Iterable[str], asked: int) -> str | None:
    """The word that more than half of those asked said, of at least three; None if there is none.

    "unstated" is nobody's word. growing, growing, steady of three asked: growing; of four: None.
    """
    said = Counter(word for word in words if word != "unstated")
    if asked < FEWEST or not said:
        return None
    word, count = said.most_common(1)[0]
    return word if 2 * count > asked else None


def _mean(values: Sequence[float]) -> float | None:
    return fsum(values) / len(values) if len(values) >= FEWEST else None
