"""The calendar of a month, on Whom next and beside When and where."""

from datetime import date, time

from streamlit.testing.v1 import AppTest

from lib.answers.month import month
from lib.filters import EVERYTHING
from lib.ui.access.session import database
from tests.factories import a_person
from tests.screens.test_conversation import agreed, an_idea, explorer, opened, planned, run, words

WHOM_NEXT = "pages/interviews/whom_next.py"
DECEMBER = """\
| Mon | Tue | Wed | Thu | Fri | Sat | Sun |
| :-: | :-: | :-: | :-: | :-: | :-: | :-: |
|   | 1 | **2 ••** | 3 | 4 | 5 | 6 |
| 7 | 8 | 9 | 10 | 11 | 12 | 13 |
| 14 | 15 | 16 | 17 | 18 | 19 | 20 |
| 21 | 22 | 23 | 24 | 25 | 26 | 27 |
| 28 | 29 | 30 | 31 |   |   |   |"""


def links(app: AppTest) -> list[str]:
    return [one.proto.label for one in app.get("page_link")]


def test_a_month_tells_its_talks_by_day_and_hour_and_leads_to_each(app: AppTest) -> None:
    me = explorer()
    agreed(planned(person=a_person("Rosa Ito")), hour=time(12, 15), zone="Europe/Zurich")
    planned(person=a_person("Bea"))
    planned(person=a_person("Later"), planned_on=date(2027, 1, 1))
    an_idea(person=a_person("Ida"))
    with database().read() as session:
        assert month(session, me, EVERYTHING, date(2026, 12, 1)).table == DECEMBER
    run(app.switch_page(WHOM_NEXT))
    app.session_state["month_whom_next"] = date(2026, 12, 1)
    app.button_group(key="view").set_value("month")
    told = links(run(app))
    assert "December 2026" in words(app)
    assert "Wed 2 Dec: Bea, Nurse (planned)" in told
    assert "Wed 2 Dec, 11:15, 30 min: Rosa Ito, Nurse (planned, 12:15 there)" in told
    assert [one for one in told if "Later" in one or "Ida" in one] == []
    app.button(key="month_whom_next_Next month").click()
    assert "Fri 1 Jan: Later, Nurse (planned)" in links(run(app))


def test_beside_when_stands_the_month_of_the_day(app: AppTest) -> None:
    talk = planned()
    agreed(talk)
    assert "December 2026" in words(opened(app, talk, "Ask"))
