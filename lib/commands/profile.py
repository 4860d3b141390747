"""What the explorer says of themselves: profile, own skills, and what each field is to them."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.journal import Step
from lib.commands.own_skills import Rated, rate_skills
from lib.errors import Refused
from lib.figures import known_zone
from lib.model import Field
from lib.money import CURRENCIES, MOST, to_hundredths
from lib.text import clean, fold
from lib.words import STAGES

MOST_APPLICATIONS = 100_000


def save_profile(
    session: Session,
    viewer: Explorer,
    *,
    name: str,
    base_currency: str,
    zone: str,
    hours_a_year: int,
    current_pay: Decimal | None,
) -> UUID:
    """Change the profile; `current_pay` in units of the base currency a year."""
    if base_currency not in CURRENCIES:
        raise Refused(f"{base_currency} is no currency we know. Use a code such as USD or EUR.")
    zone = known_zone(zone)
    if not 1 <= hours_a_year <= 8784:
        raise Refused("Hours a year lie between 1 and 8,784; full time is about 2,080.")
    if current_pay is not None and not 0 <= current_pay < MOST:
        raise Refused("Pay is a number from 0 to ten trillion.")
    step = Step(session, viewer, "Changed the profile")
    step.change_profile(
        name=clean(name, most=200, what="The name"),
        base_currency=base_currency,
        zone=zone,
        hours_a_year=hours_a_year,
        current_pay=None if current_pay is None else to_hundredths(round(current_pay, 2)),
        sample=False,
    )
    return step.id


def say_search(
    session: Session,
    viewer: Explorer,
    *,
    looking_since: date | None,
    applications: int | None,
    answers: int | None,
) -> UUID:
    """Say how long one has been looking for work, and how many applications had an answer."""
    if looking_since is not None and looking_since > date.today():
        raise Refused("The day since when you look lies ahead.", where="looking_since")
    for count in (applications, answers):
        if count is not None and not 0 <= count <= MOST_APPLICATIONS:
            raise Refused(f"Applications and answers are counts up to {MOST_APPLICATIONS:,}.")
    if answers is not None and (applications is None or answers > applications):
        raise Refused("There are more answers than applications.", where="answers")
    step = Step(session, viewer, "Changed what was said of the search for work")
    told = {"applications": applications, "answers": answers}
    step.change_profile(looking_since=looking_since, **told, sample=False)
    return step.id


def rate_skill(
    session: Session, viewer: Explorer, *, skill: str, level: int, shown: str = ""
) -> UUID:
    """Say how well one can do something, 1 to 5, and where that was shown."""
    return rate_skills(session, viewer, rated=[Rated(skill, level, shown)])


def change_field(
    session: Session,
    viewer: Explorer,
    *,
    field_id: UUID,
    name: str,
    kind: str,
    stage: str,
    hours_a_year: int | None = None,
) -> UUID:
    """Rename a field, say what it is to one (current, related, new) and whether it is still open.

    There is one current field: the one before becomes related.
    """
    typed = clean(name, most=200, what="The field")
    if not typed:
        raise Refused("A field needs a name.", where="name")
    if kind not in {"current", "related", "new"} or stage not in STAGES:
        raise Refused("Choose what the field is to you from the list.", where="kind")
    if hours_a_year is not None and not 1 <= hours_a_year <= 8784:
        raise Refused("Hours a year lie between 1 and 8,784; full time is about 2,080.")
    step = Step(session, viewer, f"Changed the field {typed}")
    before = step.row(Field, field_id)
    decided = date.today() if stage != before["stage"] else before["decided_on"]
    try:
        if kind == "current":
            _no_longer_current(step, field_id)
        step.change(
            Field,
            field_id,
            name=typed,
            folded=fold(typed),
            kind=kind,
            stage=stage,
            hours_a_year=hours_a_year,
            decided_on=decided,
        )
    except IntegrityError as error:
        raise Refused(f"There is a field “{typed}” already.", where="name") from error
    return step.id


def _no_longer_current(step: Step, but: UUID) -> None:
    query = select(Field.id).where(
        Field.explorer_id == step.explorer_id, Field.kind == "current", Field.id != but
    )
    for field_id in step.session.scalars(query).all():
        step.change(Field, field_id, kind="related")
