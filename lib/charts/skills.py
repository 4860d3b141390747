"""Which skills carry over: skills by field, named of asked in each cell."""

from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts import grid
from lib.charts.base import NARROW, Drawing, Opening, compiled, key, tone
from lib.frames import records


def skill_heatmap(cells: pd.DataFrame) -> Drawing:
    """skill_id, skill, mine, breadth, of_fields, field_id, field, tone, field_asked, voices, ...

    ..., asked, required: every skill and field once, rows in their order. The shade is the share
    of those asked, a ring means required, a tick mine; a mark opens who named the skill.
    """
    openings = tuple(
        Opening(
            key("skill", row["skill_id"], row["field_id"]),
            f"{row['skill']} in {row['field']} ({row['voices']} of {row['asked']})",
            row["voices"],
        )
        for row in records(cells[cells["voices"] > 0])
    )
    return Drawing(_spec(), {"marks": _marks(cells)}, openings, table=_table(cells))


def _marks(cells: pd.DataFrame) -> pd.DataFrame:
    fields = cells.drop_duplicates("field_id").rename(columns={"field_asked": "count"})
    skills = cells.drop_duplicates("skill_id")
    place = {field_id: col for col, field_id in enumerate(fields["field_id"])}
    rows = {skill_id: row for row, skill_id in enumerate(skills["skill_id"])}
    named = pd.DataFrame(
        {
            "part": "label",
            "row": skills["skill_id"].map(rows),
            "name": skills["skill"],
            "mine": skills["mine"],
            "reach": skills["breadth"].astype("str") + " of " + skills["of_fields"].astype("str"),
            "tip": skills["skill"],
        }
    )
    drawn = pd.DataFrame(
        {
            "part": "cell",
            "row": cells["skill_id"].map(rows),
            "col": cells["field_id"].map(place),
            "k": cells["voices"],
            "n": cells["asked"],
            "shade": grid.shade(cells["voices"], cells["asked"]),
            "ringed": cells["required"],
            "words": cells["voices"].astype("str") + "/" + cells["asked"].astype("str"),
            "key": "skill/" + cells["skill_id"] + "/" + cells["field_id"],
            "tip": cells["skill"] + " in " + cells["field"],
        }
    )
    return pd.concat([grid.heads(fields), named, drawn], ignore_index=True)


def _table(cells: pd.DataFrame) -> pd.DataFrame:
    kept = {
        **{"skill": "Skill", "mine": "I have it", "field": "Field", "voices": "Named it"},
        **{"asked": "Asked", "required": "Required", "breadth": "Fields that named it"},
    }
    return cells[list(kept)].rename(columns=kept)


@cache
def _spec() -> dict[str, Any]:
    scale = alt.Scale(domain=[0, 1], range="heatmap")
    shade = alt.Color("shade:Q", scale=scale, legend=None)
    ring = (
        grid.part("cell")
        .transform_filter("datum.ringed")
        .mark_rect(
            filled=False,
            strokeWidth=1.8,
            cornerRadius=10,
            height=21,
            width=alt.RelativeBandSize(band=0.62),
        )
    )
    tick = grid.part("label").transform_filter("datum.mine").mark_text(text="✓", align="left")
    reach = grid.part("label").transform_filter(f"!({NARROW})")
    return compiled(
        grid.stacked(
            [
                *grid.heading(),
                tick.encode(x=alt.value(0), y=grid.y(), color=tone("text")),
                grid.labels("datum.mine", indent=18, fontWeight=600),
                grid.labels("!datum.mine", indent=18),
                *grid.cells(shade),
                ring.encode(x=grid.x(), y=grid.y(), color=tone("text")),
                reach.mark_text(align="right", fontSize=13).encode(
                    x=alt.value(alt.ExprRef("width")),
                    y=grid.y(),
                    text="reach:N",
                    color=tone("quiet"),
                ),
                grid.touch(),
            ]
        )
    )
