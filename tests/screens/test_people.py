"""The people screen: found, changed, made one, forgotten."""

from datetime import date

import pytest
from sqlalchemy import select
from streamlit.testing.v1 import AppTest

from lib.commands.explorers import the_explorer
from lib.commands.people import change_person
from lib.filters import EVERYTHING
from lib.frames import records
from lib.importing import apply, plan, read_file
from lib.model import Person
from lib.queries.conversations import person
from lib.queries.people import people_known
from lib.ui.access.session import database
from tests.factories import a_person, an_interview
from tests.screens.conftest import Start

PEOPLE = "pages/interviews/people.py"


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.error)
    return "\n".join(element.value for kind in kinds for element in kind)


def known() -> dict[str, str]:
    with database().read() as session:
        me = the_explorer(session)
        return {
            row["person"]: row["person_id"]
            for row in records(people_known(session, me, EVERYTHING))
        }


@pytest.fixture
def people(app: AppTest) -> AppTest:
    """Ann of Acme twice, and Bea, whom the explorer talked to once each."""
    with database().write() as session:
        me = the_explorer(session)
        for name, organisation in (("Ann", "Acme"), ("Ann", "Bolt"), ("Bea", "Acme")):
            person = a_person(name, organisation=organisation)
            an_interview(session, me, "Nurse", person=person, held_on=date(2026, 3, 1))
    app.switch_page(PEOPLE).run()
    assert not app.exception, app.exception
    return app


def opened(app: AppTest, name: str) -> AppTest:
    app.selectbox(key="person").select(known()[name]).run()
    assert not app.exception, app.exception
    return app


def test_nobody_is_said_in_a_sentence(app: AppTest) -> None:
    app.switch_page(PEOPLE).run()
    assert not app.exception
    assert not app.dataframe


def test_everybody_is_listed_and_one_name_twice_is_asked(people: AppTest) -> None:
    assert people.dataframe[0].value["Who"].tolist() == ["Ann", "Ann", "Bea"]
    assert "Is Ann · analyst · Acme the same person as Ann · analyst · Bolt?" in said(people)
    same = next(button for button in people.button if button.label == "Make them one")
    same.click().run()
    assert not people.exception
    assert people.dataframe[0].value["Who"].tolist() == ["Ann", "Bea"]


def test_a_name_without_consent_is_refused_in_a_sentence(people: AppTest) -> None:
    opened(people, "Bea")
    how = next(box for box in people.selectbox if box.label == "How a coach may see them")
    how.select("named")
    next(b for b in people.button if b.label == "Save").click().run()
    assert "on which day they agreed" in said(people)
    assert "Bea" in known()


def test_a_name_is_changed(people: AppTest) -> None:
    opened(people, "Bea")
    next(box for box in people.text_input if box.label == "Name").set_value("Beatrice")
    next(b for b in people.button if b.label == "Save").click().run()
    assert not people.exception
    assert "Beatrice" in known()


def test_forgetting_asks_first_and_then_nobody_is_called_so(people: AppTest) -> None:
    opened(people, "Bea")
    assert people.button(key="forget").disabled
    next(box for box in people.checkbox if box.label == "I am sure").check().run()
    people.button(key="forget").click().run()
    assert not people.exception, people.exception
    assert "Bea" not in known()
    assert len(known()) == 2  # the two Anns have one label


def test_an_address_of_nobody_is_said_in_a_sentence(start: Start, people: AppTest) -> None:
    window = start()
    window.query_params["person"] = "01960000-0000-7000-8000-000000000000"
    window.run()
    window.switch_page(PEOPLE).run()
    assert not window.exception


def test_two_windows_save_field_by_field(people: AppTest) -> None:
    opened(people, "Bea")
    with database().write() as session:
        me = the_explorer(session)
        bea = session.scalars(select(Person.id).where(Person.name == "Bea")).one()
        said_there = person(session, me, bea).model_copy(update={"phone": "555 0101"})
        change_person(session, me, said=said_there)
        key = f"person_{bea}"
    people.text_input(key=f"{key}_role").set_value("head nurse")
    people.button(key=f"FormSubmitter:{key}-Save").click().run()
    assert not people.exception, people.exception
    with database().read() as session:
        now = person(session, me, bea)
    assert (now.role, now.phone) == ("head nurse", "555 0101")


def test_one_field_in_two_windows_is_said_and_overwritten_only_knowingly(people: AppTest) -> None:
    opened(people, "Bea")
    with database().write() as session:
        me = the_explorer(session)
        bea = session.scalars(select(Person.id).where(Person.name == "Bea")).one()
        there = person(session, me, bea).model_copy(update={"role": "matron"})
        change_person(session, me, said=there)
        key = f"person_{bea}"
    people.text_input(key=f"{key}_role").set_value("head nurse")
    people.button(key=f"FormSubmitter:{key}-Save").click().run()
    assert "changed in another window" in said(people)
    assert "matron" in said(people)
    assert people.text_input(key=f"{key}_role").value == "head nurse", "what was typed stays"
    people.button(key=f"FormSubmitter:{key}-Save").click().run()
    with database().read() as session:
        assert person(session, me, bea).role == "head nurse"


def test_somebody_of_an_address_book_shows_under_people_and_search(app: AppTest) -> None:
    with database().write() as session:
        me = the_explorer(session)
        book = "First Name,Last Name,Company,Position\nIda,Moe,Fjell,Baker\n"
        apply(session, me, plan(session, me, read_file("a.csv", book.encode())))
    app.switch_page(PEOPLE).run()
    assert app.dataframe[0].value["Who"].tolist() == ["Ida Moe"]
    app.switch_page("pages/interviews/search.py").run()
    app.text_input(key="words").set_value("fjell").run()
    assert not app.exception, app.exception
    links = [element.proto.label for element in app.get("page_link")]
    assert any("Ida Moe" in label for label in links)
