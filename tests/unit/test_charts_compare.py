"""What the comparison draws in each cell, in each of its layouts, and what opens."""

import warnings
from itertools import pairwise
from math import nan
from typing import Any

import pandas as pd
import pytest

from lib.charts.base import FIELD_TONES, Drawing, picture
from lib.charts.compare import QUESTIONS, fields_compared
from lib.charts.compare_places import BLOCKS, COLUMNS, UNIT, broken, name_lines
from lib.frames import Row, records

LAYOUTS = [*COLUMNS, *BLOCKS]
SCALES = {"interest": (1.0, 5.0), "months": (0.0, 20.0), "cost": (0.0, 10.0), "pay": (40.0, 80.0)}
CAPTIONS = dict.fromkeys(QUESTIONS, "in words")
CELL: Row = {
    **{"field_id": "cook", "criterion": "months", "piece": 0, "start": 5.0, "end": 10.0},
    **{"mark": "range", "words": "5 to 10", "people": 3},
}


def cells(*changes: Row) -> pd.DataFrame:
    rows = [{**CELL, **change} for change in changes]
    numbers = {"start": "float64", "end": "float64"}
    return pd.DataFrame(rows, columns=list(CELL)).astype(numbers)


def fields(*names: str) -> pd.DataFrame:
    rows = [
        (name.lower(), name, FIELD_TONES[place % 9], place + 1) for place, name in enumerate(names)
    ]
    return pd.DataFrame(rows, columns=["field_id", "field", "tone", "people"])


def drawn(*changes: Row, names: tuple[str, ...] = ("Cook",)) -> Drawing:
    return fields_compared(cells(*changes), fields(*names), SCALES, CAPTIONS)


def parts(drawing: Drawing, *names: str, layout: str = "wide") -> list[Row]:
    rows = records(drawing.data["marks"])
    return [row for row in rows if row["part"] in names and row["layout"] == layout]


def shape(*changes: Row) -> dict[str, list[tuple[float, float]]]:
    """Each part of one cell's mark, from 0 to 1 of its width."""
    found: dict[str, list[tuple[float, float]]] = {}
    frame = {"heading", "caption", "rule", "edge", "name", "people", "space", "words", "blank"}
    for row in records(drawn(*changes).data["marks"]):
        if row["layout"] == "wide" and row["part"] not in {*frame, "opens", "told"}:
            found.setdefault(row["part"], []).append((row["f0"], row["f1"]))
    return found


def test_the_chart_is_compiled_once() -> None:
    assert drawn({}).spec is drawn({}, names=("Cook", "Baker")).spec


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_cell_that_opens_is_listed_and_every_listed_one_is_drawn(layout: str) -> None:
    drawing = drawn({}, {"criterion": "pay"}, {"criterion": "cost", "people": 0})
    assert [row["key"] for row in parts(drawing, "opens", layout=layout)] == [
        opening.key for opening in drawing.openings
    ]
    assert [opening.key for opening in drawing.openings] == [
        "compare/cook/months",
        "compare/cook/pay",
    ]


def test_a_cell_nobody_stands_behind_is_told_and_does_not_open() -> None:
    drawing = drawn({"mark": "hatched", "words": "not asked", "people": 0})
    assert not drawing.openings
    (told,) = parts(drawing, "told")
    assert told["said"] == "not asked"
    assert pd.isna(told["key"])


@pytest.mark.parametrize(
    ("people", "words"), [(1, "(5 to 10, 1 person)"), (6, "(5 to 10, 6 people)")]
)
def test_an_opening_says_how_many_people_it_opens(people: int, words: str) -> None:
    (opening,) = drawn({"people": people}).openings
    assert (opening.people, opening.label) == (people, f"Time to enter in Cook {words}")


def test_several_pieces_of_a_cell_open_together() -> None:
    drawing = drawn({}, {"piece": 1, "start": 12.0, "end": 14.0})
    assert [opening.people for opening in drawing.openings] == [3]
    assert len(parts(drawing, "range")) == 2
    assert len(parts(drawing, "words")) == 1


def test_a_range_is_a_bar_on_its_scale() -> None:
    assert shape({}) == {"line": [(0, 1)], "range": [(0.25, 0.5)]}


def test_what_lies_beyond_the_scale_stays_within_the_cell() -> None:
    assert shape({"start": -5.0, "end": 90.0})["range"] == [(0, 1)]


def test_one_figure_is_a_dot() -> None:
    assert [f0 for f0, _ in shape({"start": 10.0, "end": 10.0})["dot"]] == [0.5]


