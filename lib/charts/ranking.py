"""How often each field comes first, second, third ... if one weighs differently.

A row a field; bars as high as the share of draws, hatched where too few people stand behind it.
Heights are worked out here, in pixels; what depends on the width is in `ranking_layers`.
"""

from typing import Any

import pandas as pd

from lib.charts.base import Drawing, Opening
from lib.charts.names import counted, short
from lib.charts.ranking_layers import UNIT, compiled_ranks
from lib.frames import Row, records

MOST = 46
HEAD = 30
ROWS = {"wide": 84, "slim": 106}
STRIPES = 70
TYPES: dict[str, Any] = {
    **dict.fromkeys(("layout", "part", "tone", "words", "key", "tip", "told"), "object"),
    **dict.fromkeys(("col", "of", "y", "tall", "stripe", "slot"), "float64"),
}
PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")


def ranks(shares: pd.DataFrame) -> Drawing:
    """field_id, field, tone, people, thin, key, rank, share: every field and rank, in order.

    Rank 0 is the first; `thin` where too few people stand behind the field. A field opens all
    that was said in it.
    """
    fields = [records(rows) for _, rows in shares.groupby("field_id", sort=False)]
    marks = [mark for layout in ROWS for mark in _laid_out(layout, fields)]
    frame = pd.DataFrame(marks, columns=list(TYPES)).astype(TYPES)
    openings = tuple(
        Opening(
            first["key"], f"{first['field']} ({counted(first['people'])})", int(first["people"])
        )
        for first, *_ in fields
    )
    return Drawing(compiled_ranks(), {"marks": frame}, openings, table=_table(shares))


def in_ten(share: float) -> str:
    """A share of the draws under its bar."""
    if share in (0, 1):
        return "always" if share else "never"
    return {0: "< 1 in 10", 10: "> 9 in 10"}.get(round(share * 10), f"{round(share * 10)} in 10")


def _laid_out(layout: str, fields: list[list[Row]]) -> list[Row]:
    if not fields:
        return []
    marks: list[Row] = [
        {"part": "head", "words": PLACES[place], "col": place, "y": 12}
        for place in range(len(fields))
    ]
    for place, rows in enumerate(fields):
        top = HEAD + place * ROWS[layout]
        marks += _field(layout, rows, top)
    high = HEAD + len(fields) * ROWS[layout]
    marks += [{"part": "space", "slot": slot} for slot in range(-(-high // UNIT))]
    return [{"layout": layout, "of": len(fields), **mark} for mark in marks]


def _field(layout: str, rows: list[Row], top: float) -> list[Row]:
    """The name, a line to stand on, a bar and its words for each rank; all of it opens."""
    base = top + ROWS[layout] - 8
    name = base - 24 if layout == "wide" else top + 14
    first = rows[0]
    told = ", ".join(f"{PLACES[row['rank']]} {in_ten(row['share'])}" for row in rows)
    marks: list[Row] = [
        {"part": "name", "words": short(first["field"], 28), "y": name},
        {"part": "square", "tone": first["tone"], "y": name},
        {"part": "people", "words": counted(first["people"]), "y": name + 17},
    ]
    for row in rows:
        tall = row["share"] * MOST
        here = {"col": row["rank"], "y": base, "tall": max(tall, 1.5) if tall else 0.0}
        marks.append({"part": "line", **here})
        marks.append({"part": "words", **here, "words": in_ten(row["share"])})
        if tall:
            part = "thin" if first["thin"] else "bar"
            marks.append({"part": part, "tone": first["tone"], **here})
        if tall and first["thin"]:
            stripes = range(STRIPES // len(rows) + 8)
            marks += [
                {"part": "stripe", "tone": first["tone"], **here, "stripe": one} for one in stripes
            ]
    opens = {"key": first["key"], "tip": first["field"], "told": told}
    return [*marks, {"part": "touch", **opens, "y": base, "tall": ROWS[layout] - 12}]


def _table(shares: pd.DataFrame) -> pd.DataFrame:
    table = shares.assign(
        rank=shares["rank"].astype("int64") + 1,
        share=shares["share"].astype("float64").round(3),
        thin=shares["thin"].map({True: "fewer than three", False: ""}),
    )
    kept = {
        **{"field": "Field", "people": "People", "rank": "Rank", "share": "Share of draws"},
        "thin": "Too few people",
    }
    return table[list(kept)].rename(columns=kept)
