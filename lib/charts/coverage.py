"""Who was asked about what: topics by field, answered of asked in each cell."""

from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts import grid
from lib.charts.base import Drawing, Opening, compiled, key
from lib.frames import records

NAMES = {
    "day to day": "Upsides, downsides",
    "skills": "Skills",
    "training": "Training",
    "path": "Career path",
    "pay": "Pay",
    "outlook": "Outlook",
    "whom next": "Whom else to ask",
}
FEWEST = 3
DARK, PALE = 0.62, 0.2


def topics_asked(cells: pd.DataFrame) -> Drawing:
    """field_id, field, tone, voices, topic, asked, answered: every field and topic once.

    Dark from three people who answered, pale below; a mark opens who was asked.
    """
    cells = cells.assign(name=cells["topic"].map(NAMES))
    openings = tuple(
        Opening(
            key("topic", row["field_id"], row["topic"]),
            f"{row['name']} in {row['field']} ({row['answered']} of {row['asked']} answered)",
            row["asked"],
        )
        for row in records(cells[cells["asked"] > 0])
    )
    return Drawing(_spec(), {"marks": _marks(cells)}, openings, table=_table(cells))


def _marks(cells: pd.DataFrame) -> pd.DataFrame:
    fields = cells.drop_duplicates("field_id").rename(columns={"voices": "count"})
    named = pd.DataFrame({"part": "label", "row": range(len(NAMES)), "name": NAMES.values()})
    drawn = _cells(cells, {field_id: col for col, field_id in enumerate(fields["field_id"])})
    shown = named if len(cells) else named.head(0)
    return pd.concat([grid.heads(fields), shown, drawn], ignore_index=True)


def _cells(cells: pd.DataFrame, place: dict[str, int]) -> pd.DataFrame:
    rows = {topic: row for row, topic in enumerate(NAMES)}
    asked, answered = cells["asked"].astype("str"), cells["answered"].astype("str")
    opens = "topic/" + cells["field_id"] + "/" + cells["topic"]
    return pd.DataFrame(
        {
            **{"part": "cell", "row": cells["topic"].map(rows)},
            **{"col": cells["field_id"].map(place), "k": cells["answered"], "n": cells["asked"]},
            "shade": (cells["answered"] >= FEWEST).map({True: DARK, False: PALE}),
            "words": answered + "/" + asked,
            "key": opens.where(cells["asked"] > 0, None),
            "tip": cells["name"] + " in " + cells["field"],
            **{"name": cells["name"], "field": cells["field"]},
            "said": (answered + " of " + asked).where(cells["asked"] > 0, "nobody was asked"),
        }
    )


def _table(cells: pd.DataFrame) -> pd.DataFrame:
    kept = {"field": "Field", "name": "Topic", "asked": "Asked", "answered": "Answered"}
    return cells[list(kept)].rename(columns=kept)


@cache
def _spec() -> dict[str, Any]:
    scale = alt.Scale(domain=[0, 1], range="heatmap")
    shade = alt.Color("shade:Q", scale=scale, legend=None)
    said = {"Topic": "name", "Field": "field", "Answered": "said"}
    labels = grid.labels("true", title="Topic")
    layers = [*grid.heading(), labels, *grid.cells(shade), grid.told(**said), grid.touch(**said)]
    return compiled(grid.stacked(layers))
