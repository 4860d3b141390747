"""The passphrase: kept as a digest, tried ever more slowly, remembered by what a cookie holds."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from time import sleep
from typing import Any

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select, text, update

from lib.access import passphrase
from lib.access.passphrase import (
    COOKIES,
    FREE,
    LASTS,
    LONGEST,
    LONGEST_WAIT,
    SHORTEST,
    WRONG,
    by_cookie,
    forget_passphrase,
    passphrase_is_set,
    set_passphrase,
    sign_in,
    sign_out_everywhere,
    wait_after,
)
from lib.access.viewer import Explorer
from lib.commands.account import SURE, delete_everything
from lib.commands.explorers import the_explorer
from lib.errors import Conflict, Refused
from lib.exporting.json_file import export_json
from lib.model import Passphrase, SignIn
from lib.storage.database import Database
from tests.conftest import an_explorer

RIGHT, OTHER = "correct horse battery", "another horse battery"
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 with little memory: how long a try takes is not what is tested here."""
    monkeypatch.setattr(passphrase, "_hasher", PasswordHasher(time_cost=1, memory_cost=64))


@pytest.fixture
def mine(database: Database) -> Explorer:
    """The one explorer, whose passphrase is RIGHT."""
    with database.write() as session:
        me = the_explorer(session)
        set_passphrase(session, me, typed=RIGHT)
        return me


def refused(database: Database, typed: str, now: datetime = NOON) -> str:
    with pytest.raises(Refused) as found:
        sign_in(database, typed, now)
    return str(found.value)


def who(database: Database, token: str, now: datetime = NOON, name: str = COOKIES[0]) -> Any:
    with database.read() as session:
        found = by_cookie(session, {name: token, "other": "x"}, now)
        return found and found.explorer


@pytest.mark.parametrize("name", COOKIES)
def test_the_right_one_lets_its_explorer_in_for_thirty_days(
    database: Database, mine: Explorer, name: str
) -> None:
    token, until = sign_in(database, RIGHT, NOON)
    assert until == NOON + LASTS
    assert who(database, token, until - SECOND, name) == mine
    assert who(database, token, until, name) is None
    assert who(database, token + "x") is None
    assert who(database, "") is None
    assert who(database, token, NOON, "something") is None


def test_neither_the_passphrase_nor_a_cookie_is_anywhere_in_the_database(
    database: Database, mine: Explorer
) -> None:
    token, _ = sign_in(database, RIGHT, NOON)
    with database.read() as session:
        kept = session.scalars(select(Passphrase)).one().hash
        assert kept.startswith("$argon2id$")
        assert token.encode() not in session.scalars(select(SignIn)).one().token_digest
        exported = export_json(session, mine)
    for secret in (RIGHT, token, kept):
        assert secret.encode() not in exported
        assert RIGHT not in kept


@pytest.mark.parametrize("typed", ["", "short", "x" * (SHORTEST - 1), "x" * (LONGEST + 1)])
def test_one_too_short_or_too_long_is_refused_and_the_old_one_stays(
    database: Database, mine: Explorer, typed: str
) -> None:
    with pytest.raises(Refused, match="12 to 256 characters"), database.write() as session:
        set_passphrase(session, mine, typed=typed)
    assert sign_in(database, RIGHT, NOON)


def test_only_the_very_same_lets_in(database: Database, mine: Explorer) -> None:
    now = NOON
    for typed in ("", RIGHT.upper(), f" {RIGHT}", RIGHT[:-1], RIGHT + "x" * 300, "\0", "\ud800"):
        now += LONGEST_WAIT
        assert refused(database, typed, now) == WRONG
    assert sign_in(database, RIGHT, now + LONGEST_WAIT)


def test_the_same_letters_are_the_same_however_they_were_typed(database: Database) -> None:
    with database.write() as session:
        set_passphrase(session, the_explorer(session), typed="Müllers zwölf Äpfel")
    assert sign_in(database, "Mu\u0308llers zwo\u0308lf A\u0308pfel", NOON)


def test_the_longest_may_be_typed_on_a_keyboard_that_writes_two_marks_a_letter(
    database: Database,
) -> None:
    typed = "u\u0308" * LONGEST
    with database.write() as session:
        set_passphrase(session, the_explorer(session), typed=typed)
    assert sign_in(database, "\u00fc" * LONGEST, NOON)
    assert sign_in(database, typed, NOON)


def test_without_a_passphrase_nothing_lets_in(database: Database) -> None:
    assert "python -m lib passphrase" in refused(database, "")
    with database.read() as session:
        assert not passphrase_is_set(session)
        assert by_cookie(session, {}, NOON) is None


def test_the_wait_grows_from_two_seconds_to_a_quarter_of_an_hour() -> None:
    waits = [wait_after(failures).total_seconds() for failures in range(16)]
    assert waits == [0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]
    assert wait_after(10**9) == LONGEST_WAIT


