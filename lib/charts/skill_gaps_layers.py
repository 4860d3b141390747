"""The layers of what I have and lack by field."""

from functools import cache
from typing import Any

import altair as alt

from lib.charts.base import at, compiled, pick, tone

LINE = 24
SLIM = "(width < 620)"
"""By the chart's own width: what I lack stands below what I have."""
COLUMN = f"({SLIM} ? width - 4 : (width - 20) / 2)"
START = f"({SLIM} ? 4 : 20 + datum.col * {COLUMN})"
PIPS = f"({SLIM} ? width - 138 : clamp(width * 0.25, 190, 300))"
STEP = f"(min(15, ({SLIM} ? 78 : 20 + {COLUMN} - {PIPS} - 16) / max(datum.pips - 1, 1)))"


@cache
def compiled_layers() -> dict[str, Any]:
    """The specification, compiled once a process."""
    layers = [_space(), *_fields(), *_skills(), _touch()]
    return compiled(alt.layer(*layers).properties(width="container", height=alt.Step(LINE)))


def _part(name: str, when: str = "true") -> alt.Chart:
    """The marks of one part in the layout that fits."""
    layout = f"datum.layout == ({SLIM} ? 'slim' : 'wide')"
    return alt.Chart(alt.NamedData("marks")).transform_filter(
        f"{layout} && datum.part == '{name}' && ({when})"
    )


def _y() -> alt.Y:
    return alt.Y("slot:O", axis=None, scale=alt.Scale(padding=0))


def _text(part: str, left: str, ink: str = "text", when: str = "true", **look: Any) -> alt.Chart:
    look = {"align": "left", "fontSize": 13.5, "tooltip": None, **look}
    text = _part(part, when).mark_text(**look)
    return text.encode(x=at(left), y=_y(), text="words:N", color=tone(ink))


def _space() -> alt.Chart:
    """A line between two fields."""
    point = _part("space").mark_point(size=0, opacity=0, tooltip=None)
    return point.encode(x=alt.value(0), y=_y())


def _fields() -> list[alt.Chart]:
    """The field, a mark for each skill that it requires, and the same in words."""
    square = _part("field").mark_point(shape="square", filled=True, size=120, opacity=1)
    limit: Any = alt.ExprRef(f"{SLIM} ? {PIPS} - 28 : {PIPS} - 30")
    aside: Any = alt.ExprRef(f"{SLIM} ? 'right' : 'left'")
    beside = f"{SLIM} ? width : 20 + {COLUMN}"
    made = [
        square.encode(x=alt.value(6), y=_y(), color=tone("tone"), tooltip=alt.value(None)),
        _text("field", "20", fontSize=15, fontWeight=600, limit=limit),
        _text("words", beside, align=aside),
    ]
    for when, ink, shape, filled in (
        ("datum.mine", "accent", "circle", True),
        ("!datum.mine", "quiet", "diamond", False),
    ):
        pip = _part("pip", when).mark_point(
            shape=shape, filled=filled, size=95, strokeWidth=1.8, opacity=1, tooltip=None
        )
        place = f"{PIPS} + 6 + datum.place * {STEP}"
        made.append(pip.encode(x=at(place), y=_y(), color=tone(ink)))
    return made


def _skills() -> list[alt.Chart]:
    """Names in two columns, required ones bold, with who named them at their right."""
    limit: Any = alt.ExprRef(f"{COLUMN} - 100")
    count = _part("skill").mark_text(align="right", fontSize=13, tooltip=None)
    made = [
        count.encode(
            x=at(f"{START} + {COLUMN} - ({SLIM} ? 0 : 34)"),
            y=_y(),
            text="count:N",
            color=tone("quiet"),
        ),
        _text("more", f"{START} + 20", "quiet", fontSize=13),
        _text(
            "silent", f"{SLIM} ? 4 : 20", "quiet", fontStyle="italic", fontSize=13, limit=_wide()
        ),
    ]
    for when, sign in (("datum.mine", "✓"), ("!datum.mine", "◇")):
        mark = _part("skill", when).mark_text(text=sign, align="left", fontSize=13, tooltip=None)
        made.append(mark.encode(x=at(START), y=_y(), color=tone("text")))
    for when, weight in (("datum.required", 600), ("!datum.required", 400)):
        made.append(_text("skill", f"{START} + 20", when=when, limit=limit, fontWeight=weight))
    return made


def _wide() -> Any:
    return alt.ExprRef("width - 24")


def _touch() -> alt.Chart:
    """A field's line opens the field, a skill's line the skill there."""
    layout = f"datum.layout == ({SLIM} ? 'slim' : 'wide')"
    marks = alt.Chart(alt.NamedData("marks")).transform_filter(
        f"{layout} && (datum.part == 'touch' || datum.part == 'touch skill')"
    )
    aloud = marks.transform_calculate(aloud="datum.tip + ', ' + datum.said")
    field, right = "datum.part == 'touch'", f"{START} + {COLUMN} - ({SLIM} ? 0 : 24)"
    return (
        aloud.mark_bar(opacity=0, cursor="pointer", aria=True, height=LINE)
        .encode(
            x=at(f"{field} ? 0 : {START}"),
            x2=at(f"{field} ? width : {right}"),
            y=_y(),
            tooltip=[alt.Tooltip("tip:N", title="Here"), alt.Tooltip("said:N", title="Said")],
            description="aloud:N",
        )
        .add_params(pick())
    )
