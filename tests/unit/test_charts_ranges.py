"""Rows of ranges: what is drawn in both layouts, what opens, and that nothing is lost."""

import warnings
from itertools import pairwise
from math import nan
from typing import Any

import pandas as pd
import pytest

from lib.charts.base import Drawing, picture
from lib.charts.getting_in import ways_in
from lib.charts.ladders import ladders
from lib.charts.range_rows import ticks
from lib.frames import Row, records

WAY: Row = {
    **{"field_id": "cook", "key": "training/cook/1", "name": "Course", "voices": 2, "asked": 4},
    **{"required": "hollow", "required_words": "2 no", "alongside_words": "not said"},
    **{"months_low": 3.0, "months_high": 6.0, "months_less": False, "months_more": False},
    **{"cost_low": nan, "cost_high": nan, "cost_less": False, "cost_more": False},
    **{"months_words": "3 to 6 months", "cost_words": "not said", "cost_beside": ""},
    **{"old_low": nan, "old_high": nan, "old_less": False, "old_more": False},
}
FIELDS = [("cook", "Cook", "1", ""), ("baker", "Baker", "2", "nobody was asked")]


def fields(*rows: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["field_id", "field", "tone", "nothing"])


def ways(*changes: Row) -> Drawing:
    rows = [{**WAY, "key": f"training/cook/{p}", **one} for p, one in enumerate(changes)]
    return ways_in(pd.DataFrame(rows, columns=list(WAY)), fields(*FIELDS))


def parts(drawing: Drawing, name: str, layout: str = "wide") -> list[Row]:
    data = records(drawing.data["marks"])
    return [row for row in data if row["part"] == name and row["layout"] == layout]


def test_a_chart_of_so_many_axes_is_compiled_once() -> None:
    assert ways({}).spec is ways({}, {}).spec


@pytest.mark.parametrize("layout", ["wide", "slim"])
def test_every_line_opens_in_both_layouts_and_no_two_share_a_place(layout: str) -> None:
    drawing = ways({}, {"name": "Degree"}, {"name": "Trial"})
    touch = parts(drawing, "touch", layout)
    assert [row["key"] for row in touch] == [opening.key for opening in drawing.openings]
    assert touch[0]["told"] == "2 of 4, 3 to 6 months, not said, 2 no, not said"
    ends = [(row["slot"], row["slot"] + row["lines"]) for row in touch]
    assert all(end <= begin for (_, end), (begin, _) in pairwise(ends))


def test_what_was_not_said_has_words_and_no_range() -> None:
    drawing = ways({})
    assert [row["side"] for row in parts(drawing, "range")] == [0]
    assert [row["words"] for row in parts(drawing, "said")] == ["3 to 6 months", "not said"]


def test_old_costs_are_thin_and_hollow_below_the_others_and_said_beside_them() -> None:
    old = {"old_low": 10.0, "old_high": 10.0, "cost_beside": "$10 in 2015"}
    drawing = ways({**old, "required": "filled"}, {**old, "cost_low": 4.0, "cost_high": 5.0})
    alone, new, beside = [row for row in parts(drawing, "range") if row["side"] == 1]
    assert (alone["thin"], alone["ends"], alone["off"] > 0) == (True, "hollow", True)
    assert (new["thin"], new["off"], new["f1"]) == (False, 0, 0.5)
    assert (beside["thin"], beside["f1"]) == (True, 1)
    said = [row["words"] for row in parts(drawing, "said") if row["side"] == 1]
    assert said[0] == "$10 in 2015"


def test_a_field_without_lines_says_why() -> None:
    assert [row["words"] for row in parts(ways({}), "nothing")] == ["nobody was asked"]
    assert [row["words"] for row in parts(ways({}), "field")] == ["Cook", "Baker"]


def test_texts_share_one_line_on_a_telephone() -> None:
    slim = [row["words"] for row in parts(ways({}), "slim", "slim")]
    assert slim == ["months", "cost", "required: 2 no; beside a job: not said"]


def test_a_range_ends_where_its_figure_is_marked_on_the_axis() -> None:
    drawing = ways({"months_low": 6.0, "months_high": 24.0})
    (bar,) = parts(drawing, "range")
    marked = {row["words"]: row["f0"] for row in parts(drawing, "tick") if row["side"] == 0}
    assert (bar["f0"], bar["f1"]) == (marked["6"], marked["24"]) == (0.25, 1.0)


@pytest.mark.parametrize(
    ("most", "steps", "found"),
    [
        (24, (1, 3, 6, 12), [0, 6, 12, 18, 24]),
        (1, (1, 3), [0, 1]),
        (31, (1, 3, 6, 12), [0, 12, 24]),
        (0.5, (1, 3), [0]),
        (1000, (1, 10), [0, 250, 500, 750, 1000]),
    ],
)
def test_figures_along_an_axis_begin_at_nothing(
    most: float, steps: tuple[float, ...], found: list[float]
) -> None:
    assert ticks(most, steps) == found


def test_people_who_stand_alone_are_apart_around_the_middle() -> None:
    named = ["field_id", "key", "position", "name", "voices", "asked"]
    words = ["years_words", "pay_words", "until_words"]
    one: list[Any] = ["cook", "step/cook/1", 2, "Chef", 2, 4, "after 1; 3 years", "", ""]
    reach = [("step/cook/1", 1.0, 1.0, False, False, True)] * 2
    drawing = ladders(
        pd.DataFrame([one], columns=[*named, *words]),
        pd.DataFrame(reach, columns=["key", "low", "high", "less", "more", "thin"]),
        fields(FIELDS[0]),
    )
    assert [row["off"] for row in parts(drawing, "range")] == [-4, 4]
    assert [row["words"] for row in parts(drawing, "name")] == ["2  Chef"]
    assert drawing.openings[0].label == "Chef in Cook (2 of 4)"


def test_nothing_is_an_empty_drawing_with_its_columns() -> None:
    nothing = ways()
    assert nothing.data["marks"].empty
    assert nothing.data["marks"].dtypes.equals(ways({}).data["marks"].dtypes)
    assert nothing.openings == ()


@pytest.mark.parametrize("count", [0, 1, 30])
def test_it_becomes_a_picture_without_a_warning(count: int) -> None:
    drawing = ways(*[{"name": "x" * 80, "months_more": True} for _ in range(count)])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = picture(drawing, title="How?", caption="Some people.").decode()
    assert svg.count("3 to 6 months") >= count
    assert "NaN" not in svg


def test_no_tooltip_shows_a_column_by_its_name() -> None:
    for layer in ways({}).spec["layer"]:
        tips = layer["encoding"].get("tooltip")
        assert tips or layer["mark"].get("tooltip", "missing") is None
        for tip in tips or []:
            assert tip["title"][0].isupper()
