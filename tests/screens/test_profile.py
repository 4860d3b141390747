"""About me on Profile: own pay is read as Record reads pay."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.access.viewer import Explorer
from lib.filters import EVERYTHING
from lib.queries import explorer
from lib.ui.access.session import database
from tests.screens.test_explore import opened

PROFILE = "pages/settings/profile.py"
PAY = "What I earn now, a year"


def saved(app: AppTest, pay: str) -> int | None:
    """Types own pay, saves, and gives back what is kept in hundredths."""
    opened(app, PROFILE)
    next(box for box in app.text_input if box.label == PAY).set_value(pay)
    next(button for button in app.button if button.label == "Save").click().run()
    assert not app.exception
    me: Explorer = app.session_state["me"]
    with database().read() as session:
        return explorer.profile(session, me, EVERYTHING).current_pay


@pytest.mark.parametrize("typed", ["52.000", "52k", "52 000", "$52,000 a year", "52000"])
def test_own_pay_is_read_as_pay_is_on_record(app: AppTest, typed: str) -> None:
    app.button(key="load_samples").click().run()
    assert saved(app, typed) == 52_000_00
    assert next(box for box in app.text_input if box.label == PAY).value == "52,000"


def test_what_is_no_amount_is_refused_beside_the_form(app: AppTest) -> None:
    app.button(key="load_samples").click().run()
    before = saved(app, "48,000")
    assert saved(app, "50-60k") == before
    assert [error.value for error in app.error] == [
        "“50-60k” is no amount. Write it in figures, such as 52000."
    ]
