"""What the pay chart draws for which figure, and what opens."""

import json
import re
import warnings
from itertools import pairwise
from math import isnan, nan
from typing import Any

import pandas as pd
import pytest

from lib.charts import pay_strips
from lib.charts.base import FIELD_TONES, Drawing, picture
from lib.charts.pay import salary_ranges
from lib.frames import Row, records

FIGURE: Row = {
    **{"finding_id": "s1", "field_id": "cook", "field": "Cook", "tone": "1", "level": "entry"},
    **{"person_id": "p1", "person": "sous-chef, hotel", "whose": "own", "old": False},
    **{"low": 50_000.0, "high": 60_000.0, "words": "$50k to $60k"},
}
BANDS = ["field_id", "level", "low", "high", "words"]


def figures(*changes: Row) -> pd.DataFrame:
    """A figure a change, each of another person."""
    rows = [
        {**FIGURE, "finding_id": f"s{place}", "person_id": f"p{place}", **change}
        for place, change in enumerate(changes)
    ]
    return pd.DataFrame(rows, columns=list(FIGURE)).astype(
        {"low": "float64", "high": "float64", "old": "bool"}
    )


def drawn(*changes: Row, bands: tuple[tuple[Any, ...], ...] = (), **more: Any) -> Drawing:
    return salary_ranges(figures(*changes), pd.DataFrame(list(bands), columns=BANDS), **more)


def parts(drawing: Drawing, *names: str) -> list[Row]:
    return [row for row in records(drawing.data["marks"]) if row["part"] in names]


def axis(drawing: Drawing) -> tuple[float, float]:
    low, high = (row["x"] for row in parts(drawing, "reach"))
    return low, high


def test_the_chart_is_compiled_once() -> None:
    assert drawn({}).spec["layer"] is drawn({}, {}, symbol="€").spec["layer"]


def test_the_sign_of_the_currency_comes_with_the_drawing() -> None:
    params = drawn({}, symbol="CHF ").spec["params"]
    assert {"name": "symbol", "value": "CHF "} in params


def test_every_mark_that_opens_is_listed_and_every_listed_one_is_drawn() -> None:
    drawing = drawn({}, {"level": "mid"}, {"field_id": "baker", "field": "Baker"})
    assert {row["key"] for row in parts(drawing, "all", "one")} == {
        opening.key for opening in drawing.openings
    }
    assert len(drawing.openings) == len({opening.key for opening in drawing.openings}) == 6


def test_a_level_opens_its_people_and_a_line_one() -> None:
    drawing = drawn({"person_id": "a"}, {"person_id": "a"}, {"person_id": "b"})
    assert {opening.key: opening.people for opening in drawing.openings} == {
        "pay/cook/entry": 2,
        **{f"salary/s{place}": 1 for place in range(3)},
    }


def test_a_panel_is_the_last_part_of_the_keys_of_levels() -> None:
    first = drawn({}, panel="base-gross-employed").openings[0]
    assert first.key == "pay/cook/entry/base-gross-employed"


@pytest.mark.parametrize(
    ("whose", "said"),
    [("own", "own pay of"), ("seen", "seen by"), ("heard", "heard from")],
)
def test_a_line_says_whose_figure_it_is(whose: str, said: str) -> None:
    label = drawn({"whose": whose}).openings[-1].label
    assert label == f"Cook, entry: $50k to $60k, {said} sous-chef, hotel"


def test_levels_go_from_entry_to_not_said_and_figures_from_the_lowest() -> None:
    drawing = drawn(
        {"level": "unstated"},
        {"level": "senior"},
        {"low": 70_000.0, "high": 80_000.0},
        {"low": nan, "high": 55_000.0},
        {"level": "mid"},
    )
    assert [row["words"] for row in parts(drawing, "level")] == [
        *("Entry", "Mid", "Senior", "Not said")
    ]
    lines = parts(drawing, "one")
    assert [row["key"] for row in lines] == [f"salary/s{place}" for place in (3, 2, 4, 1, 0)]
    assert [row["y"] for row in lines] == sorted(row["y"] for row in lines)


