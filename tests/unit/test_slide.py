"""One picture for a slide: a PNG with question, answer and source, its name from the title."""

import struct

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.charts.base import Drawing
from lib.charts.came_of_it import steps_reached
from lib.report.slide import WIDTH, file_name, slide, titled


def chart() -> Drawing:
    columns = ["step", "name", "key", "talks", "took", "people"]
    return steps_reached(pd.DataFrame([("a", "Talks", "came/a", 3, "soon", 3)], columns=columns))


def test_a_slide_is_a_picture_twice_as_fine_as_a_screen() -> None:
    made = slide(chart(), title="What came of it?", answer="Three talks.", source="Source: talks")
    assert made.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", made[16:24])
    assert width >= 2 * WIDTH
    assert 200 < height < width


def test_title_answer_and_source_stand_above_and_nothing_can_be_pressed() -> None:
    spec = titled(chart(), "What came of it?", "word " * 60, "Source: talks")
    assert spec["title"]["text"] == "What came of it?"
    *answer, source = spec["title"]["subtitle"]
    assert source == "Source: talks"
    assert " ".join(answer) == " ".join(["word"] * 60)
    assert "cursor" not in repr(spec)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("How do the fields compare?", "how-do-the-fields-compare.png"),
        ("Was ist möglich / wo?", "was-ist-moglich-wo.png"),
        ("../../etc", "etc.png"),
        ("\u65e5\u672c", "chart.png"),
    ],
)
def test_the_files_name_is_the_titles(title: str, name: str) -> None:
    assert file_name(title) == name


@given(st.text(max_size=200))
def test_any_title_makes_a_name_that_every_system_takes(title: str) -> None:
    name = file_name(title).removesuffix(".png")
    assert 1 <= len(name) <= 60
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
