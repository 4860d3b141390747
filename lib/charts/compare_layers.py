"""The layers of the comparison, and where a part of a cell's width lies in either layout."""

from functools import cache
from typing import Any

import altair as alt

from lib.charts.base import NARROW, compiled, inked, pick, tone

LINE = 25
NAMES_WIDE, NAMES_SLIM, FIGURES_SLIM, GAP = 176, 122, 146, 22
CELL = f"(width - {NAMES_WIDE}) / 7"
LEFT = f"(({NARROW}) ? {NAMES_SLIM} : {NAMES_WIDE} + datum.col * {CELL})"
SPAN = f"(({NARROW}) ? width - {NAMES_SLIM + FIGURES_SLIM} : {CELL} - {GAP})"


@cache
def compiled_layers() -> dict[str, Any]:
    """The specification, compiled once a process."""
    layers = [*_frame(), *_bars(), *_arrows(), *_signs(), *_words(), _touch()]
    chart = alt.layer(*layers).properties(width="container", height=alt.Step(LINE))
    return compiled(chart)


def part(*names: str) -> alt.Chart:
    """The marks of some parts in the layout that fits, with their places in pixels."""
    parts = " || ".join(f"datum.part == '{name}'" for name in names)
    return (
        inked(alt.Chart(alt.NamedData("marks")))
        .transform_filter(f"datum.layout == (({NARROW}) ? 'slim' : 'wide')")
        .transform_filter(parts)
        .transform_calculate(
            x0=f"{LEFT} + (isValid(datum.nudge) && !isValid(datum.f1) && datum.part == 'outlook'"
            f" ? datum.nudge : datum.f0 * {SPAN})",
            x1=f"{LEFT} + datum.f1 * {SPAN}",
        )
    )


def x(column: str = "x0") -> alt.X:
    """A place in pixels."""
    return alt.X(f"{column}:Q", axis=None, scale=None)


def y() -> alt.Y:
    """A line of the layout."""
    return alt.Y("slot:O", axis=None, scale=alt.Scale(padding=0))


def at(expression: str) -> Any:
    """A place in pixels that an expression works out."""
    return alt.value(alt.ExprRef(expression))


def _text(*names: str, colour: str = "text", left: str = "0", **look: Any) -> alt.Chart:
    look = {"align": "left", "fontSize": 13, "tooltip": None, **look}
    return (
        part(*names).mark_text(**look).encode(x=at(left), y=y(), text="words:N", color=tone(colour))
    )


def _frame() -> list[alt.Chart]:
    """Every line once, so that none collapses; names, headings, rules."""
    limit = alt.ExprRef(f"({NARROW}) ? {NAMES_SLIM - 18} : {NAMES_WIDE - 30}")
    cell = alt.ExprRef(f"({NARROW}) ? 200 : {CELL} - 6")
    rule = part("rule").mark_rule(strokeWidth=1, tooltip=None)
    block = part("block").mark_rule(strokeWidth=1, yOffset=12, tooltip=None)
    tall = alt.ExprRef(f"({NARROW}) ? 18 : 44")
    offset = alt.ExprRef(f"({NARROW}) ? 0 : 12")
    return [
        part("gap").mark_point(opacity=0).encode(x=alt.value(0), y=y()),
        rule.encode(x=alt.value(0), x2=at("width"), y=y(), color=tone("border")),
        block.encode(x=alt.value(0), x2=at("width"), y=y(), color=tone("border")),
        part("name")
        .mark_bar(width=5, height=tall, yOffset=offset, cornerRadius=2, tooltip=None)
        .encode(x=alt.value(3), y=y(), color=tone("tone")),
        _text("name", left="16", fontWeight=600, limit=limit, fontSize=14),
        _text("people", left="16", colour="quiet"),
        _text("heading", left=LEFT, fontWeight=600, fontSize=14, limit=cell),
        _text("block", left="0", fontWeight=600, fontSize=14),
        _more("caption", LEFT, cell),
        _more("block", str(NAMES_SLIM), cell),
    ]


def _more(name: str, left: str, limit: alt.ExprRef) -> alt.Chart:
    """The second heading: the scale in words."""
    text = part(name).mark_text(align="left", fontSize=12, limit=limit, tooltip=None)
    return text.encode(x=at(left), y=y(), text="more:N", color=tone("quiet"))


