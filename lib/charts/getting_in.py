"""Ways in: months and cost side by side as ranges, with who named them and whether required."""

from dataclasses import replace

import pandas as pd

from lib import money
from lib.charts import grid
from lib.charts.base import Drawing, Opening
from lib.charts.cut import TIMES_OF_WAYS, cut_at
from lib.charts.range_layers import HEAD, compiled_rows
from lib.charts.range_rows import Bar, Block, Line, Side, rows, ticks
from lib.frames import Row, records

TEXTS = ("Required", "Beside a job")
MONTHS = (1, 3, 6, 12, 24, 60, 120)
AXES = (("months",), ("cost", "old"))
"""Whose figures stand on each axis."""
OLD = 7.0
"""So far below the others old costs are drawn."""
STEPS = tuple(lead * 10**power for power in range(1, 10) for lead in (1, 2, 5))


def ways_in(ways: pd.DataFrame, fields: pd.DataFrame, *, currency: str = "USD") -> Drawing:
    """field_id, key, name, voices, asked, required, months_low, months_high, cost_low, ...

    ..., cost_high (in `currency`), old_low, old_high (costs older than three years), and less and
    more of each (an end left open), months_words, cost_words, cost_beside (old, or as it was
    said), required_words, alongside_words: one row a field and way in, in order. `required`:
    "filled" where people call it so, "half" where they differ, else "hollow". `fields`: field_id,
    field, tone, nothing (why it has no way in), in order. A way in opens who named it.
    """
    ways = grid.worded(ways)
    found = {str(field_id): records(rows) for field_id, rows in ways.groupby("field_id")}
    blocks = [
        Block(
            field=field["field"],
            tone=field["tone"],
            lines=tuple(_line(way, field["field"]) for way in found.get(field["field_id"], ())),
            nothing=field["nothing"],
        )
        for field in records(fields)
        if found
    ]
    months, cost = (_most(ways, *of)[0] for of in AXES)
    cuts = cut_in_words(ways, currency)
    sides = (
        Side(
            "Months" + f" (cut at {cuts.get('months')})" * ("months" in cuts),
            months,
            tuple((v, f"{v:g}") for v in ticks(months, MONTHS)),
        ),
        Side(
            "Cost" + f" (cut at {cuts.get('cost')})" * ("cost" in cuts),
            cost,
            tuple((v, money.short(v, currency)) for v in ticks(cost, STEPS, 4)),
        ),
    )
    return Drawing(
        compiled_rows(2, 148, (88, 96)),
        {"marks": rows(blocks, sides, TEXTS)},
        tuple(line.opening for block in blocks for line in block.lines),
        table=_table(ways, fields),
        head=HEAD,
    )


def cut_in_words(ways: pd.DataFrame, currency: str) -> dict[str, str]:
    """Where each axis that is cut ends, by "months" and "cost": the same at every width."""
    (months, long), (cost, dear) = (_most(ways, *of) for of in AXES)
    ends = {"months": (long, f"{months:g}"), "cost": (dear, money.short(cost, currency))}
    return {name: end for name, (cut, end) in ends.items() if cut}


def _most(ways: pd.DataFrame, *names: str) -> tuple[float, bool]:
    """Where the axis ends, and whether it is cut there, since something lies far beyond."""
    tops = [float(top) for name in names for top in ways[f"{name}_high"].dropna()]
    cut = cut_at(tops, TIMES_OF_WAYS)
    return (max([*tops, 1.0]), False) if cut is None else (max(cut, 1.0), True)


def _line(way: Row, field: str) -> Line:
    of = f"{way['voices']} of {way['of']}"
    months, cost, old = (_bar(way, name) for name in ("months", "cost", "old"))
    told = [way["cost_words"]] if way["cost_words"] != "not said" or not way["cost_beside"] else []
    return Line(
        opening=Opening(way["key"], f"{way['name']} in {field} ({of})", way["voices"]),
        name=way["name"],
        of=of,
        bars=((months,), (cost, replace(old, ends="hollow", thin=True, off=OLD))),
        said=(way["months_words"], "; ".join(filter(None, [*told, way["cost_beside"]]))),
        texts=(way["required_words"], way["alongside_words"]),
    )


def _bar(way: Row, name: str) -> Bar:
    low, high, less, more = (way[f"{name}_{part}"] for part in ("low", "high", "less", "more"))
    return Bar(low, high, less, more, ends=way["required"])


def _table(ways: pd.DataFrame, fields: pd.DataFrame) -> pd.DataFrame:
    names = dict(zip(fields["field_id"], fields["field"], strict=True))
    kept = {
        **{"field": "Field", "name": "Way in", "voices": "Named it", "of": "Asked"},
        **{"months_words": "Months", "cost_words": "Cost", "required_words": "Required"},
        **{"alongside_words": "Beside a job", "cost_beside": "Cost, older or as it was said"},
    }
    told = ways.assign(
        field=ways["field_id"].map(names).astype("str"), of=grid.counted(ways, "asked")
    )
    return told[list(kept)].rename(columns=kept)
