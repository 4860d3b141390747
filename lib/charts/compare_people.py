"""Ways in on the comparison: a mark a person; of many people their middle half and their ends.

Places are parts of the scale, from 0 to 1; on a scale of roots a tenth and a half both are seen.
"""

from math import isnan, sqrt
from typing import NamedTuple

from lib.charts.compare_marks import ZONE, Ends, deep, lanes, within
from lib.frames import Row

NEAR = 0.075
"""Marks nearer than this part of the scale stand over one another."""
KINDS = ("person", "required", "reach", "half", "middle")


def along(value: float, scale: Ends, *, root: bool) -> float:
    """Where a figure lies: the root of its part of the scale where that narrows. 25 of 100: 0.5."""
    part = within(value, scale)
    return sqrt(part) if root else part


class Said(NamedTuple):
    """A person's figure as parts of the scale: its middle, its ends, and which end goes on."""

    at: float
    low: float
    high: float
    less: bool
    more: bool


def people_marks(pieces: list[Row], scale: Ends, *, root: bool = False) -> list[Row]:
    """A dot a person at the middle of what was said, on a fine line from end to end.

    Over one another where near; hollow: required. Of many people `reach` is from the lowest to the
    highest and `half` the middle half of them.
    """
    people = [piece for piece in pieces if piece["mark"] in ("person", "required")]
    told = sorted((_said(one, scale, root), one["mark"] == "required") for one in people)
    rows = lanes((one.at - NEAR / 2, one.at + NEAR / 2) for one, _ in told)
    pitch = min(8.0, ZONE / (max(rows, default=0) + 1))
    middles = deep(max(rows, default=0) + 1, pitch)
    placed = zip(told, rows, strict=True)
    marks = [mark for one, row in placed for mark in _marked(*one, middles[row], pitch)]
    others = [piece for piece in pieces if piece not in people]
    return [*marks, *(mark for piece in others for mark in _over_all(piece, scale, root))]


def _said(piece: Row, scale: Ends, root: bool) -> Said:
    """A figure with an open end stands where it was said; what lies beyond a cut goes on."""
    start, end = piece["start"], piece["end"]
    low, high = (end if isnan(start) else start), (start if isnan(end) else end)
    at, low_at, high_at = (
        along(value, scale, root=root) for value in ((low + high) / 2, low, high)
    )
    return Said(at, low_at, high_at, isnan(start), isnan(end) or high > scale[1])


def _marked(one: Said, required: bool, y: float, pitch: float) -> list[Row]:
    look: Row = {"f0": one.at, "y": y, "size": min(52.0, pitch * pitch)}
    ends = {"part": "range", "f0": one.low, "f1": one.high, "y": y, "tall": 1.2}
    line = [ends] if one.low < one.high else []
    if one.less or one.more:
        shape = "triangle-right" if one.more else "triangle-left"
        return [*line, {**look, "part": "sign", "shape": shape}]
    return [*line, {**look, "part": "ring" if required else "dot"}]


def _over_all(piece: Row, scale: Ends, root: bool) -> list[Row]:
    """What is drawn of all people of the cell together."""
    one = _said(piece, scale, root)
    if piece["mark"] == "middle":
        return [{"part": "tick", "f0": one.at, "tall": ZONE - 2.0}]
    tall = {"reach": 2.0, "half": 10.0}[piece["mark"]]
    ends = ((0.0, one.less, "triangle-left"), (1.0, one.more, "triangle-right"))
    look = {"part": "sign", "size": 60.0}
    arrows = [{**look, "f0": at, "shape": shape} for at, is_open, shape in ends if is_open]
    low, high = (0.0 if one.less else one.low), (1.0 if one.more else one.high)
    return [{"part": "range", "f0": low, "f1": high, "tall": tall}, *arrows]
