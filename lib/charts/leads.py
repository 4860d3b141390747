"""Who leads at each weight: a strip a criterion from 0 to 10 points, the points as set marked."""

from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.base import Drawing, Opening, at, compiled, look_of, tone
from lib.charts.marks import PRESSED, SLIM, fitting, opening, part, slot, slots, words
from lib.charts.names import counted, short
from lib.frames import records

UNIT = 22
ROWS = {"wide": 2, "slim": 3}
"""Slots a strip takes: the mark above it; on a telephone its name above that."""
NAMES = f"({SLIM} ? 6 : clamp(width * 0.28, 190, 260))"
SPAN = f"(width - {NAMES} - 10)"
TYPES: dict[str, Any] = {
    **dict.fromkeys(("layout", "part", "tone", "words", "key", "tip", "told"), "object"),
    **dict.fromkeys(("slot", "f0", "f1"), "float64"),
}


def who_leads(stretches: pd.DataFrame) -> Drawing:
    """criterion, name, points, low, high, field_id, field, tone, people, key: stretches in order.

    From `low` to `high` points of the criterion the field leads; `points` are those as set. A
    stretch opens all that was said in its field.
    """
    marks = [mark for layout in ROWS for mark in _laid_out(layout, stretches)]
    frame = pd.DataFrame(marks, columns=list(TYPES)).astype(TYPES)
    leaders = records(stretches.drop_duplicates("field_id"))
    openings = tuple(
        Opening(row["key"], f"{row['field']} ({counted(row['people'])})", int(row["people"]))
        for row in leaders
    )
    return Drawing(_compiled(), {"marks": frame}, openings, table=_table(stretches))


def _laid_out(layout: str, stretches: pd.DataFrame) -> list[dict[str, Any]]:
    marks: list[dict[str, Any]] = []
    for place, (_, strip) in enumerate(stretches.groupby("criterion", sort=False)):
        slot = place * ROWS[layout] + ROWS[layout] - 1
        rows = records(strip)
        name, points = rows[0]["name"], rows[0]["points"]
        marks += [
            {"part": "name", "slot": slot if layout == "wide" else slot - 2, "words": name},
            {"part": "as set", "slot": slot - 1, "f0": points / 10, "words": f"▼ {points:g}"},
        ]
        if layout == "wide":
            marks.append({"part": "space", "slot": slot - 1})
        for row in rows:
            span = {"slot": slot, "f0": row["low"] / 10, "f1": row["high"] / 10}
            told = f"{name} from {row['low']:.1f} to {row['high']:.1f} points"
            opens = {"key": row["key"], "tip": row["field"], "told": told}
            marks.append(
                {"part": "lead", **span, "tone": row["tone"], "words": short(row["field"], 28)}
            )
            marks[-1] |= opens
            if row["low"] > 0:
                marks.append({"part": "cut", "slot": slot, "f0": row["low"] / 10})
    return [{"layout": layout, **mark} for mark in marks]


def _table(stretches: pd.DataFrame) -> pd.DataFrame:
    ends = {end: stretches[end].astype("float64").round(2) for end in ("low", "high")}
    kept = {
        **{"name": "Criterion", "points": "Points as set", "low": "From points"},
        **{"high": "To points", "field": "Who leads", "people": "People"},
    }
    return stretches.assign(**ends)[list(kept)].rename(columns=kept)


def _part(name: str) -> alt.Chart:
    return part(name, layout=fitting()).transform_calculate(
        x0=f"{NAMES} + datum.f0 * {SPAN}", x1=f"{NAMES} + datum.f1 * {SPAN}"
    )


@cache
def _compiled() -> dict[str, Any]:
    y = slot()
    limit = look_of(f"max(0, (datum.f1 - datum.f0) * {SPAN} - 12)")
    wide = look_of(f"{SLIM} ? width : {NAMES} - 20")
    roomy = f"(datum.f1 - datum.f0) * {SPAN} > 44"
    marks = _part("lead").transform_calculate(aloud="datum.told + ', ' + datum.tip + ' leads'")
    strip = marks.mark_bar(**{**PRESSED, "opacity": 0.4}, height=UNIT).encode(
        x=at("datum.x0"), x2=at("datum.x1"), y=y, color=tone("tone")
    )
    cut = _part("cut").mark_tick(orient="vertical", thickness=1.5, size=UNIT, tooltip=None)
    names, centre = _part("lead").transform_filter(roomy), at("(datum.x0 + datum.x1) / 2")
    layers = [
        slots(_part("space")),
        words(_part("name"), alt.value(0), y, fontWeight=600, limit=wide),
        words(_part("as set"), at("datum.x0"), y, "accent", dx=-6, fontWeight=600),
        opening(strip, {"tip": "Leads", "told": "Where"}),
        cut.encode(x=at("datum.x0"), y=y, color=tone("text")),
        words(names, centre, y, align="center", limit=limit),
    ]
    return compiled(alt.layer(*layers).properties(width="container", height=alt.Step(UNIT)))
