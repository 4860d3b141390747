"""The layers of what a further conversation brings, and where a fraction of the width lies."""

from functools import cache
from typing import Any

import altair as alt

from lib.charts.base import at, compiled, look_of, tone
from lib.charts.marks import PRESSED, opening, part, slots

UNIT = 24
"""The height of the chart is a number of these."""
LAYOUT = "(width < datum.need ? 'stack' : 'side')"
LEFT = "(datum.layout == 'stack' ? 132 : 0)"
ROOM = "(datum.layout == 'stack' ? min(width - 132, 480) : width)"
NAMES = f"(datum.layout == 'stack' ? 0 : datum.f0 * {ROOM})"


@cache
def compiled_layers() -> dict[str, Any]:
    """The specification, compiled once a process."""
    layers = [slots(_part("space")), _area(), _bars(), *_figures(), *_names()]
    chart = alt.layer(*layers).properties(width="container", height=alt.Step(UNIT))
    return compiled(chart)


def _part(name: str) -> alt.Chart:
    """The marks of one part in the layout that fits, with their places in pixels."""
    return part(name, layout=f"datum.layout == {LAYOUT}").transform_calculate(
        x0=f"{LEFT} + datum.f0 * {ROOM}", x1=f"{LEFT} + datum.f1 * {ROOM}"
    )


def _area() -> alt.Chart:
    """The whole of a field meets the pointer; its bars, above, say what each brings."""
    aloud = _part("area").transform_calculate(aloud="datum.field + ', ' + datum.verdict")
    area = aloud.mark_rect(**PRESSED).encode(
        x=at("datum.layout == 'stack' ? 0 : datum.x0"),
        x2=at("datum.x1"),
        y=at("datum.y"),
        y2=at("datum.y2"),
    )
    return opening(area, {"field": "Field", "verdict": "So far", "count": "Rests on"})


def _bars() -> alt.Chart:
    tips = {"field": "Field", "nth": "Conversation", "brings": "New things expected"}
    bars = _part("bar").mark_rect(cornerRadius=1, cursor="pointer")
    return bars.encode(
        x=at("datum.x0"),
        x2=at("datum.x1"),
        y=at("min(datum.y, datum.y2 - 1)"),
        y2=at("datum.y2"),
        color=tone("tone"),
        tooltip=[alt.Tooltip(f"{name}:N", title=title) for name, title in tips.items()],
    )


def _figures() -> list[alt.Chart]:
    """The figure over a bar, no further left than the bar: its neighbour there is taller."""
    middle = "(datum.x0 + datum.x1) / 2"
    beside = f"max({middle}, datum.x0 + 3.2 * length(datum.words))"
    look: dict[str, Any] = {"align": "center", "baseline": "middle", "cursor": "pointer"}
    figure = _part("figure").mark_text(fontSize=13, tooltip=None, **look)
    number = _part("number").mark_text(fontSize=11.5, tooltip=None, **look)
    return [
        figure.encode(x=at(beside), y=at("datum.y"), text="words:N", color=tone("text")),
        number.encode(x=at(middle), y=at("datum.y"), text="words:N", color=tone("quiet")),
    ]


def _names() -> list[alt.Chart]:
    """The field's name on two lines, its verdict below."""
    limit = look_of("datum.layout == 'stack' ? 122 : datum.x1 - datum.x0 + 14")
    look: dict[str, Any] = {"align": "left", "limit": limit, "cursor": "pointer", "tooltip": None}
    name = _part("name").mark_text(
        lineBreak="\n", lineHeight=16, baseline="middle", fontSize=13.5, fontWeight=600, **look
    )
    verdict = _part("verdict").mark_text(
        baseline="middle", fontSize=12.5, fontStyle="italic", **look
    )
    return [
        name.encode(x=at(NAMES), y=at("datum.y"), text="words:N", color=tone("text")),
        verdict.encode(x=at(NAMES), y=at("datum.y"), text="words:N", color=tone("quiet")),
    ]
