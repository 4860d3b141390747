"""The layers of the pay chart: bands behind, lines over them, figures as text at the right."""

from typing import Any

import altair as alt

from lib.charts.base import NARROW, inked, pick, tone

LEFT = alt.ExprRef(f"({NARROW}) ? 62 : 330")
RIGHT = alt.ExprRef(f"width - (({NARROW}) ? 112 : 150)")
MONEY = "symbol + (datum.value >= 1000 ? format(datum.value / 1000, ',~r') + 'k' : datum.value)"


def part(name: str) -> alt.Chart:
    """The marks of one part, with the theme's inks."""
    marks = inked(alt.Chart(alt.NamedData("marks")))
    return marks.transform_filter(f"datum.part == '{name}'")


def x() -> alt.X:
    """A year's pay, between the labels and the figures; the axis stands above them."""
    scale = alt.Scale(range=[LEFT, RIGHT], zero=False, nice=False)
    axis = alt.Axis(
        orient="top",
        title=None,
        tickCount=alt.ExprRef(f"({NARROW}) ? 3 : 7"),
        labelExpr=MONEY,
        grid=True,
        labelFontSize=12,
        offset=-22,
    )
    return alt.X("x:Q", axis=axis, scale=scale)


def y() -> alt.Y:
    """Places are pixels, worked out with the data."""
    return alt.Y("y:Q", axis=None, scale=None)


def layers() -> list[alt.Chart]:
    """All of them, from the back to the front."""
    reach = part("reach").mark_point(opacity=0, tooltip=None).encode(x=x())
    return [reach, _bands(), *_texts(), *_lines(), _touch()]


def _bands() -> alt.Chart:
    return (
        part("band")
        .mark_rect(opacity=0.3, cornerRadius=2)
        .encode(x=x(), x2="x2:Q", y=y(), y2="y2:Q", color=tone("tone"), tooltip=alt.value(None))
    )


def _texts() -> list[alt.Chart]:
    left: dict[str, Any] = {"align": "left", "tooltip": None}
    people = part("person").transform_filter(f"!({NARROW})")
    return [
        part("field")
        .mark_point(shape="square", filled=True, size=120, opacity=1, tooltip=None)
        .encode(x=alt.value(6), y=y(), color=tone("tone")),
        part("field")
        .mark_text(**left, fontSize=15, fontWeight=600, limit=420)
        .encode(x=alt.value(20), y=y(), text="words:N", color=tone("text")),
        part("level")
        .mark_text(**left, fontSize=13, fontWeight=600)
        .encode(x=alt.value(0), y=y(), text="words:N", color=tone("text")),
        people.mark_text(**left, fontSize=13, limit=240).encode(
            x=alt.value(76), y=y(), text="words:N", color=tone("quiet")
        ),
        part("said")
        .mark_text(align="left", fontSize=13, tooltip=None)
        .encode(
            x=alt.value(alt.ExprRef(f"width - (({NARROW}) ? 100 : 136)")),
            y=y(),
            text="words:N",
            color=tone("text"),
        ),
        part("agreed")
        .mark_text(**left, fontSize=13, fontWeight=600)
        .encode(x=x(), y=y(), text="words:N", color=tone("text")),
    ]


def _lines() -> list[alt.Chart]:
    """Own thick, seen thin, heard dashed; older than three years hollow."""
    colour = tone("tone")
    now, old = "!datum.old", "datum.old"
    looks: list[tuple[str, dict[str, Any]]] = [
        ("datum.whose == 'own'", {"strokeWidth": 5}),
        ("datum.whose == 'seen'", {"strokeWidth": 2}),
        ("datum.whose == 'heard'", {"strokeWidth": 2, "strokeDash": [4, 3]}),
    ]
    made = [
        part("line")
        .transform_filter(f"{whose} && {now}")
        .mark_rule(tooltip=None, **look)
        .encode(x=x(), x2="x2:Q", y=y(), color=colour)
        for whose, look in looks
    ]
    hollow = (
        part("line")
        .transform_filter(old)
        .mark_bar(filled=False, height=7, strokeWidth=1.3, tooltip=None)
    )
    cap = part("cap").mark_point(shape="stroke", angle=90, size=110, strokeWidth=2, tooltip=None)
    dot = part("dot")
    return [
        *made,
        hollow.encode(x=x(), x2="x2:Q", y=y(), color=colour),
        cap.encode(x=x(), y=y(), color=colour),
        part("arrow")
        .mark_point(filled=True, size=80, opacity=1, tooltip=None)
        .encode(x=x(), y=y(), color=colour, shape=alt.Shape("shape:N", scale=None)),
        *(
            dot.transform_filter(when)
            .mark_point(size=90, opacity=1, filled=filled, tooltip=None)
            .encode(x=x(), y=y(), color=colour)
            for when, filled in ((now, True), (old, False))
        ),
    ]


def _touch() -> alt.Chart:
    """A figure's whole line opens the figure, its level's name all figures of the level."""
    left = alt.ExprRef(f"datum.part == 'level' ? 0 : (({NARROW}) ? 62 : 70)")
    right = alt.ExprRef("datum.part == 'level' ? 62 : width")
    areas = inked(alt.Chart(alt.NamedData("marks"))).transform_filter(
        "datum.part == 'level' || datum.part == 'said'"
    )
    return (
        areas.transform_calculate(
            above="datum.y - 11",
            below="datum.y + 11",
            aloud="datum.tip + (datum.note ? ': ' + datum.note : '')",
        )
        .mark_rect(opacity=0, cursor="pointer", aria=True)
        .encode(
            x=alt.value(left),
            x2=alt.value(right),
            y=alt.Y("above:Q", axis=None, scale=None),
            y2="below:Q",
            tooltip=[alt.Tooltip("tip:N", title="Who"), alt.Tooltip("note:N", title="Said")],
            description="aloud:N",
        )
        .add_params(pick())
    )
