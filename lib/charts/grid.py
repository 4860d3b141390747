"""Rows by fields: a heading in each field's colour, a cell that says k/n, hatched where not asked.

The charts of topics and of skills are both made of this. Data: one set `marks` with the column
`part` (head, label, cell), so that rows and columns have one order.
"""

from typing import Any

import altair as alt
import pandas as pd

from lib.charts.base import NARROW, inked, pick, tone

ROW = 32
FEWEST = 3
LEFT = alt.ExprRef(f"({NARROW}) ? 128 : 250")
RIGHT = alt.ExprRef(f"({NARROW}) ? width : width - 70")


def heading_lines(name: str, count: int) -> str:
    """The field's name on one or two lines, with the number of people asked."""
    words = f"{name} ({count})".split()
    if len(words) == 1 or len(name) < 9:
        return "\n" + " ".join(words)
    splits = range(1, len(words))
    best = min(splits, key=lambda i: max(len(" ".join(words[:i])), len(" ".join(words[i:]))))
    return f"{_cut(' '.join(words[:best]))}\n{_cut(' '.join(words[best:]))}"


def heading_word(name: str, count: int) -> str:
    """The field's name for a telephone: its first word, cut, over the number."""
    return f"{name.split(maxsplit=1)[0][:5]}\n({count})"


def _cut(line: str, most: int = 22) -> str:
    return line if len(line) <= most else f"{line[: most - 1]}…"


def heads(fields: pd.DataFrame) -> pd.DataFrame:
    """The heading's marks from field, tone and count, in order: row -1, col 0, 1, ..."""
    return pd.DataFrame(
        {
            "part": "head",
            "row": -1,
            "col": range(len(fields)),
            "tone": fields["tone"].to_numpy(),
            "wide": [
                heading_lines(*one) for one in zip(fields["field"], fields["count"], strict=True)
            ],
            "slim": [
                heading_word(*one) for one in zip(fields["field"], fields["count"], strict=True)
            ],
            "tip": fields["field"].to_numpy(),
        }
    )


def shade(said: "pd.Series[int]", asked: "pd.Series[int]") -> "pd.Series[float]":
    """The share of those asked; at half its depth where fewer than three were asked."""
    share = said / asked.where(asked > 0)
    return share.where(asked >= FEWEST, share / 2)


def part(name: str) -> alt.Chart:
    """The marks of one part, with the theme's inks."""
    marks = inked(alt.Chart(alt.NamedData("marks")))
    return marks.transform_filter(f"datum.part == '{name}'")


def x() -> alt.X:
    """A column a field, between the labels and the right edge."""
    scale = alt.Scale(range=[LEFT, RIGHT], paddingInner=0.05, paddingOuter=0)
    return alt.X("col:O", axis=None, scale=scale)


def y() -> alt.Y:
    """A line a row, the heading first."""
    return alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.1, paddingOuter=0.02))


def heading() -> list[alt.Chart]:
    """The names over their colours."""
    shown = part("head").transform_calculate(shown=f"({NARROW}) ? datum.slim : datum.wide")
    text = shown.mark_text(
        lineBreak="\n", baseline="top", dy=-19, fontSize=13, fontWeight=600, lineHeight=15
    )
    bar = part("head").mark_bar(height=4, yOffset=14, cornerRadius=2)
    return [
        text.encode(
            x=x(),
            y=y(),
            text="shown:N",
            color=tone("text"),
            tooltip=alt.Tooltip("tip:N", title="Field"),
        ),
        bar.encode(x=x(), y=y(), color=tone("tone"), tooltip=alt.Tooltip("tip:N", title="Field")),
    ]


def labels(condition: str, indent: int = 0, **look: Any) -> alt.Chart:
    """The rows' names at the left, those that meet the condition."""
    text = part("label").transform_filter(condition)
    limit = alt.ExprRef(f"({NARROW}) ? 104 : 220")
    return text.mark_text(align="left", fontSize=14, limit=limit, **look).encode(
        x=alt.value(indent),
        y=y(),
        text="name:N",
        color=tone("text"),
        tooltip=alt.Tooltip("tip:N", title="Row"),
    )


def cells(shade: alt.Color) -> list[alt.Chart]:
    """Filled where somebody said it, outlined where nobody of those asked did, else hatched."""
    filled = part("cell").transform_filter("datum.k > 0")
    outlined = part("cell").transform_filter("datum.k == 0 && datum.n > 0")
    hatched = part("cell").transform_filter("datum.n == 0")
    hatch = f"({NARROW}) ? '/ / /' : '/ / / / / / /'"
    return [
        filled.mark_rect(cornerRadius=4).encode(x=x(), y=y(), color=shade),
        outlined.mark_rect(cornerRadius=4, filled=False, strokeWidth=1).encode(
            x=x(), y=y(), color=tone("border")
        ),
        hatched.transform_calculate(hatch=hatch)
        .mark_text(fontSize=15, fontStyle="italic")
        .encode(x=x(), y=y(), text="hatch:N", color=tone("quiet")),
        filled.mark_text(fontSize=13).encode(x=x(), y=y(), text="words:N", color=tone("text")),
        outlined.mark_text(fontSize=13).encode(x=x(), y=y(), text="words:N", color=tone("quiet")),
    ]


def touch() -> alt.Chart:
    """What a click or a pointer meets: the whole cell, whatever is drawn in it."""
    return (
        part("cell")
        .mark_rect(opacity=0, cursor="pointer", aria=True)
        .transform_calculate(aloud="datum.tip + ', ' + datum.words")
        .encode(
            x=x(),
            y=y(),
            tooltip=alt.Tooltip("tip:N", title="Here"),
            description="aloud:N",
        )
        .add_params(pick())
    )


def stacked(layers: list[alt.Chart]) -> alt.LayerChart:
    """The layers over each other, each with its own colours."""
    chart = alt.layer(*layers).resolve_scale(color="independent")
    return chart.properties(height=alt.Step(ROW), width="container")
