"""The history ends after thirty days, by a clock that the history itself vouches for."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands import drafts, journal
from lib.commands.drafts import DISMISSED
from lib.ids import new_id
from lib.model import Change, Draft, Field
from tests.conftest import an_explorer
from tests.factories import an_interview

TODAY = datetime(2026, 11, 30, 12, tzinfo=UTC)


def saved(
    session: Session, me: Explorer, monkeypatch: pytest.MonkeyPatch, *, days: float
) -> list[str]:
    """A save so many days after today by the clock; the summaries of the history after it."""
    at = TODAY + timedelta(days=days)
    monkeypatch.setattr(journal, "now", lambda: at)
    name = f"day {days:g}"
    journal.Step(session, me, name).add(Field, name=name, folded=name, colour_slot=9)
    mine = select(Change.summary).where(Change.explorer_id == me.explorer_id)
    return list(session.scalars(mine.order_by(Change.at)))


def test_who_saves_every_day_keeps_thirty_days(
    session: Session, me: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(40):
        there = saved(session, me, monkeypatch, days=day)
    assert there == [f"day {day}" for day in range(9, 40)]


def test_a_clock_that_is_far_ahead_for_an_afternoon_ends_nothing(
    session: Session, me: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(session, me, monkeypatch, days=0)
    for day in (9000, 9000.2, 9000.9):
        saved(session, me, monkeypatch, days=day)
    for day in (1, 2, 3):
        saved(session, me, monkeypatch, days=day)
    count = select(func.count()).where(Change.explorer_id == me.explorer_id)
    assert session.scalar(count) == 7


def test_who_comes_back_after_months_loses_the_old_on_the_next_day(
    session: Session, me: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(session, me, monkeypatch, days=0)
    assert saved(session, me, monkeypatch, days=90) == ["day 0", "day 90"]
    assert saved(session, me, monkeypatch, days=91) == ["day 90", "day 91"]


def test_what_another_explorer_saved_vouches_for_nobody(
    session: Session, me: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = an_explorer(session)
    saved(session, me, monkeypatch, days=0)
    saved(session, other, monkeypatch, days=90)
    assert saved(session, me, monkeypatch, days=92) == ["day 0", "day 92"]


def test_what_was_dismissed_holds_as_long_as_its_conversation_is_there(
    session: Session, me: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, gone = DISMISSED + str(an_interview(session, me)), DISMISSED + str(new_id())
    for day in (0, 40, 45):
        at = TODAY + timedelta(days=day)
        monkeypatch.setattr(drafts, "now", lambda at=at: at)
        for form in (kept, gone, "interview/new/1") if not day else ("interview/new/2",):
            drafts.keep_draft(session, me, form, {"keys": []})
    mine = select(Draft.form).where(Draft.explorer_id == me.explorer_id)
    assert set(session.scalars(mine)) == {kept, "interview/new/2"}
