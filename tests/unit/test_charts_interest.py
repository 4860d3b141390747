"""One's interest in each field: an arrow, the way below it, the words, and what opens."""

import warnings
from math import nan

import pandas as pd
import pytest

from lib.charts.base import FIELD_TONES, Drawing, picture
from lib.charts.interest import DEEPEST, ROW, TOP, interest_change
from lib.frames import Row, records

COLUMNS = ["field_id", "field", "tone", "person_id", "person", "before", "after"]
TYPES = dict.fromkeys(COLUMNS[5:], "float64")
Pair = tuple[float, float]


def talks(**fields: list[Pair]) -> pd.DataFrame:
    """Each conversation's before and after by field, each with another person."""
    rows = [
        (name.lower(), name, FIELD_TONES[min(place, 8)], f"p{n}", f"person {n}", *pair)
        for place, (name, pairs) in enumerate(fields.items())
        for n, pair in enumerate(pairs)
    ]
    return pd.DataFrame(rows, columns=COLUMNS).astype(TYPES)


def cook(*pairs: Pair) -> Drawing:
    return interest_change(talks(Cook=list(pairs)))


def parts(drawing: Drawing, *names: str) -> list[Row]:
    return [row for row in records(drawing.data["marks"]) if row["part"] in names]


def test_the_chart_is_compiled_once() -> None:
    assert cook((1, 2)).spec is interest_change(talks(Cook=[(1, 2)], Baker=[(2, 2)])).spec


def test_fields_are_rows_in_their_order_below_the_scale() -> None:
    areas = parts(interest_change(talks(Cook=[(1, 2)], Baker=[(2, 2)])), "area")
    assert [(row["field"], row["y"], row["y2"]) for row in areas] == [
        ("Cook", TOP, TOP + ROW),
        ("Baker", TOP + ROW, TOP + 2 * ROW),
    ]


def test_the_ends_of_the_scale_are_said_in_words() -> None:
    scale = parts(cook((1, 2)), "scale")
    assert [row["words"] for row in scale] == ["1, none", "2", "3", "4", "5, great"]
    assert [row["f0"] for row in scale] == [0, 0.25, 0.5, 0.75, 1]


def test_the_arrow_goes_from_the_first_before_to_the_latest_after() -> None:
    """1 to 2, 2 to 3, 3 to 5: from 1 to 5, whoever was talked to."""
    (shaft,) = parts(cook((1, 2), (2, 3), (3, 5)), "shaft")
    assert (shaft["f0"], shaft["f1"]) == (0, 1)


@pytest.mark.parametrize("pairs", [[(2, nan)], [(nan, 4), (nan, 2)]])
def test_without_a_before_or_an_after_there_is_no_arrow(pairs: list[Pair]) -> None:
    drawing = cook(*pairs)
    assert parts(drawing, "shaft", "begun", "head") == []
    assert len(parts(drawing, "dot")) == len(pairs)


@pytest.mark.parametrize(("pair", "shape"), [((2, 4), "triangle-right"), ((4, 2), "triangle-left")])
def test_the_head_points_where_interest_went(pair: Pair, shape: str) -> None:
    (head,) = parts(cook(pair), "head")
    assert head["shape"] == shape


def test_interest_that_stayed_is_a_tick_without_an_arrow() -> None:
    drawing = cook((3, 3))
    assert len(parts(drawing, "begun")) == 1
    assert parts(drawing, "shaft", "head") == []


def test_the_way_is_every_figure_noted_downwards_in_time() -> None:
    drawing = cook((1, 2), (2, 4), (nan, nan), (5, 3))
    dots, lines = parts(drawing, "dot"), parts(drawing, "way")
    assert [row["f0"] for row in dots] == [0, 0.25, 0.75, 1, 0.5]
    assert [row["y"] for row in dots] == sorted({row["y"] for row in dots})
    assert [(row["f0"], row["f1"]) for row in lines] == [
        (0, 0.25),
        (0.25, 0.75),
        (0.75, 1),
        (1, 0.5),
    ]
    assert [row["y2"] for row in lines] == [row["y"] for row in dots[1:]]


