"""One figure many times larger than the others is cut off, and nothing else is."""

from math import nan

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.charts.base import Drawing
from lib.charts.cut import TIMES, cut_at
from lib.charts.getting_in import ways_in
from lib.charts.pay import salary_ranges
from lib.frames import Row, records


@pytest.mark.parametrize(
    ("tops", "cut"),
    [
        ([60, 62, 6_000, 99], 99),
        ([30, 60_000, 62_000, 99_000], None),
        ([60, 240, 250], None),
        ([60, 62, 250], 62),
        ([60, 6_000], None),
        ([60, 62, 6_000, 6_100], 62),
        ([60, 6_000, 6_100], None),
        ([0, 0, 9], None),
        ([60, 62, 300, 9_000], 62),
        ([], None),
    ],
)
def test_where_the_axis_ends(tops: list[float], cut: float | None) -> None:
    assert cut_at(tops) == cut


@given(st.lists(st.integers(1, 10**7).map(float), max_size=12))
def test_at_least_half_stay_and_what_goes_is_far_larger(tops: list[float]) -> None:
    cut = cut_at(tops)
    if cut is not None:
        beyond = [top for top in tops if top > cut]
        assert beyond
        assert 2 * len(beyond) <= len(tops)
        assert min(beyond) > TIMES * cut


FIGURE: Row = {
    **{"field_id": "cook", "field": "Cook", "tone": "1", "level": "entry", "whose": "own"},
    **{"person": "sous-chef, hotel", "old": False, "words": "as it was said"},
}
BANDS = ["field_id", "level", "low", "high", "words"]
GREY = {"field_id": "cook", "median": 60.0, "words": "", "middle": ""}


def drawn(
    *ends: tuple[float, float],
    bands: tuple[tuple[object, ...], ...] = (),
    official: pd.DataFrame | None = None,
) -> Drawing:
    """A figure of a person each."""
    rows = [
        {**FIGURE, "finding_id": f"s{place}", "person_id": f"p{place}", "low": low, "high": high}
        for place, (low, high) in enumerate(ends)
    ]
    return salary_ranges(
        pd.DataFrame(rows), pd.DataFrame(list(bands), columns=BANDS), official=official
    )


def parts(drawing: Drawing, *names: str) -> list[Row]:
    return [row for row in records(drawing.data["marks"]) if row["part"] in names]


def ends_of(drawing: Drawing) -> tuple[float, float]:
    low, high = (row["x"] for row in parts(drawing, "reach"))
    return low, high


USUAL = ((55.0, 60.0), (56.0, 62.0), (57.0, 61.0))


def test_a_figure_a_hundred_times_larger_leaves_the_axis_and_its_line_goes_on() -> None:
    drawing = drawn(*USUAL, (5_500.0, 6_000.0))
    assert ends_of(drawing)[1] < 70
    (words,) = parts(drawing, "cut words")
    assert words["words"] == "Cut at $62: // lies beyond"
    (beyond,) = parts(drawing, "cut")
    assert (beyond["words"], beyond["x"], beyond["push"]) == ("//", 62.0, 1.0)
    assert max(row["x2"] for row in parts(drawing, "line")) == 62.0
    assert not parts(drawing, "arrow")
    assert drawing.table["To, a year"].max() == 6_000


def test_one_that_begins_within_is_drawn_up_to_the_cut_and_an_open_one_too() -> None:
    drawing = drawn(*USUAL, (58.0, 6_000.0))
    line = parts(drawing, "line")[-1]
    assert (line["x"], line["x2"]) == (58.0, 62.0)
    opened = drawn(*USUAL, (6_000.0, nan))
    assert [row["x"] for row in parts(opened, "cut")] == [62.0]
    assert not parts(opened, "arrow")


def test_nothing_is_said_of_a_cut_where_there_is_none() -> None:
    drawing = drawn(*USUAL, (150.0, 200.0))
    assert parts(drawing, "cut", "cut words") == []
    assert ends_of(drawing)[1] > 200


def test_a_small_figure_flattens_nothing() -> None:
    assert parts(drawn(*USUAL, (0.3, 0.3)), "cut words") == []


def test_a_band_ends_at_the_cut_and_one_beyond_it_is_not_drawn() -> None:
    bands = (("cook", "entry", 56.0, 6_000.0, "w"), ("cook", "entry", 7_000.0, 8_000.0, "w"))
    drawing = drawn(*USUAL, (5_500.0, 9_000.0), bands=bands)
    assert [(row["x"], row["x2"]) for row in parts(drawing, "band")] == [(56.0, 62.0)]
    assert {row["x"] <= 62 for row in parts(drawing, "agreed", "agreed right")} == {True}


def test_official_figures_stay_whole() -> None:
    grey = pd.DataFrame([{**GREY, "low": 40.0, "high": 90.0}])
    near = parts(drawn(*USUAL, (5_500.0, 6_000.0), official=grey), "cut")
    assert [row["x"] for row in near] == [90.0]
    far = pd.DataFrame([{**GREY, "low": 40.0, "high": 7_000.0}])
    assert parts(drawn(*USUAL, (5_500.0, 6_000.0), official=far), "cut") == []


WAY: Row = {
    **{"field_id": "cook", "required": "filled", "required_words": "", "alongside_words": ""},
    **dict.fromkeys(("months_less", "months_more", "cost_less", "cost_more"), False),
    **dict.fromkeys(("old_less", "old_more"), False),
    **{"old_low": nan, "old_high": nan, "months_words": "", "cost_words": "", "cost_beside": ""},
    **{"voices": 1, "asked": 1, "months_low": 6.0, "months_high": 6.0},
}
COOK = pd.DataFrame([{"field_id": "cook", "field": "Cook", "tone": "1", "nothing": ""}])


def named(*costs: float) -> list[Row]:
    """The marks of ways in of these costs, wide."""
    rows = [
        {**WAY, "key": f"training/cook/{n}", "name": f"Way {n}", "cost_low": c, "cost_high": c}
        for n, c in enumerate(costs)
    ]
    marks = records(ways_in(pd.DataFrame(rows), COOK).data["marks"])
    return [row for row in marks if row["layout"] == "wide"]


def test_a_way_far_dearer_than_all_others_goes_on_beyond_the_axis() -> None:
    marks = named(500, 900, 12_000, 1_200_000)
    heads = [row["words"] for row in marks if row["part"] == "head"]
    assert heads == ["Months", "Cost (cut at $12k)"]
    cost = [row for row in marks if row["part"] == "range" and row["side"] == 1]
    assert [row["f1"] for row in cost] == [500 / 12_000, 900 / 12_000, 1.0, 1.0]
    assert [row["push1"] for row in cost] == [0, 0, 0, 1]


def test_a_degree_beside_a_book_is_no_reason_to_cut() -> None:
    heads = [row["words"] for row in named(20, 900, 12_000, 90_000) if row["part"] == "head"]
    assert heads == ["Months", "Cost"]
