"""The layers of skills worth showing or learning, and where a fraction of the scale lies."""

from functools import cache
from typing import Any

import altair as alt

from lib.charts.base import at, compiled, look_of, tone
from lib.charts.marks import PRESSED, SLIM, fitting, opening, part, slot, tips, words

LINE = 26
DOT = 17
NAMES = f"({SLIM} ? 18 : clamp(width * 0.25, 190, 270))"
"""The dots of the fields begin here."""
BAR = f"({SLIM} ? 0 : 62)"
REACH = f"({NAMES} + datum.dots * {DOT} + 10)"
LEFT = f"({REACH} + {BAR} + ({SLIM} ? 8 : 34))"
RIGHT = f"({SLIM} ? width - 10 : width - 76)"
SCALE = f"({RIGHT} - {LEFT})"
FIRST, SECOND = f"{LEFT} + datum.f0 * {SCALE}", f"{LEFT} + datum.f1 * {SCALE}"
PLACE = f"{NAMES} + 7 + datum.place * {DOT}"


@cache
def compiled_layers() -> dict[str, Any]:
    """The specification, compiled once a process."""
    layers = [*_scale(), *_names(), *_reach(), *_weight(), _touch(), *_dots()]
    return compiled(alt.layer(*layers).properties(width="container", height=alt.Step(LINE)))


def _part(name: str, when: str = "") -> alt.Chart:
    return part(name, layout=fitting(), when=when)


def _text(name: str, left: str, ink: str = "text", when: str = "", **look: Any) -> alt.Chart:
    return words(_part(name, when), at(left), slot(), ink, **{"fontSize": 13.5, **look})


def _scale() -> list[alt.Chart]:
    """Nobody, half and everyone over thin lines through the rows."""
    tall = look_of(f"datum.f0 == 0.5 ? {LINE / 2} : {LINE}")
    line = _part("grid").mark_rect(width=1, height=tall, tooltip=None)
    title = _part("title").mark_text(align="right", fontSize=12.5, tooltip=None)
    of_whom = at(f"{SLIM} ? 'call it mandatory' : 'Of those who said, call it mandatory'")
    named = _part("title", f"!{SLIM}").mark_text(align="left", fontSize=12.5, tooltip=None)
    aside = look_of("datum.f0 == 1 ? 'right' : 'left'")
    half = _part("tick", "datum.f0 == 0.5").mark_text(fontSize=12.5, tooltip=None)
    room = f"{SCALE} > 140 ? datum.words : ''"
    return [
        line.encode(x=at(FIRST), y=slot(), color=tone("border")),
        title.encode(x=at(RIGHT), y=slot(), text=of_whom, color=tone("quiet")),
        named.encode(x=at(NAMES), y=slot(), text=at("'Fields'"), color=tone("quiet")),
        named.encode(x=at(REACH), y=slot(), text=at("'Reach'"), color=tone("quiet")),
        _text("tick", FIRST, "quiet", when="datum.f0 != 0.5", fontSize=12.5, align=aside),
        half.encode(x=at(FIRST), y=slot(), text=at(room), color=tone("quiet")),
    ]


def _names() -> list[alt.Chart]:
    """A tick and bold letters for mine; the figure at the right."""
    limit = look_of(f"({SLIM} ? width - 80 : {NAMES}) - 26")
    mine = _part("name", "datum.mine").mark_text(text="✓", align="left", tooltip=None)
    figure = f"{SLIM} ? width : width - 62"
    align = look_of(f"{SLIM} ? 'right' : 'left'")
    return [
        mine.encode(x=alt.value(0), y=slot(), color=tone("text")),
        _text("group", "0", fontStyle="italic"),
        _text("name", "18", when="datum.mine", limit=limit, fontWeight=600),
        _text("name", "18", when="!datum.mine", limit=limit),
        _text("figure", figure, "quiet", align=align),
    ]


def _reach() -> list[alt.Chart]:
    """The mean share as a bar from zero, over the line that stands for everyone."""
    bar = _part("reach", f"!{SLIM}")
    full, share = bar.mark_rule(strokeWidth=1, tooltip=None), bar.mark_rect(height=7, tooltip=None)
    return [
        full.encode(x=at(REACH), x2=at(f"{REACH} + {BAR}"), y=slot(), color=tone("border")),
        share.encode(
            x=at(REACH), x2=at(f"{REACH} + datum.f1 * {BAR}"), y=slot(), color=tone("quiet")
        ),
    ]


def _weight() -> list[alt.Chart]:
    """Mine: a round mark in the accent; lacking: a grey diamond."""
    made = []
    for when, ink, shape, size in (
        ("datum.mine", "accent", "circle", 120),
        ("!datum.mine", "quiet", "diamond", 105),
    ):
        line = _part("line", when).mark_rule(
            strokeWidth=5, strokeCap="round", opacity=0.35, tooltip=None
        )
        share = _part("share", when).mark_point(
            filled=True, opacity=1, size=size, shape=shape, tooltip=None
        )
        made += [
            line.encode(x=at(FIRST), x2=at(SECOND), y=slot(), color=tone(ink)),
            share.encode(x=at(FIRST), y=slot(), color=tone(ink)),
        ]
    few = look_of(f"{SCALE} - 8")
    return [
        *made,
        _text("few", f"{LEFT} + 8", "quiet", fontStyle="italic", fontSize=12.5, limit=few),
    ]


def _dots() -> list[alt.Chart]:
    """A dot a field: filled, hollow, a speck, a dash."""
    made = []
    for look, ink, size, filled in (
        ("filled", "tone", 92, True),
        ("hollow", "tone", 82, False),
        ("silent", "quiet", 9, True),
    ):
        point = _part("dot", f"datum.look == '{look}'").mark_point(
            filled=filled, opacity=1, size=size, strokeWidth=2, shape="circle", cursor="pointer"
        )
        made.append(point.encode(x=at(PLACE), y=slot(), color=tone(ink), tooltip=_field()))
    dash = _part("dot", "datum.look == 'blank'").mark_point(
        shape="stroke", size=40, strokeWidth=1.5, opacity=1, cursor="pointer"
    )
    return [*made, dash.encode(x=at(PLACE), y=slot(), color=tone("quiet"), tooltip=_field())]


def _field() -> list[alt.Tooltip]:
    return tips({"skill": "Skill", "field": "Field", "said": "Said"})


def _touch() -> alt.Chart:
    """All of a skill's row opens it."""
    area = _part("touch").mark_bar(
        **PRESSED,
        height=alt.ExprRef(f"{SLIM} ? {2 * LINE} : {LINE}"),
        yOffset=alt.ExprRef(f"{SLIM} ? {LINE / 2} : 0"),
    )
    whole = area.encode(x=alt.value(0), x2=at("width"), y=slot())
    said = {"skill": "Skill", "named": "Named in", "reaches": "Reach", "said": "How much"}
    return opening(whole, said)
