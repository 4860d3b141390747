"""The tables of the interview itself: brought up with what was there, kept by Record, checked."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.interviews import save_conversation
from lib.commands.journal import Step
from lib.commands.people import merge_people
from lib.commands.undo import undo
from lib.filters import EVERYTHING
from lib.importing import plan, read_file
from lib.meeting.hours import WorkingDay, in_words, known_hours, working_day
from lib.model import AgendaItem, Interview, Message, Note, Outcome, Person, StatusChange
from lib.queries.conversations import conversation
from lib.queries.search import texts_found
from lib.records import NoteLine
from lib.storage import upgrade
from lib.storage.engines import make_engine
from lib.words import STATUSES
from tests.conftest import ENGINES, named, run_alone
from tests.factories import a_person, an_interview

OWNER, FIELD, PERSON, TALK, QUESTION = (uuid4() for _ in range(5))
NEVER_SAID = {"organisation": "", "role": "", "sample": False}


@pytest.fixture(params=ENGINES)
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database of the version before, with one conversation that has an agenda and a promise."""
    name = f"earlier_{uuid4().hex}"
    if request.param == "sqlite":
        engine = make_engine(f"sqlite:///{tmp_path / 'fieldwork.db'}")
    else:
        uri = request.getfixturevalue("postgres")
        run_alone(uri, f"CREATE DATABASE {name}")
        engine = make_engine(named(uri, name).replace("postgresql:", "postgresql+psycopg:"))
    brought_to(engine, "0006")
    with engine.begin() as connection:
        if request.param == "sqlite":
            connection.execute(text("PRAGMA foreign_keys = ON"))
        for table, row in EARLIER.items():
            marks = ", ".join(f":{column}" for column in row)
            into = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"
            connection.execute(text(into), {name: plain(engine, row[name]) for name in row})
    yield engine
    engine.dispose()
    if request.param == "postgresql":
        run_alone(uri, f"DROP DATABASE {name}")


def plain(engine: Engine, value: Any) -> Any:
    """SQLite keeps an id as its digits."""
    return value.hex if isinstance(value, UUID) and engine.dialect.name == "sqlite" else value


MINE = {"explorer_id": OWNER}
EARLIER: dict[str, dict[str, Any]] = {
    "explorer": {
        "id": OWNER, "name": "", "base_currency": "USD", "zone": "UTC", "hours_a_year": 2080,
        "sample": False, "revision": OWNER,
    },
    "field": {
        **MINE, "id": FIELD, "name": "Nurse", "folded": "nurse", "kind": "new", "stage": "open",
        "decision": "", "colour_slot": 0, "notes": "", "sample": False,
    },
    "person": {
        **MINE, "id": PERSON, "name": "Ann", "folded": "ann", "nicknames": "", "email": "",
        "phone": "", "profile_link": "", "how_met": "", "attribution": "described",
        "description": "", **NEVER_SAID,
    },
    "interview": {
        **MINE, "id": TALK, "field_id": FIELD, "person_id": PERSON, "organisation_folded": "",
        "status": "requested", "setting": "", "place": "", "purpose": "", "takeaway": "",
        "version": 1, **NEVER_SAID,
    },
    "question": {**MINE, "id": QUESTION, "topic": "pay", "text": "A first year?"},
    "agenda_item": {
        **MINE, "id": uuid4(), "interview_id": TALK, "question_id": QUESTION, "position": 1,
        "minutes": 3, "answered": True, "answer": "About forty",
    },
    "follow_up": {
        **MINE, "id": uuid4(), "interview_id": TALK, "kind": "check in", "text": "in spring",
        "due_on": "2026-04-01",
    },
    "outcome": {
        **MINE, "id": uuid4(), "interview_id": TALK, "kind": "lead", "note": "a ward",
    },
}  # fmt: skip


def brought_to(engine: Engine, version: str) -> None:
    config = upgrade._config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)


