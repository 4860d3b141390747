"""What a letter of thanks can be made of, and what was promised: of one conversation.

Offered are this person's own words in this conversation alone: nothing private, no pay, nothing
that names anybody else.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.due_talks import BY
from lib.filters import EVERYTHING
from lib.frames import Row, records
from lib.meeting.thanks import Thanks
from lib.queries.after import promises
from lib.queries.conversations import conversation
from lib.queries.evidence import evidence
from lib.queries.explorer import profile
from lib.queries.meeting import letters
from lib.queries.people import people_known
from lib.text import fold, names

MOST = 8
LONGEST = 160
"""Letters of what is offered: more is a paragraph, and no thing that stays with somebody."""


@dataclass(frozen=True)
class Promise:
    """Something owed, and the day on which it was done."""

    follow_up_id: str
    kind: str
    text: str
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True)
class ToThank:
    """The letter without its two things, which of these there are, and what was promised."""

    about: Thanks
    offered: tuple[str, ...]
    email: str
    name: str
    by: date
    sent_on: date | None
    sent: str
    """The words that were sent; empty where they are not known."""
    promises: tuple[Promise, ...]


def to_thank(session: Session, viewer: Explorer, interview_id: UUID) -> ToThank:
    """Of a conversation that was held; NotFound where there is none."""
    talk = conversation(session, viewer, interview_id)
    held_on = talk.held_on or talk.planned_on or date.today()
    owed = [_promise(row) for row in records(promises(session, viewer, interview_id))]
    thanks = [one for one in owed if one.kind == "thank-you"]
    me = profile(session, viewer)
    office = talk.setting == "office"
    return ToThank(
        about=Thanks(talk.person.name, me.name, held_on, talk.planned_minutes, office),
        offered=_offered(session, viewer, talk.person.id, interview_id),
        **{"email": talk.person.email, "name": talk.person.name},
        by=next((one.due_on for one in thanks if one.due_on), held_on + BY),
        sent_on=next((one.done_on for one in thanks if one.done_on), None),
        sent=_sent(session, viewer, interview_id),
        promises=tuple(one for one in owed if one.kind != "thank-you"),
    )


def _sent(session: Session, viewer: Explorer, interview_id: UUID) -> str:
    rows = records(letters(session, viewer, interview_id))
    return next((str(row["text"]) for row in rows if row["kind"] == "thank"), "")


def _promise(row: Row) -> Promise:
    return Promise(
        *(row["follow_up_id"], row["kind"], row["text"]),
        *(None if pd.isna(row[name]) else row[name].date() for name in ("due_on", "done_on")),
    )


def _offered(
    session: Session, viewer: Explorer, person_id: UUID, interview_id: UUID
) -> tuple[str, ...]:
    """Quotes of this person, in the order in which they were said."""
    rows = records(evidence(session, viewer, EVERYTHING, f"person/{person_id}"))
    here = [row for row in rows if row["interview_id"] == str(interview_id)]
    secret = [fold(row["quote"]) for row in here if row["private"] and row["quote"]]
    secret += [fold(row["note"]) for row in here if row["private"] and row["note"]]
    known = records(people_known(session, viewer, EVERYTHING))
    others = [row["name"] for row in known if row["person_id"] != str(person_id)]
    quotes = dict.fromkeys(
        row["quote"] for row in here if row["quote"] and not row["private"] and row["kind"] != "pay"
    )
    open_ones = [one for one in quotes if _may_be_said(one, secret, others)]
    return tuple(open_ones[:MOST])


def _may_be_said(quote: str, secret: Iterable[str], others: Iterable[str]) -> bool:
    """Whether it is short enough, holds nothing private, no figure of money and nobody else."""
    words = fold(quote)
    if len(quote) > LONGEST or any(one in words or words in one for one in secret):
        return False
    if re.search(r"[$€£¥]|\b\d+ ?k\b", words):
        return False
    return not any(_names(quote, one) for one in others)


def _names(quote: str, person: str) -> bool:
    """Whether it holds the whole name, or a part of it as it is written."""
    parts = (part for part in person.split() if len(part) > 2 and part[:1].isupper())
    exact = any(re.search(rf"\b{re.escape(part)}\b", quote) for part in parts)
    return bool(person) and (exact or names(quote, person))
