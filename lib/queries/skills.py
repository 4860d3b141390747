"""Which skills were named, by how many, how much they matter; and what the explorer can do."""

from typing import Any

import pandas as pd
from sqlalchemy import false, func, literal, select
from sqlalchemy.orm import Session, aliased

from lib.access.viewer import Share, Viewer
from lib.filters import Filters
from lib.model import OwnSkill, Skill, SkillFinding
from lib.queries.base import frame, said
from lib.queries.beside import beside, still_by_enough
from lib.queries.threshold import at_most, enough
from lib.queries.visible import latest
from lib.queries.wording import skill_named
from lib.storage.once import once


@once
def skills_heard(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """skill_id, skill, field_id, voices, mandatory, helpful, not_needed, unstated, of: people.

    A voice counts once a skill and field, with its later answer (one that says how much the
    skill matters stands before one that does not); merged skills are one. `of` are those of whom
    shares of the answers are taken: who said how much it matters, for a link with a threshold at
    most so many who named it.
    """
    answers = _answers(viewer, filters)
    count = func.count()
    stated = [
        enough(viewer, count.filter(answers.c.necessity == word))
        for word in ("mandatory", "helpful", "not needed")
    ]
    query = (
        select(*(answers.c.skill_id, answers.c.skill, answers.c.field_id, count, *stated))
        .add_columns(count - sum(stated, literal(0)))
        .where(answers.c.later == 1)
        .group_by(answers.c.skill_id, answers.c.skill, answers.c.field_id)
        .order_by(answers.c.skill, answers.c.field_id)
    )
    texts = {"skill_id": "id", "skill": "text", "field_id": "id"}
    counts = ("voices", "mandatory", "helpful", "not_needed", "unstated")
    rows = frame(session, viewer, query, {**texts, **dict.fromkeys(counts, "int64")})
    of = rows["voices"] - rows["unstated"]
    if isinstance(viewer, Share) and viewer.threshold > 1:
        of = rows["voices"].map(lambda people: at_most(viewer, people))
    return rows.assign(of=of.astype("int64"))


def _answers(viewer: Viewer, filters: Filters) -> Any:
    """Every answer of every voice about a skill; `later` 1 is the one that counts."""
    counts = aliased(Skill)
    skill = skill_named(viewer, counts)
    voice = (SkillFinding.field_id, SkillFinding.person_id, counts.id.label("skill_id"))
    necessity = beside(viewer, SkillFinding, "necessity")
    order = latest(SkillFinding, *voice, first=(SkillFinding.necessity == "unstated",))
    return (
        select(*voice, skill, necessity.label("necessity"), SkillFinding.interview_id, order)
        .where(*said(viewer, filters, SkillFinding))
        .where(
            Skill.explorer_id == SkillFinding.explorer_id,
            Skill.id == SkillFinding.skill_id,
            counts.explorer_id == Skill.explorer_id,
            counts.id == func.coalesce(Skill.merged_into_id, Skill.id),
            *([skill != ""] if isinstance(viewer, Share) else []),
        )
        .subquery()
    )


@once
def skill_voices(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """skill_id, field_id, person_id, employer, necessity: one row a voice, its later answer.

    `employer` is a number for the organisation on that day; empty: not known.
    """
    answers = _answers(viewer, filters)
    query = (
        select(
            *(answers.c.skill_id, answers.c.field_id, answers.c.person_id),
            *(answers.c.interview_id, answers.c.necessity),
        )
        .where(answers.c.later == 1)
        .order_by(answers.c.skill_id, answers.c.field_id, answers.c.person_id)
    )
    ids = {"skill_id": "id", "field_id": "id", "person_id": "id"}
    rows = frame(session, viewer, query, {**ids, "employer": "group", "necessity": "text"})
    return still_by_enough(viewer, rows, SkillFinding, "skill_id", "field_id")


@once
def spellings(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """skill_id, spelling, code: every name under which a skill was heard, merged ones together.

    `code` is the taxonomy's; empty: not one of its skills.
    """
    skill_id = func.coalesce(Skill.merged_into_id, Skill.id)
    query = (
        select(skill_id, skill_named(viewer, Skill), Skill.taxonomy_code)
        .where(*said(viewer, filters, SkillFinding))
        .where(Skill.explorer_id == SkillFinding.explorer_id, Skill.id == SkillFinding.skill_id)
        .distinct()
        .order_by("skill")
    )
    return frame(session, viewer, query, {"skill_id": "id", "spelling": "text", "code": "text"})


@once
def own_skills(session: Session, viewer: Viewer, filters: Filters) -> pd.DataFrame:
    """skill_id, skill, level, shown: what the explorer can do, 1 to 5, and where it was shown.

    Of merged skills the higher level stands; a link does not say where it was shown,
    and has them only where it was made with them.
    """
    rated, counts = aliased(Skill), aliased(Skill)
    shown = literal("") if isinstance(viewer, Share) else OwnSkill.shown
    highest = func.row_number().over(
        partition_by=counts.id, order_by=(OwnSkill.level.desc(), OwnSkill.id)
    )
    levels = (
        select(
            counts.id,
            skill_named(viewer, counts),
            OwnSkill.level,
            shown.label("shown"),
            highest.label("place"),
        )
        .select_from(OwnSkill)
        .join(rated, (rated.explorer_id == OwnSkill.explorer_id) & (rated.id == OwnSkill.skill_id))
        .join(
            counts,
            (counts.explorer_id == OwnSkill.explorer_id)
            & (counts.id == func.coalesce(rated.merged_into_id, rated.id)),
        )
        .where(OwnSkill.explorer_id == viewer.explorer_id)
        .subquery()
    )
    if isinstance(viewer, Share) and not viewer.skills:
        levels = select(levels).where(false()).subquery()
    query = (
        select(levels.c.id, levels.c.skill, levels.c.level, levels.c.shown)
        .where(levels.c.place == 1, levels.c.skill != "")
        .order_by(levels.c.skill)
    )
    dtypes = {"skill_id": "id", "skill": "text", "level": "int64", "shown": "text"}
    return frame(session, viewer, query, dtypes)
