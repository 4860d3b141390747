"""Interest before and after: dots, arrows and words for what was noted, and what opens."""

import warnings
from math import isnan, nan

import pandas as pd
import pytest

from lib.charts.base import FIELD_TONES, Drawing, picture
from lib.charts.interest import ABREAST, ROW, TOP, interest_change
from lib.frames import Row, records

COLUMNS = [*("field_id", "field", "tone", "person", "before", "after", "mean_before", "mean_after")]
TYPES = dict.fromkeys(COLUMNS[4:], "float64")
Pair = tuple[float, float]


def people(**fields: list[Pair]) -> pd.DataFrame:
    """Each person's before and after by field; a mean where three have both."""
    rows = []
    for place, (name, pairs) in enumerate(fields.items()):
        both = [pair for pair in pairs if not isnan(pair[0]) and not isnan(pair[1])]
        mean: Pair = (nan, nan)
        if len(both) >= 3:
            mean = (sum(b for b, _ in both) / len(both), sum(a for _, a in both) / len(both))
        rows += [
            (name.lower(), name, FIELD_TONES[min(place, 8)], f"person {n}", *pair, *mean)
            for n, pair in enumerate(pairs)
        ]
    return pd.DataFrame(rows, columns=COLUMNS).astype(TYPES)


def cook(*pairs: Pair) -> Drawing:
    return interest_change(people(Cook=list(pairs)))


def parts(drawing: Drawing, *names: str) -> list[Row]:
    return [row for row in records(drawing.data["marks"]) if row["part"] in names]


def words(*pairs: Pair) -> str:
    (row,) = parts(cook(*pairs), "said")
    return str(row["words"])


def test_the_chart_is_compiled_once() -> None:
    assert cook((1, 2)).spec is interest_change(people(Cook=[(1, 2)], Baker=[(2, 2)])).spec


def test_fields_are_rows_in_their_order_below_the_scale() -> None:
    areas = parts(interest_change(people(Cook=[(1, 2)], Baker=[(2, 2)])), "area")
    assert [(row["field"], row["y"], row["y2"]) for row in areas] == [
        ("Cook", TOP, TOP + ROW),
        ("Baker", TOP + ROW, TOP + 2 * ROW),
    ]


def test_the_ends_of_the_scale_are_said_in_words() -> None:
    scale = parts(cook((1, 2)), "scale")
    assert [row["words"] for row in scale] == ["1, none", "2", "3", "4", "5, great"]
    assert [row["f0"] for row in scale] == [0, 0.25, 0.5, 0.75, 1]


def test_each_person_who_noted_an_after_is_a_dot() -> None:
    drawing = cook((3, 4), (nan, 2), (3, nan), (1, 4))
    dots = parts(drawing, "dot")
    assert sorted((row["person"], row["f0"]) for row in dots) == [
        ("person 0", 0.75),
        ("person 1", 0.25),
        ("person 3", 0.75),
    ]


@pytest.mark.parametrize("count", [1, 2, 5, 6, 23])
def test_equal_figures_are_all_visible(count: int) -> None:
    dots = parts(cook(*[(3.0, 4.0)] * count), "dot")
    assert len({(row["nudge"], row["y"]) for row in dots}) == len(dots) == count
    assert max(abs(row["nudge"]) for row in dots) <= (ABREAST - 1) / 2


def test_dots_stand_in_the_same_place_each_time() -> None:
    pairs = [(3.0, 4.0)] * 7
    pd.testing.assert_frame_equal(cook(*pairs).data["marks"], cook(*pairs).data["marks"])


@pytest.mark.parametrize("count", [1, 10, 11, 40])
def test_a_row_is_high_enough_for_its_dots(count: int) -> None:
    drawing = cook(*[(3.0, 4.0)] * count)
    (area,) = parts(drawing, "area")
    assert all(area["y"] < row["y"] < area["y2"] - 4 for row in parts(drawing, "dot"))


def test_three_people_are_one_thick_arrow_from_mean_to_mean() -> None:
    (shaft,) = parts(cook((2, 3), (2, 4), (2, 5)), "shaft")
    assert (shaft["f0"], shaft["f1"]) == (0.25, 0.75)
    assert shaft["thick"] > parts(cook((2, 3)), "shaft")[0]["thick"]


def test_fewer_are_an_arrow_each() -> None:
    shafts = parts(cook((3, 5), (3, 4)), "shaft")
    assert [(row["f0"], row["f1"]) for row in shafts] == [(0.5, 1), (0.5, 0.75)]
    assert len({row["y"] for row in shafts}) == 2


