"""What the heatmap of skills draws for who named what, and what opens."""

import re
import warnings

import pandas as pd
import pytest

from lib.charts.base import FIELD_TONES, Drawing, picture
from lib.charts.skills import skill_heatmap
from lib.frames import Row, records

HATCHING = re.compile(r'd="(?:M[-\d.]+,[\d.]+L[-\d.]+,-[\d.]+){8}"')
CELL: Row = {
    **{"skill_id": "s1", "skill": "SQL", "mine": False, "breadth": 1, "of_fields": 2},
    **{"field_id": "cook", "field": "Cook", "tone": "1", "field_asked": 8},
    **{"voices": 6, "asked": 8, "required": False},
}
TYPES = {"voices": "int64", "asked": "int64", "breadth": "int64", "of_fields": "int64"}


def cells(*changes: Row) -> pd.DataFrame:
    rows = [{**CELL, **change} for change in changes]
    return pd.DataFrame(rows, columns=list(CELL)).astype(
        {**TYPES, "mine": "bool", "required": "bool"}
    )


def drawn(*changes: Row) -> Drawing:
    return skill_heatmap(cells(*changes))


def parts(drawing: Drawing, name: str) -> list[Row]:
    return [row for row in records(drawing.data["marks"]) if row["part"] == name]


def cell(**change: object) -> Row:
    (row,) = parts(drawn(change), "cell")
    return row


def many(skills: int, fields: int) -> Drawing:
    """Every skill in every field, in the order of their numbers."""
    return drawn(
        *(
            {
                **{"skill_id": f"s{skill}", "skill": f"Skill {skill}"},
                **{"field_id": f"f{place}", "field": f"Field number {place}"},
                "tone": FIELD_TONES[min(place, 8)],
            }
            for skill in range(skills)
            for place in range(fields)
        )
    )


def svg_of(drawing: Drawing) -> str:
    return picture(drawing, title="Skills?", caption="People.").decode()


def test_the_chart_is_compiled_once() -> None:
    assert drawn({}).spec is many(3, 4).spec


def test_skills_stand_in_the_order_in_which_they_are_given() -> None:
    drawing = drawn({"skill_id": "z", "skill": "Zoology"}, {"skill_id": "a", "skill": "Algebra"})
    labels = sorted(parts(drawing, "label"), key=lambda row: row["row"])
    assert [row["name"] for row in labels] == ["Zoology", "Algebra"]


def test_no_cell_is_lost_and_none_stands_on_another() -> None:
    marks = parts(many(40, 8), "cell")
    assert len({(row["row"], row["col"]) for row in marks}) == len(marks) == 320


def test_the_shade_is_the_share_of_those_asked() -> None:
    assert (cell()["shade"], cell()["words"]) == (0.75, "6/8")


@pytest.mark.parametrize(("voices", "asked", "shade"), [(1, 1, 0.5), (2, 2, 0.5), (3, 3, 1.0)])
def test_it_is_half_as_deep_under_three_people(voices: int, asked: int, shade: float) -> None:
    assert cell(voices=voices, asked=asked)["shade"] == shade


def test_not_asked_is_hatched_not_named_outlined_and_named_filled() -> None:
    svg = svg_of(
        drawn(
            {},
            {"field_id": "nurse", "field": "Nurse", "voices": 0, "asked": 4},
            {"field_id": "baker", "field": "Baker", "voices": 0, "asked": 0},
        )
    )
    assert (svg.count(">6/8</text>"), svg.count(">0/4</text>"), svg.count(">0/0</text>")) == (
        1,
        1,
        0,
    )
    assert len(HATCHING.findall(svg)) == 1


def test_a_skill_that_nobody_was_asked_about_is_said_to_be_so() -> None:
    assert cell(voices=0, asked=0)["said"] == "nobody was asked"
    assert cell(voices=0, asked=4)["said"] == "0 of 4"


def test_required_is_ringed_and_said() -> None:
    assert (cell(required=True)["ringed"], cell(required=True)["said"]) == (
        True,
        "6 of 8, required",
    )
    assert not cell()["ringed"]
    assert svg_of(drawn({"required": True})).count('stroke-width="1.8"') == 1
    assert svg_of(drawn({})).count('stroke-width="1.8"') == 0


