"""Where pay figures meet, how far they agree, and whether they split; knows no words and no money.

The axis is cut wherever a range ends: into single figures that somebody named, and the stretches
between cuts. Ends that only touch share nothing, but every range that holds a named single figure
shares it, its ends included.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lib.statistics.counting import FEWEST, given

Range = tuple[float | None, float | None]
"""Low and high in one currency and unit; None or NaN is an open end."""


class Piece(NamedTuple):
    """One stretch, both ends part of it; low == high is a single point."""

    low: float
    high: float


class Shared(NamedTuple):
    """A stretch, or a single figure, with the places of the voices whose ranges hold all of it."""

    low: float
    high: float
    who: frozenset[int]


def bands(voices: Iterable[Sequence[Range]]) -> list[Piece]:
    """Every piece that at least h voices cover, in order; one sequence of ranges a voice.

    A voice's ranges form a union, so it covers a point once. Ranges with an open end are not
    counted, n voices have one with both ends, h = max(2, n/2 rounded up); under three voices
    there is no band. The caller passes one pool (`pool`) without hearsay and what is old.
    50-60, 55-70, 58-65, 80-90: h = 2: 55 to 65. 40-50, 42-50, 80-90, 82-90: two pieces.
    60, 62, 65: none; 50-60, 60-70, 80-90: none.
    """
    said = list(voices)
    n = len(closed_voices(said))
    if n < FEWEST:
        return []
    needed = max(2, (n + 1) // 2)
    found: list[Piece] = []
    for low, high, who in _stretches(said):
        if who.bit_count() < needed:
            continue
        if found and found[-1].high == low:
            found[-1] = Piece(found[-1].low, high)
        else:
            found.append(Piece(low, high))
    return found


def shared(voices: Iterable[Sequence[Range]]) -> list[Shared]:
    """How far they agree: what the figures of most voices share; several where equally many do.

    50-60, 55-70, 58-65, 80-90: 58 to 60, by three of four. 50-70 twice, 50-55, 65-70: 50 to 55
    and 65 to 70, each by three.
    """
    found = _stretches(list(voices))
    most = max((who.bit_count() for _, _, who in found), default=0)
    joined: list[tuple[float, float, int]] = []
    for low, high, who in found:
        if who.bit_count() < most:
            continue
        if joined and joined[-1][1:] == (low, who):
            joined[-1] = (joined[-1][0], high, who)
        else:
            joined.append((low, high, who))
    return [Shared(low, high, _places(who)) for low, high, who in joined]


def split(voices: Iterable[Sequence[Range]], asked: int = 0) -> tuple[Shared, Shared] | None:
    """The two stretches at which they split, the lower first; None where they do not.

    Where some answers are withheld, a third is taken of at least the number of those `asked`.

    Each is shared by at least max(2, n/3 rounded up) voices, none of them lies in both, and in
    between the coverage falls to at most half of the lower peak (compare Hartigan's dip, 1985).
    Of several pairs the one with most voices at its smaller side, then at its larger one.
    40-50 three times, 80-90 twice: three and two of five. 40-52, 42-54, 50-62, 51-63, 60-72,
    61-73: none.
    """
    said = list(voices)
    n = len(closed_voices(said))
    if n < FEWEST:
        return None
    found = _stretches(said)
    counts = [who.bit_count() for _, _, who in found]
    if (pair := _apart(found, counts, max(2, -(-max(n, asked) // 3)))) is None:
        return None
    low, high = (_widest(found, at) for at in pair)
    return low, high


def closed_voices(voices: Iterable[Sequence[Range]]) -> list[int]:
    """The places of the voices that named a range with both ends."""
    return [place for place, ranges in enumerate(voices) if _closed(ranges)]


def _apart(
    found: list[tuple[float, float, int]], counts: list[int], least: int
) -> tuple[int, int] | None:
    """The places of the best pair with a valley between; found by the smaller side first."""
    if not _valley(counts, least):
        return None
    high_enough = [at for at, count in enumerate(counts) if count >= least]
    by_count = sorted(high_enough, key=lambda at: (-counts[at], at))
    best: tuple[int, int] | None = None
    for place, one in enumerate(by_count):
        if best and counts[one] < counts[best[1]]:
            break
        larger = by_count[:place]
        mate = next((two for two in larger if _are_apart(found, counts, one, two)), None)
        if mate is not None and (best is None or counts[mate] > counts[best[0]]):
            best = mate, one
    return None if best is None else (min(best), max(best))


def _are_apart(
    found: list[tuple[float, float, int]], counts: list[int], one: int, other: int
) -> bool:
    """Whether nobody is in both, and the coverage between falls to half of the smaller."""
    if found[one][2] & found[other][2]:
        return False
    lower = min(counts[one], counts[other])
    between = counts[min(one, other) + 1 : max(one, other)]
    return 2 * min(between, default=lower) <= lower


def _valley(counts: list[int], least: int) -> bool:
    """Whether anything falls to half of what stands on both of its sides: quickly seen."""
    right = list(counts)
    for at in range(len(counts) - 2, -1, -1):
        right[at] = max(right[at], right[at + 1])
    left = 0
    for at, count in enumerate(counts[:-1]):
        if min(left, right[at + 1]) >= max(least, 2 * count):
            return True
        left = max(left, count)
    return False


def _widest(found: list[tuple[float, float, int]], at: int) -> Shared:
    """The stretch at a place, as far as the same voices share it."""
    first = last = at
    who = found[at][2]
    while first and found[first - 1][1:] == (found[first][0], who):
        first -= 1
    while last + 1 < len(found) and found[last + 1][2] == who:
        last += 1
    return Shared(found[first][0], found[last][1], _places(who))


def _stretches(voices: list[Sequence[Range]]) -> list[tuple[float, float, int]]:
    """Low, high and who holds all of it (a bit a voice), from the lowest figure to the highest."""
    unions = [_union(_closed(ranges)) for ranges in voices]
    cuts = sorted({end for union in unions for piece in union for end in piece})
    named = {low for ranges in voices for low, high in _closed(ranges) if low == high}
    found: list[tuple[float, float, int]] = []
    begin, end = _changes(unions)
    who = 0
    for place, cut in enumerate(cuts):
        if cut in named:
            found.append((cut, cut, who | begin.get(cut, 0)))
        who = (who | begin.get(cut, 0)) & ~end.get(cut, 0)
        if place + 1 < len(cuts):
            found.append((cut, cuts[place + 1], who))
    return found


def _changes(unions: list[list[Piece]]) -> tuple[dict[float, int], dict[float, int]]:
    """Which voices' ranges begin, and which end, at each cut; a single figure does both."""
    begin: dict[float, int] = {}
    end: dict[float, int] = {}
    for voice, union in enumerate(unions):
        for low, high in union:
            begin[low] = begin.get(low, 0) | 1 << voice
            end[high] = end.get(high, 0) | 1 << voice
    return begin, end


def _places(who: int) -> frozenset[int]:
    return frozenset(place for place in range(who.bit_length()) if who >> place & 1)


def _closed(ranges: Sequence[Range]) -> list[Piece]:
    return [Piece(low, high) for low, high in ranges if given(low) and given(high)]


def _union(pieces: list[Piece]) -> list[Piece]:
    """The same points in as few pieces as possible, in order."""
    joined: list[Piece] = []
    for piece in sorted(pieces):
        if joined and piece.low <= joined[-1].high:
            joined[-1] = Piece(joined[-1].low, max(joined[-1].high, piece.high))
        else:
            joined.append(piece)
    return joined
