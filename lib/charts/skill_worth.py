"""Which skills are worth showing, which worth learning: fields, reach and necessity, a row a skill.

Two layouts lie in the data: a line a skill where there is room, two on a telephone.
"""

from math import isnan
from typing import Any

import pandas as pd

from lib.charts import grid
from lib.charts.base import Drawing, Opening, key
from lib.charts.names import counted
from lib.charts.skill_worth_layers import LINE, compiled_layers
from lib.frames import Row, records
from lib.statistics import FEWEST

LEAST = 3
"""Dots that their heading needs room for."""
SCALE = ((0.0, "nobody"), (0.5, "half"), (1.0, "everyone"))
COLUMNS: dict[str, Any] = {
    **dict.fromkeys(("layout", "part", "words", "look", "tone", "key"), "object"),
    **dict.fromkeys(("skill", "field", "said", "named", "reaches", "aloud"), "object"),
    **dict.fromkeys(("slot", "place", "dots", "f0", "f1"), "float64"),
    "mine": "bool",
}


def skills_worth(skills: pd.DataFrame, fields: pd.DataFrame) -> Drawing:
    """skill_id, skill, mine, group, breadth, of_fields, reach, mandatory, stated, unstated, ...

    ..., low, high (NaN: not given), people, perhaps of (`stated` in words): a row a skill, in
    order, groups together. `fields`: skill_id, field_id, field, tone, current, look (filled,
    hollow, silent, blank), said: a row a skill and field. A skill opens everybody who named it.
    """
    skills = skills if "of" in skills else skills.assign(of=skills["stated"].astype("str"))
    by_skill = {str(name): records(rows) for name, rows in fields.groupby("skill_id", sort=False)}
    places = _places(next(iter(by_skill.values()), []))
    marks = [
        mark
        for layout in ("wide", "slim")
        for mark in _lay_out(layout, records(skills), by_skill, places)
    ]
    frame = pd.DataFrame(marks, columns=list(COLUMNS))
    frame["mine"] = frame["mine"].fillna(value=False)
    openings = tuple(
        Opening(
            key("skill", row["skill_id"]),
            f"{row['skill']} in every field ({counted(row['people'])})",
            row["people"],
        )
        for row in records(skills)
    )
    return Drawing(
        compiled_layers(),
        {"marks": frame.astype(COLUMNS)},
        openings,
        table=_table(skills),
        head=2.0 * LINE,
    )


def _places(fields: list[Row]) -> list[float]:
    """Where each field's dot stands, in dots; the current field after a gap."""
    return [at + 0.6 * row["current"] for at, row in enumerate(fields)]


def _lay_out(
    layout: str, skills: list[Row], fields: dict[str, list[Row]], places: list[float]
) -> list[Row]:
    if not skills:
        return []
    common = {"layout": layout, "dots": max(LEAST, max(places, default=0.0) + 1)}
    marks: list[Row] = [
        {"part": "title", "slot": 0},
        *({"part": "tick", "slot": 1, "f0": at, "words": words} for at, words in SCALE),
    ]
    slot, group = 2, ""
    for row in skills:
        if row["group"] != group:
            group = row["group"]
            # On a desk the first one has room beside the words of the scale.
            beside = layout == "wide" and slot == 2
            marks.append({"part": "group", "slot": slot - beside, "words": group})
            slot += not beside
        marks += _skill(slot, row, zip(places, fields[row["skill_id"]], strict=True), layout)
        slot += 1 if layout == "wide" else 2
    return [{**common, **mark} for mark in marks]


def _skill(slot: int, row: Row, fields: Any, layout: str) -> list[Row]:
    below = slot + (layout == "slim")
    figure = f"{row['mandatory']} of {row['of']}" if row["stated"] else "not said"
    told = {
        **{"skill": row["skill"], "mine": row["mine"], "key": key("skill", row["skill_id"])},
        "named": f"{row['breadth']} of {row['of_fields']} fields",
        "reaches": "" if isnan(row["reach"]) else _reaches(row["reach"]),
        "said": _necessity(row),
    }
    aloud = f"{row['skill']}, {'yours, ' * row['mine']}{told['named']}, {told['said']}"
    marks: list[Row] = [
        {"part": "touch", "slot": slot, "aloud": aloud},
        {"part": "name", "slot": slot, "words": row["skill"]},
        {"part": "figure", "slot": slot, "words": figure},
        {"part": "reach", "slot": below, "f0": 0.0, "f1": row["reach"]},
    ]
    marks += [{"part": "grid", "slot": below, "f0": at} for at, _ in SCALE]
    if row["breadth"]:
        marks += _weight(below, row, layout)
    for place, field in fields:
        dot = {"look": field["look"], "tone": field["tone"], "field": field["field"]}
        marks.append({"part": "dot", "slot": below, "place": place, **dot, "said": field["said"]})
    return [{**told, **mark} for mark in marks]


def _reaches(reach: float) -> str:
    return f"about {round(reach * 10)} in 10 of those asked"


def _weight(slot: int, row: Row, layout: str) -> list[Row]:
    """The share with its interval, if it is given; in words where under three people said."""
    if row["stated"] < FEWEST:
        people = {0: "nobody", 1: "one person", 2: "two people"}[row["stated"]]
        few = f"{people} said how much" + ": too few to place" * bool(row["stated"])
        return [{"part": "few", "slot": slot, "words": few if layout == "wide" else "too few"}]
    share = {"part": "share", "slot": slot, "f0": row["mandatory"] / row["stated"]}
    line = {"part": "line", "slot": slot, "f0": row["low"], "f1": row["high"]}
    return [share] if isnan(row["low"]) else [line, share]


def _necessity(row: Row) -> str:
    if not row["stated"]:
        return "nobody said how much it matters"
    words = f"mandatory to {row['mandatory']} of {row['of']}"
    if not isnan(row["low"]):
        words += f" ({row['low']:.0%} to {row['high']:.0%} if others were asked)"
    return words + f", {row['unstated']} did not say" * bool(row["unstated"])


def _table(skills: pd.DataFrame) -> pd.DataFrame:
    kept = {
        **{"skill": "Skill", "mine": "I have it", "breadth": "Fields that named it"},
        **{"of_fields": "Fields asked", "reach": "Mean share of those asked"},
        **{"mandatory": "Mandatory", "stated": "Said how much", "unstated": "Did not say"},
        **{"low": "From", "high": "To"},
    }
    skills = skills.assign(stated=grid.counted(skills, "stated"))
    return skills[list(kept)].rename(columns=kept).round(2)
