"""The fields side by side: a small mark over its figure in words, seven questions wide.

On a telephone the same marks stand in one block a question. Both layouts lie in the data; the
specification shows the one that fits the window.
"""

from collections.abc import Mapping
from math import isnan

import pandas as pd

from lib.charts.base import Drawing, Opening, key
from lib.charts.compare_layers import compiled_layers
from lib.frames import Row, records

NAMES = {
    "interest": "Interest",
    "skills": "Skills I have",
    "months": "Time to enter",
    "cost": "Cost to enter",
    "pay": "Entry pay",
    "aspects": "Hard : good",
    "outlook": "Outlook",
}
SHAPES = {
    "growing": "triangle-up",
    "steady": "stroke",
    "changing": "diamond",
    "shrinking": "triangle-down",
}
PLACES = {criterion: place for place, criterion in enumerate(NAMES)}
COLUMNS = (
    *("layout", "slot", "part", "col", "f0", "f1", "nudge", "tone", "words", "more", "shape"),
    *("key", "tip"),
)
Scales = Mapping[str, tuple[float, float]]


def fields_compared(
    cells: pd.DataFrame, fields: pd.DataFrame, scales: Scales, captions: Mapping[str, str]
) -> Drawing:
    """`cells`: field_id, criterion, piece, start, end, mark, words, people: all, in order.

    `fields`: field_id, field, tone, people (in words). `scales` are the ends of each criterion,
    `captions` its second heading. A cell opens what it rests on.
    """
    known = {row["field_id"]: row for row in records(fields)}
    places = {field_id: place for place, field_id in enumerate(known)}
    marks = _frame_marks(records(fields), captions)
    first = cells.drop_duplicates(["field_id", "criterion"])
    for cell in records(first):
        marks += _words(cell, known[cell["field_id"]], places[cell["field_id"]], len(known))
    for cell in records(cells):
        marks += _marks(cell, known[cell["field_id"]], places[cell["field_id"]], len(known), scales)
    frame = pd.DataFrame(marks, columns=list(COLUMNS))
    numbers = dict.fromkeys(("slot", "col", "f0", "f1", "nudge"), "float64")
    return Drawing(
        compiled_layers(),
        {"marks": frame.astype(numbers)},
        _openings(first, known),
        table=_table(first, known),
    )


def wide_slot(place: int) -> int:
    """The line of a field's marks at a desk: two of headings, then three a field."""
    return 2 + 3 * place


def slim_slot(criterion: str, place: int, fields: int) -> int:
    """The line of a field in a question's block on a telephone."""
    return PLACES[criterion] * (fields + 2) + 1 + place


def _frame_marks(fields: list[Row], captions: Mapping[str, str]) -> list[Row]:
    """Headings, names and rules of both layouts."""
    marks: list[Row] = []
    for criterion, name in NAMES.items() if fields else ():
        heading = {"words": name, "more": captions[criterion], "col": PLACES[criterion]}
        marks.append({**heading, "layout": "wide", "part": "heading", "slot": 0})
        marks.append({**heading, "layout": "wide", "part": "caption", "slot": 1})
        slot = slim_slot(criterion, -1, len(fields))
        marks.append({**heading, "layout": "slim", "part": "block", "slot": slot})
        gap = slim_slot(criterion, len(fields), len(fields))
        marks.append({"layout": "slim", "part": "gap", "slot": gap})
    for place, field in enumerate(fields):
        slot = wide_slot(place)
        named = {"tone": field["tone"], "words": field["field"], "tip": field["field"]}
        marks.append({**named, "layout": "wide", "part": "name", "slot": slot})
        marks.append(
            {"layout": "wide", "part": "people", "slot": slot + 1, "words": field["people"]}
        )
        marks.append({"layout": "wide", "part": "rule", "slot": slot + 2})
        for criterion in NAMES:
            slot = slim_slot(criterion, place, len(fields))
            marks.append({**named, "layout": "slim", "part": "name", "slot": slot})
    return marks


def _both(cell: Row, place: int, fields: int, below: int = 0) -> list[Row]:
    """The cell's two places: at a desk (`below` its mark or on it), on a telephone."""
    criterion = cell["criterion"]
    opens = {"col": PLACES[criterion], "key": key("compare", cell["field_id"], criterion)}
    return [
        {**opens, "layout": "wide", "slot": wide_slot(place) + below},
        {**opens, "layout": "slim", "slot": slim_slot(criterion, place, fields)},
    ]


def _words(cell: Row, field: Row, place: int, fields: int) -> list[Row]:
    tip = f"{NAMES[cell['criterion']]}, {field['field']}"
    said = {"part": "words", "words": cell["words"], "tip": tip}
    touch = {"part": "touch", "words": cell["words"], "tip": tip}
    return [
        *({**spot, **said} for spot in _both(cell, place, fields, below=1)),
        *({**spot, **touch} for spot in _both(cell, place, fields)),
    ]


def _marks(cell: Row, field: Row, place: int, fields: int, scales: Scales) -> list[Row]:
    made = [{"tone": field["tone"], **mark} for mark in _shapes(cell, scales)]
    return [{**spot, **mark} for spot in _both(cell, place, fields) for mark in made]


def _shapes(cell: Row, scales: Scales) -> list[Row]:
    """One cell's mark in parts of its width: f0 to f1, from 0 to 1."""
    mark = cell["mark"]
    if mark == "hatched":
        return [{"part": "hatched"}]
    if mark in SHAPES:
        return [
            {"part": "outlook", "shape": SHAPES[mark], "f0": 0.0, "nudge": 7 + 17 * cell["piece"]}
        ]
    if mark == "bar":
        share = cell["start"] / cell["end"]
        return [{"part": "track", "f0": 0.0, "f1": 1.0}, {"part": "bar", "f0": 0.0, "f1": share}]
    if mark == "split":
        return [
            {"part": "hard", "f0": 0.5 - (1 - cell["start"]) / 2, "f1": 0.5},
            {"part": "bar", "f0": 0.5, "f1": 0.5 + cell["start"] / 2},
            {"part": "middle", "f0": 0.5},
        ]
    if mark not in {"arrow", "range"}:
        return []
    low, high = scales[cell["criterion"]]
    start, end = ((cell[e] - low) / (high - low) for e in ("start", "end"))
    line = {"part": "line", "f0": 0.0, "f1": 1.0}
    if mark == "range":
        return [line, {"part": "range", "f0": start, "f1": end}]
    return [line, *_arrow(start, end, cell["piece"])]


def _arrow(start: float, end: float, piece: int) -> list[Row]:
    begun = {"part": "begun", "f0": start, "nudge": piece}
    if isnan(start) or start == end:
        return [begun]
    shape = "triangle-right" if end > start else "triangle-left"
    shaft = {"part": "arrow", "f0": start, "f1": end, "nudge": piece}
    return [begun, shaft, {"part": "head", "f0": end, "shape": shape, "nudge": piece}]


def _openings(first: pd.DataFrame, known: Mapping[str, Row]) -> tuple[Opening, ...]:
    return tuple(
        Opening(
            key("compare", cell["field_id"], cell["criterion"]),
            f"{NAMES[cell['criterion']]} in {known[cell['field_id']]['field']} ({cell['words']})",
            int(cell["people"]),
        )
        for cell in records(first)
        if cell["people"]
    )


def _table(first: pd.DataFrame, known: Mapping[str, Row]) -> pd.DataFrame:
    rows = [
        (known[c["field_id"]]["field"], NAMES[c["criterion"]], c["words"], c["people"])
        for c in records(first)
    ]
    return pd.DataFrame(rows, columns=["Field", "Question", "Answer", "People"])
