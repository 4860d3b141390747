"""Which names mean one skill: merged and taken apart, renamed, tied to an official name.

What people said keeps the name it was said under; a merged name only points at the one that
counts, always directly, so that taking a merge back changes no conversation.
"""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.journal import Step
from lib.commands.own_skills import join_own
from lib.errors import NotFound, Refused
from lib.filters import EVERYTHING
from lib.model import OwnSkill, Skill, SkillFinding
from lib.queries.skill_names import skill_names
from lib.skills import taxonomy
from lib.skills.names import SkillNames, SkillRow
from lib.text import clean, fold


def merge_skills(session: Session, viewer: Explorer, *, skill_id: UUID, into_id: UUID) -> UUID:
    """From now on the first counts as the second, with all that was merged into it before.

    Own levels become one: the higher, with what both say of where it was shown.
    """
    names = skill_names(session, viewer, EVERYTHING)
    one, other = _counting(names, skill_id), _counting(names, into_id)
    if one.id == other.id:
        raise Refused(f"“{one.name}” and “{other.name}” are one skill already.", where="into")
    step = Step(session, viewer, f"Merged {one.name} into {other.name}")
    both = [row.id for row in (*names.group(other.id), *names.group(one.id))]
    for row in names.group(one.id):
        step.change(Skill, row.id, merged_into_id=other.id)
    join_own(step, both, other.id)
    return step.id


def part_skill(session: Session, viewer: Explorer, *, skill_id: UUID) -> UUID:
    """A merged name is a skill of its own again; one that nobody's words need is forgotten."""
    names = skill_names(session, viewer, EVERYTHING)
    row = names.rows.get(skill_id)
    if row is None or row.into is None:
        raise NotFound("This name is not merged into another any more. Look again.")
    step = Step(session, viewer, f"Took {row.name} apart from {_counting(names, row.id).name}")
    if _is_needed(step, row.id):
        step.change(Skill, row.id, merged_into_id=None)
    else:
        step.remove(Skill, row.id)
    return step.id


def rename_skill(session: Session, viewer: Explorer, *, skill_id: UUID, name: str) -> UUID:
    """Another name for the skill; the one before still leads to it, in files and open forms."""
    typed = clean(name, most=200, what="The name")
    if not typed:
        raise Refused("A skill needs a name.", where="name")
    names = skill_names(session, viewer, EVERYTHING)
    row = _counting(names, skill_id)
    taken = next((one for one in names.rows.values() if one.folded == fold(typed)), None)
    step = Step(session, viewer, f"Renamed {row.name} to {typed}")
    if taken is not None and names.counts(taken.id) != row.id:
        raise Refused(f"There is a skill “{taken.name}” already. Merge the two instead.")
    if taken is not None and taken.id != row.id:
        _swap(step, row, taken, typed)
    else:
        step.change(Skill, row.id, name=typed, folded=fold(typed))
        if taken is None:
            _keep_as_another_name(step, row)
    return step.id


def tie_skill(session: Session, viewer: Explorer, *, skill_id: UUID, code: str | None) -> UUID:
    """Say which official skill this is, or none; its aliases lead here from now on."""
    names = skill_names(session, viewer, EVERYTHING)
    row = _counting(names, skill_id)
    official = {skill.code: skill.name for skill in taxonomy.names()}
    if code is not None and code not in official:
        raise Refused("Choose an official name from the list.", where="code")
    other = None if code is None else names.coded(code)
    if other is not None and other != row.id:
        have = names.rows[other].name
        raise Refused(f"“{have}” goes by this official name already. Merge the two instead.")
    said = f"Called {row.name} officially {official[code]}" if code else "Untied an official name"
    step = Step(session, viewer, said)
    step.change(Skill, row.id, taxonomy_code=code)
    return step.id


def straighten(step: Step) -> None:
    """Every merged name points at the one that counts itself: a file may bring longer ways."""
    names = skill_names(step.session, Explorer(step.explorer_id), EVERYTHING)
    for row in names.rows.values():
        root = names.counts(row.id)
        step.change(Skill, row.id, merged_into_id=None if root == row.id else root)


def _counting(names: SkillNames, skill_id: UUID) -> SkillRow:
    if skill_id not in names.rows:
        raise NotFound("This skill is not there any more. Go back and look again.")
    return names.rows[names.counts(skill_id)]


def _is_needed(step: Step, skill_id: UUID) -> bool:
    """Whether somebody's words, or an own level, stand under this very name."""
    return any(
        step.session.scalar(
            select(model.id)
            .where(model.explorer_id == step.explorer_id, model.skill_id == skill_id)
            .limit(1)
        )
        for model in (SkillFinding, OwnSkill)
    )


def _swap(step: Step, row: SkillRow, merged: SkillRow, typed: str) -> None:
    """The name is one of its own merged ones: the two change places, each name once at a time."""
    step.change(Skill, merged.id, folded=str(merged.id))
    step.change(Skill, row.id, name=typed, folded=fold(typed))
    step.change(Skill, merged.id, name=row.name, folded=row.folded)


def _keep_as_another_name(step: Step, row: SkillRow) -> None:
    """A form that is open elsewhere, a draft or a file still knows the skill by its old name."""
    old = {"name": row.name, "folded": row.folded, "taxonomy_code": None}
    sample = step.row(Skill, row.id)["sample"]
    step.add(Skill, **old, merged_into_id=row.id, sample=sample)
