"""The layers of the ranks: names at the left, or above their bars on a telephone."""

from functools import cache
from typing import Any

import altair as alt

from lib.charts.base import at, compiled, look_of, tone
from lib.charts.marks import PRESSED, SLIM, fitting, opening, part, slots, words

UNIT = 24
NAMES = f"({SLIM} ? 0 : clamp(width * 0.28, 190, 260))"
CELL = f"((width - {NAMES}) / datum.of)"
LEFT = f"({NAMES} + datum.col * {CELL})"
GAP = f"({SLIM} ? 6 : 16)"
STEP = 8


@cache
def compiled_ranks() -> dict[str, Any]:
    """The specification, compiled once a process."""
    layers = [slots(_part("space")), *_words(), *_bars(), _stripes(), _touch()]
    chart = alt.layer(*layers).properties(width="container", height=alt.Step(UNIT))
    return compiled(chart)


def _part(name: str) -> alt.Chart:
    """The marks of one part in the layout that fits, with the ends of their column."""
    here = part(name, layout=fitting())
    return here.transform_calculate(x0=LEFT, x1=f"{LEFT} + {CELL} - {GAP}")


Y, TOP = at("datum.y"), at("datum.y - datum.tall")
X, X1 = at("datum.x0"), at("datum.x1")


def _words() -> list[alt.Chart]:
    def text(name: str, x: str, y: str, ink: str = "text", **look: Any) -> alt.Chart:
        return words(_part(name), at(x), at(y), ink, **{"baseline": "middle", **look})

    middle = {"align": "center"}
    limit = look_of(f"({SLIM} ? width : {NAMES}) - 36")
    size = look_of(f"{SLIM} && datum.of > 4 ? 11 : 13")
    square = _part("square").mark_point(
        shape="square", filled=True, size=120, opacity=1, tooltip=None
    )
    centre = "(datum.x0 + datum.x1) / 2"
    return [
        square.encode(x=alt.value(6), y=Y, color=tone("tone")),
        text("name", "20", "datum.y", fontSize=14.5, fontWeight=600, limit=limit),
        text("people", "20", "datum.y", "quiet", fontSize=12.5),
        text("head", centre, "datum.y", "quiet", fontSize=size, **middle),
        text("words", centre, "datum.y - datum.tall - 10", fontSize=size, **middle),
    ]


def _bars() -> list[alt.Chart]:
    line = _part("line").mark_rule(strokeWidth=1, tooltip=None)
    places = {"x": X, "x2": X1, "y": TOP, "y2": Y}
    solid = _part("bar").mark_rect(tooltip=None, cornerRadiusTopLeft=2, cornerRadiusTopRight=2)
    thin = _part("thin").mark_rect(tooltip=None, opacity=0.18)
    return [
        line.encode(x=X, x2=X1, y=Y, color=tone("border")),
        solid.encode(**places, color=tone("tone")),
        thin.encode(**places, color=tone("tone")),
    ]


def _stripes() -> alt.Chart:
    """Slanting lines of 45 degrees within a bar that rests on too few people."""
    from_left = f"(datum.stripe * {STEP} - datum.tall)"
    wide = f"({CELL} - {GAP})"
    marks = (
        _part("stripe")
        .transform_calculate(
            t0=f"max(0, -{from_left})", t1=f"min(datum.tall, {wide} - {from_left})"
        )
        .transform_filter("datum.t1 > datum.t0")
    )
    return marks.mark_rule(strokeWidth=1.4, tooltip=None).encode(
        x=at(f"datum.x0 + {from_left} + datum.t0"),
        x2=at(f"datum.x0 + {from_left} + datum.t1"),
        y=at("datum.y - datum.t0"),
        y2=at("datum.y - datum.t1"),
        color=tone("tone"),
    )


def _touch() -> alt.Chart:
    """All of a field's row opens it."""
    marks = _part("touch").transform_calculate(aloud="datum.tip + ', ' + datum.told")
    area = marks.mark_rect(**PRESSED).encode(x=alt.value(0), x2=at("width"), y=TOP, y2=Y)
    return opening(area, {"tip": "Field", "told": "Comes"})
