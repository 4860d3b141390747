"""What is good, what is hard: a dot a person and theme in its field's colour, hard to the left."""

from functools import cache
from typing import Any

import altair as alt
import pandas as pd

from lib.charts import grid
from lib.charts.base import NARROW, Drawing, Opening, at, compiled, key, tone
from lib.charts.marks import PRESSED, opening, part, words
from lib.charts.names import short
from lib.frames import Row, records
from lib.text import digest

LINE, TOP, ABREAST = 30, 34, 3
SIDES = {"downside": "hard", "upside": "good"}
HALF = f"(({NARROW}) ? 62 : 108)"
PITCH = f"min(14, (width / 2 - {HALF} - 26) / datum.most)"
COLUMNS = (
    *("part", "row", "y", "sign", "place", "most", "tone", "words", "key", "tip", "person", "f0"),
)


def aspects_told(dots: pd.DataFrame, fields: pd.DataFrame) -> Drawing:
    """`dots`: theme, side, field, tone, person_id, person: a person once a field, side and theme.

    `fields`: field, tone, for the legend. A side of a theme opens who said so.
    """
    themes = list(dict.fromkeys(dots["theme"]))
    counts = dots.groupby(["theme", "side"], sort=False).size()
    most = max(int(counts.max()) if len(counts) else 1, 1)
    marks = [mark for row, theme in enumerate(themes) for mark in _row(row, theme, dots, most)]
    height = TOP + LINE * max(len(themes), 1)
    if marks:
        marks += [
            {"part": "side", "y": 12.0, "sign": sign, "words": words}
            for sign, words in ((-1, "hard"), (1, "good"))
        ]
        marks += _legend(fields, height + 18)
        height += 18 + 22 * -(-len(fields) // ABREAST)
    frame = pd.DataFrame(marks, columns=list(COLUMNS))
    numbers = dict.fromkeys(("row", "y", "sign", "place", "most", "f0"), "float64")
    data = {"marks": frame.astype(numbers)}
    return Drawing(_spec(), data, _openings(dots), height, _table(dots))


def _row(row: int, theme: str, dots: pd.DataFrame, most: int) -> list[Row]:
    y = TOP + LINE * (row + 0.5)
    marks: list[Row] = [{"part": "theme", "y": y, "words": theme, "tip": theme}]
    for side, word in SIDES.items():
        here = dots[(dots["theme"] == theme) & (dots["side"] == side)]
        common = {"y": y, "sign": -1 if side == "downside" else 1, "most": most, "tip": theme}
        marks += [
            {**common, "part": "dot", "place": place, "tone": dot["tone"], "person": dot["person"]}
            for place, dot in enumerate(records(here))
        ]
        people = here["person_id"].nunique()
        marks.append({**common, "part": "count", "place": len(here), "words": str(people)})
        if people:
            opens = key("theme", side, digest(theme))
            aloud = f"{theme}: {word} for {people}"
            marks.append({**common, "part": "touch", "row": row, "key": opens, "words": aloud})
    return marks


def _legend(fields: pd.DataFrame, y: float) -> list[Row]:
    return [
        {
            **{"part": "legend", "y": y + 22 * (place // ABREAST), "tone": field["tone"]},
            **{"f0": (place % ABREAST) / ABREAST, "words": short(field["field"], 24)},
        }
        for place, field in enumerate(records(fields))
    ]


def _openings(dots: pd.DataFrame) -> tuple[Opening, ...]:
    return tuple(
        Opening(
            key("theme", side, digest(str(theme))),
            f"{theme}: {SIDES[str(side)]} ({here['person_id'].nunique()} people)",
            int(here["person_id"].nunique()),
        )
        for (theme, side), here in dots.groupby(["theme", "side"], sort=False)
    )


def _table(dots: pd.DataFrame) -> pd.DataFrame:
    kept = {"theme": "Theme", "side": "Side", "field": "Field", "person": "Person"}
    return dots[list(kept)].rename(columns=kept)


@cache
def _spec() -> dict[str, Any]:
    y = alt.Y("y:Q", axis=None, scale=None)
    spot = at(f"width / 2 + datum.sign * ({HALF} + (datum.place + 0.5) * {PITCH})")
    end = at(f"width / 2 + datum.sign * ({HALF} + datum.place * {PITCH} + 12)")
    limit = alt.ExprRef(f"2 * {HALF} - 6")
    who = [alt.Tooltip("person:N", title="Person"), alt.Tooltip("tip:N", title="Theme")]
    left = at("datum.sign < 0 ? 0 : width / 2")
    right = at("datum.sign < 0 ? width / 2 : width")
    beside = alt.ExprRef(f"width / {ABREAST} - 22")
    side = at(f"width / 2 + datum.sign * ({HALF} + 20)")
    above, below = at(f"datum.y - {LINE / 2}"), at(f"datum.y + {LINE / 2}")
    touch = part("touch").mark_rect(**PRESSED).encode(x=left, x2=right, y=above, y2=below)
    layers = [
        words(part("side"), side, y, align="center", fontSize=14, fontWeight=600),
        words(part("theme"), at("width / 2"), y, align="center", limit=limit),
        words(part("count"), end, y, "quiet", align="center"),
        opening(touch, {"words": "Here"}, aloud="words"),
        part("dot")
        .mark_circle(size=alt.ExprRef(f"({NARROW}) ? 34 : 70"), opacity=1)
        .encode(x=spot, y=y, color=tone("tone"), tooltip=who),
        part("legend")
        .mark_circle(size=70, opacity=1, tooltip=None)
        .encode(x=at("datum.f0 * width + 6"), y=y, color=tone("tone")),
        words(part("legend"), at("datum.f0 * width + 16"), y, limit=beside),
    ]
    return compiled(alt.layer(*layers).properties(width="container", height=300))


def outlook_told(cells: pd.DataFrame) -> Drawing:
    """field_id, field, tone, count, direction, voices, asked: every field and direction once."""
    cells = grid.worded(cells)
    rows = {direction: row for row, direction in enumerate(dict.fromkeys(cells["direction"]))}
    fields = cells.drop_duplicates("field_id")
    place = {field_id: col for col, field_id in enumerate(fields["field_id"])}
    named = pd.DataFrame({"part": "label", "row": rows.values(), "name": rows.keys()})
    drawn = pd.DataFrame(
        {
            **{"part": "cell", "row": cells["direction"].map(rows)},
            **{"col": cells["field_id"].map(place), "k": cells["voices"], "n": cells["asked"]},
            "shade": grid.shade(cells["voices"], cells["asked"]),
            "words": cells["voices"].astype("str") + "/" + grid.short(cells["of"]),
            "key": "outlook/" + cells["field_id"] + "/" + cells["direction"],
            "tip": cells["direction"] + ", " + cells["field"],
        }
    )
    data = {"marks": pd.concat([grid.heads(fields), named, drawn], ignore_index=True)}
    openings = tuple(
        Opening(
            key("outlook", row["field_id"], row["direction"]),
            f"{row['direction']}: {row['field']} ({row['voices']} of {row['of']})",
            row["voices"],
        )
        for row in records(cells[cells["voices"] > 0])
    )
    kept = {"field": "Field", "direction": "Direction", "voices": "Said so", "of": "Asked"}
    cells = cells.assign(of=grid.counted(cells, "asked"))
    return Drawing(_outlook_spec(), data, openings, table=cells[list(kept)].rename(columns=kept))


@cache
def _outlook_spec() -> dict[str, Any]:
    scale = alt.Scale(domain=[0, 1], range="heatmap")
    shade = alt.Color("shade:Q", scale=scale, legend=None)
    layers = [*grid.heading(), grid.labels("true"), *grid.cells(shade), grid.touch()]
    return compiled(grid.stacked(layers))
