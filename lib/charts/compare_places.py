"""Where each part of the comparison stands: seven columns wide, or one block a question.

Heights are worked out here, in pixels; what depends on the width is an expression in
`compare_layers`. Words are broken to lines by their length in letters, so a row is as high as
its longest cell; what is still too long is cut by the chart with an ellipsis.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from lib.charts.compare_marks import ZONE
from lib.charts.names import short
from lib.frames import Row

UNIT = 24
"""The height of a chart is a number of these."""
LINE = 16
TOGETHER = re.compile(r"(?<=\w) (?=to )|(?<=\bto) |(?<=\d) (?=\w)|(?<=\bof) |(?<=limit) ")
NBSP = "\N{NO-BREAK SPACE}"
Headings = list[tuple[str, str]]


@dataclass(frozen=True)
class Letters:
    """How many letters of a name and of a cell's words fit on a line of a layout."""

    name: int
    words: int


COLUMNS = {"middle": Letters(17, 16), "wide": Letters(22, 21)}
BLOCKS = {"slim": Letters(22, 16), "roomy": Letters(34, 26)}


def placed(
    fields: list[Row], cells: list[Row], headings: Headings, limits: Mapping[int, float]
) -> list[Row]:
    """All marks of all layouts, each with the layout it belongs to.

    `limits`: by column, where along its cells a limit lies.
    """
    if not fields:
        return []
    made: list[Row] = []
    for layout, letters in COLUMNS.items():
        marks = _columns(fields, cells, headings, letters, limits)
        made += [{"layout": layout, **mark} for mark in marks]
    for layout, letters in BLOCKS.items():
        marks = _blocks(fields, cells, headings, letters, limits)
        made += [{"layout": layout, **mark} for mark in marks]
    return made


def broken(words: str, most: int) -> list[str]:
    """The words on lines of at most so many letters; figures stay with what they count."""
    lines = [""]
    for atom in TOGETHER.sub(NBSP, words).split(" "):
        parts = [atom] if len(atom) <= most else atom.split(NBSP)
        for part in parts:
            longer = f"{lines[-1]} {part}".strip()
            if len(longer) <= most or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(part)
    return [line.replace(NBSP, " ") for line in lines]


def name_lines(name: str, most: int) -> list[str]:
    """A field's name on two lines at most, the second cut in its middle where there is more."""
    lines = [short(line, most) for line in broken(name, most)]
    return lines if len(lines) <= 2 else [lines[0], short(" ".join(lines[1:]), most)]


def _text(part: str, lines: list[str], middle: float, **more: object) -> Row:
    """Lines around a middle: `y` is the first one's."""
    y = middle - (len(lines) - 1) * LINE / 2
    return {"part": part, "words": "\n".join(lines), "y": y, **more}


def _space(height: float) -> list[Row]:
    return [{"part": "space", "slot": slot} for slot in range(ceil(height / UNIT))]


def _columns(
    fields: list[Row],
    cells: list[Row],
    headings: Headings,
    letters: Letters,
    limits: Mapping[int, float],
) -> list[Row]:
    """A heading, then a row a field with a rule above it."""
    captions = [broken(caption, letters.words) for _, caption in headings]
    made: list[Row] = []
    for col, (name, _) in enumerate(headings):
        made.append({"part": "heading", "words": name, "col": col, "y": 12})
        beneath = "\n".join(captions[col])
        made.append({"part": "caption", "words": beneath, "col": col, "y": 32})
    y = 32 + LINE * max(len(caption) for caption in captions)
    for field in fields:
        mine = [cell for cell in cells if cell["field_id"] == field["field_id"]]
        said = {cell["col"]: broken(cell["words"], letters.words) for cell in mine}
        named = name_lines(field["field"], letters.name)
        most = max((len(lines) for lines in said.values()), default=1)
        most = max(most, len(named) + field["people"].count("\n"))
        tall = 10 + ZONE + 8 + LINE * most + 8
        middle = y + 10 + ZONE / 2
        made += _field(field, named, y, middle, tall)
        made += [_limit(col, at, middle, ZONE + 6) for col, at in limits.items()]
        for cell in mine:
            made += _cell(cell, middle, said[cell["col"]], middle + 28)
            made.append(_touch(cell, y + tall / 2, tall))
        y += tall
    return [*made, *_space(y)]


def _field(field: Row, name: list[str], y: float, middle: float, tall: float) -> list[Row]:
    """The rule above, the tone at the left, the name and how many people."""
    below = middle + 28 if len(name) > 1 else middle + 22
    return [
        {"part": "rule", "y": y},
        {"part": "edge", "tone": field["tone"], "y": y + tall / 2, "tall": tall - 20},
        {**_text("name", name, middle if len(name) < 2 else middle + 1), "field": field["field"]},
        {"part": "people", "words": field["people"], "y": below},
    ]


def _blocks(
    fields: list[Row],
    cells: list[Row],
    headings: Headings,
    letters: Letters,
    limits: Mapping[int, float],
) -> list[Row]:
    """A block a question, with a row a field in it."""
    made: list[Row] = []
    y = 0.0
    found = {(cell["field_id"], cell["col"]): cell for cell in cells}
    for col, (name, caption) in enumerate(headings):
        made.append({"part": "block", "words": name, "y": y + 12})
        made.append({"part": "caption", "words": caption, "col": col, "y": y + 12})
        made.append({"part": "rule", "y": y + 26})
        y += 30
        for field in fields:
            cell = found.get((field["field_id"], col))
            said = broken(cell["words"], letters.words) if cell else []
            named = name_lines(field["field"], letters.name)
            tall = max(30, LINE * max(len(said), len(named)) + 10)
            middle = y + tall / 2
            made.append({**_text("name", named, middle), "field": field["field"]})
            edge = {"part": "edge", "tone": field["tone"], "y": middle, "tall": tall - 9}
            made += [edge, *(_row(cell, middle, said, tall) if cell else [])]
            made += [_limit(col, limits[col], middle, tall)] if col in limits else []
            y += tall
        y += 20
    return [*made, *_space(y - 20)]


def _limit(col: int, at: float, y: float, tall: float) -> Row:
    """A piece of the line that stands for a limit in all rows of a column."""
    return {"part": "limit", "col": col, "f0": at, "y": y, "tall": tall}


def _row(cell: Row, middle: float, said: list[str], tall: float) -> list[Row]:
    lines = middle - (len(said) - 1) * LINE / 2
    return [*_cell(cell, middle, said, lines), _touch(cell, middle, tall)]


def _cell(cell: Row, middle: float, said: list[str], first: float) -> list[Row]:
    """A cell's marks around their middle, and its words from their first line on."""
    base = {"col": cell["col"], "tone": cell["tone"]}
    marks = [{**base, **mark, "y": middle + mark.get("y", 0.0)} for mark in cell["marks"]]
    part = "blank" if cell["blank"] else "words"
    return [*marks, {"part": part, "col": cell["col"], "words": "\n".join(said), "y": first}]


def _touch(cell: Row, middle: float, tall: float) -> Row:
    """What the pointer meets; only a cell with people behind it opens."""
    return {
        "part": "opens" if cell["key"] else "told",
        **{"col": cell["col"], "key": cell["key"], "y": middle, "tall": tall - 2},
        **{"field": cell["field"], "question": cell["question"], "said": cell["words"]},
        **{"count": cell["count"]},
        "aloud": f"{cell['question']} in {cell['field']}: {cell['brief']}",
    }