def test_what_was_there_is_there_and_found(earlier: Engine) -> None:
    assert upgrade.bring_up(earlier, before=lambda: None)
    with Session(earlier) as session:
        item = session.scalars(select(AgendaItem)).one()
        assert (item.topic, item.text, item.answer) == ("pay", "A first year?", "About forty")
        assert (item.minutes, item.state, item.source) == (3, "asked", "own")
        assert session.scalars(select(Outcome.note)).all() == ["a ward"]
        for typed in ("forty", '"first year"', "spring", "ward"):
            hits = texts_found(session, Explorer(OWNER), EVERYTHING, typed)
            assert len(hits) == 1, typed


def test_the_status_takes_the_new_words_and_no_other(earlier: Engine) -> None:
    upgrade.bring_up(earlier, before=lambda: None)
    moved = {"explorer_id": OWNER, "interview_id": TALK, "at": datetime.now(UTC)}
    with Session(earlier) as session:
        for status in STATUSES:
            held = date(2026, 3, 2) if status == "held" else None
            talk = session.get_one(Interview, (OWNER, TALK))
            talk.status, talk.held_on = status, held
            session.add(StatusChange(id=uuid4(), to_status=status, **moved))
            session.flush()
        session.commit()
        for model, column in ((Interview, "status"), (StatusChange, "to_status")):
            to_nothing = update(model).values({column: "perhaps"})
            with pytest.raises(IntegrityError), session.begin_nested():
                session.execute(to_nothing)
    names = {one["name"] for one in inspect(earlier).get_check_constraints("interview")}
    assert {"ck_interview_status", "ck_interview_held_on", "ck_interview_recording"} <= names
    if earlier.dialect.name == "sqlite":
        with earlier.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
            assert not connection.execute(text("PRAGMA foreign_key_check")).all()


def test_a_line_keeps_what_the_talk_made_of_it_when_record_is_saved(
    session: Session, me: Explorer
) -> None:
    talk = an_interview(session, me, notes=(NoteLine(text="Triage first"),))
    now = conversation(session, me, talk)
    line, at = now.notes[0].id, datetime(2026, 3, 2, 12, 20, tzinfo=UTC)
    Step(session, me, "Talk").change(Note, line, topic="skills", said_at=at, mark="skill")
    longer = now.notes[0].model_copy(update={"text": "Triage comes first"})
    added = (longer, NoteLine(text="A second line"))
    save_conversation(session, me, now.model_copy(update={"notes": added}))
    session.expire_all()
    kept = session.get_one(Note, (me.explorer_id, line))
    assert (kept.text, kept.topic, kept.said_at, kept.mark) == (
        "Triage comes first", "skills", at, "skill",
    )  # fmt: skip


def test_no_phrase_reaches_from_a_question_into_its_answer(session: Session, me: Explorer) -> None:
    talk = an_interview(session, me)
    asked = {"position": 1, "text": "Is it on call", "answer": "weekends too", "answered": True}
    step = Step(session, me, "Agenda")
    item = step.add(AgendaItem, interview_id=talk, **asked)
    step.add(Message, interview_id=talk, kind="ask", subject="Half an hour", text="Dear Ann")

    def hits(typed: str) -> list[str]:
        return list(texts_found(session, me, EVERYTHING, typed)["kind"])

    assert (hits("call weekends"), hits('"call weekends"')) == (["agenda"], [])
    assert (hits('"on call"'), hits("dear"), hits('"hour dear"')) == (["agenda"], ["letter"], [])
    step.change(AgendaItem, item, answer="never")
    assert (hits("weekends"), hits('"on call"')) == ([], ["agenda"])


