"""The Record screen: typed, pasted, saved, changed, removed, taken back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from lib.commands.interviews import remove_interview
from lib.ids import new_id
from lib.model import Change, Interview
from lib.records import NoteLine
from lib.ui.access.session import database
from tests.conftest import an_explorer
from tests.factories import a_conversation, a_figure, a_person, an_interview
from tests.screens.recording import (
    a_filled_form,
    a_saved_one,
    at,
    choose,
    count,
    errors,
    fill,
    form,
    kept,
    key,
    mark,
    me,
    press,
    run,
    save,
    words,
)

NOTES = """- Patience
- you have to triage when three bells ring
- IV lines
- two years of evening school
- a course for the license
- starts around 31k
- the union rate is posted
- the team carries you
- nights are what breaks people
- charting, endless charting
- after five years you lead a ward
- they will always need us"""
MARKS = (
    *("skill", "skill", "skill", "training", "training", "pay", "pay"),
    *("good", "hard", "hard", "step", "outlook"),
)


def test_nothing_yet_is_a_sentence_and_two_ways_to_begin(app: AppTest) -> None:
    at(app)
    assert "No conversations yet." in words(app)
    assert [button.label for button in app.button] == ["New conversation", "Paste notes"]


def test_a_new_conversation_is_typed_and_saved(app: AppTest) -> None:
    a_filled_form(app)
    choose(app, "who", "Ana Brandt")
    fill(app, "role", "Ward nurse")
    app.button_group(key=key(app, "interest_after")).set_value(4)
    app.button_group(key=key(app, "asked")).set_value(["pay", "skills"])
    choose(app, "add/skill", "Triage")
    fill(app, "add/pay", "60-72k USD/year")
    choose(app, "add/hard", "Night shifts")
    fill(app, "takeaway", "I could do this.")
    assert "Not saved yet; kept as a draft." in words(app)
    save(app)
    assert "Saved." in words(app)
    said = kept(app)
    assert (said.field, said.person.name, said.person.role) == ("Nurse", "Ana Brandt", "Ward nurse")
    assert (said.interest_after, said.asked, said.takeaway) == (
        4,
        ("skills", "pay"),
        "I could do this.",
    )
    assert [skill.skill for skill in said.skills] == ["Triage"]
    (pay,) = said.salaries
    assert (str(pay.low), str(pay.high), pay.currency, pay.period) == (
        *("60000.00", "72000.00"),
        *("USD", "year"),
    )
    assert [(one.side, one.theme) for one in said.aspects] == [("downside", "Night shifts")]


def test_saved_is_said_only_of_what_is_on_disk(app: AppTest) -> None:
    a_filled_form(app)
    assert "Saved." not in words(app)
    save(app)
    fill(app, "takeaway", "More")
    assert "Saved." not in words(app)
    assert kept(app).takeaway == ""


def test_every_column_of_a_finding_can_be_edited(app: AppTest) -> None:
    pay = a_figure(whose="seen", year=2025)
    identity = a_saved_one(app, salaries=(pay,))
    at(app, interview=identity)
    where = f"salaries/{pay.id}"
    app.session_state[f"more_{form(app).key}_{pay.id}"] = True
    run(app)
    fill(app, f"{where}/pay", "from 30 GBP/hour")
    fill(app, f"{where}/year", 2026)
    fill(app, f"{where}/place", "Leeds")
    fill(app, f"{where}/benefits", "A uniform")
    for name, value in (("whose", "own"), ("basis", "total"), ("tax", "net"), ("level", "senior")):
        app.button_group(key=key(app, f"{where}/{name}")).set_value(value)
        run(app)
    app.checkbox(key=key(app, f"{where}/private")).check()
    run(app)
    save(app)
    (now,) = kept(app).salaries
    assert (str(now.low), now.high, now.currency) == ("30.00", None, "GBP")
    assert (now.period, now.whose, now.basis) == ("hour", "own", "total")
    assert (now.tax, now.level) == ("net", "senior")
    assert (now.year, now.place, now.benefits, now.private) == (2026, "Leeds", "A uniform", True)
    assert now.id == pay.id


def test_the_reading_of_a_figure_stands_beside_it(app: AppTest) -> None:
    at(app, start="new")
    fill(app, "add/pay", "60-72k USD/year")
    assert "Read as $60k to $72k a year" in words(app).replace("\\", "")


def test_a_finding_is_taken_out_and_put_back(app: AppTest) -> None:
    identity = a_saved_one(app, skills=["Triage", "Patience"])
    at(app, interview=identity)
    first = form(app).content["skills"][0]
    press(app, f"out_{form(app).key}_{first['id']}")
    assert [one["skill"] for one in form(app).content["skills"]] == ["Patience"]
    press(app, f"back_{form(app).key}")
    save(app)
    assert [one.skill for one in kept(app).skills] == ["Triage", "Patience"]


def test_a_conversation_is_removed_and_taken_back_whole(app: AppTest) -> None:
    identity = a_saved_one(app, skills=["Triage"], takeaway="Yes")
    at(app, interview=identity)
    before = kept(app)
    press(app, "record_delete")
    assert "The conversation is removed." in words(app)
    assert count(Interview) == 0
    press(app, "undo_removal")
    after = kept(app, identity)
    assert after.model_copy(update={"version": before.version}) == before
    assert form(app).identity == identity


def test_a_save_is_taken_back(app: AppTest) -> None:
    identity = a_saved_one(app, takeaway="Yes")
    at(app, interview=identity)
    fill(app, "takeaway", "No")
    save(app)
    press(app, "record_undo")
    assert kept(app).takeaway == "Yes"
    assert form(app).content["takeaway"] == "Yes"
    fill(app, "takeaway", "Perhaps")
    save(app)
    assert kept(app).takeaway == "Perhaps"


def test_a_first_save_that_is_taken_back_leaves_the_form_as_it_was_typed(app: AppTest) -> None:
    save(a_filled_form(app))
    press(app, "record_undo")
    assert count(Interview) == 0
    assert form(app).content["field"] == "Nurse"
    save(app)
    assert kept(app).field == "Nurse"


def test_twelve_findings_come_from_a_page_of_notes_in_at_most_two_presses_each(
    app: AppTest,
) -> None:
    at(app, start="paste")
    fill(app, "paste", NOTES)
    assert [line["text"] for line in form(app).content["notes"]] == [
        line.removeprefix("- ") for line in NOTES.splitlines()
    ]
    for line, word in enumerate(MARKS):
        mark(app, line, word)
    assert "Still to be named: 2" in words(app)
    named = {"Which figure is it?": ["40k USD/year"], "Which step is it?": ["Ward lead"]}
    for question, answers in named.items():
        for answer in answers:
            assert app.selectbox(key=key(app, "naming")).label == question
            choose(app, "naming", answer)
    assert "Still to be named" not in words(app)
    choose(app, "field", "Nurse")
    fill(app, "held_on", date(2026, 3, 2))
    save(app)
    said = kept(app)
    assert len(list(said.findings())) == 12
    quotes = {one.note_id: one.quote for one in said.findings()}
    assert quotes == {line.id: line.text for line in said.notes}
    assert [one.skill for one in said.skills] == ["Patience", "Triage", "IV lines"]


def test_a_pressed_line_is_read_and_what_it_does_not_say_stays_blank(app: AppTest) -> None:
    at(app, start="paste")
    fill(app, "paste", "patience\nneed: TIG welding, Excel\n$21 an hour to start\nit varies")
    for line, word in enumerate(("skill", "skill", "pay", "pay")):
        mark(app, line, word)
    content = form(app).content
    assert [(one["skill"], one["necessity"]) for one in content["skills"]] == [
        ("patience", "unstated"),
        ("TIG welding", "mandatory"),
        ("Excel", "mandatory"),
    ]
    [figure, unsaid] = content["salaries"]
    assert (figure["pay"], figure["level"]) == ("21 USD/hour", "entry")
    assert (figure["basis"], figure["tax"], figure["employed"]) == ("unstated",) * 3
    assert unsaid["pay"] == ""


def test_a_press_on_training_fills_months_cost_and_whether_it_is_beside_work(app: AppTest) -> None:
    at(app, start="paste")
    fill(app, "paste", "certificate course, 9 months, $2,800, in the evenings, not required")
    mark(app, 0, "training")
    [way] = form(app).content["trainings"]
    assert (way["kind"], way["months"], way["cost"]) == ("certificate", "9", "2800 USD")
    assert (way["required"], way["alongside_work"]) == ("no", True)


def test_a_figure_has_its_four_questions_in_sight_and_the_next_one_answers_alike(
    app: AppTest,
) -> None:
    at(app, start="paste")
    fill(app, "paste", "$21 an hour\n$30 an hour\nshe makes $26 an hour after tax")
    mark(app, 0, "pay")
    first = form(app).content["salaries"][0]
    for name, value in (("basis", "base"), ("tax", "gross"), ("employed", "employed")):
        fill(app, f"salaries/{first['id']}/{name}", value)
    mark(app, 1, "pay")
    mark(app, 2, "pay")
    _, second, third = form(app).content["salaries"]
    assert (second["basis"], second["tax"], second["employed"]) == ("base", "gross", "employed")
    assert (third["whose"], third["tax"], third["basis"]) == ("own", "net", "base")


def test_the_same_press_takes_a_finding_away_and_a_line_can_say_two_things(app: AppTest) -> None:
    at(app, start="paste")
    fill(app, "paste", "The team carries you")
    mark(app, 0, "good", "hard")
    assert [one["side"] for one in form(app).content["aspects"]] == ["upside", "downside"]
    mark(app, 0, "hard")
    assert [one["side"] for one in form(app).content["aspects"]] == ["downside"]


def test_a_line_that_is_reworded_keeps_what_was_made_of_it(app: AppTest) -> None:
    line = NoteLine(text="three bels")
    at(app, interview=a_saved_one(app, notes=(line,)))
    mark(app, 0, "skill")
    press(app, f"edit_{form(app).key}")
    fill(app, "notes/all", "three bells\nand a fourth")
    (skill,) = form(app).content["skills"]
    assert skill["note_id"] == form(app).content["notes"][0]["id"] == str(line.id)


@pytest.mark.parametrize(
    ("where", "typed", "message"),
    [
        ("add/pay", "72-60k USD/year", "the lower figure first"),
        ("add/pay", "60k ZZZ/year", "ZZZ is no currency we know"),
        ("role", "ward\x00nurse", "holds a character that cannot be stored"),
        ("takeaway", "x" * 20_001, "at most 20,000 are kept"),
        ("held_on", date.today() + timedelta(days=9), "cannot lie in the future"),
        ("person/phone", "1" * 201, "Phone: This is 201 characters long"),
        ("place", "\x00", "holds a character that cannot be stored"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    app: AppTest, where: str, typed: Any, message: str
) -> None:
    a_filled_form(app)
    for more in ("it", "them"):
        app.session_state[f"{more}_{form(app).key}"] = True
    run(app)
    fill(app, where, typed)
    save(app)
    (said,) = errors(app)
    assert message in said
    assert "1 thing to mend" in words(app)
    assert count(Interview) == 0
    if where == "add/pay":
        assert form(app).content["salaries"][0]["pay"] == typed
    else:
        found: Any = app.get_by_key(key(app, where))
        assert found.value == typed


def test_what_is_wrong_is_gone_as_soon_as_it_is_mended(app: AppTest) -> None:
    at(app, start="new")
    save(app)
    assert errors(app) == ["This is needed."]
    choose(app, "field", "Nurse")
    assert errors(app) == ["Say on which day the conversation was held."]
    fill(app, "held_on", date(2026, 3, 2))
    assert errors(app) == []


def test_to_be_named_they_have_to_have_agreed_on_a_day(app: AppTest) -> None:
    a_filled_form(app)
    choose(app, "person/attribution", "named")
    save(app)
    assert errors(app) == ["To show the name, say on which day they agreed to it."]
    fill(app, "person/consent_on", date(2026, 3, 2))
    save(app)
    assert kept(app).person.consent_on == date(2026, 3, 2)


def test_save_pressed_twice_writes_once(app: AppTest) -> None:
    save(a_filled_form(app))
    changes, version = count(Change), kept(app).version
    save(app)
    assert (count(Interview), count(Change), kept(app).version) == (1, changes, version)


def an_address_of_nobody(app: AppTest) -> str:
    return str(new_id())


def an_address_of_a_stranger(app: AppTest) -> str:
    with database().write() as session:
        return str(an_interview(session, an_explorer(session)))


def no_address_at_all(app: AppTest) -> str:
    return "nonsense"


def a_removed_one(app: AppTest) -> str:
    identity = a_saved_one(app)
    with database().write() as session:
        remove_interview(session, me(app), UUID(identity))
    return identity


@pytest.mark.parametrize(
    "address", [an_address_of_nobody, an_address_of_a_stranger, no_address_at_all, a_removed_one]
)
def test_an_address_that_leads_nowhere_says_so(
    app: AppTest, address: Callable[[AppTest], str]
) -> None:
    at(app, interview=address(app))
    (said,) = errors(app)
    assert said.startswith("There is no conversation at this address.")


def test_a_skill_that_looks_like_another_is_asked_and_never_changed_silently(app: AppTest) -> None:
    a_filled_form(app)
    choose(app, "add/skill", "Negociation")
    (skill,) = form(app).content["skills"]
    (meant,) = [one for one in app.button if one.label == "Negotiation?"]
    press(app, str(meant.key))
    save(app)
    (now,) = kept(app).skills
    assert (now.skill, now.said_as, str(now.id)) == ("Negotiation", "Negociation", skill["id"])


def test_an_unknown_skill_is_kept_as_it_was_typed(app: AppTest) -> None:
    a_filled_form(app)
    choose(app, "add/skill", "Negociation")
    save(app)
    assert [one.skill for one in kept(app).skills] == ["Negociation"]


def test_the_same_name_alone_is_asked(app: AppTest) -> None:
    ana = a_person("Ana Brandt", organisation="Acme")
    a_saved_one(app, person=ana)
    a_filled_form(app)
    choose(app, "who", "ana brandt")
    assert form(app).content["person"]["id"] != str(ana.id)
    press(app, f"same_{form(app).key}_{ana.id}")
    save(app)
    assert kept(app).person == ana


def test_somebody_known_is_chosen_with_their_role_of_today(app: AppTest) -> None:
    ana = a_person("Ana Brandt", role="Ward nurse", organisation="Acme")
    a_saved_one(app, person=ana)
    a_filled_form(app)
    choose(app, "who", "Ana Brandt · Ward nurse, Acme")
    save(app)
    assert (kept(app).person, kept(app).role) == (ana, "Ward nurse")


def test_a_sample_says_so_and_stays_one_when_it_is_edited(app: AppTest) -> None:
    press(app, "load_samples")
    with database().read() as session:
        query = select(Interview.id).where(Interview.status == "held").limit(1)
        identity = str(session.scalars(query).one())
    at(app, interview=identity)
    assert "Sample: an invented person" in words(app)
    fill(app, "takeaway", "Mine now?")
    save(app)
    with database().read() as session:
        assert session.scalars(select(Interview.sample)).all().count(True) == count(Interview)
    assert kept(app).takeaway == "Mine now?"


def test_what_people_typed_is_shown_as_they_typed_it(app: AppTest) -> None:
    said = a_conversation(notes=(NoteLine(text="# *not* [a](http://link)"),))
    at(app, interview=a_saved_one(app, notes=said.notes))
    mark(app, 0, "skill")
    assert any("\\# \\*not\\*" in one.value for one in app.caption)


def test_the_role_goes_with_the_person_and_one_that_was_typed_stays(app: AppTest) -> None:
    for name, role in (("Ana", "Nurse"), ("Bea", "Cook")):
        a_saved_one(app, person=a_person(name, role=role))
    a_filled_form(app)
    choose(app, "who", "Ana · Nurse")
    choose(app, "who", "Bea · Cook")
    assert form(app).content["role"] == "Cook"
    fill(app, "role", "Head cook")
    choose(app, "who", "Ana · Nurse")
    assert form(app).content["role"] == "Head cook"
