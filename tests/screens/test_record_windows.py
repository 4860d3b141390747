"""The Record screen in two windows, after a reload and after another page: nothing is lost."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.commands.interviews import save_conversation
from lib.model import Draft, Interview
from lib.ui.access.session import database
from tests.factories import a_person
from tests.screens.conftest import Start
from tests.screens.recording import (
    a_filled_form,
    a_saved_one,
    at,
    choose,
    count,
    fill,
    form,
    kept,
    key,
    me,
    press,
    run,
    save,
    words,
)


def two_windows(start: Start, **values: Any) -> tuple[AppTest, AppTest]:
    here = start().run()
    identity = a_saved_one(here, **values)
    there = start().run()
    return at(here, interview=identity), at(there, interview=identity)


def test_two_windows_that_changed_different_things_lose_nothing(start: Start) -> None:
    here, there = two_windows(start, skills=["Triage"])
    fill(there, "takeaway", "From the other window")
    choose(there, "add/skill", "Patience")
    save(there)
    fill(here, "purpose", "From this window")
    choose(here, "add/skill", "Cannulation")
    save(here)
    assert "This was changed in another window, too" in words(here)
    assert "From the other window" in words(here)
    assert "Saved." not in words(here)
    press(here, "record_save_both")
    said = kept(here)
    assert (said.takeaway, said.purpose) == ("From the other window", "From this window")
    assert {one.skill for one in said.skills} == {"Triage", "Patience", "Cannulation"}
    assert "Saved." in words(here)


@pytest.mark.parametrize(("side", "stays"), [("mine", "No"), ("theirs", "Yes")])
def test_two_windows_that_changed_the_same_choose(start: Start, side: str, stays: str) -> None:
    here, there = two_windows(start, takeaway="Perhaps")
    fill(there, "takeaway", "Yes")
    save(there)
    fill(here, "takeaway", "No")
    save(here)
    assert {"Yes", "No"} <= set(words(here).splitlines())
    assert "Not saved: it was changed in another window, too." in words(here)
    press(here, "record_back")
    assert form(here).content["takeaway"] == "No"
    save(here)
    assert here.button(key="record_save_both").disabled
    here.button_group(key=f"clash_{form(here).key}_takeaway").set_value(side)
    run(here)
    press(here, "record_save_both")
    assert kept(here).takeaway == stays


def test_one_new_form_in_two_windows_becomes_one_conversation(start: Start) -> None:
    here = a_filled_form(start().run())
    there = at(start().run(), new=form(here).identity)
    fill(there, "takeaway", "From the other window")
    save(there)
    choose(here, "add/skill", "Triage")
    save(here)
    for where in [clash.where for clash in form(here).merged.clashes]:  # type: ignore[union-attr]
        here.button_group(key=f"clash_{form(here).key}_{'/'.join(where)}").set_value("theirs")
        run(here)
    press(here, "record_save_both")
    assert count(Interview) == 1
    assert kept(here).takeaway == "From the other window"
    assert [one.skill for one in kept(here).skills] == ["Triage"]


def test_a_conversation_that_was_removed_elsewhere_can_be_saved_anew(start: Start) -> None:
    here, there = two_windows(start, takeaway="Yes")
    press(there, "record_delete")
    fill(here, "takeaway", "No")
    save(here)
    assert "removed in another window" in words(here)
    save(here)
    assert kept(here).takeaway == "No"


def test_a_person_changed_through_another_conversation_is_not_set_back(app: AppTest) -> None:
    ana = a_person("Ana")
    identity = a_saved_one(app, person=ana)
    at(app, interview=identity)
    a_saved_one(app, person=ana.model_copy(update={"email": "ana@example.org"}))
    fill(app, "takeaway", "Yes")
    save(app)
    press(app, "record_save_both")
    assert (kept(app).takeaway, kept(app).person.email) == ("Yes", "ana@example.org")


def test_a_person_edited_through_a_new_conversation_is_changed_but_not_set_back(
    app: AppTest,
) -> None:
    ana = a_person("Ana", role="Nurse")
    identity = a_saved_one(app, person=ana)
    a_filled_form(app)
    choose(app, "who", "Ana · Nurse")
    now = ana.model_copy(update={"email": "ana@example.org"})
    with database().write() as session:
        save_conversation(session, me(app), kept(app, identity).model_copy(update={"person": now}))
    app.session_state[f"them_{form(app).key}"] = True
    run(app)
    fill(app, "person/phone", "123")
    save(app)
    press(app, "record_save_both")
    assert (kept(app).person.email, kept(app).person.phone) == ("ana@example.org", "123")


def test_a_half_filled_form_comes_back_in_a_new_window(start: Start) -> None:
    before = start().run()
    at(before, start="new")
    choose(before, "field", "Nurse")
    fill(before, "add/pay", "sixty grand")
    after = at(start().run())
    assert "You left this unfinished" in words(after)
    press(after, f"go_on_{form(before).key}")
    assert form(after).content["field"] == "Nurse"
    assert form(after).content["salaries"][0]["pay"] == "sixty grand"
    assert "Not saved yet; kept as a draft." in words(after)


def test_a_reload_of_a_new_form_brings_back_what_was_typed(start: Start) -> None:
    before = a_filled_form(start().run())
    after = at(start().run(), new=form(before).identity)
    assert form(after).content == form(before).content


def test_edits_left_unsaved_are_offered_beside_what_is_saved(start: Start) -> None:
    before, after = two_windows(start, takeaway="Yes")
    fill(before, "takeaway", "No")
    run(after)
    assert form(after).content["takeaway"] == "Yes"
    press(after, f"go_on_{form(before).key}")
    assert form(after).content["takeaway"] == "No"
    save(after)
    assert kept(after).takeaway == "No"


def test_changes_that_are_thrown_away_leave_what_is_saved(app: AppTest) -> None:
    identity = a_saved_one(app, takeaway="Yes")
    at(app, interview=identity)
    fill(app, "takeaway", "No")
    press(app, "record_throw")
    assert form(app).content["takeaway"] == "Yes"
    assert app.text_area(key=key(app, "takeaway")).value == "Yes"
    assert count(Draft) == 0


def test_an_unfinished_form_can_be_thrown_away(start: Start) -> None:
    before = a_filled_form(start().run())
    after = at(start().run())
    press(after, f"drop_{form(before).key}")
    assert "You left this unfinished" not in words(after)
    assert count(Draft) == 0


def test_a_saved_form_leaves_no_draft(app: AppTest) -> None:
    a_filled_form(app)
    assert count(Draft) == 1
    save(app)
    assert count(Draft) == 0


def test_typing_something_and_taking_it_back_leaves_no_draft(app: AppTest) -> None:
    at(app, start="new")
    fill(app, "takeaway", "Yes")
    fill(app, "takeaway", "")
    assert count(Draft) == 0


def test_a_form_comes_back_after_another_page(app: AppTest) -> None:
    a_filled_form(app)
    run(app.switch_page("pages/settings/profile.py"))
    del app.query_params["new"]
    at(app)
    assert form(app).content["field"] == "Nurse"
    assert app.selectbox(key=key(app, "field")).value == "Nurse"
