"""The address that a calendar reads, through the served app: who reads what, and until when."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar
from sqlalchemy import select, text
from starlette.testclient import TestClient

from lib.access.calendar_feed import PATH, end_feed, feed_address, feed_of, new_feed
from lib.access.viewer import Explorer
from lib.commands.agenda import add_question
from lib.commands.explorers import the_explorer
from lib.commands.settling import settle
from lib.model import Interview
from lib.serving.calendar_feed import MINUTE, MOST, Pace
from lib.settings import Settings, read_settings
from lib.storage.database import Database, open_database
from tests.conftest import an_explorer
from tests.factories import a_person, an_interview
from tests.unit.test_server import BASE, opened

SOON = date.today() + timedelta(days=9)
PRIVATE = ("Quill", "Zora", "Mill Lane", "Hygiene", "zora@", "Off the books")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings({"FIELDWORK_DATA_DIR": str(tmp_path), "FIELDWORK_BASE_URL": BASE})


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    made = open_database(settings)
    yield made
    made.dispose()


@pytest.fixture
def client(settings: Settings, database: Database) -> Iterator[TestClient]:
    with opened(settings) as browser:
        yield browser


@pytest.fixture
def me(database: Database) -> Explorer:
    """One planned with an hour, one off the record, one with a day alone, one long ago, an idea."""
    with database.write() as session:
        me = the_explorer(session)
        where = {"minutes": 45, "setting": "office", "zone": "Europe/Zurich"}
        ahead: dict[str, Any] = {"status": "scheduled", "planned_on": SOON, "held_on": None}
        rosa = an_interview(session, me, "Nurse", person=a_person("Rosa Ito"), **ahead)
        settle(session, me, interview_id=rosa, day=SOON, hour=time(9, 30), location="Ward 3",
               **where)  # type: ignore[arg-type]  # fmt: skip
        add_question(session, me, interview_id=rosa, text="Off the books?", topic="pay", minutes=3)
        zora = a_person("Zora Quill", attribution="off the record", email="zora@a.test")
        off = an_interview(session, me, "Hygiene", person=zora, **ahead)
        settle(session, me, interview_id=off, day=SOON, hour=time(14), location="Mill Lane 1",
               **where)  # type: ignore[arg-type]  # fmt: skip
        an_interview(session, me, "Cook", person=a_person("Bea"), **ahead)
        an_interview(session, me, "Cook", person=a_person("Old"), held_on=date(2020, 3, 2))
        idea = {**ahead, "status": "idea", "planned_on": None}
        an_interview(session, me, "Cook", person=a_person("Ida"), **idea)
        stranger = an_explorer(session)
        an_interview(session, stranger, "Spy", person=a_person("Stranger"), **ahead)
    return me


def token_of(database: Database, me: Explorer) -> str:
    with database.write() as session:
        return new_feed(session, me)


def path(token: str) -> str:
    return feed_address("", token)


def test_two_libraries_read_what_is_planned_and_of_a_person_off_the_record_the_hour_alone(
    client: TestClient, database: Database, me: Explorer
) -> None:
    answer = client.get(path(token_of(database, me)))
    assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (
        200, "text/calendar",
    )  # fmt: skip
    assert "no-store" in answer.headers["Cache-Control"]
    assert "noindex" in answer.headers["X-Robots-Tag"]
    whole: Any = Calendar.from_ical(answer.content)
    found = {str(event["SUMMARY"]): event for event in whole.walk("VEVENT")}
    assert set(found) == {"Rosa Ito, Nurse", "A conversation", "Bea, Cook"}
    assert f"{found['Rosa Ito, Nurse']['DTSTART'].dt:%H:%M %Z}"[:5] == "09:30"
    assert found["Bea, Cook"]["DTSTART"].dt == SOON
    assert str(found["Rosa Ito, Nurse"]["LOCATION"]) == "Ward 3"
    assert "LOCATION" not in found["A conversation"]
    assert [word for word in PRIVATE if word in answer.text] == []
    read: Any = vobject.readOne(answer.text)
    summaries = {one.summary.value: one.dtstart.value for one in read.vevent_list}
    assert {name: event["DTSTART"].dt for name, event in found.items()} == summaries


def test_a_talk_has_the_same_name_and_number_as_in_its_own_file(
    client: TestClient, database: Database, me: Explorer
) -> None:
    def numbers() -> dict[str, int]:
        whole: Any = Calendar.from_ical(client.get(path(token)).content)
        return {str(event["UID"]): int(event["SEQUENCE"]) for event in whole.walk("VEVENT")}

    token = token_of(database, me)
    before = numbers()
    with database.write() as session:
        talk = session.scalars(select(Interview.id).where(Interview.place == "Ward 3")).one()
        settle(session, me, interview_id=talk, day=SOON, hour=time(11), zone="Europe/Zurich",
               minutes=45, setting="office", location="Ward 3")  # fmt: skip
    changed = {name for name, number in numbers().items() if number != before[name]}
    assert changed == {f"{talk}@fieldwork"}


@pytest.mark.parametrize("token", ["", "nobody", "' OR 1=1", "x" * 5000])
def test_nobody_reads_without_a_token_that_stands(
    client: TestClient, database: Database, me: Explorer, token: str
) -> None:
    token_of(database, me)
    answer = client.get(PATH, params={"of": token})
    assert (answer.status_code, answer.text) == (404, "Not Found")


def test_a_new_address_and_a_revocation_end_the_earlier_one_at_once(
    client: TestClient, database: Database, me: Explorer
) -> None:
    first, second = token_of(database, me), token_of(database, me)
    assert [client.get(path(one)).status_code for one in (first, second)] == [404, 200]
    with database.write() as session:
        end_feed(session, me)
    gone = client.get(path(second))
    assert (gone.status_code, gone.text) == (404, "Not Found")
    with database.read() as session:
        assert feed_of(session, me) is None


def test_the_last_day_it_was_read_is_kept_and_no_token(
    client: TestClient, database: Database, me: Explorer
) -> None:
    token = token_of(database, me)
    with database.read() as session:
        assert feed_of(session, me).read_on is None  # type: ignore[union-attr]
    client.get(path("other"))
    for _ in range(2):
        assert client.get(path(token)).status_code == 200
    with database.read() as session:
        assert feed_of(session, me).read_on is not None  # type: ignore[union-attr]
    assert token.encode() not in database.settings.sqlite_file.read_bytes()  # type: ignore[union-attr]


def test_a_calendar_is_let_in_where_a_browser_has_to_sign_in(
    client: TestClient, database: Database, me: Explorer
) -> None:
    address = {"Sec-Fetch-Dest": "document"}
    assert client.get(path(token_of(database, me)), headers=address).status_code == 200
    assert client.post(path(token_of(database, me))).status_code == 405


def test_thirty_times_a_minute_and_not_more(
    client: TestClient, database: Database, me: Explorer
) -> None:
    pace, feed = Pace(), me.explorer_id
    assert [pace.goes(feed, second / 10) for second in range(MOST + 1)] == [True] * MOST + [False]
    assert pace.goes(feed, MINUTE)
    token = token_of(database, me)
    told = [client.get(path(token)) for _ in range(MOST + 1)]
    assert [one.status_code for one in told] == [200] * MOST + [429]
    assert told[-1].headers["Retry-After"] == "60"


def test_a_database_that_is_away_is_told_without_a_word_on_it(
    client: TestClient, database: Database, me: Explorer
) -> None:
    token = token_of(database, me)
    with database.write() as session:
        session.execute(text("ALTER TABLE calendar_feed RENAME TO elsewhere"))
    answer = client.get(path(token))
    assert (answer.status_code, answer.text) == (503, "The database does not answer.")