@pytest.mark.parametrize(("pair", "shape"), [((2, 4), "triangle-right"), ((4, 2), "triangle-left")])
def test_the_head_points_where_interest_went(pair: Pair, shape: str) -> None:
    (head,) = parts(cook(pair), "head")
    assert head["shape"] == shape


def test_interest_that_stayed_is_a_tick_without_an_arrow() -> None:
    drawing = cook((3, 3))
    assert len(parts(drawing, "begun")) == 1
    assert parts(drawing, "shaft", "head") == []


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([(3, 4), (2, 4), (3, 4)], "2.7 to 4.0, 3 people"),
        ([(3, 4), (2, 4), (3, 4), (nan, 1)], "2.7 to 4.0, 3 of 4 people"),
        ([(3, 5), (3, 4)], "3 to 5; 3 to 4"),
        ([(3, 3)], "3 to 3"),
        ([(nan, 4)], "after only: 4"),
        ([(2, nan)], "before only: 2"),
        ([(3, 5), (nan, 4)], "3 to 5; after only: 4"),
        ([(nan, 4)] * 5, "after only: 4, 4, 4, …"),
    ],
)
def test_the_words_say_what_the_arrow_rests_on(pairs: list[Pair], said: str) -> None:
    assert words(*pairs) == said


def test_what_is_too_long_for_a_line_is_on_two() -> None:
    assert words((3, 5), (2, 3), (nan, 4)) == "3 to 5;\n2 to 3;\nafter only: 4"


def test_on_a_telephone_each_part_has_its_line() -> None:
    (row,) = parts(cook((3, 4), (2, 4), (3, 4)), "said")
    assert row["slim"] == "2.7 to 4.0\n3 people"


@pytest.mark.parametrize(("count", "said"), [(1, "1 person"), (6, "6 people")])
def test_a_field_opens_everybody_who_noted_something(count: int, said: str) -> None:
    (opening,) = cook(*[(3.0, nan)] * count).openings
    assert opening.label == f"Interest in Cook ({said})"
    assert (opening.key, opening.people) == ("interest/cook", count)


def test_what_is_drawn_to_open_is_what_is_listed() -> None:
    drawing = interest_change(people(Cook=[(1, 2)], Baker=[(2, 2), (nan, 4)]))
    listed = [opening.key for opening in drawing.openings]
    assert [row["key"] for row in parts(drawing, "area")] == listed
    assert {row["key"] for row in parts(drawing, "dot", "begun", "said")} == set(listed)


def test_a_dot_says_who_and_how_much() -> None:
    told = [row["said"] for row in parts(cook((3, 4), (nan, 2)), "dot")]
    assert told == ["not noted before, 2 after", "3 before, 4 after"]


def test_a_long_name_is_cut_and_whole_in_its_tooltip() -> None:
    name = "Laboratory quality assurance and regulatory affairs manager!"
    (row,) = parts(interest_change(people(**{name: [(1.0, 2.0)]})), "name")
    assert row["words"].endswith("…")
    assert all(len(line) <= 16 for line in row["slim"].split("\n"))
    assert row["field"] == name


def test_the_table_has_everybody() -> None:
    table = interest_change(people(Cook=[(1, 2), (nan, 3)], Baker=[(2, nan)])).table
    assert table.columns.tolist() == ["Field", "Person", "Before", "After"]
    assert table["Before"].tolist()[::2] == [1, 2]
    assert len(table) == 3


def test_nothing_is_an_empty_drawing_with_its_columns() -> None:
    drawing = interest_change(people())
    assert drawing.data["marks"].empty
    assert drawing.openings == ()
    assert drawing.data["marks"].dtypes.equals(cook((1, 2)).data["marks"].dtypes)
    assert drawing.table.columns.tolist() == cook((1, 2)).table.columns.tolist()


@pytest.mark.parametrize("count", [0, 1, 8])
def test_it_becomes_a_picture_without_a_warning(count: int) -> None:
    pairs: list[Pair] = [(3, 4), (2, 4), (3, 4), (nan, 1)]
    drawing = interest_change(people(**{f"Field {place}": pairs for place in range(count)}))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = picture(drawing, title="Interest?", caption="People.").decode()
    assert svg.count(">2.7 to 4.0, 3 of 4 people</text>") == count
    assert "NaN" not in svg
    assert "undefined" not in svg


def test_no_tooltip_shows_a_column_by_its_name() -> None:
    for layer in cook((1, 2)).spec["layer"]:
        tips = layer["encoding"].get("tooltip")
        assert tips or layer["mark"].get("tooltip", "missing") is None
        for tip in tips or []:
            assert tip["title"][0].isupper()
