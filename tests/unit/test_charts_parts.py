import altair as alt
import pandas as pd

from lib.charts.base import Drawing, compiled, pick, picture


def a_drawing() -> Drawing:
    """Bars named by a text, two parts of one set of marks."""
    bars = alt.Chart(alt.NamedData("marks")).transform_filter("datum.part == 'bar'")
    words = alt.Chart(alt.NamedData("marks")).transform_filter("datum.part == 'word'")
    chart = alt.layer(
        bars.mark_bar().encode(x="length:Q", y="row:O").add_params(pick()),
        words.transform_filter("datum.shown").mark_text().encode(y="row:O", text="words:N"),
    )
    marks = pd.DataFrame(
        [
            {"part": "bar", "row": 1, "length": 3.0, "key": "a"},
            {"part": "bar", "row": 2, "length": 5.0, "key": "b"},
            {"part": "word", "row": 1, "words": "three", "shown": True},
        ]
    )
    return Drawing(compiled(chart), {"marks": marks})


def test_a_layer_reads_its_own_rows_and_the_columns_that_it_names() -> None:
    slices = a_drawing().slices
    assert set(slices) == {"marks/bar", "marks/word"}
    assert slices["marks/bar"].columns.tolist() == ["row", "length", "key"]
    assert slices["marks/bar"]["key"].tolist() == ["a", "b"]
    assert {"words", "shown", "row"} <= set(slices["marks/word"].columns)
    assert slices["marks/word"]["words"].tolist() == ["three"]


def test_other_filters_of_a_layer_stay() -> None:
    layers = a_drawing().spec["layer"]
    assert [layer["transform"] for layer in layers] == [[], [{"filter": "datum.shown"}]]


def test_a_layer_that_reads_two_parts_keeps_the_whole_set() -> None:
    both = alt.Chart(alt.NamedData("marks")).transform_filter("datum.part == 'a' || datum.row == 1")
    chart = alt.layer(both.mark_point().encode(y="row:O"))
    drawing = Drawing(compiled(chart), {"marks": pd.DataFrame({"part": ["a", "b"], "row": [1, 2]})})
    assert {name: len(rows) for name, rows in drawing.slices.items()} == {"marks": 2}


def test_the_picture_is_drawn_from_the_same_slices() -> None:
    svg = picture(a_drawing(), title="How long?", caption="Two bars.").decode()
    assert "three" in svg
