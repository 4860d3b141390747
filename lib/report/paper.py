"""The report on paper: a PDF with vector charts, set in process, without a network.

What was typed goes in as data beside a template that never changes, so that it is set as text.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lib.answers.report import Part, Report
from lib.charts.base import Drawing
from lib.markdown import text
from lib.report.figures import cells, specification
from lib.report.typesetting import breakable, typeset, words

TEMPLATE = Path(__file__).parent / "paper.typ"
FONT, WIDTH = "Source Sans Pro", 960
FIRST, FURTHER, SHRINKS = 980.0, 1300.0, 1.15
"""How much of a chart fits on a page below its question, and by itself; and what is made to fit."""
BELOW = 7.0
"""From the foot of a line of text to where the next may begin."""
_ROW = re.compile(r'<text[^>]*transform="translate\([-\d.]+,([-\d.]+)\)')
_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)"[^>]*? height="([\d.]+)"')


def drawn_on_paper(drawing: Drawing) -> dict[str, Any]:
    """What is asked of whoever draws: one picture a chart, in the letters of the paper."""
    return {**specification(drawing, font=FONT), "width": WIDTH, "padding": 2}


def paper(report: Report, pictures: Iterator[str]) -> bytes:
    """The PDF; the pictures come in the order of the charts."""
    opening = report.opening
    told = {
        **{"title": breakable(opening.title), "day": f"{opening.day.day} {opening.day:%B %Y}"},
        **{"counts": opening.counts, "within": opening.within, "out": opening.out},
        **{"fields": [(breakable(name), people) for name, people in opening.fields]},
        **{"rules": [breakable(rule) for rule in opening.how_to_read]},
        "sections": [
            {"title": one.title, "parts": [_part(part, pictures) for part in one.parts]}
            for one in report.sections
        ],
    }
    return typeset(TEMPLATE, json.dumps(told, ensure_ascii=False))


def _part(part: Part, pictures: Iterator[str]) -> dict[str, Any]:
    return {
        "question": breakable(part.question),
        "answer": words(part.answer),
        "caption": words(part.caption),
        "points": [words(point) for point in part.points],
        "image": None,
        **({} if (drawn := part.drawing) is None else _picture(part, next(pictures), drawn.head)),
        **_table(part),
    }


def _picture(part: Part, svg: str, head: float) -> dict[str, Any]:
    size = _SIZE.search(svg)
    assert size is not None
    told = f"{part.question} {text(part.answer)}"
    width, height = float(size[1]), float(size[2])
    alone = height <= FIRST * SHRINKS
    return {
        **{"image": svg, "width": width, "height": height, "alt": told},
        **{"cuts": [height] if alone else _cuts(svg, height, head), "head": head},
        "shrunk": min(1.0, FIRST / height) if alone else 1.0,
    }


def _cuts(svg: str, height: float, head: float = 0.0) -> list[float]:
    """Where the pieces of a tall chart end: below a line of its text, as far down as fits.

    Each but the first has the head above it, the chart's axes once more.
    """
    rows = sorted({float(found) + BELOW for found in _ROW.findall(svg)})
    fits, cuts = FIRST, list[float]()
    while height > fits:
        start = cuts[-1] if cuts else 0.0
        cuts.append(max((row for row in rows if start < row <= fits), default=fits))
        fits = cuts[-1] + FURTHER - head
    return [*cuts, height]


def _table(part: Part) -> dict[str, Any]:
    """Its cells, and how wide each column is: by its longest text, within bounds."""
    if part.table is None:
        return {"heads": [], "rows": [], "shares": []}
    heads = [str(name) for name in part.table.columns]
    rows = [[breakable(cell) for cell in row] for row in cells(part.table)]
    longest = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    return {"heads": heads, "rows": rows, "shares": [min(max(n, 13), 60) for n in longest]}
