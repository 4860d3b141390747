"""The layers of the comparison, and where a part of a cell's width lies in each layout."""

from functools import cache
from typing import Any

import altair as alt

from lib.charts import marks
from lib.charts.base import at, compiled, look_of, tone
from lib.charts.compare_places import LINE, UNIT
from lib.charts.marks import PRESSED, opening, slots, tips, words

LAYOUT = "(width < 560 ? 'slim' : width < 850 ? 'roomy' : width < 1100 ? 'middle' : 'wide')"
"""By the chart's own width, not the window's: seven columns need 850 pixels."""
SLIM = "(datum.layout == 'slim' || datum.layout == 'roomy')"
NAMES = f"({SLIM} ? width * 0.4 : clamp(width * 0.17, 150, 210))"
CELL = f"({SLIM} ? 0 : (width - {NAMES}) / 7)"
LEFT = f"({NAMES} + (datum.col || 0) * {CELL})"
SPAN = f"({SLIM} ? width * 0.29 : {CELL} - 20)"
WORDS = f"({SLIM} ? {NAMES} + {SPAN} + 12 : {LEFT})"
ROOM = f"({SLIM} ? width - {NAMES} - {SPAN} - 12 : {CELL} - 8)"


@cache
def compiled_layers() -> dict[str, Any]:
    """The specification, compiled once a process."""
    marks = [*_bars(), *_arrows(), *_signs(), *_lines()]
    layers = [*_frame(), *_official(), *marks, *_words(), *_touch()]
    chart = alt.layer(*layers).properties(width="container", height=alt.Step(UNIT))
    return compiled(chart)


def part(*names: str) -> alt.Chart:
    """The marks of some parts in the layout that fits, with their places in pixels."""
    steps = f"datum.pitch * min(17, {SPAN} * datum.f1)"
    return marks.part(*names, layout=f"datum.layout == {LAYOUT}").transform_calculate(
        x0=f"{LEFT} + datum.f0 * {SPAN} + (isValid(datum.pitch) ? {steps} + datum.nudge : 0)",
        x1=f"{LEFT} + datum.f1 * {SPAN}",
    )


X, X1, Y = at("datum.x0"), at("datum.x1"), at("datum.y")
ABOVE, BELOW = at("datum.y - datum.tall / 2"), at("datum.y + datum.tall / 2")


def _text(*names: str, left: str, colour: str = "text", **look: Any) -> alt.Chart:
    look = {"baseline": "middle", "lineBreak": "\n", "lineHeight": LINE, **look}
    return words(part(*names), at(left), Y, colour, **look)


def _frame() -> list[alt.Chart]:
    """The height, then rules, names and headings."""
    names = alt.ExprRef(f"{NAMES} - 20")
    beside = alt.ExprRef(f"{SLIM} ? width - {NAMES} : {CELL} - 6")
    rule = part("rule").mark_rule(strokeWidth=1, tooltip=None)
    edge = part("edge").mark_rect(cornerRadius=2, tooltip=None)
    weight = look_of(f"{SLIM} ? 400 : 600")
    size = alt.ExprRef(f"{SLIM} ? 13 : 14")
    name = {"fontWeight": weight, "fontSize": size, "limit": names}
    return [
        slots(part("space")),
        rule.encode(x=alt.value(0), x2=at("width"), y=at("datum.y + 0.5"), color=tone("border")),
        edge.encode(x=alt.value(0), x2=alt.value(5), y=ABOVE, y2=BELOW, color=tone("tone")),
        _text("name", left="14", **name).encode(tooltip=alt.Tooltip("field:N", title="Field")),
        _text("people", left="14", colour="quiet", limit=names),
        _text("heading", left=LEFT, fontWeight=600, fontSize=14, limit=beside),
        _text("block", left="0", fontWeight=600, fontSize=14),
        _text("caption", left=LEFT, colour="quiet", fontSize=12.5, limit=beside),
    ]


def _official() -> list[alt.Chart]:
    """Official figures in grey behind what was said, and their median."""
    area = part("official").mark_rect(cornerRadius=2, tooltip=None)
    middle = part("median").mark_rule(strokeWidth=2, opacity=0.7, tooltip=None)
    return [
        area.encode(x=X, x2=X1, y=ABOVE, y2=BELOW, color=tone("faint")),
        middle.encode(x=X, y=ABOVE, y2=BELOW, color=tone("quiet")),
    ]


