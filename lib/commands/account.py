"""The end of it all: everything of an explorer goes, from every table, for good."""

from sqlalchemy import delete, text
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.errors import Refused
from lib.model import Explorer as ExplorerRow
from lib.model import search_text

SURE = "delete everything"


def delete_everything(session: Session, viewer: Explorer, *, typed: str) -> None:
    """Delete the explorer and all that is theirs, history and links too; cannot be taken back.

    `typed` must be the words of `SURE`; every other row goes with the explorer's own, by the
    tables' own references.
    """
    if typed.strip().casefold() != SURE:
        raise Refused(f"To delete everything, type the words “{SURE}”.", where="typed")
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("PRAGMA secure_delete = ON"))
    session.execute(delete(search_text).where(search_text.c.explorer_id == viewer.explorer_id))
    session.execute(delete(ExplorerRow).where(ExplorerRow.id == viewer.explorer_id))
