"""Interest before and after: a dot a person, an arrow a field."""

from functools import cache
from itertools import count
from math import isnan
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.base import NARROW, Drawing, Opening, compiled, inked, key, pick, tone

ROW, TOP, LANE, ABREAST = 54, 30, 9, 5


def interest_change(people: pd.DataFrame) -> Drawing:
    """field_id, field, tone, person, before, after, mean_before, mean_after: 1 to 5, NaN unknown.

    A row a field: a dot for each person's figure after; the mean from before to after as an
    arrow where there is one, else each person's own arrow, thin.
    """
    groups = [(str(i), rows) for i, rows in people.groupby("field_id", sort=False)]
    marks = [mark for row, (_, rows) in enumerate(groups) for mark in _row(row, rows)]
    openings = tuple(
        Opening(key("interest", i), f"Interest in {rows['field'].iloc[0]}", len(rows))
        for i, rows in groups
    )
    height = TOP + ROW * max(len(groups), 1)
    scale = [{"part": "scale", "x": float(at), "y": 10.0, "words": str(at)} for at in range(1, 6)]
    frame = pd.DataFrame([*marks, *(scale if marks else [])], columns=COLUMNS)
    data = {"marks": frame.astype(dict.fromkeys(("x", "x2", "y", "y2"), "float64"))}
    return Drawing(_spec(), data, openings, height, _table(people))


COLUMNS = [
    *("part", "x", "x2", "y", "y2", "tone", "words", "slim", "shape", "tip", "key", "person"),
]


def _row(row: int, rows: pd.DataFrame) -> list[dict[str, Any]]:
    first = rows.iloc[0]
    middle = TOP + ROW * row + ROW / 2
    common = {"tone": first["tone"], "tip": first["field"], "key": f"interest/{first['field_id']}"}
    name = {"part": "name", "y": middle, "words": first["field"], "slim": first["field"]}
    area = {"part": "area", "y": middle - ROW / 2, "y2": middle + ROW / 2}
    arrows, words = _arrows(rows, middle)
    said = {"part": "said", "y": middle, "words": words}
    made = [area, name, said, *arrows, *_dots(rows, middle)]
    return [{**common, **mark} for mark in made]


def _arrows(rows: pd.DataFrame, middle: float) -> tuple[list[dict[str, Any]], str]:
    mean = float(rows["mean_before"].iloc[0]), float(rows["mean_after"].iloc[0])
    if not isnan(mean[0]):
        return _arrow("mean", *mean, middle - 12), f"{mean[0]:.1f} to {mean[1]:.1f}"
    pairs = [
        (float(b), float(a))
        for b, a in zip(rows["before"], rows["after"], strict=True)
        if not isnan(b) and not isnan(a)
    ]
    lanes = (middle - 12 - 6 * place for place in count())
    drawn = [_arrow("each", b, a, at) for (b, a), at in zip(pairs[:2], lanes, strict=False)]
    words = "; ".join(f"{b:.0f} to {a:.0f}" if b != a else f"{a:.0f}" for b, a in pairs[:3])
    return [mark for marks in drawn for mark in marks], words


def _arrow(part: str, before: float, after: float, y: float) -> list[dict[str, Any]]:
    shape = "triangle-right" if after > before else "triangle-left"
    line = {"part": part, "x": before, "x2": after, "y": y}
    start = {"part": "start", "x": before, "y": y}
    tip = {"part": "head", "x": after, "y": y, "shape": shape}
    return [line, start, tip] if after != before else [start]


def _dots(rows: pd.DataFrame, middle: float) -> list[dict[str, Any]]:
    """Equal figures stand beside each other, up to five to a line, around their figure."""
    dots = []
    for after, same in rows.dropna(subset=["after"]).groupby("after", sort=True):
        for place, person in enumerate(same["person"]):
            line, column = divmod(place, ABREAST)
            here = min(len(same) - line * ABREAST, ABREAST)
            x = float(str(after)) + (column - (here - 1) / 2) * 0.09
            dots.append({"part": "dot", "x": x, "y": middle + 3 + LANE * line, "person": person})
    return dots


def _table(people: pd.DataFrame) -> pd.DataFrame:
    kept = {"field": "Field", "person": "Person", "before": "Before", "after": "After"}
    return people[list(kept)].rename(columns=kept)


@cache
def _spec() -> dict[str, Any]:
    marks = inked(alt.Chart(alt.NamedData("marks")))

    def part(name: str) -> alt.Chart:
        return marks.transform_filter(f"datum.part == '{name}'")

    ends = [alt.ExprRef(f"({NARROW}) ? 112 : 210"), alt.ExprRef(f"width - (({NARROW}) ? 84 : 110)")]
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0.8, 5.2], range=ends))
    y = alt.Y("y:Q", axis=None, scale=None)
    right = alt.value(alt.ExprRef("width"))
    limit = alt.ExprRef(f"({NARROW}) ? 104 : 200")
    who = [alt.Tooltip("person:N", title="Person"), alt.Tooltip("tip:N", title="Field")]
    colour = tone("tone")
    layers = [
        part("scale").mark_rule(strokeWidth=1).encode(x=x, color=tone("border")),
        part("scale").mark_text(fontSize=12).encode(x=x, y=y, text="words:N", color=tone("quiet")),
        part("mean").mark_rule(strokeWidth=3).encode(x=x, x2="x2:Q", y=y, color=colour),
        part("each").mark_rule(strokeWidth=1.2).encode(x=x, x2="x2:Q", y=y, color=colour),
        part("start")
        .mark_point(shape="stroke", angle=90, size=90, strokeWidth=2)
        .encode(x=x, y=y, color=colour),
        part("head")
        .mark_point(filled=True, size=90, opacity=1)
        .encode(x=x, y=y, color=colour, shape=alt.Shape("shape:N", scale=None)),
        part("name")
        .mark_text(align="left", fontSize=14, fontWeight=600, limit=limit)
        .encode(x=alt.value(0), y=y, text="words:N", color=tone("text")),
        part("said")
        .mark_text(align="right", fontSize=13)
        .encode(x=right, y=y, text="words:N", color=tone("text")),
        part("area")
        .mark_rect(opacity=0, cursor="pointer", aria=True)
        .encode(
            x=alt.value(0),
            x2=right,
            y=y,
            y2="y2:Q",
            tooltip=alt.Tooltip("tip:N", title="Field"),
            description="tip:N",
        )
        .add_params(pick()),
        part("dot").mark_circle(size=46, opacity=0.9).encode(x=x, y=y, color=colour, tooltip=who),
    ]
    return compiled(alt.layer(*layers).properties(width="container", height=200))
