"""The layers of interest before and after, and where a figure from 1 to 5 lies."""

from functools import cache
from typing import Any

import altair as alt

from lib.charts.base import at, compiled, look_of, tone
from lib.charts.marks import PRESSED, opening, part, slots

UNIT = 24
"""The height of the chart is a number of these."""
SLIM = "(width < 600)"
START = f"({SLIM} ? 130 : 240)"
SPAN = f"(width - {START} - ({SLIM} ? 98 : 190))"


@cache
def compiled_layers() -> dict[str, Any]:
    """The specification, compiled once a process."""
    layers = [*_frame(), _area(), *_arrows(), _way(), _dots(), *_words()]
    chart = alt.layer(*layers).properties(width="container", height=alt.Step(UNIT))
    return compiled(chart)


def _part(name: str) -> alt.Chart:
    """The marks of one part with their places in pixels."""
    return part(name).transform_calculate(
        x0=f"{START} + datum.f0 * {SPAN}", x1=f"{START} + datum.f1 * {SPAN}"
    )


X, Y, Y2 = at("datum.x0"), at("datum.y"), at("datum.y2")


def _frame() -> list[alt.Chart]:
    """The height, and the scale behind everything."""
    scale = _part("scale")
    text = scale.mark_text(fontSize=12, tooltip=None)
    return [
        slots(_part("space")),
        scale.mark_rule(strokeWidth=1, tooltip=None).encode(x=X, y=Y, y2=Y2, color=tone("border")),
        text.encode(x=X, y=alt.value(10), text="words:N", color=tone("quiet")),
    ]


def _area() -> alt.Chart:
    """The whole row opens who is behind it."""
    area = _part("area").mark_rect(**PRESSED).encode(x=alt.value(0), x2=at("width"), y=Y, y2=Y2)
    return opening(area, {"field": "Field", "said": "Interest", "count": "Rests on"})


def _arrows() -> list[alt.Chart]:
    """Where it began, the shaft, and a head no longer than the way."""
    colour, thick = tone("tone"), alt.ExprRef("datum.thick")
    long = "clamp(abs(datum.x1 - datum.x0) * 0.7, 4, 5 + datum.thick * 2)"
    way = "(datum.x1 > datum.x0 ? 1 : -1)"
    look: dict[str, Any] = {"tooltip": None, "cursor": "pointer", "strokeWidth": thick}
    size = look_of(f"{long} * {long}")
    head = _part("head").mark_point(
        filled=True, size=size, opacity=1, cursor="pointer", tooltip=None
    )
    return [
        _part("shaft")
        .mark_rule(**look)
        .encode(x=X, x2=at(f"datum.x1 - 4 * {way}"), y=Y, color=colour),
        _part("begun")
        .mark_rule(**{**look, "strokeWidth": 2})
        .encode(
            x=X,
            y=at("datum.y - 2 - datum.thick"),
            y2=at("datum.y + 2 + datum.thick"),
            color=colour,
        ),
        head.encode(
            x=at(f"datum.x1 - {way} * {long} / 2"),
            y=Y,
            color=colour,
            shape=alt.Shape("shape:N", scale=None),
        ),
    ]


def _way() -> alt.Chart:
    """What was noted between, from one time to the next."""
    way = _part("way").mark_rule(strokeWidth=1.4, opacity=0.7, tooltip=None)
    return way.encode(x=X, x2=at("datum.x1"), y=Y, y2=Y2, color=tone("tone"))


def _dots() -> alt.Chart:
    tips = {"person": "Person", "field": "Field", "said": "Interest"}
    dots = _part("dot").mark_circle(size=24, opacity=1, cursor="pointer")
    return dots.encode(
        x=X,
        y=Y,
        color=tone("tone"),
        tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in tips.items()],
    )


def _words() -> list[alt.Chart]:
    """The field at the left, what the arrow says at the right."""
    look: dict[str, Any] = {"baseline": "middle", "lineHeight": 16, "cursor": "pointer"}
    lines = f"split({SLIM} ? datum.slim : datum.words, '\\n')"
    shown, y = at(lines), at(f"datum.y - 8 * (length({lines}) - 1)")
    names = look_of(f"{START} - 22")
    said = look_of(f"{SLIM} ? 84 : 170")
    name = _part("name").mark_text(
        align="left", fontSize=13.5, fontWeight=600, limit=names, tooltip=None, **look
    )
    right = _part("said").mark_text(align="right", fontSize=13, limit=said, tooltip=None, **look)
    return [
        name.encode(x=alt.value(0), y=y, text=shown, color=tone("text")),
        right.encode(x=at("width"), y=y, text=shown, color=tone("text")),
    ]
