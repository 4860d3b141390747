"""What a further conversation brings: expected new things, one bar a conversation, by field."""

from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.base import NARROW, Drawing, Opening, compiled, inked, key, pick, tone
from lib.frames import records

HEIGHT = 220
FEWEST_WIDE = 5
"""A field's block is at least this many bars wide, so that its name has room."""


def further_interviews(points: pd.DataFrame) -> Drawing:
    """field_id, field, tone, m, new, verdict: new things expected from the m-th conversation.

    Bars start at zero; the first and the last are labelled; a field opens as a whole.
    """
    last = points.drop_duplicates("field_id", keep="last")
    openings = tuple(
        Opening(
            key("things", row["field_id"]),
            f"What was said in {row['field']} ({row['m']} people)",
            row["m"],
        )
        for row in records(last)
    )
    return Drawing(_spec(), {"marks": _marks(points, last)}, openings, HEIGHT, _table(points))


def _marks(points: pd.DataFrame, last: pd.DataFrame) -> pd.DataFrame:
    starts: dict[str, float] = {}
    at = 0.0
    for row in records(last):
        starts[row["field_id"]] = at
        at += max(row["m"], FEWEST_WIDE) + 1.2
    left = points["field_id"].map(starts).astype("float64")
    ends = (points["m"] == 1) | (points.index.isin(last.index))
    bars = pd.DataFrame(
        {
            "part": "bar",
            "x0": left + points["m"] - 0.95,
            "x1": left + points["m"] - 0.05,
            "y": points["new"],
            "tone": points["tone"],
            "words": points["new"].map(lambda new: f"{new:.1f}".removesuffix(".0")).where(ends, ""),
            "tip": points["field"] + ": conversation " + points["m"].astype("str"),
            "new": points["new"].map("{:.1f} new things expected".format),
        }
    )
    named = last["field_id"].map(starts).astype("float64")
    heads = pd.DataFrame(
        {
            "part": "head",
            "x0": named,
            "x1": named + last["m"].clip(lower=FEWEST_WIDE),
            "y": 0.0,
            "wide": [_short(name, 26) for name in last["field"]],
            "slim": [_short(name.split(maxsplit=1)[0], 7) for name in last["field"]],
            "verdict": last["verdict"],
            "slim_verdict": last["verdict"].str.replace("too ", "").str.split().str[0],
            "tip": last["field"],
            "key": "things/" + last["field_id"],
        }
    )
    return pd.concat([bars, heads], ignore_index=True)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _table(points: pd.DataFrame) -> pd.DataFrame:
    kept = {"field": "Field", "m": "Conversation", "new": "New things expected"}
    return points[list(kept)].rename(columns=kept).round(2)


@cache
def _spec() -> dict[str, Any]:
    marks = inked(alt.Chart(alt.NamedData("marks")))
    bars, heads = (marks.transform_filter(f"datum.part == '{part}'") for part in ("bar", "head"))
    x = alt.X("x0:Q", axis=None, scale=alt.Scale(range=[0, alt.ExprRef("width")], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(range=[HEIGHT - 4, 66], zero=True, nice=False))
    tips = [alt.Tooltip("tip:N", title="Field"), alt.Tooltip("new:N", title="Brings")]
    named = heads.transform_calculate(
        name=f"({NARROW}) ? datum.slim : datum.wide",
        judged=f"({NARROW}) ? datum.slim_verdict : datum.verdict",
    )
    layers = [
        bars.mark_rect(cornerRadius=1).encode(
            x=x, x2="x1:Q", y=y, y2=alt.Y2Datum(0), color=tone("tone"), tooltip=tips
        ),
        bars.mark_text(align="center", baseline="bottom", dy=-3, fontSize=12)
        .transform_calculate(mid="(datum.x0 + datum.x1) / 2")
        .encode(x=alt.X("mid:Q", axis=None), y=y, text="words:N", color=tone("text")),
        named.mark_text(align="left", fontSize=13, fontWeight=600).encode(
            x=x, y=alt.value(12), text="name:N", color=tone("text")
        ),
        named.mark_text(align="left", fontSize=12, fontStyle="italic").encode(
            x=x, y=alt.value(30), text="judged:N", color=tone("quiet")
        ),
        heads.mark_rect(opacity=0, cursor="pointer", aria=True)
        .encode(
            x=x,
            x2="x1:Q",
            y=alt.value(0),
            y2=alt.value(HEIGHT),
            description="tip:N",
            tooltip=[alt.Tooltip("tip:N", title="Field"), alt.Tooltip("verdict:N", title="So far")],
        )
        .add_params(pick()),
    ]
    return compiled(alt.layer(*layers).properties(width="container", height=HEIGHT))
