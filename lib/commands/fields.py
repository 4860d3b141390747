"""Two fields that turn out to be one: all that was said of either stands under one name."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer as Viewer
from lib.commands.conversation_rows import age
from lib.commands.journal import Step
from lib.commands.people import ids_of
from lib.errors import Refused
from lib.model import FINDINGS, Comment, Decision, Field, Interview, Question, ShareField

MOVED: tuple[type[Any], ...] = (Interview, *FINDINGS, Question, Decision)
"""What is of one field and goes along; what a link holds is decided apart."""


def merge_fields(session: Session, viewer: Viewer, *, keep: UUID, other: UUID) -> UUID:
    """Make two fields one: conversations, findings, questions and decisions follow `keep`.

    What `keep` lacks is filled from the other. A link that held one of the two alone holds neither
    any more: it would show what nobody chose for it.
    """
    if keep == other:
        raise Refused("Choose two different fields.", where="field")
    mine = select(Field.id, Field.name).where(Field.explorer_id == viewer.explorer_id)
    names = dict(iter(session.execute(mine)))
    named = " and ".join(names.get(one, "a field") for one in (other, keep))
    step = Step(session, viewer, f"Made {named} one field")
    kept, gone = step.row(Field, keep), step.row(Field, other)
    _move(step, keep, other)
    _narrow_links(step, keep, other)
    step.remove(Field, other)
    step.change(Field, keep, **joined(kept, gone))
    return step.id


def joined(kept: dict[str, Any], gone: dict[str, Any]) -> dict[str, Any]:
    """What the one field says of itself: official figures come as a pair, notes as both."""
    official = kept if kept["occupation_code"] or not gone["occupation_code"] else gone
    current = "current" in (kept["kind"], gone["kind"])
    notes = [row["notes"] for row in (kept, gone) if row["notes"]]
    return {
        "kind": "current" if current else kept["kind"],
        "occupation_code": official["occupation_code"],
        "area_code": official["area_code"],
        "hours_a_year": kept["hours_a_year"] or gone["hours_a_year"],
        "decision": kept["decision"] or gone["decision"],
        "notes": "\n".join(dict.fromkeys(notes)),
        "sample": kept["sample"] and gone["sample"],
    }


def _move(step: Step, keep: UUID, other: UUID) -> None:
    """Every row that names the other; forms of its conversations that are open are told."""
    talks = set(ids_of(step, Interview, Interview.field_id == other))
    for model in FINDINGS:
        said = (model.explorer_id == step.explorer_id, model.field_id == other)
        talks |= set(step.session.scalars(select(model.interview_id).where(*said)))
    for model in MOVED:
        for row_id in ids_of(step, model, model.field_id == other):
            step.change(model, row_id, field_id=keep)
    for row_id in ids_of(step, Comment, Comment.anchor == f"field/{other}"):
        step.change(Comment, row_id, anchor=f"field/{keep}")
    age(step, talks)


def _narrow_links(step: Step, keep: UUID, other: UUID) -> None:
    held = {one: _held(step, one) for one in (keep, other)}
    for link in held[keep].keys() ^ held[other].keys():
        if link in held[keep]:
            step.remove(ShareField, held[keep][link])
    for row_id in held[other].values():
        step.remove(ShareField, row_id)


def _held(step: Step, field_id: UUID) -> dict[UUID, UUID]:
    """The rows by which links hold the field, by link."""
    mine = (ShareField.explorer_id == step.explorer_id, ShareField.field_id == field_id)
    found = step.session.execute(select(ShareField.share_id, ShareField.id).where(*mine))
    return dict(iter(found))
