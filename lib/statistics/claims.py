"""How strong a sentence is, and which sentences are said first."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Protocol, TypeVar

from lib.statistics.counting import corroborated, independent, wilson

MOST_OF_A_KIND = 2
MOST = 7

Voice = tuple[Hashable | None, bool]
"""Organisation on the day, folded (or another group), and whether they said it."""


class Ranked(Protocol):
    """A sentence that can be ranked."""

    @property
    def kind(self) -> str:
        """Of which there are at most two."""

    @property
    def strength(self) -> float:
        """See `claim` and `contradiction`."""

    @property
    def groups(self) -> int:
        """n*: the independent groups it rests on."""


Said = TypeVar("Said", bound=Ranked)


def claim(voices: Iterable[Voice]) -> float | None:
    """A claim's strength: the Wilson lower bound of (k*, n*); None unless two groups say it.

    4 of 4: 0.51; 5 of 6: 0.44; 4 of 5: 0.38.
    """
    asked = list(voices)
    if not corroborated(asked):
        return None
    weight = independent(asked)
    return wilson(weight.k, weight.n).low


def contradiction(sides: Iterable[Voice]) -> float | None:
    """Twice the lower bound of the smaller side, of those who took one; None under two groups.

    Each pair says on which of the two sides a voice stands. 2 against 3: 0.24.
    """
    took = list(sides)
    weight = independent(took)
    smaller = min(weight.k, weight.n - weight.k)
    if weight.n < 2 or len({side for _, side in took}) < 2:
        return None
    return 2 * wilson(smaller, weight.n).low


def ranked(sentences: Sequence[Said]) -> list[Said]:
    """The strongest first, ties by n*, then as they came; two of a kind, seven in all."""
    counted: Counter[str] = Counter()
    kept: list[Said] = []
    for one in sorted(sentences, key=lambda one: (-one.strength, -one.groups)):
        if counted[one.kind] < MOST_OF_A_KIND and len(kept) < MOST:
            counted[one.kind] += 1
            kept.append(one)
    return kept