@pytest.mark.parametrize(
    ("start", "end", "bar", "head", "at"),
    [
        (nan, 10.0, (0, 0.5), "triangle-left", 0),
        (10.0, nan, (0.5, 1), "triangle-right", 1),
    ],
)
def test_an_open_end_reaches_the_end_of_the_scale_with_an_arrow(
    start: float, end: float, bar: tuple[float, float], head: str, at: float
) -> None:
    drawing = fields_compared(cells({"start": start, "end": end}), fields("Cook"), SCALES, CAPTIONS)
    (drawn,) = parts(drawing, "range")
    assert (drawn["f0"], drawn["f1"]) == bar
    (arrow,) = parts(drawing, "sign")
    assert (arrow["shape"], arrow["f0"]) == (head, at)


def test_a_scale_without_width_puts_its_figure_in_the_middle() -> None:
    one = cells({"start": 5.0, "end": 5.0})
    drawing = fields_compared(one, fields("Cook"), {"months": (5.0, 5.0)}, CAPTIONS)
    assert [row["f0"] for row in parts(drawing, "dot")] == [0.5]


def test_ranges_that_overlap_lie_below_one_another_and_others_side_by_side() -> None:
    apart = parts(drawn({}, {"piece": 1, "start": 11.0, "end": 14.0}), "range")
    over = parts(drawn({}, {"piece": 1, "start": 9.0, "end": 14.0}), "range")
    assert len({row["y"] for row in apart}) == 1
    upper, lower = over
    assert upper["y"] + upper["tall"] / 2 < lower["y"] - lower["tall"] / 2


def test_interest_is_an_arrow_from_before_to_after() -> None:
    marks = shape({"criterion": "interest", "mark": "arrow", "start": 4.0, "end": 2.0})
    assert marks["begun"][0][0] == 0.75
    assert marks["shaft"] == marks["head"] == [(0.75, 0.25)]


@pytest.mark.parametrize(("end", "head"), [(4.0, "triangle-right"), (2.0, "triangle-left")])
def test_the_head_points_the_way_that_interest_went(end: float, head: str) -> None:
    drawing = drawn({"criterion": "interest", "mark": "arrow", "start": 3.0, "end": end})
    assert [row["shape"] for row in parts(drawing, "head")] == [head]


def test_interest_that_stayed_is_a_dot() -> None:
    assert set(shape({"criterion": "interest", "mark": "arrow", "start": 3.0, "end": 3.0})) == {
        "line",
        "dot",
    }


def test_skills_are_the_share_of_those_required_over_a_track() -> None:
    marks = shape({"criterion": "skills", "mark": "bar", "start": 3.0, "end": 4.0})
    assert marks == {"track": [(0, 1)], "bar": [(0, 0.75)]}


@pytest.mark.parametrize("required", [0.0, 4.0])
def test_no_skill_is_an_empty_track(required: float) -> None:
    marks = shape({"criterion": "skills", "mark": "bar", "start": 0.0, "end": required})
    assert marks == {"track": [(0, 1)]}


def test_good_lies_right_of_the_middle_and_hard_left_as_long_as_their_shares() -> None:
    marks = shape({"criterion": "aspects", "mark": "split", "start": 0.75, "end": 1.0})
    assert marks["bar"] == [(0.5, 0.875)]
    assert marks["hard"] == [(0.375, 0.5)]


@pytest.mark.parametrize("count", [1, 5, 12, 30])
def test_outlook_has_a_mark_a_person_and_no_two_in_one_place(count: int) -> None:
    said = ["growing", "steady", "changing", "shrinking"]
    told = [
        {"criterion": "outlook", "piece": place, "mark": said[place % 4], "start": nan, "end": nan}
        for place in range(count)
    ]
    marks = parts(drawn(*told), "sign", "steady")
    assert len({(row["pitch"], row["y"]) for row in marks}) == len(marks) == count


@pytest.mark.parametrize(("mark", "found"), [("hatched", {"hatched"}), ("none", set())])
def test_not_asked_is_hatched_and_no_answer_is_words_alone(mark: str, found: set[str]) -> None:
    assert set(shape({"mark": mark, "start": nan, "end": nan, "people": 0})) == found


@pytest.mark.parametrize("layout", LAYOUTS)
def test_fields_keep_their_order_in_every_layout(layout: str) -> None:
    drawing = drawn({}, names=("Cook", "Baker", "Actor"))
    names = parts(drawing, "name", layout=layout)
    assert [row["words"] for row in names[:3]] == ["Cook", "Baker", "Actor"]
    assert [row["y"] for row in names] == sorted(row["y"] for row in names)
    assert len(names) == (3 if layout in COLUMNS else 3 * len(QUESTIONS))


