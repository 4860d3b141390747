"""The sample interviews: put in beside what is there, and taken out without touching the rest."""

import json
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.interviews import rows_of
from lib.commands.journal import Step
from lib.commands.names import Names
from lib.commands.sample_ids import with_ids
from lib.commands.sample_leftovers import remove_samples
from lib.model import Explorer as ExplorerRow
from lib.model import Field, Interview, OwnSkill
from lib.money import to_hundredths
from lib.records import Conversation
from lib.settings import DATA

FILE = DATA / "samples.json"

NOT_SAID = {
    "name": "",
    "base_currency": "USD",
    "hours_a_year": 2080,
    "current_pay": None,
    "looking_since": None,
    "applications": None,
    "answers": None,
}
"""The profile of somebody who has said nothing yet. The zone is the machine's, never a sample's."""


def load_samples(session: Session, viewer: Explorer) -> UUID | None:
    """Add the sample interviews that are not there; the step to take it back with, if any.

    Fields and skills that are there under the same name are used as they are.
    """
    content = _content()
    step = Step(session, viewer, "Loaded the sample interviews")
    names = Names(step, sample=True)
    _add_fields(step, names, content["fields"])
    mine = select(Interview.id).where(Interview.explorer_id == viewer.explorer_id)
    there = set(session.scalars(mine))
    for one in with_ids(content["conversations"], viewer.explorer_id):
        said = Conversation.model_validate(one)
        if said.id not in there:
            for model, many in rows_of(step, names, said, sample=True).items():
                step.add_all(model, many)
    _add_own_skills(step, names, content["own_skills"])
    _fill_profile(step, _sample_profile(content["explorer"]))
    return step.id if step.wrote else None


def clear_samples(session: Session, viewer: Explorer) -> UUID | None:
    """Remove the sample interviews and what hangs on them; the step to take it back with.

    A sample person, field or skill that something of one's own refers to stays, as one's own.
    """
    step = Step(session, viewer, "Removed the sample interviews")
    remove_samples(step)
    _empty_profile(step, _sample_profile(_content()["explorer"]))
    return step.id if step.wrote else None


def _content() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return content


def _add_fields(step: Step, names: Names, fields: list[dict[str, Any]]) -> None:
    """The sample fields; there is one current field, and one's own comes first."""
    query = select(Field.id).where(
        Field.explorer_id == step.explorer_id, Field.kind == "current", Field.sample.is_(False)
    )
    taken = step.session.execute(query).first() is not None
    for said in fields:
        kind = "related" if taken and said["kind"] == "current" else said["kind"]
        names.field(**{**said, "kind": kind})


def _add_own_skills(step: Step, names: Names, own_skills: list[dict[str, Any]]) -> None:
    query = select(OwnSkill.skill_id).where(OwnSkill.explorer_id == step.explorer_id)
    rated = set(step.session.scalars(query))
    for said in own_skills:
        skill_id = names.skill(said["skill"])
        if skill_id not in rated:
            level, shown = said["level"], said["shown"]
            step.add(OwnSkill, skill_id=skill_id, level=level, shown=shown, sample=True)
            rated.add(skill_id)


def _sample_profile(said: dict[str, Any]) -> dict[str, Any]:
    """What the samples say of their explorer, as the columns take it."""
    return {name: said[name] for name in NOT_SAID} | {
        "current_pay": to_hundredths(Decimal(said["current_pay"])),
        "looking_since": date.fromisoformat(said["looking_since"]),
    }


def _fill_profile(step: Step, sample: dict[str, Any]) -> None:
    """Say what nobody has said yet; pay only where it is in the explorer's own currency."""
    have = _profile(step)
    new = {name: value for name, value in sample.items() if have[name] == NOT_SAID[name] != value}
    if have["base_currency"] != sample["base_currency"]:
        new.pop("current_pay", None)
    if new and not have["sample"]:
        step.change_profile(**new, sample=True)


def _empty_profile(step: Step, sample: dict[str, Any]) -> None:
    """Take back what the samples said, where it still says so."""
    have = _profile(step)
    if have["sample"]:
        old = {name: NOT_SAID[name] for name, value in sample.items() if have[name] == value}
        step.change_profile(**old, sample=False)


def _profile(step: Step) -> dict[str, Any]:
    query = select(ExplorerRow.__table__).where(ExplorerRow.id == step.explorer_id)
    return dict(step.session.execute(query).mappings().one())
