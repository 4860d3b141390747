"""The layers of the pay chart: bands behind, lines over them, figures as text at the right."""

from typing import Any

import altair as alt

from lib.charts.base import at, look_of, tone
from lib.charts.marks import PRESSED, SLIM, opening, part, words

LEFT = f"({SLIM} ? 62 : clamp(width * 0.34, 215, 370))"
RIGHT = f"(width - ({SLIM} ? 112 : clamp(width * 0.2, 140, 270)))"
ARROW = f"({SLIM} ? 18 : 30)"
LEVEL = 70
"""Where the people's labels begin, after the level's name."""


def money(column: str, aside: str = "0") -> Any:
    """The place of an amount on the axis, and so many pixels aside."""
    return at(f"scale('x', datum.{column}) + {aside}")


Y = at("datum.y")
ABOVE, BELOW = at("datum.y - datum.tall / 2"), at("datum.y + datum.tall / 2")
X, X2 = money("x"), money("x2", f"datum.push * ({ARROW} - 5)")


def layers() -> list[alt.Chart]:
    """All of them, from the back to the front."""
    front = [*_texts(), *_strips(), *_lines(), *_caps(), *_heads(), _touch()]
    return [_axis(), *_official(), _band(), *front]


AXIS = 24.0
"""The labels of the axis, above everything."""


def _axis() -> alt.Chart:
    """Pay a year from left to right, its labels on top."""
    ends = [alt.ExprRef(LEFT), alt.ExprRef(RIGHT)]
    scale = alt.Scale(range=ends, zero=False, nice=False)
    short = (
        "datum.value >= 1e6 ? format(datum.value / 1e6, ',~r') + 'M' : datum.value >= 1e4"
        " ? format(datum.value / 1e3, ',~r') + 'k' : format(datum.value, ',~r')"
    )
    axis = alt.Axis(
        orient="top",
        title=None,
        tickCount=alt.ExprRef(f"{SLIM} ? 3 : (width < 1000 ? 5 : 8)"),
        labelExpr=f"datum.value < 0 ? '' : symbol + ({short})",
        labelOverlap=True,
        labelFlush=False,
        labelSeparation=8,
        labelColor=alt.ExprRef("scale('color', 'quiet')"),
        labelPadding=6,
        grid=True,
        labelFontSize=12.5,
    )
    reach = part("reach").mark_point(opacity=0, size=0, tooltip=None)
    return reach.encode(x=alt.X("x:Q", axis=axis, scale=scale), y=alt.value(0))


def _official() -> list[alt.Chart]:
    """Official figures of a field in grey, their median, and both in words over them."""
    area = part("official").mark_rect(cornerRadius=2, tooltip=None)
    middle = part("median").mark_rule(strokeWidth=2, opacity=0.7, tooltip=None)
    room = alt.ExprRef(f"width - {RIGHT} - 14")
    named = f"clamp(scale('x', datum.x), {LEFT} + 75, {RIGHT} - 75)"
    over = _text("median words", left=at(named), colour="quiet", align="center")
    return [
        area.encode(x=X, x2=money("x2"), y=ABOVE, y2=BELOW, color=tone("faint")),
        middle.encode(x=X, y=ABOVE, y2=BELOW, color=tone("quiet")),
        _text("official words", left=at(f"{RIGHT} + 14"), colour="quiet", limit=room),
        over.transform_filter(f"!{SLIM}"),
    ]


def _band() -> alt.Chart:
    """Where they agree, no narrower than can be seen."""
    area = part("band").mark_rect(opacity=0.3, cornerRadius=2, tooltip=None)
    right = at("max(scale('x', datum.x2), scale('x', datum.x) + 3)")
    return area.encode(x=X, x2=right, y=ABOVE, y2=BELOW, color=tone("tone"))


def _text(*names: str, left: Any, colour: str = "text", **look: Any) -> alt.Chart:
    return words(part(*names), left, Y, colour, **{"baseline": "middle", **look})


def _texts() -> list[alt.Chart]:
    """Field, level and person at the left, what was said at the right, agreement in bold."""
    square = part("field").mark_point(shape="square", filled=True, size=130, opacity=1)
    field = alt.ExprRef(f"({SLIM} ? width : {LEFT}) - 28")
    person = alt.ExprRef(f"{SLIM} ? 1 : {LEFT} - {LEVEL} - 14")
    bold: dict[str, Any] = {"fontWeight": 600}
    said = _text("said", left=at(f"{RIGHT} + 14"), limit=alt.ExprRef(f"width - {RIGHT} - 14"))
    names = _text("field", left=at("20"), fontSize=15, limit=field, **bold)
    people = _text("person", left=at(str(LEVEL)), colour="quiet", limit=person)
    return [
        square.encode(x=alt.value(6), y=Y, color=tone("tone"), tooltip=alt.value(None)),
        names.encode(tooltip=alt.Tooltip("tip:N", title="Field")),
        _text("level", left=at("0"), **bold),
        people.transform_filter(f"!{SLIM}"),
        said.transform_calculate(words=f"{SLIM} ? datum.brief : datum.words"),
        _text("cut", left=money("x", f"datum.push * ({ARROW} - 3)"), **bold),
        _text("cut words", left=at(RIGHT), colour="quiet", align="right"),
        _text("agreed", left=X, **bold),
        _text("agreed right", left=X, align="right", **bold),
    ]


