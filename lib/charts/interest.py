"""One's interest in each field: an arrow from the first before to the latest after, and the way."""

from itertools import pairwise
from math import ceil, isnan
from typing import Any

import pandas as pd

from lib import statistics
from lib.charts.base import Drawing, Opening, key
from lib.charts.interest_layers import UNIT, compiled_layers
from lib.charts.names import counted, short, two_lines
from lib.frames import Row, records

TOP, ROW = 30, 54
BELOW, STEP, DEEPEST = 3, 7.0, 90.0
"""The way begins so far below a row's middle; so far apart are its points, and so deep it is."""
ENDS = {1: "1, none", 5: "5, great"}
"""The ends of the scale in the words of the form that asks."""
COLUMNS: dict[str, Any] = {
    **dict.fromkeys(("part", "tone", "words", "slim", "shape", "field", "key"), "object"),
    **dict.fromkeys(("person", "said", "aloud", "count"), "object"),
    **dict.fromkeys(("f0", "f1", "y", "y2", "thick", "slot"), "float64"),
}


def interest_change(talks: pd.DataFrame) -> Drawing:
    """field_id, field, tone, person_id, person, before, after: a row a conversation, in time.

    1 to 5, NaN where it was not noted. A row a field: an arrow from the first before to the latest
    after, and below it the way between.
    """
    fields = [records(rows) for _, rows in talks.groupby("field_id", sort=False)]
    openings = tuple(_opening(rows) for rows in fields)
    marks: list[Row] = []
    top = TOP
    for rows in fields:
        tall = _tall(rows)
        marks += _row(rows, top, tall)
        top += tall
    frame = pd.DataFrame([*(_scale(top) if fields else []), *marks], columns=list(COLUMNS))
    data = {"marks": frame.astype(COLUMNS)}
    return Drawing(compiled_layers(), data, openings, table=_table(talks))


def _opening(rows: list[Row]) -> Opening:
    first = rows[0]
    label = f"Interest in {first['field']} ({counted(_people(rows))})"
    return Opening(key("interest", first["field_id"]), label, _people(rows))


def _people(rows: list[Row]) -> int:
    return len({row["person_id"] for row in rows})


def _scale(tall: int) -> list[Row]:
    """One to five as thin lines over all rows, the ends in words; and the chart's height."""
    lines: list[Row] = [
        {"part": "scale", "f0": (at - 1) / 4, "y": 22.0, "y2": tall, "words": ENDS.get(at, str(at))}
        for at in range(1, 6)
    ]
    return [*lines, *({"part": "space", "slot": slot} for slot in range(ceil(tall / UNIT)))]


def _tall(rows: list[Row]) -> int:
    """A row's height: more where the way is long."""
    points = len(_way(rows))
    return ROW + ceil(max(_pitch(points) * (points - 1) + BELOW + 8 - ROW / 2, 0))


def _pitch(points: int) -> float:
    return min(STEP, DEEPEST / max(points - 1, 1))


def _row(rows: list[Row], top: int, tall: int) -> list[Row]:
    first, middle = rows[0], top + ROW / 2
    found = statistics.interest((row["before"], row["after"]) for row in rows)
    words = _words(found)
    talks = f"{len(rows)} conversation{'s' * (len(rows) != 1)}"
    common = {
        **{"tone": first["tone"], "field": first["field"], "said": f"{words}, {talks}"},
        **{"key": key("interest", first["field_id"]), "count": counted(_people(rows))},
    }
    name = {"part": "name", "y": middle, "words": short(first["field"], 28)}
    made = [
        {"part": "area", "y": top, "y2": top + tall, "aloud": f"{first['field']}, {words}"},
        {**name, "slim": two_lines(first["field"], alone=13, most=16).removeprefix("\n")},
        {"part": "said", "y": middle, "words": f"{words}, {talks}", "slim": f"{words}\n{talks}"},
        *_arrow(found, middle - 11),
        *_drawn(_way(rows), middle + BELOW),
    ]
    return [{**common, **mark} for mark in made]


def _words(found: statistics.Interest) -> str:
    """From where to where; a figure before alone is none after."""
    if found.after is None:
        return f"{found.before:g} before, not noted after"
    if found.before is None:
        return f"{found.after:g} after"
    return f"{found.before:g} to {found.after:g}"


def _arrow(found: statistics.Interest, y: float) -> list[Row]:
    """From a tick to a head; a tick alone where nothing changed."""
    if found.before is None or found.after is None:
        return []
    before, after = ((at - 1) / 4 for at in (found.before, found.after))
    common = {"f0": before, "f1": after, "y": y, "thick": 3.0}
    shape = "triangle-right" if after > before else "triangle-left"
    begun = {**common, "part": "begun"}
    if before == after:
        return [begun]
    return [{**common, "part": "shaft"}, begun, {**common, "part": "head", "shape": shape}]


def _way(rows: list[Row]) -> list[Row]:
    """Each figure that was noted, in time; one before that says again what stood is left out."""
    found: list[Row] = []
    for row in rows:
        for when in ("before", "after"):
            value = row[when]
            again = when == "before" and found and found[-1]["value"] == value
            if not isnan(value) and not (again and not isnan(row["after"])):
                said = f"{value:g} {when} the conversation"
                found.append({"value": value, "person": row["person"], "said": said})
    return found


def _drawn(way: list[Row], top: float) -> list[Row]:
    """The way as a line downwards, a dot each time."""
    pitch = _pitch(len(way))
    dots = [
        {
            **{"part": "dot", "f0": (one["value"] - 1) / 4, "y": top + pitch * place},
            **{"person": one["person"], "said": one["said"]},
        }
        for place, one in enumerate(way)
    ]
    lines = [
        {"part": "way", "f0": one["f0"], "f1": other["f0"], "y": one["y"], "y2": other["y"]}
        for one, other in pairwise(dots)
    ]
    return [*lines, *dots]


def _table(talks: pd.DataFrame) -> pd.DataFrame:
    kept = {"field": "Field", "person": "Person", "before": "Before", "after": "After"}
    return talks[list(kept)].rename(columns=kept)
