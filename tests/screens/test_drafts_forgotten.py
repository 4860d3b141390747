"""Forgetting somebody takes the drafts that name them, as the forms of the app really keep them."""

import ast
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update
from streamlit.testing.v1 import AppTest

from lib.commands.forgetting import forget_person
from lib.commands.people import change_person
from lib.ids import now
from lib.model import Change, Draft
from lib.queries.history import drafts
from lib.records import PersonSaid
from lib.ui.access.session import database
from tests.factories import a_person, an_interview
from tests.screens.recording import a_filled_form, a_saved_one, at, choose, fill, form, me, run
from tests.screens.test_own_skills import paste, way
from tests.unit.test_structure import ROOT, files

NAMES = ("Zelda Quux", "Zoë Ångström", "王伟", 'Ann "Nan" O’Brien', r"Jo\e Smith", "Bo 🐝 Lee")


def who(app: AppTest, name: str) -> None:
    """A new conversation with them, typed and not saved."""
    a_filled_form(app)
    choose(app, "who", name)


def takeaway(app: AppTest, name: str) -> None:
    """They are mentioned in a conversation with somebody else."""
    identity = a_saved_one(app, person=a_person("Bea"))
    at(app, interview=identity)
    fill(app, "takeaway", f"Ask {name}, who knows more")


def theirs(app: AppTest, name: str) -> None:
    """A conversation with them that is saved, and open with something typed into it."""
    (person,) = [one for one in PEOPLE if one.name == name]
    at(app, interview=a_saved_one(app, person=person))
    fill(app, "takeaway", "Not saved yet")


def shown(app: AppTest, name: str) -> None:
    """Where a skill of one's own was shown, half typed."""
    way(app, "One at a time")
    app.text_input(key="own_one_shown").set_value(f"Working for {name}")
    run(app)


def listed(app: AppTest, name: str) -> None:
    """A pasted list of skills."""
    paste(app, f"SQL\nWorking for {name}")


def thanked(app: AppTest, name: str) -> None:
    """A letter of thanks to somebody else, in which they are mentioned."""
    talk = a_saved_one(app, person=a_person("Bea"))
    app.query_params["talk"], app.query_params["step"] = talk, "Thank"
    app.run()
    run(app.switch_page("pages/interviews/conversation.py"))
    app.text_area(key=f"thank/{talk}/text").set_value(f"Dear Bea, I will talk to {name}.")
    run(app)


FORMS: list[Callable[[AppTest, str], None]] = [who, takeaway, theirs, shown, listed, thanked]
PEOPLE = [PersonSaid(name=name) for name in NAMES]


@pytest.mark.parametrize("typed", FORMS, ids=lambda form: form.__name__)
@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: ascii(person.name))
def test_a_draft_that_names_them_goes(
    app: AppTest, person: PersonSaid, typed: Callable[[AppTest, str], None]
) -> None:
    with database().write() as session:
        an_interview(session, me(app), "Nurse", person=person)
    typed(app, person.name)
    assert forms(app)
    with database().write() as session:
        gone = forget_person(session, me(app), person_id=person.id, keep_findings=True)
    assert len(gone) == 1
    assert forms(app) == []


@pytest.mark.parametrize(
    "typed", [form for form in FORMS if form is not listed], ids=lambda form: form.__name__
)
def test_no_other_window_writes_it_again(
    app: AppTest, typed: Callable[[AppTest, str], None]
) -> None:
    """The form is open in this window while they are forgotten in another one."""
    with database().write() as session:
        an_interview(session, me(app), "Nurse", person=PEOPLE[0])
    typed(app, PEOPLE[0].name)
    boxes = [*app.text_area, *app.text_input]
    naming = [one for one in boxes if "Zelda" in str(one.value)]
    box = next(one for one in (*naming, *boxes) if one in naming or "takeaway" in str(one.key))
    with database().write() as session:
        forget_person(session, me(app), person_id=PEOPLE[0].id, keep_findings=True)
    box.set_value(f"{box.value} and more")
    run(app)
    assert forms(app) == []
    run(app)
    assert forms(app) == []
    assert not [one for one in app.text_area if "Zelda" in str(one.value)]


def test_a_form_on_their_conversation_keeps_no_first_draft_of_them(app: AppTest) -> None:
    """It was open and nothing typed in it yet; opened anew it keeps what is typed."""
    identity = a_saved_one(app, person=PEOPLE[0])
    at(app, interview=identity)
    with database().write() as session:
        forget_person(session, me(app), person_id=PEOPLE[0].id, keep_findings=True)
    fill(app, "takeaway", "Not saved yet")
    assert forms(app) == []
    assert "Zelda" not in str(form(app).content)
    fill(app, "takeaway", "Typed again")
    assert len(forms(app)) == 1


