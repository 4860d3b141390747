"""The layers of `range_rows`: ranges between names and figures, wide or a line each."""

from functools import cache
from typing import Any

import altair as alt

from lib.charts.base import at, compiled, look_of, tone
from lib.charts.marks import PRESSED, fitting, opening, part, slot, words

LINE = 26
HEAD = 2.0 * LINE
"""The lines of the axes."""
SLIM = "(width < 860)"
NAMES, EDGE = 330, 72
"""Where the first axis begins when all is in one line, and when each range has its own."""
ARROW = 15


@cache
def compiled_rows(sides: int, said: int, texts: tuple[int, ...]) -> dict[str, Any]:
    """The specification for so many axes, words of that width beside them, texts of these."""
    place = _Places(sides, said, texts)
    layers = [*_frame(place), *_bars(place), *_words(place), _touch()]
    return compiled(alt.layer(*layers).properties(width="container", height=alt.Step(LINE)))


class _Places:
    """Where axes and texts begin, as expressions of the width."""

    def __init__(self, sides: int, said: int, texts: tuple[int, ...]) -> None:
        each = f"((width - {NAMES} - {sum(texts)}) / {sides})"
        self.base = f"({SLIM} ? {EDGE} : {NAMES} + datum.side * {each})"
        self.span = f"({SLIM} ? width - {EDGE} - {said} : {each} - {said})"
        self.said = f"{self.base} + {self.span} + {ARROW + 7}"
        self.limit = said - ARROW - 12
        starts = [sum(texts[place:]) for place in range(len(texts))]
        chosen = " : ".join(f"datum.side == {p} ? width - {x}" for p, x in enumerate(starts))
        self.text = f"({chosen} : 0)"
        self.text_limit = min(texts) - 10

    def part(self, name: str) -> alt.Chart:
        """The marks of one part in the layout that fits."""
        return part(name, layout=fitting(SLIM)).transform_calculate(
            x0=f"{self.base} + datum.f0 * {self.span}",
            x1=f"{self.base} + datum.f1 * {self.span}",
        )


Y = slot()


def _frame(place: _Places) -> list[alt.Chart]:
    """A fine line down from each figure of an axis; on a telephone one along each range."""
    rule: dict[str, Any] = {"strokeWidth": 1, "tooltip": None}
    grid = place.part("tick").mark_rule(**rule)
    along = place.part("said").transform_filter(SLIM).mark_rule(**rule)
    return [
        grid.encode(x=at("datum.x0"), y=alt.value(2 * LINE), y2=at("height"), color=tone("border")),
        along.encode(
            x=at(place.base), x2=at(f"{place.base} + {place.span}"), y=Y, color=tone("border")
        ),
    ]


def _bars(place: _Places) -> list[alt.Chart]:
    """Ranges with their ends; an arrow where an end is open, thin where each stands alone."""
    off = look_of("datum.off")
    thick = look_of("datum.thin ? 1.5 : 3")
    body = place.part("range").mark_rule(strokeWidth=thick, yOffset=off, tooltip=None)
    pushed = [f"datum.x{end} + datum.push{end} * {ARROW - 4}" for end in (0, 1)]
    return [
        body.encode(x=at(pushed[0]), x2=at(pushed[1]), y=Y, color=tone("tone")),
        *(layer for end in (0, 1) for layer in _end(place, end, off)),
    ]


def _end(place: _Places, end: int, off: Any) -> list[alt.Chart]:
    size = look_of("datum.thin ? 26 : 46")
    look: dict[str, Any] = {"size": size, "opacity": 1, "tooltip": None, "yOffset": off}
    marks = place.part("range")
    closed = marks.transform_filter(f"datum.push{end} == 0")
    shape = "triangle-left" if end == 0 else "triangle-right"
    arrow = marks.transform_filter(f"datum.push{end} != 0").mark_point(
        shape=shape, filled=True, **{**look, "size": 60}
    )
    solid = "datum.ends == 'filled'" + " || datum.ends == 'half'" * (end == 0)
    filled = closed.transform_filter(solid).mark_point(filled=True, **look)
    hollow = closed.transform_filter(f"!({solid})")
    place_x = {"x": at(f"datum.x{end}"), "y": Y}
    return [
        arrow.encode(
            x=at(f"datum.x{end} + datum.push{end} * {ARROW - 3}"), y=Y, color=tone("tone")
        ),
        filled.encode(**place_x, color=tone("tone")),
        hollow.mark_point(filled=True, **look).encode(**place_x, color=tone("surface")),
        hollow.mark_point(filled=False, **look).encode(**place_x, color=tone("tone")),
    ]


def _words(place: _Places) -> list[alt.Chart]:
    def text(name: str, left: str, ink: str = "text", **look: Any) -> alt.Chart:
        return words(place.part(name), at(left), Y, ink, **look)

    square = place.part("field").mark_point(
        shape="square", filled=True, size=120, opacity=1, tooltip=None
    )
    name = look_of(f"({SLIM} ? width : {NAMES}) - 90")
    whole = look_of("width - 30")
    return [
        square.encode(x=alt.value(6), y=Y, color=tone("tone")),
        text("field", "20", fontSize=15, fontWeight=600, limit=whole),
        text("block", "0", fontSize=15, fontWeight=600, limit=alt.ExprRef("width")),
        text("head", place.base, fontWeight=600),
        text("text head", place.text, fontWeight=600),
        text("tick", "datum.x0", "quiet", align="center", fontSize=12),
        text("name", "20", limit=name),
        text("nothing", "20", "quiet", limit=whole),
        text("of", f"{SLIM} ? width : {NAMES - 20}", "quiet", align="right"),
        text("slim", "20", "quiet", limit=whole),
        text("said", place.said, limit=place.limit),
        text("text", place.text, limit=place.text_limit),
    ]


def _touch() -> alt.Chart:
    """All of a line opens it."""
    marks = part("touch", layout=fitting(SLIM))
    area = marks.transform_calculate(aloud="datum.tip + ', ' + datum.told").mark_bar(
        **PRESSED,
        height=alt.ExprRef(f"datum.lines * {LINE}"),
        yOffset=alt.ExprRef(f"(datum.lines - 1) * {LINE / 2}"),
    )
    whole = area.encode(x=alt.value(0), x2=at("width"), y=Y)
    return opening(whole, {"tip": "Here", "told": "Said"})
