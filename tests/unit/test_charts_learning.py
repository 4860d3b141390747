"""What a further conversation brings: the bars of each layout, their labels, what opens."""

import warnings
from itertools import pairwise

import pandas as pd
import pytest

from lib.charts.base import FIELD_TONES, Drawing, picture
from lib.charts.learning import MOST, further_interviews
from lib.frames import Row, records

COLUMNS = ["field_id", "field", "tone", "m", "new", "verdict"]
LAYOUTS = ["side", "stack"]


def points(*fields: tuple[str, list[float]]) -> pd.DataFrame:
    rows = [
        (name.lower(), name, FIELD_TONES[min(place, 8)], m, new, "slowing")
        for place, (name, brought) in enumerate(fields)
        for m, new in enumerate(brought, start=1)
    ]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"m": "int64", "new": "float64"})


def drawn(*fields: tuple[str, list[float]]) -> Drawing:
    return further_interviews(points(*fields))


def cook(*brought: float) -> Drawing:
    return drawn(("Cook", list(brought)))


def falling(count: int) -> list[float]:
    return [12 / m for m in range(1, count + 1)]


def parts(drawing: Drawing, name: str, layout: str = "side") -> list[Row]:
    rows = records(drawing.data["marks"])
    return [row for row in rows if (row["part"], row["layout"]) == (name, layout)]


