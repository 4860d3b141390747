"""What is paid: a line a figure by field and level, and where they agree behind them."""

from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.base import Drawing, Opening, compiled
from lib.charts.pay_axis import reach
from lib.charts.pay_layers import AXIS, layers
from lib.charts.pay_places import Group, grouped, official_of, placed
from lib.frames import Row, records

TYPES: dict[str, Any] = {
    **dict.fromkeys(("part", "tone", "words", "brief", "whose", "shape", "key"), "object"),
    **dict.fromkeys(("tip", "said", "aloud"), "object"),
    **dict.fromkeys(("x", "x2", "push", "y", "tall", "turned"), "float64"),
    "old": "bool",
}


def salary_ranges(
    figures: pd.DataFrame,
    bands: pd.DataFrame,
    strips: pd.DataFrame | None = None,
    *,
    official: pd.DataFrame | None = None,
    panel: str = "",
    symbol: str = "$",
) -> Drawing:
    """finding_id, field_id, field, tone, person_id, person, level, whose, low, high, words, old.

    `low` and `high` a year in one currency, whose sign is `symbol` (NaN: open end); `bands`:
    field_id, level, low, high (NaN: none), words. Fields in their order. A line opens its
    figure; a band, its words or its level's name open all figures of the level; `panel` is
    the last part of their keys, where figures stand in several panels. `strips` (columns:
    `pay_strips.COLUMNS`) stand in place of the lines of their field and level. `official`:
    field_id, low, high, median (NaN: open, or none), words, middle, behind all of a field.
    """
    known, known_officially = ([] if rows is None else records(rows) for rows in (strips, official))
    groups = grouped(records(figures), records(bands), panel, known)
    grey = official_of(groups, known_officially)
    drawn = [figure for group in groups for figure in group.figures]
    met = [band for group in groups for band in group.bands]
    marks, height = placed(groups, reach(drawn, met, list(grey.values())), grey, symbol)
    frame = pd.DataFrame(marks, columns=list(TYPES))
    frame["old"] = frame["old"].eq(True)
    data = {"marks": frame.astype(TYPES)}
    spec = {**_spec(), "params": [*_spec()["params"], {"name": "symbol", "value": symbol}]}
    return Drawing(spec, data, _openings(groups), height, _table(groups, grey), AXIS)


@cache
def _spec() -> dict[str, Any]:
    return compiled(alt.layer(*layers()).properties(width="container", height=300))


def _openings(groups: list[Group]) -> tuple[Opening, ...]:
    """Each level with all its figures, then each figure."""
    levels = [Opening(group.key, group.aloud, group.people) for group in groups]
    figures = [
        Opening(figure["key"], figure["aloud"], 1)
        for group in groups
        if not group.strip
        for figure in group.figures
    ]
    return (*levels, *figures)


def _table(groups: list[Group], grey: dict[str, Row]) -> pd.DataFrame:
    rows: list[Row] = [
        {
            **{"Field": group.field, "Level": group.level, "Person": figure["person"]},
            **{"Whose": figure["whose"], "From, a year": figure["low"]},
            **{"To, a year": figure["high"], "In words": figure["words"]},
            **{"Older than three years": figure["old"], "They agree": group.agreed},
            "Official figures": _in_words(grey.get(group.field_id)),
        }
        for group in groups
        for figure in group.figures
    ]
    columns = ["Field", "Level", "Person", "Whose", "From, a year", "To, a year", "In words"]
    columns += ["Older than three years", "They agree", "Official figures"]
    table = pd.DataFrame(rows, columns=columns)
    return table.round({"From, a year": 0, "To, a year": 0})


def _in_words(official: Row | None) -> str:
    return "" if official is None else f"{official['words']}, {official['middle']}"
