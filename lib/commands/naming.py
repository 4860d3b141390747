"""Which drafts name somebody: by an id, a name of now or earlier, or what reaches them.

What is remembered of a sheet's columns goes where it names them.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from lib.commands.drafts import texts_in
from lib.model import Change, Draft, Explorer
from lib.text import fold, names

NAMING = ("name", "email", "phone", "profile_link")
_BETWEEN_NICKNAMES = re.compile(r"[,;/|\n]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Writing that sets no word apart: Thai, Lao, Japanese, Chinese, Korean with its particles."""


def names_in(told: dict[str, Any]) -> Iterator[str]:
    """What a row of a person calls them and where it reaches them; one letter names nobody."""
    words = [told.get(column) or "" for column in NAMING]
    words += _BETWEEN_NICKNAMES.split(told.get("nicknames") or "")
    yield from (word.strip() for word in words if len(word.strip()) > 1)


def drafts_naming(
    session: Session, explorer_id: UUID, ids: Collection[UUID], called: Collection[str]
) -> set[str]:
    """The forms whose drafts hold one of the ids, or in any text one of the names."""
    mine = select(Draft.form, Draft.content).where(Draft.explorer_id == explorer_id)
    sought = {str(identity) for identity in ids}
    return {
        form
        for form, content in session.execute(mine)
        if any(_told_of(text, sought, called) for text in (form, *texts_in(content)))
    }


def forget_shapes_naming(session: Session, explorer_id: UUID, called: Collection[str]) -> None:
    """Nothing that was said of columns stays, here or in a change, where it names them."""
    mine = Explorer.id == explorer_id
    kept = session.scalar(select(Explorer.shapes).where(mine)) or ""
    if any(_called(kept, word) for word in called):
        session.execute(update(Explorer).where(mine).values(shapes=""))
    table = (Change.explorer_id == explorer_id, Change.table_name == Explorer.__tablename__)
    for row in session.execute(select(Change.id, Change.before, Change.after).where(*table)):
        told = " ".join(str((part or {}).get("shapes", "")) for part in (row.before, row.after))
        if any(_called(told, word) for word in called):
            session.execute(
                delete(Change).where(Change.explorer_id == explorer_id, Change.id == row.id)
            )


def _told_of(text: str, ids: Collection[str], called: Collection[str]) -> bool:
    return any(one in text for one in ids) or any(_called(text, word) for word in called)


def _called(text: str, word: str) -> bool:
    """As whole words; within others in writing that sets none apart."""
    return names(text, word) or bool(_UNSPACED.search(word) and fold(word) in fold(text))
