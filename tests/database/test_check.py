"""`check` finds what is half-done: texts without the words of a search, and words without texts."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import delete, insert, update

from lib.access.viewer import Explorer
from lib.model import Interview, Note, SkillFinding, search_text
from lib.records import NoteLine, SkillSaid
from lib.storage.database import Database
from lib.storage.health import health
from tests.factories import an_interview

SAID: dict[str, Any] = {
    "takeaway": "worth it",
    "notes": (NoteLine(text="a line"), NoteLine(text="another")),
    "skills": (SkillSaid(skill="SQL", quote="SQL every day"), SkillSaid(skill="R", quote="")),
}


def found(database: Database) -> list[str]:
    return health(database.settings).problems


def test_what_was_saved_whole_has_no_problem(database: Database, viewer: Explorer) -> None:
    with database.write() as session:
        an_interview(session, viewer, **SAID)
    assert found(database) == []


def test_texts_without_their_words_are_counted_by_table(
    database: Database, viewer: Explorer
) -> None:
    with database.write() as session:
        an_interview(session, viewer, **SAID)
        session.execute(delete(search_text))
    assert found(database) == [
        f"{number} texts of {name} are not among the words that a search reads."
        for number, name in ((2, "note"), (1, "interview"), (1, "skill_finding"))
    ]


@pytest.mark.parametrize(
    ("model", "column"), [(Note, "text"), (Interview, "takeaway"), (SkillFinding, "quote")]
)
def test_each_table_is_looked_at(
    database: Database, viewer: Explorer, model: Any, column: str
) -> None:
    with database.write() as session:
        an_interview(session, viewer, field="Baker")
        an_interview(session, viewer, field="Nurse", skills=["TIG"], notes=(NoteLine(text="a"),))
        session.execute(update(model).values({column: "new"}))
        session.execute(delete(search_text))
    assert any(f"of {model.__tablename__} are" in problem for problem in found(database))


def test_words_without_a_text_are_counted(database: Database, viewer: Explorer) -> None:
    with database.write() as session:
        talk = an_interview(session, viewer, **SAID)
        row = {"id": uuid4(), "interview_id": talk, "kind": "note", "body": "x61"}
        session.execute(insert(search_text), [{"explorer_id": viewer.explorer_id, **row}])
    assert found(database) == ["1 of the words that a search reads belong to no text."]
