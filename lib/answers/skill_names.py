"""Every skill that counts, by how many people named it, with all the names it goes by."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.filters import Filters
from lib.frames import records
from lib.queries.skill_names import skill_names
from lib.queries.skills import own_skills, skill_voices
from lib.skills import taxonomy
from lib.skills.names import SkillRow


@dataclass(frozen=True)
class NamedSkill:
    """One skill; `level` 0 where the explorer has not rated it, `official` empty where untied."""

    skill_id: str
    skill: str
    people: frozenset[str]
    fields: int
    level: int
    shown: str
    code: str
    official: str
    others: tuple[tuple[str, str], ...]
    """Names that are merged into it: id and name."""


def skills_by_name(session: Session, viewer: Explorer, filters: Filters) -> dict[str, NamedSkill]:
    """The skills by id, those that most people named first; then by name."""
    names = skill_names(session, viewer, filters)
    people: dict[str, set[str]] = {}
    fields: dict[str, set[str]] = {}
    for row in records(skill_voices(session, viewer, filters)):
        people.setdefault(row["skill_id"], set()).add(row["person_id"])
        fields.setdefault(row["skill_id"], set()).add(row["field_id"])
    own = {row["skill_id"]: row for row in records(own_skills(session, viewer, filters))}
    groups: dict[str, list[SkillRow]] = {}
    for one in names.rows.values():
        groups.setdefault(str(names.counts(one.id)), []).append(one)
    official = {skill.code: skill.name for skill in taxonomy.names()}
    found = [
        NamedSkill(
            skill_id=root,
            skill=counts.name,
            people=frozenset(people.get(root, ())),
            fields=len(fields.get(root, ())),
            level=own[root]["level"] if root in own else 0,
            shown=own[root]["shown"] if root in own else "",
            code=counts.code or "",
            official=official.get(counts.code or "", ""),
            others=tuple((str(one.id), one.name) for one in group if one is not counts),
        )
        for root, group in groups.items()
        for counts in [next(one for one in group if str(one.id) == root)]
    ]
    found.sort(key=lambda one: (-len(one.people), one.skill.casefold()))
    return {one.skill_id: one for one in found}


def said_by(one: NamedSkill) -> str:
    """`5 people in 3 fields`, or that only the explorer has it."""
    if not one.people:
        return "nobody named it"
    people, fields = len(one.people), one.fields
    return (
        f"{people:,} {'person' if people == 1 else 'people'} in "
        f"{fields:,} {'field' if fields == 1 else 'fields'}"
    )