def test_after_four_wrong_ones_the_right_one_waits_too_and_then_starts_anew(
    database: Database, mine: Explorer
) -> None:
    for _ in range(FREE + 1):
        assert refused(database, OTHER) == WRONG
    assert refused(database, RIGHT) == "Too many wrong tries. Try again in 2 seconds."
    assert refused(database, RIGHT, NOON + SECOND) == "Too many wrong tries. Try again in 1 second."
    assert sign_in(database, RIGHT, NOON + 2 * SECOND)
    for _ in range(FREE + 1):
        assert refused(database, OTHER, NOON + 2 * SECOND) == WRONG


def test_a_wait_does_not_end_an_open_sign_in_nor_a_try_during_it_lengthen_it(
    database: Database, mine: Explorer
) -> None:
    token, _ = sign_in(database, RIGHT, NOON)
    for _ in range(FREE + 1):
        refused(database, OTHER)
    for _ in range(20):
        assert "Try again in 2 seconds" in refused(database, OTHER)
    assert who(database, token) == mine


def test_of_many_tries_at_once_no_more_are_looked_at_than_one_after_another(
    database: Database, mine: Explorer
) -> None:
    def tried(_: int) -> str:
        try:
            sign_in(database, OTHER, NOON)
        except (Refused, Conflict) as error:
            return str(error)
        return "in"

    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(tried, range(24)))
    assert "in" not in said
    assert 1 <= said.count(WRONG) <= FREE + 1
    with database.read() as session:
        assert session.scalars(select(Passphrase.failures)).one() <= FREE + 1


def test_a_try_during_the_wait_is_refused_while_somebody_else_writes(
    database: Database, mine: Explorer
) -> None:
    """Else a stranger's tries would stand in line with what the explorer saves."""
    for _ in range(FREE + 1):
        refused(database, OTHER)
    with database.write() as session:
        session.scalars(select(Passphrase).with_for_update()).one()
        assert "Try again in 2 seconds" in refused(database, OTHER)


def test_time_spent_in_line_is_not_taken_off_the_wait(database: Database, mine: Explorer) -> None:
    with database.write() as session:
        session.execute(update(Passphrase).values(failures=FREE))

    def tried() -> None:
        with pytest.raises(Refused, match="not the passphrase"):
            sign_in(database, OTHER)

    with ThreadPoolExecutor(1) as pool:
        with database.write() as session:
            session.scalars(select(Passphrase).with_for_update()).one()
            later = pool.submit(tried)
            sleep(1)
            released = datetime.now(UTC)
        later.result()
    with database.read() as session:
        until = session.scalars(select(Passphrase.waits_until)).one()
    assert until is not None
    assert until >= released + wait_after(FREE + 1)


@pytest.mark.parametrize("how", ["set", "forget", "out", "delete"])
def test_what_ends_sign_ins_ends_all_of_them(database: Database, mine: Explorer, how: str) -> None:
    tokens = [sign_in(database, RIGHT, NOON)[0] for _ in range(2)]
    with database.write() as session:
        other = an_explorer(session)
        set_passphrase(session, other, typed=OTHER)
        match how:
            case "set":
                set_passphrase(session, mine, typed=OTHER)
            case "forget":
                forget_passphrase(session, mine)
            case "out":
                sign_out_everywhere(session, mine)
            case _:
                delete_everything(session, mine, typed=SURE)
    assert [who(database, token) for token in tokens] == [None, None]
    with database.read() as session:
        left = session.scalars(select(Passphrase.explorer_id)).all()
        assert other.explorer_id in left
        assert (mine.explorer_id in left) == (how in {"set", "out"})


def test_a_passphrase_that_was_changed_while_it_was_tried_lets_nobody_in(
    database: Database, mine: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the claim and the cookie somebody sets another one."""
    slow = passphrase._hasher

    class Meanwhile:
        def verify(self, kept: str, typed: str) -> bool:
            with database.write() as session:
                session.execute(update(Passphrase).values(hash=slow.hash(OTHER)))
            return slow.verify(kept, typed)

        check_needs_rehash = staticmethod(slow.check_needs_rehash)

    monkeypatch.setattr(passphrase, "_hasher", Meanwhile())
    assert refused(database, RIGHT) == WRONG
    with database.read() as session:
        assert not session.scalars(select(func.count()).select_from(SignIn)).one()


def test_a_weaker_digest_is_made_anew_and_what_ended_is_swept(
    database: Database, mine: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in(database, RIGHT, NOON)
    stronger = PasswordHasher(time_cost=2, memory_cost=128)
    monkeypatch.setattr(passphrase, "_hasher", stronger)
    token, _ = sign_in(database, RIGHT, NOON + LASTS)
    with database.read() as session:
        assert not stronger.check_needs_rehash(session.scalars(select(Passphrase.hash)).one())
        assert session.execute(text("SELECT count(*) FROM sign_in")).scalar_one() == 1
    assert who(database, token, NOON + LASTS) == mine
    assert sign_in(database, RIGHT, NOON + LASTS)


def test_the_real_digest_takes_the_parameters_of_rfc_9106() -> None:
    real = PasswordHasher()
    assert (real.type.name, real.memory_cost, real.time_cost, real.parallelism) == (
        *("ID", 64 * 1024),
        *(3, 4),
    )
