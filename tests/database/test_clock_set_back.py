"""A clock that was ahead and is set back: order, undo and the door do not go by it."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.passphrase import FREE, WRONG, set_passphrase, sign_in
from lib.access.viewer import Explorer
from lib.commands import journal
from lib.commands.explorers import the_explorer
from lib.commands.journal import Step, later_than
from lib.commands.undo import undo
from lib.errors import Conflict, Refused
from lib.filters import EVERYTHING
from lib.ids import new_id
from lib.model import Field
from lib.queries.history import changes, latest_step
from lib.storage.database import Database
from tests.conftest import an_explorer

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def made_at(moment: datetime) -> UUID:
    """An id as this moment's clock would make it."""
    milliseconds = int(moment.timestamp() * 1000)
    return UUID(int=milliseconds << 80 | new_id().int & (1 << 80) - 1)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """What the clock says to a step: the last of these."""
    told = [NOON]
    monkeypatch.setattr(journal, "new_id", lambda: made_at(told[-1]))
    monkeypatch.setattr(journal, "now", lambda: told[-1])
    return told


def test_the_latest_press_is_the_last_one_made(
    session: Session, me: Explorer, clock: list[datetime]
) -> None:
    made = []
    for days in (0, 20_000, 0.1, 0.2, -3, 1):
        clock.append(NOON + days * DAY)
        step = Step(session, me, f"at {days}")
        step.add(Field, name=f"{days}", folded=f"{days}", colour_slot=1)
        made.append(step.id)
        assert latest_step(session, me) == step.id
    assert made == sorted(made)
    listed = changes(session, me, EVERYTHING)["step"]
    assert [UUID(str(one)) for one in listed] == made[::-1]


def test_what_was_typed_into_it_later_is_not_taken_back_along(
    session: Session, me: Explorer, clock: list[datetime]
) -> None:
    first = Step(session, me, "first")
    row = first.add(Field, name="Baker", folded="baker", colour_slot=1)
    clock.append(NOON - DAY)
    Step(session, me, "typed").change(Field, row, notes="what was typed later")
    with pytest.raises(Conflict, match="changed again later"):
        undo(session, me, first.id)
    last = latest_step(session, me)
    assert last is not None
    undo(session, me, last)
    notes = select(Field.notes).where(Field.explorer_id == me.explorer_id)
    assert session.scalars(notes).one() == ""


def test_another_explorers_clock_is_none_of_mine(session: Session, me: Explorer) -> None:
    other = an_explorer(session)
    ahead = Step(session, other, "ahead")
    ahead.id = made_at(NOON + 20_000 * DAY)
    ahead.add(Field, name="a", folded="a", colour_slot=1)
    assert Step(session, me, "mine").id < ahead.id


def test_an_id_later_than_another() -> None:
    last = made_at(NOON + 20_000 * DAY)
    assert later_than(last) > last
    assert later_than(later_than(last)) > later_than(last)
    assert later_than(None) > made_at(datetime(2020, 1, 1, tzinfo=UTC))


def test_a_wait_of_a_clock_that_was_ahead_keeps_nobody_out(database: Database) -> None:
    with database.write() as session:
        set_passphrase(session, the_explorer(session), typed="correct horse battery")
    ahead = NOON + 20_000 * DAY
    for _ in range(FREE + 1):
        with pytest.raises(Refused, match=WRONG):
            sign_in(database, "another horse battery", ahead)
    with pytest.raises(Refused, match="Try again in 2 seconds"):
        sign_in(database, "correct horse battery", ahead)
    with pytest.raises(Refused, match=WRONG):
        sign_in(database, "another horse battery", NOON)
    with pytest.raises(Refused, match="Try again in 4 seconds"):
        sign_in(database, "correct horse battery", NOON)
    assert sign_in(database, "correct horse battery", NOON + timedelta(seconds=4))