def _bars() -> list[alt.Chart]:
    """Ranges and shares; hard stands pale to the left of the middle."""
    colour = tone("tone")

    def bar(name: str, height: int, **look: Any) -> alt.Chart:
        return part(name).mark_bar(height=height, tooltip=None, **look)

    def rule(name: str, **look: Any) -> alt.Chart:
        return part(name).mark_rule(tooltip=None, **look)

    return [
        rule("line", strokeWidth=1).encode(x=x(), x2="x1:Q", y=y(), color=tone("border")),
        bar("track", 13).encode(x=x(), x2="x1:Q", y=y(), color=tone("faint")),
        bar("hard", 13, opacity=0.45).encode(x=x(), x2="x1:Q", y=y(), color=colour),
        bar("bar", 13).encode(x=x(), x2="x1:Q", y=y(), color=colour),
        bar("range", 9, minBandSize=4).encode(x=x(), x2="x1:Q", y=y(), color=colour),
        part("range")
        .mark_tick(orient="vertical", thickness=3, size=9, tooltip=None)
        .encode(x=x(), y=y(), color=colour),
        part("middle")
        .mark_tick(orient="vertical", thickness=1.5, size=20, tooltip=None)
        .encode(x=x(), y=y(), color=tone("text")),
    ]


def _arrows() -> list[alt.Chart]:
    """Interest: where it began, the shaft and its head; several people's a little apart."""
    offset = alt.ExprRef("datum.nudge * 5 - 2")
    colour = tone("tone")
    return [
        part("begun")
        .mark_tick(orient="vertical", thickness=2, size=11, tooltip=None, yOffset=offset)
        .encode(x=x(), y=y(), color=colour),
        part("arrow")
        .mark_rule(strokeWidth=2.2, tooltip=None, yOffset=offset)
        .encode(x=x(), x2="x1:Q", y=y(), color=colour),
        _sign("head", yOffset=offset),
    ]


def _sign(name: str, **look: Any) -> alt.Chart:
    shapes = part(name).mark_point(filled=True, size=75, opacity=1, tooltip=None, **look)
    shape = alt.Shape("shape:N", scale=None)
    return shapes.encode(x=x(), y=y(), color=tone("tone"), shape=shape)


def _signs() -> list[alt.Chart]:
    """Outlook, a mark a person; hatching where nobody was asked."""
    steady = part("outlook").transform_filter("datum.shape == 'stroke'")
    others = _sign("outlook").transform_filter("datum.shape != 'stroke'")
    return [
        others,
        steady.mark_tick(orient="horizontal", thickness=4, size=12, tooltip=None).encode(
            x=x(), y=y(), color=tone("tone")
        ),
        part("hatched")
        .mark_text(text="/ / /", align="left", fontStyle="italic", fontSize=15, tooltip=None)
        .encode(x=at(LEFT), y=y(), color=tone("quiet")),
    ]


def _words() -> list[alt.Chart]:
    """The figure in words: under its mark at a desk, at the right on a telephone."""
    left = f"({NARROW}) ? width - {FIGURES_SLIM - 10} : {LEFT}"
    limit = alt.ExprRef(f"({NARROW}) ? {FIGURES_SLIM - 10} : {CELL} - 8")
    return [_text("words", left=left, limit=limit)]


def _touch() -> alt.Chart:
    """The whole cell meets the pointer: its mark and its words."""
    tall = alt.ExprRef(f"({NARROW}) ? {LINE} : {2 * LINE}")
    below = alt.ExprRef(f"({NARROW}) ? 0 : {LINE // 2}")
    right = f"({NARROW}) ? width : {LEFT} + {CELL} - 6"
    return (
        part("touch")
        .transform_calculate(aloud="datum.tip + ': ' + datum.words")
        .mark_bar(opacity=0, cursor="pointer", aria=True, height=tall, yOffset=below)
        .encode(
            x=at(LEFT),
            x2=at(right),
            y=y(),
            tooltip=[alt.Tooltip("tip:N", title="Here"), alt.Tooltip("words:N", title="Said")],
            description="aloud:N",
        )
        .add_params(pick())
    )
