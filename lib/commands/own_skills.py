"""What the explorer can do: levels given, changed and taken back, many at one press."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.journal import Step
from lib.commands.names import Names
from lib.errors import Refused
from lib.model import OwnSkill
from lib.text import clean

LEVELS = range(1, 6)
MOST = 500
"""Skills that one press saves."""


@dataclass(frozen=True)
class Rated:
    """A skill by its name, how well, and where it was shown; None: as it was said before."""

    skill: str
    level: int
    shown: str | None = None


def rate_skills(
    session: Session,
    viewer: Explorer,
    *,
    rated: Sequence[Rated],
    forgotten: Collection[UUID] = (),
) -> UUID:
    """Say how well one can do each of these, 1 to 5, and where that was shown: one step.

    The skills that are forgotten are no longer one's own; what people said of them stays.
    """
    if not rated and not forgotten:
        raise Refused("Give at least one skill a level first.", where="level")
    if len(rated) > MOST:
        raise Refused(f"These are {len(rated):,} skills; at most {MOST} are saved at once.")
    checked = [_checked(one) for one in rated]
    step = Step(session, viewer, _summary(checked, len(forgotten)))
    rate_within(step, checked, forgotten)
    return step.id


def rate_within(step: Step, rated: Sequence[Rated], forgotten: Collection[UUID] = ()) -> None:
    """The same as part of a larger step."""
    names = Names(step)
    have = _own_by_root(step, names)
    for skill_id in forgotten:
        if skill_id in names.skills.rows:
            root = names.skills.counts(skill_id)
            step.remove_all(OwnSkill, [row["id"] for row in have.pop(root, [])])
    for one in rated:
        root = names.skill(one.skill)
        have[root] = _rate(step, root, one, have.get(root, []))


def join_own(step: Step, skill_ids: Sequence[UUID], into: UUID) -> None:
    """Own levels of these skills become one: the higher, with all that says where it was shown."""
    of = set(skill_ids)
    found = [row for row in _own(step) if row["skill_id"] in of]
    if not found:
        return
    found.sort(key=lambda row: (row["skill_id"] != into, row["id"]))
    kept, *others = found
    shown = dict.fromkeys(row["shown"] for row in found if row["shown"])
    step.remove_all(OwnSkill, [row["id"] for row in others])
    step.change(
        OwnSkill,
        kept["id"],
        skill_id=into,
        level=max(row["level"] for row in found),
        shown="; ".join(shown),
        sample=all(row["sample"] for row in found),
    )


def _summary(rated: list[Rated], forgotten: int) -> str:
    if forgotten and not rated:
        return "Removed an own skill" if forgotten == 1 else f"Removed {forgotten} own skills"
    if not forgotten and len(rated) == 1:
        return f"Rated {rated[0].skill}"
    removed = f", removed {forgotten}" if forgotten else ""
    return f"Rated {len(rated)} skills{removed}"


def _checked(one: Rated) -> Rated:
    typed = clean(one.skill, most=200, what="The skill")
    if not typed:
        raise Refused("Name the skill first.", where="skill")
    if one.level not in LEVELS:
        raise Refused("A level is 1 (heard of it) to 5 (taught it).", where="level")
    if one.shown is None:
        return Rated(typed, one.level)
    return Rated(typed, one.level, clean(one.shown, most=2_000, what="Where it was shown"))


def _rate(step: Step, root: UUID, said: Rated, have: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The one row that stands for the skill now; further ones, which a file may bring, go."""
    values = {"skill_id": root, "level": said.level, "sample": False}
    if said.shown is not None:
        values["shown"] = said.shown
    if not have:
        values.setdefault("shown", "")
        return [{**values, "id": step.add(OwnSkill, **values)}]
    step.remove_all(OwnSkill, [row["id"] for row in have[1:]])
    step.change(OwnSkill, have[0]["id"], **values)
    return [{**have[0], **values}]


def _own_by_root(step: Step, names: Names) -> dict[UUID, list[dict[str, Any]]]:
    """The rows that count as each skill: the one under its own name first, else the highest."""
    found: dict[UUID, list[dict[str, Any]]] = {}
    for row in sorted(_own(step), key=lambda row: (-row["level"], row["id"])):
        found.setdefault(names.skills.counts(row["skill_id"]), []).append(row)
    for root, rows in found.items():
        rows.sort(key=lambda row: row["skill_id"] != root)
    return found


def _own(step: Step) -> list[dict[str, Any]]:
    query = select(OwnSkill.__table__).where(OwnSkill.explorer_id == step.explorer_id)
    return [dict(row) for row in step.session.execute(query).mappings()]
