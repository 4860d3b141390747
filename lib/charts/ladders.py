"""Where careers lead: a field's steps in order, when each is reached, and what it pays."""

import pandas as pd

from lib.charts import grid
from lib.charts.base import Drawing, Opening
from lib.charts.range_layers import HEAD, compiled_rows
from lib.charts.range_rows import Bar, Block, Line, Side, rows, ticks
from lib.frames import Row, records

YEARS = (1, 2, 5, 10, 20)
APART = 8
"""Pixels between the lines of people who stand each by themselves."""


def ladders(steps: pd.DataFrame, reached: pd.DataFrame, fields: pd.DataFrame) -> Drawing:
    """field_id, key, position, name, voices, asked, years_words, pay_words, until_words.

    One row a field and title, in order. `reached`: key, low, high, less, more, thin: the years in
    the field at which the step is reached; several thin ones where people stand each by
    themselves. `fields`: field_id, field, tone, nothing (why it has no steps), in order. A step
    opens who named it.
    """
    bars = {str(at): _bars(records(lines)) for at, lines in reached.groupby("key", sort=False)}
    steps = grid.worded(steps)
    found = {str(field_id): records(rows) for field_id, rows in steps.groupby("field_id")}
    blocks = [
        Block(
            field=field["field"],
            tone=field["tone"],
            lines=tuple(
                _line(row, field["field"], bars) for row in found.get(field["field_id"], ())
            ),
            nothing=field["nothing"],
        )
        for field in records(fields)
        if found
    ]
    most = max(float(reached["high"].max()), 1.0) if len(reached) else 1.0
    years = Side("Years in the field", most, tuple((v, f"{v:g}") for v in ticks(most, YEARS, 8)))
    return Drawing(
        compiled_rows(1, 190, (200,)),
        {"marks": rows(blocks, (years,), ("Pay a year",))},
        tuple(line.opening for block in blocks for line in block.lines),
        table=_table(steps, fields),
        head=HEAD,
    )


def _bars(lines: list[Row]) -> tuple[Bar, ...]:
    middle = (len(lines) - 1) / 2
    return tuple(
        Bar(
            *(line["low"], line["high"], line["less"], line["more"]),
            thin=line["thin"],
            off=(place - middle) * APART,
        )
        for place, line in enumerate(lines)
    )


def _line(step: Row, field: str, bars: dict[str, tuple[Bar, ...]]) -> Line:
    of = f"{step['voices']} of {step['of']}"
    return Line(
        opening=Opening(step["key"], f"{step['name']} in {field} ({of})", step["voices"]),
        name=f"{step['position']}  {step['name']}",
        of=of,
        bars=(bars.get(step["key"], ()),),
        said=(step["years_words"],),
        texts=(step["pay_words"],),
    )


def _table(steps: pd.DataFrame, fields: pd.DataFrame) -> pd.DataFrame:
    names = dict(zip(fields["field_id"], fields["field"], strict=True))
    kept = {
        **{"field": "Field", "position": "Step", "name": "Title", "voices": "Named it"},
        **{"of": "Asked", "years_words": "Reached", "until_words": "Until the next"},
        "pay_words": "Pay a year",
    }
    told = steps.assign(
        field=steps["field_id"].map(names).astype("str"), of=grid.counted(steps, "asked")
    )
    return told[list(kept)].rename(columns=kept)
