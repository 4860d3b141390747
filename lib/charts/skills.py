"""Which skills carry over: skills by field, named of asked in each cell."""

from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts import grid
from lib.charts.base import NARROW, Drawing, Opening, at, compiled, key, look_of, tone
from lib.charts.marks import part
from lib.frames import records

EDGE = f"(({NARROW}) ? width : width - 70)"
"""The cells end here; beside them stands in how many fields a skill was named."""
BESIDE = f"scale('x', datum.last) + {grid.BAND} + 14"


def skill_heatmap(cells: pd.DataFrame) -> Drawing:
    """skill_id, skill, mine, breadth, of_fields, field_id, field, tone, field_asked, voices, ...

    ..., asked, required: every skill and field once, rows in their order. The shade is the share
    of those asked, a ring means required, a tick mine; a mark opens who named the skill.
    """
    cells = grid.worded(cells)
    openings = tuple(
        Opening(
            key("skill", row["skill_id"], row["field_id"]),
            f"{row['skill']} in {row['field']} ({row['voices']} of {row['of']})",
            row["voices"],
        )
        for row in records(cells[cells["voices"] > 0])
    )
    return Drawing(_spec(), {"marks": _marks(cells)}, openings, table=_table(cells), head=grid.ROW)


def _marks(cells: pd.DataFrame) -> pd.DataFrame:
    fields = cells.drop_duplicates("field_id").rename(columns={"field_asked": "count"})
    skills = cells.drop_duplicates("skill_id")
    place = {field_id: col for col, field_id in enumerate(fields["field_id"])}
    rows = {skill_id: row for row, skill_id in enumerate(skills["skill_id"])}
    drawn = [grid.heads(fields), _labels(skills, len(fields)), _cells(cells, place, rows)]
    return pd.concat(drawn, ignore_index=True)


def _labels(skills: pd.DataFrame, fields: int) -> pd.DataFrame:
    """The names with their reach at the right, under its heading."""
    reach = skills["breadth"].astype("str") + " of " + skills["of_fields"].astype("str")
    named = pd.DataFrame(
        {
            **{"part": "label", "row": range(len(skills)), "name": skills["skill"].to_numpy()},
            **{"mine": skills["mine"].to_numpy(), "reach": reach.to_numpy(), "last": fields - 1},
        }
    )
    corner = pd.DataFrame(
        [{"part": "corner", "row": -1, "reach": "Fields", "last": fields - 1}] if fields else []
    )
    return pd.concat([corner, named], ignore_index=True)


def _cells(cells: pd.DataFrame, place: dict[str, int], rows: dict[str, int]) -> pd.DataFrame:
    voices = cells["voices"].astype("str")
    opens = "skill/" + cells["skill_id"] + "/" + cells["field_id"]
    said = (voices + " of " + cells["of"]).where(cells["asked"] > 0, "nobody was asked")
    return pd.DataFrame(
        {
            **{"part": "cell", "row": cells["skill_id"].map(rows)},
            **{"col": cells["field_id"].map(place), "k": cells["voices"], "n": cells["asked"]},
            "shade": grid.shade(cells["voices"], cells["asked"]),
            "ringed": cells["required"],
            "words": voices + "/" + grid.short(cells["of"]),
            "key": opens.where(cells["voices"] > 0, None),
            "tip": cells["skill"] + " in " + cells["field"],
            **{"name": cells["skill"], "field": cells["field"]},
            "said": said.where(~cells["required"].astype("bool"), said + ", required"),
        }
    )


def _table(cells: pd.DataFrame) -> pd.DataFrame:
    cells = cells.assign(of=grid.counted(cells, "asked"))
    kept = {
        **{"skill": "Skill", "mine": "I have it", "field": "Field", "voices": "Named it"},
        **{"of": "Asked", "required": "Required", "breadth": "Fields that named it"},
    }
    return cells[list(kept)].rename(columns=kept)


@cache
def _spec() -> dict[str, Any]:
    scale = alt.Scale(domain=[0, 1], range="heatmap")
    shade = alt.Color("shade:Q", scale=scale, legend=None)
    said = {"name": "Skill", "field": "Field", "said": "Named by"}
    layers = [
        *grid.heading(EDGE),
        *_names(),
        *grid.cells(shade, EDGE),
        _ring(),
        *_reach(),
        grid.told(EDGE, **said),
        grid.touch(EDGE, **said),
    ]
    return compiled(grid.stacked(layers))


def _names() -> list[alt.Chart]:
    tick = part("label").transform_filter("datum.mine")
    return [
        tick.mark_text(text="✓", align="left", tooltip=None).encode(
            x=alt.value(0), y=grid.y(), color=tone("text")
        ),
        grid.labels("datum.mine", indent=18, title="Skill, and you have it", fontWeight=600),
        grid.labels("!datum.mine", indent=18, title="Skill"),
    ]


def _ring() -> alt.Chart:
    """Required: a ring as wide as its figures, on a telephone as its cell."""
    width = look_of(f"min(58, {grid.BAND} - 3)")
    look: dict[str, Any] = {"filled": False, "strokeWidth": 1.8, "tooltip": None}
    ring = part("cell").transform_filter("datum.ringed")
    return ring.mark_rect(cornerRadius=10, height=21, width=width, **look).encode(
        x=grid.x(EDGE), y=grid.y(), color=tone("text")
    )


def _reach() -> list[alt.Chart]:
    """In how many fields a skill was named, beside the last of them; not on a telephone."""
    return [
        part(name, when=f"!({NARROW})")
        .mark_text(align="left", fontSize=13, dy=dy, tooltip=None)
        .encode(x=at(BESIDE), y=grid.y(), text="reach:N", color=tone("quiet"))
        for name, dy in (("corner", 3), ("label", 0))
    ]
