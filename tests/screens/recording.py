"""What the tests of the Record screen press, type and read."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from streamlit.testing.v1 import AppTest

from lib.access.viewer import Explorer
from lib.queries.conversations import conversation
from lib.records import Conversation
from lib.ui.access.session import database
from lib.ui.record.state import Form
from tests.factories import an_interview

PAGE = "pages/interviews/record.py"


def at(app: AppTest, **address: str) -> AppTest:
    """The Record screen at this address."""
    for name, value in address.items():
        app.query_params[name] = value
    return run(app.switch_page(PAGE))


def run(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception, app.exception
    return app


def form(app: AppTest) -> Form:
    found = app.session_state["record"]
    assert isinstance(found, Form)
    return found


def key(app: AppTest, *where: str) -> str:
    return f"record/{form(app).key}/{'/'.join(where)}"


def fill(app: AppTest, where: str, value: Any) -> None:
    """Commit one text, day or number: `takeaway`, `person/email`, `skills/<id>/skill`."""
    found: Any = app.get_by_key(key(app, where))
    found.set_value(value)
    run(app)


def choose(app: AppTest, where: str, text: str) -> None:
    """Type a name into a box that offers some, and press Enter."""
    box = app.selectbox(key=key(app, where))
    if text not in box.options:
        box.options.append(text)
    box.set_value(text)
    run(app)


def press(app: AppTest, name: str) -> None:
    app.button(key=name).click()
    run(app)


def save(app: AppTest) -> None:
    press(app, "record_save")


def mark(app: AppTest, line: int, *marks: str) -> None:
    line_id = form(app).content["notes"][line]["id"]
    app.button_group(key=key(app, "notes", line_id, "marks")).set_value(list(marks))
    run(app)


def words(app: AppTest) -> str:
    kinds: Any = (app.markdown, app.caption, app.info, app.error, app.title, app.subheader)
    return "\n".join(element.value for kind in kinds for element in kind)


def errors(app: AppTest) -> list[str]:
    return [error.value.replace("\\", "") for error in app.error]


def me(app: AppTest) -> Explorer:
    found = app.session_state["me"]
    assert isinstance(found, Explorer)
    return found


def kept(app: AppTest, identity: str = "") -> Conversation:
    """The conversation as it is on disk."""
    with database().read() as session:
        return conversation(session, me(app), UUID(identity or form(app).identity))


def count(model: Any) -> int:
    with database().read() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def a_saved_one(app: AppTest, **values: Any) -> str:
    with database().write() as session:
        return str(an_interview(session, me(app), **values))


def a_filled_form(app: AppTest) -> AppTest:
    at(app, start="new")
    choose(app, "field", "Nurse")
    fill(app, "held_on", date(2026, 3, 2))
    return app
