"""Where people's figures meet, how far they agree, and whether they split."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Range = tuple[float, float]
Ranges = Mapping[str, Sequence[Range]]
"""What each voice said, both ends of each."""


@dataclass(frozen=True)
class Stretch:
    """A stretch, or one single figure, with everybody whose figures share it."""

    low: float
    high: float
    voices: frozenset[str]


def stretches(said: Ranges) -> list[Stretch]:
    """The axis cut where any range ends, and single figures that somebody named, in order.

    Ends that only touch share nothing, but every range that holds a single figure shares it.
    """
    cuts = sorted({end for many in said.values() for one in many for end in one})
    named = {low for many in said.values() for low, high in many if low == high}
    found = []
    for place, cut in enumerate(cuts):
        if cut in named:
            found.append(Stretch(cut, cut, holding(said, cut, cut)))
        if place + 1 < len(cuts):
            found.append(Stretch(cut, cuts[place + 1], holding(said, cut, cuts[place + 1])))
    return found


def holding(said: Ranges, low: float, high: float) -> frozenset[str]:
    return frozenset(v for v, many in said.items() if any(a <= low and high <= b for a, b in many))


def band(said: Ranges) -> list[Range] | None:
    """Where they agree: every piece that at least half, and two, cover; None under three people.

    >>> band({"a": [(50, 60)], "b": [(55, 70)], "c": [(58, 65)], "d": [(80, 90)]})
    [(55, 65)]
    >>> band({"a": [(40, 50)], "b": [(42, 50)], "c": [(80, 90)], "d": [(82, 90)]})
    [(42, 50), (82, 90)]
    >>> band({"a": [(60, 60)], "b": [(62, 62)], "c": [(65, 65)]})
    []
    """
    if len(said) < 3:
        return None
    least = max(2, -(-len(said) // 2))
    pieces: list[Range] = []
    for one in stretches(said):
        if len(one.voices) < least:
            continue
        if pieces and pieces[-1][1] == one.low:
            pieces[-1] = (pieces[-1][0], one.high)
        else:
            pieces.append((one.low, one.high))
    return pieces


def shared(said: Ranges) -> list[Stretch]:
    """How far they agree: what most people's figures share; several where equally many do.

    >>> quarter = {"a": [(50, 60)], "b": [(55, 70)], "c": [(58, 65)], "d": [(80, 90)]}
    >>> [(s.low, s.high, len(s.voices)) for s in shared(quarter)]
    [(58, 60, 3)]
    """
    found = stretches(said)
    most = max((len(one.voices) for one in found), default=0)
    joined: list[Stretch] = []
    for one in found:
        if len(one.voices) < most:
            continue
        before = joined[-1] if joined else None
        if before and before.high == one.low and before.voices == one.voices:
            joined[-1] = Stretch(before.low, one.high, one.voices)
        else:
            joined.append(one)
    return joined


def agrees(said: Ranges) -> bool:
    """How far they agree: "agree" is said from more than half, of three people."""
    together = shared(said)
    return len(said) >= 3 and 2 * len(together[0].voices) > len(said)


def split(said: Ranges) -> tuple[Stretch, Stretch] | None:
    """They split: two stretches, each by a third and two, nobody in both, and a dip between."""
    if len(said) < 3:
        return None
    found, least = stretches(said), max(2, -(-len(said) // 3))
    best: tuple[Stretch, Stretch] | None = None
    for place, low in enumerate(found):
        for other in range(place + 1, len(found)):
            high = found[other]
            lower = min(len(low.voices), len(high.voices))
            if lower < least or low.voices & high.voices:
                continue
            dip = min((len(o.voices) for o in found[place + 1 : other]), default=lower)
            if 2 * dip <= lower and (best is None or weight((low, high)) > weight(best)):
                best = (low, high)
    return best


def weight(pair: tuple[Stretch, Stretch]) -> tuple[int, int]:
    sizes = sorted(len(one.voices) for one in pair)
    return sizes[0], sizes[1]


def verdict(said: Ranges) -> str:
    """One word: few, split, agree, pieces, meet or none."""
    pieces = band(said)
    if pieces is None:
        return "few"
    if split(said):
        return "split"
    if len(pieces) > 1:
        return "pieces"
    if agrees(said):
        return "agree"
    return "meet" if pieces else "none"
