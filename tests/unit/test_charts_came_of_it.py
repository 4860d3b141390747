"""What the chart of what came of it draws for each step, and what opens."""

import warnings

import pandas as pd
import pytest

from lib.charts.base import Drawing, picture
from lib.charts.came_of_it import steps_reached
from lib.frames import Row, records

NAMES = ("Conversations", "Letters", "Introductions", "Leads", "Positions")


def drawn(*talks: int, took: str = "after 9 days") -> Drawing:
    rows = [
        (name.lower(), name, f"came/{name.lower()}", count, took if count else "", count)
        for name, count in zip(NAMES, talks, strict=True)
    ]
    columns = ["step", "name", "key", "talks", "took", "people"]
    return steps_reached(pd.DataFrame(rows, columns=columns))


def parts(drawing: Drawing, name: str) -> list[Row]:
    return [row for row in records(drawing.data["marks"]) if row["part"] == name]


def test_a_bar_is_as_long_as_its_share_of_the_longest_and_begins_at_nothing() -> None:
    drawing = drawn(8, 6, 2, 1, 0)
    assert [(row["name"], row["f"]) for row in parts(drawing, "bar")] == [
        *[("Conversations", 1.0), ("Letters", 0.75), ("Introductions", 0.25), ("Leads", 0.125)]
    ]
    assert [row["words"] for row in parts(drawing, "told")] == [
        *("8 · after 9 days", "6 · after 9 days", "2 · after 9 days", "1 · after 9 days", "0")
    ]


def test_what_is_drawn_to_open_is_what_is_listed() -> None:
    drawing = drawn(8, 6, 0, 1, 0)
    assert [row["key"] for row in parts(drawing, "bar")] == [one.key for one in drawing.openings]
    assert drawing.openings[-1].label == "Leads (1 person)"


def test_the_table_holds_every_step_and_the_chart_is_compiled_once() -> None:
    assert drawn(8, 0, 0, 0, 0).table["Conversations"].tolist() == [8, 0, 0, 0, 0]
    assert drawn(8, 0, 0, 0, 0).spec is drawn(1, 1, 1, 1, 1).spec


@pytest.mark.parametrize("talks", [(0, 0, 0, 0, 0), (1_200, 900, 30, 2, 1)])
def test_it_becomes_a_picture_without_a_warning(talks: tuple[int, ...]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = picture(drawn(*talks), title="What came of it?", caption="Talks.").decode()
    assert "NaN" not in svg
    assert "undefined" not in svg
    assert (">1,200 · after 9 days</text>" in svg) == (talks[0] > 0)
