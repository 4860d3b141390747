"""The fields side by side: a small mark over its figure in words, seven questions wide.

On a telephone the same marks stand in one block a question. Every layout lies in the data; the
specification shows the one that fits the width.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lib.charts.base import Drawing, Opening, key
from lib.charts.compare_layers import compiled_layers
from lib.charts.compare_marks import Scales, marks_of, official_marks
from lib.charts.compare_people import KINDS, along, people_marks
from lib.charts.compare_places import placed
from lib.frames import Row, records

QUESTIONS = {
    "interest": "Interest",
    "skills": "Skills I have",
    "months": "Time to enter",
    "cost": "Cost to enter",
    "pay": "Entry pay",
    "aspects": "Hard : good",
    "outlook": "Outlook",
}
NARROWS = ("cost",)
"""Criteria whose scale is one of roots."""
UNTOLD = ("half", "middle")
"""Marks that are worked out of others, and no figure that anybody said."""
TYPES: dict[str, Any] = {
    **dict.fromkeys(("layout", "part", "tone", "words", "shape", "key"), "object"),
    **dict.fromkeys(("field", "question", "said", "count", "aloud"), "object"),
    **dict.fromkeys(("col", "f0", "f1", "nudge", "pitch", "size", "slot"), "float64"),
    **dict.fromkeys(("y", "tall"), "float64"),
}


def fields_compared(
    cells: pd.DataFrame,
    fields: pd.DataFrame,
    scales: Scales,
    captions: Mapping[str, str],
    *,
    official: pd.DataFrame | None = None,
    limits: Mapping[str, float] | None = None,
) -> Drawing:
    """`cells`: field_id, criterion, piece, start, end, mark, words, people: pieces in order.

    `fields`: field_id, field, tone, people (a number, or in words), in order. `scales` are the
    ends of each criterion, `captions` its second heading. A cell opens the people behind it.
    `official` stands behind entry pay: field_id, low, high, median (NaN: open), words, middle.
    `limits`, by criterion, are lines through all rows, where they lie on the scale.
    """
    grey = {} if official is None else {row["field_id"]: row for row in records(official)}
    known = [_named(row) for row in records(fields)]
    found = _gathered(cells, {row["field_id"]: row for row in known}, scales, grey)
    headings = [(name, captions.get(asked, "")) for asked, name in QUESTIONS.items()]
    marks = placed(known, found, headings, _lines(limits or {}, scales))
    frame = pd.DataFrame(marks, columns=list(TYPES)).astype(TYPES)
    openings = tuple(
        Opening(cell["key"], f"{cell['question']} in {cell['field']} ({cell['brief']})", people)
        for cell in found
        if (people := cell["people"])
    )
    return Drawing(compiled_layers(), {"marks": frame}, openings, table=_table(found, captions))


def _lines(limits: Mapping[str, float], scales: Scales) -> dict[int, float]:
    """By column: where its limit lies; one beyond the scale has no line."""
    return {
        col: along(limits[name], scales[name], root=name in NARROWS)
        for col, name in enumerate(QUESTIONS)
        if name in limits and scales[name][0] <= limits[name] <= scales[name][1]
    }


def _named(field: Row) -> Row:
    """The field with its people in words."""
    people = field["people"]
    return field if isinstance(people, str) else {**field, "people": _people(int(people))}


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"


def _gathered(
    cells: pd.DataFrame, known: Mapping[str, Row], scales: Scales, grey: Mapping[str, Row]
) -> list[Row]:
    """A row a cell: whose, which question, in words, its marks, and the key where it opens."""
    pieces: dict[tuple[str, str], list[Row]] = {}
    for piece in records(cells):
        pieces.setdefault((piece["field_id"], piece["criterion"]), []).append(piece)
    columns = {criterion: col for col, criterion in enumerate(QUESTIONS)}
    return [
        _with_official(
            _cell(known[field_id], criterion, columns[criterion], found, scales),
            grey.get(field_id),
            scales,
        )
        for (field_id, criterion), found in pieces.items()
        if field_id in known and criterion in columns
    ]


def _cell(field: Row, criterion: str, col: int, pieces: list[Row], scales: Scales) -> Row:
    words = "; ".join(dict.fromkeys(str(piece["words"]) for piece in pieces))
    people = max(int(piece["people"]) for piece in pieces)
    brief = f"{words}, {_people(people)}"
    return {
        **{"field_id": field["field_id"], "field": field["field"], "tone": field["tone"]},
        **{"criterion": criterion, "question": QUESTIONS[criterion], "col": col},
        **{"words": words, "brief": brief, "people": people, "pieces": pieces},
        "key": key("compare", field["field_id"], criterion) if people else None,
        "count": _people(people) if people else "nobody",
        "marks": _marks(criterion, pieces, scales),
        "blank": not people or pieces[0]["mark"] == "hatched",
    }


def _marks(criterion: str, pieces: list[Row], scales: Scales) -> list[Row]:
    scale = scales.get(criterion, (0.0, 1.0))
    if pieces[0]["mark"] not in KINDS:
        return marks_of(pieces, scale)
    marks = people_marks(pieces, scale, root=criterion in NARROWS)
    return [{"part": "line", "f0": 0.0, "f1": 1.0}, *marks]


def _with_official(cell: Row, grey: Row | None, scales: Scales) -> Row:
    """Entry pay with the official figures behind it, unless nobody was asked about pay."""
    if grey is None or cell["criterion"] != "pay" or cell["pieces"][0]["mark"] == "hatched":
        return cell
    official = f"{grey['words']}, {grey['middle']}"
    return {
        **cell,
        "marks": [*official_marks(grey, scales["pay"]), *cell["marks"]],
        "official": official,
        "brief": f"{cell['brief']}; all levels {official}",
    }


def _table(found: list[Row], captions: Mapping[str, str]) -> pd.DataFrame:
    rows = [
        {
            "Field": cell["field"],
            "Question": cell["question"],
            "Answer": cell["words"],
            "People": cell["people"],
            "Scale": captions.get(cell["criterion"], ""),
            "From": piece["start"],
            "To": piece["end"],
            "Official figures": cell.get("official", ""),
        }
        for cell in found
        for piece in cell["pieces"]
        if piece["mark"] not in UNTOLD
    ]
    columns = ["Field", "Question", "Answer", "People", "Scale", "From", "To"]
    columns.append("Official figures")
    return pd.DataFrame(rows, columns=columns).drop_duplicates(ignore_index=True)