def test_people_are_counted_beside_the_name() -> None:
    drawing = drawn({}, names=("Cook", "Baker"))
    assert [row["words"] for row in parts(drawing, "people")] == ["1 person", "2 people"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("words", ["5 to 10", "6 figures, $40k to $80k, no band in half of them"])
def test_no_row_reaches_into_the_next(layout: str, words: str) -> None:
    names = tuple("ABCDEFGHIJ")
    told = [
        {"field_id": name.lower(), "criterion": criterion, "words": words}
        for name in names
        for criterion in QUESTIONS
    ]
    drawing = drawn(*told, names=names)
    last: Row | None = None
    for col in range(len(QUESTIONS)):
        areas = [row for row in parts(drawing, "opens", layout=layout) if row["col"] == col]
        texts = [row for row in parts(drawing, "words", layout=layout) if row["col"] == col]
        for area, text in zip(areas, texts, strict=True):
            lines = text["words"].count("\n")
            assert area["y"] - area["tall"] / 2 <= text["y"] - 7
            assert text["y"] + 16 * lines + 7 <= area["y"] + area["tall"] / 2
        for above, below in pairwise(areas):
            assert above["y"] + above["tall"] / 2 <= below["y"] - below["tall"] / 2
        last = areas[-1]
    assert last is not None
    height = UNIT * len(parts(drawing, "space", layout=layout))
    assert last["y"] + last["tall"] / 2 <= height


@pytest.mark.parametrize(
    ("words", "most", "lines"),
    [
        ("3 to 6 (3 of 4)", 20, ["3 to 6 (3 of 4)"]),
        ("$6,000 to $12k (3 of 4)", 16, ["$6,000 to $12k", "(3 of 4)"]),
        ("1 steady, 1 changing, 2 shrinking", 16, ["1 steady,", "1 changing,", "2 shrinking"]),
        ("$4,000 to $9,000 (3 of 4)", 12, ["$4,000 to", "$9,000", "(3 of 4)"]),
        ("", 16, [""]),
    ],
)
def test_words_break_where_they_do_not_belong_together(
    words: str, most: int, lines: list[str]
) -> None:
    assert broken(words, most) == lines


def test_a_name_of_sixty_letters_is_cut_in_its_middle_and_whole_in_its_tooltip() -> None:
    name = "Environmental health and safety officer in public transport!"
    assert len(name) == 60
    assert name_lines(name, 22)[1] == "and safety…transport!"
    assert {row["field"] for row in parts(drawn({}, names=(name,)), "name")} == {name}


def test_nothing_is_an_empty_drawing_with_its_columns() -> None:
    drawing = fields_compared(cells(), fields(), {}, {})
    assert drawing.data["marks"].empty
    assert drawing.openings == ()
    assert drawing.table.columns.tolist() == drawn({}).table.columns.tolist()
    assert drawing.data["marks"].dtypes.equals(drawn({}).data["marks"].dtypes)


def test_fields_without_a_cell_are_rows_without_marks() -> None:
    drawing = drawn(names=("Cook", "Baker"))
    assert [row["words"] for row in parts(drawing, "name")] == ["Cook", "Baker"]
    assert drawing.openings == ()


def test_the_table_says_each_answer_once_a_figure() -> None:
    outlook: Row = {"criterion": "outlook", "start": nan, "end": nan, "words": "2 growing"}
    told = [{**outlook, "mark": "growing", "piece": piece} for piece in range(2)]
    table = drawn({}, {"piece": 1, "start": 12.0, "end": 14.0}, *told).table
    assert table["Question"].tolist() == ["Time to enter", "Time to enter", "Outlook"]
    assert table["From"].dropna().tolist() == [5, 12]


@pytest.mark.parametrize("count", [0, 1, 10])
def test_it_becomes_a_picture_without_a_warning(count: int) -> None:
    names = tuple(f"Field number {place}" for place in range(count))
    told: list[dict[str, Any]] = [
        {"field_id": name.lower(), "criterion": criterion}
        for name in names
        for criterion in QUESTIONS
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = picture(drawn(*told, names=names), title="Compare", caption="People.").decode()
    assert svg.count("5 to 10<") == count * len(QUESTIONS)
    assert "NaN" not in svg


def test_no_tooltip_shows_a_column_by_its_name() -> None:
    for layer in drawn({}).spec["layer"]:
        tips = layer["encoding"].get("tooltip")
        assert tips or layer["mark"].get("tooltip", "missing") is None or layer["mark"] == {}
        for tip in tips if isinstance(tips, list) else [tips] if tips else []:
            assert tip["title"][0].isupper()


GREY: Row = {"low": 50.0, "high": 70.0, "median": 60.0, "words": "$50 to $70", "middle": "m"}


def behind(mark: str = "range", **change: Any) -> list[Row]:
    """The grey in one cell of entry pay, on a scale from 40 to 80."""
    official = pd.DataFrame([{"field_id": "cook", **GREY, **change}])
    pay = {"criterion": "pay", "mark": mark, "start": 45.0, "end": 55.0}
    drawing = fields_compared(cells(pay), fields("Cook"), SCALES, CAPTIONS, official=official)
    return parts(drawing, "official", "median")


def test_official_figures_stand_behind_entry_pay_on_its_scale() -> None:
    area, middle = behind()
    assert (area["f0"], area["f1"], middle["f0"]) == (0.25, 0.75, 0.5)


def test_an_open_end_and_what_lies_beyond_reach_to_the_edge() -> None:
    assert [row["f1"] for row in behind(high=nan, median=nan)] == [1.0]
    assert behind(high=900.0)[0]["f1"] == 1.0
    assert behind(low=nan) == []


def test_nothing_stands_behind_what_nobody_was_asked() -> None:
    assert behind("hatched") == []
    assert len(behind("none")) == 2


def person(start: float, end: float, mark: str = "person", **more: Any) -> Row:
    return {"mark": mark, "start": start, "end": end, **more}


def test_time_to_enter_is_a_dot_a_person_hollow_where_required_on_a_line_from_end_to_end() -> None:
    marks = shape(person(4, 8), person(15, 15, "required"))
    assert marks == {
        **{"line": [(0, 1)], "range": [(0.2, 0.4)]},
        **{"dot": [pytest.approx((0.3, nan), nan_ok=True)]},
        **{"ring": [pytest.approx((0.75, nan), nan_ok=True)]},
    }


def test_people_who_said_the_same_stand_over_one_another() -> None:
    dots = parts(drawn(person(5, 5), person(5, 5), person(15, 15)), "dot")
    assert len({row["y"] for row in dots if row["f0"] == 0.25}) == 2
    assert len(dots) == 3


def test_an_open_end_is_an_arrow_where_it_was_said_and_so_is_what_lies_beyond_a_cut() -> None:
    signs = parts(drawn(person(12, nan), person(nan, 4), person(90, 90)), "sign")
    assert [(row["f0"], row["shape"]) for row in signs] == [
        (0.2, "triangle-left"),
        (0.6, "triangle-right"),
        (1.0, "triangle-right"),
    ]


def test_cost_lies_on_a_scale_of_roots_and_time_does_not() -> None:
    cost = drawn(person(2.5, 2.5, criterion="cost"))
    assert [row["f0"] for row in parts(cost, "dot")] == [0.5]
    assert [row["f0"] for row in parts(drawn(person(5, 5)), "dot")] == [0.25]


def test_a_bar_that_reaches_beyond_a_cut_ends_in_an_arrow() -> None:
    marks = parts(drawn({"criterion": "pay", "start": 50.0, "end": 9_000.0}), "range", "sign")
    assert [(row["part"], row["f0"]) for row in marks] == [("range", 0.25), ("sign", 1.0)]


def test_what_is_worked_out_of_others_is_no_row_of_the_figures() -> None:
    drawing = drawn(person(5, 5), person(9, 9), person(7, 7, "middle"))
    assert drawing.table["From"].tolist() == [5, 9]
    assert [row["f0"] for row in parts(drawing, "tick")] == [0.35]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_limit_is_a_line_through_every_row_where_it_lies_on_the_scale(layout: str) -> None:
    drawing = fields_compared(
        *(cells({}, {"field_id": "baker"}), fields("Cook", "Baker"), SCALES, CAPTIONS),
        limits={"months": 12.0, "cost": 2.5, "pay": 90.0},
    )
    found = parts(drawing, "limit", layout=layout)
    assert sorted((row["col"], row["f0"]) for row in found) == [(2, 0.6)] * 2 + [(3, 0.5)] * 2
    assert len({row["y"] for row in found if row["col"] == 2}) == 2


def test_many_people_are_a_line_from_end_to_end_with_their_middle_half() -> None:
    drawing = drawn(person(2, nan, "reach"), person(6, 10, "half"), person(8, 8, "middle"))
    ranges = [(row["f0"], row["f1"], row["tall"]) for row in parts(drawing, "range")]
    assert ranges == [(0.1, 1.0, 2.0), (0.3, 0.5, 10.0)]
    assert [row["shape"] for row in parts(drawing, "sign")] == ["triangle-right"]
