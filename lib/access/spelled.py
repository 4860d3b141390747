"""Which spellings are one name: the two engines fold differently, so it is decided here."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Share
from lib.findings import KINDS
from lib.model import ShareQuote
from lib.text import fold


def spellings(session: Session, share: Share) -> tuple[tuple[str, str], ...]:
    """Each spelling of a name, or of its released wording, that is not the first of its kind.

    Beside it stands the first, by which a link's threshold counts all of them.
    """
    typed = [
        getattr(kind.table, name) for kind in KINDS for name in kind.alike if name in kind.typed
    ]
    found = {text for column in typed for text in _distinct(session, share, column)}
    mine = ShareQuote.share_id == share.share_id
    found.update(_distinct(session, share, ShareQuote.wording, mine))
    first: dict[str, str] = {}
    for text in sorted(found):
        first.setdefault(fold(text), text)
    return tuple((text, first[fold(text)]) for text in sorted(found) if first[fold(text)] != text)


def _distinct(session: Session, share: Share, column: Any, *more: Any) -> set[str]:
    mine = column.class_.explorer_id == share.explorer_id
    return set(session.scalars(select(column).where(mine, *more).distinct()))
