"""What LinkedIn's archive would bring: people, own skills and one's own path, together."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.journal import Step
from lib.commands.own_skills import rate_within
from lib.importing import existing
from lib.importing.parsed import Archive, Parsed, Plan, Same
from lib.importing.plan_contacts import ContactsWork, apply_contacts, plan_contacts
from lib.importing.plan_own_skills import RatedWork, plan_own_skills
from lib.importing.plan_profile import plan_profile


@dataclass
class ArchiveWork:
    """What `apply` writes."""

    people: ContactsWork
    skills: RatedWork
    profile: dict[str, Any]


def plan_archive(
    session: Session, viewer: Explorer, parsed: Parsed, take: Collection[str], same: Same
) -> Plan:
    """Each list compared as it is by itself; every row is counted once."""
    archive = parsed.content
    assert isinstance(archive, Archive)
    people = plan_contacts(session, viewer, replace(parsed, content=archive.people), take, same)
    rated = replace(archive.skills, skills=archive.skills.skills if archive.skills.level else ())
    skills = plan_own_skills(session, viewer, replace(parsed, content=rated), take)
    people.work = ArchiveWork(people.work, skills.work, {})
    people.aside = parsed.aside
    people.created += skills.created
    people.updated += skills.updated
    people.unchanged += skills.unchanged
    people.refused += skills.refused
    people.differences += skills.differences
    people.errors += skills.errors
    if archive.about:
        have = existing.profile(session, viewer)
        said = {"about_me": archive.about}
        people.work.profile = plan_profile(people, have, said, blank=False, take=take)
    return people


def apply_archive(step: Step, work: ArchiveWork) -> None:
    """Everything within the step."""
    apply_contacts(step, work.people)
    rate_within(step, work.skills.rated)
    if work.profile:
        step.change_profile(**work.profile)
