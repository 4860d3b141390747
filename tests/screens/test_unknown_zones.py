"""A zone that is none, as an older version or another program kept it, is text on every screen."""

from datetime import date, time

import pytest
from sqlalchemy import text
from streamlit.testing.v1 import AppTest

from lib.commands.settling import settle
from lib.ui.access.session import database
from lib.ui.meeting.steps import STEPS
from tests.factories import a_person, an_interview
from tests.screens.recording import me, run
from tests.screens.test_logs import PAGES

TABLES = ("explorer", "person", "interview", "calendar_event")


@pytest.mark.parametrize("word", ["Europe", "CET or so", "../UTC", "x" * 64])
def test_every_screen_stands(app: AppTest, word: str) -> None:
    """Two talks ahead that share an hour, so that every clock is read."""
    app.run()
    with database().write() as session:
        for name in ("Ann", "Bea"):
            talk = an_interview(session, me(app), "Nurse", person=a_person(name), status="idea")
            settle(session, me(app), interview_id=talk, day=date(2026, 12, 24), hour=time(9),
                   zone="UTC", minutes=30, setting="", location="")  # fmt: skip
        for table in TABLES:
            session.execute(text(f"UPDATE {table} SET zone = :word"), {"word": word})
    for page in PAGES:
        run(app.switch_page(page))
    app.query_params["talk"] = str(talk)
    for step in STEPS:
        app.query_params["step"] = step
        run(app.switch_page("pages/interviews/conversation.py"))
