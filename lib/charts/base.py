"""What every chart shares: its drawing, the tones of the theme, and the picture to download.

Colours are named, not given: a tone's place in `TONES` is its place in the theme's list of
categorical colours, so one compiled chart is right in light and dark.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

import altair as alt
import pandas as pd
import pyarrow as pa
from altair.utils.schemapi import disable_debug_mode

from lib.charts.parts import sliced, split
from lib.frames import Row, as_drawn, records
from lib.settings import ROOT

FIELD_TONES = ("1", "2", "3", "4", "5", "6", "7", "8", "other")
INKS = ("text", "quiet", "border", "accent", "surface", "faint")
TONES = (*FIELD_TONES, *INKS)
NARROW = "windowSize()[0] < 700"
"""Vega's own test for a telephone: labels shrink there, figures stay."""

disable_debug_mode()  # a check of each piece as it is made, a tenth of a report; tests check all


@dataclass(frozen=True)
class Opening:
    """A mark that can be opened: its key, its words, and how many people stand behind it."""

    key: str
    label: str
    people: int


@dataclass(frozen=True)
class Drawing:
    """A compiled chart with its data: what a screen draws, saves as a picture and opens.

    A click returns the `key` of its mark; `openings` lists them all for the keyboard.
    """

    spec: dict[str, Any]
    data: dict[str, pd.DataFrame]
    openings: tuple[Opening, ...] = ()
    height: int | None = None
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    """The figures behind the chart in words a spreadsheet can hold: the CSV to download."""
    head: float = 0.0
    """How many pixels at the top are axes and headings: on paper each page begins with them."""

    @cached_property
    def filled(self) -> dict[str, Any]:
        """The specification with its height and its data as Arrow, converted once."""
        arrow = {
            name: pa.Table.from_pandas(as_drawn(frame), preserve_index=False)
            for name, frame in self.slices.items()
        }
        return {**self.sized, "datasets": arrow}

    @property
    def slices(self) -> dict[str, pd.DataFrame]:
        """The data with the theme's inks, as the layers read them."""
        return sliced(self.spec, {name: with_inks(rows) for name, rows in self.data.items()})

    @property
    def sized(self) -> dict[str, Any]:
        """The specification with its height."""
        return self.spec if self.height is None else {**self.spec, "height": self.height}


def tone(column: str) -> alt.Color:
    """Colour by a column that names a tone; the data have one of each ink's own name."""
    scale = alt.Scale(domain=list(TONES))
    return alt.Color(column, type="nominal", scale=scale, legend=None)


def at(expression: str) -> Any:
    """A place in pixels, or a word, that an expression works out."""
    value: Any = alt.XValue  # fits any channel; what alt.value() makes is slow to be placed
    return value(alt.ExprRef(expression))


def look_of(expression: str) -> Any:
    """A size, a limit or another part of a mark's look that an expression works out."""
    return alt.ExprRef(expression)


def pick() -> alt.Parameter:
    """The selection that a click on a mark makes; the data set needs a column `key`."""
    return alt.selection_point(name="pick", fields=["key"], on="click", clear=False)


def compiled(chart: alt.TopLevelMixin) -> dict[str, Any]:
    """Vega-Lite's specification, without data of its own."""
    spec: dict[str, Any] = chart.to_dict(validate=False)
    spec.pop("datasets", None)
    spec["background"] = None
    spec["config"] = {"mark": {"aria": False}}  # only what can be opened is named to a reader
    return split(spec)


def slot_tone(slot: int) -> str:
    """A field's tone by its colour slot; grey beyond the eighth."""
    return FIELD_TONES[min(slot, len(FIELD_TONES)) - 1]


def key(*parts: object) -> str:
    """The key of a mark, such as skill/<id>/<field id>."""
    return "/".join(str(part) for part in parts)


@cache
def theme_config(mode: str = "light") -> dict[str, Any]:
    """The theme for pictures drawn outside a browser, from the same file as the screens."""
    with (ROOT / ".streamlit" / "config.toml").open("rb") as file:
        colours = tomllib.load(file)["theme"][mode]
    text = {"labelColor": colours["textColor"], "titleColor": colours["textColor"]}
    # Not the screens' Source Sans: a file cannot bring it along, and its text would be measured
    # as twice as wide as it is.
    font = "Arial, Helvetica, sans-serif"
    return {
        "background": colours["backgroundColor"],
        "font": font,
        "axis": {
            **text,
            "gridColor": colours["borderColor"],
            "domain": False,
            "ticks": False,
            "labelFontSize": 12,
            "titleFontWeight": "normal",
        },
        "legend": text,
        "view": {"stroke": None},
        "range": {
            "category": colours["chartCategoricalColors"],
            "heatmap": colours["chartSequentialColors"],
            "ramp": colours["chartSequentialColors"],
            "diverging": colours["chartDivergingColors"],
        },
    }


def picture(drawing: Drawing, *, title: str, caption: str, width: int = 1000) -> bytes:
    """The chart as SVG, with its question above and its caption below."""
    import vl_convert  # noqa: PLC0415  (30 MB of engine: only who asks for a picture loads it)

    spec = {
        **drawing.sized,
        "datasets": {name: rows_of(frame) for name, frame in drawing.slices.items()},
        "width": width,
        "background": theme_config()["background"],
        "config": {**theme_config(), **drawing.spec.get("config", {})},
        "padding": 16,
        "title": {
            "text": title,
            "subtitle": list(wrapped(caption, 110)),
            "anchor": "start",
            "fontSize": 20,
            "offset": 16,
        },
    }
    return vl_convert.vegalite_to_svg(spec).encode()


def with_inks(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with a constant column for each of the theme's inks, to colour layers by."""
    inks = {ink: pd.Series(ink, index=frame.index, dtype="str") for ink in INKS}
    return frame.assign(**inks)


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The rows as JSON takes them: what is missing is left out."""
    return [
        {name: value for name, value in row.items() if not pd.isna(value)} for row in records(frame)
    ]


def wrapped(text: str, width: int) -> Iterable[str]:
    """The text in lines of at most so many letters."""
    line = ""
    for word in text.split():
        if line and len(line) + len(word) >= width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line
