"""Each field's value by each criterion: a bar as far as it spreads, on one scale from 0 to 100."""

import pandas as pd

from lib.charts.base import Drawing, Opening
from lib.charts.names import counted
from lib.charts.range_layers import HEAD, compiled_rows
from lib.charts.range_rows import Bar, Block, Line, Side, rows
from lib.frames import Row, records

MARKED = ((0.0, "0"), (0.5, "50"), (1.0, "100"))


def weighed_values(values: pd.DataFrame) -> Drawing:
    """criterion, heading, name, field_id, field, tone, people, told, mean, spread, key.

    A row a criterion and field, in order; mean and spread from 0 to 1. A line opens who told it.
    """
    blocks = [
        Block(str(lines["heading"].iloc[0]), "", tuple(_line(row) for row in records(lines)))
        for _, lines in values.groupby("criterion", sort=False)
    ]
    opened = (line.opening for block in blocks for line in block.lines)
    return Drawing(
        compiled_rows(1, 110, (250,)),
        {"marks": rows(blocks, (Side("Value", 1.0, MARKED),), ("What was told",))},
        tuple(opening for opening in opened if opening.people),
        table=_table(values),
        head=HEAD,
    )


def _line(row: Row) -> Line:
    mean, spread = row["mean"], row["spread"]
    words = f"{100 * mean:.0f}" + (f" ± {100 * spread:.0f}" if spread else "")
    bar = Bar(max(mean - spread, 0.0), min(mean + spread, 1.0))
    people = counted(row["people"]) if row["people"] else ""
    label = f"{row['name']} in {row['field']} ({words}, {people})"
    return Line(
        opening=Opening(row["key"], label, row["people"]),
        name=row["field"],
        of=people,
        bars=((bar,),),
        said=(words,),
        texts=(row["told"],),
        tone=row["tone"],
    )


def _table(values: pd.DataFrame) -> pd.DataFrame:
    table = values.assign(
        mean=(100 * values["mean"].astype("float64")).round(1),
        spread=(100 * values["spread"].astype("float64")).round(1),
    )
    kept = {
        **{"name": "Criterion", "field": "Field", "mean": "Value", "spread": "Spread"},
        **{"told": "What was told", "people": "People", "heading": "Scale"},
    }
    return table[list(kept)].rename(columns=kept)
