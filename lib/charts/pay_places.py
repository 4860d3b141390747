"""Where each part of the pay chart stands: fields one below the other, levels in them, a line
a figure. Heights are pixels; places along the axis are money and wait for the width.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from math import isnan

from lib import money
from lib.charts.base import key
from lib.charts.names import short
from lib.charts.pay_axis import Axis, outer
from lib.charts.pay_strips import strip_marks
from lib.frames import Row

HEAD, LINE, AGREED, GAP = 34, 23, 20, 8
AXIS = 30
"""The labels above take it from the chart's height on a screen."""
LEVELS = {"entry": "Entry", "mid": "Mid", "senior": "Senior", "unstated": "Not said"}
FROM = {"own": "own pay of", "seen": "seen by", "heard": "heard from"}
CUT = "//"
"""What stands at the edge for a figure beyond it."""
MOST, MANY, FEW = 40, 200, 10
"""More figures of one field and level than this are drawn as one strip; than `FEW`, where all
figures together are more than `MANY`."""


@dataclass(frozen=True)
class Group:
    """The figures of one field and level, lowest first, and where they agree."""

    key: str
    field_id: str
    field: str
    tone: str
    level: str
    figures: list[Row]
    bands: list[Row]
    strip: Row | None = None

    @property
    def people(self) -> int:
        """Distinct people behind the figures."""
        return len({figure["person_id"] for figure in self.figures})

    @property
    def agreed(self) -> str:
        """Where they meet, or that they do not; nothing where nobody can say."""
        return " and ".join(str(band["words"]) for band in self.bands)

    @property
    def aloud(self) -> str:
        """What opens, in words."""
        count = len(self.figures)
        said = self.agreed or ("1 figure" if count == 1 else f"{count} figures")
        people = "1 person" if self.people == 1 else f"{self.people} people"
        return f"{self.field}, {self.level.lower()} pay: {said} ({people})"


def grouped(
    figures: list[Row], bands: list[Row], panel: str, strips: list[Row] | None = None
) -> list[Group]:
    """Fields as they come, levels from entry up, figures from the lowest."""
    found: dict[str, dict[str, list[Row]]] = {}
    for figure in figures:
        found.setdefault(figure["field_id"], {}).setdefault(figure["level"], []).append(figure)
    order = list(LEVELS)
    return [
        _group(level, levels[level], bands, panel, strips or [])
        for levels in found.values()
        for level in sorted(levels, key=order.index)
    ]


def _group(
    level: str, figures: list[Row], bands: list[Row], panel: str, strips: list[Row]
) -> Group:
    first = figures[0]
    where = (first["field_id"], level)
    return Group(
        key=key("pay", *where, *([panel] if panel else [])),
        field_id=first["field_id"],
        field=first["field"],
        tone=first["tone"],
        level=LEVELS[level],
        figures=[_figure(figure) for figure in sorted(figures, key=outer)],
        bands=[band for band in bands if (band["field_id"], band["level"]) == where],
        strip=next((one for one in strips if (one["field_id"], one["level"]) == where), None),
    )


def _figure(figure: Row) -> Row:
    """With its key, what stands at its line, and what opens in words; * is said otherwise."""
    words, _, aside = figure["words"].partition(", said as ")
    where = f"{figure['field']}, {LEVELS[figure['level']].lower()}"
    return {
        **figure,
        "key": key("salary", figure["finding_id"]),
        "shown": f"{words}*, said as {aside}" if aside else words,
        "brief": f"{words}*" if aside else words,
        "aloud": f"{where}: {figure['words']}, {FROM[figure['whose']]} {figure['person']}",
    }


def official_of(groups: list[Group], official: list[Row]) -> dict[str, Row]:
    """The official figures of the fields that are drawn, by field."""
    drawn = {group.field_id for group in groups}
    return {row["field_id"]: row for row in official if row["field_id"] in drawn}


def placed(
    groups: list[Group], axis: Axis, official: Mapping[str, Row], symbol: str
) -> tuple[list[Row], int]:
    """Every mark with its place, from the back to the front, and the height of it all."""
    marks: list[Row] = [{"part": "reach", "x": end} for end in (axis.low, axis.high) if groups]
    y = 0.0
    if axis.cut is not None:
        words = f"Cut at {symbol}{money.short(axis.cut)}: {CUT} lies beyond"
        marks.append({"part": "cut words", "words": words, "y": LINE / 2})
        y += LINE
    for field_id, found in groupby(groups, key=lambda group: group.field_id):
        levels = list(found)
        named = {
            "words": short(levels[0].field, 42),
            "tip": levels[0].field,
            "tone": levels[0].tone,
        }
        y += GAP if y else 0
        marks.append({"part": "field", "y": y + HEAD / 2, **named})
        y += HEAD
        top = y
        for group in levels:
            made, y = _level(group, y, axis)
            marks += made
        if field_id in official:
            marks += _official(official[field_id], top, y - GAP, axis)
    return marks, round(max(y, HEAD)) + AXIS