def test_the_chart_is_compiled_once() -> None:
    assert cook(3).spec is drawn(("Cook", [3, 2]), ("Baker", [1])).spec


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_conversation_is_a_bar_and_no_field_is_lost(layout: str) -> None:
    drawing = drawn(("Cook", [4, 2, 1]), ("Baker", [2, 1]))
    assert [row["field"] for row in parts(drawing, "bar", layout)] == ["Cook"] * 3 + ["Baker"] * 2
    assert [row["field"] for row in parts(drawing, "name", layout)] == ["Cook", "Baker"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_bars_begin_at_zero_on_one_scale_for_all_fields(layout: str) -> None:
    bars = parts(drawn(("Cook", [12, 6]), ("Baker", [3])), "bar", layout)
    tall = [row["y2"] - row["y"] for row in bars]
    assert tall[0] == pytest.approx(2 * tall[1]) == pytest.approx(4 * tall[2])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_first_and_the_last_are_labelled_with_one_decimal_at_most(layout: str) -> None:
    labels = parts(cook(13, 7.26, 4.25, 1.58), "figure", layout)
    assert [row["words"] for row in labels] == ["13", "1.6"]


def test_one_conversation_has_one_label() -> None:
    assert [row["words"] for row in parts(cook(5), "figure")] == ["5"]


@pytest.mark.parametrize(
    ("last", "words"), [(0.0, "0"), (0.01, "<0.1"), (0.05, "0.1"), (0.5, "0.5")]
)
def test_what_is_left_of_a_little_is_not_nothing(last: float, words: str) -> None:
    assert parts(cook(5, last), "figure")[-1]["words"] == words


@pytest.mark.parametrize(
    ("count", "numbers"),
    [(1, [1]), (5, [1, 2, 3, 4, 5]), (20, [1, 5, 10, 15, 20]), (60, [1, 10, 20, 30, 40, 50, 60])],
)
def test_conversations_are_numbered_and_many_at_round_ones(count: int, numbers: list[int]) -> None:
    labels = parts(drawn(("Cook", falling(count))), "number")
    assert [int(row["words"]) for row in labels] == numbers


@pytest.mark.parametrize("count", range(1, 61))
def test_numbers_never_stand_closer_than_a_bar_of_the_common_width(count: int) -> None:
    labels = parts(drawn(("Cook", falling(count))), "number")
    places = [int(row["words"]) for row in labels]
    closest = min((b - a for a, b in pairwise(places)), default=MOST)
    assert closest * min(1, MOST / count) >= 0.99


def test_sixty_conversations_leave_the_other_fields_their_room() -> None:
    bars = parts(drawn(("Cook", falling(60)), ("Baker", falling(6))), "bar")
    cooks, bakers = ([r for r in bars if r["field"] == name] for name in ("Cook", "Baker"))
    wide = cooks[-1]["f1"] - cooks[0]["f0"]
    assert bakers[-1]["f1"] - bakers[0]["f0"] > wide / 3


@pytest.mark.parametrize("counts", [(1,), (60,), (8, 6, 5, 3, 2), (1,) * 8, (60,) * 8])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_everything_lies_within_the_width_and_blocks_do_not_meet(
    layout: str, counts: tuple[int, ...]
) -> None:
    fields = [(f"Field {place}", falling(count)) for place, count in enumerate(counts)]
    drawing = drawn(*fields)
    bars = parts(drawing, "bar", layout)
    for row in [*bars, *parts(drawing, "area", layout)]:
        assert 0 <= row["f0"] < row["f1"] <= 1
    if layout == "side":
        ends = [(row["f0"], row["f1"]) for row in bars]
        assert all(a[1] < b[0] for a, b in pairwise(ends))


def test_a_single_conversation_is_no_wall() -> None:
    (bar,) = parts(cook(13), "bar")
    assert bar["f1"] - bar["f0"] < 0.05


def test_stacked_fields_stand_below_each_other() -> None:
    areas = parts(drawn(("Cook", [4]), ("Baker", [2])), "area", "stack")
    assert areas[0]["y2"] < areas[1]["y"]


def test_eight_fields_need_more_width_than_one_to_stand_side_by_side() -> None:
    eight = drawn(*((f"Field {place}", [2.0]) for place in range(8)))
    assert set(eight.data["marks"]["need"]) == {768}
    assert set(cook(2).data["marks"]["need"]) == {560}


@pytest.mark.parametrize(("brought", "words"), [([4.0], "1 person"), ([4.0, 2.0], "2 people")])
def test_a_field_opens_as_a_whole(brought: list[float], words: str) -> None:
    (opening,) = cook(*brought).openings
    assert opening.label == f"What was said in Cook ({words})"
    assert (opening.key, opening.people) == ("things/cook", len(brought))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_drawn_to_open_is_what_is_listed(layout: str) -> None:
    drawing = drawn(("Cook", [4, 2, 1]), ("Baker", [2, 1]))
    listed = [opening.key for opening in drawing.openings]
    assert [row["key"] for row in parts(drawing, "area", layout)] == listed
    assert {row["key"] for row in parts(drawing, "bar", layout)} == set(listed)


def test_a_long_name_is_cut_on_its_lines_and_whole_in_its_tooltip() -> None:
    name = "Laboratory quality assurance and regulatory affairs manager!"
    drawing = drawn((name, [2.0]))
    (row,) = parts(drawing, "name")
    assert [len(line) <= 22 for line in row["words"].split("\n")] == [True, True]
    assert row["field"] == name


def test_the_table_has_every_conversation() -> None:
    table = drawn(("Cook", [4, 2.333]), ("Baker", [2])).table
    assert table.columns.tolist() == ["Field", "Conversation", "New things expected"]
    assert table["New things expected"].tolist() == [4, 2.33, 2]


def test_nothing_is_an_empty_drawing_with_its_columns() -> None:
    drawing = drawn()
    assert drawing.data["marks"].empty
    assert drawing.openings == ()
    assert drawing.data["marks"].dtypes.equals(cook(2).data["marks"].dtypes)
    assert drawing.table.columns.tolist() == cook(2).table.columns.tolist()


def test_conversations_that_brought_nothing_are_flat() -> None:
    assert {row["y"] for row in parts(cook(0, 0), "bar")} == {202}


@pytest.mark.parametrize("count", [0, 1, 8])
def test_it_becomes_a_picture_without_a_warning(count: int) -> None:
    drawing = drawn(*((f"Field {place}", [7.7, 3.3, 1.1]) for place in range(count)))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = picture(drawing, title="Another?", caption="People.").decode()
    assert svg.count(">7.7</text>") == svg.count(">1.1</text>") == count
    assert "NaN" not in svg
    assert "undefined" not in svg


def test_no_tooltip_shows_a_column_by_its_name() -> None:
    for layer in cook(2).spec["layer"]:
        tips = layer["encoding"].get("tooltip")
        assert tips or layer["mark"].get("tooltip", "missing") is None
        for tip in tips or []:
            assert tip["title"][0].isupper()
