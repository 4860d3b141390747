"""Making, pausing, extending and revoking links, and releasing wording for them.

Links are not taken back with `undo`: a revoked one stays closed, whatever was pressed later.
"""

import secrets
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from lib.access.badge import checked
from lib.access.links import FILES, Scope, new_token, until
from lib.access.viewer import Explorer
from lib.commands.journal import Step
from lib.errors import NotFound, Refused
from lib.ids import new_id
from lib.model import Field, ShareField, ShareQuote
from lib.model import Share as ShareRow
from lib.screens import SCREENS
from lib.text import clean
from lib.typed import TYPED

LONGEST = 730
TABLES = {model.__tablename__: (model, columns) for model, columns in TYPED.items()}


def make_link(
    session: Session,
    viewer: Explorer,
    *,
    label: str,
    fields: Collection[UUID],
    scope: Scope,
    days: int,
    threshold: int = 1,
    message: str = "",
    opening_view: str = "opening",
    title: str = "",
    initials: str = "",
    colour: str = "",
) -> tuple[UUID, str]:
    """A new link's id and its token, which is nowhere kept.

    Title, initials and colour tell it from other explorers' links; empty ones are proposed.
    """
    named = clean(label, most=200, what="The name of the link")
    if not named or named == FILES:
        raise Refused("Say for whom the link is, such as “Ana”.", where="label")
    if threshold not in {1, 2, 3}:
        raise Refused("Groups are left out under one, two or three people.", where="threshold")
    if not 1 <= days <= LONGEST:
        raise Refused(f"A link is open for 1 to {LONGEST} days.", where="days")
    if opening_view not in SCREENS:
        raise Refused("Choose the screen that the link opens on.", where="opening_view")
    row: dict[str, Any] = {"label": named, **vars(checked(title, initials, colour))}
    row |= {"message": clean(message, most=2_000, what="The message")}
    row |= {"scope": vars(scope), "threshold": threshold, "opening_view": opening_view}
    link, token = _new(session, viewer, **row, expires_at=until(days))
    _hold(session, viewer, link, fields)
    Step(session, viewer, "").revise()
    return link, token


def link_of_files(session: Session, viewer: Explorer) -> UUID:
    """The id of the link that keeps the wording of files, over all fields that there are now.

    It is paused from its first moment, and nobody ever learns its token.
    """
    mine = (ShareRow.explorer_id == viewer.explorer_id, ShareRow.revoked_at.is_(None))
    kept = select(ShareRow.id).where(*mine, ShareRow.label == FILES, ShareRow.paused.is_(True))
    link = session.scalar(kept.order_by(ShareRow.id).limit(1))
    if link is None:
        row = {"label": FILES, "message": "", "scope": vars(Scope()), "threshold": 1}
        row |= {"opening_view": "opening", "paused": True}
        link, _ = _new(session, viewer, **row, expires_at=until(LONGEST))
    held = select(ShareField.field_id).where(
        ShareField.explorer_id == viewer.explorer_id, ShareField.share_id == link
    )
    new = select(Field.id).where(Field.explorer_id == viewer.explorer_id, Field.id.not_in(held))
    _add_fields(session, viewer, link, session.scalars(new).all())
    return link


def _new(session: Session, viewer: Explorer, **row: Any) -> tuple[UUID, str]:
    token, digest = new_token()
    link = ShareRow(
        **{"explorer_id": viewer.explorer_id, "id": new_id(), "token_digest": digest},
        **{"secret": secrets.token_bytes(32), "made_at": datetime.now(UTC), **row},
    )
    session.add(link)
    session.flush()
    return link.id, token


def _hold(session: Session, viewer: Explorer, link_id: UUID, fields: Collection[UUID]) -> None:
    """The link holds these fields of one's own; a field that comes later is not added."""
    mine = select(Field.id).where(Field.explorer_id == viewer.explorer_id, Field.id.in_(fields))
    held = session.scalars(mine).all()
    if not held or len(held) < len(set(fields)):
        raise Refused("Choose at least one field that is still there.", where="fields")
    _add_fields(session, viewer, link_id, held)


