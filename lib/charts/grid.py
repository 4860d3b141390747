"""Rows by fields: a heading in each field's colour, a cell that says k/n, hatched where not asked.

The charts of topics, of skills and of directions are made of this. Data: one set `marks` with the
column `part` (head, label, cell), so that rows and columns have one order.
"""

from typing import Any

import altair as alt
import pandas as pd

from lib.charts.base import NARROW, at, look_of, tone
from lib.charts.marks import PRESSED, opening, part, tips
from lib.charts.names import telling_words, two_lines
from lib.statistics import FEWEST

ROW = 32
COLUMNS = 3
"""Fewer fields leave room at the right, so that a cell never spans the screen."""
LABELS = f"(({NARROW}) ? 140 : 250)"
EDGE = "width"
BAND = "bandwidth('x')"


def heads(fields: pd.DataFrame) -> pd.DataFrame:
    """The heading's marks from field, tone and count, in order: row -1, col 0, 1, ..."""
    blanks = range(len(fields), COLUMNS if len(fields) else 0)
    named = pd.DataFrame(
        {
            "tone": fields["tone"].to_numpy(),
            "wide": [two_lines(name, alone=8) for name in fields["field"]],
            "slim": telling_words(list(fields["field"])),
            "count": [f"({count})" for count in fields["count"]],
            "tip": fields["field"].to_numpy(),
        }
    )
    padded = named.reindex(range(len(fields) + len(blanks)))
    return padded.assign(part="head", row=-1, col=range(len(padded)))


def shade(said: "pd.Series[int]", asked: "pd.Series[int]") -> "pd.Series[float]":
    """The share of those asked; at half its depth where fewer than three were asked."""
    share = said / asked.where(asked > 0)
    return share.where(asked >= FEWEST, share / 2)