def test_fields_keep_their_order_and_have_one_heading_each() -> None:
    baker = {"field_id": "baker", "field": "Baker", "tone": "2"}
    drawing = drawn(baker, {}, {**baker, "level": "mid"})
    assert [(row["words"], row["tone"]) for row in parts(drawing, "field")] == [
        ("Baker", "2"),
        ("Cook", "1"),
    ]


def test_a_range_is_a_line_from_low_to_high_with_two_caps() -> None:
    drawing = drawn({})
    (line,) = parts(drawing, "line")
    assert (line["x"], line["x2"], line["push"]) == (50_000, 60_000, 0)
    assert [row["x"] for row in parts(drawing, "cap")] == [50_000, 60_000]
    assert not parts(drawing, "arrow", "dot")


@pytest.mark.parametrize(
    ("low", "high", "push", "shape"),
    [(60_000.0, nan, 1, "triangle-right"), (nan, 60_000.0, -1, "triangle-left")],
)
def test_an_open_end_is_an_arrow_that_points_where_it_is_open(
    low: float, high: float, push: int, shape: str
) -> None:
    drawing = drawn({"low": low, "high": high})
    (arrow,) = parts(drawing, "arrow")
    assert (arrow["x"], arrow["push"], arrow["shape"]) == (60_000, push, shape)
    assert [row["x"] for row in parts(drawing, "cap")] == [60_000]


def test_a_single_figure_is_a_dot() -> None:
    drawing = drawn({"low": 66_000.0, "high": 66_000.0})
    assert [row["x"] for row in parts(drawing, "dot")] == [66_000]
    assert not parts(drawing, "line", "cap", "arrow")


def layers_for(**datum: Any) -> list[str]:
    """The kinds of mark whose filters let a line of this look through."""
    found = []
    for layer in drawn({}).spec["layer"]:
        tests = [f"datum.part == '{part}'" for part in layer["data"]["name"].split("/")[1:]]
        tests += [step["filter"] for step in layer.get("transform", []) if "filter" in step]
        if all(_holds(test, datum) for test in tests):
            found.append(layer["mark"]["type"] + " hollow" * (layer["mark"].get("filled") is False))
    return found


def _holds(test: str, datum: Row) -> bool:
    """A filter of the specification, read as Python."""
    python = re.sub("!(?!=)", " not ", test.replace("&&", "and").replace("||", "or")).strip()
    named = type("datum", (), datum)
    return bool(eval(python, {"datum": named}))


@pytest.mark.parametrize(
    ("whose", "old", "marks"),
    [
        ("own", False, ["rect"]),
        ("seen", False, ["rule"]),
        ("heard", False, ["rule"]),
        ("own", True, ["rect hollow"]),
        ("seen", True, ["rule"]),
    ],
)
def test_own_is_thick_and_an_old_own_line_is_hollow(
    whose: str, old: bool, marks: list[str]
) -> None:
    assert layers_for(part="line", whose=whose, old=old) == marks


@pytest.mark.parametrize("part", ["dot", "arrow"])
def test_an_old_dot_or_arrow_is_an_outline_around_the_page(part: str) -> None:
    now = layers_for(part=part, whose="seen", old=False)
    assert now == ["point"]
    assert layers_for(part=part, whose="seen", old=True) == ["point", "point hollow"]


def test_only_what_was_heard_is_dashed() -> None:
    rules = [layer["mark"] for layer in drawn({}).spec["layer"] if "strokeDash" in layer["mark"]]
    dashes = [rule["strokeDash"] for rule in rules if rule["type"] == "rule"]
    assert dashes == [{"expr": "datum.whose == 'heard' ? [4, 3] : [1, 0]"}]


def test_a_band_lies_behind_exactly_the_lines_of_its_level() -> None:
    drawing = drawn(
        {}, {}, {"level": "mid"}, bands=(("cook", "entry", 52e3, 58e3, "$52k to $58k"),)
    )
    (band,) = parts(drawing, "band")
    lines = [row["y"] for row in parts(drawing, "line")]
    assert (band["x"], band["x2"], band["tone"]) == (52_000, 58_000, "1")
    top, bottom = band["y"] - band["tall"] / 2, band["y"] + band["tall"] / 2
    assert [top < y < bottom for y in lines] == [True, True, False]