def test_what_was_standing_then_and_names_nobody_stays(app: AppTest) -> None:
    identity = a_saved_one(app, person=a_person("Bea"))
    at(app, interview=identity)
    fill(app, "takeaway", "Half")
    with database().write() as session:
        an_interview(session, me(app), "Nurse", person=PEOPLE[0])
        forget_person(session, me(app), person_id=PEOPLE[0].id, keep_findings=True)
    fill(app, "takeaway", "Half typed")
    run(app)
    assert len(forms(app)) == 1
    assert form(app).content["takeaway"] == "Half typed"


def forms(app: AppTest) -> list[str]:
    with database().read() as session:
        return [name for name, _, _ in drafts(session, me(app), "")]


def test_forms_that_keep_drafts_are_those_tried_here() -> None:
    """Whoever keeps one elsewhere adds it to FORMS."""
    keeping = {
        str(file.relative_to(ROOT / "lib"))
        for file in [*files("lib"), *files("pages")]
        if {"keep_draft", "Draft"} & names_used(file)
    }
    commands = {
        "commands/ages.py",
        "commands/drafts.py",
        "commands/forgetting.py",
        "commands/naming.py",
    }
    tables = {"model/__init__.py", "model/explorer.py", "queries/history.py"}
    assert keeping - commands - tables == {
        *("ui/record/state.py", "ui/record/read_notes.py", "ui/settings/own_skills/kept.py"),
        "ui/after/thank.py",
    }


def names_used(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    imported = {alias.name for n in nodes if isinstance(n, ast.ImportFrom) for alias in n.names}
    return imported | {n.name for n in nodes if isinstance(n, ast.ClassDef)}


@pytest.mark.parametrize("held", ["Zelda Quux", "Zed", "0042-777", "zq@corp.test", "Zelda Old"])
def test_what_reaches_them_and_what_they_were_called_names_them_too(
    app: AppTest, held: str
) -> None:
    zelda = a_person("Zelda Old", nicknames="Zed, Zee", email="zq@corp.test", phone="0042-777")
    with database().write() as session:
        an_interview(session, me(app), "Nurse", person=zelda)
        change_person(session, me(app), said=zelda.model_copy(update={"name": "Zelda Quux"}))
    takeaway(app, held)
    with database().write() as session:
        forget_person(session, me(app), person_id=zelda.id, keep_findings=False)
    assert forms(app) == []


@pytest.mark.parametrize("other", ["Ann Lee", "Zed-ra Quuxley", "Zeta", "Z"])
def test_what_is_typed_of_others_stays(app: AppTest, other: str) -> None:
    with database().write() as session:
        zelda = a_person("Zelda Quux", nicknames="Z, Zedra")
        an_interview(session, me(app), "Nurse", person=zelda)
    who(app, other)
    with database().write() as session:
        assert forget_person(session, me(app), person_id=zelda.id, keep_findings=True) == set()
    assert len(forms(app)) == 1


def test_the_window_in_which_it_was_typed_forgets_it_too(app: AppTest) -> None:
    with database().write() as session:
        an_interview(session, me(app), "Nurse", person=PEOPLE[0])
    listed(app, NAMES[0])
    theirs(app, NAMES[0])
    run(app.switch_page("pages/interviews/people.py"))
    app.selectbox(key="person").select(str(PEOPLE[0].id))
    run(app)
    next(box for box in app.checkbox if box.label == "I am sure").check()
    run(app)
    app.button(key="forget").click()
    run(app)
    assert forms(app) == []
    assert "record" not in app.session_state
    run(app.switch_page("pages/settings/profile.py"))
    assert forms(app) == []


def age(app: AppTest, days: float) -> None:
    """So old, after a change of two days ago: by it the clock is believed."""
    with database().write() as session:
        an_interview(session, me(app), "Cook")
        session.execute(update(Change).values(at=now() - timedelta(days=2)))
        session.execute(update(Draft).values(at=now() - timedelta(days=days)))


@pytest.mark.parametrize(("days", "there"), [(29.9, 1), (30.1, 0)])
def test_what_was_never_saved_ends_after_thirty_days(app: AppTest, days: float, there: int) -> None:
    who(app, "Bea")
    age(app, days)
    assert len(forms(app)) == there
    with database().write() as session:
        an_interview(session, me(app), "Nurse")  # any write, a saved one or another draft
        assert len(session.scalars(select(Draft)).all()) == there


def test_typing_ends_what_is_too_old_too(app: AppTest) -> None:
    who(app, "Bea")
    age(app, 31)
    shown(app, "nobody")
    with database().read() as session:
        assert [one.form for one in session.scalars(select(Draft))] == ["own_skills/one"]
