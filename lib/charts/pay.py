"""What is paid: a line a figure by field and level, and where they agree behind them."""

from functools import cache
from math import isnan
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.base import Drawing, Opening, compiled, key
from lib.charts.pay_layers import layers
from lib.frames import Row, records

LINE, TOP = 22, 30
LEVELS = {"entry": "Entry", "mid": "Mid", "senior": "Senior", "unstated": "Not said"}
COLUMNS = (
    *("part", "x", "x2", "y", "y2", "tone", "words", "whose", "old", "shape"),
    *("key", "tip", "note"),
)


def salary_ranges(
    figures: pd.DataFrame, bands: pd.DataFrame, *, panel: str, symbol: str = "$"
) -> Drawing:
    """finding_id, field_id, field, tone, person_id, person, level, whose, low, high, words, old.

    Figures in their order, `low` and `high` a year in one currency (NaN: open end). `bands`:
    field_id, level, low, high (NaN: none), words. Marks open one figure or a level's figures.
    """
    reach = _reach(figures)
    marks, height = _lay_out(figures, bands, panel, reach)
    frame = pd.DataFrame(marks, columns=list(COLUMNS))
    numbers = dict.fromkeys(("x", "x2", "y", "y2"), "float64")
    data = {"marks": frame.astype(numbers)}
    spec = {**_spec(), "params": [*_spec()["params"], {"name": "symbol", "value": symbol}]}
    return Drawing(spec, data, _openings(figures, panel), height, _table(figures))


def _reach(figures: pd.DataFrame) -> tuple[float, float]:
    """The axis: all figures with room for the arrows of open ends."""
    ends = pd.concat([figures["low"], figures["high"]]).dropna()
    if ends.empty:
        return 0.0, 1.0
    low, high = float(ends.min()), float(ends.max())
    room = max((high - low) * 0.08, high * 0.02, 1.0)
    return max(low - room, 0.0), high + room


def _lay_out(
    figures: pd.DataFrame, bands: pd.DataFrame, panel: str, reach: tuple[float, float]
) -> tuple[list[Row], int]:
    """Every mark with its place: fields one below the other, levels in them, a line a figure."""
    marks: list[Row] = [{"part": "reach", "x": end} for end in reach if len(figures)]
    y = float(TOP)
    for field_id, in_field in figures.groupby("field_id", sort=False):
        first = in_field.iloc[0]
        marks.append(
            {"part": "field", "y": y + LINE / 2, "tone": first["tone"], "words": first["field"]}
        )
        y += LINE + 4
        for level, lines in in_field.groupby("level", sort=False):
            agreed = bands[(bands["field_id"] == field_id) & (bands["level"] == level)]
            opens = key("pay", field_id, level, panel)
            made, y = _level(lines, agreed, opens, y, reach)
            marks += made
        y += 8
    return marks, int(y)


def _level(
    lines: pd.DataFrame,
    agreed: pd.DataFrame,
    opens: str,
    y: float,
    reach: tuple[float, float],
) -> tuple[list[Row], float]:
    first = lines.iloc[0]
    level = str(first["level"])
    common = {"tone": first["tone"], "key": opens, "tip": f"{first['field']}, {LEVELS[level]}"}
    end = y + LINE * len(lines)
    marks: list[Row] = [{**common, "part": "level", "y": y + LINE / 2, "words": LEVELS[level]}]
    for band in records(agreed.dropna(subset=["low", "high"])):
        marks.append(
            {**common, "part": "band", "x": band["low"], "x2": band["high"], "y": y, "y2": end}
        )
    for place, figure in enumerate(records(lines)):
        marks += _figure(figure, y + LINE * (place + 0.5), reach)
    if not agreed.empty:
        at = agreed["low"].min()
        at = lines[["low", "high"]].min(axis=None) if isnan(at) else at
        words = " and ".join(agreed["words"])
        marks.append({**common, "part": "agreed", "x": at, "y": end + LINE / 2 - 2, "words": words})
        end += LINE
    return marks, end + 4


def _figure(figure: Row, y: float, reach: tuple[float, float]) -> list[Row]:
    words, _, aside = figure["words"].partition(", said as ")
    note = f"{words} · said as {aside}" if aside else words
    common = {
        **{"y": y, "tone": figure["tone"], "whose": figure["whose"], "old": figure["old"]},
        **{"key": key("salary", figure["finding_id"]), "note": note},
        "tip": f"{figure['whose']} · {figure['person']}",
    }
    texts = [
        {**common, "part": "person", "words": f"{figure['whose']} · {figure['person']}"},
        {**common, "part": "said", "words": words + "*" * bool(aside)},
    ]
    return [*texts, *({**common, **mark} for mark in _range(figure, reach))]


def _range(figure: Row, reach: tuple[float, float]) -> list[Row]:
    low, high = float(figure["low"]), float(figure["high"])
    arrow = (reach[1] - reach[0]) * 0.05
    if isnan(high):
        head = {"part": "arrow", "x": low + arrow, "shape": "triangle-right"}
        return [{"part": "line", "x": low, "x2": low + arrow}, {"part": "cap", "x": low}, head]
    if isnan(low):
        head = {"part": "arrow", "x": high - arrow, "shape": "triangle-left"}
        return [{"part": "line", "x": high - arrow, "x2": high}, {"part": "cap", "x": high}, head]
    if low == high:
        return [{"part": "dot", "x": low}]
    caps: list[Row] = [{"part": "cap", "x": low}, {"part": "cap", "x": high}]
    return [{"part": "line", "x": low, "x2": high}, *caps]


def _openings(figures: pd.DataFrame, panel: str) -> tuple[Opening, ...]:
    groups = [
        Opening(
            key("pay", field_id, level, panel),
            f"{lines['field'].iloc[0]}, {LEVELS[str(level)].lower()} pay ({len(lines)} figures)",
            int(lines["person_id"].nunique()),
        )
        for (field_id, level), lines in figures.groupby(["field_id", "level"], sort=False)
    ]
    single = [
        Opening(
            key("salary", row["finding_id"]),
            f"{row['field']}, {LEVELS[row['level']].lower()}: {row['words']}, "
            f"{row['whose']}, {row['person']}",
            1,
        )
        for row in records(figures)
    ]
    return (*groups, *single)


def _table(figures: pd.DataFrame) -> pd.DataFrame:
    kept = {
        **{"field": "Field", "level": "Level", "person": "Person", "whose": "Whose"},
        **{"low": "From, a year", "high": "To, a year", "words": "In words", "old": "Old"},
    }
    return figures[list(kept)].rename(columns=kept).round(0)


@cache
def _spec() -> dict[str, Any]:
    chart = alt.layer(*layers()).properties(width="container", height=300)
    spec = compiled(chart)
    spec.setdefault("params", [])
    return spec
