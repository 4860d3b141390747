"""A link's title, initials and colour: given, changed, read by its own coach alone."""

from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from lib.access.badge import COLOURS, Badge
from lib.access.links import told
from lib.access.viewer import Explorer, Share
from lib.answers.links import cards
from lib.commands.journal import Step
from lib.commands.links import mark_link, revoke_link
from lib.errors import NotFound, Refused
from lib.filters import EVERYTHING
from lib.queries.explorer import revision
from tests.conftest import an_explorer
from tests.database.test_comments import a_coach
from tests.factories import an_interview

NIGHTS = Badge("Nights", "NN", "red")


@pytest.fixture
def ana(session: Session, me: Explorer) -> Share:
    an_interview(session, me, "Nurse")
    return a_coach(session, me, **vars(NIGHTS))


def head(session: Session, share: Share) -> Badge:
    return told(session, share, EVERYTHING).badge


def mark(session: Session, viewer: Explorer, link_id: UUID, given: Badge) -> None:
    mark_link(session, viewer, link_id=link_id, **vars(given))


def test_a_coach_and_the_explorer_see_what_was_given(
    session: Session, me: Explorer, ana: Share
) -> None:
    assert head(session, ana) == NIGHTS
    assert [card.badge for card in cards(session, me, EVERYTHING)] == [NIGHTS]


def test_what_is_left_empty_is_proposed_again_from_the_name_as_it_is_now(
    session: Session, me: Explorer, ana: Share
) -> None:
    before = revision(session, me)
    mark(session, me, ana.share_id, Badge("", "", ""))
    assert revision(session, me) != before, "an open window would go on showing what was"
    own = COLOURS[me.explorer_id.int % len(COLOURS)]
    Step(session, me, "Name").change_profile(name="Ines Halloran")
    assert head(session, ana) == Badge("Ines Halloran", "IH", own)


def test_each_link_has_its_own(session: Session, me: Explorer, ana: Share) -> None:
    ben = a_coach(session, me, label="Ben", title="Days")
    mark(session, me, ben.share_id, Badge("Days off", "DO", "blue"))
    assert head(session, ana) == NIGHTS
    assert head(session, ben) == Badge("Days off", "DO", "blue")


def test_a_revoked_link_and_a_strangers_are_left_as_they_are(
    session: Session, me: Explorer, ana: Share
) -> None:
    with pytest.raises(NotFound):
        mark(session, an_explorer(session), ana.share_id, Badge("Mine", "", ""))
    revoke_link(session, me, link_id=ana.share_id)
    with pytest.raises(NotFound):
        mark(session, me, ana.share_id, Badge("Later", "", ""))
    assert head(session, ana) == NIGHTS


def test_what_is_refused_makes_no_link(session: Session, me: Explorer, ana: Share) -> None:
    with pytest.raises(Refused):
        a_coach(session, me, label="Cy", initials="<b>")
    assert len(cards(session, me, EVERYTHING)) == 1
