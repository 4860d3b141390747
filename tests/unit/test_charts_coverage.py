"""What the chart of topics draws for what was asked and answered, and what opens."""

import re
import warnings

import pandas as pd
import pytest

from lib.charts.base import FIELD_TONES, Drawing, picture
from lib.charts.coverage import DARK, NAMES, PALE, topics_asked
from lib.frames import Row, records
from lib.words import TOPICS

HATCHING = re.compile(r'd="(?:M[-\d.]+,[\d.]+L[-\d.]+,-[\d.]+){8}"')
COLUMNS = ["field_id", "field", "tone", "voices", "topic", "asked", "answered"]


def cells(*names: str, **told: tuple[int, int]) -> pd.DataFrame:
    """Every topic of each field; `told` is (asked, answered) by topic, else nobody was asked."""
    rows = [
        (name.lower(), name, FIELD_TONES[min(place, 8)], 8, topic, *told.get(topic, (0, 0)))
        for place, name in enumerate(names)
        for topic in TOPICS
    ]
    types = {"asked": "int64", "answered": "int64", "voices": "int64"}
    return pd.DataFrame(rows, columns=COLUMNS).astype(types)


def drawn(*names: str, **told: tuple[int, int]) -> Drawing:
    return topics_asked(cells(*(names or ("Cook",)), **told))


def parts(drawing: Drawing, name: str) -> list[Row]:
    return [row for row in records(drawing.data["marks"]) if row["part"] == name]


def cell(asked: int, answered: int) -> Row:
    drawing = drawn(pay=(asked, answered))
    return next(row for row in parts(drawing, "cell") if row["name"] == "Pay")


def test_the_chart_is_compiled_once() -> None:
    assert drawn("Cook").spec is drawn("Cook", "Baker", pay=(4, 4)).spec


def test_every_topic_is_a_row_in_the_order_of_the_topics() -> None:
    labels = parts(drawn(), "label")
    assert list(NAMES) == list(TOPICS)
    assert [row["name"] for row in sorted(labels, key=lambda row: row["row"])] == [
        *("Upsides, downsides", "Skills", "Training", "Career path", "Pay", "Outlook"),
        "Whom else to ask",
    ]


def test_no_cell_is_lost_and_each_stands_in_its_row_and_column() -> None:
    marks = parts(drawn("Cook", "Baker"), "cell")
    assert {(row["row"], row["col"]) for row in marks} == {(r, c) for r in range(7) for c in (0, 1)}
    assert {row["col"] for row in marks if row["field"] == "Baker"} == {1}
    assert {row["row"] for row in marks if row["name"] == "Pay"} == {TOPICS.index("pay")}


def test_rows_given_in_another_order_stand_in_the_same_places() -> None:
    backwards = topics_asked(cells("Cook", pay=(3, 2))[::-1])
    assert {(row["name"], row["row"], row["words"]) for row in parts(backwards, "cell")} == {
        (row["name"], row["row"], row["words"]) for row in parts(drawn(pay=(3, 2)), "cell")
    }


@pytest.mark.parametrize(
    ("asked", "answered", "shade"), [(8, 8, DARK), (3, 3, DARK), (8, 2, PALE), (1, 1, PALE)]
)
def test_a_cell_is_dark_from_three_people_who_answered(
    asked: int, answered: int, shade: float
) -> None:
    assert cell(asked, answered)["shade"] == shade


def test_asked_without_an_answer_is_told_from_not_asked() -> None:
    assert (cell(1, 0)["k"], cell(1, 0)["n"], cell(1, 0)["words"]) == (0, 1, "0/1")
    assert (cell(0, 0)["k"], cell(0, 0)["n"]) == (0, 0)
    assert cell(0, 0)["said"] == "nobody was asked"


def test_filled_outlined_and_hatched_leave_no_cell_out_and_draw_none_twice() -> None:
    svg = picture(drawn(pay=(4, 3), skills=(2, 0)), title="Asked?", caption="People.").decode()
    assert svg.count(">3/4</text>") == 1
    assert svg.count(">0/2</text>") == 1
    assert svg.count(">0/0</text>") == 0
    assert len(HATCHING.findall(svg)) == len(TOPICS) - 2


def test_the_mark_opens_who_was_asked() -> None:
    drawing = drawn("Cook", pay=(6, 5), skills=(1, 0))
    assert [(one.key, one.label, one.people) for one in drawing.openings] == [
        ("topic/cook/skills", "Skills in Cook (0 of 1 answered)", 1),
        ("topic/cook/pay", "Pay in Cook (5 of 6 answered)", 6),
    ]


def test_what_is_drawn_to_open_is_what_is_listed() -> None:
    drawing = drawn("Cook", "Baker", pay=(6, 5), outlook=(1, 0))
    keys = [row["key"] for row in parts(drawing, "cell") if not pd.isna(row["key"])]
    assert sorted(keys) == sorted(opening.key for opening in drawing.openings)
    assert len(keys) == 4


def test_the_heading_has_the_people_talked_to_and_the_tone_of_its_field() -> None:
    heads = [row for row in parts(drawn("Cook", "Baker"), "head") if not pd.isna(row["tone"])]
    assert [(row["tip"], row["count"], row["tone"]) for row in heads] == [
        ("Cook", "(8)", "1"),
        ("Baker", "(8)", "2"),
    ]


@pytest.mark.parametrize(("fields", "columns"), [(1, 3), (2, 3), (3, 3), (8, 8)])
def test_few_fields_leave_room_at_the_right(fields: int, columns: int) -> None:
    heads = parts(drawn(*(f"Field {place}" for place in range(fields))), "head")
    assert [row["col"] for row in heads] == list(range(columns))


def test_a_long_name_is_whole_in_the_tooltip_and_in_the_table() -> None:
    name = "Environmental health and safety officer in public transport!"
    drawing = drawn(name, pay=(1, 1))
    assert parts(drawing, "head")[0]["tip"] == name
    assert set(drawing.table["Field"]) == {name}
    assert drawing.openings[0].label == f"Pay in {name} (1 of 1 answered)"


def test_the_table_has_every_cell_in_words() -> None:
    table = drawn("Cook", "Baker", pay=(6, 5)).table
    assert table.columns.tolist() == ["Field", "Topic", "Asked", "Answered"]
    assert len(table) == 2 * len(TOPICS)
    assert table[table["Topic"] == "Pay"]["Answered"].tolist() == [5, 5]


def test_nothing_is_an_empty_drawing_with_its_columns() -> None:
    drawing = topics_asked(cells())
    assert drawing.data["marks"].empty
    assert drawing.openings == ()
    assert set(drawing.data["marks"]) == set(drawn().data["marks"])
    assert drawing.table.columns.tolist() == drawn().table.columns.tolist()


@pytest.mark.parametrize("count", [0, 1, 10])
def test_it_becomes_a_picture_without_a_warning(count: int) -> None:
    names = [f"Field number {place}" for place in range(count)]
    drawing = topics_asked(cells(*names, pay=(6, 5)))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        svg = picture(drawing, title="Asked?", caption="People.").decode()
    assert svg.count(">5/6</text>") == count
    assert "NaN" not in svg
    assert "undefined" not in svg


def test_no_tooltip_shows_a_column_by_its_name() -> None:
    for layer in drawn().spec["layer"]:
        tips = layer["encoding"].get("tooltip")
        assert tips or layer["mark"].get("tooltip", "missing") is None
        for tip in tips if isinstance(tips, list) else [tips] if tips else []:
            assert tip["title"][0].isupper()