def _add_fields(
    session: Session, viewer: Explorer, link_id: UUID, fields: Collection[UUID]
) -> None:
    key = {"explorer_id": viewer.explorer_id, "share_id": link_id}
    session.add_all(ShareField(**key, id=new_id(), field_id=field) for field in fields)
    session.flush()


def pause_link(session: Session, viewer: Explorer, *, link_id: UUID, paused: bool) -> None:
    """Close a link for now, or open it again."""
    _change(session, viewer, link_id, paused=paused)


def extend_link(session: Session, viewer: Explorer, *, link_id: UUID, days: int) -> None:
    """Open for so many days from now."""
    if not 1 <= days <= LONGEST:
        raise Refused(f"A link is open for 1 to {LONGEST} days.", where="days")
    _change(session, viewer, link_id, expires_at=until(days))


def mark_link(
    session: Session,
    viewer: Explorer,
    *,
    link_id: UUID,
    title: str,
    initials: str,
    colour: str,
) -> None:
    """Another title, initials and colour; what is left empty is proposed again."""
    _change(session, viewer, link_id, **vars(checked(title, initials, colour)))


def revoke_link(session: Session, viewer: Explorer, *, link_id: UUID) -> None:
    """Close a link for good; whoever looks through it sees no more from their next press on."""
    _change(session, viewer, link_id, revoked_at=datetime.now(UTC))


def revoke_all(session: Session, viewer: Explorer) -> None:
    """Close every link for good; the wording of files is kept."""
    mine = (ShareRow.explorer_id == viewer.explorer_id, ShareRow.label != FILES)
    ended = update(ShareRow).where(*mine, ShareRow.revoked_at.is_(None))
    session.execute(ended.values(revoked_at=datetime.now(UTC)))


def _change(session: Session, viewer: Explorer, link_id: UUID, **values: Any) -> None:
    mine = (ShareRow.explorer_id == viewer.explorer_id, ShareRow.id == link_id)
    found = update(ShareRow).where(*mine, ShareRow.revoked_at.is_(None)).values(**values)
    if not session.execute(found.returning(ShareRow.id)).all():
        raise NotFound("This link is not there any more, or was revoked.")
    Step(session, viewer, "").revise()  # what is due names links that end


def release(
    session: Session,
    viewer: Explorer,
    *,
    link_id: UUID,
    texts: Collection[tuple[str, UUID, str]],
    wording: str,
) -> None:
    """Let a link show these texts (table, row, column), which read alike, in this wording.

    An empty wording keeps them out. What was released before is replaced.
    """
    shown = clean(wording, most=5_000, what="The wording")
    mine = (ShareQuote.explorer_id == viewer.explorer_id, ShareQuote.share_id == link_id)
    for table, row_id, column in texts:
        _must_be_ours(session, viewer, table, row_id, column)
        here = (ShareQuote.table_name == table, ShareQuote.row_id == row_id)
        session.execute(delete(ShareQuote).where(*mine, *here, ShareQuote.column_name == column))
        session.add(
            ShareQuote(
                **{"explorer_id": viewer.explorer_id, "id": new_id(), "share_id": link_id},
                **{"table_name": table, "row_id": row_id, "column_name": column},
                **{"wording": shown, "released_at": datetime.now(UTC)},
            )
        )
    session.flush()
    Step(session, viewer, "Released wording").revise()


def _must_be_ours(
    session: Session, viewer: Explorer, table: str, row_id: UUID, column: str
) -> None:
    model, columns = TABLES.get(table, (None, ()))
    if model is None or column not in columns:
        raise Refused("This text cannot be released.")
    where = (model.explorer_id == viewer.explorer_id, model.id == row_id)
    if session.scalar(select(model.id).where(*where)) is None:
        raise NotFound("This text is not there any more. Look at the list again.")
