"""What the charts of worth, of gaps and of the next skill draw, and what opens."""

import re
import warnings
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from lib.charts.base import FIELD_TONES, Drawing, picture
from lib.charts.skill_gaps import field_gaps
from lib.charts.skill_next import skills_next
from lib.charts.skill_worth import skills_worth
from lib.frames import Row, records

SKILL: Row = {
    **{"skill_id": "s1", "skill": "SQL", "mine": False, "group": "Named in one", "breadth": 1},
    **{"of_fields": 2, "reach": 0.5, "mandatory": 2, "stated": 4, "unstated": 1},
    **{"low": 0.15, "high": 0.85, "people": 5},
}
DOT: Row = {
    **{"skill_id": "s1", "field_id": "cook", "field": "Cook", "tone": "1", "current": False},
    **{"look": "filled", "said": "2 of 4"},
}
FIELD: Row = {
    **{"field_id": "cook", "field": "Cook", "tone": "1", "have": 1, "of": 2, "asked": 4},
    **{"people": 3, "words": "1 of 2 required", "silent": []},
}
NAMED: Row = {
    **{"field_id": "cook", "skill_id": "s1", "skill": "SQL", "mine": False, "required": True},
    **{"voices": 3, "asked": 4, "said": "mandatory to 2 of 3"},
}
NEXT: Row = {
    **{"skill_id": "s1", "skill": "SQL", "people": 3, "training": "Night school, $90"},
    **{"training_key": "training/cook/abc", "training_people": 2},
}
LEADS: Row = {"skill_id": "s1", "field": "Cook", "tone": "1", "left": 0, "opens": True}


def table(like: Row, changes: list[Row]) -> pd.DataFrame:
    return pd.DataFrame([{**like, **change} for change in changes], columns=list(like))


def worth(*skills: Row, dots: list[Row] | None = None) -> Drawing:
    fields = dots if dots is not None else [{"skill_id": s.get("skill_id", "s1")} for s in skills]
    return skills_worth(table(SKILL, list(skills)), table(DOT, fields))


def gaps(*skills: Row, **field: Any) -> Drawing:
    return field_gaps(table(FIELD, [field]), table(NAMED, list(skills)))


def following(*skills: Row, fields: list[Row] | None = None) -> Drawing:
    return skills_next(table(NEXT, list(skills)), table(LEADS, [{}] if fields is None else fields))


def parts(drawing: Drawing, name: str, layout: str = "wide") -> list[Row]:
    rows = records(drawing.data["marks"])
    return [row for row in rows if (row["part"], row["layout"]) == (name, layout)]


def words(drawing: Drawing, name: str, layout: str = "wide") -> list[str]:
    return [row["words"] for row in parts(drawing, name, layout)]


def svg_of(drawing: Drawing, width: int = 1000) -> str:
    return picture(drawing, title="Skills?", caption="People.", width=width).decode()


def many_worth() -> Drawing:
    skills = [{"skill_id": f"s{n}", "skill": f"Skill {n}", "mine": n % 2 == 0} for n in range(24)]
    dots = [
        {"skill_id": one["skill_id"], "field_id": f"f{n}", "tone": FIELD_TONES[min(n, 8)]}
        for one in skills
        for n in range(12)
    ]
    return worth(*skills, dots=dots)


def many_gaps() -> Drawing:
    return gaps(*({"skill_id": f"s{n}", "mine": n % 2 == 0} for n in range(60)), of=40, have=20)


def many_next() -> Drawing:
    skills = [{"skill_id": f"s{n}", "skill": f"Skill {n}"} for n in range(8)]
    leads = [
        {"skill_id": one["skill_id"], "field": f"Field {n}", "opens": n < 2, "left": n}
        for one in skills
        for n in range(20)
    ]
    return following(*skills, fields=leads)


EMPTY: list[Callable[[], Drawing]] = [
    lambda: worth(dots=[]),
    lambda: field_gaps(table(FIELD, []), table(NAMED, [])),
    lambda: following(fields=[]),
]
FULL: list[Callable[[], Drawing]] = [
    *(lambda: worth({}), lambda: gaps({}), lambda: following({})),
    *(many_worth, many_gaps, many_next),
]


@pytest.mark.parametrize("drawn", EMPTY)
def test_nothing_is_an_empty_drawing_with_its_columns(drawn: Callable[[], Drawing]) -> None:
    drawing = drawn()
    assert drawing.data["marks"].empty
    assert drawing.table.empty
    assert drawing.openings == ()


@pytest.mark.parametrize("drawn", [*EMPTY, *FULL])
@pytest.mark.parametrize("width", [340, 1000])
def test_it_becomes_a_picture_without_a_warning(drawn: Callable[[], Drawing], width: int) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = svg_of(drawn(), width)
    assert "NaN" not in svg
    assert "undefined" not in svg
    assert len(re.findall("<(?:path|text|rect|line)[ >]", svg)) < 2_000


@pytest.mark.parametrize("drawn", FULL)
def test_both_layouts_open_the_same_and_all_that_is_listed(drawn: Callable[[], Drawing]) -> None:
    drawing = drawn()
    marks = drawing.data["marks"].dropna(subset=["key"])
    listed = {opening.key for opening in drawing.openings}
    for layout in ("wide", "slim"):
        assert set(marks.loc[marks["layout"] == layout, "key"]) == listed


