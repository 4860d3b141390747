"""Ways in: months and cost side by side as ranges, with who named them and whether required."""

from functools import cache
from math import isnan
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.base import NARROW, Drawing, Opening, compiled, pick, tone
from lib.frames import Row, records

LINE = 26
NAMES, WORDS = 330, 118
SIDES = (("months", "Months"), ("cost", "Cost"))
BASE = f"(({NARROW}) ? 52 : {NAMES} + datum.side * (width - {NAMES}) / 2)"
SPAN = f"(({NARROW}) ? width - 52 - {WORDS} : (width - {NAMES}) / 2 - {WORDS})"
COLUMNS = (
    *("layout", "slot", "part", "side", "f0", "f1", "tone", "words", "more", "required", "key"),
    *("tip",),
)


def ways_in(ways: pd.DataFrame) -> Drawing:
    """field_id, field, tone, key, name, voices, asked, required, months_low, months_high, ...

    ..., cost_low, cost_high (one currency), months_words, cost_words, required_words: one row a
    field and way in, in order. `required`: somebody called it so. A way in opens who named it.
    """
    most = (
        {side: max(float(ways[f"{side}_high"].max()), 1.0) for side, _ in SIDES}
        if len(ways)
        else {}
    )
    marks: list[Row] = []
    for layout in ("wide", "slim"):
        marks += _lay_out(layout, ways, most)
    frame = pd.DataFrame(marks, columns=list(COLUMNS))
    numbers = dict.fromkeys(("slot", "side", "f0", "f1"), "float64")
    openings = tuple(
        Opening(row["key"], f"{row['name']} in {row['field']} ({row['words']})", row["voices"])
        for row in records(ways.assign(words=_of(ways)))
    )
    return Drawing(_spec(), {"marks": frame.astype(numbers)}, openings, table=_table(ways))


def _of(ways: pd.DataFrame) -> "pd.Series[str]":
    return ways["voices"].astype("str") + " of " + ways["asked"].astype("str")


def _lay_out(layout: str, ways: pd.DataFrame, most: dict[str, float]) -> list[Row]:
    slot, marks = 0, []
    for _, in_field in ways.groupby("field_id", sort=False):
        first = in_field.iloc[0]
        common = {"layout": layout, "slot": slot, "tone": first["tone"]}
        marks.append({**common, "part": "field", "words": first["field"]})
        if layout == "wide" and slot == 0:
            marks += [
                {**common, "part": "side", "side": side, "words": words}
                for side, (_, words) in enumerate(SIDES)
            ]
        slot += 1
        for way in records(in_field.assign(words=_of(in_field))):
            marks += _way(layout, slot, way, most)
            slot += 1 if layout == "wide" else 3
    return marks


def _way(layout: str, slot: int, way: Row, most: dict[str, float]) -> list[Row]:
    tip = f"{way['name']}: {way['words']}"
    common = {"layout": layout, "slot": slot, "tone": way["tone"], "key": way["key"], "tip": tip}
    marks = [
        {**common, "part": "name", "words": way["name"]},
        {**common, "part": "of", "words": way["words"]},
        {**common, "part": "touch", "words": way["required_words"]},
    ]
    for side, (name, words) in enumerate(SIDES):
        low, high = way[f"{name}_low"], way[f"{name}_high"]
        here = {**common, "side": side, "required": way["required"]}
        if layout == "slim":
            here["slot"] = slot + 1 + side
            marks.append({**here, "part": "slim", "words": words.lower()})
        f1 = 0.0 if isnan(high) else high / most[name]
        marks.append({**here, "part": "said", "f1": f1, "words": way[f"{name}_words"]})
        if not isnan(low):
            marks.append({**here, "part": "range", "f0": low / most[name], "f1": f1})
    return marks


def _table(ways: pd.DataFrame) -> pd.DataFrame:
    kept = {
        **{"field": "Field", "name": "Way in", "voices": "Named it", "asked": "Asked"},
        **{"months_words": "Months", "cost_words": "Cost", "required_words": "Required"},
    }
    return ways[list(kept)].rename(columns=kept)


@cache
def _spec() -> dict[str, Any]:
    marks = alt.Chart(alt.NamedData("marks")).transform_filter(
        f"datum.layout == (({NARROW}) ? 'slim' : 'wide')"
    )

    def part(name: str) -> alt.Chart:
        return marks.transform_filter(f"datum.part == '{name}'").transform_calculate(
            x0=f"{BASE} + datum.f0 * {SPAN}", x1=f"{BASE} + datum.f1 * {SPAN}"
        )

    def at(expression: str) -> Any:
        return alt.value(alt.ExprRef(expression))

    def text(name: str, left: str, ink: str = "text", **look: Any) -> alt.Chart:
        look = {"align": "left", "fontSize": 13, "tooltip": None, **look}
        shown = part(name).mark_text(**look)
        return shown.encode(x=at(left), y=y, text="words:N", color=tone(ink))

    y = alt.Y("slot:O", axis=None, scale=alt.Scale(padding=0))
    colour = tone("tone")
    ends: dict[str, Any] = {"size": 46, "opacity": 1, "tooltip": None}
    limit = alt.ExprRef(f"({NARROW}) ? width - 90 : {NAMES - 90}")
    aloud = part("touch").transform_calculate(aloud="datum.tip + ', ' + datum.words")
    points = [
        part("range")
        .transform_filter(when)
        .mark_point(filled=filled, **ends)
        .encode(x=at(f"datum.{end}"), y=y, color=colour)
        for end in ("x0", "x1")
        for when, filled in (("datum.required", True), ("!datum.required", False))
    ]
    layers = [
        part("said")
        .mark_rule(strokeWidth=1, tooltip=None)
        .encode(x=at(BASE), x2=at(f"{BASE} + {SPAN}"), y=y, color=tone("border")),
        part("range")
        .mark_rule(strokeWidth=3, tooltip=None)
        .encode(x=at("datum.x0"), x2=at("datum.x1"), y=y, color=colour),
        *points,
        part("field")
        .mark_point(shape="square", filled=True, **{**ends, "size": 120})
        .encode(x=alt.value(6), y=y, color=colour),
        text("field", "20", fontSize=15, fontWeight=600, limit=400),
        text("side", BASE, fontWeight=600),
        text("name", "20", limit=limit),
        text("of", f"({NARROW}) ? width : {NAMES - 20}", "quiet", align="right"),
        text("slim", "0", "quiet"),
        text("said", f"{BASE} + {SPAN} + 10"),
        aloud.mark_bar(
            opacity=0,
            cursor="pointer",
            aria=True,
            height=alt.ExprRef(f"({NARROW}) ? {3 * LINE} : {LINE}"),
            yOffset=alt.ExprRef(f"({NARROW}) ? {LINE} : 0"),
        )
        .encode(
            x=alt.value(0),
            x2=at("width"),
            y=y,
            tooltip=[
                alt.Tooltip("tip:N", title="Way in"),
                alt.Tooltip("words:N", title="Required"),
            ],
            description="aloud:N",
        )
        .add_params(pick()),
    ]
    return compiled(alt.layer(*layers).properties(width="container", height=alt.Step(LINE)))
