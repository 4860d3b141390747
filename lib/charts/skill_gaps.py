"""What I have and lack of what each field asks for: a mark a required skill, the names below.

Two layouts lie in the data: two columns where there is room, one on a telephone.
"""

from typing import Any

import pandas as pd

from lib.charts import grid
from lib.charts.base import Drawing, Opening, key
from lib.charts.names import counted, short
from lib.charts.skill_gaps_layers import compiled_layers
from lib.frames import Row, records

OTHERS = 3
"""Names on each side of what a field does not require."""
REQUIRED = 6
PIPS = 24
COLUMNS: dict[str, Any] = {
    **dict.fromkeys(("layout", "part", "tone", "words", "key", "tip", "said", "count"), "object"),
    **dict.fromkeys(("slot", "col", "place", "pips"), "float64"),
    **dict.fromkeys(("mine", "required"), "bool"),
}


def field_gaps(fields: pd.DataFrame, skills: pd.DataFrame) -> Drawing:
    """field_id, field, tone, have, of, asked, people, words, silent (names): a row a field.

    `skills`: field_id, skill_id, skill, mine, required, voices, asked, said: a row a skill named
    in a field, required ones first. A field opens all that was said of skills there, a skill who
    named it there.
    """
    named: dict[str, list[Row]] = {}
    skills = grid.worded(skills)
    for row in records(skills):
        named.setdefault(row["field_id"], []).append(row)
    marks: list[Row] = []
    for layout in ("wide", "slim"):
        slot = 0
        for field in records(fields):
            made, slot = _field(layout, slot, field, named.get(field["field_id"], []))
            marks += made
    frame = pd.DataFrame(marks, columns=list(COLUMNS))
    for flag in ("mine", "required"):
        frame[flag] = frame[flag].eq(other=True)
    openings = [one for field in records(fields) for one in _openings(field, named)]
    data = {"marks": frame.astype(COLUMNS)}
    return Drawing(compiled_layers(), data, tuple(openings), table=_table(fields, skills))


def _openings(field: Row, named: dict[str, list[Row]]) -> list[Opening]:
    made = []
    if field["people"]:
        label = f"Skills in {field['field']} ({counted(field['people'])})"
        made.append(Opening(key("compare", field["field_id"], "skills"), label, field["people"]))
    drawn = [row for side in _sides(named.get(field["field_id"], [])) for row in side[0]]
    for row in drawn:
        label = f"{row['skill']} in {field['field']} ({row['voices']} of {row['of']})"
        made.append(Opening(_named(row), label, row["voices"]))
    return made


def _named(row: Row) -> str:
    return key("skill", row["skill_id"], row["field_id"])


def _sides(named: list[Row]) -> list[tuple[list[Row], int]]:
    """Mine and lacking: what is drawn of each, and how many more there are."""
    made = []
    for mine in (True, False):
        side = [row for row in named if row["mine"] == mine]
        required = [row for row in side if row["required"]][:REQUIRED]
        others = [row for row in side if not row["required"]][:OTHERS]
        made.append(([*required, *others], len(side) - len(required) - len(others)))
    return made


def _field(layout: str, slot: int, field: Row, named: list[Row]) -> tuple[list[Row], int]:
    """The field's marks from this slot on, and the slot after them."""
    common = {"layout": layout, "tone": field["tone"]}
    marks: list[Row] = [
        {"part": "touch", "slot": slot, "tip": field["field"], "said": field["words"]},
        {"part": "field", "slot": slot, "words": short(field["field"], 40)},
        {"part": "words", "slot": slot, "words": _words(layout, field)},
        *_pips(slot, field),
    ]
    if field["people"]:
        for mark in marks:
            mark["key"] = key("compare", field["field_id"], "skills")
    slot += 1
    tops = [slot, slot]
    for col, (side, more) in enumerate(_sides(named)):
        if layout == "slim" and col:
            tops[col] = tops[0]
        made = _side(tops[col], col if layout == "wide" else 0, side, more)
        marks += made
        tops[col] += len({mark["slot"] for mark in made})
    slot = max(tops)
    if field["silent"]:
        marks.append({"part": "silent", "slot": slot, "words": _silent(layout, field["silent"])})
        slot += 1
    marks.append({"part": "space", "slot": slot})
    return [{**common, **mark} for mark in marks], slot + 1


def _words(layout: str, field: Row) -> str:
    """On a telephone there is room for the figures alone."""
    if not field["of"]:
        return str(field["words"]) if layout == "wide" else "none yet" * bool(field["asked"])
    return f"{field['have']} of {field['of']}" + " required" * (layout == "wide")


def _pips(slot: int, field: Row) -> list[Row]:
    """A mark a required skill, those I have first."""
    pips = min(field["of"], PIPS)
    return [
        {"part": "pip", "slot": slot, "pips": pips, "place": place, "mine": place < field["have"]}
        for place in range(pips)
    ]


def _side(slot: int, col: int, side: list[Row], more: int) -> list[Row]:
    marks: list[Row] = []
    for at, row in enumerate(side, start=slot):
        look = {"mine": row["mine"], "required": row["required"], "slot": at, "col": col}
        count = f"{row['voices']} of {row['of']}"
        told = {"key": _named(row), "tip": row["skill"], "said": f"named by {count}, {row['said']}"}
        marks += [
            {"part": "touch skill", **look, **told},
            {"part": "skill", **look, **told, "words": row["skill"], "count": count},
        ]
    if more:
        marks.append({"part": "more", "slot": slot + len(side), "col": col})
        marks[-1]["words"] = f"and {more} more"
    return marks


def _silent(layout: str, names: list[str]) -> str:
    most = 3 if layout == "wide" else 1
    rest = f" and {len(names) - most} more" if len(names) > most else ""
    return f"Not brought up: {', '.join(names[:most])}{rest}"


def _table(fields: pd.DataFrame, skills: pd.DataFrame) -> pd.DataFrame:
    names = dict(zip(fields["field_id"], fields["field"], strict=True))
    kept = {
        **{"field": "Field", "skill": "Skill", "mine": "I have it", "required": "Required"},
        **{"voices": "Named it", "of": "Asked", "said": "How much it matters"},
    }
    told = skills.assign(field=skills["field_id"].map(names), of=grid.counted(skills, "asked"))
    return told[list(kept)].rename(columns=kept)
