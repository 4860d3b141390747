"""Each subject is an explorer of their own, made once; signing out ends what was issued before."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.commands.account import SURE, delete_everything
from lib.commands.explorers import THE_ONE, explorer_of, sign_out, signed_in, the_explorer
from lib.model import Explorer as ExplorerRow
from lib.queries.explorer import pulse
from lib.storage.database import Database
from tests.conftest import an_explorer

ANA, BO = "a" * 64, "b" * 64
MORNING = datetime(2026, 11, 23, 8, tzinfo=UTC)


def how_many(session: Session) -> int:
    return session.scalars(select(func.count()).select_from(ExplorerRow)).one()


def test_the_first_sign_in_makes_an_explorer_and_the_next_finds_it(session: Session) -> None:
    before = how_many(session)
    ana = explorer_of(session, ANA, zone="Europe/Berlin")
    assert explorer_of(session, ANA, zone="UTC") == ana
    assert explorer_of(session, BO, zone="") != ana
    assert how_many(session) == before + 2
    assert pulse(session, ana)[1] == "Europe/Berlin"


def test_nobody_who_signs_in_is_the_explorer_without_a_sign_in(session: Session) -> None:
    signed = explorer_of(session, ANA, zone="")
    local = the_explorer(session)
    assert local.explorer_id == THE_ONE
    assert signed != local
    assert the_explorer(session) == local
    assert explorer_of(session, "", zone="") not in {signed, local}


@pytest.mark.parametrize(
    "zone",
    ["", "Mars/Olympus", "../../etc/passwd", "/etc/localtime", "a\0b", "America", "a" * 5000],
)
def test_a_zone_that_there_is_not_becomes_utc(session: Session, zone: str) -> None:
    assert pulse(session, explorer_of(session, ANA, zone=zone))[1] == "UTC"


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_of_two_windows_that_sign_in_at_once_one_makes_the_explorer(database: Database) -> None:
    """On SQLite the second waits for the first: it lets one write at a time."""
    with database.write() as slow:
        assert signed_in(slow, ANA) is None
        with database.write() as fast:
            first = explorer_of(fast, ANA, zone="")
        assert explorer_of(slow, ANA, zone="") == first
    with database.read() as session:
        assert how_many(session) == 1


def test_the_database_keeps_a_subject_with_one_explorer(session: Session) -> None:
    an_explorer(session, subject=ANA)
    with pytest.raises(IntegrityError, match="subject"):
        an_explorer(session, subject=ANA)


def test_signing_out_is_kept_and_only_ever_moves_on(session: Session) -> None:
    ana, bo = (explorer_of(session, who, zone="") for who in (ANA, BO))
    assert signed_in(session, ANA) == (ana.explorer_id, None)
    sign_out(session, ana, issued=MORNING)
    assert signed_in(session, ANA) == (ana.explorer_id, MORNING)
    sign_out(session, ana, issued=MORNING - timedelta(hours=1))
    assert signed_in(session, ANA) == (ana.explorer_id, MORNING)
    sign_out(session, ana, issued=MORNING + timedelta(seconds=1))
    assert signed_in(session, ANA) == (ana.explorer_id, MORNING + timedelta(seconds=1))
    assert signed_in(session, BO) == (bo.explorer_id, None)


def test_who_deleted_everything_begins_anew(session: Session) -> None:
    ana = explorer_of(session, ANA, zone="")
    before = pulse(session, ana)[0]
    delete_everything(session, ana, typed=SURE)
    session.flush()
    assert signed_in(session, ANA) is None
    again = explorer_of(session, ANA, zone="")
    assert isinstance(again.explorer_id, UUID)
    assert pulse(session, again)[0] != before
