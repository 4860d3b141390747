"""Interest before and after: a dot a person, an arrow a field."""

from collections import Counter
from math import ceil, isnan
from typing import Any

import pandas as pd

from lib.charts.base import Drawing, Opening, key
from lib.charts.interest_layers import UNIT, compiled_layers
from lib.charts.names import counted, short, two_lines
from lib.frames import Row, records

TOP, ROW, LANE, ABREAST = 30, 54, 9, 5
ENDS = {1: "1, none", 5: "5, great"}
"""The ends of the scale in the words of the form that asks."""
COLUMNS: dict[str, Any] = {
    **dict.fromkeys(("part", "tone", "words", "slim", "shape", "field", "key"), "object"),
    **dict.fromkeys(("person", "said", "aloud", "count"), "object"),
    **dict.fromkeys(("f0", "f1", "nudge", "y", "y2", "thick", "slot"), "float64"),
}
Pair = tuple[float, float]


def interest_change(people: pd.DataFrame) -> Drawing:
    """field_id, field, tone, person, before, after, mean_before, mean_after: 1 to 5, NaN unknown.

    A row a field: a dot for each person's figure after; the mean from before to after as an
    arrow where there is one, else each person's own arrow, thin.
    """
    fields = [records(rows) for _, rows in people.groupby("field_id", sort=False)]
    openings = tuple(_opening(rows) for rows in fields)
    marks: list[Row] = []
    top = TOP
    for rows in fields:
        tall = _tall(rows)
        marks += _row(rows, top, tall)
        top += tall
    frame = pd.DataFrame([*(_scale(top) if fields else []), *marks], columns=list(COLUMNS))
    data = {"marks": frame.astype(COLUMNS)}
    return Drawing(compiled_layers(), data, openings, table=_table(people))


def _opening(rows: list[Row]) -> Opening:
    first = rows[0]
    label = f"Interest in {first['field']} ({counted(len(rows))})"
    return Opening(key("interest", first["field_id"]), label, len(rows))


def _scale(tall: int) -> list[Row]:
    """One to five as thin lines over all rows, the ends in words; and the chart's height."""
    lines: list[Row] = [
        {"part": "scale", "f0": (at - 1) / 4, "y": 22.0, "y2": tall, "words": ENDS.get(at, str(at))}
        for at in range(1, 6)
    ]
    return [*lines, *({"part": "space", "slot": slot} for slot in range(ceil(tall / UNIT)))]


def _tall(rows: list[Row]) -> int:
    """A row's height: more where more than five lines of people gave the same figure."""
    alike = Counter(row["after"] for row in rows if not isnan(row["after"]))
    lines = ceil(max(alike.values(), default=0) / ABREAST)
    return ROW + max(lines - 2, 0) * LANE


def _row(rows: list[Row], top: int, tall: int) -> list[Row]:
    first, middle = rows[0], top + ROW / 2
    words, slim = _words(rows)
    said = words.replace("\n", " ")
    common = {
        **{"tone": first["tone"], "field": first["field"], "said": said},
        **{"key": key("interest", first["field_id"]), "count": counted(len(rows))},
    }
    name = {"part": "name", "y": middle, "words": short(first["field"], 28)}
    made = [
        {"part": "area", "y": top, "y2": top + tall, "aloud": f"{first['field']}, {said}"},
        {**name, "slim": two_lines(first["field"], alone=13, most=16).removeprefix("\n")},
        {"part": "said", "y": middle, "words": words, "slim": slim},
        *_arrows(rows, middle),
        *_dots(rows, middle),
    ]
    return [{**common, **mark} for mark in made]


def _pairs(rows: list[Row]) -> list[Pair]:
    both = [(row["before"], row["after"]) for row in rows]
    return [(before, after) for before, after in both if not isnan(before) and not isnan(after)]


def _mean(rows: list[Row]) -> Pair | None:
    mean = float(rows[0]["mean_before"]), float(rows[0]["mean_after"])
    return None if isnan(mean[0]) or isnan(mean[1]) else mean


def _words(rows: list[Row]) -> tuple[str, str]:
    """What the arrows say, on one line or two, and on short lines for a telephone."""
    mean, pairs = _mean(rows), _pairs(rows)
    if mean:
        of = "" if len(pairs) == len(rows) else f"{len(pairs)} of "
        parts = [f"{mean[0]:.1f} to {mean[1]:.1f}", f"{of}{counted(len(rows))}"]
        return ", ".join(parts), "\n".join(parts)
    parts = [f"{before:.0f} to {after:.0f}" for before, after in pairs]
    for only, other in (("after", "before"), ("before", "after")):
        lone = [f"{row[only]:.0f}" for row in rows if isnan(row[other]) and not isnan(row[only])]
        if lone:
            parts.append(f"{only} only: {', '.join(lone[:3])}{', …' if lone[3:] else ''}")
    joined = "; ".join(parts)
    return joined if len(joined) <= 22 else ";\n".join(parts), "\n".join(parts)


def _arrows(rows: list[Row], middle: float) -> list[Row]:
    """The mean's arrow, or those of the one or two people there are."""
    mean = _mean(rows)
    if mean:
        return _arrow(mean, middle - 11, 3.0)
    pairs = _pairs(rows)
    pitch = min(7.0, 18 / max(len(pairs), 1))
    return [
        mark
        for place, pair in enumerate(pairs)
        for mark in _arrow(pair, middle - 10 - pitch * place, 1.4)
    ]


def _arrow(pair: Pair, y: float, thick: float) -> list[Row]:
    """From a tick to a head; a tick alone where nothing changed."""
    before, after = ((at - 1) / 4 for at in pair)
    common = {"f0": before, "f1": after, "y": y, "thick": thick}
    shape = "triangle-right" if after > before else "triangle-left"
    begun = {**common, "part": "begun"}
    if round(pair[0], 1) == round(pair[1], 1):
        return [begun]
    return [{**common, "part": "shaft"}, begun, {**common, "part": "head", "shape": shape}]


def _dots(rows: list[Row], middle: float) -> list[Row]:
    """Equal figures stand beside each other, five to a line, around their figure."""
    dots = []
    known = [row for row in rows if not isnan(row["after"])]
    for after in sorted({row["after"] for row in known}):
        same = [row for row in known if row["after"] == after]
        for place, row in enumerate(same):
            line, column = divmod(place, ABREAST)
            here = min(len(same) - line * ABREAST, ABREAST)
            nudge = column - (here - 1) / 2
            at = {"f0": (after - 1) / 4, "nudge": nudge, "y": middle + 4 + LANE * line}
            before = "not noted" if isnan(row["before"]) else f"{row['before']:.0f}"
            said = f"{before} before, {after:.0f} after"
            dots.append({"part": "dot", **at, "person": row["person"], "said": said})
    return dots


def _table(people: pd.DataFrame) -> pd.DataFrame:
    kept = {"field": "Field", "person": "Person", "before": "Before", "after": "After"}
    return people[list(kept)].rename(columns=kept)