def test_two_made_one_keep_hours_and_introductions_and_are_taken_apart(
    session: Session, me: Explorer
) -> None:
    ann, again = a_person("Ann"), a_person("Ann B.")
    talk = an_interview(session, me, "Nurse", person=ann)
    an_interview(session, me, "Nurse", person=again)
    step = Step(session, me, "Hours")
    step.change(Person, again.id, zone="Europe/Zurich", day_begins="07:30")
    led = step.add(Outcome, interview_id=talk, kind="introduction", person_id=again.id)
    merged = merge_people(session, me, keep=ann.id, other=again.id)
    session.expire_all()
    kept = session.get_one(Person, (me.explorer_id, ann.id))
    assert (kept.zone, kept.day_begins) == ("Europe/Zurich", "07:30")
    assert session.get_one(Outcome, (me.explorer_id, led)).person_id == ann.id
    undo(session, me, merged)
    session.expire_all()
    assert session.get_one(Outcome, (me.explorer_id, led)).person_id == again.id


@pytest.mark.parametrize(
    ("name", "row", "column"),
    [
        ("people", {"zone": "Nowhere/Here"}, "zone"),
        ("people", {"day_begins": "9am"}, "day_begins"),
        ("people", {"day_begins": "18:00"}, "day_ends"),
        ("people", {"working_days": "128"}, "working_days"),
        ("calendar_events", {"starts_at": "soon"}, "starts_at"),
        ("calendar_events", {"starts_at": "2026-13-01T09:00"}, "starts_at"),
        ("calendar_events", {"zone": "+01:00"}, "zone"),
        ("calendar_events", {"sequence": -1}, "sequence"),
        ("messages", {"kind": "third"}, "kind"),
        ("checklist_ticks", {"item": "umbrella"}, "item"),
        ("agenda_items", {"topic": "weather"}, "topic"),
        ("follow_ups", {"owed_by": "nobody"}, "owed_by"),
    ],
)
def test_a_file_with_hours_or_words_that_nobody_knows_is_told_where(
    session: Session, me: Explorer, name: str, row: dict[str, Any], column: str
) -> None:
    here = {"id": str(uuid4()), "interview_id": str(TALK)}
    whole: dict[str, dict[str, Any]] = {
        "people": {"id": str(uuid4())},
        "messages": {**here, "kind": "ask"},
        "calendar_events": {
            **here, "uid": "a", "starts_at": "2026-03-02T12:15", "zone": "UTC", "minutes": 30,
            "made_at": "2026-03-01T09:00:00+00:00",
        },
        "checklist_ticks": {**here, "item": "dress", "ticked_at": "2026-03-01T09:00:00+00:00"},
        "agenda_items": {**here, "position": 1},
        "follow_ups": {**here, "kind": "check in"},
    }  # fmt: skip
    content = {"format": "fieldwork/1", name: [{**whole[name], **row}]}
    compared = plan(session, me, read_file("mine", json.dumps(content).encode()))
    assert f"{name}.{column}" in {error.column for error in compared.errors}


def test_hours_that_no_clock_knows_are_read_as_the_usual_ones() -> None:
    assert known_hours("18:00", "08:00", None) == known_hours("Zed!!", None, "9") == WorkingDay()
    assert known_hours("08:30", None, None).begins == time(8, 30)


@pytest.mark.parametrize(
    ("days", "said"),
    [({1, 2, 3, 4, 5}, "Monday to Friday"), ({1, 2}, "Monday and Tuesday"), ({7}, "Sunday"),
     ({1, 3, 5}, "Monday, Wednesday and Friday")],
)  # fmt: skip
def test_a_working_day_is_said_in_words(days: set[int], said: str) -> None:
    assert in_words(WorkingDay(days=frozenset(days))) == f"9:00 to 17:00, {said}"


def test_a_working_day_holds_what_lies_within_it() -> None:
    day = working_day("08:00", "16:30", "1235")
    monday = datetime(2026, 3, 2, 8, 0)
    assert day.holds(monday, monday.replace(hour=16, minute=30))
    assert not day.holds(monday, monday.replace(hour=16, minute=31))
    assert not day.holds(monday.replace(hour=7, minute=59), monday.replace(hour=9))
    assert not day.holds(monday.replace(day=5), monday.replace(day=5, hour=9))
    assert not day.holds(monday, monday.replace(day=3))
