"""A link that changes while a coach's run is under way, and what the next run shows."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from lib.access.links import CLOSED, Scope
from lib.commands.explorers import the_explorer
from lib.commands.links import make_link, pause_link
from lib.filters import EVERYTHING
from lib.model import Share as ShareRow
from lib.queries.links import links
from lib.ui.access.session import database
from tests.factories import a_person, an_interview, field_id
from tests.screens.conftest import Start
from tests.screens.test_links import coach, said


@pytest.fixture
def token(app: AppTest) -> str:
    """A link with a threshold of two to two fields of two people each, and what Bea said."""
    with database().write() as session:
        me = the_explorer(session)
        for field in ("Nurse", "Cook"):
            for name in ("Ann", "Bea"):
                an_interview(session, me, field, person=a_person(name, organisation=field))
        held = [field_id(session, me, name) for name in ("Nurse", "Cook")]
        chosen: dict[str, Any] = {"label": "Ana", "scope": Scope(), "days": 9, "threshold": 2}
        return make_link(session, me, fields=held, **chosen)[1]


def closing(**values: Any) -> None:
    with database().write() as session:
        me = the_explorer(session)
        session.execute(
            update(ShareRow).where(ShareRow.explorer_id == me.explorer_id).values(**values)
        )


@pytest.mark.parametrize("way", ["paused", "expires_at", "revoked_at"])
def test_a_closed_link_shows_nothing_from_the_next_run_on(
    start: Start, token: str, way: str
) -> None:
    window = coach(start, token)
    assert "Nurse" in said(window)
    past = datetime.now(UTC) - timedelta(seconds=1)
    closing(**{way: True if way == "paused" else past})
    window.run()
    assert CLOSED in said(window)
    assert "Nurse" not in said(window)
    if way == "paused":
        closing(paused=False)
        assert "Nurse" in said(window.run())


def between(meanwhile: "Callable[[], None]") -> None:
    """A run of a coach's window during which something happens before it reads."""
    import streamlit as st

    from lib import ui
    from lib.answers.fields import fields_shown
    from lib.errors import NotOpen
    from lib.filters import EVERYTHING
    from lib.ui.access.session import welcome

    try:
        welcome()
        meanwhile()
        st.code(", ".join(one.field for one in ui.read(fields_shown, EVERYTHING)))
    except NotOpen as closed:
        st.code(str(closed))


def off_the_record() -> None:
    from sqlalchemy import select

    from lib.commands.people import change_person
    from lib.model import Person
    from lib.records import PersonSaid

    with database().write() as session:
        me = the_explorer(session)
        bea = session.scalars(
            select(Person).where(Person.name == "Bea", Person.organisation == "Cook")
        ).one()
        said = PersonSaid(id=bea.id, name="Bea", attribution="off the record")
        change_person(session, me, said=said)


def paused() -> None:
    with database().write() as session:
        me = the_explorer(session)
        link = me.real(links(session, me, EVERYTHING)["link_id"][0])
        pause_link(session, me, link_id=UUID(str(link)), paused=True)


@pytest.mark.parametrize(
    ("meanwhile", "shown"),
    [(lambda: None, "Cook, Nurse"), (off_the_record, "Nurse"), (paused, CLOSED)],
    ids=["nothing", "somebody goes off the record", "paused"],
)
def test_what_happens_between_finding_out_who_looks_and_reading_counts(
    start: Start, token: str, meanwhile: Callable[[], None], shown: str
) -> None:
    """A field that has one person left is not in it any more, nor is a closed link open."""
    window = AppTest.from_function(between, default_timeout=30, args=(meanwhile,))
    window.query_params["share"] = token
    window.run()
    assert not window.exception
    assert [code.value for code in window.code] == [shown]
