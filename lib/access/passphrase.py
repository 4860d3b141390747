"""A passphrase before a served Fieldwork: kept as Argon2id, tried ever more slowly, then a cookie.

The wait between tries is one for all who try, kept in the database: it outlasts a restart and holds
over replicas, and addresses, by which one could tell people apart, can be forged.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil
from unicodedata import normalize
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from lib.access.links import digest_of, new_token
from lib.access.viewer import Explorer
from lib.errors import Refused
from lib.ids import new_id
from lib.model import Passphrase, SignIn
from lib.storage.database import Database

COOKIES = ("__Host-fieldwork", "fieldwork")
"""The cookie's name over HTTPS, where no other host can have set it, and without."""
SHORTEST, LONGEST = 12, 256
FREE, LONGEST_WAIT = 3, timedelta(minutes=15)
LASTS = timedelta(days=30)
WRONG = "That is not the passphrase."
NONE_SET = (
    "No passphrase is set here. Whoever runs this Fieldwork sets one: python -m lib passphrase"
)

_hasher = PasswordHasher()


@dataclass(frozen=True)
class SignedInHere:
    """A browser that the passphrase let in: whose Fieldwork it sees, and until when."""

    explorer: Explorer
    expires: datetime
    digest: bytes
    """Of what its cookie holds."""


def set_passphrase(session: Session, viewer: Explorer, *, typed: str) -> None:
    """Keep a new passphrase; whoever came in by an earlier one is out. Raises Refused."""
    if not SHORTEST <= len(normalize("NFC", typed)) <= LONGEST:
        raise Refused(
            f"A passphrase has {SHORTEST} to {LONGEST} characters. Several words that do not "
            "belong together are easy to keep in mind and hard to guess.",
            where="passphrase",
        )
    forget_passphrase(session, viewer)
    kept = Passphrase(
        explorer_id=viewer.explorer_id, id=new_id(), hash=_hasher.hash(as_typed(typed))
    )
    session.add(kept)
    session.flush()


def forget_passphrase(session: Session, viewer: Explorer) -> None:
    """Nobody comes in by a passphrase any more."""
    sign_out_everywhere(session, viewer)
    session.execute(delete(Passphrase).where(Passphrase.explorer_id == viewer.explorer_id))


def passphrase_is_set(session: Session) -> bool:
    """Whether there is one to sign in with."""
    return session.scalars(select(Passphrase.id).limit(1)).first() is not None


def sign_in(database: Database, typed: str, now: datetime | None = None) -> tuple[str, datetime]:
    """What the cookie is to hold, and until when; raises Refused with what to do.

    The try counts as a failed one before it is looked at, so that of many at once no more get
    through than one after another.
    """
    with database.read() as session:  # else who tries all the time would keep others from writing
        _may_be_tried(session.scalars(select(Passphrase)).first(), now)
    with database.write() as session:
        owner, kept, moment = _claim(session, now)
    try:
        _hasher.verify(kept, as_typed(typed))
    except VerificationError as error:
        raise Refused(WRONG, where="passphrase") from error
    fresh = _hasher.hash(as_typed(typed)) if _hasher.check_needs_rehash(kept) else kept
    with database.write() as session:
        return _let_in(session, owner, kept, fresh, moment)


def by_cookie(session: Session, cookies: Mapping[str, str], now: datetime) -> SignedInHere | None:
    """Who these cookies let in, looked up anew each time; None for nobody."""
    tokens = (cookies[name] for name in COOKIES if name in cookies)
    found = (let_in(session, digest_of(token), now) for token in tokens)
    return next((one for one in found if one), None)


def let_in(session: Session, digest: bytes, now: datetime) -> SignedInHere | None:
    """Who the cookie of this digest lets in; None where it lets in nobody any more."""
    found = session.scalars(select(SignIn).where(SignIn.token_digest == digest)).one_or_none()
    if found is None or found.expires_at <= now:
        return None
    return SignedInHere(Explorer(found.explorer_id), found.expires_at, digest)


def sign_out_everywhere(session: Session, viewer: Explorer) -> None:
    """Every browser is out at its next press."""
    session.execute(delete(SignIn).where(SignIn.explorer_id == viewer.explorer_id))


def as_typed(typed: str) -> bytes:
    """The same letters are the same bytes on every keyboard (Unicode's normal form C)."""
    return normalize("NFC", typed).encode("utf-8", "surrogatepass")


def wait_after(failures: int) -> timedelta:
    """None for the first few tries, then 2 seconds, 4, 8 ... up to a quarter of an hour."""
    if failures <= FREE:
        return timedelta()
    return min(timedelta(seconds=2 ** min(failures - FREE, 20)), LONGEST_WAIT)


def _claim(session: Session, now: datetime | None) -> tuple[UUID, str, datetime]:
    """Whose the passphrase is, what is kept of it, and when; the try is counted at once."""
    found = session.scalars(select(Passphrase).with_for_update()).first()
    row, moment = _may_be_tried(found, now)
    row.failures += 1
    row.waits_until = moment + wait_after(row.failures)
    return row.explorer_id, row.hash, moment


def _may_be_tried(row: Passphrase | None, now: datetime | None) -> tuple[Passphrase, datetime]:
    """The clock is read after the row: waiting for it is no part of the wait. Raises Refused.

    A wait that ends later than any may comes of a clock that was ahead, and holds nobody.
    """
    moment = now or datetime.now(UTC)
    if row is None:
        raise Refused(NONE_SET)
    if row.waits_until is not None and moment < row.waits_until <= moment + LONGEST_WAIT:
        seconds = ceil((row.waits_until - moment).total_seconds())
        unit = "second" if seconds == 1 else "seconds"
        raise Refused(f"Too many wrong tries. Try again in {seconds} {unit}.", where="passphrase")
    return row, moment


def _let_in(
    session: Session, owner: UUID, kept: str, fresh: str, now: datetime
) -> tuple[str, datetime]:
    """The count starts anew, the cookie is made; not where the passphrase was changed meanwhile."""
    same = (Passphrase.explorer_id == owner, Passphrase.hash == kept)
    anew = update(Passphrase).where(*same).values(failures=0, waits_until=None, hash=fresh)
    if not session.connection().execute(anew).rowcount:
        raise Refused(WRONG, where="passphrase")
    session.execute(delete(SignIn).where(SignIn.expires_at <= now))
    token, digest = new_token()
    until = now + LASTS
    key = {"explorer_id": owner, "id": new_id()}
    session.add(SignIn(**key, token_digest=digest, expires_at=until))
    return token, until
