"""The small marks of the comparison: a cell's pieces as parts of its width, from 0 to 1.

`y` is the distance from the middle of the cell's mark in pixels, `nudge` a way to the right.
"""

from collections.abc import Iterable, Mapping
from itertools import chain
from math import ceil, isnan
from typing import NamedTuple

from lib.frames import Row

Ends = tuple[float, float]
Scales = Mapping[str, Ends]
SHAPES = {
    "growing": "triangle-up",
    "steady": "stroke",
    "changing": "diamond",
    "shrinking": "triangle-down",
}


class Span(NamedTuple):
    """A range as parts of the scale; `less`, `more`: that end was left open."""

    low: float
    high: float
    less: bool
    more: bool


ZONE = 26
"""A mark's height; what stands several deep in one cell shares it."""


def marks_of(pieces: list[Row], scale: Ends) -> list[Row]:
    """The parts that draw one cell; none where nothing adds up to a mark."""
    kind = pieces[0]["mark"]
    if kind == "hatched":
        return [{"part": "hatched"}]
    if kind in SHAPES:
        return _outlook(pieces)
    if kind == "bar":
        return _bar(pieces[0])
    if kind == "split":
        return _split(within(pieces[0]["start"], (0.0, 1.0)))
    if kind == "arrow":
        return _ruled(_arrows([_ends(piece, scale) for piece in pieces]))
    if kind == "range":
        return _ruled(_ranges([_open_ends(piece, scale) for piece in pieces]))
    return []


def official_marks(row: Row, scale: Ends) -> list[Row]:
    """Official figures behind a cell, cut where the scale ends, and their median."""
    low, middle = (within(row[name], scale) for name in ("low", "median"))
    high = 1.0 if isnan(row["high"]) else within(row["high"], scale)
    if isnan(low):
        return []
    behind = {"part": "official", "f0": low, "f1": high, "tall": 24}
    return [behind, *([] if isnan(middle) else [{"part": "median", "f0": middle, "tall": 24}])]


def _ends(piece: Row, scale: Ends) -> Ends:
    """Start and end as parts of the scale; one that is missing is where the other is."""
    start, end = (within(piece[end], scale) for end in ("start", "end"))
    return (end if isnan(start) else start, start if isnan(end) else end)


def _open_ends(piece: Row, scale: Ends) -> Span:
    """The same; an end that was left open, or lies beyond a cut, reaches the end of the scale."""
    start, end = (within(piece[end], scale) for end in ("start", "end"))
    if isnan(start) and isnan(end):
        return Span(start, end, less=False, more=False)
    low, high = (0.0 if isnan(start) else start), (1.0 if isnan(end) else end)
    return Span(low, high, isnan(start), isnan(end) or piece["end"] > scale[1])


def within(value: float, scale: Ends) -> float:
    """A figure as a part of the scale, cut at its ends; NaN stays."""
    low, high = scale
    if isnan(value):
        return value
    return 0.5 if high <= low else min(max((value - low) / (high - low), 0.0), 1.0)


def _ruled(marks: list[Row]) -> list[Row]:
    """On a thin line as long as the scale."""
    return [{"part": "line", "f0": 0.0, "f1": 1.0}, *marks]


def _bar(piece: Row) -> list[Row]:
    share = piece["start"] / piece["end"] if piece["end"] else 0.0
    full = {"part": "bar", "f0": 0.0, "f1": min(share, 1.0), "tall": 14}
    return [{"part": "track", "f0": 0.0, "f1": 1.0, "tall": 14}, *([full] if share else [])]


def _split(good: float) -> list[Row]:
    return [
        {"part": "hard", "f0": good / 2, "f1": 0.5, "tall": 14},
        {"part": "bar", "f0": 0.5, "f1": 0.5 + good / 2, "tall": 14},
        {"part": "middle", "f0": 0.5, "tall": 22},
    ]


def _arrows(ends: list[Ends]) -> list[Row]:
    """From before to after, its tip on the figure; several people's below one another."""
    pitch = min(10.0, ZONE / len(ends))
    spread = zip(ends, deep(len(ends), pitch), strict=True)
    return list(chain.from_iterable(_arrow(*one, y, len(ends) == 1) for one, y in spread))


def _arrow(start: float, end: float, y: float, alone: bool) -> list[Row]:
    if isnan(start):
        return []
    if start == end:
        return [{"part": "dot", "f0": start, "y": y, "size": 70 if alone else 40}]
    shape = "triangle-right" if end > start else "triangle-left"
    return [
        {"part": "begun", "f0": start, "y": y, "tall": 14 if alone else 8},
        {"part": "shaft", "f0": start, "f1": end, "y": y},
        {"part": "head", "f0": start, "f1": end, "shape": shape, "y": y},
    ]


def _ranges(ends: list[Span]) -> list[Row]:
    """Bars, or a dot where both ends are one; those that overlap lie below one another."""
    known = [one for one in ends if not isnan(one.low)]
    rows = lanes((one.low, one.high) for one in known)
    many = max(rows, default=0) + 1
    pitch = min(10.0, ZONE / many)
    tall = 10.0 if many == 1 else max(pitch - 2, 1.5)
    middles = deep(many, pitch)
    placed = zip(known, rows, strict=True)
    return [mark for one, row in placed for mark in _range(one, middles[row], tall)]


def _range(one: Span, y: float, tall: float) -> list[Row]:
    """An arrow stands at an end that was left open."""
    shapes = (("triangle-left", 0.0, one.less), ("triangle-right", 1.0, one.more))
    arrows = [
        {"part": "sign", "f0": at, "y": y, "shape": shape, "size": 60.0}
        for shape, at, is_open in shapes
        if is_open
    ]
    if one.low == one.high and not arrows:
        return [{"part": "dot", "f0": one.low, "y": y, "size": min(80.0, tall * tall)}]
    return [{"part": "range", "f0": one.low, "f1": one.high, "y": y, "tall": tall}, *arrows]


def lanes(ends: Iterable[Ends]) -> list[int]:
    """The first lane in which each range meets none before it."""
    taken: list[list[Ends]] = []
    found = []
    for low, high in ends:
        free = (
            place
            for place, lane in enumerate(taken)
            if all(high < other_low or other_high < low for other_low, other_high in lane)
        )
        place = next(free, len(taken))
        if place == len(taken):
            taken.append([])
        taken[place].append((low, high))
        found.append(place)
    return found


def _outlook(pieces: list[Row]) -> list[Row]:
    """One mark a person, in one line up to six, in three at most."""
    rows = 1 if len(pieces) <= 6 else 2 if len(pieces) <= 16 else 3
    row = ceil(len(pieces) / rows)
    middles = deep(rows, 26 / rows)
    return [
        {
            "part": "steady" if piece["mark"] == "steady" else "sign",
            **{"f0": 0.0, "nudge": 6 - rows, "shape": SHAPES[piece["mark"]]},
            **{"pitch": place % row, "f1": 1 / row, "y": middles[place // row]},
            "size": (80, 42, 24)[rows - 1],
        }
        for place, piece in enumerate(pieces)
        if piece["mark"] in SHAPES
    ]


def deep(count: int, pitch: float) -> list[float]:
    """The middles of so many lines around one."""
    return [(place - (count - 1) / 2) * pitch for place in range(count)]
