"""What a further conversation brings: expected new things, one bar a conversation, by field.

Side by side where there is room, else a row a field; both layouts lie in the data.
"""

from math import ceil
from typing import Any

import pandas as pd

from lib.charts.base import Drawing, Opening, key
from lib.charts.learning_layers import UNIT, compiled_layers
from lib.charts.names import counted, two_lines
from lib.frames import Row, records

LEAST, MOST, ABREAST = 5, 14, 30
"""Bars that a field's block has room for, at least and at most (more are drawn thinner); fewer
bars than `ABREAST` in all do not fill the width."""
GAP = 1.2
COLUMNS: dict[str, Any] = {
    **dict.fromkeys(("layout", "part", "tone", "words", "key", "field"), "object"),
    **dict.fromkeys(("verdict", "nth", "brings", "count"), "object"),
    **dict.fromkeys(("f0", "f1", "y", "y2", "need", "slot"), "float64"),
}


def further_interviews(points: pd.DataFrame) -> Drawing:
    """field_id, field, tone, m, new, verdict: new things expected from the m-th conversation.

    Bars start at zero; the first and the last are labelled; a field opens as a whole.
    """
    fields = [records(rows) for _, rows in points.groupby("field_id", sort=False)]
    marks = [*_side(fields), *_stack(fields)] if fields else []
    openings = tuple(
        Opening(
            key("things", rows[-1]["field_id"]),
            f"What was said in {rows[-1]['field']} ({counted(len(rows))})",
            len(rows),
        )
        for rows in fields
    )
    need = max(560, 96 * len(fields))
    frame = pd.DataFrame(marks, columns=list(COLUMNS)).assign(need=need).astype(COLUMNS)
    return Drawing(compiled_layers(), {"marks": frame}, openings, table=_table(points))


def _side(fields: list[list[Row]]) -> list[Row]:
    """The fields beside each other, their names above."""
    sizes = [min(max(len(rows), LEAST), MOST) for rows in fields]
    total = max(sum(sizes) + GAP * (len(sizes) - 1), ABREAST)
    tallest = max(row["new"] for rows in fields for row in rows)
    made, start = _space("side", 222), 0.0
    for rows, size in zip(fields, sizes, strict=True):
        f0, f1 = start / total, (start + size) / total
        beyond = min((start + size + GAP) / total, 1.0)
        made += [
            _mark("side", rows, part="area", f0=f0, f1=beyond, y=0, y2=222),
            _mark("side", rows, part="name", f0=f0, f1=f1, y=12, words=_name(rows)),
            _mark("side", rows, part="verdict", f0=f0, f1=f1, y=46, words=rows[0]["verdict"]),
            *_bars("side", rows, f0, f1, (202, 122 / max(tallest, 1e-9))),
        ]
        start += size + GAP
    return made


def _stack(fields: list[list[Row]]) -> list[Row]:
    """A row a field, its name at the left; bars of one width in all of them."""
    widest = max(8, *(min(len(rows), MOST) for rows in fields))
    tallest = max(row["new"] for rows in fields for row in rows)
    made = _space("stack", 84 * len(fields))
    for place, rows in enumerate(fields):
        top = 84 * place
        size = min(len(rows), MOST) / widest
        made += [
            _mark("stack", rows, part="area", f0=0, f1=1, y=top, y2=top + 78),
            _mark("stack", rows, part="name", y=top + 20, words=_name(rows)),
            _mark("stack", rows, part="verdict", y=top + 54, words=rows[0]["verdict"]),
            *_bars("stack", rows, 0, size, (top + 62, 44 / max(tallest, 1e-9))),
        ]
    return made


def _name(rows: list[Row]) -> str:
    return two_lines(rows[0]["field"], alone=8)


def _space(layout: str, tall: int) -> list[Row]:
    """What gives the chart its height."""
    return [{"layout": layout, "part": "space", "slot": slot} for slot in range(ceil(tall / UNIT))]


def _mark(layout: str, rows: list[Row], **at: object) -> Row:
    """A mark of a field, with what its tooltip says and what it opens."""
    first = rows[0]
    return {
        **{"layout": layout, "field": first["field"], "verdict": first["verdict"]},
        **{"key": key("things", first["field_id"]), "count": counted(len(rows)), **at},
    }


def _bars(
    layout: str, rows: list[Row], f0: float, f1: float, scale: tuple[float, float]
) -> list[Row]:
    """A bar a conversation from `f0` on, figures over the first and the last, counted below."""
    base, unit = scale
    count = len(rows)
    step = (f1 - f0) / (max(count, LEAST) if layout == "side" else count)
    numbered = _numbered(count)
    made: list[Row] = []
    for place, row in enumerate(rows):
        at = {"f0": f0 + step * (place + 0.04), "f1": f0 + step * (place + 0.96)}
        top, said = base - row["new"] * unit, _rounded(row["new"])
        told = {"tone": row["tone"], "nth": f"{row['m']} of {count}", "brings": said}
        made.append(_mark(layout, rows, part="bar", y=top, y2=base, **at, **told))
        if place in (0, count - 1):
            made.append(_mark(layout, rows, part="figure", y=top - 7, words=said, **at))
        if row["m"] in numbered:
            made.append(_mark(layout, rows, part="number", y=base + 9, words=str(row["m"]), **at))
    return made


def _numbered(count: int) -> set[int]:
    """The conversations whose number is written: all, or the ends and round ones between."""
    if count <= MOST:
        return set(range(1, count + 1))
    every = next(round_one for round_one in (5, 10, 20, 50, count) if round_one * MOST / count > 2)
    between = range(every, count, every)
    return {1, count, *(m for m in between if count - m > every / 2)}


def _rounded(new: float) -> str:
    """With one decimal at most; what is left of a little is not nothing."""
    return "<0.1" if 0 < new < 0.05 else f"{new:.1f}".removesuffix(".0")


def _table(points: pd.DataFrame) -> pd.DataFrame:
    kept = {"field": "Field", "m": "Conversation", "new": "New things expected"}
    return points[list(kept)].rename(columns=kept).round(2)