def _official(row: Row, top: float, below: float, axis: Axis) -> list[Row]:
    """The grey behind a field, to the axis' end where it is open; its words beside the name."""
    area = {"y": (top + below) / 2, "tall": below - top + 4}
    low, high, middle = row["low"], row["high"], row["median"]
    until = axis.high if isnan(high) else high
    head = {"y": top - HEAD / 2}
    marks: list[Row] = [{"part": "official words", "words": row["words"], **head}]
    if not isnan(low):
        marks.append({"part": "official", "x": low, "x2": until, **area})
    if not isnan(middle):
        marks.append({"part": "median", "x": middle, **area})
        marks.append({"part": "median words", "words": row["middle"], "x": middle, **head})
    return marks


def _level(group: Group, top: float, axis: Axis) -> tuple[list[Row], float]:
    """The level's name, its band and the words below, its lines."""
    tall = LINE * (2 if group.strip else len(group.figures))
    middle = top + tall / 2
    marks: list[Row] = [{"part": "level", "words": group.level, "y": top + LINE / 2}]
    agreed: list[Row] = []
    below = top + tall
    for band in group.bands:
        area = {"y": middle, "tall": tall, "tone": group.tone}
        if not isnan(band["low"]) and not axis.beyond(band["low"]):
            until = axis.within(band["high"])
            marks.append({"part": "band", "x": band["low"], "x2": until, **area})
        agreed.append(_agreed(group, band, below + AGREED / 2 - 1, axis))
        below += AGREED
    told = {"tip": f"{group.field}, {group.level.lower()} pay", "said": group.aloud.split(": ")[-1]}
    opens = {"key": group.key, "aloud": group.aloud, **told}
    marks.append({"part": "all", **opens, "y": (top + below) / 2, "tall": below - top})
    if group.strip:
        marks += strip_marks(_strip(group.strip, axis), group.tone, top + LINE / 2, LINE)
        if axis.beyond(group.strip["most"]):
            marks.append({**_cut(axis), "y": top + LINE})
    else:
        for place, figure in enumerate(group.figures):
            marks += _line(figure, top + LINE * (place + 0.5), axis)
    return [*marks, *agreed], below + GAP


def _agreed(group: Group, band: Row, y: float, axis: Axis) -> Row:
    """The words below a band begin where it begins, or end where it ends near the right edge."""
    at, to = band["low"], band["high"]
    if isnan(at):
        at = to = min(outer(figure)[0] for figure in group.figures)
    at, to = axis.within(at), axis.within(to)
    right = (at - axis.low) / (axis.high - axis.low) > 0.55
    part = "agreed right" if right else "agreed"
    return {"part": part, "words": band["words"], "x": to if right else at, "y": y}


def _line(figure: Row, y: float, axis: Axis) -> list[Row]:
    """One figure: who, its line, what was said, and the area that opens it."""
    look = {"tone": figure["tone"], "whose": figure["whose"], "old": bool(figure["old"]), "y": y}
    who = f"{figure['whose']} · {figure['person']}"
    told = {"key": figure["key"], "tip": who, "said": figure["words"], "aloud": figure["aloud"]}
    return [
        {"part": "one", **told, "y": y, "tall": LINE - 3},
        {"part": "person", "words": who, "y": y},
        *({**look, **mark} for mark in _range(figure, axis)),
        {"part": "said", "words": figure["shown"], "brief": figure["brief"], "y": y},
    ]


def _strip(strip: Row, axis: Axis) -> Row:
    """The strip with what lies beyond the cut at the cut."""
    places = ("least", "most", "tenth", "quarter", "half", "three_quarters", "nine_tenths")
    return {**strip, **{name: axis.within(strip[name]) for name in places}}


def _cut(axis: Axis) -> Row:
    return {"part": "cut", "words": CUT, "x": axis.cut, "push": 1.0}


def _range(figure: Row, axis: Axis) -> list[Row]:
    """A line with its two ends; `push` is the way an open end, or one beyond the cut, points."""
    low, high = figure["low"], figure["high"]
    if axis.beyond(outer(figure)[1]):
        at = axis.within(outer(figure)[0])
        body = {"part": "line", "x": at, "x2": axis.cut, "push": 1.0}
        return [body, *([{"part": "cap", "x": at}] if at == low else []), _cut(axis)]
    if low == high:
        return [{"part": "dot", "x": low}]
    if not isnan(low) and not isnan(high):
        body = {"part": "line", "x": low, "x2": high, "push": 0.0}
        return [body, {"part": "cap", "x": low}, {"part": "cap", "x": high}]
    at, push = (low, 1.0) if isnan(high) else (high, -1.0)
    shape = "triangle-right" if push > 0 else "triangle-left"
    body = {"part": "line", "x": at, "x2": at, "push": push}
    return [
        body,
        {"part": "cap", "x": at},
        {"part": "arrow", "x": at, "push": push, "shape": shape},
    ]
