"""Whether rows keep the tables' own rules: asked of an empty database that is thrown away.

So a file is held to the very constraints that the tables have, with no second list of them.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, insert
from sqlalchemy.exc import IntegrityError

from lib.model import Base
from lib.storage import rows
from lib.storage.engines import make_engine

NOBODY = UUID(int=0)

SENTENCES = {
    "held_on": "Say on which day the conversation was held.",
    "named_with_consent": "To show the name, say on which day they agreed to it.",
    "says_something": "This says nothing yet. Fill it in, or take it out.",
}


@contextmanager
def empty_database() -> Iterator[Connection]:
    """A database in memory with all tables, which checks everything but references."""
    engine = make_engine("sqlite://")
    try:
        Base.metadata.create_all(engine)
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def refusals(
    connection: Connection, model: type[Any], many: list[dict[str, Any]]
) -> dict[int, tuple[str, str]]:
    """Which of the rows break a rule: by position, the column and a sentence."""
    statement = insert(rows.table(model))
    owned = [{**row, "explorer_id": NOBODY} for row in many]
    try:
        if owned:
            connection.execute(statement, owned)
        return {}
    except IntegrityError:
        connection.rollback()
        return dict(_one_by_one(connection, model, owned))
    finally:
        connection.rollback()


def _one_by_one(
    connection: Connection, model: type[Any], owned: list[dict[str, Any]]
) -> Iterator[tuple[int, tuple[str, str]]]:
    for position, row in enumerate(owned):
        try:
            connection.execute(insert(rows.table(model)), row)
        except IntegrityError as error:
            yield position, _sentence(model, str(error.orig))


def _sentence(model: type[Any], refusal: str) -> tuple[str, str]:
    """The column and the sentence for what SQLite says, such as `CHECK constraint failed: ...`."""
    table = rows.table(model)
    rule, _, name = refusal.partition(": ")
    if rule.startswith("UNIQUE"):
        return name.rpartition(".")[2], "The file has this twice."
    column = name.removeprefix(f"ck_{table.name}_")
    if column in SENTENCES:
        return column if column in table.c else "", SENTENCES[column]
    texts = {c.name: str(c.sqltext) for c in table.constraints if isinstance(c, CheckConstraint)}
    words = re.findall(r"'([^']*)'", texts.get(name, ""))
    if words:
        return column, f"Choose one of {', '.join(repr(word) for word in words)}."
    return column if column in table.c else "", f"This must keep: {texts.get(name, column)}."