def _bars() -> list[alt.Chart]:
    """Ranges and shares; hard stands pale to the left of the middle."""

    def bar(name: str, colour: str = "tone", right: Any = X1, **look: Any) -> alt.Chart:
        made = part(name).mark_rect(tooltip=None, **look)
        return made.encode(x=X, x2=right, y=ABOVE, y2=BELOW, color=tone(colour))

    line = part("line").mark_rule(strokeWidth=1, tooltip=None)
    middle = part("middle").mark_rule(strokeWidth=1.5, tooltip=None)
    return [
        line.encode(x=X, x2=X1, y=Y, color=tone("border")),
        bar("track", "faint", cornerRadius=1),
        bar("hard", opacity=0.42),
        bar("bar", cornerRadius=1),
        bar("range", right=at("max(datum.x1, datum.x0 + 4)"), cornerRadius=1),
        middle.encode(x=X, y=ABOVE, y2=BELOW, color=tone("text")),
    ]


def _arrows() -> list[alt.Chart]:
    """Interest: where it began, the shaft, and a head no longer than the way."""
    begun = part("begun").mark_rule(strokeWidth=2, tooltip=None)
    shaft = part("shaft").mark_rule(strokeWidth=2.2, tooltip=None)
    long = "clamp(abs(datum.x1 - datum.x0), 5, 8)"
    size = look_of(f"{long} * {long}")
    head = part("head").mark_point(filled=True, size=size, opacity=1, tooltip=None)
    way = "(datum.x1 > datum.x0 ? 1 : -1)"
    return [
        begun.encode(x=X, y=ABOVE, y2=BELOW, color=tone("tone")),
        shaft.encode(x=X, x2=at(f"datum.x1 - 4 * {way}"), y=Y, color=tone("tone")),
        head.encode(
            x=at(f"datum.x1 - {way} * {long} / 2"),
            y=Y,
            color=tone("tone"),
            shape=alt.Shape("shape:N", scale=None),
        ),
    ]


def _signs() -> list[alt.Chart]:
    """Dots, outlook with a mark a person; hatching where nobody was asked."""
    size = look_of("datum.size")
    look: dict[str, Any] = {"filled": True, "size": size, "opacity": 1, "tooltip": None}
    ring = {**look, "shape": "circle", "filled": False, "strokeWidth": 1.6}
    shape = alt.Shape("shape:N", scale=None)
    steady = part("steady").mark_rect(tooltip=None)
    half = "sqrt(datum.size) * 0.6"
    hatch = part("hatched").mark_point(
        shape="M-1,.5L-.4,-.5M-.3,.5L.3,-.5M.4,.5L1,-.5",
        filled=False,
        size=420,
        strokeWidth=1.4,
        opacity=1,
        tooltip=None,
    )
    return [
        part("sign").mark_point(**look).encode(x=X, y=Y, color=tone("tone"), shape=shape),
        part("dot").mark_point(shape="circle", **look).encode(x=X, y=Y, color=tone("tone")),
        part("ring").mark_point(shape="circle", **look).encode(x=X, y=Y, color=tone("surface")),
        part("ring").mark_point(**ring).encode(x=X, y=Y, color=tone("tone")),
        steady.encode(
            **{"x": at(f"datum.x0 - {half}"), "x2": at(f"datum.x0 + {half}")},
            **{"y": at("datum.y - 2"), "y2": at("datum.y + 2"), "color": tone("tone")},
        ),
        hatch.encode(x=at(f"{LEFT} + 11"), y=Y, color=tone("quiet")),
    ]


def _lines() -> list[alt.Chart]:
    """The middle one of the people, and a limit through all rows."""
    tick = part("tick").mark_rule(strokeWidth=2, tooltip=None)
    limit = part("limit").mark_rule(strokeWidth=1.3, strokeDash=[3, 2], tooltip=None)
    return [
        tick.encode(x=X, y=ABOVE, y2=BELOW, color=tone("tone")),
        limit.encode(x=X, y=ABOVE, y2=BELOW, color=tone("text")),
    ]


def _words() -> list[alt.Chart]:
    """The figure in words: under its mark in a column, at the right in a block."""
    limit = alt.ExprRef(ROOM)
    return [
        _text("words", left=WORDS, limit=limit),
        _text("blank", left=WORDS, colour="quiet", limit=limit),
    ]


def _touch() -> list[alt.Chart]:
    """The whole cell meets the pointer, its mark and its words; on top, those that open."""
    said = {"field": "Field", "question": "Question", "said": "Answer", "count": "Rests on"}
    right = at(f"{SLIM} ? width : {LEFT} + {CELL} - 6")
    areas = {"x": at(f"{LEFT} - 6"), "x2": right, "y": ABOVE, "y2": BELOW}
    told = part("told").mark_rect(opacity=0).encode(**areas, tooltip=tips(said))
    return [told, opening(part("opens").mark_rect(**PRESSED).encode(**areas), said)]
