"""A search that is over: only what is owed to others stays due, and a press brings all back."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.links import FILES, Scope
from lib.access.viewer import Explorer
from lib.answers.due import due, waiting
from lib.commands.journal import Step
from lib.commands.links import link_of_files, make_link
from lib.commands.search_over import close_search, reopen_search
from lib.commands.undo import undo
from lib.errors import Refused
from lib.filters import EVERYTHING
from lib.model import Decision, FollowUp
from lib.model import Share as ShareRow
from lib.queries.explorer import closed_on
from tests.factories import a_link, a_person, an_interview, field_id

TODAY = date.today()
BEFORE = TODAY - timedelta(days=3)


def a_search(session: Session, me: Explorer) -> None:
    """One talk held and not thanked for, one planned, a promise on each side, a link that ends."""
    held = an_interview(session, me, "Nurse", held_on=BEFORE, person=a_person("Ann"))
    an_interview(session, me, "Nurse", status="scheduled", planned_on=BEFORE)
    step = Step(session, me, "Promised")
    for owed_by, text in (("me", "Send the article"), ("them", "Ask the ward")):
        values = {"interview_id": held, "kind": "send something", "due_on": BEFORE, "text": text}
        step.add(FollowUp, **values, owed_by=owed_by)
    make_link(session, me, label="Ana", fields=[field_id(session, me, "Nurse")], scope=Scope(),
              days=2)  # fmt: skip


def presses(session: Session, me: Explorer) -> list[str]:
    return sorted(one.press for one in due(session, me, EVERYTHING))


ALL = ["letter", "link", "promise", "promise", "talk"]


def test_only_letters_and_own_promises_stay_due_and_reopening_brings_all_back(
    session: Session, me: Explorer
) -> None:
    a_search(session, me)
    assert presses(session, me) == ALL
    assert closed_on(session, me) is None
    close_search(session, me, on=BEFORE, became="I stay where I am.", end_links=False)
    assert closed_on(session, me) == BEFORE
    assert presses(session, me) == ["letter", "promise"]
    owed = [one.words for one in due(session, me, EVERYTHING) if one.press == "promise"]
    assert len(owed) == 1
    assert owed[0].endswith("Send the article")
    assert waiting(session, me, EVERYTHING) == 2
    reopen_search(session, me)
    assert closed_on(session, me) is None
    assert presses(session, me) == ALL


def test_what_became_of_it_is_a_decision_and_taking_back_takes_it_out(
    session: Session, me: Explorer
) -> None:
    a_search(session, me)
    step = close_search(session, me, on=BEFORE, became=" A clinic, from May. ", end_links=False)
    told = select(Decision.field_id, Decision.stage, Decision.decided_on, Decision.why)
    mine = told.where(Decision.explorer_id == me.explorer_id)
    assert [tuple(row) for row in session.execute(mine)] == [
        (None, None, BEFORE, "A clinic, from May.")
    ]
    undo(session, me, step)
    assert session.execute(mine).all() == []
    assert presses(session, me) == ALL


@pytest.mark.parametrize("end", [False, True])
def test_links_end_only_where_that_is_chosen_and_stay_ended(
    session: Session, me: Explorer, end: bool
) -> None:
    a_search(session, me)
    link_of_files(session, me)
    step = close_search(session, me, on=TODAY, became="A clinic.", end_links=end)
    undo(session, me, step)
    mine = select(ShareRow.label, ShareRow.revoked_at).where(ShareRow.explorer_id == me.explorer_id)
    ended = {label for label, revoked in session.execute(mine) if revoked}
    assert ended == ({"Ana"} if end else set())
    assert FILES not in ended


def test_a_closing_without_a_line_or_ahead_of_its_day_is_refused(
    session: Session, me: Explorer
) -> None:
    with pytest.raises(Refused, match="what became of it"):
        close_search(session, me, on=TODAY, became="  ", end_links=True)
    with pytest.raises(Refused, match="lies ahead"):
        close_search(session, me, on=TODAY + timedelta(days=1), became="A clinic.", end_links=True)
    assert closed_on(session, me) is None


def test_a_link_does_not_tell_that_the_search_is_closed(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Nurse")
    close_search(session, me, on=TODAY, became="A clinic.", end_links=False)
    assert closed_on(session, a_link(session, me, "Nurse")) is None