def test_a_dot_says_with_whom_and_how_much() -> None:
    dots = parts(cook((3, 4), (4, 2)), "dot")
    assert [(row["person"], row["said"]) for row in dots] == [
        ("person 0", "3 before the conversation"),
        ("person 0", "4 after the conversation"),
        ("person 1", "2 after the conversation"),
    ]


@pytest.mark.parametrize("count", [1, 5, 12, 60])
def test_a_row_holds_its_whole_way_and_grows_no_further_than_it_may(count: int) -> None:
    drawing = cook(*[(2.0, 4.0)] * count)
    (area,) = parts(drawing, "area")
    assert all(area["y"] < row["y"] < area["y2"] - 4 for row in parts(drawing, "dot"))
    assert area["y2"] - area["y"] <= ROW + DEEPEST


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(1, 2), (2, 3), (3, 5)], "1 to 5, 3 conversations"),
        ([(3, 3)], "3 to 3, 1 conversation"),
        ([(nan, 4)], "4 after, 1 conversation"),
        ([(2, nan)], "2 before, not noted after, 1 conversation"),
        ([(3, 5), (nan, 4)], "3 to 4, 2 conversations"),
    ],
)
def test_the_words_say_from_where_to_where(pairs: list[Pair], said: str) -> None:
    (row,) = parts(cook(*pairs), "said")
    assert row["words"] == said
    assert row["slim"] == said[::-1].replace(" ,", "\n", 1)[::-1]


def test_a_field_opens_everybody_with_whom_something_was_noted() -> None:
    once = talks(Cook=[(3, nan), (nan, 4)])
    twice = pd.concat([once, once], ignore_index=True)
    (opening,) = interest_change(twice).openings
    assert opening.label == "Interest in Cook (2 people)"
    assert (opening.key, opening.people) == ("interest/cook", 2)


def test_what_is_drawn_to_open_is_what_is_listed() -> None:
    drawing = interest_change(talks(Cook=[(1, 2)], Baker=[(2, 2), (nan, 4)]))
    listed = [opening.key for opening in drawing.openings]
    assert [row["key"] for row in parts(drawing, "area")] == listed
    assert {row["key"] for row in parts(drawing, "dot", "begun", "said")} == set(listed)


def test_a_long_name_is_cut_and_whole_in_its_tooltip() -> None:
    name = "Laboratory quality assurance and regulatory affairs manager!"
    (row,) = parts(interest_change(talks(**{name: [(1.0, 2.0)]})), "name")
    assert row["words"] == "Laboratory qua…airs manager!"
    assert all(len(line) <= 16 for line in row["slim"].split("\n"))
    assert row["field"] == name


def test_the_table_has_every_conversation() -> None:
    table = interest_change(talks(Cook=[(1, 2), (nan, 3)], Baker=[(2, nan)])).table
    assert table.columns.tolist() == ["Field", "Person", "Before", "After"]
    assert table["Before"].tolist()[::2] == [1, 2]
    assert len(table) == 3


def test_nothing_is_an_empty_drawing_with_its_columns() -> None:
    drawing = interest_change(talks())
    assert drawing.data["marks"].empty
    assert drawing.openings == ()
    assert drawing.data["marks"].dtypes.equals(cook((1, 2)).data["marks"].dtypes)
    assert drawing.table.columns.tolist() == cook((1, 2)).table.columns.tolist()


@pytest.mark.parametrize("count", [0, 1, 8])
def test_it_becomes_a_picture_without_a_warning(count: int) -> None:
    pairs: list[Pair] = [(3, 4), (2, 4), (nan, 1)]
    drawing = interest_change(talks(**{f"Field {place}": pairs for place in range(count)}))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = picture(drawing, title="Interest?", caption="People.").decode()
    assert svg.count(">3 to 1, 3 conversations</text>") == count
    assert "NaN" not in svg
    assert "undefined" not in svg


def test_no_tooltip_shows_a_column_by_its_name() -> None:
    for layer in cook((1, 2)).spec["layer"]:
        tips = layer["encoding"].get("tooltip")
        assert tips or layer["mark"].get("tooltip", "missing") is None
        for tip in tips or []:
            assert tip["title"][0].isupper()
