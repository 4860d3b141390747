"""What a list of one's own skills would bring: each new, as it is here, different, or refused.

A name is known here, by alias or officially, or stays as it is written: nobody is there to ask.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.own_skills import Rated
from lib.filters import EVERYTHING
from lib.frames import Row, records
from lib.importing import existing
from lib.importing.parsed import Difference, OwnSkills, Parsed, Plan, row_error
from lib.queries.skill_names import skill_names
from lib.queries.skills import own_skills
from lib.skills.lists import Listed
from lib.text import fold

NO_LEVEL = (
    "Say how well you can do this: add a column “level” with 1 (heard of it) to 5 (teach it), or "
    "give one level for all that have none."
)


@dataclass
class RatedWork:
    """What `apply` writes."""

    rated: list[Rated] = field(default_factory=list)


def plan_own_skills(
    session: Session, viewer: Explorer, parsed: Parsed, take: Collection[str]
) -> Plan:
    """Compare each skill with the level that it has here; the second row of one is as before."""
    assert isinstance(parsed.content, OwnSkills)
    plan = Plan(parsed.source, existing.profile(session, viewer)["revision"], parsed.rows)
    plan.work = RatedWork()
    names = skill_names(session, viewer, EVERYTHING)
    own = {fold(row["skill"]): row for row in records(own_skills(session, viewer, EVERYTHING))}
    seen: set[str] = set()
    for one in parsed.content.skills:
        skill = names.called(one.typed)
        if fold(skill) in seen:
            plan.unchanged += 1
            continue
        seen.add(fold(skill))
        have = own.get(fold(skill))
        if have is not None:
            _met(plan, one, have, take)
        elif level := one.level or parsed.content.level:
            plan.created += 1
            plan.work.rated.append(Rated(skill, level, one.shown))
        else:
            plan.refused += 1
            plan.errors.append(row_error(one.row, "level", one.typed, NO_LEVEL))
    return plan


def _met(plan: Plan, one: Listed, have: Row, take: Collection[str]) -> None:
    """A skill that has a level here: only what the file says can differ."""
    said = (
        ("level", str(have["level"]), str(one.level or "")),
        ("shown", have["shown"], one.shown),
    )
    different = tuple((name, here, there) for name, here, there in said if there not in ("", here))
    key = f"own_skills/{have['skill_id']}"
    if not different:
        plan.unchanged += 1
    elif key in take:
        plan.updated += 1
        level = one.level or have["level"]
        plan.work.rated.append(Rated(have["skill"], level, one.shown or None))
    else:
        plan.differences.append(Difference(one.row, key, different))
