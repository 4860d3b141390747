"""Bringing files in on the Data screen: compared first, written by one press, told again."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from lib.access.openid import Identity
from lib.access.viewer import Explorer
from lib.exporting.json_file import export_json
from lib.exporting.sheets import export_xlsx
from lib.importing.template import template_csv, template_xlsx
from lib.model import Person
from lib.ui.access.session import database
from tests.factories import an_interview
from tests.screens.conftest import Start
from tests.unit.test_hostile_files import BROKEN
from tests.unit.test_other_lists import BOARD

DATA = "pages/settings/data.py"
SHEET = "field,person,held_on,skills_mandatory\nNurse,Ada Quill,2026-03-04,Triage\n"


def data(app: AppTest, name: str, content: bytes) -> AppTest:
    app.switch_page(DATA).run()
    app.file_uploader[0].upload(name, content)
    app.run()
    assert not app.exception, app.exception
    return app


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.success, app.error, app.caption)
    return "\n".join(element.value for kind in kinds for element in kind)


def test_a_sheet_is_compared_written_by_one_press_and_known_again(app: AppTest) -> None:
    data(app, "talks.csv", SHEET.encode())
    assert "1 row" in said(app)
    assert "1 new" in said(app)
    app.button(key="import_apply").click().run()
    assert not app.exception
    assert "Brought in: 1 new" in said(app)
    assert "Fieldwork now holds 1 conversation." in said(app)
    data(app, "talks.csv", SHEET.encode())
    assert "1 as they are here" in said(app)
    assert app.button(key="import_apply").disabled


def test_an_edited_row_is_shown_and_not_overwritten_without_a_word(app: AppTest) -> None:
    data(app, "talks.csv", SHEET.encode())
    app.button(key="import_apply").click().run()
    data(app, "talks.csv", SHEET.replace("Triage", "Suturing").encode())
    assert "1 different here" in said(app)
    assert app.button(key="import_apply").disabled
    take = app.multiselect(key="import_take")
    take.select(take.options[0]).run()
    assert not app.exception
    app.button(key="import_apply").click().run()
    assert "1 changed" in said(app)


def test_refused_rows_are_named_and_left_out_only_on_a_word(app: AppTest) -> None:
    broken = SHEET + "Nurse,Bo Reed,2026-02-31,\n"
    data(app, "talks.csv", broken.encode())
    assert "1 refused" in said(app)
    assert app.button(key="import_apply").disabled
    app.checkbox(key="import_leave_out").check().run()
    app.button(key="import_apply").click().run()
    assert "Brought in: 1 new" in said(app)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff", b"{", b"a,a\n1,2\n", b"[]"])
def test_a_broken_file_gets_a_sentence_and_writes_nothing(app: AppTest, content: bytes) -> None:
    data(app, "talks.csv", content)
    assert len(app.error) == 1
    assert not [button for button in app.button if button.key == "import_apply"]


@pytest.mark.parametrize("name", ["cut off xlsx", "locked xlsx", "HTML as a workbook"])
def test_a_hostile_workbook_gets_a_sentence_and_writes_nothing(app: AppTest, name: str) -> None:
    made, message = BROKEN[name]
    data(app, "talks.xls", made())
    assert message in app.error[0].value
    assert len(app.error) == 1
    assert not [button for button in app.button if button.key == "import_apply"]


def test_a_list_of_jobs_is_told_and_offers_somebody_at_its_companies(app: AppTest) -> None:
    data(app, "jobs.csv", BOARD.encode())
    assert "This is a list of job postings. Conversations are not made of it." in app.info[0].value
    assert app.button(key="import_apply").disabled
    app.multiselect(key="import_events").select("Crumb").run()
    assert "1 new" in said(app)
    app.button(key="import_apply").click().run()
    assert not app.exception
    with database().read() as session:
        people = session.scalars(select(Person)).all()
    assert [one.name for one in people] == ["Somebody at Crumb"]
    assert "Fieldwork now holds 0 conversations." in said(app)


def test_a_list_is_read_as_conversations_where_somebody_says_so(app: AppTest) -> None:
    data(app, "jobs.csv", BOARD.encode())
    app.checkbox(key="import_talks").check().run()
    assert "Say which field" in app.error[0].value
    app.text_input(key="import_field").input("Baking").run()
    assert "3 new" in said(app)
    app.checkbox(key="import_talks").uncheck().run()
    assert app.info


def taken_for(app: AppTest, heading: str) -> str:
    boxes = {one.label: one.value for one in app.selectbox}
    return str(boxes[f"What “{heading}” is taken for"])


def test_what_was_said_of_columns_holds_in_the_next_window(start: Start) -> None:
    app = start().run()
    sheet = "Bucket,Who,When\nBaking,Uma Lind,2026-03-02\nMilling,Bo Reed,2026-03-03\n"
    app.switch_page(DATA).run()
    app.text_input(key="import_field").input("Crafts").run()
    data(app, "talks.csv", sheet.encode())
    box = next(one for one in app.selectbox if "Bucket" in one.label)
    box.select("role").run()
    app.button(key="import_apply").click().run()
    assert "Brought in: 2 new" in said(app)
    other = start().run()
    other.switch_page(DATA).run()
    other.text_input(key="import_field").input("Crafts").run()
    data(other, "more.csv", sheet.replace("Uma Lind", "Ann Quill").encode())
    assert taken_for(other, "Bucket") == "role"


def test_a_document_is_sent_to_record(app: AppTest) -> None:
    data(app, "talk.vtt", b"WEBVTT\n\n00:00:04.000 --> 00:00:07.000\nWe bake at four.\n")
    assert "transcript of a talk" in app.error[0].value
    links: list[Any] = [*app.get("page_link")]
    assert "Go to Record" in [link.proto.label for link in links]


def test_a_workbook_is_taken_out_and_known_again(app: AppTest) -> None:
    data(app, "talks.csv", SHEET.encode())
    app.button(key="import_apply").click().run()
    with database().read() as session:
        content = export_xlsx(session, app.session_state["me"])
    data(app, "fieldwork.xlsx", content)
    assert "1 as they are here" in said(app)


def test_an_export_comes_into_an_empty_fieldwork(start: Start, tmp_path: Path) -> None:
    app = start().run()
    me: Explorer = app.session_state["me"]
    with database().write() as session:
        an_interview(session, me, field="Baker")
    with database().read() as session:
        content = export_json(session, me)
    data(app, "fieldwork.json", content)
    assert "0 new" in said(app)


@pytest.mark.parametrize(("name", "made"), [("a.csv", template_csv), ("a.xlsx", template_xlsx)])
def test_the_template_comes_in_as_it_is(app: AppTest, name: str, made: Callable[[], bytes]) -> None:
    data(app, name, made())
    assert "0 refused" in said(app)
    app.button(key="import_apply").click().run()
    assert "Brought in: 2 new" in said(app)


def test_a_change_is_listed_and_taken_back(app: AppTest) -> None:
    data(app, "talks.csv", SHEET.encode())
    app.button(key="import_apply").click().run()
    back = [button for button in app.button if str(button.key).startswith("undo_")]
    assert len(back) == 1
    back[0].click().run()
    assert not app.exception
    assert "Fieldwork now holds 0 conversations." in said(app)


KNOWN = (
    "person,organisation,field,held_on\n"
    "Ida Moe,Fjell,Baker,2026-01-02\nOle Hus,Dal,Baker,2026-01-03\n"
)
MOVED = KNOWN.replace("Fjell", "Strand").replace("Dal", "Vik").replace("2026-01", "2026-05")


def test_an_answer_about_a_person_stands_when_the_next_is_given(app: AppTest) -> None:
    data(app, "a.csv", KNOWN.encode())
    app.button(key="import_apply").click().run()
    data(app, "b.csv", MOVED.encode())
    boxes = [box for box in app.selectbox if str(box.key).startswith("same_")]
    assert len(boxes) == 2
    assert "2 rows may be of" in said(app)
    for box in boxes:
        again = next(one for one in app.selectbox if one.key == box.key)
        again.select(next(o for o in again.options if "Fjell" in o or "Dal" in o)).run()
        assert not app.exception, app.exception
    assert "0 new people" in said(app)
    assert "2 rows may be of" not in said(app)
    app.button(key="import_apply").click().run()
    assert "Brought in: 2 new" in said(app)


def test_every_person_who_may_be_known_is_asked_about(app: AppTest) -> None:
    head = "person,organisation,field,held_on\n"
    many = "".join(f"Person {n:03},Fjell,Baker,2026-01-02\n" for n in range(45))
    data(app, "a.csv", (head + many).encode())
    app.button(key="import_apply").click().run()
    data(app, "b.csv", (head + many.replace("Fjell", "Dal").replace("-01-", "-02-")).encode())
    assert "45 rows may be of" in said(app)
    app.button(key="same_none").click().run()
    assert "rows may be of" not in said(app)
    assert "45 new people" in said(app)


def test_a_column_is_taken_for_what_one_says_it_is(app: AppTest) -> None:
    data(app, "b.csv", b"Name,Bucket,When,Vibe\nUma Lind,Baker,2026-03-02,warm\n")
    assert "add a column" in app.error[0].value
    box = next(one for one in app.selectbox if "Bucket" in one.label)
    box.select("field").run()
    assert not app.exception, app.exception
    assert not app.error
    assert "1 new" in said(app)
    app.button(key="import_apply").click().run()
    assert "New to you: 1 conversation, 1 person and 1 field." in said(app)
    data(app, "c.csv", b"Name,Bucket,When,Vibe\nOle Brun,Cook,2026-03-04,calm\n")
    assert not app.error, "headings that were explained once are known"


def test_a_word_nobody_knows_is_answered_by_one_press(app: AppTest) -> None:
    text = b"Name,Field,Status\nUma Lind,Baker,circling back\nOle Brun,Baker,circling back\n"
    data(app, "b.csv", text)
    assert "2 refused" in said(app)
    (words,) = [one for one in app.button_group if str(one.key).startswith("word_")]
    words.set_value("requested").run()
    assert not app.exception, app.exception
    assert "2 new" in said(app)
    assert "0 refused" in said(app)


def test_a_cell_that_is_not_understood_is_listed_and_its_row_comes_in(app: AppTest) -> None:
    data(app, "b.csv", b"Name,Field,Date,Salary\nUma Lind,Baker,2026-03-02,grade 7 step 3\n")
    assert "Kept as text with the notes" in said(app)
    app.button(key="import_apply").click().run()
    assert "Brought in: 1 new" in said(app)


SURVEY = "Job title,Annual salary,Country\n" + "".join(
    f'Baker,"{amount:,}",Switzerland\n' for amount in range(50_000, 55_000, 1_000)
)


def test_a_survey_of_salaries_becomes_official_figures_by_a_press(
    app: AppTest, tmp_path: Path
) -> None:
    data(app, "guild.csv", SURVEY.encode())
    assert "This is a survey of salaries" in app.info[0].value
    assert "say which one" in app.error[0].value
    app.selectbox(key="survey_currency").select("CHF").run()
    app.number_input(key="survey_year").set_value(2025).run()
    app.text_input(key="survey_source").input("Bakers' guild").run()
    (row,) = app.dataframe[0].value.to_dict("records")
    assert (row["Title"], row["Median"], row["Year"]) == ("Baker", "52,000", "2025")
    app.button(key="survey_keep").click().run()
    assert not app.exception
    assert "Kept 1 title in its place from 5 answers" in said(app)
    kept = (tmp_path / "reference" / "wages.csv").read_text(encoding="utf-8")
    assert "Bakers' guild, 5 answers" in kept
    assert "2025" in kept


def test_a_survey_may_hold_conversations_all_the_same(app: AppTest) -> None:
    data(app, "guild.csv", SURVEY.encode())
    app.checkbox(key="import_talks").check().run()
    assert not app.exception
    assert "Say which field" in app.error[0].value


def test_official_figures_of_all_are_not_kept_by_one_of_them(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where somebody signs in beside others, a press that was drawn before does nothing."""
    data(app, "guild.csv", SURVEY.encode())
    app.selectbox(key="survey_currency").select("CHF").run()
    other = Identity("x", datetime(2026, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC))
    monkeypatch.setattr("lib.ui.bringing.surveyed.signed_in_as", lambda: other)
    app.button(key="survey_keep").click().run()
    assert not (tmp_path / "reference").exists()
    assert "whoever runs it keeps them" in said(app)
    assert not [one for one in app.button if one.key == "survey_keep"]
