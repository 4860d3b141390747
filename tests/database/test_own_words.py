"""Forgetting somebody goes through every table that holds text, the explorer's own words too."""

from datetime import date

import pytest
from sqlalchemy import String, Text, select, update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.forgetting import forget_person
from lib.commands.journal import Step
from lib.commands.naming import OWN_WORDS, unnamed
from lib.model import FINDINGS, Base, Decision, Field, OwnSkill, Question, Share, Skill
from tests.database.test_people import SECRETS, everything, somebody
from tests.factories import a_link, an_interview


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I cook. Zelda Quux taught me. I bake.", "I cook. I bake."),
        ("Ask Zed (zq@corp.test) first.\nI rest.", "I rest."),
        ("Zeds are many. I know Zelda.", "Zeds are many. I know Zelda."),
        ("Thanks to Zelda Quux", ""),
        ("Thanks to Zelda\nQuux", ""),
        ("", ""),
    ],
)
def test_sentences_that_name_somebody_go(text: str, left: str) -> None:
    assert unnamed(text, ["Zelda Quux", "Zed", "zq@corp.test"]) == left


def test_what_one_wrote_in_ones_own_name_loses_the_sentences_that_name_them(
    session: Session, me: Explorer
) -> None:
    """Every column of `OWN_WORDS`, found by listing; the history of them too."""
    zelda = somebody()
    an_interview(session, me, "Nurse", person=zelda, skills=["Triage"])
    own_words(session, me, "I cook well. Zelda Quux taught me.\nI bake (zq@corp.test).\nI rest.")
    for model, columns in OWN_WORDS.items():
        for name in columns:
            assert "Zelda" in str(session.scalars(select(getattr(model, name))).all()), name
    forget_person(session, me, person_id=zelda.id, keep_findings=True)
    assert [word for word in SECRETS if word in everything(session)] == []
    for model, columns in OWN_WORDS.items():
        for name in columns:
            texts = session.scalars(select(getattr(model, name))).all()
            assert any("I cook well." in one and "I rest." in one for one in texts), name


def own_words(session: Session, me: Explorer, words: str) -> None:
    step = Step(session, me, "Wrote")
    (field,) = session.scalars(select(Field.id).where(Field.explorer_id == me.explorer_id))
    (skill,) = session.scalars(select(Skill.id).where(Skill.explorer_id == me.explorer_id))
    step.change_profile(about_me=words)
    step.change(Field, field, decision=words, notes=words)
    step.add(Decision, field_id=field, stage=None, decided_on=date(2026, 3, 2), why=words)
    step.add(OwnSkill, skill_id=skill, level=3, shown=words)
    step.add(Question, topic="pay", text=words)
    a_link(session, me, "Nurse")
    session.execute(update(Share).values(message=words))


DECIDED = {
    "the person's own": {"person"},
    "of their conversations": {
        *("interview", "note", "message", "agenda_item", "follow_up", "outcome", "calendar_event"),
        *(kind.__tablename__ for kind in FINDINGS),
    },
    "what is kept of a row that goes": {
        *("change", "draft", "import_row", "share_quote", "search_text"),
    },
    "the explorer's own words": {model.__tablename__ for model in OWN_WORDS},
    "names of things and closed words": {
        *("criterion_weight", "deal_breaker", "skill", "checklist_tick", "status_change"),
        *("passphrase", "topic_asked"),
    },
    "a coach's words, as they were written": {"comment"},
}
"""What forgetting somebody does with every table that holds text."""


def test_of_every_table_with_text_it_is_decided_what_forgetting_does_with_it() -> None:
    holding = {
        table.name
        for table in Base.metadata.sorted_tables
        if any(isinstance(column.type, String) for column in table.columns)
    }
    assert sorted(holding) == sorted(name for names in DECIDED.values() for name in names)


def test_every_long_text_of_the_explorer_is_gone_through() -> None:
    """What is typed at length in a table of their own words is among the columns."""
    typed = {
        (model, column.name)
        for model in OWN_WORDS
        for column in model.__table__.columns
        if isinstance(column.type, Text) and column.name != "shapes"
    }
    assert typed == {(model, name) for model, names in OWN_WORDS.items() for name in names}