def test_the_words_of_a_band_stand_below_it_where_it_begins() -> None:
    drawing = drawn({}, {"high": 90_000.0}, bands=(("cook", "entry", 52e3, 58e3, "$52k to $58k"),))
    (words,) = parts(drawing, "agreed", "agreed right")
    (band,) = parts(drawing, "band")
    assert (words["part"], words["words"], words["x"]) == ("agreed", "$52k to $58k", 52_000)
    assert words["y"] > band["y"] + band["tall"] / 2


def test_near_the_right_edge_the_words_end_where_the_band_ends() -> None:
    drawing = drawn({}, {"high": 90_000.0}, bands=(("cook", "entry", 85e3, 90e3, "$85k to $90k"),))
    (words,) = parts(drawing, "agreed", "agreed right")
    assert (words["part"], words["x"]) == ("agreed right", 90_000)


def test_two_bands_have_a_line_of_words_each() -> None:
    pieces = (("cook", "entry", 50e3, 52e3, "low"), ("cook", "entry", 58e3, 60e3, "high"))
    drawing = drawn({}, {}, bands=pieces)
    words = parts(drawing, "agreed", "agreed right")
    assert len({row["y"] for row in words}) == len(parts(drawing, "band")) == 2
    assert drawing.openings[0].label == "Cook, entry pay: low and high (2 people)"


def test_no_overlap_is_said_without_a_band() -> None:
    drawing = drawn({}, {}, bands=(("cook", "entry", nan, nan, "no overlap"),))
    assert [row["words"] for row in parts(drawing, "agreed", "agreed right")] == ["no overlap"]
    assert not parts(drawing, "band")


@pytest.mark.parametrize(
    ("low", "high"),
    [(50e3, 60e3), (66e3, 66e3), (60e3, nan), (nan, 60e3), (8e6, 8.5e6), (300.0, 320.0), (0, 0)],
)
def test_the_axis_holds_every_figure_with_room_for_arrows(low: float, high: float) -> None:
    drawing = drawn({"low": low, "high": high})
    least, most = axis(drawing)
    ends = [end for end in (low, high) if not isnan(end)]
    assert least < most
    assert least <= min(ends) <= max(ends) <= most
    tenth = (most - least) / 10
    assert not isnan(high) or low + tenth < most
    assert not isnan(low) or high - tenth > least


@pytest.mark.parametrize(("low", "high"), [(90e3, nan), (nan, 50e3)])
def test_an_arrow_at_the_edge_has_a_tenth_of_the_axis(low: float, high: float) -> None:
    least, most = axis(drawn({"low": low, "high": high}, {"low": 50e3, "high": 90e3}))
    tenth = (most - least) / 10
    assert most - 90e3 > tenth if isnan(high) else 50e3 - least > tenth


def test_a_figure_said_otherwise_has_a_star_and_is_short_on_a_telephone() -> None:
    (said,) = parts(drawn({"words": "$62k, said as $30 an hour"}), "said")
    assert (said["words"], said["brief"]) == ("$62k*, said as $30 an hour", "$62k*")


def test_no_two_lines_stand_in_one_place() -> None:
    drawing = drawn(*[{"level": level} for level in ("entry", "mid") for _ in range(30)])
    places = [row["y"] for row in parts(drawing, "one")]
    assert min(b - a for a, b in pairwise(places)) >= 20
    assert drawing.height is not None
    assert max(places) < drawing.height


def test_nothing_is_an_empty_drawing_with_its_columns() -> None:
    drawing = drawn()
    assert drawing.data["marks"].empty
    assert drawing.openings == ()
    assert {"part", "key", "x", "y"} <= set(drawing.data["marks"].columns)
    assert drawing.table.columns.tolist() == drawn({}).table.columns.tolist()


def test_columns_have_one_type_with_figures_and_without() -> None:
    assert drawn().data["marks"].dtypes.equals(drawn({}).data["marks"].dtypes)


def test_the_table_has_a_row_a_figure_in_words_that_a_spreadsheet_can_hold() -> None:
    table = drawn({"high": nan, "words": "from $50k"}).table
    assert table["In words"].tolist() == ["from $50k"]
    assert table["From, a year"].tolist() == [50_000]
    assert not any("_" in column for column in table.columns)


