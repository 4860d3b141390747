"""A year of daily use: what is kept for a time goes, and the file does not grow by what went."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from lib.access.passphrase import set_passphrase, sign_in
from lib.access.viewer import Explorer
from lib.commands import drafts, journal
from lib.commands.drafts import keep_draft
from lib.commands.explorers import the_explorer
from lib.commands.interviews import save_conversation
from lib.model import Change, Draft, Interview, SignIn, search_text
from lib.storage.database import Database
from tests.factories import a_conversation

FIRST = datetime(2026, 1, 1, 9, tzinfo=UTC)
A_DAY = timedelta(days=1)
ON_EACH = 1
"""Presses a day."""


def a_day(database: Database, me: Explorer, number: int, moment: datetime) -> None:
    """The same conversation is written anew, forms are begun and left, and a browser comes in."""
    for press in range(ON_EACH):
        with database.write() as session:
            version = session.scalar(select(Interview.version).where(Interview.id == TALK.id)) or 0
            said = {"takeaway": f"day {number}, {press} " * 20, "version": version}
            save_conversation(session, me, TALK.model_copy(update=said))
            keep_draft(session, me, f"form {number}", {"typed": "x" * 500})
    if number % 10 == 0:
        sign_in(database, "correct horse battery", moment)


TALK = a_conversation()


def counts(database: Database) -> dict[str, int]:
    with database.read() as session:
        return {
            name: session.scalar(select(func.count()).select_from(table)) or 0
            for name, table in (
                ("changes", Change),
                ("drafts", Draft),
                ("sign-ins", SignIn),
                ("words", search_text),
            )
        }


def size(database: Database) -> int:
    file = database.settings.sqlite_file
    return file.stat().st_size if file else 0


def test_a_year_of_daily_use_keeps_the_database_bounded(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with database.write() as session:
        me = the_explorer(session)
        set_passphrase(session, me, typed="correct horse battery")
    clock = [FIRST]
    for module in (journal, drafts):
        monkeypatch.setattr(module, "now", lambda: clock[-1])
    seen: dict[int, tuple[dict[str, int], int]] = {}
    days = 365 if database.settings.sqlite_file else 100  # the rules are the same, its file is not
    for number in range(days):
        clock.append(FIRST + number * A_DAY)
        a_day(database, me, number, clock[-1])
        if number in {60, days - 1}:
            seen[number] = counts(database), size(database)
    (early, small), (late, large) = seen[60], seen[days - 1]
    assert late == {**early, "sign-ins": late["sign-ins"]}
    assert late["drafts"] <= 32
    assert late["sign-ins"] <= 5
    assert late["words"] == 1
    assert large <= 1.2 * small
