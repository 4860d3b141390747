"""What goes with the samples, and what stays because something of one's own refers to it."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from lib.commands.interviews import GONE_WITH_IT
from lib.commands.journal import Step
from lib.model import (
    FINDINGS,
    Decision,
    Field,
    Interview,
    Outcome,
    OwnSkill,
    Person,
    Question,
    ShareField,
    Skill,
    SkillFinding,
)

Reference = tuple[type[Any], str]

REFERRERS: dict[type[Any], tuple[Reference, ...]] = {
    Person: (
        (Interview, "person_id"),
        (Outcome, "person_id"),
        *((model, "person_id") for model in FINDINGS),
    ),
    Field: (
        (Interview, "field_id"),
        *((model, "field_id") for model in FINDINGS),
        (Question, "field_id"),
        (Decision, "field_id"),
        (ShareField, "field_id"),
    ),
    Skill: ((SkillFinding, "skill_id"), (OwnSkill, "skill_id")),
}
"""Who may refer to a person, a field or a skill."""

ITSELF = {Person: "introduced_by_id", Skill: "merged_into_id"}
"""The reference from a row to another of its own table."""


def remove_samples(step: Step) -> None:
    """Remove what is flagged, referring tables first; what is still needed loses the flag."""
    interviews = _flagged(step, Interview)
    samples = select(Interview.id).where(
        Interview.explorer_id == step.explorer_id, Interview.sample.is_(True)
    )
    for model in GONE_WITH_IT:
        step.remove_all(model, _ids(step, model, model.interview_id.in_(samples)))
    step.remove_all(Interview, interviews)
    step.remove_all(OwnSkill, _flagged(step, OwnSkill))
    for model in REFERRERS:
        _remove_or_keep(step, model)


def _remove_or_keep(step: Step, model: type[Any]) -> None:
    flagged = set(_flagged(step, model))
    needed = flagged & _referred_to(step, model)
    for row_id in sorted(needed):
        step.change(model, row_id, sample=False)
    gone = sorted(flagged - needed)
    if model in ITSELF:
        for row_id in gone:  # two may refer to each other
            step.change(model, row_id, **{ITSELF[model]: None})
    step.remove_all(model, gone)


def _referred_to(step: Step, model: type[Any]) -> set[UUID]:
    """Rows that others refer to; and in turn those that a row which stays refers to."""
    found: set[UUID] = set()
    for other, column in REFERRERS[model]:
        query = select(getattr(other, column)).where(other.explorer_id == step.explorer_id)
        found |= set(step.session.scalars(query.distinct()))
    if model not in ITSELF:
        return found
    query = select(model.id, getattr(model, ITSELF[model]), model.sample)
    rows = step.session.execute(query.where(model.explorer_id == step.explorer_id)).all()
    onward = {row_id: other for row_id, other, _ in rows}
    stay = [row_id for row_id, _, sample in rows if not sample or row_id in found]
    while stay:
        other = onward[stay.pop()]
        if other is not None and other not in found:
            found.add(other)
            stay.append(other)
    return found


def _flagged(step: Step, model: type[Any]) -> list[UUID]:
    return _ids(step, model, model.sample.is_(True))


def _ids(step: Step, model: type[Any], condition: Any) -> list[UUID]:
    query = select(model.id).where(model.explorer_id == step.explorer_id, condition)
    return list(step.session.scalars(query.order_by(model.id)))
