"""Who was asked about what: topics by field, answered of asked in each cell."""

from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts import grid
from lib.charts.base import Drawing, Opening, compiled, key
from lib.frames import records
from lib.statistics import FEWEST

NAMES = {
    "day to day": "Upsides, downsides",
    "skills": "Skills",
    "training": "Training",
    "path": "Career path",
    "pay": "Pay",
    "outlook": "Outlook",
    "whom next": "Whom else to ask",
}
DARK, PALE = 0.62, 0.2


def topics_asked(cells: pd.DataFrame) -> Drawing:
    """field_id, field, tone, voices, topic, asked, answered, of: every field and topic once.

    `of` are those asked in words; where these are `at most 6`, a mark opens who answered.

    Dark from three people who answered, pale below; a mark opens who was asked.
    """
    cells = grid.worded(cells.assign(name=cells["topic"].map(NAMES)))
    openings = tuple(
        Opening(
            key("topic", row["field_id"], row["topic"]),
            f"{row['name']} in {row['field']} ({row['answered']} of {row['of']} answered)",
            row["asked"] if row["of"] == str(row["asked"]) else row["answered"],
        )
        for row in records(cells[_opens(cells)])
    )
    return Drawing(_spec(), {"marks": _marks(cells)}, openings, table=_table(cells), head=grid.ROW)


def _marks(cells: pd.DataFrame) -> pd.DataFrame:
    fields = cells.drop_duplicates("field_id").rename(columns={"voices": "count"})
    named = pd.DataFrame({"part": "label", "row": range(len(NAMES)), "name": NAMES.values()})
    drawn = _cells(cells, {field_id: col for col, field_id in enumerate(fields["field_id"])})
    shown = named if len(cells) else named.head(0)
    return pd.concat([grid.heads(fields), shown, drawn], ignore_index=True)


def _cells(cells: pd.DataFrame, place: dict[str, int]) -> pd.DataFrame:
    rows = {topic: row for row, topic in enumerate(NAMES)}
    answered = cells["answered"].astype("str")
    opens = "topic/" + cells["field_id"] + "/" + cells["topic"]
    return pd.DataFrame(
        {
            **{"part": "cell", "row": cells["topic"].map(rows)},
            **{"col": cells["field_id"].map(place), "k": cells["answered"], "n": cells["asked"]},
            "shade": (cells["answered"] >= FEWEST).map({True: DARK, False: PALE}),
            "words": answered + "/" + grid.short(cells["of"]),
            "key": opens.where(_opens(cells), None),
            "tip": cells["name"] + " in " + cells["field"],
            **{"name": cells["name"], "field": cells["field"]},
            "said": (answered + " of " + cells["of"]).where(cells["asked"] > 0, "nobody was asked"),
        }
    )


def _opens(cells: pd.DataFrame) -> "pd.Series[bool]":
    """Where somebody was asked; where only "at most" so many are known, where somebody answered."""
    rounded = cells["of"] != cells["asked"].astype("str")
    return (cells["asked"] > 0) & (~rounded | (cells["answered"] > 0))


def _table(cells: pd.DataFrame) -> pd.DataFrame:
    kept = {"field": "Field", "name": "Topic", "of": "Asked", "answered": "Answered"}
    cells = cells.assign(of=grid.counted(cells, "asked"))
    return cells[list(kept)].rename(columns=kept)


@cache
def _spec() -> dict[str, Any]:
    scale = alt.Scale(domain=[0, 1], range="heatmap")
    shade = alt.Color("shade:Q", scale=scale, legend=None)
    said = {"name": "Topic", "field": "Field", "said": "Answered"}
    labels = grid.labels("true", title="Topic")
    layers = [*grid.heading(), labels, *grid.cells(shade), grid.told(**said), grid.touch(**said)]
    return compiled(grid.stacked(layers))
