"""What a further interview teaches, independent of the order in which they were held."""

from collections import Counter
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

from lib.statistics.counting import FEWEST

Things = Sequence[Collection[Hashable]]
"""One collection a voice: the distinct things it said. A voice that said nothing counts too."""

SAYING = 4
"""Voices from which on it can be said whether it levels off."""
TIE = 1e-9
"""Sums of the same figures in another order differ by less."""
LITTLE = 0.05
"""Of what was known before: a conversation that brings less teaches little."""


@dataclass(frozen=True)
class Learnt:
    """What was known after each of the voices, and what the last one taught (None: too few)."""

    curve: tuple[float, ...]
    last: float | None

    @property
    def known(self) -> float:
        """The things that anybody said."""
        return self.curve[-1] if self.curve else 0.0

    @property
    def enough(self) -> bool:
        """Whether there are voices enough to say that it levels off, and something was said."""
        return len(self.curve) >= SAYING and self.known > 0

    @property
    def levels_off(self) -> bool:
        """Whether each of the last two brought less than 5 % of what was known before it.

        After Guest, Namey and Chen 2020. 20 things by all of four, and four more by one each: 21,
        22, 23, 24 known on average, so 1/22 and 1/23: it does. 2.33, 3.33, 4 of three: too few.
        """
        if not self.enough:
            return False
        before, then, now = self.curve[-3:]
        return then < _much(before) and now < _much(then)


def _much(before: float) -> float:
    """What has to be reached; as much to the last digit is no less than it."""
    return (1 + LITTLE) * before - TIE


def learnt(voices: Things) -> Learnt:
    """All of it; the curve has a figure a voice."""
    return Learnt(tuple(curve(voices)), last_taught(voices))


def curve(voices: Things) -> list[float]:
    """Distinct things expected after 1, 2, ... n of the n voices, drawn in any order.

    Sample-based rarefaction: the sum over things of 1 - C(n - k, m)/C(n, m), k = voices that
    said the thing (Hurlbert 1971; over samples, Colwell, Mao and Chang 2004). Ends at the number
    of distinct things. Three voices, A by 3, B by 2, C and D by 1: 2.33, 3.33, 4.
    """
    n, spread = len(voices), Counter(_said_by(voices).values())
    missing = dict.fromkeys(spread, 1.0)  # by k: C(n - k, m)/C(n, m), the chance to be missed
    expected = []
    for m in range(1, n + 1):
        for k in missing:
            missing[k] *= max(n - k - m + 1, 0) / (n - m + 1)
        expected.append(sum(things * (1 - missing[k]) for k, things in sorted(spread.items())))
    return expected


def last_taught(voices: Things) -> float | None:
    """New things the last voice taught on average over all orders: f1/n, f1 = things said once.

    The last step of `curve`; None under three voices. Of the example there: 2/3.
    """
    if len(voices) < FEWEST:
        return None
    return sum(k == 1 for k in _said_by(voices).values()) / len(voices)


def _said_by(voices: Things) -> Counter[Hashable]:
    return Counter(thing for things in voices for thing in set(things))
