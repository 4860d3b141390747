"""What was said as tagged highlights and a codebook, as Taguette and programs like it take them."""

import csv
import io
from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.queries.whole import all_conversations
from lib.records import (
    RECORDS,
    AspectSaid,
    Conversation,
    OutlookSaid,
    Said,
    SalarySaid,
    SkillSaid,
    StepSaid,
    TrainingSaid,
)
from lib.sheet import harmless

MEANING = {
    "skills": "A skill that the work asks for, or does not.",
    "trainings": "A way into the work.",
    "salaries": "What is paid.",
    "aspects": "What is good or hard about the days.",
    "steps": "A step of a career.",
    "outlooks": "Where the work is going.",
}
"""What each kind of tag stands for."""


def export_highlights(session: Session, viewer: Explorer) -> bytes:
    """id, document, tag, content: a row for every quote and its tag; no cell is run."""
    rows = (row for talk in all_conversations(session, viewer) for row in _highlights(talk))
    return _table(("id", "document", "tag", "content"), rows)


def export_codebook(session: Session, viewer: Explorer) -> bytes:
    """tag, description: every tag of the highlights once, in alphabetical order."""
    tags = {
        tag: MEANING[kind]
        for talk in all_conversations(session, viewer)
        for kind, tag, _ in _quoted(talk)
    }
    return _table(("tag", "description"), sorted(tags.items()))


def _highlights(talk: Conversation) -> Iterator[tuple[str, str, str, str]]:
    who = talk.person.name or talk.person.description or talk.person.role or "Somebody"
    day = talk.held_on or talk.planned_on
    document = ", ".join(filter(None, (talk.field, who, day.isoformat() if day else "")))
    for _, tag, said in _quoted(talk):
        yield str(said.id), document, tag, said.quote


def _quoted(talk: Conversation) -> Iterator[tuple[str, str, Said]]:
    """Kind, tag and finding of all that has its words."""
    for kind in RECORDS:
        for said in getattr(talk, kind):
            if said.quote:
                yield kind, _tag(said), said


def _tag(said: Said) -> str:
    """Such as "skill: SQL", "downside: Deadlines", "pay: entry"."""
    match said:
        case SkillSaid():
            parts = ("skill", said.skill)
        case TrainingSaid():
            parts = ("training", said.name or said.kind)
        case SalarySaid():
            parts = ("pay", said.level)
        case AspectSaid():
            parts = (said.side, said.theme)
        case StepSaid():
            parts = ("step", said.title)
        case OutlookSaid():
            parts = ("outlook", said.direction)
        case _:
            raise TypeError(type(said))
    return ": ".join(part for part in parts if part)


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8")
