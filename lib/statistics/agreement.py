"""Where pay figures agree: the stretches that at least half of the people cover."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lib.money import span
from lib.statistics.counting import FEWEST, given

Range = tuple[float | None, float | None]
"""Low and high in one currency a year; None or NaN is an open end."""


NAMED = 4
"""Open ends that a sentence names one by one."""


class Piece(NamedTuple):
    """One stretch, both ends part of it; low == high is a single point."""

    low: float
    high: float


def bands(voices: Iterable[Sequence[Range]]) -> list[Piece]:
    """Every piece that at least h voices cover, in order; one sequence of ranges a voice.

    A voice's ranges form a union, so it covers a point once; ends are closed, so that ranges
    which only touch agree in one point. Ranges with an open end are not counted, n voices have
    one with both ends, h = max(2, n/2 rounded up); under three voices there is no band. The
    caller passes one pool (`pool`) without hearsay (`counts`).
    50-60, 55-70, 58-65, 80-90: h = 2: 55 to 65. 40-50, 42-50, 80-90, 82-90: two pieces.
    60, 62, 65: none.
    """
    unions = [union for ranges in voices if (union := _union(_closed(ranges)))]
    if len(unions) < FEWEST:
        return []
    needed = max(2, (len(unions) + 1) // 2)
    # At one point all ranges begin before any ends: both cover it.
    ends = sorted(
        (point, step)
        for union in unions
        for piece in union
        for point, step in ((piece.low, -1), (piece.high, 1))
    )
    found, covering, begun = [], 0, 0.0
    for point, step in ends:
        covering -= step
        if step < 0 and covering == needed:
            begun = point
        elif step > 0 and covering == needed - 1:
            found.append(Piece(begun, point))
    return found


def pay_sentence(voices: Sequence[Sequence[Range]], currency: str | None) -> str:
    """What the band says in words, for the voices that `bands` takes; empty without figures.

    60, 62, 65 (thousand): "No figure lies in half of the ranges: $60k to $65k was said."
    """
    closed = [ranges for voice in voices if (ranges := _closed(voice))]
    sentences = [_agreement(closed, currency)] if closed else []
    open_ended = [
        span(low if given(low) else None, high if given(high) else None, currency)
        for voice in voices
        for low, high in voice
        if given(low) != given(high)
    ]
    if len(open_ended) > NAMED:
        sentences.append(f"Not counted: {len(open_ended)} figures with an open end.")
    elif open_ended:
        sentences.append(f"Not counted, since an end is open: {', '.join(open_ended)}.")
    return " ".join(sentences)


def _agreement(closed: list[list[Piece]], currency: str | None) -> str:
    said = span(
        min(piece.low for ranges in closed for piece in ranges),
        max(piece.high for ranges in closed for piece in ranges),
        currency,
    )
    if len(closed) < FEWEST:
        people = "One person" if len(closed) == 1 else "Two people"
        return f"{people} said {said}: too few to say where they agree."
    met = [span(piece.low, piece.high, currency) for piece in bands(closed)]
    if not met:
        return f"No figure lies in half of the ranges: {said} was said."
    if len(met) == 1:
        return f"At least half of {len(closed)} people meet at {met[0]}."
    return (
        f"They split: at least half of {len(closed)} people meet at {' and again at '.join(met)}."
    )


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
