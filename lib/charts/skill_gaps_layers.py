"""The layers of what I have and lack by field."""

from functools import cache
from typing import Any

import altair as alt

from lib.charts.base import at, compiled, look_of, tone
from lib.charts.marks import PRESSED, SLIM, fitting, opening, part, slot, slots, words

LINE = 24
COLUMN = f"({SLIM} ? width - 4 : (width - 20) / 2)"
START = f"({SLIM} ? 4 : 20 + datum.col * {COLUMN})"
PIPS = f"({SLIM} ? width - 138 : clamp(width * 0.25, 190, 300))"
STEP = f"(min(15, ({SLIM} ? 78 : 20 + {COLUMN} - {PIPS} - 16) / max(datum.pips - 1, 1)))"


@cache
def compiled_layers() -> dict[str, Any]:
    """The specification, compiled once a process."""
    layers = [slots(_part("space")), *_fields(), *_skills(), _touch()]
    return compiled(alt.layer(*layers).properties(width="container", height=alt.Step(LINE)))


def _part(name: str, when: str = "") -> alt.Chart:
    return part(name, layout=fitting(), when=when)


def _text(name: str, left: str, ink: str = "text", when: str = "", **look: Any) -> alt.Chart:
    return words(_part(name, when), at(left), slot(), ink, **{"fontSize": 13.5, **look})


def _fields() -> list[alt.Chart]:
    """The field, a mark for each skill that it requires, and the same in words."""
    square = _part("field").mark_point(shape="square", filled=True, size=120, opacity=1)
    limit = look_of(f"{SLIM} ? {PIPS} - 28 : {PIPS} - 30")
    aside = look_of(f"{SLIM} ? 'right' : 'left'")
    beside = f"{SLIM} ? width : 20 + {COLUMN}"
    made = [
        square.encode(x=alt.value(6), y=slot(), color=tone("tone"), tooltip=alt.value(None)),
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
        made.append(pip.encode(x=at(place), y=slot(), color=tone(ink)))
    return made


def _skills() -> list[alt.Chart]:
    """Names in two columns, required ones bold, with who named them at their right."""
    limit = look_of(f"{COLUMN} - 100")
    count = _part("skill").mark_text(align="right", fontSize=13, tooltip=None)
    made = [
        count.encode(
            x=at(f"{START} + {COLUMN} - ({SLIM} ? 0 : 34)"),
            y=slot(),
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
        made.append(mark.encode(x=at(START), y=slot(), color=tone("text")))
    for when, weight in (("datum.required", 600), ("!datum.required", 400)):
        made.append(_text("skill", f"{START} + 20", when=when, limit=limit, fontWeight=weight))
    return made


def _wide() -> Any:
    return alt.ExprRef("width - 24")


def _touch() -> alt.Chart:
    """A field's line opens the field, a skill's line the skill there."""
    marks = part("touch", "touch skill", layout=fitting())
    aloud = marks.transform_calculate(aloud="datum.tip + ', ' + datum.said")
    field, right = "datum.part == 'touch'", f"{START} + {COLUMN} - ({SLIM} ? 0 : 24)"
    area = aloud.mark_bar(**PRESSED, height=LINE).encode(
        x=at(f"{field} ? 0 : {START}"), x2=at(f"{field} ? width : {right}"), y=slot()
    )
    return opening(area, {"tip": "Here", "said": "Said"})