@pytest.mark.parametrize("made", [worth, gaps, following])
def test_a_chart_is_compiled_once(made: Callable[..., Drawing]) -> None:
    assert made({}).spec is made({}, {"skill_id": "s2"}).spec


@pytest.mark.parametrize("drawn", FULL[:3])
def test_no_tooltip_shows_a_column_by_its_name(drawn: Callable[[], Drawing]) -> None:
    for layer in drawn().spec["layer"]:
        tips = layer["encoding"].get("tooltip")
        assert tips or layer["mark"].get("tooltip", "missing") is None
        for tip in tips if isinstance(tips, list) else []:
            assert tip["title"][0].isupper()


def test_the_share_stands_within_its_interval_with_its_figure_beside_it() -> None:
    drawing = worth({})
    (line,), (share,) = parts(drawing, "line"), parts(drawing, "share")
    assert (line["f0"], share["f0"], line["f1"]) == (0.15, 0.5, 0.85)
    assert words(drawing, "figure") == ["2 of 4"]
    assert parts(drawing, "touch")[0]["aloud"] == (
        "SQL, 1 of 2 fields, mandatory to 2 of 4 (15% to 85% if others were asked), 1 did not say"
    )


@pytest.mark.parametrize(
    ("stated", "few"),
    [
        (0, "nobody said how much"),
        (1, "one person said how much: too few to place"),
        (2, "two people said how much: too few to place"),
    ],
)
def test_under_three_people_no_share_is_placed(stated: int, few: str) -> None:
    nan = float("nan")
    drawing = worth({"stated": stated, "mandatory": 0, "low": nan, "high": nan})
    assert parts(drawing, "share") == parts(drawing, "line") == []
    assert words(drawing, "few") == [few]


def test_mine_and_lacking_differ_in_shape_and_tick_not_in_colour_alone() -> None:
    drawing = worth({"mine": True}, {"skill_id": "s2"})
    shapes = {
        layer["mark"]["shape"]
        for layer in drawing.spec["layer"]
        if layer["mark"]["type"] == "point" and layer["mark"].get("size", 0) > 100
    }
    assert shapes == {"circle", "diamond"}
    assert svg_of(drawing).count("✓") == 1


def test_the_current_field_stands_apart() -> None:
    fields: list[Row] = [{}, {"field_id": "mine", "current": True}]
    places = [row["place"] for row in parts(worth({}, dots=fields), "dot")]
    assert places == [0.0, 1.6]


def test_a_heading_stands_once_over_each_group() -> None:
    rows: list[Row] = [{}, {"skill_id": "s2"}, {"skill_id": "s3", "group": "Named in none"}]
    assert words(worth(*rows), "group") == ["Named in one", "Named in none"]


def test_no_row_stands_on_another() -> None:
    for layout in ("wide", "slim"):
        slots = [row["slot"] for row in parts(many_worth(), "name", layout)]
        assert len(set(slots)) == 24


def test_a_field_has_a_mark_for_each_required_skill_those_i_have_first() -> None:
    drawing = gaps({}, have=2, of=3)
    assert [row["mine"] for row in parts(drawing, "pip")] == [True, True, False]


def test_what_i_have_stands_at_the_left_and_what_i_lack_at_the_right() -> None:
    drawing = gaps({"mine": True}, {"skill_id": "s2", "skill": "Python"})
    assert [(row["words"], row["col"]) for row in parts(drawing, "skill")] == [
        ("SQL", 0.0),
        ("Python", 1.0),
    ]
    slim = [(row["col"], row["slot"]) for row in parts(drawing, "skill", "slim")]
    assert slim == [(0.0, 1.0), (0.0, 2.0)]


def test_of_what_is_not_required_the_first_are_named_and_the_rest_counted() -> None:
    others = [{"skill_id": f"s{n}", "required": False} for n in range(5)]
    assert words(gaps(*others), "more") == ["and 2 more"]
    assert len(parts(gaps(*others), "skill")) == 3


def test_my_skills_that_nobody_brought_up_are_named() -> None:
    drawing = gaps({}, silent=["Calm", "Drawing", "Excel", "Zeal"])
    assert words(drawing, "silent") == ["Not brought up: Calm, Drawing, Excel and 1 more"]
    assert words(drawing, "silent", "slim") == ["Not brought up: Calm and 3 more"]


def test_what_a_skill_opens_stands_before_what_it_brings_nearer() -> None:
    fields: list[Row] = [{}, {"field": "Nurse", "opens": False, "left": 2}]
    assert words(following({}, fields=fields), "does") == ["opens Cook; nearer: Nurse (2 left)"]


def test_a_training_opens_itself_once_however_many_skills_it_is_named_for() -> None:
    drawing = following({}, {"skill_id": "s2", "skill": "Python"})
    assert [(one.key, one.people) for one in drawing.openings] == [
        ("skill/s1", 3),
        ("skill/s2", 3),
        ("training/cook/abc", 2),
    ]


def test_a_skill_without_a_training_opens_no_training() -> None:
    drawing = following({"training": "nobody named a training for it", "training_key": ""})
    assert [one.key for one in drawing.openings] == ["skill/s1"]
    assert parts(drawing, "course") == []