def _lines() -> list[alt.Chart]:
    """Own thick, seen thin, heard dashed; an old own one is the outline of a thick one."""
    thin: Any = {
        "strokeWidth": alt.ExprRef("datum.old ? 1.5 : 2"),
        "strokeDash": alt.ExprRef("datum.whose == 'heard' ? [4, 3] : [1, 0]"),
        "strokeCap": "butt",
        "tooltip": None,
    }
    body = part("line")
    own = body.transform_filter("datum.whose == 'own' && !datum.old")
    rule = body.transform_filter("datum.whose != 'own'").mark_rule(**thin)
    outline = body.transform_filter("datum.whose == 'own' && datum.old")
    across = {"x": X, "x2": X2, "color": tone("tone")}
    return [
        rule.encode(**across, y=Y),
        own.mark_rect(tooltip=None).encode(**across, y=at("datum.y - 2.5"), y2=at("datum.y + 2.5")),
        outline.mark_rect(filled=False, strokeWidth=1.5, tooltip=None).encode(
            **across, y=at("datum.y - 3.5"), y2=at("datum.y + 3.5")
        ),
    ]


def _strips() -> list[alt.Chart]:
    """Many people at once: all, most and half of them, and the stroke of their middle."""
    across = {"x": X, "x2": X2, "color": tone("tone")}
    line: dict[str, Any] = {"tooltip": None, "strokeCap": "butt"}
    tick = part("strip middle").mark_rule(strokeWidth=3, tooltip=None)
    return [
        part("strip all").mark_rule(strokeWidth=1.5, **line).encode(**across, y=Y),
        part("strip most").mark_rule(strokeWidth=5, **line).encode(**across, y=Y),
        part("strip half")
        .mark_rect(cornerRadius=2, tooltip=None)
        .encode(**across, y=at("datum.y - 9"), y2=at("datum.y + 9")),
        tick.encode(x=X, y=at("datum.y - 12"), y2=at("datum.y + 12"), color=tone("text")),
    ]


def _caps() -> list[alt.Chart]:
    """The ends of lines: a stroke; old ones a ring, which an outline does without."""
    stroke = part("cap").transform_filter("!datum.old").mark_rule(strokeWidth=2, tooltip=None)
    ring = part("cap").transform_filter("datum.old && datum.whose != 'own'")
    return [
        stroke.encode(x=X, y=at("datum.y - 6.5"), y2=at("datum.y + 6.5"), color=tone("tone")),
        *_hollow(ring, size=38),
    ]


def _heads() -> list[alt.Chart]:
    """The arrow of an open end and the dot of a single figure; hollow where they are old."""
    tip = money("x", f"datum.push * ({ARROW} - 1)")
    shape = alt.Shape("shape:N", scale=None)
    size = look_of("datum.whose == 'own' ? 120 : datum.whose == 'seen' ? 55 : 75")
    filled: dict[str, Any] = {"filled": True, "opacity": 1, "tooltip": None}
    arrow, dot = part("arrow"), part("dot")
    now = "!datum.old && datum.whose != 'heard'"
    return [
        arrow.transform_filter("!datum.old")
        .mark_point(size=85, **filled)
        .encode(x=tip, y=Y, color=tone("tone"), shape=shape),
        *_hollow(arrow.transform_filter("datum.old"), x=tip, shape=shape, size=75),
        dot.transform_filter(now)
        .mark_point(shape="circle", size=size, **filled)
        .encode(x=X, y=Y, color=tone("tone")),
        *_hollow(dot.transform_filter(f"!({now})"), size=size, dashed=True),
    ]


def _hollow(
    marks: alt.Chart, x: Any = X, shape: alt.Shape | None = None, dashed: bool = False, **look: Any
) -> list[alt.Chart]:
    """An outline with the page's own colour in it."""
    places = {"x": x, "y": Y, **({"shape": shape} if shape else {})}
    look = {"opacity": 1, "tooltip": None, **look, **({} if shape else {"shape": "circle"})}
    dash = look_of("datum.whose == 'heard' ? [2.5, 2] : [1, 0]") if dashed else [1, 0]
    inside = marks.mark_point(filled=True, **look)
    outline = marks.mark_point(filled=False, strokeWidth=1.6, strokeDash=dash, **look)
    return [
        inside.encode(**places, color=tone("surface")),
        outline.encode(**places, color=tone("tone")),
    ]


def _touch() -> alt.Chart:
    """A figure's whole line opens it; the level's name, the band and its words open the level."""
    start = f"datum.part == 'all' || {SLIM} ? (datum.part == 'all' ? 0 : {LEFT} - 4) : {LEVEL - 6}"
    end = f"datum.part == 'all' ? {RIGHT} : width"
    area = part("all", "one").mark_rect(**PRESSED)
    whole = area.encode(x=at(start), x2=at(end), y=ABOVE, y2=BELOW)
    return opening(whole, {"tip": "Who", "said": "Said"})
