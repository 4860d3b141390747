"""A row held against the conversation that is here: what differs, and the two brought together.

Only columns that the file has are compared and overwritten; a finding or note that says the same
keeps its id, and with it all that the sheet cannot hold.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.filters import EVERYTHING
from lib.importing.parsed import Difference, SheetRow
from lib.model import Field
from lib.queries.skill_names import skill_names
from lib.records import RECORDS, Conversation, NoteLine, SkillSaid
from lib.sheet import COLUMNS, cells_of, column_of
from lib.sheet.finding_lines import same
from lib.sheet.reading import ON_THE_DAY, PERSON, PLAIN
from lib.text import fold

NEVER = {"id", "person_id"}
"""Columns that say which row it is, not what it says."""

Naming = Callable[[Conversation], Conversation]


def difference(
    have: Conversation,
    said: Conversation,
    row: SheetRow,
    columns: Collection[str],
    labels: Mapping[UUID, str],
) -> Difference:
    """The columns of the file that say something else than what is here."""
    said, columns = with_more_notes(have, said, columns)
    here, there = cells_of(have, labels), cells_of(said)
    by = have.person.introduced_by_id
    if by is None or row.introduced_by not in (str(by), labels.get(by)):
        there["introduced_by"] = row.introduced_by
    else:
        there["introduced_by"] = here.get("introduced_by", "")
    compared = [name for name in COLUMNS if name in _compared(columns)]
    changed = [name for name in compared if not _alike(name, here, there)]
    return Difference(
        row.row, row.key, tuple((name, here.get(name, ""), there.get(name, "")) for name in changed)
    )


def with_more_notes(
    have: Conversation, said: Conversation, columns: Collection[str]
) -> tuple[Conversation, Collection[str]]:
    """Where a file has no notes of its own, what it keeps with them stands behind those here."""
    if "more_notes" not in columns or "notes" in columns:
        return said, columns
    here = {note.text for note in have.notes}
    more = (note for note in said.notes if note.text not in here)
    return said.model_copy(update={"notes": (*have.notes, *more)}), {*columns, "notes"}


def _compared(columns: Collection[str]) -> set[str]:
    more = {"notes"} if "quotes" in columns else set()
    return (set(columns) | more) - NEVER


def _alike(name: str, here: dict[str, str], there: dict[str, str]) -> bool:
    one, other = here.get(name, ""), there.get(name, "")
    return one == other or (name == "asked" and set(one.split("\n")) == set(other.split("\n")))


def merged(have: Conversation, said: Conversation, columns: Collection[str]) -> Conversation:
    """The conversation as it is here, with the file's columns in place of its own."""
    said, columns = with_more_notes(have, said, columns)
    present = _compared(columns)
    kept: dict[str, Any] = {name: getattr(said, name) for name in PLAIN if name in present}
    kept |= _settled(have, said, present)
    for kind in RECORDS:
        kept[kind] = _findings(getattr(have, kind), getattr(said, kind), present)
    if "asked" in present:
        kept["asked"] = said.asked
    if "notes" in present:
        kept["notes"] = _notes(have.notes, said.notes)
    kept["person"] = have.person.model_copy(update=_person(have, said, present))
    return have.model_copy(update=kept)


def _settled(have: Conversation, said: Conversation, present: Collection[str]) -> dict[str, Any]:
    """Status and day, so that one does not say the contrary of the other.

    A day in the file says that it was held; a status that is not held takes the day away.
    """
    if "status" not in present:
        held = said.held_on if "held_on" in present else have.held_on
        if held or have.status != "held":
            return {"status": "held"} if held and "held_on" in present else {}
        planned = said.planned_on if "planned_on" in present else have.planned_on
        return {"status": "scheduled" if planned else "idea"}
    if said.status == "held":
        return {"held_on": said.held_on or have.held_on}
    return {} if "held_on" in present else {"held_on": None}


def unsettled(said: Conversation) -> str:
    """Why a conversation cannot be kept as it is; nothing where it can."""
    if said.status == "held" and said.held_on is None:
        return "Say on which day the conversation was held."
    return ""


def _person(have: Conversation, said: Conversation, present: Collection[str]) -> dict[str, Any]:
    """Role and organisation on the day are those of today too, where they were the same."""
    person = {
        to: getattr(said.person, to)
        for name, to in PERSON.items()
        if name in present and name not in ON_THE_DAY
    }
    for name in ON_THE_DAY:
        was_the_same = getattr(have, name) == getattr(have.person, name)
        if f"{name}_now" in present or (name in present and was_the_same):
            person[name] = getattr(said.person, name)
    return person


def _findings(have: tuple[Any, ...], said: tuple[Any, ...], present: Collection[str]) -> Any:
    left = [one for one in have if column_of(one) in present]
    new = []
    for one in (one for one in said if column_of(one) in present):
        old = next((other for other in left if same(one, other)), None)
        if old is not None:
            left.remove(old)
        new.append(old or one)
    return (*(one for one in have if column_of(one) not in present), *new)


def _notes(have: tuple[NoteLine, ...], said: tuple[NoteLine, ...]) -> tuple[NoteLine, ...]:
    left, new = list(have), []
    for one in said:
        old = next((other for other in left if other.text == one.text), None)
        if old is not None:
            left.remove(old)
        new.append(old or one)
    return tuple(new)


def named_as_here(session: Session, viewer: Explorer) -> Naming:
    """Field and skills by the names that they have here, so that an alias is no difference."""
    query = select(Field.folded, Field.name).where(Field.explorer_id == viewer.explorer_id)
    fields = {row.folded: row.name for row in session.execute(query)}
    skills = skill_names(session, viewer, EVERYTHING)

    def skill(said: SkillSaid) -> SkillSaid:
        name = skills.name(said.skill)
        if name == said.skill:
            return said
        return said.model_copy(update={"skill": name, "said_as": said.said_as or said.skill})

    def naming(said: Conversation) -> Conversation:
        field = fields.get(fold(said.field), said.field)
        named = tuple(map(skill, said.skills))
        return said.model_copy(update={"field": field, "skills": named})

    return naming
