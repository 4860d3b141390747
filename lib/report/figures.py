"""What lies under a chart: its specification with its data, and its table as cells of text."""

import json
from collections.abc import Iterator
from typing import Any

import pandas as pd

from lib.charts.base import Drawing, rows_of, theme_config
from lib.frames import as_drawn


def specification(drawing: Drawing, *, font: str = "") -> dict[str, Any]:
    """Vega-Lite's specification with all data in it, nothing to press, on no ground of its own."""
    config = {**theme_config(), **drawing.spec.get("config", {}), "background": "transparent"}
    spec = {
        **drawing.sized,
        "background": "transparent",
        "datasets": {name: rows_of(as_drawn(frame)) for name, frame in drawing.slices.items()},
        "config": {**config, "font": font} if font else config,
    }
    return _not_pressed(spec)


def _not_pressed(layer: dict[str, Any]) -> dict[str, Any]:
    """Without the selection of a click, and the hand that promises one: a file opens nothing."""
    kept = dict(layer)
    if "params" in kept:
        kept["params"] = [one for one in kept["params"] if "select" not in one]
    if isinstance(mark := kept.get("mark"), dict):
        kept["mark"] = {name: value for name, value in mark.items() if name != "cursor"}
    if "layer" in kept:
        kept["layer"] = [_not_pressed(one) for one in kept["layer"]]
    return kept


def as_json(content: Any) -> str:
    """JSON that ends no script element, whatever text it holds."""
    told = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=str)
    for sign in "<>&\u2028\u2029":
        told = told.replace(sign, f"\\u{ord(sign):04x}")
    return told


def cells(table: pd.DataFrame) -> Iterator[list[str]]:
    """The rows as text; what was typed is no formula where it is copied into a spreadsheet."""
    for row in as_drawn(table).itertuples(index=False, name=None):
        yield [_cell(value) for value in row]


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:.2f}".rstrip("0").rstrip(".")
    return "" if pd.isna(value) else str(value)
