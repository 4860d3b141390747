"""Links for a coach: a token in, what it may read out; and what a link may be made with.

A token is 256 random bits, shown once; only its SHA-256 is stored. Unknown, expired, paused and
revoked look alike to whoever holds it.
"""

import hmac
import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access.badge import Badge, badge
from lib.access.spelled import spellings
from lib.access.viewer import Explorer, Included, Share, Viewer
from lib.errors import NotFound, NotOpen, Refused
from lib.filters import EVERYTHING, Filters
from lib.ids import new_id
from lib.model import Field, ShareField, ShareVisit
from lib.model import Share as ShareRow
from lib.queries.base import voices
from lib.queries.explorer import profile

CLOSED = "This link is not open. Ask the person who sent it."
DAYS = 90
THRESHOLDS = (1, 2, 3)
HOUR = 3600
PREVIEW = re.compile(r"[0-9a-f]{32}\.[0-9a-f]{32}\.[0-9]{6}\.[0-9a-f]{64}")


@dataclass(frozen=True)
class Scope(Included):
    """What is in a link beside its fields, and whether remarks may be left."""

    comments: bool = True


INCLUDES = tuple(part.name for part in fields(Scope))


def new_token() -> tuple[str, bytes]:
    """A token, and the digest that is kept of it."""
    token = secrets.token_urlsafe(32)
    return token, digest_of(token)


def digest_of(token: str) -> bytes:
    """What is kept of a token."""
    return sha256(token.encode()).digest()


def open_link(session: Session, token: str, now: datetime | None = None) -> Share:
    """Who looks through this token; raises NotOpen for one that is not open."""
    moment = now or datetime.now(UTC)
    if PREVIEW.fullmatch(token):
        return _open_preview(session, token, moment)
    found = session.scalars(
        select(ShareRow).where(ShareRow.token_digest == digest_of(token))
    ).one_or_none()
    if found is None or _is_closed(found, moment):
        raise NotOpen(CLOSED)
    return share_of(session, found)


def preview_token(share: Share, now: datetime | None = None) -> str:
    """A token for the explorer's own look at a link, good for one to two hours and nowhere kept.

    Whose it is, the link, the hour it ends, and a message authentication code under a key that
    is derived from the link's secret, and so is neither its token nor what its ids are made with.
    """
    hour = int((now or datetime.now(UTC)).timestamp()) // HOUR + 2
    return _signed(f"{share.explorer_id.hex}.{share.share_id.hex}.{hour}", share.secret)


def _signed(told: str, secret: bytes) -> str:
    key = hmac.digest(secret, b"\xffpreview", "sha256")
    return f"{told}.{hmac.digest(key, told.encode(), 'sha256').hex()}"


def _open_preview(session: Session, token: str, moment: datetime) -> Share:
    told, _, _ = token.rpartition(".")
    explorer, link, hour = told.split(".")
    found = session.get(ShareRow, (UUID(explorer), UUID(link)))
    known = found is not None and hmac.compare_digest(token, _signed(told, found.secret))
    over = int(hour) * HOUR <= moment.timestamp()
    if found is None or not known or over or _is_closed(found, moment):
        raise NotOpen(CLOSED)
    return replace(share_of(session, found), preview=True)


FILES = "Files to send"
"""The name of the link that keeps the wording of files: it has no address and is never open."""


@dataclass(frozen=True)
class Told:
    """What a coach reads of the link itself; `days`: on which it was opened, the latest first."""

    label: str
    message: str
    opening_view: str
    comments: bool
    days: tuple[date, ...]
    badge: Badge


def told(session: Session, share: Viewer, filters: Filters) -> Told:
    """The link's own words; NotOpen for whoever came without one."""
    if not isinstance(share, Share):
        raise NotOpen(CLOSED)
    mine = (ShareRow.explorer_id == share.explorer_id, ShareRow.id == share.share_id)
    words = (ShareRow.label, ShareRow.message, ShareRow.opening_view, ShareRow.scope)
    label, message, view, scope = session.execute(select(*words).where(*mine)).one()
    marks = select(ShareRow.title, ShareRow.initials, ShareRow.colour).where(*mine)
    given = Badge(*session.execute(marks).one())
    head = badge(share.explorer_id, profile(session, share).name, given=given)
    visited = (ShareVisit.explorer_id == share.explorer_id, ShareVisit.share_id == share.share_id)
    days = select(ShareVisit.visited_on).where(*visited).order_by(ShareVisit.visited_on.desc())
    opened = tuple(session.scalars(days))
    return Told(label, message, view, bool(scope.get("comments")), opened, head)


