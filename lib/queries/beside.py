"""What was said beside a thing: how much a skill matters, what a way in costs, when a step comes.

A link with a threshold has such an answer where enough people of the field gave it, and figures
where enough of them named one; what fewer said stands as if it had not been said.
"""

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, and_, case, or_

from lib.access.viewer import Share, Viewer
from lib.findings import BY_TABLE
from lib.model.findings import Finding
from lib.queries.threshold import alike_by_enough


def beside(viewer: Viewer, finding: type[Finding], name: str) -> Any:
    """The column; for a link without what too few people said."""
    column = getattr(finding, name)
    if not isinstance(viewer, Share) or viewer.threshold == 1:
        return column
    kind = BY_TABLE[finding]
    if name in kind.beside:
        return case((alike_by_enough(viewer, finding, column), column), else_=kind.beside[name])
    for ends, units in kind.pairs:
        if name in ends:
            return case((_named_by_enough(viewer, finding, ends, units), column))
    return column


def _named_by_enough(
    viewer: Share, finding: type[Finding], ends: tuple[str, ...], units: tuple[str, ...]
) -> ColumnElement[bool]:
    """Enough people named a figure that can be drawn beside this one."""
    low, high = (getattr(finding, end) for end in ends)
    named = or_(low.is_not(None), high.is_not(None))
    placed = [_placed(getattr(finding, unit)) for unit in units]
    return and_(named, alike_by_enough(viewer, finding, *placed, where=[named]))


def _placed(unit: Any) -> ColumnElement[bool]:
    return and_(unit.is_not(None), unit != "unstated")


def still_by_enough(
    viewer: Viewer, rows: pd.DataFrame, finding: type[Finding], *group: str
) -> pd.DataFrame:
    """The same once the later answer of each person stands: an earlier one no longer counts.

    `group` holds the columns of `rows` that stand for the same thing.
    """
    if not isinstance(viewer, Share) or viewer.threshold == 1:
        return rows
    shown = rows.copy()
    kind = BY_TABLE[finding]
    for name, none in kind.beside.items():
        if name in rows:
            few = _few(viewer, rows, [*group, name])
            shown.loc[few, name] = none
    for ends, units in kind.pairs:
        held = [name for name in (*ends, *units) if name in rows]
        if not set(ends) <= set(held):
            continue
        marks = {f"_{unit}": rows[unit].isin(["", "unstated"]) for unit in units if unit in rows}
        named = rows[list(ends)].notna().any(axis=1)
        marked = rows.assign(_named=named, **marks)
        few = _few(viewer, marked, [*group, "_named", *marks])
        shown.loc[few, list(ends)] = float("nan")
    return shown


def _few(viewer: Share, rows: pd.DataFrame, group: list[str]) -> "pd.Series[bool]":
    people = rows.groupby(group, dropna=False)["person_id"].transform("nunique")
    return people < viewer.threshold
