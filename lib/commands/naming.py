"""Which drafts name somebody: by an id, a name of now or earlier, or what reaches them.

What is remembered of a sheet's columns goes where it names them, and so do the sentences that do in
what the explorer wrote outside conversations.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from lib.commands.drafts import texts_in
from lib.commands.journal import Step
from lib.model import Change, Decision, Draft, Explorer, Field, OwnSkill, Question, Share
from lib.text import fold, names

NAMING = ("name", "email", "phone", "profile_link")
_BETWEEN_NICKNAMES = re.compile(r"[,;/|\n]")
_SENTENCES = re.compile(r"(?<=[.!?])(?=\s)|(?<=\n)")
OWN_WORDS: dict[type[Any], tuple[str, ...]] = {
    Explorer: ("about_me",),
    Field: ("decision", "notes"),
    Decision: ("why",),
    OwnSkill: ("shown",),
    Question: ("text",),
    Share: ("message",),
}
"""What the explorer wrote in their own name, outside any conversation."""
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
    """Nothing that was said of columns stays where it names them."""
    mine = Explorer.id == explorer_id
    kept = session.scalar(select(Explorer.shapes).where(mine)) or ""
    if any(_called(kept, word) for word in called):
        session.execute(update(Explorer).where(mine).values(shapes=""))


def forget_changes_naming(session: Session, explorer_id: UUID, called: Collection[str]) -> None:
    """No change of the explorer's own words, or of what was said of columns, names them."""
    tables = [model.__tablename__ for model in OWN_WORDS]
    these = (Change.explorer_id == explorer_id, Change.table_name.in_(tables))
    for row in session.execute(select(Change.id, Change.before, Change.after).where(*these)).all():
        told = [text for part in (row.before, row.after) for text in texts_in(part or {})]
        if any(_called(text, word) for text in told for word in called):
            session.execute(
                delete(Change).where(Change.explorer_id == explorer_id, Change.id == row.id)
            )


def clear_own_words(step: Step, called: Collection[str]) -> None:
    """Sentences that name them go from what the explorer wrote outside conversations."""
    for model, columns in OWN_WORDS.items():
        owner = model.id if model is Explorer else model.explorer_id
        mine = select(model.id, *(getattr(model, name) for name in columns))
        for row_id, *texts in step.session.execute(mine.where(owner == step.explorer_id)).all():
            left = {name: unnamed(text, called) for name, text in zip(columns, texts, strict=True)}
            if model is Explorer:
                step.change_profile(**left)
            elif list(left.values()) != texts:
                step.change(model, row_id, **left)


def unnamed(text: str, called: Collection[str]) -> str:
    """The text without the sentences that name them; nothing where a name reaches over two.

    >>> unnamed("I cook. Zelda Quux taught me. I bake.", ["Zelda Quux"])
    'I cook. I bake.'
    """
    kept = [part for part in _SENTENCES.split(text) if not _names_any(part, called)]
    left = "".join(kept)
    return "" if _names_any(left, called) else text if left == text else left.strip()


def _names_any(text: str, called: Collection[str]) -> bool:
    return any(_called(text, word) for word in called)


def _told_of(text: str, ids: Collection[str], called: Collection[str]) -> bool:
    return any(one in text for one in ids) or any(_called(text, word) for word in called)


def _called(text: str, word: str) -> bool:
    """As whole words; within others in writing that sets none apart."""
    return names(text, word) or bool(_UNSPACED.search(word) and fold(word) in fold(text))