def still_open(session: Session, share: Share) -> tuple[ShareRow, Share]:
    """The link's row, locked, and what it shows now; raises NotOpen where it was closed meanwhile.

    Whoever pauses or revokes it waits until this transaction is through, or this one sees it.
    """
    mine = (ShareRow.explorer_id == share.explorer_id, ShareRow.id == share.share_id)
    locked = select(ShareRow).where(*mine).with_for_update()
    found = session.scalars(locked.execution_options(populate_existing=True)).one_or_none()
    if found is None or _is_closed(found, datetime.now(UTC)):
        raise NotOpen(CLOSED)
    return found, share_of(session, found)


def stands(session: Session, viewer: Viewer) -> bool:
    """Whether a link is still open and shows what this one shows; an explorer always stands."""
    if not isinstance(viewer, Share):
        return True
    found = session.get(ShareRow, (viewer.explorer_id, viewer.share_id))
    if found is None or _is_closed(found, datetime.now(UTC)):
        return False
    return replace(share_of(session, found), preview=viewer.preview) == viewer


def _is_closed(found: ShareRow, moment: datetime) -> bool:
    return found.paused or found.revoked_at is not None or found.expires_at <= moment


def share_of(session: Session, row: ShareRow) -> Share:
    """The viewer of a stored link: its fields, but for those with fewer people than it may show."""
    mine = (ShareField.explorer_id == row.explorer_id, ShareField.share_id == row.id)
    held = frozenset(session.scalars(select(ShareField.field_id).where(*mine)).all())
    read = {name: row.scope.get(name, False) for name in INCLUDES if name != "comments"}
    whole = Share(row.explorer_id, row.id, held, row.secret, **read)
    return _with_threshold(session, whole, row.threshold)


def _with_threshold(session: Session, whole: Share, threshold: int) -> Share:
    """The same under its threshold, without the fields that fewer people spoke about."""
    if threshold == 1:
        return whole
    limited = replace(whole, threshold=threshold, spellings=spellings(session, whole))
    spoke = voices(limited, EVERYTHING)
    people = func.count(spoke.c.person_id.distinct())
    enough = select(spoke.c.field_id).group_by(spoke.c.field_id).having(people >= threshold)
    kept = frozenset(session.scalars(enough).all())
    return replace(limited, fields=kept)


def stored(session: Session, viewer: Explorer, link_id: UUID) -> tuple[Share, Scope]:
    """What a link of the explorer's would show, open or not; NotFound where it is not theirs."""
    mine = (ShareRow.explorer_id == viewer.explorer_id, ShareRow.id == link_id)
    found = session.scalars(select(ShareRow).where(*mine)).one_or_none()
    if found is None:
        raise NotFound("This link is not there any more.")
    within = {name: bool(found.scope.get(name)) for name in INCLUDES}
    return share_of(session, found), Scope(**within)


def of_a_file(
    session: Session,
    viewer: Explorer,
    *,
    fields: Collection[UUID],
    scope: Scope,
    threshold: int = 1,
    wording: UUID | None = None,
) -> Share:
    """The viewer of a file for a coach: a link that is nowhere kept, with a secret of its own.

    What was typed is in as it was released for the link `wording`, or not at all.
    """
    if not fields:
        raise Refused("Choose a field. There is one once a conversation was written down.")
    if threshold not in THRESHOLDS:
        raise Refused("Groups are left out under one, two or three people.", where="threshold")
    if wording is not None:
        stored(session, viewer, wording)
    mine = select(Field.id).where(Field.explorer_id == viewer.explorer_id, Field.id.in_(fields))
    held = frozenset(session.scalars(mine).all())
    if held != frozenset(fields):
        raise Refused("Choose fields that are still there.", where="fields")
    read = {name: getattr(scope, name) for name in INCLUDES if name != "comments"}
    secret = secrets.token_bytes(32)
    whole = Share(viewer.explorer_id, wording or new_id(), held, secret, **read)
    return _with_threshold(session, whole, threshold)


def unlimited(share: Share) -> Share:
    """The same link without its threshold, over the same fields: tells how much is left out."""
    return replace(share, threshold=1)


def until(days: int, now: datetime | None = None) -> datetime:
    """The moment a link ends that is made now for so many days."""
    return (now or datetime.now(UTC)) + timedelta(days=days)


def address(base_url: str, token: str) -> str:
    """The link to send."""
    return f"{base_url.rstrip('/')}/?share={token}"