def test_mine_has_a_tick_and_the_others_none() -> None:
    svg = svg_of(drawn({"mine": True}, {"skill_id": "s2", "skill": "Python"}))
    assert svg.count("✓") == 1
    assert (svg.count(">SQL</text>"), svg.count(">Python</text>")) == (1, 1)


def test_in_how_many_fields_it_was_named_stands_beside_the_last_of_them() -> None:
    drawing = drawn({}, {"field_id": "baker", "field": "Baker"})
    (label,) = parts(drawing, "label")
    assert (label["reach"], label["last"]) == ("1 of 2", 1)
    assert [row["reach"] for row in parts(drawing, "corner")] == ["Fields"]


def test_the_mark_opens_who_named_the_skill() -> None:
    (opening,) = drawn({}).openings
    assert (opening.key, opening.label) == ("skill/s1/cook", "SQL in Cook (6 of 8)")
    assert opening.people == 6


def test_what_is_drawn_to_open_is_what_is_listed() -> None:
    baker = {"field_id": "baker", "field": "Baker"}
    drawing = drawn({}, {**baker, "voices": 0}, {"skill_id": "s2"}, {**baker, "skill_id": "s2"})
    keys = [row["key"] for row in parts(drawing, "cell") if not pd.isna(row["key"])]
    assert keys == [opening.key for opening in drawing.openings]
    assert len(keys) == 3


def test_the_heading_has_the_people_asked_about_skills() -> None:
    heads = parts(drawn({"field_asked": 5}), "head")
    assert [row["count"] for row in heads if not pd.isna(row["tone"])] == ["(5)"]


def test_a_word_tells_fields_with_the_same_first_word_apart() -> None:
    names = ["Data analyst", "Data engineer"]
    drawing = drawn(*({"field_id": name, "field": name} for name in names))
    heads = [row for row in parts(drawing, "head") if not pd.isna(row["tone"])]
    assert [row["slim"] for row in heads] == ["analyst", "engineer"]


def test_long_names_are_whole_in_their_tooltips() -> None:
    name = "Managing stakeholders across departments that want opposites"
    drawing = drawn({"skill": name, "field": name})
    assert [row["name"] for row in parts(drawing, "label")] == [name]
    assert parts(drawing, "head")[0]["tip"] == name


def test_the_table_has_every_cell_under_readable_headings() -> None:
    table = many(3, 4).table
    assert len(table) == 12
    assert table.columns.tolist() == [
        *("Skill", "I have it", "Field", "Named it", "Asked", "Required", "Fields that named it")
    ]


def test_nothing_is_an_empty_drawing_with_its_columns() -> None:
    drawing = skill_heatmap(cells())
    assert drawing.data["marks"].empty
    assert drawing.openings == ()
    assert set(drawing.data["marks"]) == set(drawn({}).data["marks"])
    assert drawing.table.columns.tolist() == drawn({}).table.columns.tolist()


@pytest.mark.parametrize(("skills", "fields"), [(0, 0), (1, 1), (40, 8), (2, 10)])
def test_it_becomes_a_picture_without_a_warning(skills: int, fields: int) -> None:
    drawing = many(skills, fields)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = svg_of(drawing)
    assert svg.count(">6/8</text>") == skills * fields
    assert "NaN" not in svg
    assert "undefined" not in svg


def test_forty_skills_in_eight_fields_are_under_two_thousand_marks() -> None:
    svg = svg_of(many(40, 8))
    assert len(re.findall("<(?:path|text|rect|line)[ >]", svg)) < 2_000


def test_no_tooltip_shows_a_column_by_its_name() -> None:
    for layer in drawn({}).spec["layer"]:
        tips = layer["encoding"].get("tooltip")
        assert tips or layer["mark"].get("tooltip", "missing") is None
        for tip in tips if isinstance(tips, list) else [tips] if tips else []:
            assert tip["title"][0].isupper()