@pytest.mark.parametrize("count", [0, 1, 60])
def test_it_becomes_a_picture_without_a_warning(count: int) -> None:
    drawing = drawn(
        *[{"tone": FIELD_TONES[place % 9], "field": "x" * 60} for place in range(count)]
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = picture(drawing, title="What is paid?", caption="Some people.").decode()
    assert svg.count("$50k to $60k") >= count
    assert not count or "NaN" not in svg


def test_no_tooltip_shows_a_column_by_its_name() -> None:
    for layer in drawn({}).spec["layer"]:
        tips = layer["encoding"].get("tooltip")
        assert tips or layer["mark"].get("tooltip", "missing") is None, json.dumps(layer)
        for tip in tips if isinstance(tips, list) else [tips] if tips else []:
            assert "value" in tip or tip["title"][0].isupper()


STRIP: Row = {
    **{"field_id": "cook", "level": "entry", "least": 40e3, "most": 90e3, "tenth": 50e3},
    **{"quarter": 55e3, "half": 60e3, "three_quarters": 70e3, "nine_tenths": 80e3},
    **{"who": "41 people, 41 figures", "aside": "without 3 heard", "middle_words": "middle $60k"},
    "half_words": "half $55k to $70k",
}


def stripped(**changes: Any) -> Drawing:
    strips = pd.DataFrame([{**STRIP, **changes}], columns=list(pay_strips.COLUMNS))
    return drawn({}, {}, {"level": "mid"}, strips=strips)


def test_a_strip_stands_for_the_lines_of_its_level_alone() -> None:
    drawing = stripped()
    (half,) = parts(drawing, "strip half")
    (most,) = parts(drawing, "strip most")
    (middle,) = parts(drawing, "strip middle")
    assert (half["x"], half["x2"], middle["x"]) == (55_000, 70_000, 60_000)
    assert (most["x"], most["x2"]) == (50_000, 80_000)
    assert [row["key"] for row in parts(drawing, "one")] == ["salary/s2"]
    assert {opening.key: opening.people for opening in drawing.openings} == {
        **{"pay/cook/entry": 2, "pay/cook/mid": 1},
        "salary/s2": 1,
    }
    assert len(drawing.table) == 3


def test_a_strip_that_may_not_be_summed_up_is_a_fine_line() -> None:
    drawing = stripped(half=nan, half_words="", middle_words="$40k to $90k said")
    assert parts(drawing, "strip all")
    assert not parts(drawing, "strip half", "strip most", "strip middle")


def test_a_strip_becomes_a_picture() -> None:
    svg = picture(stripped(), title="What is paid?", caption="Many people.").decode()
    assert "half $55k to $70k" in svg
    assert "NaN" not in svg


GREY: Row = {
    **{"field_id": "cook", "low": 40_000.0, "high": 90_000.0, "median": 55_000.0},
    **{"words": "$40k to $90k", "middle": "official median $55k"},
}


def with_grey(**change: Any) -> Drawing:
    return drawn({}, {"level": "mid"}, official=pd.DataFrame([{**GREY, **change}]))


def test_official_figures_stand_behind_all_levels_of_their_field() -> None:
    drawing = with_grey()
    ((area,), (middle,)) = parts(drawing, "official"), parts(drawing, "median")
    assert (area["x"], area["x2"], middle["x"]) == (40_000, 90_000, 55_000)
    for figure in parts(drawing, "one"):
        assert area["y"] - area["tall"] / 2 < figure["y"] < area["y"] + area["tall"] / 2
    assert axis(drawing)[0] <= 40_000
    assert axis(drawing)[1] >= 90_000
    assert set(drawing.table["Official figures"]) == {"$40k to $90k, official median $55k"}


def test_an_open_official_end_reaches_to_the_edge_of_the_axis() -> None:
    drawing = with_grey(high=nan, median=nan)
    ((area,), middle) = parts(drawing, "official"), parts(drawing, "median", "median words")
    assert area["x2"] == axis(drawing)[1]
    assert middle == []


def test_another_fields_official_figures_are_not_drawn() -> None:
    assert parts(with_grey(field_id="baker"), "official", "median", "official words") == []
