"""Builders: a test names only what it is about, these fill in the rest."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pandas as pd
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from lib.access.spelled import spellings
from lib.access.viewer import Explorer, Share, Viewer
from lib.commands.interviews import save_conversation
from lib.ids import new_id
from lib.model import AgendaItem, Field, Question, ShareQuote, Skill
from lib.model import Share as ShareRow
from lib.records import (
    AspectSaid,
    Conversation,
    OutlookSaid,
    PersonSaid,
    SalarySaid,
    SkillSaid,
    StepSaid,
    TrainingSaid,
)
from lib.typed import TYPED

NOT_HELD = ("idea", "requested", "no answer", "scheduled", "moved", "declined", "cancelled")


def a_person(name: str = "", **values: Any) -> PersonSaid:
    return PersonSaid(name=name, **{"role": "analyst", **values})


def a_conversation(
    field: str = "Data analyst", *, skills: Iterable[str | SkillSaid] = (), **values: Any
) -> Conversation:
    """A held conversation; skills as names are named without saying how much they matter."""
    said = tuple(SkillSaid(skill=s) if isinstance(s, str) else s for s in skills)
    rest: dict[str, Any] = {"person": a_person(), "held_on": date(2026, 3, 2), **values}
    return Conversation(field=field, skills=said, **rest)


def an_interview(
    session: Session, viewer: Explorer, field: str = "Data analyst", **values: Any
) -> UUID:
    """The id of a saved conversation."""
    conversation = a_conversation(field, **values)
    save_conversation(session, viewer, conversation)
    return conversation.id


def a_figure(
    low: int | str | None = 50_000, high: int | str | None = 60_000, **values: Any
) -> SalarySaid:
    """Base pay before tax as an employee, in dollars a year; a range unless an end is None."""
    stated = {"basis": "base", "tax": "gross", "employed": "employed", "whose": "own"}
    rest: dict[str, Any] = {"currency": "USD", "period": "year", "level": "entry"}
    ends = (None if end is None else Decimal(end) for end in (low, high))
    return SalarySaid(low=next(ends), high=next(ends), **{**rest, **stated, **values})


def one_of_each(**values: Any) -> dict[str, Any]:
    """A finding of every kind, as the lists of a conversation."""
    return {
        "skills": [SkillSaid(skill="Welding", necessity="mandatory", **values)],
        "trainings": (TrainingSaid(name="Evening course", months_low=6, **values),),
        "salaries": (a_figure(**values),),
        "aspects": (AspectSaid(side="upside", theme="Autonomy", **values),),
        "steps": (StepSaid(title="Apprentice", **values),),
        "outlooks": (OutlookSaid(direction="growing", **values),),
    }


def what_must_not_count(session: Session, viewer: Explorer, field: str = "Data analyst") -> None:
    """Conversations that were not held, and a stranger's that was, with findings of every kind."""
    from tests.conftest import an_explorer

    for status in ("scheduled", "declined"):
        an_interview(session, viewer, field, status=status, asked=("whom next",), **one_of_each())
    stranger = an_explorer(session)
    an_interview(session, stranger, field, asked=("whom next",), **one_of_each())


def field_id(session: Session, viewer: Explorer, name: str) -> UUID:
    mine = select(Field.id).where(Field.explorer_id == viewer.explorer_id, Field.name == name)
    return session.execute(mine).scalar_one()


def skill_id(session: Session, viewer: Explorer, name: str) -> UUID:
    mine = select(Skill.id).where(Skill.explorer_id == viewer.explorer_id, Skill.name == name)
    return session.execute(mine).scalar_one()


def merge(session: Session, viewer: Explorer, skill: str, into: str) -> None:
    """From now on the two skills are one, under the second name."""
    mine = Skill.explorer_id == viewer.explorer_id, Skill.name == skill
    target = skill_id(session, viewer, into)
    session.execute(update(Skill).where(*mine).values(merged_into_id=target))


def a_question_put(
    session: Session, viewer: Explorer, interview_id: UUID, topic: str, *, answered: bool
) -> None:
    """A question of that topic on the agenda of the conversation."""
    mine = {"explorer_id": viewer.explorer_id}
    question = Question(id=new_id(), topic=topic, text="How did that come about?", **mine)
    session.add(question)
    session.flush()
    item = {"interview_id": interview_id, "question_id": question.id, "position": 1}
    item |= {"topic": topic, "text": "~agenda_item.text~", "why": "~agenda_item.why~"}
    session.add(AgendaItem(id=new_id(), answered=answered, **item, **mine))
    session.flush()


def a_link(session: Session, viewer: Explorer, *fields: str, **values: Any) -> Share:
    """A coach's link that holds these fields, with everything typed so far released for it."""
    held = frozenset(field_id(session, viewer, name) for name in fields)
    share = Share(viewer.explorer_id, new_id(), held, b"secret" * 5, **values)
    mine = {"explorer_id": viewer.explorer_id}
    kept = {"token_digest": share.share_id.bytes * 2, "secret": share.secret, "scope": {}}
    until = {"made_at": datetime.now(UTC), "expires_at": datetime.now(UTC)}
    session.add(ShareRow(id=share.share_id, label="Ana", **kept, **until, **mine))
    session.flush()
    release_all(session, share)
    return replace(share, spellings=spellings(session, share))


def release_all(session: Session, share: Share, before: str = "") -> None:
    """Everything typed so far, as it stands, after some words that tell it was read."""
    for model, columns in TYPED.items():
        for row in session.scalars(select(model).where(model.explorer_id == share.explorer_id)):
            session.add_all(
                ShareQuote(
                    **{"id": new_id(), "explorer_id": share.explorer_id, "row_id": row.id},
                    **{"share_id": share.share_id, "table_name": model.__tablename__},
                    **{"column_name": column, "wording": before + getattr(row, column)},
                    released_at=datetime.now(UTC),
                )
                for column in columns
                if getattr(row, column)
            )
    session.flush()


def a_key(viewer: Viewer, *parts: object) -> str:
    """The key of a mark, with ids as the viewer sees them."""
    return "/".join(viewer.shown(p) if isinstance(p, UUID) else str(p) for p in parts)


def told(frame: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """The rows as tuples of these columns."""
    return list(frame[list(columns)].itertuples(index=False, name=None))


def by_name(session: Session, frame: pd.DataFrame, viewer: Viewer) -> pd.DataFrame:
    """The frame with the name of each field instead of its id."""
    fields = session.execute(select(Field.id, Field.name))
    names = {viewer.shown(identity): name for identity, name in fields}
    return frame.assign(field=frame["field_id"].map(names)).drop(columns="field_id")
