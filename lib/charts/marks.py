"""What the layers of every chart are made of: the marks of a part, words, slots, what is pressed.

A drawing keeps its marks in one set with a column `part`. Where it is laid out twice, for a wide
chart and for a slim one, a column `layout` says which.
"""

from collections.abc import Mapping
from typing import Any

import altair as alt

from lib.charts.base import pick, tone

SLIM = "(width < 620)"
"""By the chart's own width, not the window's: what stands beside a name goes below it."""
PRESSED: dict[str, Any] = {"opacity": 0, "cursor": "pointer", "aria": True}
"""The look of an area that opens what it lies over."""


def fitting(slim: str = SLIM) -> str:
    """The condition of a mark whose layout fits the width."""
    return f"datum.layout == ({slim} ? 'slim' : 'wide')"


def part(*names: str, layout: str = "", when: str = "") -> alt.Chart:
    """The marks of some parts, with the theme's inks; `layout` and `when` are conditions."""
    marks = alt.Chart(alt.NamedData("marks"))
    marks = marks.transform_filter(" || ".join(f"datum.part == '{name}'" for name in names))
    for condition in filter(None, (layout, when)):
        marks = marks.transform_filter(condition)
    return marks


def slot() -> alt.Y:
    """A line of the chart, which is as tall as it has slots."""
    return alt.Y("slot:O", axis=None, scale=alt.Scale(padding=0))


def slots(space: alt.Chart) -> alt.Chart:
    """Nothing to see in each slot: the height of a chart whose marks have places in pixels."""
    return space.mark_point(size=0, opacity=0, tooltip=None).encode(x=alt.value(0), y=slot())


def words(marks: alt.Chart, x: Any, y: Any, ink: str = "text", **look: Any) -> alt.Chart:
    """The marks' own words from a place to the right, in one of the theme's inks."""
    look = {"align": "left", "fontSize": 13, "tooltip": None, **look}
    return marks.mark_text(**look).encode(x=x, y=y, text="words:N", color=tone(ink))


def tips(said: Mapping[str, str]) -> list[alt.Tooltip]:
    """The lines of a tooltip: columns with their headings."""
    return [alt.Tooltip(f"{column}:N", title=title) for column, title in said.items()]


def opening(area: alt.Chart, said: Mapping[str, str], aloud: str = "aloud") -> alt.Chart:
    """The area opens what is behind it: its words show, and one column is read aloud."""
    return area.encode(tooltip=tips(said), description=f"{aloud}:N").add_params(pick())