def worded(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with those asked in words (`of`), where these are no more than the number."""
    return rows if "of" in rows else rows.assign(of=rows["asked"].astype("str"))


def short(of: "pd.Series[str]") -> "pd.Series[str]":
    """Those asked as a cell has room for: `6`, `≤6`."""
    return of.astype("str").str.replace("at most ", "≤", regex=False)


def counted(cells: pd.DataFrame, asked: str) -> "pd.Series[Any]":
    """Those asked as a table holds them: numbers, or words where they are at most so many."""
    rounded = (cells["of"] != cells[asked].astype("str")).any()
    return cells["of"] if rounded else cells[asked]


def x(right: str = EDGE) -> alt.X:
    """A column a field, between the labels and the right edge."""
    ends = [alt.ExprRef(LABELS), alt.ExprRef(right)]
    scale = alt.Scale(range=ends, paddingInner=0.05, paddingOuter=0)
    return alt.X("col:O", axis=None, scale=scale)


def y() -> alt.Y:
    """A line a row, the heading first."""
    return alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0.1, paddingOuter=0.02))


def heading(right: str = EDGE) -> list[alt.Chart]:
    """The names over their colours; a word where a column is too narrow for two lines."""
    size = look_of(f"{BAND} < 34 ? 11 : 13")
    text = part("head").mark_text(
        baseline="top", dy=-19, fontSize=size, fontWeight=600, lineHeight=15
    )
    bar = part("head").transform_filter("isValid(datum.tone)")
    tip = alt.Tooltip("tip:N", title="Field")
    words = at(f"isValid(datum.tone) ? {_fitting()} : ''")
    return [
        text.encode(x=x(right), y=y(), text=words, color=tone("text"), tooltip=tip),
        bar.mark_rect(height=4, yOffset=13, cornerRadius=2).encode(
            x=x(right), y=y(), color=tone("tone"), tooltip=tip
        ),
    ]


def _fitting() -> str:
    """The heading's two lines, cut to the column; the number of people is whole or left out."""
    letters = f"floor(({BAND} - 1) / 7)"
    word = f"truncate(datum.slim, max(2, {letters}), 'right', {letters} > 5 ? '…' : '')"
    most = f"floor(({BAND} + 6) / 6.8)"
    first = f"truncate(split(datum.wide, '\\n')[0], {most})"
    second = f"truncate(split(datum.wide, '\\n')[1], {most} - length(datum.count) - 1)"
    wide = f"[{first}, {second} + ' ' + datum.count]"
    count = f"(6 * length(datum.count) > {BAND} + 8 ? '' : datum.count)"
    return f"({BAND} < 84 ? [{word}, {count}] : {wide})"


def labels(condition: str, indent: int = 0, title: str = "Row", **look: Any) -> alt.Chart:
    """The rows' names at the left, those that meet the condition."""
    text = part("label").transform_filter(condition)
    limit = look_of(f"{LABELS} - {indent + 8}")
    size = look_of(f"({NARROW}) ? 12.5 : 14")
    return text.mark_text(align="left", fontSize=size, limit=limit, **look).encode(
        x=alt.value(indent),
        y=y(),
        text="name:N",
        color=tone("text"),
        tooltip=alt.Tooltip("name:N", title=title),
    )


def cells(shade: alt.Color, right: str = EDGE) -> list[alt.Chart]:
    """Filled where somebody said it, outlined where nobody of those asked did, else hatched."""
    filled = part("cell").transform_filter("datum.k > 0")
    outlined = part("cell").transform_filter("datum.k == 0 && datum.n > 0")
    hatched = part("cell").transform_filter("datum.n == 0")
    place = {"x": x(right), "y": y()}
    outline = outlined.mark_rect(cornerRadius=4, filled=False, strokeWidth=1, tooltip=None)
    hatch = f"{BAND} < 34 ? '{_strokes(2)}' : {BAND} < 84 ? '{_strokes(3)}' : '{_strokes(8)}'"
    return [
        filled.mark_rect(cornerRadius=4, tooltip=None).encode(**place, color=shade),
        outline.encode(**place, color=tone("border")),
        hatched.mark_point(
            filled=False, size=380, strokeWidth=1, opacity=0.85, tooltip=None
        ).encode(**place, shape=at(hatch), color=tone("quiet")),
        _words("datum.k > 0", right).encode(color=tone("text")),
        _words("datum.k == 0 && datum.n > 0", right).encode(color=tone("quiet")),
    ]


def _strokes(count: int) -> str:
    """Diagonal strokes side by side, as a path around its middle."""
    middles = [(place - (count - 1) / 2) * 0.95 for place in range(count)]
    return "".join(f"M{mid - 0.75:.2f},.9L{mid + 0.75:.2f},-.9" for mid in middles)


def _words(condition: str, right: str) -> alt.Chart:
    """The figures, all of one size: the one at which the longest fits its cell.

    Where none would be legible (a dozen fields on a telephone) the people who said it stand alone.
    """
    measured = (
        part("cell")
        .transform_calculate(letters="length(datum.words)")
        .transform_joinaggregate(letters="max(letters)")
        .transform_filter(condition)
    )
    fits = f"({BAND} - 3) / (0.56 * datum.letters)"
    size = look_of(f"clamp({fits}, 8, 13)")
    text = measured.mark_text(fontSize=size, tooltip=None)
    words = at(f"{fits} < 6 ? datum.k : datum.words")
    return text.encode(x=x(right), y=y(), text=words)


def touch(right: str = EDGE, **said: str) -> alt.Chart:
    """What a click or a pointer meets where a cell opens: all of it, whatever is drawn in it.

    `said` are the headings of the tooltip's columns.
    """
    opens = part("cell").transform_filter("isValid(datum.key)")
    aloud = opens.transform_calculate(aloud="datum.tip + ', ' + datum.words")
    area = aloud.mark_rect(**PRESSED).encode(x=x(right), y=y())
    return opening(area, said or {"tip": "Here"})


def told(right: str = EDGE, **said: str) -> alt.Chart:
    """What a pointer meets where nobody stands behind a cell: the same words, nothing to open."""
    nobody = part("cell").transform_filter("!isValid(datum.key)")
    return nobody.mark_rect(opacity=0).encode(x=x(right), y=y(), tooltip=tips(said))


def stacked(layers: list[alt.Chart]) -> alt.LayerChart:
    """The layers over each other, each with its own colours."""
    chart = alt.layer(*layers).resolve_scale(color="independent", shape="independent")
    return chart.properties(height=alt.Step(ROW), width="container")
