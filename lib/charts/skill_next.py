"""What one more skill opens or brings nearer, and the cheapest training named for it.

Two layouts lie in the data: a line a skill where there is room, three on a telephone.
"""

from typing import Any

import pandas as pd

from lib.charts.base import Drawing, Opening, key
from lib.charts.names import counted
from lib.charts.skill_next_layers import compiled_layers
from lib.frames import Row, records

DOTS = 6
COLUMNS: dict[str, Any] = {
    **dict.fromkeys(("layout", "part", "words", "tone", "key", "tip", "said"), "object"),
    **dict.fromkeys(("slot", "place", "dots"), "float64"),
    "opens": "bool",
}


def skills_next(skills: pd.DataFrame, fields: pd.DataFrame) -> Drawing:
    """skill_id, skill, people, training, training_key (or empty), training_people: in order.

    `fields`: skill_id, field, tone, left, opens: a row a skill and field it opens or brings
    nearer; `left` required skills would still be missing. A skill opens who named it, a training
    who named that.
    """
    by_skill = {str(name): records(rows) for name, rows in fields.groupby("skill_id", sort=False)}
    rows = [{**row, "fields": by_skill.get(row["skill_id"], [])} for row in records(skills)]
    dots = min(DOTS, max((len(row["fields"]) for row in rows), default=0))
    marks = [
        {"layout": layout, "dots": dots, **mark}
        for layout, lines in (("wide", (0, 0, 0)), ("slim", (0, 1, 2)))
        for at, row in enumerate(rows)
        for mark in _skill(row, [at * (lines[-1] + 1) + line for line in lines])
    ]
    frame = pd.DataFrame(marks, columns=list(COLUMNS))
    frame["opens"] = frame["opens"].eq(other=True)
    data = {"marks": frame.astype(COLUMNS)}
    return Drawing(compiled_layers(), data, tuple(_openings(rows)), table=_table(rows))


def _openings(rows: list[Row]) -> list[Opening]:
    """Each skill, and each training once: one may be named for several skills."""
    made = [
        Opening(
            key("skill", row["skill_id"]),
            f"{row['skill']} in every field ({counted(row['people'])})",
            row["people"],
        )
        for row in rows
    ]
    courses = {row["training_key"]: row for row in rows if row["training_key"]}
    for opens, row in courses.items():
        name = row["training"].split(", ")[0]
        label = f"{name}, a training ({counted(row['training_people'])})"
        made.append(Opening(opens, label, row["training_people"]))
    return made


def _skill(row: Row, lines: list[int]) -> list[Row]:
    name, does, learn = lines
    opens = key("skill", row["skill_id"])
    told = {"tip": row["skill"], "said": _does(row["fields"], len(row["fields"]))}
    marks: list[Row] = [
        {"part": "touch", "slot": name, "key": opens, **told},
        {"part": "name", "slot": name, "words": row["skill"]},
        {"part": "does", "slot": does, "words": _does(row["fields"], 2)},
        {"part": "learn", "slot": learn, "words": row["training"]},
    ]
    if row["training_key"]:
        course = {"tip": row["training"], "said": counted(row["training_people"])}
        marks.append({"part": "course", "slot": learn, "key": row["training_key"], **course})
    for place, field in enumerate(row["fields"][:DOTS]):
        dot = {"tone": field["tone"], "opens": field["opens"], "place": place}
        marks.append({"part": "dot", "slot": does, **dot})
    return marks


def _does(fields: list[Row], most: int) -> str:
    """`opens Cook; nearer: Nurse (1 left)`, the first of them by name."""
    opens = [field["field"] for field in fields if field["opens"]]
    nearer = [f"{field['field']} ({field['left']} left)" for field in fields if not field["opens"]]
    parts = [f"opens {_first(opens, most)}"] if opens else []
    parts += [f"nearer: {_first(nearer, max(most - len(opens), 1))}"] if nearer else []
    return "; ".join(parts)


def _first(names: list[str], most: int) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _table(rows: list[Row]) -> pd.DataFrame:
    table = [
        {
            "Skill": row["skill"],
            "Opens": "; ".join(f["field"] for f in row["fields"] if f["opens"]),
            "Brings nearer": "; ".join(f["field"] for f in row["fields"] if not f["opens"]),
            "Named by": row["people"],
            "Training named for it": row["training"],
        }
        for row in rows
    ]
    columns = ["Skill", "Opens", "Brings nearer", "Named by", "Training named for it"]
    return pd.DataFrame(table, columns=columns)
