"""The one set of marks: every chart makes its layers of it, and what opens says so."""

from pathlib import Path

import altair as alt
import pytest

from lib.charts.marks import fitting, opening, part

CHARTS = Path(__file__).resolve().parents[2] / "lib" / "charts"
ONCE = ('NamedData("marks")', "add_params(pick", "size=0, opacity=0", "(width < 620)")
"""What one module alone writes: the set of marks, the press, the slots, the width."""


@pytest.mark.parametrize("words", ONCE)
def test_no_chart_writes_again_what_all_are_made_of(words: str) -> None:
    files = [one.name for one in CHARTS.glob("*.py") if words in one.read_text(encoding="utf-8")]
    assert files == ["marks.py"]


def test_a_part_in_the_layout_that_fits_is_two_conditions() -> None:
    steps = part("dot", layout=fitting(), when="datum.k > 0").mark_point().to_dict()["transform"]
    assert [step["filter"] for step in steps] == [
        "datum.part == 'dot'",
        "datum.layout == ((width < 620) ? 'slim' : 'wide')",
        "datum.k > 0",
    ]


def test_several_parts_are_one_condition() -> None:
    (step,) = part("all", "one").mark_point().to_dict()["transform"]
    assert step["filter"] == "datum.part == 'all' || datum.part == 'one'"


def test_what_opens_is_read_aloud_and_can_be_pressed() -> None:
    area = opening(part("touch").mark_rect(), {"tip": "Here", "said": "Said"}).to_dict()
    assert [one["title"] for one in area["encoding"]["tooltip"]] == ["Here", "Said"]
    assert area["encoding"]["description"]["field"] == "aloud"
    assert area["params"][0]["name"] == "pick"
    assert isinstance(part("touch"), alt.Chart)
