"""What a report is put together from: marked words, cells, cuts of a tall chart."""

import io
import json
from datetime import date

import pandas as pd
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from lib.answers.report import Part, Report, Section
from lib.answers.report_opening import Opening
from lib.charts.base import Drawing
from lib.markdown import Markdown, Piece, bold, pieces, plain, text
from lib.report.drawing import Drawer, drawing
from lib.report.drawn_apart import ENGINE
from lib.report.figures import as_json, cells
from lib.report.paper import FIRST, FURTHER, _cuts, paper
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


AXIS = "#ff0000"


def tall(rows: int) -> str:
    """A chart of so many lines, whose axis is red and lies in its first 40 pixels."""
    text = "".join(f'<text transform="translate(5,{40 + 20 * n})">w</text>' for n in range(rows))
    size = f'width="960" height="{60 + 20 * rows}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        f'<rect width="900" height="30" fill="{AXIS}"/>{text}</svg>'
    )


def pages_with_axis(head: float) -> list[bool]:
    """Of each page that the chart takes, whether its axis is there."""
    drawn = Drawing({}, {}, head=head)
    part = Part("What is paid?", Markdown("An answer."), drawing=drawn)
    front = Opening("Nurses", date(2026, 3, 4), "1 person", (), "", "", ())
    made = paper(Report(front, (Section("Pay", (part,)),)), iter([tall(120)]))
    found = []
    for page in pypdfium2.PdfDocument(made):
        picture = page.render(scale=0.5).to_numpy()
        red = (picture[:, :, 2] > 200) & (picture[:, :, 0] < 60) & (picture[:, :, 1] < 60)
        found.append(bool(red.any()))
    return found


def test_a_chart_that_breaks_over_pages_begins_each_with_its_axes() -> None:
    assert pages_with_axis(0.0) == [True, False, False]
    assert pages_with_axis(40.0) == [True, True, True]


ROWS = pd.DataFrame({"Field": ["Nurse"] * 9, "Said": ["yes"] * 9})


@pytest.mark.parametrize("lines", range(30, 50, 2))
@pytest.mark.parametrize("tabled", [True, False])
def test_no_heading_stands_alone_at_a_pages_end(lines: int, tabled: bool) -> None:
    above = Part("Above", Markdown(""), points=tuple(Markdown(f"Line {n}") for n in range(lines)))
    words = Markdown("") if tabled else Markdown("An answer in words.")
    below = Part("Below it", words, table=ROWS if tabled else None)
    front = Opening("Nurses", date(2026, 3, 4), "1 person", (), "", "", ())
    sections = (Section("One", (above,)), Section("Three", (below,)))
    for page in PdfReader(io.BytesIO(paper(Report(front, sections), iter(())))).pages:
        told = [line.strip() for line in page.extract_text().splitlines() if line.strip()]
        assert told[-2] not in {"Below it", "Three", "One", "Above"}
        assert told[-1].startswith("Nurses, 4 March 2026")
