"""Comparing a file with what is here, and writing it: one step, or nothing."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.journal import Step
from lib.commands.own_skills import rate_within
from lib.errors import Conflict, Refused
from lib.importing import existing
from lib.importing.apply_sheet import apply_sheet
from lib.importing.apply_tables import apply_tables
from lib.importing.matching.shapes import Shape, kept_with
from lib.importing.parsed import (
    Archive,
    Contacts,
    OwnSkills,
    Parsed,
    Plan,
    Report,
    Same,
    Tables,
    report,
)
from lib.importing.plan_archive import ArchiveWork, apply_archive, plan_archive
from lib.importing.plan_contacts import ContactsWork, apply_contacts, plan_contacts
from lib.importing.plan_own_skills import RatedWork, plan_own_skills
from lib.importing.plan_sheet import SheetWork, plan_sheet
from lib.importing.plan_tables import Work, plan_tables
from lib.model import Change

CHANGED = "Something was changed here since the file was compared. Compare it again."


def plan(
    session: Session,
    viewer: Explorer,
    parsed: Parsed,
    *,
    take: Collection[str] = (),
    same: Same | None = None,
) -> Plan:
    """What importing the file would do; writes nothing.

    Rows whose keys are in `take` overwrite what is here; `same` says by row key who of several
    of one name is meant (None, or no answer: somebody new).
    """
    if isinstance(parsed.content, Tables):
        return plan_tables(session, viewer, parsed, take)
    if isinstance(parsed.content, OwnSkills):
        return plan_own_skills(session, viewer, parsed, take)
    if isinstance(parsed.content, Archive):
        return plan_archive(session, viewer, parsed, take, same or {})
    if isinstance(parsed.content, Contacts):
        return plan_contacts(session, viewer, parsed, take, same or {})
    return plan_sheet(session, viewer, parsed, take, same or {})


def apply(
    session: Session,
    viewer: Explorer,
    plan: Plan,
    *,
    skip_refused: bool = False,
    shapes: Mapping[str, Shape] = MappingProxyType({}),
) -> Report:
    """Write what was planned, all of it or nothing; refused rows only with a word to leave out.

    `shapes` is what was said of its columns, by fingerprint: kept for the next such file.
    """
    if plan.refused and not skip_refused:
        rows = "1 row was" if plan.refused == 1 else f"{plan.refused:,} rows were"
        raise Refused(f"{rows} refused, so nothing was imported. Correct them, or leave them out.")
    here = existing.profile(session, viewer)
    if here["revision"] != plan.revision:
        raise Conflict(CHANGED)
    step = Step(session, viewer, f"Imported {plan.source}")
    try:
        with session.begin_nested():
            if isinstance(plan.work, Work):
                apply_tables(step, plan.work)
            elif isinstance(plan.work, SheetWork):
                apply_sheet(step, plan.source, plan.work)
            elif isinstance(plan.work, RatedWork):
                rate_within(step, plan.work.rated)
            elif isinstance(plan.work, ArchiveWork):
                apply_archive(step, plan.work)
            elif isinstance(plan.work, ContactsWork):
                apply_contacts(step, plan.work)
            if shapes:
                step.change_profile(shapes=kept_with(here["shapes"], shapes))
    except IntegrityError as error:
        raise Conflict(CHANGED) from error
    return report(plan, step.id if step.wrote else None, _added(step))


def _added(step: Step) -> dict[str, int]:
    """How many rows of each table the step added."""
    mine = (Change.explorer_id == step.explorer_id, Change.step == step.id)
    query = select(Change.table_name, func.count()).where(*mine, Change.action == "added")
    found = step.session.execute(query.group_by(Change.table_name))
    return {row[0]: row[1] for row in found}
