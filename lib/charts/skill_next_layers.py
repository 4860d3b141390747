"""The layers of what one more skill opens."""

from functools import cache
from typing import Any

import altair as alt

from lib.charts.base import at, compiled, look_of, tone
from lib.charts.marks import PRESSED, SLIM, fitting, opening, part, slot, words

LINE = 28
DOTS = f"({SLIM} ? 18 : clamp(width * 0.22, 150, 230))"
DOES = f"({DOTS} + datum.dots * 17 + 8)"
LEARN = f"({SLIM} ? 18 : width * 0.66)"


@cache
def compiled_layers() -> dict[str, Any]:
    """The specification, compiled once a process."""
    layers = [*_words(), *_dots(), _touch()]
    return compiled(alt.layer(*layers).properties(width="container", height=alt.Step(LINE)))


def _words() -> list[alt.Chart]:
    """The skill, what it does, and how people learn it."""
    made = []
    weight: Any
    for name, left, right, ink, weight in (
        ("name", "0", f"({SLIM} ? width : {DOTS})", "text", 600),
        ("does", DOES, f"({SLIM} ? width : {LEARN})", "text", 400),
        ("learn", LEARN, "width", "quiet", 400),
    ):
        limit = look_of(f"{right} - ({left}) - 10")
        look = {"fontSize": 13.5, "fontWeight": weight, "limit": limit}
        made.append(words(part(name, layout=fitting()), at(left), slot(), ink, **look))
    return made


def _dots() -> list[alt.Chart]:
    """Filled where it opens the field, hollow where it brings it nearer."""
    made = []
    for when, filled in (("datum.opens", True), ("!datum.opens", False)):
        dot = part("dot", layout=fitting(), when=when).mark_point(
            shape="circle", filled=filled, size=95, strokeWidth=2, opacity=1, tooltip=None
        )
        place = f"{DOTS} + 7 + datum.place * 17"
        made.append(dot.encode(x=at(place), y=slot(), color=tone("tone")))
    return made


def _touch() -> alt.Chart:
    """A skill's row opens it, but for its training, which opens itself."""
    course = "datum.part == 'course'"
    marks = part("touch", "course", layout=fitting())
    area = marks.transform_calculate(aloud="datum.tip + ', ' + datum.said").mark_bar(
        **PRESSED,
        height=alt.ExprRef(f"{SLIM} && !({course}) ? {2 * LINE} : {LINE}"),
        yOffset=alt.ExprRef(f"{SLIM} && !({course}) ? {LINE / 2} : 0"),
    )
    whole = area.encode(
        x=at(f"{course} ? {LEARN} : 0"),
        x2=at(f"{course} || {SLIM} ? width : {LEARN} - 6"),
        y=slot(),
    )
    return opening(whole, {"tip": "Here", "said": "Said"})
