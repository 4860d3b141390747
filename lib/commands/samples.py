"""The sample interviews: put in beside what is there, and taken out without touching the rest."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.commands.interviews import rows_of
from lib.commands.journal import Step
from lib.commands.names import Names
from lib.model import Explorer as ExplorerRow
from lib.model import Field, Interview, OwnSkill
from lib.money import to_hundredths
from lib.records import Conversation
from lib.settings import DATA
from lib.text import fold
from lib.viewer import Explorer

FILE = DATA / "samples.json"
FIRST = 0x0196_0000_0000
"""Where the samples' ids begin: before all that are made now, in the order of the file."""

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
    content = json.loads(FILE.read_text(encoding="utf-8"))
    step = Step(session, viewer, "Loaded the sample interviews")
    names = Names(step, sample=True)
    _add_fields(step, names, content["fields"])
    there = set(session.scalars(_mine(viewer, Interview, Interview.id)))
    said = with_ids(content["conversations"], viewer.explorer_id)
    for conversation in map(Conversation.model_validate, said):
        if conversation.id not in there:
            for model, many in rows_of(step, names, conversation, sample=True).items():
                step.add_all(model, many)
    _add_own_skills(step, names, content["own_skills"])
    _fill_profile(step, sample_profile(content))
    return step.id if step.wrote else None


def sample_profile(content: dict[str, Any]) -> dict[str, Any]:
    """What the samples say of their explorer, as the columns take it."""
    from datetime import date  # noqa: PLC0415

    said = content["explorer"]
    pay = to_hundredths(Decimal(said["current_pay"]))
    since = date.fromisoformat(said["looking_since"])
    kept = {name: said[name] for name in NOT_SAID}
    return kept | {"current_pay": pay, "looking_since": since}
