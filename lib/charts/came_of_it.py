"""From conversations to letters, introductions, leads and positions: a bar a step."""

from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.base import Drawing, Opening, at, compiled, tone
from lib.charts.marks import PRESSED, opening, part, slot, words
from lib.charts.names import counted
from lib.frames import records

STEP = 34
NAMES = 104
TOLD = 150
"""Pixels at the left for the names, and at the right for what stands behind the longest bar."""
SPAN = f"max(40, width - {NAMES} - {TOLD})"
TYPES: dict[str, Any] = {
    **dict.fromkeys(("part", "name", "words", "key", "tip"), "object"),
    **dict.fromkeys(("slot", "f"), "float64"),
}


def steps_reached(steps: pd.DataFrame) -> Drawing:
    """step, name, talks, took, key, people: a row a step in its order; `took` in words or empty.

    A bar opens the conversations that got so far.
    """
    rows = records(steps)
    most = max((row["talks"] for row in rows), default=0) or 1
    marks: list[dict[str, Any]] = []
    for place, row in enumerate(rows):
        told = f"{row['talks']:,}" + (f" · {row['took']}" if row["took"] else "")
        here = {"slot": place, "f": row["talks"] / most, "name": row["name"], "words": told}
        opens = row["key"] if row["talks"] else None
        marks += [{**here, "part": "name"}, {**here, "part": "told"}]
        if opens:
            tip = f"{row['name']}, {told}"
            marks.append({**here, "part": "bar", "key": opens, "tip": tip})
    frame = pd.DataFrame(marks, columns=list(TYPES)).astype(TYPES)
    openings = tuple(
        Opening(row["key"], f"{row['name']} ({counted(row['people'])})", int(row["people"]))
        for row in rows
        if row["talks"]
    )
    kept = {"name": "Step", "talks": "Conversations", "took": "How long"}
    table = steps[list(kept)].rename(columns=kept)
    return Drawing(_compiled(), {"marks": frame}, openings, table=table)


def _part(name: str) -> alt.Chart:
    return part(name).transform_calculate(x1=f"{NAMES} + datum.f * {SPAN}")


@cache
def _compiled() -> dict[str, Any]:
    y = slot()
    look: dict[str, Any] = {"fontSize": 13, "tooltip": None, "baseline": "middle"}
    solid = {**PRESSED, "opacity": 1}
    bar = (
        _part("bar")
        .mark_bar(height=20, cornerRadiusEnd=3, **solid)
        .encode(x=alt.value(NAMES), x2=at("datum.x1"), y=y, color=tone("accent"))
    )
    layers = [
        _part("name")
        .mark_text(**look, align="right")
        .encode(x=alt.value(NAMES - 10), y=y, text="name:N", color=tone("text")),
        opening(bar, {"name": "Step", "words": "Conversations"}, aloud="tip"),
        words(_part("told"), at("datum.x1"), y, baseline="middle", dx=8),
    ]
    return compiled(alt.layer(*layers).properties(width="container", height=alt.Step(STEP)))
