"""What a report is put together from: marked words, cells, cuts of a tall chart."""

import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.markdown import Piece, bold, pieces, plain, text
from lib.report.drawing import Drawer, drawing
from lib.report.drawn_apart import ENGINE
from lib.report.figures import as_json, cells
from lib.report.paper import FIRST, FURTHER, _cuts
from lib.report.typesetting import fonts


def test_stars_are_bold_and_escaped_signs_are_signs() -> None:
    assert pieces(r"**A \*b\*** and 3 * 4.") == [Piece("A *b*", True), Piece(" and 3 * 4.", False)]
    assert pieces("") == []


@given(st.text() | st.text(alphabet=":/w.@<->=~\u2060a"))
def test_whatever_was_typed_comes_out_as_it_was_typed_and_is_never_bold(typed: str) -> None:
    assert text(plain(typed)) == typed
    assert not any(piece.bold for piece in pieces(plain(typed)))
    assert pieces(bold(typed)) == ([Piece(typed, True)] if typed else [])


@given(st.text())
def test_json_in_a_page_ends_no_element_and_means_the_same(typed: str) -> None:
    told = as_json({"a": typed})
    assert not set(told) & set("<>&\u2028\u2029")
    assert json.loads(told) == {"a": typed}


def test_cells_are_text_and_no_formula() -> None:
    table = pd.DataFrame({"a": ["=1+1", "x"], "b": [1.5, float("nan")], "c": [True, False]})
    assert list(cells(table)) == [["\u200b=1+1", "1.5", "yes"], ["x", "", "no"]]


def test_a_tall_chart_is_cut_below_a_line_of_its_text() -> None:
    rows = "".join(f'<text x="1" transform="translate(5,{20 * n})">w</text>' for n in range(150))
    cuts = _cuts(rows, 3_000)
    assert cuts[-1] == 3_000
    assert all(cut % 20 == 7 for cut in cuts[:-1])
    heights = [after - before for before, after in zip([0.0, *cuts], cuts, strict=False)]
    assert heights[0] <= FIRST
    assert max(heights) <= FURTHER
    assert _cuts("<text>without a place</text>", 1_500) == [FIRST, 1_500]


def test_the_papers_letters_are_there() -> None:
    assert [folder.is_dir() for folder in fonts()] == [True, True]


def test_what_draws_ends_with_its_block_and_says_what_it_was_asked() -> None:
    chart = {"data": {"values": [{"a": "x"}]}, "mark": "bar", "encoding": {"y": {"field": "a"}}}
    with drawing(programs=2) as drawer:
        drawer.ask(ENGINE)
        for number in range(4):
            drawer.ask({**chart, "title": f"No. {number}"})
        engine, *drawn = drawer.drawn()
    assert "vegaEmbed" in engine
    assert [f"No. {n}" in svg for n, svg in enumerate(drawn)] == [True] * 4


def test_what_draws_ends_where_the_reading_fails() -> None:
    found: list[Drawer] = []
    with pytest.raises(KeyError):
        _fail(found)
    assert found[0]._programs[0].process.returncode is not None


def _fail(found: list[Drawer]) -> None:
    with drawing() as drawer:
        found.append(drawer)
        raise KeyError
