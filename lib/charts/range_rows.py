"""Rows of ranges by field: a name, how many said it, ranges side by side, and short texts.

Ways in and steps of careers are made of this. Wide: all in one line under one axis; slim: a line
a range and a line a text. Places along the axes are parts of their length, from 0 to 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan

import pandas as pd

from lib.charts.base import Opening
from lib.charts.names import short
from lib.frames import Row

TYPES = {
    **dict.fromkeys(("layout", "part", "tone", "words", "ends", "key", "tip", "told"), "object"),
    **dict.fromkeys(("slot", "side", "f0", "f1", "push0", "push1", "off", "lines"), "float64"),
    "thin": "bool",
}


@dataclass(frozen=True)
class Bar:
    """One range: `less` and `more` are ends that were left open; `ends` how they are drawn."""

    low: float
    high: float
    less: bool = False
    more: bool = False
    ends: str = "filled"
    thin: bool = False
    off: float = 0.0


@dataclass(frozen=True)
class Line:
    """What one key opens: its name, `3 of 4`, for each side its bars and words, its texts."""

    opening: Opening
    name: str
    of: str
    bars: tuple[tuple[Bar, ...], ...]
    said: tuple[str, ...]
    texts: tuple[str, ...]
    tone: str = ""
    """Its own, where the lines of a block are of different fields."""


@dataclass(frozen=True)
class Block:
    """A field with its lines; `nothing` says why there is none. Without a tone: a heading."""

    field: str
    tone: str
    lines: tuple[Line, ...]
    nothing: str = ""


@dataclass(frozen=True)
class Side:
    """One axis: its heading, and the figures marked along it; the largest ends it, or a cut."""

    heading: str
    most: float
    ticks: tuple[tuple[float, str], ...]


def rows(blocks: Sequence[Block], sides: Sequence[Side], texts: Sequence[str]) -> pd.DataFrame:
    """Every mark of both layouts; `texts` are the headings of the texts."""
    marks = [*_laid_out(blocks, sides, texts, slim=False)]
    marks += _laid_out(blocks, sides, texts, slim=True)
    frame = pd.DataFrame(marks, columns=list(TYPES))
    frame["thin"] = frame["thin"].eq(True)
    return frame.astype(TYPES)


def ticks(most: float, steps: Sequence[float], at_most: int = 5) -> list[float]:
    """From 0 up, by the smallest of the steps that leaves no more than so many."""
    step = next((one for one in steps if most / one < at_most), most / (at_most - 1))
    return [step * place for place in range(int(most / step) + 1)]


def _laid_out(
    blocks: Sequence[Block], sides: Sequence[Side], texts: Sequence[str], *, slim: bool
) -> list[Row]:
    marks: list[Row] = [] if slim or not blocks else _axes(sides, texts)
    slot = 0 if slim else 2 * bool(blocks)
    for block in blocks:
        part = "field" if block.tone else "block"
        marks.append(
            {"part": part, "slot": slot, "tone": block.tone, "words": short(block.field, 42)}
        )
        slot += 1
        if block.nothing:
            marks.append({"part": "nothing", "slot": slot, "words": block.nothing})
            slot += 1
        for line in block.lines:
            made = _slim(line, sides, texts) if slim else _wide(line, sides)
            tone = line.tone or block.tone
            marks += [{**m, "tone": tone, "slot": m.get("slot", 0) + slot} for m in made]
            slot += int(max((m.get("lines", 1) for m in made), default=1))
    return [{**mark, "layout": "slim" if slim else "wide"} for mark in marks]


def _axes(sides: Sequence[Side], texts: Sequence[str]) -> list[Row]:
    """The headings, and below them the figures along each axis."""
    marks: list[Row] = [
        {"part": "text head", "slot": 0, "side": place, "words": words}
        for place, words in enumerate(texts)
    ]
    for place, side in enumerate(sides):
        marks.append({"part": "head", "slot": 0, "side": place, "words": side.heading})
        marks += [
            {"part": "tick", "slot": 1, "side": place, "f0": value / side.most, "words": words}
            for value, words in side.ticks
        ]
    return marks


def _named(line: Line, lines: int) -> list[Row]:
    """The line's name and count, and the area that opens it, over so many lines of text."""
    told = ", ".join(part for part in (line.of, *line.said, *line.texts) if part)
    opens = {"key": line.opening.key, "tip": line.name, "told": told}
    return [
        {"part": "name", "words": short(line.name, 38), "lines": lines},
        {"part": "of", "words": line.of},
        *([{"part": "touch", **opens, "lines": lines}] if line.opening.people else []),
    ]


def _wide(line: Line, sides: Sequence[Side]) -> list[Row]:
    marks = _named(line, 1)
    for place, side in enumerate(sides):
        marks += _side(line, place, side)
    texts = enumerate(line.texts)
    return [*marks, *({"part": "text", "side": place, "words": words} for place, words in texts)]


def _slim(line: Line, sides: Sequence[Side], texts: Sequence[str]) -> list[Row]:
    """A line for the name, one for each side, one for all texts that say something."""
    said = zip(texts, line.texts, strict=True)
    told = "; ".join(f"{head.lower()}: {words}" for head, words in said if words)
    marks = _named(line, 1 + len(sides) + bool(told))
    for place, side in enumerate(sides):
        marks.append({"part": "slim", "slot": 1 + place, "words": side.heading.split()[0].lower()})
        marks += [{**mark, "slot": 1 + place} for mark in _side(line, place, side)]
    if told:
        marks.append({"part": "slim", "slot": 1 + len(sides), "words": told})
    return marks


def _side(line: Line, place: int, side: Side) -> list[Row]:
    """The words of one side, and its bars where figures were said; an arrow goes beyond a cut."""
    marks: list[Row] = [{"part": "said", "side": place, "words": line.said[place]}]
    for bar in line.bars[place]:
        if isnan(bar.low) or isnan(bar.high):
            continue
        ends = {"f0": min(bar.low / side.most, 1.0), "f1": min(bar.high / side.most, 1.0)}
        push = {"push0": -1.0 * bar.less, "push1": 1.0 * (bar.more or bar.high > side.most)}
        look = {"ends": bar.ends, "thin": bar.thin, "off": bar.off}
        marks.append({"part": "range", "side": place, **ends, **push, **look})
    return marks
