"""One conversation as rows: what each table keeps of what was said."""

from collections.abc import Callable, Collection
from decimal import Decimal
from typing import Any
from uuid import UUID

from lib.commands.names import Names
from lib.ids import new_id, now
from lib.model import (
    FINDINGS,
    AspectFinding,
    Note,
    OutlookFinding,
    SalaryFinding,
    SkillFinding,
    StepFinding,
    TopicAsked,
    TrainingFinding,
)
from lib.money import to_hundredths
from lib.records import RECORDS, Conversation, PersonSaid, Said
from lib.text import fold

Row = dict[str, Any]
Tables = dict[type[Any], list[Row]]

KINDS = tuple(zip(RECORDS, FINDINGS, strict=True))
"""The lists of a `Conversation` and the tables that keep them."""

PARTS: tuple[type[Any], ...] = (Note, TopicAsked, *(model for _, model in KINDS))
"""What belongs to a conversation and is saved with it, referred-to tables first."""


def person_row(said: PersonSaid) -> Row:
    """The person, with the key their name is found by."""
    return {**said.model_dump(), "folded": fold(said.name)}


def header_row(said: Conversation, field_id: UUID) -> Row:
    """The interview itself, without id and version; role and organisation as on that day."""
    organisation = said.organisation or said.person.organisation
    kept = (
        "status held_on planned_on starts_at zone planned_minutes setting place purpose "
        "interest_before interest_after talked takeaway"
    )
    return {
        "field_id": field_id,
        "person_id": said.person.id,
        "role": said.role or said.person.role,
        "organisation": organisation,
        "organisation_folded": fold(organisation),
        **{name: getattr(said, name) for name in kept.split()},
    }


def status_row(said: Conversation, before: str | None) -> Row:
    """The move from one status to the next, now."""
    return {
        "id": new_id(),
        "interview_id": said.id,
        "from_status": before,
        "to_status": said.status,
        "at": now(),
    }


def part_rows(names: Names, said: Conversation, field_id: UUID) -> Tables:
    """Notes, ticks and findings, by table."""
    tables: Tables = {
        Note: [
            {
                "id": note.id,
                "interview_id": said.id,
                "position": position,
                "topic": None,
                "said_at": None,
                "text": note.text,
            }
            for position, note in enumerate(said.notes)
        ],
        TopicAsked: [
            {"id": new_id(), "interview_id": said.id, "topic": topic} for topic in said.asked
        ],
    }
    kept = {note.id for note in said.notes}
    for kind, model in KINDS:
        one = _ROW[model]
        tables[model] = [
            {**_common(names, said, finding, field_id, kept), **one(names, finding)}
            for finding in getattr(said, kind)
        ]
    return tables


def _common(
    names: Names, said: Conversation, finding: Said, field_id: UUID, kept: Collection[UUID]
) -> Row:
    return {
        "id": finding.id,
        "interview_id": said.id,
        "field_id": names.field(finding.field) if finding.field else field_id,
        "person_id": said.person.id,
        "note_id": finding.note_id if finding.note_id in kept else None,
        "quote": finding.quote,
        "private": finding.private,
    }


def _skill(names: Names, said: Any) -> Row:
    return {
        "skill_id": names.skill(said.skill) if said.skill else None,
        "said_as": said.said_as or said.skill,
        "necessity": said.necessity,
    }


def _plain(*kept: str, money: tuple[str, ...] = ()) -> Callable[[Names, Any], Row]:
    def row(names: Names, said: Any) -> Row:
        return {name: getattr(said, name) for name in kept} | {
            name: _hundredths(getattr(said, name)) for name in money
        }

    return row


def _hundredths(amount: Decimal | None) -> int | None:
    return None if amount is None else to_hundredths(amount)


_ROW: dict[type[Any], Callable[[Names, Any], Row]] = {
    SkillFinding: _skill,
    TrainingFinding: _plain(
        *["kind", "name", "months_low", "months_high", "currency", "required", "alongside_work"],
        money=("cost_low", "cost_high"),
    ),
    SalaryFinding: _plain(
        *("level", "currency", "period", "basis", "tax"),
        *("employed", "whose", "year", "place", "benefits"),
        money=("low", "high"),
    ),
    AspectFinding: _plain("side", "theme"),
    StepFinding: _plain(
        *("position", "title", "years_low", "years_high", "currency", "period"),
        money=("low", "high"),
    ),
    OutlookFinding: _plain("direction"),
}
